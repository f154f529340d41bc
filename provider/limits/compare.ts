/** Whether two declarations mean the same: limits as a set, by what they select and not by how they are written. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { pairOfInputs, typeKey } from "../associationType";
import type { ConfigurationInputs, LimitInput, Pair } from "../model";
import { resolveLimit } from "./selector";

/** The meaning of one limit as text: its type and its number. */
const meaning = (pair: Pair, limit: LimitInput): string =>
  pipe(
    resolveLimit(pair, limit),
    O.match(() => "unlabeled", typeKey),
    (type) => `${type}=${limit.maxToObjectIds}`,
  );

const sameLimits = (pair: Pair, a: ReadonlyArray<LimitInput>, b: ReadonlyArray<LimitInput>): boolean => {
  const meanings = new Set(a.map((limit) => meaning(pair, limit)));
  return a.length === b.length && b.every((limit) => meanings.has(meaning(pair, limit)));
};

/** Whether two declarations mean the same. */
export const sameMeaning = (a: ConfigurationInputs, b: ConfigurationInputs): boolean =>
  a.fromObjectType === b.fromObjectType &&
  a.toObjectType === b.toObjectType &&
  sameLimits(pairOfInputs(a), a.limits, b.limits) &&
  a.authoritative === b.authoritative &&
  a.onCreate === b.onCreate &&
  a.onDelete === b.onDelete;
