/** Any content of a portal, with texts that are hard to draw, for the laws of what is made from it. */
import fc from "fast-check";
import type { PortalContent, PortalLabel, PortalLimit } from "../../cli/portal/content";

const names = ["contacts", "companies", "deals", "car", "end", "graph", "0-999", "a_b", "style"];

const pairs = names.flatMap((from, i) => names.slice(i).map((to) => ({ from, to })));

/** What one of the formats, or one of the tools that read them, takes for its own. */
const hardTexts = [
  'says "no"',
  "a #quot; b",
  "#35;",
  "<b>bold</b>",
  "R&D &amp; more",
  "[box] {brace} (round) |pipe|",
  "back\\slash \\N \\n",
  "two\nlines\r\nor\tthree",
  "%%{init: {}}%%",
  "%% comment",
  "`code` **bold** _it_ ~x~",
  "1. first",
  "- dash",
  "+ plus",
  "# heading",
  "end",
  "Lifestyle:#;x",
  "classDef a:#b;",
  "a --> b; c --- d",
  ":::custom @{ shape: x }",
  "www.example.com",
  "mail@example.com https://example.com",
  "Straße",
  "担当者",
  "مدير",
  "🚀 Launch",
  "'",
  "]]>",
  "<!-- x -->",
  "$$x$$",
  "",
  "   ",
];

const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hardTexts),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("Manager", "Decision maker", "Employer"),
);

const most = fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined });

const labelShape = fc.record({
  label: text,
  inverseLabel: text,
  isOneText: fc.boolean(),
  isTurned: fc.boolean(),
  most,
  inverseMost: most,
});

const pairShape = fc.record({
  pair: fc.constantFrom(...pairs),
  most,
  inverseMost: most,
  labels: fc.array(labelShape, { maxLength: 4 }),
});

interface Side {
  readonly from: string;
  readonly to: string;
}

const limit = (
  { from, to }: Side,
  maxToObjectIds: number | undefined,
  rest: Omit<PortalLimit, "from" | "to" | "maxToObjectIds">,
): ReadonlyArray<PortalLimit> => (maxToObjectIds === undefined ? [] : [{ from, to, maxToObjectIds, ...rest }]);

const turned = ({ from, to }: Side): Side => ({ from: to, to: from });

type PairShape = typeof pairShape extends fc.Arbitrary<infer A> ? A : never;

/** Between records of one type, the unlabeled type and a label with one text have one limit for both ways. */
const partOf = (
  { pair, labels, ...own }: PairShape,
  number: number,
): { readonly labels: ReadonlyArray<PortalLabel>; readonly limits: ReadonlyArray<PortalLimit> } => {
  const isWithin = pair.from === pair.to;
  const unlabeled = { naming: "unlabeled", category: "USER_DEFINED", typeId: 1_000_000 + number * 100 } as const;
  const made = labels.map((shape, i) => {
    const side = shape.isTurned ? turned(pair) : pair;
    const typeId = 1_000 + number * 100 + i * 2;
    const isOne = shape.isOneText && isWithin;
    const inverseLabel = shape.isOneText ? shape.label : shape.inverseLabel;
    const inverseTypeId = isOne ? typeId : typeId + 1;
    const label: PortalLabel = { ...side, typeId, label: shape.label, inverseTypeId, inverseLabel };
    const named = { naming: "label", category: "USER_DEFINED" } as const;
    return {
      label,
      limits: [
        ...limit(side, shape.most, { ...named, typeId, label: shape.label }),
        ...(isOne
          ? []
          : limit(turned(side), shape.inverseMost, { ...named, typeId: inverseTypeId, label: inverseLabel })),
      ],
    };
  });
  return {
    labels: made.map(({ label }) => label),
    limits: [
      ...limit(pair, own.most, unlabeled),
      ...(isWithin ? [] : limit(turned(pair), own.inverseMost, { ...unlabeled, typeId: unlabeled.typeId + 1 })),
      ...made.flatMap(({ limits }) => limits),
    ],
  };
};

/** Limits of HubSpot's own labels, and of a type that this package does not know. */
const others: ReadonlyArray<PortalLimit> = [
  { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 1, maxToObjectIds: 1, naming: "id" },
  { from: "companies", to: "contacts", category: "HUBSPOT_DEFINED", typeId: 2, maxToObjectIds: 9, naming: "id" },
  {
    from: "companies",
    to: "deals",
    category: "HUBSPOT_DEFINED",
    typeId: 6,
    maxToObjectIds: 3,
    naming: "id",
    label: "Primary",
  },
  { from: "deals", to: "car", category: "INTEGRATOR_DEFINED", typeId: 1_000, maxToObjectIds: 7, naming: "id" },
];

/** A content whose lists are in any order. */
export const contents: fc.Arbitrary<PortalContent> = fc
  .tuple(
    fc.uniqueArray(pairShape, { maxLength: 6, selector: ({ pair }) => `${pair.from}/${pair.to}` }),
    fc.subarray([...others]),
  )
  .chain(([shapes, ofOthers]) => {
    const parts = shapes.map(partOf);
    return orders({
      portalId: 111,
      customObjects: ["car", "end", "graph", "a_b", "style"].map((name, i) => ({
        objectTypeId: `2-${i}`,
        fullyQualifiedName: `p111_${name}`,
        name,
      })),
      labels: parts.flatMap(({ labels }) => labels),
      limits: [...parts.flatMap(({ limits }) => limits), ...ofOthers],
      leftOut: [],
    });
  });

/** The same content with its lists in another order. */
export const orders = (content: PortalContent): fc.Arbitrary<PortalContent> =>
  fc
    .tuple(
      fc.shuffledSubarray([...content.labels], { minLength: content.labels.length }),
      fc.shuffledSubarray([...content.limits], { minLength: content.limits.length }),
    )
    .map(([labels, limits]) => ({ ...content, labels, limits }));
