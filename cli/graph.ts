/** `graph`: the object model of a portal as a picture. */
import path from "node:path";
import { Argument, Command, Option } from "commander";
import { writeWhole } from "./files";
import { toDot } from "./graph/dot";
import { toMermaid } from "./graph/mermaid";
import type { Graph } from "./graph/model";
import { around, countLabels, graphOf } from "./graph/model";
import { objectNamed } from "./graph/objects";
import type { Layout } from "./graph/svg";
import { loadLayout, toSvg } from "./graph/svg";
import { counted, legend, summary } from "./graph/words";
import type { Io } from "./io";
import { contentOf } from "./portal";
import { portalArgumentHelp } from "./portal/argument";
import type { PortalContent } from "./portal/content";
import { leftOutLine } from "./portal/leftOut";
import { everything, readObjectOption } from "./portal/selection";
import { print, say } from "./terminal";

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

const sayWhatMermaidRefuses = (io: Io, text: string, { pairs }: Graph): void => {
  if (text.length <= mermaidAllows.characters && pairs.length <= mermaidAllows.lines) return;
  void say(
    io,
    `This is more than Mermaid draws unless it is set up for it (${counted(mermaidAllows.characters, "character")}, ` +
      `${counted(mermaidAllows.lines, "line")}): --object shows a part, and --format svg draws it all`,
  );
};

interface Drawing {
  readonly format: Format;
  readonly layout: Layout | undefined;
}

const drawn = (io: Io, graph: Graph, showLabels: boolean, { format, layout }: Drawing): string => {
  if (format === "mermaid") {
    const text = toMermaid(graph, showLabels);
    sayWhatMermaidRefuses(io, text, graph);
    return text;
  }
  const dot = toDot(graph, showLabels);
  if (layout === undefined) return dot;
  if (graph.pairs.length > manyPairs)
    void say(io, `Laying out ${counted(graph.pairs.length, "pair")}, which takes a while`);
  return toSvg(dot, layout, {
    title: `Object model of HubSpot portal ${graph.portalId}`,
    description: `${summary(graph)}. ${legend}`,
  });
};

const showsLabels = (io: Io, graph: Graph, { labels }: Flags): boolean => {
  if (labels !== undefined) return labels;
  const count = countLabels(graph);
  if (count <= mostLabels) return true;
  void say(
    io,
    `${counted(count, "label")} are counted, not listed: --labels lists them, --object shows a part of the portal`,
  );
  return false;
};

const selected = (io: Io, content: PortalContent, { object }: Flags): Graph => {
  const graph = graphOf(content);
  if (object.length === 0) return graph;
  const names = object.map((spelling) => objectNamed(content, spelling));
  const part = around(graph, names);
  for (const name of names.filter((each) => !part.pairs.some(({ left, right }) => left === each || right === each)))
    void say(io, `${name} has no labels and no limits in portal ${graph.portalId}`);
  return part;
};

const write = async (io: Io, out: string | undefined, text: string, graph: Graph): Promise<void> => {
  if (out === undefined) return print(io, text);
  await writeWhole(io, out, text);
  await say(io, `wrote portal ${graph.portalId} to ${out}: ${summary(graph)}`);
};

const run = async (io: Io, portal: string | undefined, flags: Flags): Promise<void> => {
  const format = formatOf(flags);
  const objects = flags.object.map(readObjectOption);
  const layout = format === "svg" ? await loadLayout() : undefined;
  const content = await contentOf(io)(portal, { ...everything, objects });
  for (const one of content.leftOut) void say(io, leftOutLine(one));
  const graph = selected(io, content, flags);
  const text = drawn(io, graph, showsLabels(io, graph, flags), { format, layout });
  await write(io, flags.out, text, graph);
};

const examples = `
How to read it: each number counts the records of the type on its side. contacts 500:5 companies means that a company has
at most 500 contacts, and a contact at most 5 companies; n and m are no limit. A label without numbers has no limit of its
own. Where a label has two texts, the first one is what a record on the left is called. What an object type has with
itself stands within its node.

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

export const graphCommand = (io: Io): Command =>
  new Command("graph")
    .description("draw the object model of a portal: its object types, pairs, limits and labels")
    .addArgument(new Argument("[portal]", portalArgumentHelp))
    .addOption(
      new Option("--format <format>", "what to write (default: as --out's name ends, else mermaid)").choices(formats),
    )
    .option("--out <file>", "write to this file instead of standard output")
    .addOption(
      new Option("--object <type>", "only pairs with this object type; can be given several times")
        .argParser(collect)
        .default([], "all"),
    )
    .option("--labels", "list the labels, however many there are")
    .option("--no-labels", "count the labels instead of listing them")
    .addHelpText("after", examples)
    .action((portal: string | undefined, flags: Flags) => run(io, portal, flags));
