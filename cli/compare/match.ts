/** Which things of two portals belong together, where several may look alike: the likest first, each at most once. */

/** How two portals' things are told apart and put together; symmetric, so that neither portal is preferred. */
export interface Likeness<A> {
  /** Things of different groups never belong together. */
  readonly group: (thing: A) => string;
  /** 0 where nothing could be liker, more where something could; undefined where the two are different things. */
  readonly distance: (first: A, second: A) => number | undefined;
  /** Decides between those that are equally like, and does not depend on ids. */
  readonly text: (thing: A) => string;
}

/** What belongs together, and the rest of each side in its own order. */
export interface Matched<A> {
  readonly both: ReadonlyArray<readonly [first: A, second: A]>;
  readonly onlyFirst: ReadonlyArray<A>;
  readonly onlySecond: ReadonlyArray<A>;
}

interface Candidate<A> {
  readonly first: A;
  readonly second: A;
  readonly distance: number;
  readonly text: string;
}

const grouped = <A>(things: ReadonlyArray<A>, group: (thing: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>();
  for (const thing of things) {
    const key = group(thing);
    const members = groups.get(key) ?? [];
    members.push(thing);
    groups.set(key, members);
  }
  return groups;
};

const candidatesOf = <A extends object>(
  first: ReadonlyArray<A>,
  second: ReadonlyArray<A>,
  { group, distance, text }: Likeness<A>,
): ReadonlyArray<Candidate<A>> => {
  const others = grouped(second, group);
  return first.flatMap((one) =>
    (others.get(group(one)) ?? []).flatMap((other) => {
      const apart = distance(one, other);
      const texts = [text(one), text(other)].sort();
      return apart === undefined ? [] : [{ first: one, second: other, distance: apart, text: texts.join("\n") }];
    }),
  );
};

const byLikeness = <A>(a: Candidate<A>, b: Candidate<A>): number =>
  a.distance - b.distance || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

export const match = <A extends object>(
  first: ReadonlyArray<A>,
  second: ReadonlyArray<A>,
  likeness: Likeness<A>,
): Matched<A> => {
  const both: Array<readonly [A, A]> = [];
  const taken = new Set<A>();
  for (const candidate of [...candidatesOf(first, second, likeness)].sort(byLikeness)) {
    if (taken.has(candidate.first) || taken.has(candidate.second)) continue;
    taken.add(candidate.first).add(candidate.second);
    both.push([candidate.first, candidate.second]);
  }
  const rest = (things: ReadonlyArray<A>): ReadonlyArray<A> => things.filter((thing) => !taken.has(thing));
  return { both, onlyFirst: rest(first), onlySecond: rest(second) };
};
