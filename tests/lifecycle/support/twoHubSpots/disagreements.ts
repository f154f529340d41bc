/** Where the sandbox and the strict HubSpot disagree, each with what HubSpot's documents say, and an example. */
import type { Question } from "./question";
import type { Meaning } from "./speaker";

export interface Disagreement {
  readonly what: string;
  /** What decides. */
  readonly fact: string;
  /** Its last question is answered differently. */
  readonly example: ReadonlyArray<Question>;
  /** Whether answers that differ do so for this reason. */
  readonly is: (answers: {
    readonly question: Question;
    readonly sandbox: Meaning;
    readonly strict: Meaning;
  }) => boolean;
}

export const disagreements: ReadonlyArray<Disagreement> = [];
