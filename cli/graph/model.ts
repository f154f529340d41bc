/**
 * The picture of a portal's object model before it is drawn: object types, pairs of them, and labels. Each pair is there
 * once, and what is said of its two sides stands in one order everywhere: `left` counts or names records of the left
 * object type, `right` those of the right one.
 */
import { associationTypes } from "../../data";
import { isStandard } from "../../provider/objectTypes";
import type { PortalContent, PortalLabel, PortalLimit } from "../portal/content";
import { compareObjects, compareTexts } from "../portal/objectNames";

/**
 * How many records of a side one record of the other side may have; none is "many". "500:5" from contacts to companies:
 * a company has at most 500 contacts, a contact at most 5 companies.
 */
export interface Cardinality {
  readonly left?: number;
  readonly right?: number;
}

/** A label of a pair, with the limits that are its own. */
export interface GraphLabel {
  /** What a record of the right type calls one of the left type. */
  readonly left: string;
  readonly right: string;
  readonly limits: Cardinality;
}

/** A pair of object types that has a label or a limit; the two are one where records of one type are associated. */
export interface GraphPair {
  readonly left: string;
  readonly right: string;
  /** The limits of the pair's own, unlabeled association. */
  readonly limits: Cardinality;
  readonly labels: ReadonlyArray<GraphLabel>;
}

export interface GraphObject {
  readonly name: string;
  readonly isCustom: boolean;
}

/** Both lists are in an order that depends on nothing but what is in them. */
export interface Graph {
  readonly portalId: number;
  readonly objects: ReadonlyArray<GraphObject>;
  readonly pairs: ReadonlyArray<GraphPair>;
}

/** HubSpot's own object types have ids that begin with `0-`, also those that are newer than this package. */
const isCustom = (name: string): boolean => !isStandard(name) && !name.startsWith("0-");

const isUnlabeled = ({ naming }: PortalLimit): boolean => naming === "unlabeled";

/** A label as it is written, with the limits of its two types. */
interface Row {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly inverseLabel: string;
  readonly most?: number | undefined;
  readonly inverseMost?: number | undefined;
}

const rowOf = (label: PortalLabel, limits: ReadonlyArray<PortalLimit>): Row => {
  const mostOf = (from: string, to: string, id: number): number | undefined =>
    limits.find((limit) => limit.from === from && limit.to === to && isLimitOf(limit, id))?.maxToObjectIds;
  return {
    ...label,
    most: mostOf(label.from, label.to, label.typeId),
    inverseMost: mostOf(label.to, label.from, label.inverseTypeId),
  };
};

const isLimitOf = (limit: PortalLimit, typeId: number): boolean =>
  !isUnlabeled(limit) && limit.category === "USER_DEFINED" && limit.typeId === typeId;

const isLimitOfLabel = (limit: PortalLimit, { from, to, typeId, inverseTypeId }: PortalLabel): boolean =>
  (limit.from === from && limit.to === to && isLimitOf(limit, typeId)) ||
  (limit.from === to && limit.to === from && isLimitOf(limit, inverseTypeId));

const hubSpotTypes = new Map(associationTypes.map((type) => [type.typeId, type]));

const hubSpotTypeOf = ({ category, typeId }: PortalLimit): ReturnType<typeof hubSpotTypes.get> =>
  category === "HUBSPOT_DEFINED" ? hubSpotTypes.get(typeId) : undefined;

const textOf = (limit: PortalLimit): string =>
  limit.label ?? hubSpotTypeOf(limit)?.label ?? `${limit.category} ${limit.typeId}`;

/** Whether two limits are those of the two directions of one of HubSpot's own types. */
const areInverse = (a: PortalLimit, b: PortalLimit): boolean =>
  a.from === b.to &&
  a.to === b.from &&
  hubSpotTypeOf(a)?.inverseTypeId === b.typeId &&
  hubSpotTypeOf(b)?.inverseTypeId === a.typeId &&
  a.typeId !== b.typeId;

/** Rows for limits of types that are no labels of people: HubSpot's own, and those that an app has made. */
const rowsOfOthers = (limits: ReadonlyArray<PortalLimit>): ReadonlyArray<Row> =>
  limits.flatMap((limit) => {
    const inverse = limits.find((other) => areInverse(limit, other));
    if (inverse !== undefined && compareOthers(inverse, limit) < 0) return [];
    const { from, to, maxToObjectIds: most } = limit;
    const label = textOf(limit);
    const inverseLabel = inverse === undefined ? label : textOf(inverse);
    return [{ from, to, label, inverseLabel, most, inverseMost: inverse?.maxToObjectIds }];
  });

const compareOthers = (a: PortalLimit, b: PortalLimit): number =>
  compareObjects(a.from, b.from) || compareObjects(a.to, b.to) || a.typeId - b.typeId;

const cardinality = (left: number | undefined, right: number | undefined): Cardinality => ({
  ...(left === undefined ? {} : { left }),
  ...(right === undefined ? {} : { right }),
});

/** A row as the pair shows it, whose left type is `left`. */
const labelOf = (left: string, { from, label, inverseLabel, most, inverseMost }: Row): GraphLabel =>
  from === left
    ? { left: inverseLabel, right: label, limits: cardinality(inverseMost, most) }
    : { left: label, right: inverseLabel, limits: cardinality(most, inverseMost) };

const compareMost = (a: number | undefined, b: number | undefined): number => (a ?? Infinity) - (b ?? Infinity) || 0;

const compareLabels = (a: GraphLabel, b: GraphLabel): number =>
  compareTexts(a.left, b.left) ||
  compareTexts(a.right, b.right) ||
  compareMost(a.limits.left, b.limits.left) ||
  compareMost(a.limits.right, b.limits.right);

interface Sides {
  readonly left: string;
  readonly right: string;
}

const sidesOf = ({ from, to }: { readonly from: string; readonly to: string }): Sides =>
  compareObjects(from, to) <= 0 ? { left: from, right: to } : { left: to, right: from };

const keyOf = ({ left, right }: Sides): string => JSON.stringify([left, right]);

const grouped = <A extends { readonly from: string; readonly to: string }>(
  values: ReadonlyArray<A>,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, A[]>();
  for (const value of values) {
    const key = keyOf(sidesOf(value));
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
};

const pairOf = (
  { left, right }: Sides,
  labels: ReadonlyArray<PortalLabel>,
  limits: ReadonlyArray<PortalLimit>,
): GraphPair => {
  const most = (from: string): number | undefined =>
    limits.find((limit) => isUnlabeled(limit) && limit.from === from)?.maxToObjectIds;
  const others = limits.filter((limit) => !isUnlabeled(limit) && !labels.some((label) => isLimitOfLabel(limit, label)));
  const rows = [...labels.map((label) => rowOf(label, limits)), ...rowsOfOthers(others)];
  return {
    left,
    right,
    limits: cardinality(most(right), most(left)),
    labels: rows.map((row) => labelOf(left, row)).sort(compareLabels),
  };
};

/** The object model of a portal: the object types and pairs that have a label or a limit. */
export const graphOf = ({ portalId, labels, limits }: PortalContent): Graph => {
  const sides = new Map([...labels, ...limits].map(sidesOf).map((pair) => [keyOf(pair), pair]));
  const labelsOf = grouped(labels);
  const limitsOf = grouped(limits);
  const pairs = [...sides].map(([key, pair]) => pairOf(pair, labelsOf.get(key) ?? [], limitsOf.get(key) ?? []));
  return {
    portalId,
    objects: objectsOf(pairs.flatMap(({ left, right }) => [left, right])),
    pairs: pairs.sort((a, b) => compareObjects(a.left, b.left) || compareObjects(a.right, b.right)),
  };
};

const objectsOf = (names: ReadonlyArray<string>): ReadonlyArray<GraphObject> =>
  [...new Set(names)].sort(compareObjects).map((name) => ({ name, isCustom: isCustom(name) }));

/** The part of a graph that has to do with these object types, which are there even where they have nothing. */
export const around = (graph: Graph, names: ReadonlyArray<string>): Graph => {
  const pairs = graph.pairs.filter(({ left, right }) => names.includes(left) || names.includes(right));
  return { ...graph, objects: objectsOf([...names, ...pairs.flatMap(({ left, right }) => [left, right])]), pairs };
};

/** How many labels the pairs have. */
export const countLabels = ({ pairs }: Graph): number => pairs.reduce((count, { labels }) => count + labels.length, 0);

/** Whether the two sides of a pair are one object type. */
export const isWithItself = ({ left, right }: GraphPair): boolean => left === right;
