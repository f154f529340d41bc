/** The values of a model, each read by itself; what is wrong says what to write instead. */
import { nearest } from "../nearest";
import { normalizedObjectType } from "../objectTypeName";
import type { Fields, Mistake } from "./mistake";
import { isPending, show } from "./mistake";

/** What a field gives: a value, or why there is none; neither where it is optional and not there. */
export interface Read<A> {
  readonly value: A | undefined;
  readonly mistakes: ReadonlyArray<Mistake>;
}

export type Reader<A> = (path: string, value: unknown) => Read<A>;

const maxLimit = 2 ** 31 - 1;

/** Not there, and need not be. */
export const nothing: Read<never> = { value: undefined, mistakes: [] };

export const right = <A>(value: A): Read<A> => ({ value, mistakes: [] });

export const wrong = (path: string, value: unknown, problem: string): Read<never> => ({
  value: undefined,
  mistakes: [
    {
      path,
      problem: isPending(value)
        ? "is an output or a promise; a model is plain data, since it decides which resources there are"
        : problem,
    },
  ],
});

export const optional =
  <A>(reader: Reader<A>): Reader<A> =>
  (path, value) =>
    value === undefined ? nothing : reader(path, value);

const isAllowed = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= maxLimit;

export const wholeNumber: Reader<number> = (path, value) => {
  if (typeof value === "number" && isAllowed(value)) return right(value);
  const isQuoted = typeof value === "string" && /^[1-9]\d*$/.test(value) && isAllowed(Number(value));
  const write = isQuoted ? `write ${value} without quotes` : "leave it out for no limit";
  return wrong(path, value, `${show(value)} is not a whole number from 1 to ${maxLimit}; ${write}`);
};

export const bool: Reader<boolean> = (path, value) => {
  if (typeof value === "boolean") return right(value);
  const quoted = value === "true" || value === "false" ? `; write ${value} without quotes` : "";
  return wrong(path, value, `${show(value)} is neither true nor false${quoted}`);
};

export const oneOf =
  <A extends string>(...allowed: ReadonlyArray<A>): Reader<A> =>
  (path, value) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return right(found);
    const close = typeof value === "string" ? nearest(value, allowed) : undefined;
    const list = allowed.map((candidate) => `"${candidate}"`).join(" nor ");
    return wrong(
      path,
      value,
      `${show(value)} is neither ${list}${close === undefined ? "" : `; did you mean "${close}"?`}`,
    );
  };

export const objectType: Reader<string> = (path, value) => {
  const write = `write for example "contacts"`;
  if (value === undefined) return wrong(path, value, `missing; ${write}`);
  if (typeof value !== "string" || value.trim() === "") {
    return wrong(path, value, `${show(value)} is no object type; ${write}`);
  }
  return value.includes("/")
    ? wrong(path, value, `${show(value)} is no object type, since it has a slash; ${write}`)
    : right(normalizedObjectType(value));
};

export const text =
  (example: string): Reader<string> =>
  (path, value) => {
    if (typeof value === "string" && value.trim() !== "") return right(value);
    const what = value === undefined ? "missing" : `${show(value)} is no text that people could read`;
    return wrong(path, value, `${what}; write for example "${example}"`);
  };

/** A name that HubSpot takes, made of what was written. */
const nameLike = (written: string): string => {
  const plain = written
    .trim()
    .replace(/[^\p{L}\p{N}_]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return /^\d/.test(plain) ? `label_${plain}` : plain;
};

/** HubSpot's rules for internal names; what to write comes from the name, else from the label's text. */
export const labelName =
  (labelText: unknown): Reader<string> =>
  (path, value) => {
    const fromText = typeof labelText === "string" ? nameLike(labelText.toLowerCase()) : "";
    const ofText = fromText === "" ? "decision_maker" : fromText;
    if (typeof value !== "string" || value.trim() === "") {
      return wrong(
        path,
        value,
        `${show(value)} is no name; write for example "${ofText}", or leave the key out for a label that stands already`,
      );
    }
    const fault = value.includes("-") ? "has a hyphen" : /^\s*\d/.test(value) ? "begins with a digit" : undefined;
    if (fault === undefined) return right(value);
    const ofName = nameLike(value);
    return wrong(
      path,
      value,
      `"${value}" ${fault}, which HubSpot does not take in a label's internal name; write for example "${ofName === "" ? ofText : ofName}"`,
    );
  };

export const strangeKeys = (path: string, fields: Fields, keys: ReadonlyArray<string>): ReadonlyArray<Mistake> =>
  Object.keys(fields)
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const close = nearest(key, keys);
      const what = close === undefined ? `the keys here are ${keys.join(", ")}` : `did you mean "${close}"?`;
      return {
        path: path === "" ? key : `${path}.${key}`,
        problem: `there is no such key (its value is ${show(fields[key])}); ${what}`,
      };
    });
