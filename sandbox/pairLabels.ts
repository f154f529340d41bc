/** The labels that people made for a pair, and what making, changing and deleting one does to a portal. Pure. */
import type { Pair } from "./associationTypes";
import { directions, sameType } from "./associationTypes";
import type { LabelTexts, NewLabel } from "./labelInput";
import type { Label, PortalState } from "./model";
import { findObjectType } from "./objectTypes";
import { freeTypeId } from "./typeIds";

/** The category of what people make. */
export const userDefined = "USER_DEFINED";

const between = (pair: Pair, label: Pair): boolean =>
  (label.from === pair.from && label.to === pair.to) || (label.from === pair.to && label.to === pair.from);

/** The user-defined types between two object types, seen from either side, the unlabeled one among them. */
export const labelsBetween = ({ labels }: PortalState, pair: Pair): ReadonlyArray<Label> =>
  labels.filter((label) => label.category === userDefined && between(pair, label));

/** The texts that user-defined types show in one direction. */
export const textsIn = (labels: ReadonlyArray<Label>, pair: Pair): ReadonlyArray<string> =>
  labels
    .flatMap(directions)
    .flatMap(({ from, to, label }) => (from === pair.from && to === pair.to && label !== null ? [label] : []));

/** The user-defined type with an id in one direction. */
export const findLabel = (portal: PortalState, pair: Pair, typeId: number): Label | undefined =>
  labelsBetween(portal, pair).find((label) =>
    directions(label).some((type) => type.from === pair.from && type.to === pair.to && type.typeId === typeId),
  );

/** The same, or else the one that has the id in the other direction. */
export const findLabelOfEitherId = (portal: PortalState, pair: Pair, typeId: number): Label | undefined =>
  findLabel(portal, pair, typeId) ?? findLabel(portal, { from: pair.to, to: pair.from }, typeId);

/** Whether a pair's unlabeled type is one of the portal's own: HubSpot defines it between standard object types only. */
export const hasOwnUnlabeledType = ({ objectTypes }: PortalState, { from, to }: Pair): boolean =>
  objectTypes.some(({ name }) => name === from || name === to);

interface Made {
  readonly portal: PortalState;
  readonly label: Label;
}

const add = (portal: PortalState, { from, to }: Pair, { name, label, inverseLabel }: NewLabel): Made => {
  const symmetric = from === to && label === inverseLabel;
  const typeId = freeTypeId(portal, symmetric ? 1 : 2);
  const inverseTypeId = symmetric ? typeId : typeId + 1;
  const made = { name, from, to, category: userDefined, typeId, label, inverseTypeId, inverseLabel };
  return { portal: { ...portal, nextTypeId: inverseTypeId + 1, labels: [...portal.labels, made] }, label: made };
};

/** A name that is not taken: where this one is, a number is added, which is the sandbox's own. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let [free, n] = [name, 1];
  while (taken.has(free)) free = `${name}_${(n += 1)}`;
  return free;
};

/** HubSpot picks names like `deal_to_car`. */
const unlabeledName = (portal: PortalState, { from, to }: Pair): string => {
  const singular = findObjectType(portal, from)?.singular ?? from;
  return freeName(`${singular}_to_${to}`, new Set(portal.labels.map((label) => label.name)));
};

/** Makes a label, and with the first one of a pair with a custom object its unlabeled type too. */
export const withNewLabel = (
  portal: PortalState,
  pair: Pair,
  input: NewLabel,
): { readonly portal: PortalState; readonly made: ReadonlyArray<Label> } => {
  const labeled = add(portal, pair, input);
  const complete =
    !hasOwnUnlabeledType(portal, pair) || labelsBetween(labeled.portal, pair).some(({ label }) => label === null);
  if (complete) return { portal: labeled.portal, made: [labeled.label] };
  const name = unlabeledName(labeled.portal, pair);
  const unlabeled = add(labeled.portal, pair, { name, label: null, inverseLabel: null });
  return { portal: unlabeled.portal, made: [labeled.label, unlabeled.label] };
};

/** Gives a label other texts, `label` in the direction of `pair` under `typeId`. Ids, name and limits stay. */
export const withTexts = (
  portal: PortalState,
  changed: Label,
  typeId: number,
  pair: Pair,
  { label, inverseLabel }: LabelTexts,
): PortalState => {
  const forward = changed.from === pair.from && changed.to === pair.to && changed.typeId === typeId;
  const texts = forward ? { label, inverseLabel } : { label: inverseLabel, inverseLabel: label };
  return {
    ...portal,
    labels: portal.labels.map((other) => (other === changed ? { ...changed, ...texts } : other)),
  };
};

/** Deletes a label: both directions, with their limits. */
export const withoutLabel = (portal: PortalState, deleted: Label): PortalState => ({
  ...portal,
  labels: portal.labels.filter((label) => label !== deleted),
  limits: portal.limits.filter(
    (limit) =>
      !directions(deleted).some((type) => type.from === limit.from && type.to === limit.to && sameType(type, limit)),
  ),
});
