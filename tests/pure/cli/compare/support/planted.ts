/** Two portals that are the same but for differences that were planted, and those differences. */
import fc from "fast-check";
import type { Difference } from "../../../../../cli/compare/difference";
import type { PortalContent, PortalLabel, PortalLimit } from "../../../../../cli/portal/content";
import type { Pair } from "../../../../../provider/model";
import { inOtherOrder, portalContent, turnedLabel, underOtherIds } from "../../../../support/portalContent";

type Which = "first" | "second";
type Presence = ReadonlyArray<Which>;

const both: Presence = ["first", "second"];
const presences: ReadonlyArray<Presence> = [both, ["first"], ["second"]];

const common = (a: Presence, b: Presence): Presence => a.filter((side) => b.includes(side));

type LabelChange = "none" | "capitals" | "name" | "inverseLabel" | "texts";
const labelChanges: ReadonlyArray<LabelChange> = ["none", "capitals", "name", "inverseLabel", "texts"];

/** What is planted at each place; half of the places are left alone. */
interface Plants {
  readonly objects: ReadonlyArray<Presence>;
  readonly labels: ReadonlyArray<{ readonly presence: Presence; readonly change: LabelChange }>;
  readonly limits: ReadonlyArray<{ readonly presence: Presence; readonly isOther: boolean }>;
}

const seldom = <A>(usual: A, others: ReadonlyArray<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });

const plantsFor = ({ customObjects, labels, limits }: PortalContent): fc.Arbitrary<Plants> =>
  fc.record({
    objects: fc.tuple(...customObjects.map(() => seldom(both, presences))),
    labels: fc.tuple(
      ...labels.map(() => fc.record({ presence: seldom(both, presences), change: seldom("none", labelChanges) })),
    ),
    limits: fc.tuple(
      ...limits.map(() => fc.record({ presence: seldom(both, presences), isOther: seldom(false, [true]) })),
    ),
  });

const swappedCapitals = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()));

const changed = (label: PortalLabel, change: LabelChange, place: number): PortalLabel => {
  const { name } = label;
  const isOne = label.label === label.inverseLabel;
  const withText = (text: string): PortalLabel => ({ ...label, label: text, ...(isOne ? { inverseLabel: text } : {}) });
  switch (change) {
    case "none":
      return label;
    case "capitals":
      return withText(swappedCapitals(label.label));
    case "name":
      return name === undefined ? label : { ...label, name: `${name}_other` };
    case "inverseLabel":
      // A label with two texts has two ids.
      return { ...label, inverseLabel: `planted ${place}`, inverseTypeId: 100_000 + place };
    case "texts":
      // Without a name nothing tells that it is the same label, and of one object type nothing which side is which.
      if (name === undefined) return label;
      return isOne || label.from === label.to
        ? withText(`planted ${place}`)
        : { ...label, label: `planted ${place}`, inverseLabel: `planted inverse ${place}` };
  }
};

/** A label whose text another one of its pair has too: which of them was changed, nothing could tell. */
const isAmbiguous = (label: PortalLabel, labels: ReadonlyArray<PortalLabel>): boolean =>
  labels.some(
    (other) => other !== label && other.from === label.from && other.to === label.to && other.label === label.label,
  );

const isOn = (limit: PortalLimit, pair: Pair, typeId: number): boolean =>
  limit.category === "USER_DEFINED" && limit.from === pair.from && limit.to === pair.to && limit.typeId === typeId;

const plant = (content: PortalContent, plants: Plants) => {
  const objectPresence = new Map(content.customObjects.map(({ name }, i) => [name, plants.objects[i] ?? both]));
  const pairPresence = ({ from, to }: Pair): Presence =>
    common(objectPresence.get(from) ?? both, objectPresence.get(to) ?? both);

  const labels = content.labels.map((first, i) => {
    const alone = isAmbiguous(first, content.labels) ? undefined : plants.labels[i];
    return {
      first,
      second: changed(first, alone?.change ?? "none", i),
      presence: common(pairPresence(first), alone?.presence ?? both),
    };
  });

  const limits = content.limits.map((first, i) => {
    const forward = labels.find((label) => isOn(first, label.first, label.first.typeId));
    const inverse = labels.find((label) => isOn(first, turnedLabel(label.first), label.first.inverseTypeId));
    const label = forward ?? inverse;
    const planted = plants.limits[i];
    const text = forward?.second.label ?? inverse?.second.inverseLabel;
    const typeId = forward?.second.typeId ?? inverse?.second.inverseTypeId ?? first.typeId;
    return {
      first,
      second: {
        ...first,
        typeId,
        ...(text === undefined ? {} : { label: text }),
        maxToObjectIds: first.maxToObjectIds + (planted?.isOther === true ? 1 : 0),
      },
      presence: common(common(pairPresence(first), label?.presence ?? both), planted?.presence ?? both),
    };
  });

  const objects = content.customObjects.map((object) => ({
    first: object,
    second: object,
    presence: objectPresence.get(object.name) ?? both,
  }));

  const side = (which: Which): PortalContent => {
    const of = <A>(things: ReadonlyArray<{ readonly first: A; readonly second: A; readonly presence: Presence }>) =>
      things.filter(({ presence }) => presence.includes(which)).map((thing) => thing[which]);
    return { ...content, customObjects: of(objects), labels: of(labels), limits: of(limits) };
  };

  const expected: ReadonlyArray<Difference> = [
    ...objects.flatMap((planted) =>
      expectedOf(planted, () => false).map((found) => ({ what: "customObject", ...found }) as const),
    ),
    ...labels.flatMap((planted) =>
      expectedOf(planted, (a, b) => a.label !== b.label || a.inverseLabel !== b.inverseLabel || a.name !== b.name).map(
        (found) => ({ what: "label", ...found }) as const,
      ),
    ),
    ...limits.flatMap((planted) =>
      expectedOf(planted, (a, b) => a.maxToObjectIds !== b.maxToObjectIds).map(
        (found) => ({ what: "limit", ...found }) as const,
      ),
    ),
  ];
  return { first: side("first"), second: side("second"), expected };
};

const expectedOf = <A>(
  { first, second, presence }: { readonly first: A; readonly second: A; readonly presence: Presence },
  differ: (a: A, b: A) => boolean,
) => {
  if (presence.length === 2) return differ(first, second) ? [{ found: "different", first, second } as const] : [];
  return presence.map((which) =>
    which === "first" ? ({ found: "onlyInFirst", first } as const) : ({ found: "onlyInSecond", second } as const),
  );
};

export interface Planted {
  readonly first: PortalContent;
  readonly second: PortalContent;
  readonly expected: ReadonlyArray<Difference>;
}

/** Two portals with other ids, in another order, and what was planted between them. */
export const planted: fc.Arbitrary<Planted> = portalContent.chain((content) =>
  plantsFor(content).chain((plants) => {
    const { first, second, expected } = plant(content, plants);
    return fc.record({
      first: inOtherOrder(first),
      second: underOtherIds(second).chain(inOtherOrder),
      expected: fc.constant(expected),
    });
  }),
);
