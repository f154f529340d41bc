/** `audit`: a portal's limits against its data. */
import { Command } from "commander";
import type { Kind } from "./audit/failOn";
import { collectFailOn, failOnOf } from "./audit/failOn";
import { findingsOf } from "./audit/findings";
import { askTracking } from "./audit/ask";
import type { Report } from "./audit/report";
import { hasCounting, reportText } from "./audit/report";
import type { Supposition } from "./audit/supposition";
import { collectSuppositions, inPortal } from "./audit/supposition";
import { suppose } from "./audit/violations";
import type { Io } from "./io";
import { livePortalArgumentHelp, readPortalArgument } from "./portal/argument";
import { objectNames } from "./portal/objectNames";
import { contentOfLive } from "./portal";
import { openPortal } from "./portal/open";
import { print, printJson, progress } from "./terminal";
import type { EndWith } from "./trouble";
import { exitCodes, Trouble } from "./trouble";

interface Flags {
  readonly if?: ReadonlyArray<Supposition>;
  readonly failOn?: ReadonlyArray<Kind | "none">;
  readonly json: boolean;
}

const examples = `
Asks HubSpot's limits tracking which records have as many associated records as they can ("at"), or 80 % of that and more
("near"), how many of its 50 labels each pair uses, and looks for labels that may have more than their pair
("contradiction"). A limit of 1 is reached by the first association: such records are shown, and never count.

HubSpot enforces no limit retroactively. --if tells what a lower one would violate, as far as HubSpot can tell: it counts
the records at or near the present limit of a pair and names some of them; of other records and of single labels it
says nothing.

Exit codes: 0 nothing counts, 1 some findings count (see --fail-on), 2 trouble.

--json prints one object:
  portalId       number
  failOn         what counts: some of "at", "near", "contradiction"
  findings       [{subject: "records" | "labels" | "limits", kind, severity: "error" | "warning" | "info", counts, from, to,
                   limit, …}] with, by subject: records and samples [{objectId, label?, usage?}], ownLimit where HubSpot
                   counts against another limit than the pair's own; labels; category, typeId, label? and pairLimit
  suppositions   for each --if [{from, to, label?, limit, present?, isLower, labelsAbove, pairLimit?,
                   violations?: {atLeast, atMost?, reportedFrom, samples}}]; no atMost: there may be any number
  leftOut        [{what, why}] what could not be read

Examples:
  $ pulumi-hubspot-associations audit
      the portal of HUBSPOT_ACCESS_TOKEN
  $ pulumi-hubspot-associations audit staging --fail-on contradiction
      the portal of HUBSPOT_STAGING_ACCESS_TOKEN; records at their limit are shown, and exit with 0
  $ pulumi-hubspot-associations audit --fail-on at,near --json
      for programs
  $ pulumi-hubspot-associations audit --if contacts/companies=3 --if "contacts/companies:Decision maker=1"
      how many contacts have more than 3 companies, and what can be known of one label
`;

const audit = async (
  io: Io,
  argument: string | undefined,
  { if: suppositions = [], failOn: flag }: Flags,
): Promise<Report> => {
  const meant = readPortalArgument(argument);
  if (meant._tag === "File")
    throw new Trouble(
      `audit asks HubSpot about records, which the snapshot file ${meant.path} does not hold; leave PORTAL out for the portal of HUBSPOT_ACCESS_TOKEN, or write staging for that of HUBSPOT_STAGING_ACCESS_TOKEN`,
    );
  const live = await openPortal(io, meant.portal);
  const content = await contentOfLive(io, live);
  const names = objectNames(content.customObjects);
  const supposed = suppositions.map(inPortal(content, names));
  const signs = progress(io);
  try {
    const tracked = await askTracking(live, names, supposed, signs);
    const failOn = failOnOf(flag);
    return {
      portalId: content.portalId,
      failOn,
      findings: findingsOf(content, tracked, failOn),
      suppositions: supposed.map(suppose(content, tracked)),
      leftOut: [...content.leftOut, ...tracked.leftOut],
    };
  } finally {
    signs.end();
  }
};

export const auditCommand = (io: Io, endWith: EndWith): Command =>
  new Command("audit")
    .description(
      "a portal's limits against its data: who is at a limit, who is near, which limits contradict each other",
    )
    .argument("[portal]", livePortalArgumentHelp)
    .option(
      "--if <limit>",
      "what a lower limit would violate, such as contacts/companies=3; repeatable",
      collectSuppositions,
    )
    .option(
      "--fail-on <kinds>",
      "which findings count for the exit code: at, near, contradiction, with commas or repeated, or none (default: at,contradiction)",
      collectFailOn,
    )
    .option("--json", "for programs", false)
    .addHelpText("after", examples)
    .action(async (argument: string | undefined, flags: Flags) => {
      const report = await audit(io, argument, flags);
      await (flags.json ? printJson(io, report) : print(io, reportText(report)));
      if (hasCounting(report)) endWith(exitCodes.findings);
    });
