/** What a batch does to the limits of one pair, and which of its inputs HubSpot would refuse. Pure. */
import type { AssociationType } from "./associationTypes";
import { sameType } from "./associationTypes";
import type { SandboxSwitches } from "./switches";

/** A limit within a pair. */
export interface PairLimit {
  readonly category: string;
  readonly typeId: number;
  readonly maxToObjectIds: number;
}

/** An input of a batch: `maxToObjectIds: null` purges. */
export interface BatchInput extends Omit<PairLimit, "maxToObjectIds"> {
  readonly maxToObjectIds: number | null;
}

/** Why an input is refused. */
export type Refusal =
  | { readonly _tag: "NoSuchType"; readonly input: BatchInput }
  | {
      readonly _tag: "LabelAboveObjectLimit";
      readonly input: BatchInput;
      readonly label: AssociationType & PairLimit;
      readonly objectLimit: number;
    };

export interface BatchOutcome {
  /** What stands after the batch. */
  readonly limits: ReadonlyArray<PairLimit>;
  readonly applied: ReadonlyArray<BatchInput>;
  readonly refused: ReadonlyArray<Refusal>;
}

const apply = (limits: ReadonlyArray<PairLimit>, inputs: ReadonlyArray<BatchInput>): ReadonlyArray<PairLimit> =>
  inputs.reduce<ReadonlyArray<PairLimit>>((standing, { category, typeId, maxToObjectIds }) => {
    const others = standing.filter((limit) => !sameType(limit, { category, typeId }));
    return maxToObjectIds === null ? others : [...others, { category, typeId, maxToObjectIds }];
  }, limits);

interface Conflict {
  readonly label: AssociationType & PairLimit;
  readonly unlabeled: PairLimit;
}

/** The labels whose limit is above the pair's unlabeled limit, if the pair has one. */
const conflictsIn = (
  types: ReadonlyArray<AssociationType>,
  limits: ReadonlyArray<PairLimit>,
  equal: SandboxSwitches["labelEqualsObjectLimit"],
): ReadonlyArray<Conflict> => {
  const limited = limits.flatMap((limit) =>
    types.filter((type) => sameType(type, limit)).map((type) => ({ ...limit, label: type.label })),
  );
  const unlabeled = limited.find(({ label }) => label === null);
  if (unlabeled === undefined) return [];
  const most = equal === "allowed" ? unlabeled.maxToObjectIds : unlabeled.maxToObjectIds - 1;
  return limited
    .filter(({ label, maxToObjectIds }) => label !== null && maxToObjectIds > most)
    .map((label) => ({ label, unlabeled }));
};

/** Of a conflict between a label and the unlabeled limit, the batch's own input is to blame; of two, the label's. */
const blame = ({ label, unlabeled }: Conflict, inputs: ReadonlyArray<BatchInput>): ReadonlyArray<Refusal> => {
  const input =
    inputs.findLast((input) => sameType(input, label)) ?? inputs.findLast((input) => sameType(input, unlabeled));
  if (input === undefined) return [];
  return [{ _tag: "LabelAboveObjectLimit", input, label, objectLimit: unlabeled.maxToObjectIds }];
};

/** Refuses inputs until what is left of the batch holds the rule in the end. */
const checkedAsWhole = (
  types: ReadonlyArray<AssociationType>,
  limits: ReadonlyArray<PairLimit>,
  inputs: ReadonlyArray<BatchInput>,
  switches: SandboxSwitches,
): Omit<BatchOutcome, "limits"> => {
  const conflicts = conflictsIn(types, apply(limits, inputs), switches.labelEqualsObjectLimit);
  const blamed = conflicts.flatMap((conflict) => blame(conflict, inputs));
  const refused = blamed.filter(({ input }, i) => blamed.findIndex((other) => other.input === input) === i);
  if (refused.length === 0) return { applied: inputs, refused };
  const rest = inputs.filter((input) => refused.every((refusal) => refusal.input !== input));
  const after = checkedAsWhole(types, limits, rest, switches);
  return { applied: after.applied, refused: [...refused, ...after.refused] };
};

/** Takes the inputs one by one, each against what the ones before it have left. */
const checkedOneByOne = (
  types: ReadonlyArray<AssociationType>,
  limits: ReadonlyArray<PairLimit>,
  inputs: ReadonlyArray<BatchInput>,
  switches: SandboxSwitches,
): Omit<BatchOutcome, "limits"> =>
  inputs.reduce<Omit<BatchOutcome, "limits">>(
    ({ applied, refused }, input) => {
      const next = checkedAsWhole(types, apply(limits, applied), [input], switches);
      return { applied: [...applied, ...next.applied], refused: [...refused, ...next.refused] };
    },
    { applied: [], refused: [] },
  );

/** Applies a batch to the limits of a pair that has these association types. */
export const applyBatch = (
  types: ReadonlyArray<AssociationType>,
  limits: ReadonlyArray<PairLimit>,
  inputs: ReadonlyArray<BatchInput>,
  switches: SandboxSwitches,
): BatchOutcome => {
  const known = inputs.filter((input) => types.some((type) => sameType(type, input)));
  const unknown = inputs
    .filter((input) => !known.includes(input))
    .map((input): Refusal => ({ _tag: "NoSuchType", input }));
  const check = switches.limitCheck === "wholeBatch" ? checkedAsWhole : checkedOneByOne;
  const checked = check(types, limits, known, switches);
  const refused = [...unknown, ...checked.refused];
  const applied = refused.length === 0 || switches.mixedBatch === "applyValid" ? checked.applied : [];
  return { limits: apply(limits, applied), applied, refused };
};
