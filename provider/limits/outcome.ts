/** What a batch did to each of its inputs, read from the body of the answer and not from its status code. */
import { findType, sameType, showType, without } from "../associationType";
import type { HubSpotError } from "../hubspot/error";
import type { AssociationType, BatchError, LastBatch, Limit, LimitRow } from "../model";
import * as O from "fp-ts/Option";
import type { Step } from "./plan";

/** The answer to a batch; a purge may have none. */
export interface BatchAnswer extends LastBatch {
  readonly results: ReadonlyArray<LimitRow>;
}

/** An input of a batch: the type, and the number it shall have ("many" for a purge). */
export interface BatchInput extends AssociationType {
  readonly maxToObjectIds: O.Option<number>;
}

export type Outcome =
  | { readonly _tag: "Applied"; readonly input: BatchInput }
  | { readonly _tag: "Altered"; readonly input: BatchInput; readonly stored: O.Option<number> }
  | { readonly _tag: "Rejected"; readonly input: BatchInput; readonly because: BatchError }
  | { readonly _tag: "Unknown"; readonly input: BatchInput; readonly because: O.Option<HubSpotError> }
  | { readonly _tag: "NotApplied"; readonly input: BatchInput };

export const applied = (input: BatchInput): Outcome => ({ _tag: "Applied", input });
const rejected = (input: BatchInput, because: BatchError): Outcome => ({ _tag: "Rejected", input, because });
export const notApplied = (input: BatchInput): Outcome => ({ _tag: "NotApplied", input });
export const unknown = (input: BatchInput, because: O.Option<HubSpotError>): Outcome => ({
  _tag: "Unknown",
  input,
  because,
});

export const isApplied = (outcome: Outcome): boolean => outcome._tag === "Applied";

/** What came of an input is not known. */
export const isUncertain = (outcome: Outcome): boolean => outcome._tag === "Unknown";

export const inputsOf = (step: Step): ReadonlyArray<BatchInput> =>
  step._tag === "Purge"
    ? step.types.map(({ category, typeId }): BatchInput => ({ category, typeId, maxToObjectIds: O.none }))
    : step.limits.map(({ category, typeId, maxToObjectIds }): BatchInput => ({
        category,
        typeId,
        maxToObjectIds: O.some(maxToObjectIds),
      }));

const invalidType = /INVALID_ASSOCIATION_TYPE$/;

/** HubSpot says that the pair has no such association type. */
export const isGone = (outcome: Outcome): boolean =>
  outcome._tag === "Rejected" && invalidType.test(outcome.because.subCategory ?? "");

/** Errors carry no index of their input: `context.type` is all there is, and its last part is the typeId. */
const names = (error: BatchError, input: BatchInput): boolean =>
  (error.context?.["type"] ?? []).some((type) => type.split("-").at(-1) === String(input.typeId));

const namesAny = (error: BatchError, inputs: ReadonlyArray<BatchInput>): boolean =>
  inputs.some((input) => names(error, input));

/** One outcome for each input of the step. */
export const readAnswer = (step: Step, answer: BatchAnswer): ReadonlyArray<Outcome> => {
  const inputs = inputsOf(step);
  const errors = answer.errors ?? [];
  const general = errors.find((error) => !namesAny(error, inputs));
  return inputs.map((input) => {
    const own = errors.find((error) => names(error, input));
    if (own !== undefined) return rejected(input, own);
    const row = findType(answer.results, input);
    if (row !== undefined) return compare(input, O.fromNullable(row.userEnforcedMaxToObjectIds));
    if (general !== undefined) return rejected(input, general);
    if (answer.status === "CANCELED") return notApplied(input);
    const done = answer.status === undefined || answer.status === "COMPLETE";
    return step._tag === "Purge" && done ? applied(input) : unknown(input, O.none);
  });
};

const compare = (input: BatchInput, stored: O.Option<number>): Outcome =>
  O.toUndefined(stored) === O.toUndefined(input.maxToObjectIds) ? applied(input) : { _tag: "Altered", input, stored };

/**
 * What a look at the pair says of outcomes that the answer left open. What stands there is true, whatever was said. What does
 * not show stays open, also where the same request was refused after one without an answer: that one may still be on
 * its way, and reads may lag behind it.
 */
export const settle = (outcomes: ReadonlyArray<Outcome>, standing: ReadonlyArray<Limit>): ReadonlyArray<Outcome> =>
  outcomes.map((outcome): Outcome => {
    const { input } = outcome;
    const seen = compare(input, O.fromNullable(findType(standing, input)?.maxToObjectIds));
    if (outcome._tag === "Applied" || seen._tag === "Applied") return applied(input);
    if (outcome._tag === "Altered") return seen;
    return outcome;
  });

/** What stands on the pair after these outcomes, given what stood before. What is unknown counts as before. */
export const afterwards = (before: ReadonlyArray<Limit>, outcomes: ReadonlyArray<Outcome>): ReadonlyArray<Limit> => {
  const told = outcomes.filter(({ _tag }) => _tag === "Applied" || _tag === "Altered");
  return [
    ...without(
      before,
      told.map(({ input }) => input),
    ),
    ...told.flatMap((outcome) => {
      const { category, typeId, maxToObjectIds } = outcome.input;
      const stored = outcome._tag === "Altered" ? outcome.stored : maxToObjectIds;
      return O.isSome(stored) ? [{ category, typeId, maxToObjectIds: stored.value }] : [];
    }),
  ];
};

export const outcomeOf = (outcomes: ReadonlyArray<Outcome>, type: AssociationType): Outcome | undefined =>
  outcomes.find(({ input }) => sameType(input, type));

/** The wish behind an input, for messages. */
export const showInput = (input: BatchInput): string =>
  `${showType(input)} to ${O.isSome(input.maxToObjectIds) ? input.maxToObjectIds.value : '"many"'}`;
