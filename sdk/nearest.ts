/** "Did you mean", loaded only when something is wrong: importing the SDK costs a program next to nothing. */
import type * as provider from "../provider/nearest";

/** The nearest candidate, unless it is so far away that naming it would only confuse. */
export const nearest = (written: string, candidates: ReadonlyArray<string>): string | undefined => {
  const loaded: typeof provider = require("../provider/nearest");
  return loaded.nearest(written, candidates);
};
