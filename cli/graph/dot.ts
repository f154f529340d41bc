/**
 * The picture as DOT, the language of Graphviz. A pair is a small node on the line between its object types, so that
 * what is said of it can belong to no other line.
 */
import type { Graph, GraphObject, GraphPair } from "./model";
import { isWithItself } from "./model";
import type { Line } from "./words";
import { cardinalityText, labelLines, nothing, pairWithItself } from "./words";

/** The colours of the light picture; the SVG has dark ones for the same things. */
export const colours = {
  paper: "#ffffff",
  text: "#1f2328",
  muted: "#59636e",
  limits: "#0550ae",
  line: "#8c959f",
  object: "#ddf4ff",
  objectBorder: "#0969da",
  custom: "#fff8c5",
  customBorder: "#9a6700",
  pair: "#f6f8fa",
  pairBorder: "#d1d9e0",
} as const;

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim();

const quoted = (text: string): string => `"${oneLine(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\\": "&#92;&#92;",
};

/** A text within an HTML-like label, where a cell may not be empty. */
const html = (text: string): string => {
  const line = oneLine(text);
  return line === "" ? "&#160;" : line.replace(/[&<>"\\]/g, (character) => references[character] ?? "");
};

const coloured = (text: string, colour: string): string => `<FONT COLOR="${colour}">${text}</FONT>`;

const muted = (text: string): string => coloured(html(text), colours.muted);

const limitsText = (limits: string): string => coloured(limits, colours.limits);

const table = (rows: ReadonlyArray<string>, spacing = 0): string =>
  `<TABLE BORDER="0" CELLSPACING="${spacing}" CELLPADDING="2">${rows.join("")}</TABLE>`;

const wide = (content: string): string => `<TR><TD COLSPAN="2">${content}</TD></TR>`;

/** Signs as wide as they are high, which Graphviz takes for narrower ones. */
const wideSigns =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** The least width of a cell, where its text has wide signs. */
const room = (text: string): string => {
  const count = text.match(wideSigns)?.length ?? 0;
  return count === 0 ? "" : ` WIDTH="${13 * count + 8 * ([...text].length - count)}"`;
};

const row = ({ text, limits }: Line): string =>
  limits === undefined
    ? `<TR><TD COLSPAN="2" ALIGN="LEFT"${room(text)}>${html(text)}</TD></TR>`
    : `<TR><TD ALIGN="LEFT"${room(text)}>${html(text)}</TD><TD ALIGN="RIGHT">${limitsText(limits)}</TD></TR>`;

/** What stands over the labels of a pair: its limits between the names of its sides. */
const pairHeader = ({ left, right, limits }: GraphPair): string => {
  const cells = [
    `<TD ALIGN="LEFT">${muted(left)}</TD>`,
    `<TD>${limitsText(cardinalityText(limits))}</TD>`,
    `<TD ALIGN="RIGHT">${muted(right)}</TD>`,
  ];
  return `<TR><TD COLSPAN="2" CELLPADDING="0">${table([`<TR>${cells.join("")}</TR>`], 3)}</TD></TR>`;
};

const selfHeader = ({ limits }: GraphPair): string =>
  `<TR><TD ALIGN="LEFT">${muted("with itself")}</TD><TD ALIGN="RIGHT">${limitsText(cardinalityText(limits))}</TD></TR>`;

const objectNode = (graph: Graph, { name, isCustom }: GraphObject, showLabels: boolean): string => {
  const self = pairWithItself(graph, name);
  const rows = [
    wide(`<FONT POINT-SIZE="17"><B>${html(name)}</B></FONT>`),
    ...(isCustom ? [wide(muted("custom object"))] : []),
    ...(self === undefined ? [] : [selfHeader(self), ...labelLines(self, showLabels).map(row)]),
  ];
  const look = isCustom ? `, fillcolor="${colours.custom}", color="${colours.customBorder}"` : "";
  return `${quoted(name)} [label=<${table(rows)}>${look}]`;
};

const idOf = ({ left, right }: GraphPair): string => `${left}/${right}`;

const pairNode = (pair: GraphPair, showLabels: boolean): string => {
  const rows = [pairHeader(pair), ...labelLines(pair, showLabels).map(row)];
  return `${quoted(idOf(pair))} [label=<${table(rows)}>]`;
};

const lines = (pair: GraphPair): string => `${quoted(pair.left)} -- ${quoted(idOf(pair))} -- ${quoted(pair.right)}`;

/**
 * The types of a pair stand one above the other, the left one first: pairs always lead downwards, since both lists are in
 * one order.
 */
export const toDot = (graph: Graph, showLabels: boolean): string => {
  const pairs = graph.pairs.filter((pair) => !isWithItself(pair));
  const title = quoted(`HubSpot portal ${graph.portalId}`);
  return [
    `graph ${title} {`,
    `  graph [bgcolor="${colours.paper}", pad="0.3", nodesep="0.25", ranksep="0.35"]`,
    `  edge [color="${colours.line}", penwidth="1.5"]`,
    `  node [shape="box", style="filled,rounded", fontname="Arial", fontsize="14", fontcolor="${colours.text}"]`,
    `  node [fillcolor="${colours.object}", color="${colours.objectBorder}", penwidth="1.5", margin="0.15,0.08"]`,
    ...graph.objects.map((object) => `  ${objectNode(graph, object, showLabels)}`),
    ...(graph.objects.length === 0 ? [`  "nothing" [label=${quoted(nothing(graph))}]`] : []),
    `  node [fillcolor="${colours.pair}", color="${colours.pairBorder}", penwidth="1", margin="0.08,0.03"]`,
    ...pairs.map((pair) => `  ${pairNode(pair, showLabels)}`),
    ...pairs.map((pair) => `  ${lines(pair)}`),
    "}",
    "",
  ].join("\n");
};
