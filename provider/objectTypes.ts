/**
 * Object types in one spelling. HubSpot takes `contacts`, `contact`, `CONTACT` and `0-1` for the same thing;
 * states and claims must not. Standard types get their plural name, everything else stays as HubSpot spells it.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { objectTypes } from "../data";
import { nearest } from "./nearest";

const standard = new Map(
  objectTypes.flatMap(({ objectTypeId, name, singular }) => [
    [objectTypeId, name],
    [name, name],
    [singular, name],
  ]),
);

const standardIds = new Map(objectTypes.map(({ objectTypeId, name }) => [name, objectTypeId]));

/** `2-1234567` (custom), or a standard type newer than the list in `data/`, such as `0-999`. */
const objectTypeId = /^\d+-\d+$/;

/** A custom object's fully qualified name: `p` and the portal's id, `_` and the name. */
const fullyQualifiedName = /^p\d+_\w+$/i;

/**
 * The one spelling of an object type.
 * @returns Left with what to do about a spelling that names no object type.
 */
export const normalizeObjectType = (spelling: string): E.Either<string, string> => {
  const trimmed = spelling.trim();
  const plain = trimmed.toLowerCase();
  const name = standard.get(plain) ?? standard.get(plain.replace(/[\s-]+/g, "_"));
  if (name !== undefined) return E.right(name);
  if (objectTypeId.test(trimmed) || fullyQualifiedName.test(trimmed)) return E.right(trimmed);
  const close = nearest(plain, [...standard.keys()]);
  return E.left(
    close === undefined
      ? "a custom object is written 2-1234567 or p1234567_car"
      : `did you mean "${standard.get(close) ?? close}"? A custom object is written 2-1234567 or p1234567_car`,
  );
};

/** The id of a normalized object type, where it is known without asking a portal. */
export const objectTypeIdOf = (name: string): O.Option<string> =>
  objectTypeId.test(name) ? O.some(name) : O.fromNullable(standardIds.get(name));

/** Whether this is one of HubSpot's own object types, as far as their list in `data/` goes. */
export const isStandard = (name: string): boolean => standardIds.has(name);
