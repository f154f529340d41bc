/** Which labels of two portals are the same one, by their pair and their texts, whichever side they are written from. */
import { mirrored } from "../../provider/associationType";
import type { PortalLabel } from "../portal/content";
import type { Matched } from "./match";
import { match } from "./match";
import { folded, readsForward } from "./order";

/** The same label, written from its other side. */
const turned = ({ label, inverseLabel, typeId, inverseTypeId, ...rest }: PortalLabel): PortalLabel => ({
  ...rest,
  ...mirrored(rest),
  label: inverseLabel,
  inverseLabel: label,
  typeId: inverseTypeId,
  inverseTypeId: typeId,
});

const sameText = (a: string, b: string): boolean => folded(a) === folded(b);

/** How many of the texts, and then of the capitals, differ; and then the names. The same name makes up for other texts. */
const distanceAsWritten = (a: PortalLabel, b: PortalLabel): number | undefined => {
  const otherName = a.name !== undefined && b.name !== undefined && a.name !== b.name;
  const sameName = a.name !== undefined && a.name === b.name;
  if (a.label === b.label && a.inverseLabel === b.inverseLabel) return otherName ? 1 : 0;
  if (sameText(a.label, b.label) && sameText(a.inverseLabel, b.inverseLabel)) return otherName ? 3 : 2;
  const shares = sameText(a.label, b.label) || sameText(a.inverseLabel, b.inverseLabel);
  return sameName ? (shares ? 4 : 5) : shares ? 6 : undefined;
};

const smaller = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

const isOfOneObject = ({ from, to }: PortalLabel): boolean => sameText(from, to);

const distance = (a: PortalLabel, b: PortalLabel): number | undefined =>
  isOfOneObject(a) ? smaller(distanceAsWritten(a, b), distanceAsWritten(a, turned(b))) : distanceAsWritten(a, b);

/** The second label, written from the side from which the first is. */
const alongside = (a: PortalLabel, b: PortalLabel): PortalLabel => {
  const other = turned(b);
  return isOfOneObject(a) && (distanceAsWritten(a, other) ?? Infinity) < (distanceAsWritten(a, b) ?? Infinity)
    ? other
    : b;
};

/** Labels between two object types are written in the direction in which people read the pair. */
const written = (labels: ReadonlyArray<PortalLabel>): ReadonlyArray<PortalLabel> =>
  labels.map((label) => (readsForward(label) ? label : turned(label)));

export const matchLabels = (
  first: ReadonlyArray<PortalLabel>,
  second: ReadonlyArray<PortalLabel>,
): Matched<PortalLabel> => {
  const matched = match(written(first), written(second), {
    group: ({ from, to }) => folded(`${from}/${to}`),
    distance,
    text: ({ label, inverseLabel }) => [label, inverseLabel].sort().join("\n"),
  });
  return { ...matched, both: matched.both.map(([a, b]) => [a, alongside(a, b)]) };
};

/** Whether people or programs see two things where one label was matched. A name that is not told is not compared. */
export const labelsDiffer = (a: PortalLabel, b: PortalLabel): boolean => distanceAsWritten(a, b) !== 0;
