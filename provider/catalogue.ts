/**
 * What HubSpot's published list of association types says of a pair. The list is not complete (new types come with
 * new objects), so an id that it lacks proves nothing; an id that it has belongs to one directed pair.
 */
import * as O from "fp-ts/Option";
import type { HubSpotDefinedType } from "../data";
import { associationTypes } from "../data";
import { showType } from "./associationType";
import type { AssociationType, Pair } from "./model";
import { objectTypeIdOf } from "./objectTypes";

const byTypeId = new Map(associationTypes.map((entry) => [entry.typeId, entry]));

const byPair = new Map<string, ReadonlyArray<HubSpotDefinedType>>();
for (const entry of associationTypes) {
  const key = `${entry.fromObjectTypeId}/${entry.toObjectTypeId}`;
  byPair.set(key, [...(byPair.get(key) ?? []), entry]);
}

const idOf = (name: string): string | undefined => O.toUndefined(objectTypeIdOf(name));

/** HubSpot's own types of a directed pair; empty where the list has none, or a side has no id that is known here. */
export const typesOfPair = (pair: Pair): ReadonlyArray<HubSpotDefinedType> => {
  const [from, to] = [idOf(pair.from), idOf(pair.to)];
  return from === undefined || to === undefined ? [] : (byPair.get(`${from}/${to}`) ?? []);
};

/** HubSpot's own entry for an id, if the list has it. */
export const entryOf = (type: AssociationType): O.Option<HubSpotDefinedType> =>
  type.category === "HUBSPOT_DEFINED" ? O.fromNullable(byTypeId.get(type.typeId)) : O.none;

/** `HUBSPOT_DEFINED 279 ("Contact to company")`, by the label that the portal gives or else by the list's. */
export const showNamed = (type: AssociationType, label?: string): string => {
  const name = label ?? O.toUndefined(entryOf(type))?.label;
  return `${showType(type)}${name === undefined ? "" : ` ("${name}")`}`;
};

/** The pair's unlabeled association: each pair of the list has exactly one type without a qualifier. */
export const unlabeledTypeOf = (pair: Pair): O.Option<AssociationType> =>
  O.fromNullable(
    typesOfPair(pair)
      .filter((entry) => entry.qualifier === undefined)
      .map(({ typeId }) => ({ category: "HUBSPOT_DEFINED", typeId }))[0],
  );

/** Whether the list gives this entry to another pair. A side that the list does not identify decides nothing. */
export const belongsElsewhere = (entry: HubSpotDefinedType, pair: Pair): boolean => {
  const differs = (listed: string | undefined, declared: string): boolean => {
    const id = idOf(declared);
    if (id === undefined) return listed !== undefined;
    return listed === undefined ? /^0-/.test(id) && isListed(id) : listed !== id;
  };
  return differs(entry.fromObjectTypeId, pair.from) || differs(entry.toObjectTypeId, pair.to);
};

const listedIds = new Set(associationTypes.flatMap((e) => [e.fromObjectTypeId, e.toObjectTypeId]));
const isListed = (id: string): boolean => listedIds.has(id);
