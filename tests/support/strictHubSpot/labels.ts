/** Labels: listing a pair's association types, making, changing and deleting those of the portal's own. */
import type { Answer, Done } from "./answer";
import { duplicateLabel, labelsStand, refused, tooManyLabels, Undocumented } from "./answer";
import { labelChangeIn, newLabelIn } from "./body";
import type { OwnType, Pair, PairType, Portal } from "./portal";
import {
  allTypes,
  hasCustomObject,
  mirrored,
  samePair,
  sidesOf,
  typesOf,
  withOwnType,
  withPlain,
  withPlainAlong,
} from "./portal";

const rowOf = ({ category, typeId, label }: PairType): object => ({ category, typeId, label });

export const listTypes = (portal: Portal, pair: Pair): Answer => ({
  status: 200,
  body: { results: typesOf(portal, pair).map(rowOf) },
});

export const labelsOf = (portal: Portal, pair: Pair): ReadonlyArray<OwnType> =>
  portal.ownTypes.filter((type) => type.label !== null && (samePair(type, pair) || samePair(type, mirrored(pair))));

/** Whether other letter case makes another text is not known: here it does not. */
const same = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();

/** A text that a direction of the pair shows already; HubSpot's own labels count. */
const takenText = (portal: Portal, changed: OwnType): string | undefined => {
  const sides = sidesOf(changed);
  const others = allTypes(portal).filter(
    ({ category, typeId }) => category !== "USER_DEFINED" || !sides.some((side) => side.typeId === typeId),
  );
  return (
    sides.find((side) => others.some((other) => samePair(other, side) && same(other.label, side.label)))?.label ??
    undefined
  );
};

/** The plain association of a pair with a custom object, alone. */
const createPlain = (portal: Portal, pair: Pair, name: string): Done => {
  if (!hasCustomObject(pair)) throw new Undocumented("a label without a text on a pair of HubSpot's own object types");
  if (typesOf(portal, pair).some(({ label }) => label === null)) throw new Undocumented("a second plain association");
  const { added, portal: after } = withPlain(portal, pair, name);
  return { answer: { status: 200, body: { results: sidesOf(added).map(rowOf) } }, portal: after };
};

const mostLabels = 50;

export const createLabel = (portal: Portal, pair: Pair, body: unknown): Done => {
  const { name, label, inverseLabel, isGiven } = newLabelIn(body);
  // Which other signs a name may have is not known: here, none.
  if (!/^[a-z_][a-z0-9_]*$/i.test(name)) return { answer: refused(`"${name}" is no name of a label`), portal };
  if (allTypes(portal).some((type) => same(type.name, name))) return { answer: duplicateLabel(name), portal };
  if (label === "" && inverseLabel === "") return createPlain(portal, pair, name);
  if (label === "" || inverseLabel === "") throw new Undocumented("a label with a text for one side alone");
  if (!hasCustomObject(pair) && !typesOf(portal, pair).some((type) => type.label === null))
    throw new Undocumented(`a label between ${pair.from} and ${pair.to}, which HubSpot does not associate`);
  if (labelsOf(portal, pair).length >= mostLabels) return { answer: tooManyLabels, portal };
  // What the same text given twice makes between records of one type is not known: here, two ids.
  const isOwnInverse = pair.from === pair.to && !isGiven;
  const made = { ...pair, name, label, inverseLabel };
  const { added, portal: after } = withOwnType(withPlainAlong(portal, pair), made, isOwnInverse);
  const taken = takenText(portal, added);
  if (taken !== undefined) return { answer: duplicateLabel(taken), portal };
  return { answer: { status: 200, body: { results: sidesOf(added).map(rowOf) } }, portal: after };
};

/** A label as the given direction has it under this id; an id of the portal's own may be one of HubSpot's, too. */
const labelAt = ({ ownTypes }: Portal, pair: Pair, typeId: number): OwnType | undefined =>
  ownTypes
    .flatMap((type): ReadonlyArray<OwnType> => {
      const { typeId: inverseTypeId, label: inverseLabel, inverseTypeId: own, inverseLabel: label, ...rest } = type;
      return [type, { ...rest, ...mirrored(type), typeId: own, label, inverseTypeId, inverseLabel }];
    })
    .find((type) => samePair(type, pair) && type.typeId === typeId);

const isOneOf = (type: OwnType, { typeId, inverseTypeId }: OwnType): boolean =>
  [typeId, inverseTypeId].includes(type.typeId);

/** What is answered where there is no such label is not known; here, as little as may be. */
const noLabel = (typeId: number): Answer => refused(`The pair has no label ${typeId}`);

/** Both texts are overwritten, also where only one is given. */
export const changeLabel = (portal: Portal, pair: Pair, body: unknown): Done => {
  const { typeId, label, inverseLabel } = labelChangeIn(body);
  const standing = labelAt(portal, pair, typeId);
  if (standing === undefined) {
    if (labelAt(portal, mirrored(pair), typeId)) throw new Undocumented("a label's id under the other direction");
    return { answer: noLabel(typeId), portal };
  }
  if (standing.label === null || label === "" || inverseLabel === "")
    throw new Undocumented("a plain association that gets a text, or a label that loses one");
  if (standing.typeId === standing.inverseTypeId && label !== inverseLabel)
    throw new Undocumented("a second text for a label that is its own inverse");
  const changed = { ...standing, label, inverseLabel };
  const taken = takenText(portal, changed);
  if (taken !== undefined) return { answer: duplicateLabel(taken), portal };
  const ownTypes = portal.ownTypes.map((type) => {
    if (!isOneOf(type, changed)) return type;
    return type.typeId === typeId
      ? { ...type, label, inverseLabel }
      : { ...type, label: inverseLabel, inverseLabel: label };
  });
  return { answer: { status: 204 }, portal: { ...portal, ownTypes } };
};

/** Either id, under either direction, removes both, and their limits go along. */
export const deleteLabel = (portal: Portal, pair: Pair, typeId: number): Done => {
  const standing = labelAt(portal, pair, typeId) ?? labelAt(portal, mirrored(pair), typeId);
  if (standing === undefined) return { answer: noLabel(typeId), portal };
  if (standing.label === null && labelsOf(portal, pair).length > 0) return { answer: labelsStand, portal };
  const ids = [standing.typeId, standing.inverseTypeId];
  return {
    answer: { status: 204 },
    portal: {
      ...portal,
      ownTypes: portal.ownTypes.filter((type) => !isOneOf(type, standing)),
      limits: portal.limits.filter((limit) => limit.category !== "USER_DEFINED" || !ids.includes(limit.typeId)),
    },
  };
};
