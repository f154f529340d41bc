/** What a whole run comes to: the secrets that its tests have used are looked for in everything that it printed. */
import { leaked, showLeak } from "./expectNoLeak";
import { formNames } from "./forms";
import type { Note } from "./notes";
import type { Evidence } from "./search";
import { searchFor } from "./search";
import { distinct } from "./secret";

export interface Verdict {
  readonly good: boolean;
  /** One line with the numbers, and one for each secret that was printed. */
  readonly text: string;
}

const counted = (number: number): string => number.toLocaleString("en");

const timesLeaked = ({ bytes }: Evidence): number => bytes.toString("utf8").split(leaked).length - 1;

/**
 * @param notes the searches that the tests have made
 * @param printed what each check has printed, in which a test says what its own search has found
 */
export const verdictOn = (notes: ReadonlyArray<Note>, printed: ReadonlyArray<Evidence>): Verdict => {
  const secrets = distinct(notes.flatMap((note) => note.secrets));
  if (secrets.length === 0) return { good: false, text: "leaks: no test has searched for a secret" };
  const bytes = [...notes.map((note) => note.bytes), ...printed.map((each) => each.bytes.length)];
  const leaks = printed.flatMap(searchFor(secrets));
  const found = leaks.length + printed.map(timesLeaked).reduce((sum, times) => sum + times, 0);
  const numbers = `${counted(secrets.length)} secrets in ${formNames.length} forms`;
  const searched = counted(bytes.reduce((sum, each) => sum + each, 0));
  const outcome = `leaks: ${numbers}, ${searched} bytes searched: ${found === 0 ? "none" : counted(found)} found`;
  return { good: found === 0, text: [outcome, ...leaks.map(showLeak)].join("\n  ") };
};
