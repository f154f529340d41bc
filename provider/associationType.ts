/** Small facts about association types and limits that many places need: identity, lookup, wording. */
import type { AssociationType, ConfigurationInputs, Limit, LimitRow, Pair } from "./model";

/** (category, typeId) is the identity within a portal: numbers repeat across categories. */
export const typeKey = (type: AssociationType): string => `${type.category}/${type.typeId}`;

export const sameType = (a: AssociationType, b: AssociationType): boolean => typeKey(a) === typeKey(b);

export const justType = ({ category, typeId }: AssociationType): AssociationType => ({ category, typeId });

export const findType = <A extends AssociationType>(rows: ReadonlyArray<A>, type: AssociationType): A | undefined =>
  rows.find((row) => sameType(row, type));

export const hasType = (rows: ReadonlyArray<AssociationType>, type: AssociationType): boolean =>
  findType(rows, type) !== undefined;

/** Those of `types` that `others` does not hold. */
export const without = <A extends AssociationType>(
  types: ReadonlyArray<A>,
  others: ReadonlyArray<AssociationType>,
): ReadonlyArray<A> => types.filter((type) => !hasType(others, type));

/** The pair seen from its other side. */
export const mirrored = ({ from, to }: Pair): Pair => ({ from: to, to: from });

export const samePair = (a: Pair, b: Pair): boolean => a.from === b.from && a.to === b.to;

export const pairOfInputs = (inputs: ConfigurationInputs): Pair => ({
  from: inputs.fromObjectType,
  to: inputs.toObjectType,
});

export const showPair = (pair: Pair): string => `${pair.from}/${pair.to}`;

export const showType = (type: AssociationType): string => `${type.category} ${type.typeId}`;

/** A row without a number is the same as no row: no limit. */
export const limitsOfRows = (rows: ReadonlyArray<LimitRow>): ReadonlyArray<Limit> =>
  rows.flatMap(({ category, typeId, userEnforcedMaxToObjectIds }) =>
    userEnforcedMaxToObjectIds === undefined ? [] : [{ category, typeId, maxToObjectIds: userEnforcedMaxToObjectIds }],
  );
