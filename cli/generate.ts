/** `generate`: turns what stands in a portal into a Pulumi project and an import file. */
import path from "node:path";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { version } from "../provider/release";
import { counted } from "./counted";
import { importFile, importFileText } from "./generate/importFile";
import { plan } from "./generate/plan";
import { programText } from "./generate/program";
import { projectFiles } from "./generate/project";
import { slug } from "./generate/names";
import type { Written } from "./generate/write";
import { writeProject } from "./generate/write";
import type { Io } from "./io";
import { contentOf } from "./portal";
import { portalArgumentHelp } from "./portal/argument";
import { leftOutLine } from "./portal/leftOut";
import { readObjectOption, readPairOption } from "./portal/selection";
import type { Pair } from "../provider/model";
import { print, printJson, say } from "./terminal";

interface Flags {
  readonly out: string;
  readonly pair: ReadonlyArray<Pair>;
  readonly object: ReadonlyArray<string>;
  readonly only?: "labels" | "limits";
  readonly name?: string;
  readonly force: boolean;
  readonly json: boolean;
}

const examples = `
Writes index.ts, import.json, Pulumi.yaml, package.json, tsconfig.json and README.md. The program names nothing that is
of one portal only, as far as HubSpot lets it; import.json is of this portal. Nothing is changed in HubSpot. What cannot
be brought in is listed with the reason, here and in README.md.

Files that this command did not write, or that were changed since, are never overwritten without --force; Pulumi.yaml,
package.json, tsconfig.json and README.md are yours once they are written.

Examples:
  $ export HUBSPOT_ACCESS_TOKEN=…
  $ pulumi-hubspot-associations generate --out hubspot
  $ cd hubspot && npm install && pulumi stack init production
  $ pulumi import --file import.json --generate-code=false --protect=false --yes
  $ pulumi preview --expect-no-changes

  $ pulumi-hubspot-associations generate staging --out staging
      the portal of HUBSPOT_STAGING_ACCESS_TOKEN
  $ pulumi-hubspot-associations generate --out crm --object contacts --only limits
      limits of pairs with contacts, and no labels
  $ pulumi-hubspot-associations generate --out crm --pair contacts/companies --pair deals/contacts
`;

const collected =
  <A>(read: (text: string) => A) =>
  (text: string, before: ReadonlyArray<A>): ReadonlyArray<A> => [...before, read(text)];

/** The names that Pulumi allows for a project. */
const projectName = (text: string): string => {
  if (!/^[A-Za-z0-9_.-]{1,100}$/.test(text))
    throw new InvalidArgumentError(
      "A project's name has letters, digits, hyphens, underscores and periods, 100 at most.",
    );
  return text;
};

const fileWords = (folder: string, { written, unchanged, kept }: Written): ReadonlyArray<string> => [
  written.length === 0 ? `${folder} is as it should be already` : `wrote ${written.join(", ")} to ${folder}`,
  ...(written.length > 0 && unchanged.length > 0 ? [`unchanged: ${unchanged.join(", ")}`] : []),
  ...(kept.length > 0 ? [`left as you changed them: ${kept.join(", ")}`] : []),
];

const run = async (io: Io, portal: string | undefined, flags: Flags): Promise<void> => {
  const content = await contentOf(io)(portal, {
    pairs: flags.pair,
    objects: flags.object,
    labels: flags.only !== "limits",
    limits: flags.only !== "labels",
  });
  const planned = plan(content);
  const imports = importFile(planned, content);
  const name = flags.name ?? (slug(path.basename(path.resolve(io.cwd, flags.out)), "-") || "hubspot-associations");
  const files = {
    "index.ts": programText(planned),
    "import.json": importFileText(imports),
    ...projectFiles({ name, portalId: content.portalId, version, leftOut: planned.leftOut }),
  };
  const written = await writeProject(io, flags.out, files, ["index.ts", "import.json"], flags.force);
  for (const one of planned.leftOut) void say(io, leftOutLine(one));
  const labels = planned.sections.flatMap((section) => section.labels);
  const configurations = planned.sections.flatMap((section) => section.limits);
  const limits = configurations.flatMap((configuration) => configuration.limits);
  if (flags.json)
    return printJson(io, {
      portalId: content.portalId,
      folder: flags.out,
      ...written,
      labels: labels.length,
      limits: limits.length,
      resources: imports.resources.length,
      leftOut: planned.leftOut,
    });
  const leftOut = planned.leftOut.length === 0 ? "nothing" : counted(planned.leftOut.length, "thing");
  await print(
    io,
    [
      `portal ${content.portalId}: ${counted(labels.length, "label")}, and ${counted(limits.length, "limit")} of ${counted(configurations.length, "directed pair")}; ${leftOut} left out`,
      ...fileWords(flags.out, written),
      `README.md tells how to go on; the first steps: npm install, pulumi stack init, pulumi import --file import.json --generate-code=false --protect=false --yes`,
    ].join("\n"),
  );
};

export const generateCommand = (io: Io): Command =>
  new Command("generate")
    .description("turn what stands in a portal into a Pulumi project and an import file")
    .addArgument(new Argument("[portal]", portalArgumentHelp))
    .requiredOption("--out <folder>", "where the project goes; it is made if it is not there")
    .addOption(
      new Option("--pair <from/to>", "only this pair, in both directions; may be repeated")
        .argParser(collected(readPairOption))
        .default([], "all pairs"),
    )
    .addOption(
      new Option("--object <type>", "only pairs with this object type; may be repeated")
        .argParser(collected(readObjectOption))
        .default([], "all object types"),
    )
    .addOption(new Option("--only <what>", "leave the other out").choices(["labels", "limits"]))
    .option("--name <project>", "the name of the Pulumi project (default: the name of the folder)", projectName)
    .option("--force", "overwrite files that this command did not write", false)
    .option("--json", "print what was written as JSON", false)
    .addHelpText("after", examples)
    .action((portal: string | undefined, flags: Flags) => run(io, portal, flags));
