/** Whether two declarations mean the same: limits as a set, by what they select and not by how they are written. */
import type { ConfigurationInputs, LimitInput } from "../model";

/** What a limit selects, as text. */
export type SelectionKey = (limit: LimitInput) => string;

const sameLimits = (selection: SelectionKey, a: ReadonlyArray<LimitInput>, b: ReadonlyArray<LimitInput>): boolean => {
  const meaning = (limit: LimitInput): string => `${selection(limit)}=${limit.maxToObjectIds}`;
  const meanings = new Set(a.map(meaning));
  return a.length === b.length && b.every((limit) => meanings.has(meaning(limit)));
};

/** Whether two declarations about one pair mean the same. */
export const sameMeaning = (selection: SelectionKey, a: ConfigurationInputs, b: ConfigurationInputs): boolean =>
  sameLimits(selection, a.limits, b.limits) &&
  a.authoritative === b.authoritative &&
  a.onCreate === b.onCreate &&
  a.onDelete === b.onDelete;
