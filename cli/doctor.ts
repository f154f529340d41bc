/** `doctor`: looks at everything that a portal's resources need, and says how to mend what is not fine. */
import { Command } from "commander";
import { gather } from "./doctor/gather";
import { examine, hasProblems, renderLines, reportOf } from "./doctor/report";
import type { Io } from "./io";
import { livePortalArgumentHelp, readPortalArgument } from "./portal/argument";
import { print, printJson, progress } from "./terminal";
import type { EndWith } from "./trouble";
import { exitCodes, Trouble } from "./trouble";

interface Flags {
  readonly json: boolean;
}

const examples = `
A line for each check: ok, warning (it works, but something is better changed), problem (it does not), or unknown, with
the way to mend it. It reads from the portal and writes nothing. No token is shown.
Exit code: 0 without problems, 1 with problems, 2 where doctor itself was used wrongly.

--json prints {"problems", "warnings", "checks": [{"check", "mark", "says", "mend"}]}: how many there are, and for each
check its name, one of the four words, what it found and, for a warning or a problem, the way to mend it. Names of checks
stay; the sentences may change.

Examples:
  $ pulumi-hubspot-associations doctor
      looks at the portal of HUBSPOT_ACCESS_TOKEN, and at Node, @pulumi/pulumi and the Pulumi CLI
  $ pulumi-hubspot-associations doctor staging
      the same for the portal of HUBSPOT_STAGING_ACCESS_TOKEN
  $ pulumi-hubspot-associations doctor --json | jq '.checks[] | select(.mark == "problem")'
      what is wrong, for a program
`;

const run = async (io: Io, endWith: EndWith, argument: string | undefined, { json }: Flags): Promise<void> => {
  const portal = readPortalArgument(argument);
  if (portal._tag === "File")
    throw new Trouble(
      `doctor looks at a live portal, and ${portal.path} is a snapshot file; leave it out, or name a portal such as staging`,
    );
  const signs = progress(io);
  const lines = examine(await gather(io, portal.portal, signs).finally(signs.end));
  await (json ? printJson(io, reportOf(lines)) : print(io, renderLines(lines)));
  if (hasProblems(lines)) endWith(exitCodes.findings);
};

export const doctorCommand = (io: Io, endWith: EndWith): Command =>
  new Command("doctor")
    .description("look at everything that is needed, and say how to mend what is not fine")
    .argument("[portal]", livePortalArgumentHelp)
    .option("--json", "print the checks as JSON", false)
    .addHelpText("after", examples)
    .action((argument: string | undefined, flags: Flags) => run(io, endWith, argument, flags));
