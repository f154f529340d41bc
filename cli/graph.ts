/** `graph`: the object model of a portal as a picture. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Command, Option } from "commander";
import { toDot } from "./graph/dot";
import { toMermaid } from "./graph/mermaid";
import type { Graph } from "./graph/model";
import { around, countLabels, graphOf } from "./graph/model";
import { objectNamed } from "./graph/objects";
import type { Layout } from "./graph/svg";
import { loadLayout, toSvg } from "./graph/svg";
import { counted, legend, summary } from "./graph/words";
import type { PortalContent } from "./portal/content";
import { print, say } from "./terminal";
import { fileTrouble } from "./trouble";

const formats = ["mermaid", "dot", "svg"] as const;
type Format = (typeof formats)[number];

interface Flags {
  readonly format?: Format;
  readonly out?: string;
  readonly object: ReadonlyArray<string>;
  readonly labels?: boolean;
}

/** More labels than these make a picture that nobody reads. */
const mostLabels = 300;

/** What Mermaid takes by default; where code is hosted, nobody can change it. */
const mermaidAllows = { characters: 50_000, lines: 500 };

/** Graphviz takes half a minute for 500 pairs. */
const manyPairs = 200;

const extensions: ReadonlyMap<string, Format> = new Map([
  [".svg", "svg"],
  [".dot", "dot"],
  [".gv", "dot"],
]);

const formatOf = ({ format, out }: Flags): Format =>
  format ?? extensions.get(path.extname(out ?? "").toLowerCase()) ?? "mermaid";

const sayWhatMermaidRefuses = (text: string, { pairs }: Graph): void => {
  if (text.length <= mermaidAllows.characters && pairs.length <= mermaidAllows.lines) return;
  say(
    `This is more than Mermaid draws unless it is set up for it (${counted(mermaidAllows.characters, "character")}, ` +
      `${counted(mermaidAllows.lines, "line")}): --object shows a part, and --format svg draws it all`,
  );
};

const drawn = (graph: Graph, showLabels: boolean, format: Format, layout: Layout | undefined): string => {
  if (format === "mermaid") {
    const text = toMermaid(graph, showLabels);
    sayWhatMermaidRefuses(text, graph);
    return text;
  }
  const dot = toDot(graph, showLabels);
  if (layout === undefined) return dot;
  if (graph.pairs.length > manyPairs) say(`Laying out ${counted(graph.pairs.length, "pair")}, which takes a while`);
  return toSvg(dot, layout, {
    title: `Object model of HubSpot portal ${graph.portalId}`,
    description: `${summary(graph)}. ${legend}`,
  });
};

const showsLabels = (graph: Graph, { labels }: Flags): boolean => {
  if (labels !== undefined) return labels;
  const count = countLabels(graph);
  if (count <= mostLabels) return true;
  say(`${counted(count, "label")} are counted, not listed: --labels lists them, --object shows a part of the portal`);
  return false;
};

const selected = (content: PortalContent, { object }: Flags): Graph => {
  const graph = graphOf(content);
  if (object.length === 0) return graph;
  const names = object.map((spelling) => objectNamed(content, spelling));
  const part = around(graph, names);
  for (const name of names.filter((each) => !part.pairs.some(({ left, right }) => left === each || right === each)))
    say(`${name} has no labels and no limits in portal ${graph.portalId}`);
  return part;
};

const write = async (out: string | undefined, text: string, graph: Graph): Promise<void> => {
  if (out === undefined) return print(text);
  try {
    await writeFile(out, text);
  } catch (error) {
    throw fileTrouble(`cannot write ${out}`, error);
  }
  say(`${out}: ${summary(graph)}`);
};

const examples = `
PORTAL is left out for the portal of HUBSPOT_ACCESS_TOKEN, a name such as staging for that of
HUBSPOT_STAGING_ACCESS_TOKEN, or the path of a snapshot.

How to read it: ${legend} A label without numbers has no limit of its own. Where a label has two texts, the first one is
what a record on the left is called. A pair of an object type with itself stands within its node.

Labels are listed up to ${mostLabels} of them, and only counted above, unless --labels or --no-labels says otherwise.

Examples:
  $ pulumi-hubspot-associations graph
      a Mermaid flowchart, for a \`\`\`mermaid block where your code is hosted
  $ pulumi-hubspot-associations graph staging --out model.svg
      a picture that is light or dark as its surroundings are; the format follows the file's name
  $ pulumi-hubspot-associations graph --object deals --object tickets
      only the pairs of deals and of tickets
  $ pulumi-hubspot-associations graph portal.json --format dot --no-labels | dot -Tpng > model.png
      a saved portal, for a Graphviz of your own
`;

const collect = (value: string, others: ReadonlyArray<string>): ReadonlyArray<string> => [...others, value];

/**
 * The command.
 * @param contentOf reads the portal, or the snapshot, that a PORTAL argument means
 */
export const graphCommand = (contentOf: (portal: string | undefined) => Promise<PortalContent>): Command =>
  new Command("graph")
    .description("draw the object model of a portal: its object types, pairs, limits and labels")
    .argument("[portal]", "a portal, or a snapshot of one")
    .addOption(
      new Option("--format <format>", "what to write (default: as --out's name ends, else mermaid)").choices(formats),
    )
    .option("--out <file>", "write to this file instead of standard output")
    .option("--object <type>", "only pairs with this object type; can be given several times", collect, [])
    .option("--labels", "list the labels, however many there are")
    .option("--no-labels", "count the labels instead of listing them")
    .addHelpText("after", examples)
    .action(async (portal: string | undefined, flags: Flags) => {
      const format = formatOf(flags);
      const layout = format === "svg" ? await loadLayout() : undefined;
      const content = await contentOf(portal);
      for (const { what, why } of content.leftOut) say(`Left out: ${what}: ${why}`);
      const graph = selected(content, flags);
      await write(flags.out, drawn(graph, showsLabels(graph, flags), format, layout), graph);
    });
