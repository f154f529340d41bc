/** `compare`: what two portals, or a portal and a saved one, differ in. */
import { Command } from "commander";
import { printable } from "../provider/printable";
import type { Difference } from "./compare/difference";
import { differences } from "./compare/difference";
import { notes } from "./compare/notes";
import type { Side } from "./compare/table";
import { table } from "./compare/table";
import type { Io } from "./io";
import { contentOf } from "./portal";
import { describePortal, portalArgumentHelp } from "./portal/argument";
import { print, printJson, say } from "./terminal";
import type { EndWith } from "./trouble";
import { exitCodes } from "./trouble";

interface Flags {
  readonly json?: boolean;
}

const help = `
Labels are matched by their pair and texts, limits by their pair and what they are on, custom objects by name; ids, order
and the side from which a label is written make no difference. Exit code 0: equal; 1: differences; 2: trouble.

--json prints one object, {first, second, differences}:
  first, second  {name, portalId, accountType?, customObjects, labels, limits, leftOut}, where the three are numbers and
                 leftOut is [{what, why}]: what could not be read there and so is not compared
  differences    [{what, found, first?, second?}]
                 what   "customObject", "label" or "limit"
                 found  "onlyInFirst", "onlyInSecond" or "different"
                 first, second  what stands on that side, as a snapshot file has it

Examples:
  $ pulumi-hubspot-associations compare staging production
      the portal of HUBSPOT_STAGING_ACCESS_TOKEN with that of HUBSPOT_PRODUCTION_ACCESS_TOKEN
  $ pulumi-hubspot-associations compare before.json after.json
      two files that \`snapshot\` wrote
  $ pulumi-hubspot-associations compare staging.json
      a file with the portal of HUBSPOT_ACCESS_TOKEN
  $ pulumi-hubspot-associations compare staging production --json
      for programs; in a CI step the exit code alone says whether staging equals production
`;

const sideOf = async (io: Io, argument: string | undefined): Promise<Side> => ({
  name: describePortal(argument),
  content: await contentOf(io)(argument),
});

const described = ({ name, content }: Side) => ({
  name,
  portalId: content.portalId,
  ...(content.accountType === undefined ? {} : { accountType: content.accountType }),
  customObjects: content.customObjects.length,
  labels: content.labels.length,
  limits: content.limits.length,
  leftOut: content.leftOut,
});

const report = (io: Io, first: Side, second: Side, found: ReadonlyArray<Difference>, { json }: Flags): Promise<void> =>
  json === true
    ? printJson(io, { first: described(first), second: described(second), differences: found })
    : print(io, table(first, second, found));

const run = async (
  io: Io,
  endWith: EndWith,
  arguments_: readonly [string, string | undefined],
  flags: Flags,
): Promise<void> => {
  const first = await sideOf(io, arguments_[0]);
  const second = await sideOf(io, arguments_[1]);
  const found = differences(first.content, second.content);
  for (const note of [...notes(first), ...notes(second)]) void say(io, printable(note));
  await report(io, first, second, found, flags);
  if (found.length > 0) endWith(exitCodes.findings);
};

export const compareCommand = (io: Io, endWith: EndWith): Command =>
  new Command("compare")
    .description("tell what two portals, or a portal and a snapshot of one, differ in")
    .argument("<portal>", "a name such as staging: the portal of HUBSPOT_STAGING_ACCESS_TOKEN; or a snapshot file")
    .argument("[portal]", `what to compare it with; ${portalArgumentHelp}`)
    .option("--json", "print the differences as JSON")
    .addHelpText("after", help)
    .action((first: string, second: string | undefined, flags: Flags) => run(io, endWith, [first, second], flags));
