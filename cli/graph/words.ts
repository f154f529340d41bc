/** What a picture says, in whatever format it is drawn. */
import type { Cardinality, Graph, GraphLabel, GraphPair } from "./model";
import { countLabels, isWithItself } from "./model";

/** `1:1`, `1:n`, `n:1`, `n:m`, and other numbers as they are, such as `500:5`. */
export const cardinalityText = ({ left, right }: Cardinality): string => {
  const many = left === undefined ? "m" : "n";
  return `${left ?? "n"}:${right ?? many}`;
};

const isLimited = ({ left, right }: Cardinality): boolean => left !== undefined || right !== undefined;

/** Both texts of a label, that of the left record first, or the one that both sides have. */
export const labelText = ({ left, right }: GraphLabel): string => (left === right ? left : `${left} / ${right}`);

/** How many there are of something, such as `1 label` and `40 labels`. */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : "s"}`;

/** Such as `8 object types, 25 pairs, 40 labels`. */
export const summary = (graph: Graph): string =>
  [
    counted(graph.objects.length, "object type"),
    counted(graph.pairs.length, "pair"),
    counted(countLabels(graph), "label"),
  ].join(", ");

/** One line of what stands at a pair: a label, or how many there are where they are not shown. */
export interface Line {
  readonly text: string;
  /** The limits, where there are any. */
  readonly limits?: string;
}

/** What is said of the labels of a pair. */
export const labelLines = ({ labels }: GraphPair, showLabels: boolean): ReadonlyArray<Line> => {
  if (!showLabels) return labels.length === 0 ? [] : [{ text: counted(labels.length, "label") }];
  return labels.map((label) => ({
    text: labelText(label),
    ...(isLimited(label.limits) ? { limits: cardinalityText(label.limits) } : {}),
  }));
};

/** The pair of an object type with itself, which is drawn within its node. */
export const pairWithItself = ({ pairs }: Graph, name: string): GraphPair | undefined =>
  pairs.find((pair) => isWithItself(pair) && pair.left === name);

/** Where there is nothing to draw. */
export const nothing = ({ portalId }: Graph): string => `Portal ${portalId} has no labels and no limits`;

/** How to read the numbers. */
export const legend =
  "Each number counts the records of the type on its side: contacts 500:5 companies means that a company has at most 500 " +
  "contacts, and a contact at most 5 companies; n and m are no limit.";
