/** The bodies of batch requests and answers: what `inputs` may hold, and how a batch says what became of it. */
import type { AssociationType } from "./associationTypes";
import { sameType } from "./associationTypes";
import { field, parsed } from "./body";
import type { BatchError, ResolvedPair } from "./errors";
import { invalidAssociationType, labelAboveObjectLimit } from "./errors";
import type { BatchInput, BatchOutcome, PairLimit, Refusal } from "./limits";
import type { Cursor, Read } from "./reader";
import { integer, list, oneOf, readDocument } from "./reader";
import type { Reply } from "./reply";
import type { SandboxSwitches } from "./switches";

/** A row of an answer: a type, and its limit. */
export interface Row {
  readonly category: string;
  readonly typeId: number;
  readonly label?: string | null;
  readonly userEnforcedMaxToObjectIds?: number | null;
}

export type Operation = "create" | "update" | "purge";

const categories = ["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"];

const readInput = (cursor: Cursor, operation: Operation): BatchInput => ({
  category: oneOf(field(cursor, "category"), categories, "HUBSPOT_DEFINED"),
  typeId: integer(field(cursor, "typeId"), 0),
  maxToObjectIds: operation === "purge" ? null : integer(field(cursor, "maxToObjectIds"), 1),
});

/** Reads the body of a batch request. */
export const readInputs = (body: string, operation: Operation): Read<ReadonlyArray<BatchInput>> =>
  readDocument(parsed(body), (cursor) => list(field(cursor, "inputs"), (input) => readInput(input, operation), true));

/** How answers show a type and its limit, if it has one. */
export const toRow = (
  { category, typeId, label }: AssociationType,
  limit: PairLimit | undefined,
  { noLabel, noLimit }: SandboxSwitches,
): Row => ({
  category,
  typeId,
  ...(label !== null || noLabel === "null" ? { label } : {}),
  ...(limit !== undefined
    ? { userEnforcedMaxToObjectIds: limit.maxToObjectIds }
    : noLimit === "null"
      ? { userEnforcedMaxToObjectIds: null }
      : {}),
});

export const toBatchError = (refusal: Refusal, pair: ResolvedPair): BatchError =>
  refusal._tag === "NoSuchType"
    ? invalidAssociationType(refusal.input, pair)
    : labelAboveObjectLimit(refusal.input, pair, refusal.label, refusal.objectLimit);

const appliedRows = (
  { applied, limits }: BatchOutcome,
  types: ReadonlyArray<AssociationType>,
  switches: SandboxSwitches,
): ReadonlyArray<Row> =>
  applied.flatMap((input) => {
    const type = types.find((known) => sameType(known, input));
    const limit = limits.find((standing) => sameType(standing, input));
    return type === undefined ? [] : [toRow(type, limit, switches)];
  });

/** The answer to an update tells no label, that to a create does. */
const withoutLabel = ({ label: _, ...row }: Row): Row => row;

const successStatus = (operation: Operation, switches: SandboxSwitches): number =>
  operation === "create" ? switches.createStatus : operation === "purge" ? switches.purgeStatus : 200;

/** The answer to a batch. */
export const batchReply = (
  operation: Operation,
  pair: ResolvedPair,
  types: ReadonlyArray<AssociationType>,
  outcome: BatchOutcome,
  switches: SandboxSwitches,
  at: { readonly requestedAt: Date; readonly completedAt: Date },
): Reply => {
  const times = {
    requestedAt: at.requestedAt.toISOString(),
    startedAt: at.requestedAt.toISOString(),
    completedAt: at.completedAt.toISOString(),
  };
  const rows = operation === "purge" ? [] : appliedRows(outcome, types, switches);
  const results = operation === "update" ? rows.map(withoutLabel) : rows;
  if (outcome.refused.length > 0) {
    const status = outcome.applied.length === 0 ? "CANCELED" : "COMPLETE";
    const errors = outcome.refused.map((refusal) => toBatchError(refusal, pair));
    return { status: switches.errorStatus, body: { status, results, numErrors: errors.length, errors, ...times } };
  }
  const status = successStatus(operation, switches);
  if (status === 204) return { status };
  const done = switches.batchStatus === "COMPLETE";
  return { status, body: { status: switches.batchStatus, results: done ? results : [], ...times } };
};
