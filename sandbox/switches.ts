/**
 * Where HubSpot's documentation, its versions and recorded answers disagree: each disagreement is a switch, so that a
 * client can be tried against every reading. The defaults are what was recorded most often.
 */
import type { Cursor } from "./reader";
import { integer, object, oneOf } from "./reader";

export interface SandboxSwitches {
  /** The HTTP status of a batch with errors. */
  readonly errorStatus: 200 | 207;
  /** The HTTP status of a batch/create without errors. */
  readonly createStatus: 200 | 201;
  /** A purge answers 204 without a body, or 200 with one. */
  readonly purgeStatus: 200 | 204;
  /** The `status` in the body of a batch without errors. `PENDING` and `PROCESSING` come with empty `results`. */
  readonly batchStatus: "COMPLETE" | "PENDING" | "PROCESSING";
  /** How many reads of a pair, by itself or within `…/all`, still show what stood there before a write. */
  readonly readsBehind: number;
  /** How long, in milliseconds, they do so. With both, reads lag until both are over. */
  readonly behindMilliseconds: number;
  /** What becomes of the valid inputs of a batch that has invalid ones too. */
  readonly mixedBatch: "rejectAll" | "applyValid";
  /**
   * How a read shows a type without a limit: no row, a row without `userEnforcedMaxToObjectIds`, or a row where it is
   * null. With rows, a pair shows all its types and `…/all` shows all types of all pairs.
   */
  readonly noLimit: "noRow" | "noField" | "null";
  /** How a row shows a type without a label. The list of labels always has null. */
  readonly noLabel: "noField" | "null";
  /** How a label's limit above the pair's unlabeled limit is refused: an error in the batch, or 400. */
  readonly labelAboveObjectLimit: "batchError" | "badRequest";
  /** Whether a label's limit may equal the pair's unlabeled limit. */
  readonly labelEqualsObjectLimit: "allowed" | "refused";
  /** Whether that rule must hold after the whole batch only, or after each input in its order. */
  readonly limitCheck: "wholeBatch" | "eachInput";
  /** Which of its two types the answer to a new label names first: the example in HubSpot's guide begins at the inverse. */
  readonly createdLabelOrder: "forwardFirst" | "inverseFirst";
  /** The HTTP status of deleting a label that is not there. */
  readonly deleteUnknownStatus: 204 | 400;
  /** Whether a label is deleted by its id in either direction, or by that in the direction of the path alone. */
  readonly deleteLabelById: "either" | "ofDirection";
  /** What deleting a label does that records bear (`inUse`): it goes from them, or HubSpot's guide is right and it is refused. */
  readonly labelInUse: "deleted" | "refused";
  /** Whether a path may name a custom object by its plain name, such as `car`, as it could before June 2025. */
  readonly plainCustomNames: "refused" | "accepted";
  /** Whether a missing scope of one object keeps a token from paths that name this object alone, or from all. */
  readonly missingScopeConcerns: "itsObject" | "everything";
  /** Which associations a custom object has from the start: each way with activities, or none. */
  readonly newObjectAssociations: "activities" | "none";
  /** Which association types a schema lists: HubSpot's own ones too, or those of the portal alone. */
  readonly schemaAssociations: "all" | "ownOnly";
  /** For how many milliseconds schemas of standard objects say nothing of a new label. HubSpot takes some five minutes. */
  readonly newNamesBehindMilliseconds: number;
  /** For how many milliseconds limits tracking goes on to count a deleted label. HubSpot does so for up to 40 seconds. */
  readonly deletedLabelsLingerMilliseconds: number;
}

/** Some of the switches; the others keep what they would be anyway. */
export type SwitchesInput = { readonly [K in keyof SandboxSwitches]?: SandboxSwitches[K] };

/** What a sandbox does when nothing is said. */
export const defaultSwitches: SandboxSwitches = {
  errorStatus: 207,
  createStatus: 201,
  purgeStatus: 204,
  batchStatus: "COMPLETE",
  readsBehind: 0,
  behindMilliseconds: 0,
  mixedBatch: "rejectAll",
  noLimit: "noRow",
  noLabel: "noField",
  labelAboveObjectLimit: "batchError",
  labelEqualsObjectLimit: "allowed",
  limitCheck: "wholeBatch",
  createdLabelOrder: "forwardFirst",
  deleteUnknownStatus: 400,
  deleteLabelById: "either",
  labelInUse: "deleted",
  plainCustomNames: "refused",
  missingScopeConcerns: "itsObject",
  newObjectAssociations: "activities",
  schemaAssociations: "all",
  newNamesBehindMilliseconds: 0,
  deletedLabelsLingerMilliseconds: 0,
};

/** Reads switches; those that are not given are taken from `otherwise`. */
export const readSwitches = (cursor: Cursor, otherwise: SandboxSwitches): SandboxSwitches => {
  if (cursor.value === undefined) return otherwise;
  const fields = object(cursor, Object.keys(defaultSwitches));
  return {
    errorStatus: oneOf(fields("errorStatus"), [200, 207], otherwise.errorStatus),
    createStatus: oneOf(fields("createStatus"), [200, 201], otherwise.createStatus),
    purgeStatus: oneOf(fields("purgeStatus"), [200, 204], otherwise.purgeStatus),
    batchStatus: oneOf(fields("batchStatus"), ["COMPLETE", "PENDING", "PROCESSING"], otherwise.batchStatus),
    readsBehind: integer(fields("readsBehind"), 0, otherwise.readsBehind),
    behindMilliseconds: integer(fields("behindMilliseconds"), 0, otherwise.behindMilliseconds),
    mixedBatch: oneOf(fields("mixedBatch"), ["rejectAll", "applyValid"], otherwise.mixedBatch),
    noLimit: oneOf(fields("noLimit"), ["noRow", "noField", "null"], otherwise.noLimit),
    noLabel: oneOf(fields("noLabel"), ["noField", "null"], otherwise.noLabel),
    labelAboveObjectLimit: oneOf(
      fields("labelAboveObjectLimit"),
      ["batchError", "badRequest"],
      otherwise.labelAboveObjectLimit,
    ),
    labelEqualsObjectLimit: oneOf(
      fields("labelEqualsObjectLimit"),
      ["allowed", "refused"],
      otherwise.labelEqualsObjectLimit,
    ),
    limitCheck: oneOf(fields("limitCheck"), ["wholeBatch", "eachInput"], otherwise.limitCheck),
    createdLabelOrder: oneOf(
      fields("createdLabelOrder"),
      ["forwardFirst", "inverseFirst"],
      otherwise.createdLabelOrder,
    ),
    deleteUnknownStatus: oneOf(fields("deleteUnknownStatus"), [204, 400], otherwise.deleteUnknownStatus),
    deleteLabelById: oneOf(fields("deleteLabelById"), ["either", "ofDirection"], otherwise.deleteLabelById),
    labelInUse: oneOf(fields("labelInUse"), ["deleted", "refused"], otherwise.labelInUse),
    plainCustomNames: oneOf(fields("plainCustomNames"), ["refused", "accepted"], otherwise.plainCustomNames),
    missingScopeConcerns: oneOf(
      fields("missingScopeConcerns"),
      ["itsObject", "everything"],
      otherwise.missingScopeConcerns,
    ),
    newObjectAssociations: oneOf(
      fields("newObjectAssociations"),
      ["activities", "none"],
      otherwise.newObjectAssociations,
    ),
    schemaAssociations: oneOf(fields("schemaAssociations"), ["all", "ownOnly"], otherwise.schemaAssociations),
    newNamesBehindMilliseconds: integer(fields("newNamesBehindMilliseconds"), 0, otherwise.newNamesBehindMilliseconds),
    deletedLabelsLingerMilliseconds: integer(
      fields("deletedLabelsLingerMilliseconds"),
      0,
      otherwise.deletedLabelsLingerMilliseconds,
    ),
  };
};
