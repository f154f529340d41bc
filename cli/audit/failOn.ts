/** Which findings count for the exit code. */
import { InvalidArgumentError } from "commander";

/** A limit is reached, 80 % or more of it is used, or HubSpot would not let two limits stand together. */
export const kinds = ["at", "near", "contradiction"] as const;
export type Kind = (typeof kinds)[number];

/** Somebody has to act where a limit keeps people from working, and where limits cannot have been meant. */
const usualFailOn: ReadonlyArray<Kind> = ["at", "contradiction"];

const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word);

/** One `--fail-on` more: a kind, several with commas between them, or `none`. */
export const collectFailOn = (
  text: string,
  before: ReadonlyArray<Kind | "none"> = [],
): ReadonlyArray<Kind | "none"> => {
  const words = text.split(",").map((word) => word.trim());
  const read = words.map((word): Kind | "none" => {
    if (word === "none" || isKind(word)) return word;
    throw new InvalidArgumentError(`Write some of ${kinds.join(", ")}, or none.`);
  });
  const all = [...new Set([...before, ...read])];
  if (all.includes("none") && all.length > 1) throw new InvalidArgumentError("none goes alone.");
  return all;
};

/** Those that count, in the order of {@link kinds}. */
export const failOnOf = (flag: ReadonlyArray<Kind | "none"> | undefined): ReadonlyArray<Kind> =>
  kinds.filter((kind) => (flag ?? usualFailOn).includes(kind));
