/** What object types are called on any portal, and the order in which they are named. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { objectTypes } from "../../data";
import type { CustomObject } from "../../provider/customObjects";
import type { Pair } from "../../provider/model";
import { isCustomName, normalizeObjectType, objectTypeIdOf } from "../../provider/objectTypes";

/** Names and ids of a portal's object types. */
export interface ObjectNames {
  /** The portable name of an id; the id itself where the portal tells none, or it means something else elsewhere. */
  readonly nameOf: (objectTypeId: string) => string;
  /** The id of a name as `nameOf` gives it, or of any other spelling that the portal knows. */
  readonly idOf: (name: string) => string | undefined;
}

const standardNames = new Map(objectTypes.map(({ objectTypeId, name }) => [objectTypeId, name]));

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const objectNames = (custom: ReadonlyArray<CustomObject>): ObjectNames => {
  /** A custom object named like one of HubSpot's own cannot be told from it by that name. */
  const isPortable = ({ name }: CustomObject): boolean =>
    E.exists((normalized: string) => normalized === name)(normalizeObjectType(name)) &&
    isCustomName(name) &&
    custom.filter((other) => same(other.name, name)).length === 1;
  return {
    nameOf: (objectTypeId) => {
      const object = custom.find((one) => one.objectTypeId === objectTypeId);
      return object !== undefined && isPortable(object)
        ? object.name
        : (standardNames.get(objectTypeId) ?? objectTypeId);
    },
    idOf: (name) =>
      O.toUndefined(objectTypeIdOf(name)) ??
      custom.find((one) => same(one.name, name) || same(one.fullyQualifiedName, name))?.objectTypeId,
  };
};

const ranks = new Map(objectTypes.map(({ name }, i) => [name, i]));

/** The place of one of HubSpot's own object types in HubSpot's order; all others share the one after the last. */
export const rankOf = (name: string): number => ranks.get(name) ?? ranks.size;

/** The same order on every machine, whatever its language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** HubSpot's own object types in HubSpot's order, contacts first, and then all others by name. */
export const compareObjects = (a: string, b: string): number => rankOf(a) - rankOf(b) || compareTexts(a, b);

export const comparePairs = (a: Pair, b: Pair): number => compareObjects(a.from, b.from) || compareObjects(a.to, b.to);
