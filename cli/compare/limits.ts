/**
 * Which limits of two portals are on the same association type: the pair's own, the same label, or one of HubSpot's own
 * types, whose ids are the same everywhere. An id of a portal's own tells only which of its own labels is limited.
 */
import { mirrored, sameType } from "../../provider/associationType";
import type { Pair } from "../../provider/model";
import type { PortalLabel, PortalLimit } from "../portal/content";
import type { Matched } from "./match";
import { match } from "./match";
import { folded } from "./order";

/**
 * A limit, and the sides of labels that have its id: more than one where a label has one id for both sides. It is on one
 * of them where its type is the portal's own.
 */
interface Placed {
  readonly limit: PortalLimit;
  readonly sides: ReadonlyArray<string>;
}

const isPortalsOwn = ({ category }: PortalLimit): boolean => category === "USER_DEFINED";

const typeKey = ({ from, to }: Pair, typeId: number): string => `${folded(`${from}/${to}`)}/${typeId}`;

/** Finds the sides of labels by pair and id, within one portal. */
const sidesOf = (labels: ReadonlyArray<readonly [identity: string, label: PortalLabel]>) => {
  const sides = new Map<string, ReadonlyArray<string>>();
  for (const [identity, label] of labels)
    for (const [key, side] of [
      [typeKey(label, label.typeId), `${identity} label`],
      [typeKey(mirrored(label), label.inverseTypeId), `${identity} inverseLabel`],
    ] as const)
      sides.set(key, [...(sides.get(key) ?? []), side]);
  return (limit: PortalLimit): Placed => ({ limit, sides: sides.get(typeKey(limit, limit.typeId)) ?? [] });
};

const byText = (a: PortalLimit, b: PortalLimit): number | undefined => {
  if (a.label === undefined || b.label === undefined) return a.label === b.label ? 4 : undefined;
  return a.label === b.label ? 2 : folded(a.label) === folded(b.label) ? 3 : undefined;
};

const distanceOfTypes = (a: Placed, b: Placed): number | undefined => {
  if (isPortalsOwn(a.limit) !== isPortalsOwn(b.limit)) return undefined;
  if (a.limit.naming === "unlabeled" && b.limit.naming === "unlabeled") return 0;
  if (!isPortalsOwn(a.limit)) return sameType(a.limit, b.limit) ? 0 : undefined;
  if (a.limit.naming === "unlabeled" || b.limit.naming === "unlabeled") return undefined;
  if (a.sides.length === 0 || b.sides.length === 0) return byText(a.limit, b.limit);
  if (!a.sides.some((side) => b.sides.includes(side))) return undefined;
  return a.limit.label === b.limit.label ? 0 : 1;
};

/** Of types that are equally like, those belong together whose limits are the same. */
const distance = (a: Placed, b: Placed): number | undefined => {
  const types = distanceOfTypes(a, b);
  return types === undefined ? undefined : 2 * types + (a.limit.maxToObjectIds === b.limit.maxToObjectIds ? 0 : 1);
};

/** Where the label is known on both sides, what it is called is said of the label. */
const differ = (a: Placed, b: Placed): boolean =>
  a.limit.maxToObjectIds !== b.limit.maxToObjectIds ||
  (isPortalsOwn(a.limit) && (a.sides.length === 0 || b.sides.length === 0) && a.limit.label !== b.limit.label);

export interface MatchedLimits extends Omit<Matched<PortalLimit>, "both"> {
  readonly different: ReadonlyArray<readonly [first: PortalLimit, second: PortalLimit]>;
}

export const matchLimits = (
  first: ReadonlyArray<PortalLimit>,
  second: ReadonlyArray<PortalLimit>,
  labels: Matched<PortalLabel>,
): MatchedLimits => {
  const identified = (which: 0 | 1, rest: ReadonlyArray<PortalLabel>) => [
    ...labels.both.map((both, i) => [`both ${i}`, both[which]] as const),
    ...rest.map((label, i) => [`only ${which} ${i}`, label] as const),
  ];
  const matched = match(
    first.map(sidesOf(identified(0, labels.onlyFirst))),
    second.map(sidesOf(identified(1, labels.onlySecond))),
    {
      group: ({ limit }) => folded(`${limit.from}/${limit.to}`),
      distance,
      text: ({ limit }) => [limit.label ?? "", String(limit.maxToObjectIds).padStart(10, "0")].join("\n"),
    },
  );
  const plain = (placed: ReadonlyArray<Placed>): ReadonlyArray<PortalLimit> => placed.map(({ limit }) => limit);
  return {
    different: matched.both.filter(([a, b]) => differ(a, b)).map(([a, b]) => [a.limit, b.limit] as const),
    onlyFirst: plain(matched.onlyFirst),
    onlySecond: plain(matched.onlySecond),
  };
};
