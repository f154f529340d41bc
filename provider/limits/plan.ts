/**
 * From what stands to what is wanted, in the fewest batches that HubSpot can accept one after another.
 * HubSpot refuses a label's limit above the pair's unlabeled ("object") limit, and whether it looks at a batch as a
 * whole is not known, so no single batch may depend on it.
 */
import * as O from "fp-ts/Option";
import type { ReadonlyNonEmptyArray } from "fp-ts/ReadonlyNonEmptyArray";
import { isNonEmpty } from "fp-ts/ReadonlyArray";
import { findType, justType, sameType, without } from "../associationType";
import type { AssociationType, Limit } from "../model";

/** The limits that stand on a pair, and which of its types is the unlabeled one. */
export interface PairState {
  readonly unlabeled: O.Option<AssociationType>;
  readonly limits: ReadonlyArray<Limit>;
}

/** Limits to stand afterwards, and other types to have none. What neither names stays as it is. */
export interface Wanted {
  readonly limits: ReadonlyArray<Limit>;
  readonly dropped: ReadonlyArray<AssociationType>;
}

export type Step =
  | { readonly _tag: "Purge"; readonly types: ReadonlyNonEmptyArray<AssociationType> }
  | { readonly _tag: "Update"; readonly limits: ReadonlyNonEmptyArray<Limit> };

const purge = (types: ReadonlyArray<AssociationType>): ReadonlyArray<Step> =>
  isNonEmpty(types) ? [{ _tag: "Purge", types }] : [];

const update = (limits: ReadonlyArray<Limit>): ReadonlyArray<Step> =>
  isNonEmpty(limits) ? [{ _tag: "Update", limits }] : [];

/**
 * At most purge, update, update. Purging only relaxes, so it comes first. A read may lag behind writes: what is dropped
 * is purged also where it does not show, and a limit is left out only where it is sure to stand.
 * @param standing what reads show; batches are put in order by it
 * @param sure limits of which more than a read says that they stand
 */
export const plan = (standing: PairState, wanted: Wanted, sure: ReadonlyArray<Limit>): ReadonlyArray<Step> => {
  const changed = wanted.limits.filter((limit) => findType(sure, limit)?.maxToObjectIds !== limit.maxToObjectIds);
  return [...purge(wanted.dropped.map(justType)), ...orderedUpdates(standing, changed)];
};

/**
 * One update, or two where a label's limit crosses the object limit on its way. Within one, too, a rising object limit
 * comes first and a falling one last: HubSpot's examples disagree on whether a label's limit may equal it.
 */
const orderedUpdates = (standing: PairState, changed: ReadonlyArray<Limit>): ReadonlyArray<Step> => {
  const isObject = (limit: Limit): boolean =>
    O.exists((type: AssociationType) => sameType(type, limit))(standing.unlabeled);
  const object = changed.find(isObject);
  if (object === undefined) return update(changed);

  const labels = changed.filter((limit) => !isObject(limit));
  const before = standing.limits.find(isObject)?.maxToObjectIds ?? Infinity;
  const rises = object.maxToObjectIds > before;
  const crosses = labels.some((label) =>
    rises
      ? label.maxToObjectIds > before
      : (findType(standing.limits, label)?.maxToObjectIds ?? 0) > object.maxToObjectIds,
  );
  const [first, last] = rises ? [[object], labels] : [labels, [object]];
  return crosses ? [...update(first), ...update(last)] : update([...first, ...last]);
};

/** What a pair has after a step that HubSpot applied in full. */
export const applyStep = (state: PairState, step: Step): PairState => ({
  ...state,
  limits:
    step._tag === "Purge" ? without(state.limits, step.types) : [...without(state.limits, step.limits), ...step.limits],
});
