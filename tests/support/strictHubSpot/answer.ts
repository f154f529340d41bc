/** What is answered, and the errors as they were recorded. What no recording shows is left out of a body. */
import type { Portal } from "./portal";

export interface Answer {
  readonly status: number;
  /** JSON. @default an empty body */
  readonly body?: unknown;
}

/** An answer, and the portal after it. */
export interface Done {
  readonly answer: Answer;
  readonly portal: Portal;
}

/** A request that no document allows. It is thrown, since whoever sends it relies on what nobody knows. */
export class Undocumented extends Error {
  constructor(what: string) {
    super(`not in HubSpot's documents: ${what}`);
    this.name = "Undocumented";
  }
}

const failed = (status: number, message: string, more: object = {}): Answer => ({
  status,
  body: { status: "error", message, ...more },
});

export const unauthorized = (isMissing: boolean): Answer =>
  failed(401, "Authentication credentials not found or expired.", {
    category: isMissing ? "INVALID_AUTHENTICATION" : "EXPIRED_AUTHENTICATION",
  });

export const unknownObjectType = (name: string): Answer => failed(400, `Unable to infer object type from: ${name}`);

export const duplicateLabel = (what: string): Answer =>
  failed(400, `${what} is taken`, { subCategory: "AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL" });

export const tooManyLabels: Answer = failed(437, "The pair has 50 labels already");

export const labelsStand: Answer = failed(400, "Definition with label still exists; delete it first");

/** A refusal of which no more than that it is one is known. */
export const refused = (message: string): Answer => failed(400, message);
