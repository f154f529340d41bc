/** The picture as a Mermaid flowchart: text that diffs line by line, and that is drawn where code is hosted. */
import type { Graph, GraphObject, GraphPair } from "./model";
import { isWithItself } from "./model";
import type { Line } from "./words";
import { cardinalityText, labelLines, nothing, pairWithItself } from "./words";

const isPlain = (character: string, before: string, after: string): boolean => {
  if (/[\p{L}\p{N}\p{M} ,/()']/u.test(character)) return true;
  if (character === "." || character === "-" || character === "_")
    return /\p{L}/u.test(before) && /[\p{L} ]/u.test(after);
  return character > "\u007F" && !/[\p{C}\p{Z}]/u.test(character);
};

const entities: Readonly<Record<string, string>> = { '"': "quot", "&": "amp", "<": "lt", ">": "gt" };

/**
 * A text within quotes. All that Mermaid could take for its own, Markdown included, becomes an entity; one line stays one
 * line.
 */
export const escaped = (text: string): string => {
  const characters = [...text.replace(/[\s\p{Cc}\p{Cs}]+/gu, " ").trim()];
  return characters
    .map((character, i) =>
      isPlain(character, characters[i - 1] ?? "", characters[i + 1] ?? "")
        ? character
        : `#${entities[character] ?? String(character.codePointAt(0))};`,
    )
    .join("");
};

/** A name of a node for each object type: reserved words such as `end` and signs are only found in names of custom ones. */
const nodeIds = (objects: ReadonlyArray<GraphObject>): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, isCustom } of objects) {
    const plain = name.replace(/\W/g, "_");
    const wanted = isCustom ? `custom_${plain}` : /^[a-z]/.test(plain) ? plain : `type_${plain}`;
    let id = wanted;
    for (let next = 2; taken.has(id); next += 1) id = `${wanted}_${next}`;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
};

const lineText = ({ text, limits }: Line): string =>
  limits === undefined ? escaped(text) : `${escaped(text)} ${limits}`;

/** Lines of a text begin where the lines of the file do: Mermaid would show spaces before them. */
const quoted = (lines: ReadonlyArray<string>): string => `"${lines.join("\n")}"`;

const objectText = (graph: Graph, { name, isCustom }: GraphObject, id: string, showLabels: boolean): string => {
  const self = pairWithItself(graph, name);
  const ofSelf =
    self === undefined
      ? []
      : [`with itself <b>${cardinalityText(self.limits)}</b>`, ...labelLines(self, showLabels).map(lineText)];
  return `  ${id}[${quoted([`<b>${escaped(name)}</b>`, ...ofSelf])}]${isCustom ? ":::custom" : ""}`;
};

const pairText = (pair: GraphPair, idOf: (name: string) => string, showLabels: boolean): string => {
  const header = `${escaped(pair.left)} <b>${cardinalityText(pair.limits)}</b> ${escaped(pair.right)}`;
  const lines = [header, ...labelLines(pair, showLabels).map(lineText)];
  return `  ${idOf(pair.left)} ---|${quoted(lines)}| ${idOf(pair.right)}`;
};

/** Wide enough for most labels on one line, and with room between the rows so that no text covers another. */
const head = `---
config:
  flowchart:
    wrappingWidth: 400
    rankSpacing: 70
---
flowchart TB`;

export const toMermaid = (graph: Graph, showLabels: boolean): string => {
  const ids = nodeIds(graph.objects);
  const idOf = (name: string): string => ids.get(name) ?? name;
  const objects = graph.objects.map((object) => objectText(graph, object, idOf(object.name), showLabels));
  const pairs = graph.pairs.filter((pair) => !isWithItself(pair)).map((pair) => pairText(pair, idOf, showLabels));
  return [
    head,
    ...objects,
    ...(objects.length === 0 ? [`  nothing["${escaped(nothing(graph))}"]`] : []),
    ...pairs,
    "  classDef custom stroke-dasharray: 5 3",
    "",
  ].join("\n");
};
