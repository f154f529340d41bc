/** The laws of drawing a portal, for any content and any texts. */
import { expect } from "chai";
import fc from "fast-check";
import { toDot } from "../../../cli/graph/dot";
import { toMermaid } from "../../../cli/graph/mermaid";
import type { Graph, GraphPair } from "../../../cli/graph/model";
import { around, graphOf } from "../../../cli/graph/model";
import { loadLayout, toSvg } from "../../../cli/graph/svg";
import { cardinalityText, labelText } from "../../../cli/graph/words";
import type { PortalContent } from "../../../cli/portal/content";
import { contents, orders } from "../../support/contents";
import { runs } from "../../support/seeds";

const sorted = (facts: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  [...new Set(facts.map((fact) => JSON.stringify(fact)))].sort();

const of = (from: string, to: string, what: string, most: number | undefined) =>
  most === undefined ? [] : [{ from, to, what, most }];

const unlabeled = "unlabeled";

/** What a pair says, in both directions. */
const factsOf = ({ left, right, limits, labels }: GraphPair) => [
  ...of(left, right, unlabeled, limits.right),
  ...of(right, left, unlabeled, limits.left),
  ...labels.flatMap((label) => [
    { from: left, to: right, text: label.right },
    { from: right, to: left, text: label.left },
    ...of(left, right, `label ${label.right}`, label.limits.right),
    ...of(right, left, `label ${label.left}`, label.limits.left),
  ]),
];

const isOfPeople = ({ category, naming }: PortalContent["limits"][number]): boolean =>
  category === "USER_DEFINED" || naming === "unlabeled";

/** What a content says of the labels that people made, and of unlabeled types. */
const factsIn = ({ labels, limits }: PortalContent) => [
  ...labels.flatMap(({ from, to, label, inverseLabel }) => [
    { from, to, text: label },
    { from: to, to: from, text: inverseLabel },
  ]),
  ...limits
    .filter(isOfPeople)
    .flatMap(({ from, to, naming, label = "", maxToObjectIds }) =>
      of(from, to, naming === "unlabeled" ? unlabeled : `label ${label}`, maxToObjectIds),
    ),
];

/** Texts as a picture shows them: white space and what cannot be printed separate words. */
const shown = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}\u00A0]+/gu, " ").trim();

const textsOf = (graph: Graph): ReadonlyArray<string> => [
  ...graph.objects.map(({ name }) => name),
  ...graph.pairs.flatMap(({ limits, labels }) => [
    cardinalityText(limits),
    ...labels.map((label) => shown(labelText(label))),
  ]),
];

const names: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">" };

const decoded = (text: string, reference: RegExp): string =>
  text.replace(reference, (_, name: string) => names[name] ?? String.fromCodePoint(Number(name.replace("#", ""))));

/** Statements of a flowchart. Nothing within its quotes is a sign for Mermaid, but its entities and the bold ones. */
const inQuotes = `"(?:[^"#;<>&\`%|{}\\[\\]\\\\@=~*^$!?]|#\\w+;|</?b>)*"`;
const flowchart = new RegExp(
  `^---\\nconfig:\\n(?: +\\w+:.*\\n)+---\\nflowchart TB\\n` +
    `(?:  \\w+\\[${inQuotes}\\](?::::custom)?\\n)*(?:  \\w+ ---\\|${inQuotes}\\| \\w+\\n)*  classDef custom .*\\n$`,
);

describe("graph: laws", () => {
  it("every label and every limit of a content is in its graph, and nothing else", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const ofPeople = { ...content, limits: content.limits.filter(isOfPeople) };
        const expected = sorted(factsIn(content).flatMap((fact) => [fact, ...mirrored(fact, content)]));
        expect(sorted(graphOf(ofPeople).pairs.flatMap(factsOf))).to.deep.equal(expected);
      }),
    );
  });

  it("limits of types that are no labels of people are there once each", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const most = content.limits.filter((limit) => !isOfPeople(limit)).map((limit) => limit.maxToObjectIds);
        const only = graphOf({ ...content, labels: [], limits: content.limits.filter((limit) => !isOfPeople(limit)) });
        const drawn = only.pairs.flatMap(({ labels }) =>
          labels.flatMap(({ limits }) => [limits.left ?? [], limits.right ?? []].flat()),
        );
        expect([...drawn].sort()).to.deep.equal([...most].sort());
      }),
    );
  });

  it("the text is the same whatever the order of the content's lists", () => {
    const twice = contents.chain((content) => fc.tuple(fc.constant(content), orders(content)));
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(toMermaid(graphOf(other), true)).to.equal(toMermaid(graphOf(one), true));
        expect(toDot(graphOf(other), true)).to.equal(toDot(graphOf(one), true));
      }),
    );
  });

  it("Mermaid's text shows all, is made of a flowchart's statements, and names each node once", () => {
    fc.assert(
      fc.property(contents, fc.boolean(), (content, showLabels) => {
        const graph = graphOf(content);
        const text = toMermaid(graph, showLabels);
        expect(text).to.match(flowchart);
        const ids = [...text.matchAll(/^ {2}(\w+)\[/gm)].map(([, id]) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        if (!showLabels) return;
        const plain = decoded(text, /#(\w+);/g);
        expect(textsOf(graph).filter((each) => !plain.includes(each))).to.deep.equal([]);
      }),
    );
  });

  it("the SVG shows all, whatever the texts", async () => {
    const layout = await loadLayout();
    fc.assert(
      fc.property(contents, (content) => {
        const graph = graphOf(content);
        const svg = toSvg(toDot(graph, true), layout, { title: "A <title> & more", description: "" });
        const drawn = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
          shown(decoded(text, /&(#?\w+);/g)),
        );
        const missing = textsOf(graph).filter((text) => !drawn.includes(text));
        expect(missing).to.deep.equal([]);
      }),
      { numRuns: runs(60) },
    );
  });

  it("the part around an object type has all of its pairs, and no other", () => {
    fc.assert(
      fc.property(contents, fc.constantFrom("contacts", "car", "users"), (content, name) => {
        const graph = graphOf(content);
        const part = around(graph, [name]);
        const own = graph.pairs.filter(({ left, right }) => left === name || right === name);
        expect(part.pairs).to.deep.equal(own);
        expect(part.objects.map((object) => object.name)).to.include(name);
      }),
    );
  });
});

/** One limit for both ways: of an unlabeled type of records of one type, and of a label that is its own inverse. */
const mirrored = (fact: ReturnType<typeof factsIn>[number], { labels, limits }: PortalContent) => {
  if (!("most" in fact) || fact.from !== fact.to) return [];
  const isUnlabeled = fact.what === unlabeled && limits.some(({ from, to }) => from === to && from === fact.from);
  const isOwnInverse = labels.some(({ from, to, typeId, inverseTypeId }) => from === to && typeId === inverseTypeId);
  return isUnlabeled || isOwnInverse ? [{ ...fact, from: fact.to, to: fact.from }] : [];
};
