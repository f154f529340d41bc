/** What can be wrong with a model: where, and what to write instead. */
import * as pulumi from "@pulumi/pulumi";

/** One mistake. The path is empty for the model as a whole. */
export interface Mistake {
  readonly path: string;
  readonly problem: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Whether the program does not have the value itself yet. */
export const isPending = (value: unknown): boolean => pulumi.Output.isInstance(value) || value instanceof Promise;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isPending(value);

const withoutPending = (_key: string, value: unknown): unknown => {
  const named = (part: unknown): unknown =>
    isPending(part) ? "an output" : typeof part === "bigint" ? `${part}` : part;
  if (Array.isArray(value)) return value.map(named);
  return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, named(part)])) : value;
};

const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value, withoutPending) ?? String(value);
  } catch {
    return "a value that contains itself";
  }
};

/** A value as the program has it, or its beginning. */
export const show = (value: unknown): string => {
  if (isPending(value)) return "an output";
  const isNoJson = typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value));
  const text = isNoJson ? String(value) : asJson(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

/** One line for the user. */
export const showMistake = ({ path, problem }: Mistake): string => (path === "" ? problem : `${path}: ${problem}`);
