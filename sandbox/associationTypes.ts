/** Which association types a pair has: HubSpot's own ones from the catalogue, and those of the portal. */
import type { HubSpotDefinedType } from "../data";
import { associationTypes, objectTypes } from "../data";
import type { Label } from "./model";
import { capitalized } from "./objectTypes";

/** A directed pair of object types, by their names in the state. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

/** An association type of a pair. `label: null` is the pair's unlabeled one. */
export interface AssociationType {
  readonly category: string;
  readonly typeId: number;
  readonly label: string | null;
}

const nameOf: ReadonlyMap<string, string> = new Map(objectTypes.map((type) => [type.objectTypeId, type.name]));

const keyOf = (pair: Pair): string => `${pair.from}/${pair.to}`;

/**
 * HubSpot's own labels. Those of 1, 2, 6, 930 and 931 were recorded; the others are made alike, such as
 * `Ticket with Primary Company`, or from what sets the type apart, such as `Child Company` for parent to child.
 */
const labelOf = ({ typeId, qualifier, from, to }: HubSpotDefinedType): string | null => {
  if (qualifier === undefined) return null;
  // The tables of ids call 2 "Company to primary contact", but it is the other side of a contact's primary company.
  if (qualifier.from === "primary" || typeId === 2)
    return capitalized(`${to} with primary ${from}`).replace("With", "with");
  if (qualifier.from === "billing") return capitalized(`billing ${from}`);
  if (qualifier.to === "billing") return capitalized(`billing ${to}`);
  if (qualifier.from !== undefined && qualifier.to !== undefined) return capitalized(`${qualifier.to} ${to}`);
  return capitalized(qualifier.to ?? qualifier.from ?? "");
};

interface TypeOfPair extends AssociationType, Pair {}

const catalogue: ReadonlyArray<TypeOfPair> = associationTypes.flatMap((type) => {
  const from = nameOf.get(type.fromObjectTypeId ?? "");
  const to = nameOf.get(type.toObjectTypeId ?? "");
  if (from === undefined || to === undefined) return [];
  return [{ from, to, category: "HUBSPOT_DEFINED", typeId: type.typeId, label: labelOf(type) }];
});

/** Both directions of a label, or one where it is its own inverse. */
export const directions = ({ category, ...label }: Label): ReadonlyArray<TypeOfPair> => {
  const forward = { from: label.from, to: label.to, category, typeId: label.typeId, label: label.label };
  const inverse = { from: label.to, to: label.from, category, typeId: label.inverseTypeId, label: label.inverseLabel };
  return label.from === label.to && label.typeId === label.inverseTypeId ? [forward] : [forward, inverse];
};

interface TypesOfPair extends Pair {
  readonly types: ReadonlyArray<AssociationType>;
}

type ByPair = ReadonlyMap<string, TypesOfPair>;

/** The types of each pair, after those that it has already. */
const withTypes = (before: ByPair, more: ReadonlyArray<TypeOfPair>): ByPair => {
  const pairs = new Map(before);
  for (const { from, to, ...type } of more) {
    const key = keyOf({ from, to });
    pairs.set(key, { from, to, types: [...(pairs.get(key)?.types ?? []), type] });
  }
  return pairs;
};

const catalogueByPair = withTypes(new Map(), catalogue);

const groupByPair = (labels: ReadonlyArray<Label>): ByPair => withTypes(catalogueByPair, labels.flatMap(directions));

/** A list of labels is never changed, only replaced: each is grouped once. */
const grouped = new WeakMap<ReadonlyArray<Label>, ByPair>();

const pairsOf = (labels: ReadonlyArray<Label>): ByPair => {
  const pairs = grouped.get(labels) ?? groupByPair(labels);
  grouped.set(labels, pairs);
  return pairs;
};

/** All association types of a pair, HubSpot's own first. */
export const typesOf = (labels: ReadonlyArray<Label>, pair: Pair): ReadonlyArray<AssociationType> =>
  pairsOf(labels).get(keyOf(pair))?.types ?? [];

/** Every pair of the portal that has an association type. */
export const pairsWithTypes = (labels: ReadonlyArray<Label>): ReadonlyArray<Pair> => [...pairsOf(labels).values()];

/** Whether two association types are the same one. */
export const sameType = (a: Omit<AssociationType, "label">, b: Omit<AssociationType, "label">): boolean =>
  a.category === b.category && a.typeId === b.typeId;
