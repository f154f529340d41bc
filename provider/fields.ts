/**
 * Reading the properties of a resource field by field, so that every mistake is reported at once and each with its path,
 * its value and the way out. What the engine does not know yet passes.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { nearest } from "./nearest";
import { normalizeObjectType } from "./objectTypes";
import { isUnknown } from "./unknown";

/** One mistake: where, what stands there, and what to write instead. */
export interface InputFailure {
  readonly path: string;
  readonly problem: string;
}

export type Fields = Readonly<Record<string, unknown>>;
export type Read<A> = E.Either<ReadonlyArray<InputFailure>, A>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as the program has it, or its beginning. */
export const show = (value: unknown): string => {
  const json =
    value === undefined || (typeof value === "number" && !Number.isFinite(value))
      ? String(value)
      : JSON.stringify(value);
  return json.length > 120 ? `${json.slice(0, 120)}…` : json;
};

export const fail = (path: string, problem: string): Read<never> => E.left([{ path, problem }]);

export const oneOf =
  <A extends string>(allowed: ReadonlyArray<A>) =>
  (path: string, value: unknown): Read<A> => {
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return E.right(found);
    const close = typeof value === "string" ? nearest(value, allowed) : undefined;
    const list = allowed.map((candidate) => `"${candidate}"`).join(", ");
    return fail(
      path,
      value === undefined
        ? `missing; write one of ${list}`
        : `${show(value)} is none of ${list}${close === undefined ? "" : `; did you mean "${close}"?`}`,
    );
  };

export const objectType = (path: string, value: unknown): Read<string> => {
  if (typeof value !== "string" || value.trim() === "") {
    return fail(
      path,
      `${value === undefined ? "missing" : `${show(value)} is no object type`}; write for example "contacts"`,
    );
  }
  return pipe(
    normalizeObjectType(value),
    E.mapLeft((problem) => [{ path, problem: `${show(value)} is none of HubSpot's object types; ${problem}` }]),
  );
};

/** Reads a value unless it is not known yet. */
export const known =
  <A>(read: (path: string, value: unknown) => Read<A>) =>
  (path: string, value: unknown): Read<O.Option<A>> =>
    isUnknown(value) ? E.right(O.none) : pipe(read(path, value), E.map(O.some));

export const strangeKeys = (path: string, fields: Fields, keys: ReadonlyArray<string>): ReadonlyArray<InputFailure> =>
  Object.keys(fields)
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const close = nearest(key, keys);
      const what = close === undefined ? `the keys here are ${keys.join(", ")}` : `did you mean "${close}"?`;
      return { path: `${path}${key}`, problem: `there is no such key (its value is ${show(fields[key])}); ${what}` };
    });

/** Reads the fields of one resource, by their names. */
export const reading =
  (fields: Fields) =>
  <A>(key: string, read: (path: string, value: unknown) => Read<A>): Read<O.Option<A>> =>
    known(read)(key, fields[key]);

/** What was read, where that went well and is known. */
export const valueOf = <A>(read: Read<O.Option<A>>): O.Option<A> => (E.isRight(read) ? read.right : O.none);

/** An object type in its one spelling, or what stands there. */
export const spelled = (fields: Fields, key: string, read: Read<O.Option<string>>): unknown =>
  O.toUndefined(valueOf(read)) ?? fields[key];

export const lefts = <A>(read: Read<A>): ReadonlyArray<InputFailure> => (E.isLeft(read) ? read.left : []);
