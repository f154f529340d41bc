/** Limits: a pair's, all of the portal's, setting and removing them. */
import type { Answer, Done } from "./answer";
import { purgesIn, updatesIn } from "./body";
import { describe } from "./objectTypes";
import type { Limit, Pair, PairType, Portal, TypeKey } from "./portal";
import { allTypes, limitOf, samePair, sameType, typesOf } from "./portal";

/** No limit is an absent row, an absent field, or null, which all mean the same: each type has one of the three. */
const rowOf = (portal: Portal, type: PairType): ReadonlyArray<object> => {
  const { category, typeId, label } = type;
  const row = { category, typeId, label };
  const max = limitOf(portal, type);
  if (max !== undefined) return [{ ...row, userEnforcedMaxToObjectIds: max }];
  return typeId % 3 === 0 ? [] : [typeId % 3 === 1 ? row : { ...row, userEnforcedMaxToObjectIds: null }];
};

export const allLimits = (portal: Portal): Answer => ({
  status: 200,
  body: { results: allTypes(portal).flatMap((type) => rowOf(portal, type)) },
});

export const limitsOfPair = (portal: Portal, pair: Pair): Answer => ({
  status: 200,
  body: { results: typesOf(portal, pair).flatMap((type) => rowOf(portal, type)) },
});

/** The document gives no more of an error's context than the last part of `type`, the typeId. */
const invalidType = (portal: Portal, { from, to }: Pair, { category, typeId }: TypeKey): object => {
  const type = `${["HUBSPOT_DEFINED", "USER_DEFINED"].indexOf(category)}-${typeId}`;
  const [fromObjectType, toObjectType] = [describe(portal, from), describe(portal, to)].map(({ name }) => name);
  return {
    status: "error",
    category: "VALIDATION_ERROR",
    subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE",
    message: `${type} is not a valid association type between ${fromObjectType} and ${toObjectType}`,
    context: { type: [type], fromObjectType: [fromObjectType], toObjectType: [toObjectType] },
  };
};

/** What is said of a label's limit above the pair's own is not recorded: here, as little as may be. */
const aboveThePair = { status: "error", message: "The limit of a label exceeds the limit of the pair" };

const times = { startedAt: "2026-06-01T12:00:00Z", completedAt: "2026-06-01T12:00:00Z" };

const canceled = (errors: ReadonlyArray<object>): Answer => ({
  status: 200,
  body: { status: "CANCELED", results: [], numErrors: errors.length, errors, ...times },
});

/** Whether equal numbers are allowed is not known: here they are not. */
const holdsTheRule = (
  types: ReadonlyArray<PairType>,
  limits: ReadonlyArray<TypeKey & Pick<Limit, "maxToObjectIds">>,
) => {
  const isPlain = (limit: TypeKey): boolean => types.some((type) => sameType(type, limit) && type.label === null);
  const most = limits.find(isPlain)?.maxToObjectIds ?? Infinity;
  return limits.every((limit) => isPlain(limit) || limit.maxToObjectIds < most);
};

/** Errors of the inputs that name what the pair does not have. */
const strangers = (portal: Portal, pair: Pair, inputs: ReadonlyArray<TypeKey>): ReadonlyArray<object> => {
  const types = typesOf(portal, pair);
  return inputs
    .filter((input) => !types.some((type) => sameType(type, input)))
    .map((input) => invalidType(portal, pair, input));
};

const without = (limits: ReadonlyArray<Limit>, pair: Pair, types: ReadonlyArray<TypeKey>): ReadonlyArray<Limit> =>
  limits.filter((limit) => !samePair(limit, pair) || !types.some((type) => sameType(type, limit)));

/**
 * Whether a batch is checked as a whole, input by input, or each input by what stood before is not known: here it must
 * pass in each way. Where one input is wrong, none is applied.
 */
export const updateLimits = (portal: Portal, pair: Pair, body: unknown): Done => {
  const inputs = updatesIn(body);
  const types = typesOf(portal, pair);
  const wrong = strangers(portal, pair, inputs);
  if (wrong.length > 0) return { answer: canceled(wrong), portal };
  const after = (some: typeof inputs): ReadonlyArray<Limit> => [
    ...without(portal.limits, pair, some),
    ...some.map((input) => ({ ...pair, ...input })),
  ];
  const holds = (some: typeof inputs): boolean =>
    holdsTheRule(
      types,
      after(some).filter((limit) => samePair(limit, pair)),
    );
  if (!holds(inputs) || !inputs.every((input) => holds([input]))) return { answer: canceled([aboveThePair]), portal };
  const results = inputs.map(({ category, typeId, maxToObjectIds }) => ({
    category,
    typeId,
    label: types.find((type) => sameType(type, { category, typeId }))?.label,
    userEnforcedMaxToObjectIds: maxToObjectIds,
  }));
  return {
    answer: { status: 200, body: { status: "COMPLETE", results, ...times } },
    portal: { ...portal, limits: after(inputs) },
  };
};

/** Removing a limit that does not stand is a success; of a type that the pair does not have, it is refused here. */
export const purgeLimits = (portal: Portal, pair: Pair, body: unknown): Done => {
  const inputs = purgesIn(body);
  const wrong = strangers(portal, pair, inputs);
  if (wrong.length > 0) return { answer: canceled(wrong), portal };
  return { answer: { status: 204 }, portal: { ...portal, limits: without(portal.limits, pair, inputs) } };
};
