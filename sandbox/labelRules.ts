/** What HubSpot refuses of a label: the answer that says so, or nothing where it may be. */
import type { Pair } from "./associationTypes";
import { typesOf } from "./associationTypes";
import { byNames } from "./call";
import type { ResolvedPair } from "./errors";
import {
  invalidInput,
  labelsStillStand,
  labelTaken,
  nameTaken,
  noSuchType,
  notUserDefined,
  stillInUse,
  tooManyLabels,
} from "./errors";
import type { LabelChange, LabelTexts, NewLabel } from "./labelInput";
import type { Label, PortalState } from "./model";
import { hasOwnUnlabeledType, labelsBetween, textsIn } from "./pairLabels";
import type { Reply } from "./reply";
import type { SandboxSwitches } from "./switches";

/** A pair holds so many labels; a paired one counts once, the unlabeled type not at all. */
export const mostLabels = 50;

/** Whether some other label shows one of these texts on the same side. They are compared as they are written. */
const taken = (
  others: ReadonlyArray<Label>,
  { from, to }: Pair,
  { label, inverseLabel }: LabelTexts,
): string | undefined => {
  const forward = textsIn(others, { from, to });
  const inverse = textsIn(others, { from: to, to: from });
  return forward.find((text) => text === label) ?? inverse.find((text) => text === inverseLabel);
};

/** Why a label may not be made. */
export const refusalOfNew = (portal: PortalState, pair: ResolvedPair, input: NewLabel): Reply | undefined => {
  const named = byNames(pair);
  const standing = labelsBetween(portal, named);
  if (portal.labels.some(({ name }) => name === input.name)) return nameTaken(input.name);
  if (input.label === null) {
    // What HubSpot says of these two was not recorded.
    if (!hasOwnUnlabeledType(portal, named)) return invalidInput("The label of an association may not be empty");
    return standing.some(({ label }) => label === null) ? labelTaken("", pair) : undefined;
  }
  if (standing.filter(({ label }) => label !== null).length >= mostLabels) return tooManyLabels(pair);
  const text = taken(standing, named, input);
  return text === undefined ? undefined : labelTaken(text, pair);
};

/** An id that is no user-defined type's: another's, or nobody's. */
export const refusalOfId = (
  { labels }: PortalState,
  pair: ResolvedPair,
  typeId: number,
  unknown: Reply = noSuchType({ category: "USER_DEFINED", typeId }, pair),
): Reply => {
  const other = typesOf(labels, byNames(pair)).find((type) => type.typeId === typeId);
  return other === undefined ? unknown : notUserDefined(other, pair);
};

/** Why a label may not have these texts. */
export const refusalOfChange = (
  portal: PortalState,
  pair: ResolvedPair,
  changed: Label,
  change: LabelChange,
): Reply | undefined => {
  // What HubSpot says of these two was not recorded.
  if (changed.label === null) return invalidInput("The unlabeled association of a pair has no label to change");
  if (changed.typeId === changed.inverseTypeId && changed.from === changed.to && change.label !== change.inverseLabel)
    return invalidInput("A label that is its own inverse has one text for both sides");
  const others = labelsBetween(portal, byNames(pair)).filter((label) => label !== changed);
  const text = taken(others, byNames(pair), change);
  return text === undefined ? undefined : labelTaken(text, pair);
};

/** Why a type may not be deleted. */
export const refusalOfDelete = (
  portal: PortalState,
  pair: ResolvedPair,
  deleted: Label,
  typeId: number,
  labelInUse: SandboxSwitches["labelInUse"],
): Reply | undefined => {
  if (labelInUse === "refused" && deleted.inUse === true) return stillInUse(deleted.label ?? "");
  const others = labelsBetween(portal, byNames(pair)).filter((other) => other !== deleted);
  return deleted.label === null && others.some(({ label }) => label !== null) ? labelsStillStand(typeId) : undefined;
};
