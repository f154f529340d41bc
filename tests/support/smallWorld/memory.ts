/** What somebody knows who has watched a stack from outside: which values its types may have had before it came. */
import type { Failure } from "../engine/run";
import type { State } from "../engine/state";
import type { Command, IdentityName } from "./alphabet";
import { managedBy, namedBy } from "./held";
import type { Contents } from "./hubSpot";
import { standingIn } from "./portals";
import type { ProgramName } from "./programs";
import type { Now } from "./world";

/** A number that stood, or null where there was no limit. */
export type Value = number | null;

export interface Memory {
  /** For each place that the state looks after: what may have stood before. */
  readonly found: Readonly<Record<string, ReadonlyArray<Value>>>;
  /** Places where a number of ours may stand that no state tells of, and what may have stood before it. */
  readonly lost: Readonly<Record<string, ReadonlyArray<Value>>>;
  /** Whether a label of ours may stand that no state tells of: a process was killed as it made it. */
  readonly strayLabel: boolean;
  /** The last up, where it ended well and nothing but refreshes came after it. */
  readonly settled: { readonly program: ProgramName; readonly as: IdentityName } | null;
}

export const nothingRemembered: Memory = { found: {}, lost: {}, strayLabel: false, settled: null };

const union = (...all: ReadonlyArray<ReadonlyArray<Value>>): ReadonlyArray<Value> =>
  [...new Set(all.flat())].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));

const record = (entries: ReadonlyArray<readonly [string, ReadonlyArray<Value>]>): Memory["found"] =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

export interface Ended {
  readonly command: Command;
  readonly before: Now;
  readonly portals: ReadonlyArray<Contents>;
  readonly state: State;
  readonly failures: ReadonlyArray<Failure>;
  readonly wasKilled: boolean;
}

const shownIn = ({ portals, shown }: Now): ReadonlyMap<string, number> =>
  standingIn(portals.map((portal) => ({ ...portal, limits: shown?.[portal.portalId] ?? portal.limits })));

const settledBy = ({ command, before, failures, wasKilled }: Ended): Memory["settled"] => {
  const isWell = failures.length === 0 && !wasKilled;
  if (command.do === "up" && isWell) return { program: command.program, as: command.as };
  return command.do === "refresh" && !wasKilled ? before.memory.settled : null;
};

const hasDriver = (portals: ReadonlyArray<Contents>): boolean =>
  portals.some(({ labels }) => labels.some(({ name }) => name === "driver"));

export const afterRun = (ended: Ended): Memory => {
  const { before, portals, state, wasKilled } = ended;
  const { memory } = before;
  const [stood, shows, stands] = [standingIn(before.portals), shownIn(before), standingIn(portals)];
  const [was, is] = [managedBy(before.state, before.portals), managedBy(state, portals)];
  const remembers = before.state.some(({ kind }) => kind === "AssociationConfiguration");
  /** What may have stood where a place begins to be looked after. Without a state, nobody can tell what reads do not show. */
  const begun = (place: string): ReadonlyArray<Value> =>
    union(
      [stood.get(place) ?? null],
      memory.lost[place] ?? [],
      !remembers && before.shown !== undefined ? [shows.get(place) ?? null] : [],
    );
  const named = namedBy(state);
  const found = [...is].map((place): readonly [string, ReadonlyArray<Value>] => {
    const values = was.has(place) ? (memory.found[place] ?? []) : begun(place);
    const [then, now] = [stood.get(place) ?? null, stands.get(place) ?? null];
    // A kill in the command that first names a type may lose what stood before, on an authoritative pair as well.
    return [place, wasKilled && !named.has(place) && then !== now ? union(values, [now]) : values];
  });
  const lost = [...new Set([...stood.keys(), ...stands.keys(), ...was, ...Object.keys(memory.lost)])].flatMap(
    (place): ReadonlyArray<readonly [string, ReadonlyArray<Value>]> => {
      if (is.has(place)) return [];
      const [then, now] = [stood.get(place) ?? null, stands.get(place) ?? null];
      const values = union(memory.found[place] ?? [], memory.lost[place] ?? [], then === now ? [] : [then]);
      const isConcerned = was.has(place) || place in memory.lost || then !== now;
      return isConcerned && !values.includes(now) ? [[place, values]] : [];
    },
  );
  const holdsLabel = state.some(({ kind }) => kind === "AssociationLabel");
  return {
    found: record(found),
    lost: record(lost),
    strayLabel: hasDriver(portals) && !holdsLabel && (wasKilled || memory.strayLabel),
    settled: settledBy(ended),
  };
};

/** What somebody sets is theirs. */
export const afterDrift = ({ portals, memory }: Now, after: ReadonlyArray<Contents>): Memory => {
  const [stood, stands] = [standingIn(portals), standingIn(after)];
  const lost = Object.entries(memory.lost).filter(([place]) => stood.get(place) === stands.get(place));
  return { ...memory, lost: record(lost), strayLabel: memory.strayLabel && hasDriver(after), settled: null };
};
