/**
 * A portal's custom object types: which one a name means there, and whether two spellings mean the same one. Names are
 * portable, ids and fully qualified names are a portal's own.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Pair } from "./model";
import { nearest } from "./nearest";
import { isCustomName, objectTypeIdOf, standardNames } from "./objectTypes";

/** A custom object type as the portal's schemas tell it. */
export interface CustomObject {
  /** Such as `2-123`. */
  readonly objectTypeId: string;
  /** Such as `p111_car`. */
  readonly fullyQualifiedName: string;
  /** Such as `car`. */
  readonly name: string;
}

const idsByList = new WeakMap<ReadonlyArray<CustomObject>, ReadonlyMap<string, string>>();

/** The ids of a portal's custom objects by both of their names in small letters, made once for each list. */
const idsByName = (custom: ReadonlyArray<CustomObject>): ReadonlyMap<string, string> => {
  const known = idsByList.get(custom);
  if (known !== undefined) return known;
  const ids = new Map<string, string>();
  for (const { fullyQualifiedName, name, objectTypeId } of custom)
    for (const each of [fullyQualifiedName.toLowerCase(), name.toLowerCase()])
      if (!ids.has(each)) ids.set(each, objectTypeId);
  idsByList.set(custom, ids);
  return ids;
};

/**
 * A normalized object type in the form in which it is asked for: a custom object's name becomes its id. None is a name
 * that the portal does not have.
 */
export const located = (custom: ReadonlyArray<CustomObject>, name: string): O.Option<string> =>
  isCustomName(name) ? O.fromNullable(idsByName(custom).get(name.toLowerCase())) : O.some(name);

/**
 * The same for whoever shows what is wrong: finding the nearest name costs many times what finding the object does.
 * @returns Left with what is wrong with a name that the portal does not have
 */
export const locate = (custom: ReadonlyArray<CustomObject>, name: string): E.Either<string, string> =>
  pipe(
    located(custom, name),
    E.fromOption(() => unknownObject(custom, name)),
  );

const unknownObject = (custom: ReadonlyArray<CustomObject>, name: string): string => {
  const names = custom.map((object) => object.name);
  const near = nearest(name, [...names, ...standardNames.keys()]);
  const close = near === undefined ? undefined : (standardNames.get(near) ?? near);
  const what = `"${name}" is none of HubSpot's object types`;
  if (names.length === 0) {
    const meant = close === undefined ? "" : `; did you mean "${close}"?`;
    return `${what}, and the portal has no custom objects${meant}`;
  }
  const meant = close === undefined ? "" : `did you mean "${close}"? `;
  return `${what}, and the portal has no custom object of that name; ${meant}${
    meant === "" ? "its" : "Its"
  } custom objects are ${names.join(", ")}`;
};

/** Both sides of a pair, located, as far as the portal's custom objects tell. */
export const locatePair = (custom: ReadonlyArray<CustomObject>, { from, to }: Pair): Pair => ({
  from: pipe(
    located(custom, from),
    O.getOrElse(() => from),
  ),
  to: pipe(
    located(custom, to),
    O.getOrElse(() => to),
  ),
});

/** Whether a side of a pair is named in a way that only the portal's list of custom objects explains. */
export const namesCustomObject = ({ from, to }: Pair): boolean => isCustomName(from) || isCustomName(to);

/** Whether a side of a pair is no object type of HubSpot's own: then its unlabeled association is the portal's. */
export const hasCustomObject = (pair: Pair): boolean => [pair.from, pair.to].some((side) => !/^0-/.test(idOf(side)));

const idOf = (name: string): string => O.toUndefined(objectTypeIdOf(name)) ?? name;

/** A name without the prefix that this portal's full names have, in one case; of any portal where none is given. */
export const plainName = (portalId: O.Option<number>, name: string): string =>
  name.replace(new RegExp(`^p${O.isSome(portalId) ? portalId.value : "\\d+"}_`, "i"), "").toLowerCase();
