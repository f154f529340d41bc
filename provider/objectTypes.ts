/**
 * Object types in one spelling. HubSpot takes `contacts`, `contact`, `CONTACT` and `0-1` for the same thing;
 * states and claims must not. Standard types get their plural name, everything else stays as it is written: an id, or
 * the name of a custom object, which only a portal can place.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { objectTypes } from "../data";

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

/** A custom object's fully qualified name, `p` and the portal's id, `_` and the name; or that name alone. */
const customName = /^[a-z]\w*$/i;

/**
 * The one spelling of an object type.
 * @returns Left with what to do about a spelling that can name no object type.
 */
export const normalizeObjectType = (spelling: string): E.Either<string, string> => {
  const trimmed = spelling.trim();
  const plain = trimmed.toLowerCase();
  const name = standard.get(plain) ?? standard.get(plain.replace(/[\s-]+/g, "_"));
  if (name !== undefined) return E.right(name);
  return objectTypeId.test(trimmed) || customName.test(trimmed)
    ? E.right(trimmed)
    : E.left("write a name such as contacts; a custom object by its name (car), or as 2-1234567 or p1234567_car");
};

/** The id of a normalized object type, where it is known without asking a portal. */
export const objectTypeIdOf = (name: string): O.Option<string> =>
  objectTypeId.test(name) ? O.some(name) : O.fromNullable(standardIds.get(name));

/** Whether this is one of HubSpot's own object types, as far as their list in `data/` goes. */
export const isStandard = (name: string): boolean => standardIds.has(name);

/** Whether only the portal's list of custom objects tells which object type this is. */
export const isCustomName = (name: string): boolean => O.isNone(objectTypeIdOf(name));

/** HubSpot's own object types by every name that they have. */
export const standardNames: ReadonlyMap<string, string> = new Map(
  objectTypes.flatMap(({ name, singular }) => [
    [name, name],
    [singular, name],
  ]),
);
