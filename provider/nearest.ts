/** "Did you mean": the candidate that is the fewest edits away from what was written. For messages that are shown alone. */

const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** Longer texts are compared with nothing: it takes as many steps as their lengths multiplied, and is no slip of the keys. */
const mostCompared = 100;
const farAway = Number.MAX_SAFE_INTEGER;

const distanceOf = (written: string, candidate: string): number =>
  Math.max(written.length, candidate.length) > mostCompared
    ? farAway
    : editDistance(written.toLowerCase(), candidate.toLowerCase());

interface Ranked {
  readonly candidate: string;
  readonly distance: number;
}

const ranked = (written: string, candidates: ReadonlyArray<string>): ReadonlyArray<Ranked> =>
  candidates
    .map((candidate) => ({ candidate, distance: distanceOf(written, candidate) }))
    .sort((a, b) => a.distance - b.distance);

/** The candidates, those first that are the fewest edits away; those that are too long to tell come last, as they were. */
export const byNearness = (written: string, candidates: ReadonlyArray<string>): ReadonlyArray<string> =>
  ranked(written, candidates).map(({ candidate }) => candidate);

/** The nearest candidate, unless it is so far away that naming it would only confuse. */
export const nearest = (written: string, candidates: ReadonlyArray<string>): string | undefined => {
  const best = ranked(written, candidates)[0];
  return best !== undefined && best.distance <= Math.max(2, Math.floor(written.length / 3))
    ? best.candidate
    : undefined;
};
