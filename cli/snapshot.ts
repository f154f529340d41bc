/** `snapshot`: keeps what a portal holds in a file, for `compare` and for version control. */
import { Argument, Command } from "commander";
import { writeWhole } from "./files";
import type { Io } from "./io";
import { contentOf } from "./portal";
import { portalArgumentHelp } from "./portal/argument";
import { snapshotText } from "./portal/file";
import { leftOutLine } from "./portal/leftOut";
import { print, say } from "./terminal";

const examples = `
The file is JSON, without a date and in an order of its own: it changes only where the portal has changed. Wherever a
command takes a portal, it takes such a file too.

Examples:
  $ pulumi-hubspot-associations snapshot --out before.json
      the portal of HUBSPOT_ACCESS_TOKEN
  $ pulumi-hubspot-associations snapshot staging > staging.json
      that of HUBSPOT_STAGING_ACCESS_TOKEN
  $ pulumi-hubspot-associations compare before.json
      what has changed since
`;

const run = async (io: Io, portal: string | undefined, out: string | undefined): Promise<void> => {
  const content = await contentOf(io)(portal);
  for (const one of content.leftOut) void say(io, leftOutLine(one));
  const text = snapshotText(content);
  if (out === undefined) return print(io, text);
  await writeWhole(io, out, text);
  await say(
    io,
    `wrote portal ${content.portalId} to ${out}: ${content.labels.length} labels, ${content.limits.length} limits`,
  );
};

export const snapshotCommand = (io: Io): Command =>
  new Command("snapshot")
    .description("keep what a portal holds in a file")
    .addArgument(new Argument("[portal]", portalArgumentHelp))
    .option("--out <file>", "where to (default: standard output)")
    .addHelpText("after", examples)
    .action((portal: string | undefined, { out }: { readonly out?: string }) => run(io, portal, out));
