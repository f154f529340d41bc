/** Pairs of object types with all their association types, and standing limits that HubSpot would let stand. */
import fc from "fast-check";
import type { AssociationType, Limit } from "../../provider/model";

/** A pair's own type, and its labels. */
export interface Types {
  readonly unlabeled: AssociationType;
  readonly labels: ReadonlyArray<AssociationType>;
}

/** What to do about a type: a limit to stand, or nothing. */
export type Limits = ReadonlyArray<Limit>;

const number = fc.integer({ min: 1, max: 6 });

/**
 * Some of the types with a limit, no label's above the unlabeled one's. Small numbers, so that limits often meet.
 */
export const validLimits = ({ unlabeled, labels }: Types): fc.Arbitrary<Limits> =>
  fc.option(number, { nil: undefined, freq: 3 }).chain((object) =>
    fc
      .tuple(...labels.map(() => fc.option(fc.integer({ min: 1, max: object ?? 6 }), { nil: undefined })))
      .map((max) => [
        ...(object === undefined ? [] : [{ ...unlabeled, maxToObjectIds: object }]),
        ...labels.flatMap((label, i) => {
          const own = max[i];
          return own === undefined ? [] : [{ ...label, maxToObjectIds: own }];
        }),
      ]),
  );

/** HubSpot's rule: no label's limit above the limit of the pair as a whole, where that is set. */
export const holdsTheRule = (unlabeled: AssociationType, limits: Limits): boolean => {
  const isObject = (limit: Limit): boolean =>
    limit.category === unlabeled.category && limit.typeId === unlabeled.typeId;
  const most = limits.find(isObject)?.maxToObjectIds ?? Infinity;
  return limits.every(({ maxToObjectIds }) => maxToObjectIds <= most);
};

/** Limits in an order of their own, to be compared. */
export const asText = (limits: Limits): ReadonlyArray<string> =>
  limits.map(({ category, typeId, maxToObjectIds }) => `${category} ${typeId} = ${maxToObjectIds}`).sort();
