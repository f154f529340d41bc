/**
 * Any portal as a sandbox can hold it, contradictions included: labels of people and of apps, with one text or two, with
 * names that HubSpot would no longer give, between standard and custom objects or within one; limits on whatever type.
 */
import fc from "fast-check";
import type { PortalInput } from "../../sandbox";
import { typesOfPair } from "../../provider/catalogue";

type Label = NonNullable<PortalInput["labels"]>[number];
type StandingLimit = NonNullable<PortalInput["limits"]>[number];

const standard = ["contacts", "companies", "deals", "tickets", "line_items"];
const custom = ["car", "Pet", "site", "contract"];

const pieces = [
  "Manager",
  "manager",
  "Direct report",
  "Primary",
  "Décideur",
  "顧客",
  `"best"`,
  "it's",
  "*/",
  "${x}",
  "A\\B",
];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...pieces) },
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((t) => t.trim() !== "") },
  { weight: 1, arbitrary: fc.string({ minLength: 60, maxLength: 255 }).filter((t) => t.trim() !== "") },
);

interface Sketch {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly inverse: string | undefined;
  readonly category: string;
  readonly name: string;
  /** On its two sides. */
  readonly limits: readonly [number | undefined, number | undefined];
}

const number = fc.option(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(2 ** 31 - 1)), { nil: undefined });

const sketch: fc.Arbitrary<Sketch> = fc.record({
  from: fc.constantFrom(...standard, ...custom),
  to: fc.constantFrom(...standard, ...custom),
  label: text,
  inverse: fc.option(text, { nil: undefined }),
  category: fc.oneof(
    { weight: 8, arbitrary: fc.constant("USER_DEFINED") },
    { weight: 1, arbitrary: fc.constantFrom("INTEGRATOR_DEFINED", "WORK", "OF_TOMORROW") },
  ),
  name: fc.constantFrom("owner", "decision_maker", "9_lives", "with-hyphen", "Größe"),
  limits: fc.tuple(number, number),
});

/** On one of HubSpot's own types of a pair. */
const ownLimit = fc.record({
  from: fc.constantFrom(...standard),
  to: fc.constantFrom(...standard),
  which: fc.nat(3),
  most: fc.integer({ min: 1, max: 6 }),
});

const sameWords = (a: string, b: string): boolean => a === b;

/** A portal makes a label once: no two of a pair show one text in one direction. */
const withoutTwins = (labels: ReadonlyArray<Label>): ReadonlyArray<Label> => {
  const shown = new Set<string>();
  return labels.filter(({ from, to, label, inverseLabel }) => {
    const sides = [...new Set([`${from}/${to}/${label}`, `${to}/${from}/${inverseLabel}`])];
    if (label !== null && sides.some((side) => shown.has(side))) return false;
    sides.forEach((side) => shown.add(side));
    return true;
  });
};

const isCustom = (name: string): boolean => custom.includes(name);

/** A pair with a custom object has an unlabeled type of its own, which comes with its first label. */
const unlabeledTypes = (labels: ReadonlyArray<Label>, nextId: () => number): ReadonlyArray<Label> => {
  const pairs = new Map(
    labels
      .filter(({ from, to }) => isCustom(from) || isCustom(to))
      .map(({ from, to }) => [[from, to].sort().join("/"), { from, to }]),
  );
  return [...pairs.values()].map(({ from, to }): Label => {
    const typeId = nextId();
    return {
      from,
      to,
      typeId,
      inverseTypeId: from === to ? typeId : nextId(),
      label: null,
      inverseLabel: null,
      name: `unlabeled_${typeId}`,
    };
  });
};

const limitsOf = (label: Label, [forward, inverse]: Sketch["limits"]): ReadonlyArray<StandingLimit> => {
  const { from, to, typeId, inverseTypeId = typeId, category = "USER_DEFINED" } = label;
  const limit = (
    pair: { from: string; to: string },
    id: number,
    most: number | undefined,
  ): ReadonlyArray<StandingLimit> =>
    most === undefined ? [] : [{ ...pair, category, typeId: id, maxToObjectIds: most }];
  return [
    ...limit({ from, to }, typeId, forward),
    ...(inverseTypeId === typeId ? [] : limit({ from: to, to: from }, inverseTypeId, inverse)),
  ];
};

/** Any portal; ids of labels are numbers that HubSpot uses as well. */
export const anyPortal: fc.Arbitrary<PortalInput> = fc
  .record({
    sketches: fc.array(sketch, { maxLength: 8 }),
    own: fc.array(ownLimit, { maxLength: 4 }),
    first: fc.constantFrom(1, 270, 5_000_000),
    ofUnlabeled: fc.array(fc.tuple(number, number), { minLength: 4, maxLength: 4 }),
  })
  .map(({ sketches, own, first, ofUnlabeled }): PortalInput => {
    let last = first - 1;
    const nextId = (): number => (last += 1);
    const made = sketches.map((one, i): { readonly label: Label; readonly one: Sketch } => {
      const isSymmetric = one.from === one.to && (one.inverse === undefined || sameWords(one.inverse, one.label));
      const typeId = nextId();
      return {
        one,
        label: {
          from: one.from,
          to: one.to,
          category: one.category,
          name: `${one.name}_${i}`,
          typeId,
          inverseTypeId: isSymmetric ? typeId : nextId(),
          label: one.label,
          inverseLabel: one.inverse ?? one.label,
        },
      };
    });
    const labels = withoutTwins(made.map(({ label }) => label));
    const unlabeled = unlabeledTypes(labels, nextId);
    const ownLimits = own.flatMap(({ from, to, which, most }): ReadonlyArray<StandingLimit> => {
      const types = typesOfPair({ from, to });
      const type = types[which % Math.max(1, types.length)];
      return type === undefined
        ? []
        : [{ from, to, category: "HUBSPOT_DEFINED", typeId: type.typeId, maxToObjectIds: most }];
    });
    const limits = [
      ...made.flatMap(({ label, one }) => (labels.includes(label) ? limitsOf(label, one.limits) : [])),
      ...unlabeled.flatMap((label, i) => limitsOf(label, ofUnlabeled[i % 4] ?? [undefined, undefined])),
      ...new Map(ownLimits.map((limit) => [limit.typeId, limit])).values(),
    ];
    return {
      portalId: 111,
      objectTypes: custom.map((name, i) => ({ objectTypeId: `2-${900 + i}`, name })),
      labels: [...labels, ...unlabeled],
      limits,
    };
  });

/** The same portal as another one would have it: other ids, and everything in another order. */
export const elsewhere = (portal: PortalInput): PortalInput => {
  const moved = (category: string, typeId: number): number =>
    category === "HUBSPOT_DEFINED" ? typeId : 7_000_000 - typeId;
  return {
    ...portal,
    portalId: 222,
    objectTypes: [...(portal.objectTypes ?? [])]
      .reverse()
      .map(({ name }, i) => ({ objectTypeId: `2-${70 + i}`, name })),
    labels: [...(portal.labels ?? [])].reverse().map((label) => ({
      ...label,
      typeId: moved(label.category ?? "USER_DEFINED", label.typeId),
      inverseTypeId: moved(label.category ?? "USER_DEFINED", label.inverseTypeId ?? label.typeId),
    })),
    limits: [...(portal.limits ?? [])]
      .reverse()
      .map((limit) => ({ ...limit, typeId: moved(limit.category, limit.typeId) })),
  };
};
