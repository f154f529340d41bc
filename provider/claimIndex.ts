/**
 * What the resources of a run declare, found by keys instead of by going through all of it. A key may depend on the
 * portal's list of custom objects, so everything is sorted anew once that list is learnt.
 */
import type { CustomObject } from "./customObjects";

export interface ClaimIndex<A> {
  readonly add: (claim: A) => void;
  /** The claims under a key, in the order in which they came. */
  readonly at: (key: string) => ReadonlyArray<A>;
}

/** @param customObjects the portal's list as far as it is known: the same one until more is known */
export const claimIndex = <A>(
  customObjects: () => ReadonlyArray<CustomObject>,
  keysOf: (claim: A, custom: ReadonlyArray<CustomObject>) => ReadonlyArray<string>,
): ClaimIndex<A> => {
  const all: A[] = [];
  const byKey = new Map<string, A[]>();
  let sortedBy = customObjects();

  const sort = (claim: A): void => {
    for (const key of new Set(keysOf(claim, sortedBy))) {
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [claim]);
      else others.push(claim);
    }
  };
  const keepSorted = (): void => {
    if (sortedBy === customObjects()) return;
    sortedBy = customObjects();
    byKey.clear();
    all.forEach(sort);
  };

  return {
    add: (claim) => {
      keepSorted();
      all.push(claim);
      sort(claim);
    },
    at: (key) => {
      keepSorted();
      return byKey.get(key) ?? [];
    },
  };
};
