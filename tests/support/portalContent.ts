/**
 * Any portal as the command knows it: pairs of standard and custom object types, labels with one text and with two, also
 * between records of one object type and with a text that means two types, and limits of every naming that HubSpot would
 * let stand. And the same portal under other ids and in another order.
 */
import * as O from "fp-ts/Option";
import fc from "fast-check";
import type { PortalContent, PortalLabel, PortalLimit } from "../../cli/portal/content";
import { mirrored, samePair } from "../../provider/associationType";
import { typesOfPair, unlabeledTypeOf } from "../../provider/catalogue";
import type { AssociationType, Pair } from "../../provider/model";

const standardObjects = ["contacts", "companies", "deals", "tickets", "services"];
const customNames = ["boat", "car", "Pet"];

const words = ["Manager", "Direct report", "Decision maker", "Champion", "Décideur", "顧客", 'The "best" one', "A / B"];

const text = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ minLength: 1, maxLength: 10 }).filter((value) => value.trim() === value),
);

/** No two that differ in capitals alone. */
const texts = (maxLength: number): fc.Arbitrary<ReadonlyArray<string>> =>
  fc.uniqueArray(text, { maxLength, selector: (value) => value.toLowerCase() });

/** How many, where there is a limit. */
const most = fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined });

interface LabelSketch {
  readonly label: string;
  readonly inverseLabel: string;
  readonly hasName: boolean;
  readonly most: number | undefined;
  readonly inverseMost: number | undefined;
}

interface PairSketch {
  readonly pair: Pair;
  readonly labels: ReadonlyArray<LabelSketch>;
  readonly unlabeled: ReadonlyArray<number | undefined>;
  /** On one of HubSpot's own types besides the unlabeled one, where the pair has any. */
  readonly own: number | undefined;
}

/** Labels from texts, of which each stands on one label alone, but for a first text that two may have. */
const labelSketches: fc.Arbitrary<ReadonlyArray<LabelSketch>> = fc
  .record({ texts: texts(7), hasTwoOfOneText: fc.boolean() })
  .chain(({ texts: [shared, ...others], hasTwoOfOneText }) => {
    const [one, two] = others;
    const twice =
      hasTwoOfOneText && shared !== undefined && one !== undefined && two !== undefined
        ? ([
            [shared, one],
            [shared, two],
          ] as const)
        : [];
    const rest = twice.length === 0 ? [...(shared === undefined ? [] : [shared]), ...others] : others.slice(2);
    const paired = rest.flatMap((label, i) => (i % 2 === 0 ? [[label, rest[i + 1] ?? label] as const] : []));
    return fc.tuple(
      ...[...twice, ...paired].map(([label, inverseLabel]) =>
        fc.record({
          label: fc.constant(label),
          inverseLabel: fc.constantFrom(inverseLabel, twice.length === 0 ? label : inverseLabel),
          hasName: fc.boolean(),
          most,
          inverseMost: most,
        }),
      ),
    );
  });

const pairSketch = (pair: Pair): fc.Arbitrary<PairSketch> =>
  fc.record({ pair: fc.constant(pair), labels: labelSketches, unlabeled: fc.tuple(most, most), own: most });

/** Gives ids that nothing else of the portal has. */
const counter = (): (() => number) => {
  let last = 100;
  return () => (last += 1);
};

const isOfOneObject = ({ from, to }: Pair): boolean => from === to;

const hasCustom = ({ from, to }: Pair): boolean => [from, to].some((side) => customNames.includes(side));

const labelsOf = ({ pair, labels }: PairSketch, place: number, nextId: () => number): ReadonlyArray<PortalLabel> =>
  labels.map(({ label, inverseLabel, hasName }, i) => {
    const typeId = nextId();
    const inverseTypeId = isOfOneObject(pair) && label === inverseLabel ? typeId : nextId();
    const name = hasName ? { name: `label_${place}_${i}` } : {};
    return { ...pair, ...name, typeId, label, inverseTypeId, inverseLabel };
  });

/** One direction of a label, with the limit that is sketched for it. */
interface LabelSide {
  readonly pair: Pair;
  readonly typeId: number;
  readonly text: string;
  readonly most: number | undefined;
}

const sidesOf = (label: PortalLabel, sketch: LabelSketch | undefined): ReadonlyArray<LabelSide> => {
  const pair = { from: label.from, to: label.to };
  const forward = { pair, typeId: label.typeId, text: label.label, most: sketch?.most };
  const inverse = { typeId: label.inverseTypeId, text: label.inverseLabel, most: sketch?.inverseMost };
  return label.typeId === label.inverseTypeId ? [forward] : [forward, { pair: mirrored(pair), ...inverse }];
};

/** On the pair's own association, of which records of one object type have one for both ways. */
const unlabeledLimits = ({ pair, unlabeled }: PairSketch, nextId: () => number): ReadonlyArray<PortalLimit> =>
  (isOfOneObject(pair) ? [pair] : [pair, mirrored(pair)]).flatMap((directed, i): ReadonlyArray<PortalLimit> => {
    const type: AssociationType | undefined = hasCustom(pair)
      ? { category: "USER_DEFINED", typeId: nextId() }
      : O.toUndefined(unlabeledTypeOf(directed));
    const maxToObjectIds = unlabeled[i];
    return type === undefined || maxToObjectIds === undefined
      ? []
      : [{ ...directed, naming: "unlabeled", ...type, maxToObjectIds }];
  });

const limitsOf = (
  sketch: PairSketch,
  labels: ReadonlyArray<PortalLabel>,
  nextId: () => number,
): ReadonlyArray<PortalLimit> => {
  const unlabeled = unlabeledLimits(sketch, nextId);
  const limit = (pair: Pair, most: number | undefined, rest: Omit<PortalLimit, keyof Pair | "maxToObjectIds">) => {
    const bound = unlabeled.find((other) => samePair(other, pair))?.maxToObjectIds ?? Infinity;
    return most === undefined ? [] : [{ ...pair, ...rest, maxToObjectIds: Math.min(most, bound) }];
  };
  const own = typesOfPair(sketch.pair).find(({ qualifier }) => qualifier !== undefined);
  const sides = labels.flatMap((label, i) => sidesOf(label, sketch.labels[i]));
  const meansTwo = ({ pair, text }: LabelSide): boolean =>
    sides.filter((other) => samePair(other.pair, pair) && other.text === text).length > 1;
  return [
    ...unlabeled,
    ...(own === undefined
      ? []
      : limit(sketch.pair, sketch.own, {
          naming: "id",
          category: "HUBSPOT_DEFINED",
          typeId: own.typeId,
          label: own.label,
        })),
    ...sides.flatMap((side) =>
      limit(side.pair, side.most, {
        naming: meansTwo(side) ? "id" : "label",
        category: "USER_DEFINED",
        typeId: side.typeId,
        label: side.text,
      }),
    ),
  ];
};

/** Every pair once, in one direction. */
const pairsOf = (objects: ReadonlyArray<string>): ReadonlyArray<Pair> =>
  objects.flatMap((from, i) => objects.slice(i).map((to) => ({ from, to })));

const build = (custom: ReadonlyArray<string>, sketches: ReadonlyArray<PairSketch>): PortalContent => {
  const nextId = counter();
  const portalId = 111;
  const pairs = sketches.map((sketch, place) => {
    const labels = labelsOf(sketch, place, nextId);
    return { labels, limits: limitsOf(sketch, labels, nextId) };
  });
  return {
    portalId,
    customObjects: custom.map((name, i) => ({
      objectTypeId: `2-${i + 1}`,
      fullyQualifiedName: `p${portalId}_${name}`,
      name,
    })),
    labels: pairs.flatMap(({ labels }) => labels),
    limits: pairs.flatMap(({ limits }) => limits),
    leftOut: [],
  };
};

/** Any portal. Its pairs are all different, each in a direction of its own. */
export const portalContent: fc.Arbitrary<PortalContent> = fc.subarray(customNames).chain((custom) =>
  fc
    .subarray([...pairsOf([...standardObjects, ...custom])], { maxLength: 8 })
    .chain((pairs) => fc.tuple(...pairs.map((pair) => fc.boolean().map((turn) => (turn ? mirrored(pair) : pair)))))
    .chain((pairs) => fc.tuple(...pairs.map(pairSketch)))
    .map((sketches) => build(custom, sketches)),
);

const isPortalsOwn = ({ category }: PortalLimit): boolean => category === "USER_DEFINED";

/** The same portal where everything that has an id of the portal's own has another one. */
export const underOtherIds = (content: PortalContent): fc.Arbitrary<PortalContent> => {
  const ids = [
    ...new Set([
      ...content.labels.flatMap(({ typeId, inverseTypeId }) => [typeId, inverseTypeId]),
      ...content.limits.filter(isPortalsOwn).map(({ typeId }) => typeId),
    ]),
  ];
  const all = fc.shuffledSubarray(ids, { minLength: ids.length });
  return fc.record({ shuffled: all, ahead: fc.integer({ min: 0, max: 50 }) }).map(({ shuffled, ahead }) => {
    const others = new Map(ids.map((id, i) => [id, (shuffled[i] ?? id) + ahead]));
    const other = (id: number): number => others.get(id) ?? id;
    const portalId = content.portalId + 111;
    return {
      ...content,
      portalId,
      customObjects: content.customObjects.map(({ name }, i, { length }) => ({
        objectTypeId: `2-${length - i}`,
        fullyQualifiedName: `p${portalId}_${name}`,
        name,
      })),
      labels: content.labels.map((label) => ({
        ...label,
        typeId: other(label.typeId),
        inverseTypeId: other(label.inverseTypeId),
      })),
      limits: content.limits.map((limit) => (isPortalsOwn(limit) ? { ...limit, typeId: other(limit.typeId) } : limit)),
    };
  });
};

/** The same label, written from its other side. */
export const turnedLabel = (label: PortalLabel): PortalLabel => ({
  ...label,
  ...mirrored(label),
  typeId: label.inverseTypeId,
  label: label.inverseLabel,
  inverseTypeId: label.typeId,
  inverseLabel: label.label,
});

const shuffled = <A>(things: ReadonlyArray<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.shuffledSubarray([...things], { minLength: things.length });

/** The same portal, its lists in another order and some of its labels written from the other side. */
export const inOtherOrder = (content: PortalContent): fc.Arbitrary<PortalContent> =>
  fc
    .record({
      customObjects: shuffled(content.customObjects),
      labels: shuffled(content.labels),
      limits: shuffled(content.limits),
      turns: fc.tuple(...content.labels.map(() => fc.boolean())),
    })
    .map(({ turns, ...lists }) => ({
      ...content,
      ...lists,
      labels: lists.labels.map((label, i) => (turns[i] === true ? turnedLabel(label) : label)),
    }));
