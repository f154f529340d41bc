/**
 * `large`: a portal to measure with. 30 of HubSpot's own object types and two custom ones, without which there would
 * not be 1,000 directed pairs; each of these has one to three labels, and most have limits.
 */
import { objectTypes } from "../../data";
import type { Pair } from "../associationTypes";
import { typesOf } from "../associationTypes";
import type { Label, PortalInput } from "../model";
import type { SeedLabel, SeedLimit } from "./portalFrom";
import { portalFrom } from "./portalFrom";

const custom = [
  { objectTypeId: "2-4801", name: "asset" },
  { objectTypeId: "2-4802", name: "site" },
];
const standard = objectTypes.slice(0, 30).map(({ name }) => name);
const types = [...standard, ...custom.map(({ name }) => name)];

/** So many types have a pair with themselves; every two different ones have one: 8 + 32 · 31 directed pairs. */
const pairsWithItself = 8;

const pairs = (): ReadonlyArray<Pair> =>
  types.flatMap((from, i) => types.slice(i < pairsWithItself ? i : i + 1).map((to) => ({ from, to })));

const texts: ReadonlyArray<readonly [label: string, inverseLabel: string]> = [
  ["Owner", "Owned"],
  ["Related", "Related"],
  ["Source", "Result"],
  ["Reviewer", "Reviewed"],
  ["Main", "Main"],
  ["Replacement", "Replaced"],
  ["Approver", "Approved"],
];

/** The labels of the pair with this number: one, two or three in turn, beginning with other texts than its neighbours. */
const labelsOf = ({ from, to }: Pair, number: number): ReadonlyArray<SeedLabel> => {
  const first = number % texts.length;
  return [...texts, ...texts]
    .slice(first, first + 1 + (number % 3))
    .map(([label, inverseLabel], i) => ({ from, to, name: `${from}_${to}_${i + 1}`, label, inverseLabel }));
};

/** The first label of each directed pair. */
const firstLabels = (labels: ReadonlyArray<SeedLabel>): ReadonlyArray<Omit<SeedLimit, "maxToObjectIds">> =>
  labels
    .filter(({ name }) => name.endsWith("_1"))
    .flatMap(({ from, to, label, inverseLabel }) => [
      { from, to, label },
      ...(from === to ? [] : [{ from: to, to: from, label: inverseLabel }]),
    ]);

/** One list for all look-ups: the types of a list of labels are grouped once. */
const noLabels: ReadonlyArray<Label> = [];

const hasUnlabeledType = (pair: Pair): boolean =>
  custom.some(({ name }) => name === pair.from || name === pair.to) ||
  typesOf(noLabels, pair).some(({ label }) => label === null);

/** A label's limit is 5 at most, and that of an unlabeled type 10 at least, which HubSpot wants to be the higher one. */
const limitsOf = ({ from, to, label }: Omit<SeedLimit, "maxToObjectIds">, number: number): ReadonlyArray<SeedLimit> => [
  ...(number % 4 === 3 ? [] : [{ from, to, label, maxToObjectIds: 1 + (number % 5) }]),
  ...(number % 3 === 0 && hasUnlabeledType({ from, to })
    ? [{ from, to, label: null, maxToObjectIds: 10 + (number % 90) }]
    : []),
];

export const large = (portalId: number): PortalInput => {
  const labels = pairs().flatMap(labelsOf);
  return portalFrom(portalId, { objectTypes: custom, labels, limits: firstLabels(labels).flatMap(limitsOf) });
};
