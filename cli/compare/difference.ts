/** What two portals differ in, by meaning: ids, order and the side from which a label is written make no difference. */
import type { CustomObject } from "../../provider/customObjects";
import type { Pair } from "../../provider/model";
import type { PortalContent, PortalLabel, PortalLimit } from "../portal/content";
import { labelsDiffer, matchLabels } from "./labels";
import { matchLimits } from "./limits";
import { match } from "./match";
import { folded, pairKeys, readingPair, sortedBy } from "./order";

/** Where something was found. What is on both sides and different is written in the same direction on both. */
export type Found<A> =
  | { readonly found: "onlyInFirst"; readonly first: A }
  | { readonly found: "onlyInSecond"; readonly second: A }
  | { readonly found: "different"; readonly first: A; readonly second: A };

export type Difference =
  | ({ readonly what: "customObject" } & Found<CustomObject>)
  | ({ readonly what: "label" } & Found<PortalLabel>)
  | ({ readonly what: "limit" } & Found<PortalLimit>);

interface Findings<A> {
  readonly onlyFirst: ReadonlyArray<A>;
  readonly onlySecond: ReadonlyArray<A>;
  readonly different: ReadonlyArray<readonly [first: A, second: A]>;
}

const found = <A>({ onlyFirst, onlySecond, different }: Findings<A>): ReadonlyArray<Found<A>> => [
  ...onlyFirst.map((first) => ({ found: "onlyInFirst", first }) as const),
  ...onlySecond.map((second) => ({ found: "onlyInSecond", second }) as const),
  ...different.map(([first, second]) => ({ found: "different", first, second }) as const),
];

/** What a difference is about, as the first portal has it, or else the second. */
export const valueOf = <A>(difference: Found<A>): A =>
  difference.found === "onlyInSecond" ? difference.second : difference.first;

/** The pair of a difference in the direction in which people read it; a custom object stands for itself. */
export const pairOf = (difference: Difference): Pair | undefined => {
  if (difference.what === "customObject") return undefined;
  return readingPair(difference.found === "onlyInSecond" ? difference.second : difference.first);
};

const keys = (difference: Difference): ReadonlyArray<string> => {
  if (difference.what === "customObject") return ["0", folded(valueOf(difference).name)];
  if (difference.what === "label") {
    const label = valueOf(difference);
    const [from = "", to = ""] = pairKeys(label);
    return ["1", from, to, "0", label.label, label.inverseLabel];
  }
  const limit = valueOf(difference);
  const [from = "", to = "", direction = ""] = pairKeys(limit);
  return ["1", from, to, "1", direction, limit.naming === "unlabeled" ? "0" : "1", limit.label ?? "", limit.category];
};

/** Everything that the two differ in: custom objects first, then pair by pair, labels before limits. */
export const differences = (first: PortalContent, second: PortalContent): ReadonlyArray<Difference> => {
  const objects = match(first.customObjects, second.customObjects, {
    group: ({ name }) => folded(name),
    distance: () => 0,
    text: ({ name }) => name,
  });
  const labels = matchLabels(first.labels, second.labels);
  const limits = matchLimits(first.limits, second.limits, labels);
  const all: ReadonlyArray<Difference> = [
    ...found({ ...objects, different: [] }).map((object) => ({ what: "customObject", ...object }) as const),
    ...found({ ...labels, different: labels.both.filter(([a, b]) => labelsDiffer(a, b)) }).map(
      (label) => ({ what: "label", ...label }) as const,
    ),
    ...found(limits).map((limit) => ({ what: "limit", ...limit }) as const),
  ];
  return sortedBy(all, keys);
};
