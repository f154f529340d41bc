/** Where the sandbox and the strict HubSpot disagree, each with what HubSpot's documents say, and an example. */
import { isWithin } from "./documented";
import type { Path, Question } from "./question";
import { isRead } from "./question";
import type { Meaning } from "./speaker";

export interface Answers {
  readonly question: Question;
  readonly sandbox: Meaning;
  readonly strict: Meaning;
}

export interface Disagreement {
  readonly what: string;
  /** What decides; or that nothing does, and then the strict one is as harsh as HubSpot may be. */
  readonly fact: string;
  /** Its last question is answered differently. */
  readonly example: ReadonlyArray<Question>;
  /** Whether answers that differ do so for this reason. */
  readonly is: (answers: Answers) => boolean;
}

export const differ = ({ sandbox, strict }: Pick<Answers, "sandbox" | "strict">): boolean =>
  sandbox.outcome !== strict.outcome || sandbox.told.join("\n") !== strict.told.join("\n");

const contactsToCompanies: Path = ["contacts", "companies"];
const contactsToCar: Path = ["contacts", "2-7"];

const withoutPlain = ({ outcome, told }: Meaning): Meaning => ({
  outcome,
  told: told.filter((line) => !line.startsWith("plain")),
});

/** No other question here has a text or name in capitals. */
const isTakenInOtherLetters = ({ question, sandbox, strict }: Answers): boolean =>
  question.do === "create" &&
  [question.name, question.label].some((text) => text === text.toUpperCase()) &&
  sandbox.outcome === "done" &&
  strict.outcome === "refused: duplicate";

const isOneTextTwice = ({ question, strict }: Answers): boolean =>
  question.do === "create" && isWithin(question.of) && question.label === question.inverse && strict.outcome === "done";

/** Whether the two hold something else from a write on: one alone took it, or each its own way. */
export const part = (answers: Answers): boolean =>
  !isRead(answers.question) &&
  ((answers.sandbox.outcome === "done") !== (answers.strict.outcome === "done") || isOneTextTwice(answers));

/** Answers that mean something else for no listed reason. */
export const unlisted = (all: ReadonlyArray<Answers>): ReadonlyArray<Answers> =>
  all.filter((answers) => differ(answers) && !disagreements.some(({ is }) => is(answers)));

export const disagreements: ReadonlyArray<Disagreement> = [
  {
    what: "the answer to the first label of a pair with a custom object",
    fact: "a create answers with the label's two directions (documented); its plain association, which comes along, is not named there",
    example: [{ do: "create", of: contactsToCar, name: "a", label: "Advisor", inverse: "By advisor" }],
    is: ({ question, sandbox, strict }) =>
      question.do === "create" && !differ({ sandbox: withoutPlain(sandbox), strict }),
  },
  {
    what: "a label with the text of one of HubSpot's own",
    fact: "nothing is known of such a label",
    example: [{ do: "create", of: contactsToCompanies, name: "a", label: "Primary", inverse: "By advisor" }],
    is: ({ question, sandbox, strict }) =>
      (question.do === "create" || question.do === "change") &&
      [question.label, question.inverse].includes("Primary") &&
      sandbox.outcome === "done" &&
      strict.outcome === "refused: duplicate",
  },
  {
    what: "how a name that is taken is refused",
    fact: "names are unique in a portal; of a duplicate, 400 with DUPLICATE_ASSOCIATION_LABEL is all that is known",
    example: [
      { do: "create", of: contactsToCompanies, name: "a", label: "Advisor", inverse: "By advisor" },
      { do: "create", of: contactsToCompanies, name: "a", label: "Buyer", inverse: "By buyer" },
    ],
    is: ({ question, sandbox, strict }) =>
      question.do === "create" && sandbox.outcome === "refused: 400" && strict.outcome === "refused: duplicate",
  },
  {
    what: "a batch that is right as a whole and in its order, and not by what stood before",
    fact: "whether a batch is checked as a whole is not known",
    example: [
      { do: "update", of: contactsToCompanies, inputs: [[279, 2]] },
      {
        do: "update",
        of: contactsToCompanies,
        inputs: [
          [279, 5],
          [1, 3],
        ],
      },
    ],
    is: ({ question, sandbox, strict }) =>
      question.do === "update" &&
      question.inputs.length > 1 &&
      sandbox.outcome === "done" &&
      strict.outcome === "refused: batch",
  },
  {
    what: "a text that is taken in other letters",
    fact: "whether letter case makes another text is not known",
    example: [
      { do: "create", of: contactsToCompanies, name: "a", label: "Advisor", inverse: "By advisor" },
      { do: "create", of: contactsToCompanies, name: "b", label: "ADVISOR", inverse: "By buyer" },
    ],
    is: isTakenInOtherLetters,
  },
  {
    what: "a name that is taken in other letters",
    fact: "whether letter case makes another name is not known",
    example: [
      { do: "create", of: contactsToCompanies, name: "a", label: "Advisor", inverse: "By advisor" },
      { do: "create", of: contactsToCompanies, name: "A", label: "Buyer", inverse: "By buyer" },
    ],
    is: isTakenInOtherLetters,
  },
  {
    what: "one text given twice for a label between records of one type",
    fact: "whether that makes one association type or two is not known",
    example: [{ do: "create", of: ["contacts", "contacts"], name: "a", label: "Advisor", inverse: "Advisor" }],
    is: isOneTextTwice,
  },
];
