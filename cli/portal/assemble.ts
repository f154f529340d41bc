/** Puts together what a portal has answered: labels from both sides, limits with their pairs, all by portable names. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { findType, limitsOfRows, sameType } from "../../provider/associationType";
import { entryOf, showNamed } from "../../provider/catalogue";
import { byLabel, resolveIn, unlabeledIn } from "../../provider/limits/selector";
import type { AssociationType, LimitRow, Pair } from "../../provider/model";
import type { LeftOut, Naming, PortalContent, PortalLabel, PortalLimit } from "./content";
import type { Gathered } from "./gathered";
import { pairFromKey, typesOf } from "./gathered";
import type { ObjectNames } from "./objectNames";
import { compareObjects, comparePairs, compareTexts, objectNames } from "./objectNames";
import type { Paired, Unpaired } from "./pairing";
import { pairLabels } from "./pairing";
import { pairsOf, place, unplaced } from "./placing";

/** A name made from a text, as people make it. */
const slug = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_");

/** The text from which the name was made comes first; no portal tells more. */
const compareSides = (name: string | undefined, a: string, b: string): number =>
  Number(slug(b) === name) - Number(slug(a) === name) || compareTexts(a, b);

/** Written from the object type that comes first; within one object type, from the text that does. */
const labelOf = ({ nameOf }: ObjectNames, { pair, forward, inverse, name }: Paired): PortalLabel => {
  const [from, to] = [nameOf(pair.from), nameOf(pair.to)];
  const isTurned = (compareObjects(from, to) || compareSides(name, forward.label, inverse.label)) > 0;
  const [first, second] = isTurned ? [inverse, forward] : [forward, inverse];
  return {
    ...(isTurned ? { from: to, to: from } : { from, to }),
    ...(name === undefined ? {} : { name }),
    typeId: first.typeId,
    label: first.label,
    inverseTypeId: second.typeId,
    inverseLabel: second.label,
  };
};

const compareLabels = (a: PortalLabel, b: PortalLabel): number =>
  comparePairs(a, b) || compareTexts(a.label, b.label) || compareTexts(a.inverseLabel, b.inverseLabel);

/** What a type is called on any portal, given all types that the portal has on the pair. */
const namingOf = (pair: Pair, rows: ReadonlyArray<LimitRow>, type: AssociationType, label?: string): Naming => {
  const own = unlabeledIn(pair, O.some(rows));
  if (O.isSome(own) && sameType(own.value, type)) return "unlabeled";
  if (O.isSome(entryOf(type)) || label === undefined) return "id";
  const meant = resolveIn(pair, rows, byLabel(label));
  return E.isRight(meant) && sameType(meant.right, type) ? "label" : "id";
};

const namings: ReadonlyArray<Naming> = ["unlabeled", "id", "label"];

const compareLimits = (a: PortalLimit, b: PortalLimit): number =>
  comparePairs(a, b) ||
  namings.indexOf(a.naming) - namings.indexOf(b.naming) ||
  compareTexts(a.category, b.category) ||
  // Only HubSpot's own ids are the same on every portal.
  (a.category !== "HUBSPOT_DEFINED" ? compareTexts(a.label ?? "", b.label ?? "") : 0) ||
  a.typeId - b.typeId;

const leftOutLabel = ({ nameOf }: ObjectNames, { pair, side }: Unpaired): LeftOut => ({
  what: `the label "${side.label}" (USER_DEFINED ${side.typeId}) from ${nameOf(pair.from)} to ${nameOf(pair.to)}`,
  why: "the portal does not tell which label of the other direction belongs to it; of a new label it does so some five minutes late",
});

/** Labels that no `AssociationLabel` can speak for; limits on them can be declared all the same. */
const labelsOfApps = ({ types }: Gathered, { nameOf }: ObjectNames): ReadonlyArray<LeftOut> =>
  [...types].flatMap(([key, rows]) =>
    rows.flatMap(({ category, typeId, label }) => {
      if (label === undefined || category === "HUBSPOT_DEFINED" || category === "USER_DEFINED") return [];
      const { from, to } = pairFromKey(key);
      return [
        {
          what: `the label "${label}" (${category} ${typeId}) from ${nameOf(from)} to ${nameOf(to)}`,
          why: "it is not one that people make; an app or HubSpot looks after it",
        },
      ];
    }),
  );

const leftOutLimit = (row: LimitRow): LeftOut => ({
  what: `the limit ${row.userEnforcedMaxToObjectIds} on ${showNamed(row, row.label)}`,
  why: "the portal does not say which object types it is about; --pair reads a pair whole",
});

/** A content in which every list has the same order on every portal. */
export const assemble = (gathered: Gathered): PortalContent => {
  const { portalId, accountType, customObjects, rows, isWhole } = gathered;
  const names = objectNames(customObjects);
  const { paired, unpaired } = gathered.wantsLabels ? pairLabels(gathered) : { paired: [], unpaired: [] };
  const limits = place(gathered).flatMap(({ pair, row }): ReadonlyArray<PortalLimit> => {
    const [limit] = limitsOfRows([row]);
    if (limit === undefined) return [];
    const types = typesOf(gathered, pair);
    const label = row.label ?? findType(types, row)?.label;
    const naming = namingOf(pair, types, row, label);
    const [from, to] = [names.nameOf(pair.from), names.nameOf(pair.to)];
    return [{ from, to, ...limit, naming, ...(label === undefined ? {} : { label }) }];
  });
  return {
    portalId,
    ...(accountType === undefined ? {} : { accountType }),
    customObjects: [...customObjects].sort((a, b) => compareTexts(a.name, b.name)),
    labels: paired.map((label) => labelOf(names, label)).sort(compareLabels),
    limits: limits.sort(compareLimits),
    leftOut: [
      ...gathered.leftOut,
      ...unpaired.map((label) => leftOutLabel(names, label)),
      ...(gathered.wantsLabels ? labelsOfApps(gathered, names) : []),
      ...(isWhole
        ? unplaced(pairsOf(gathered), rows)
            .filter((row) => limitsOfRows([row]).length > 0)
            .map(leftOutLimit)
        : []),
    ],
  };
};
