/** What an audit found, as a table for people. The report itself is what `--json` prints. Pure. */
import { showPair, showType } from "../../provider/associationType";
import type { RecordSample } from "../../provider/hubspot/tracking";
import { printable } from "../../provider/printable";
import type { LeftOut } from "../portal/content";
import type { Kind } from "./failOn";
import type { Finding, LimitsFinding, RecordsFinding } from "./findings";
import type { Supposed, Violations } from "./violations";

/** An audit of one portal. Object types go by their portable names. */
export interface Report {
  readonly portalId: number;
  /** The kinds of findings that count for the exit code. */
  readonly failOn: ReadonlyArray<Kind>;
  readonly findings: ReadonlyArray<Finding>;
  /** What `--if` asked, in that order. */
  readonly suppositions: ReadonlyArray<Supposed>;
  /** What could not be read, with the reason. */
  readonly leftOut: ReadonlyArray<LeftOut>;
}

/** Whether anything counts for the exit code. */
export const hasCounting = ({ findings }: Report): boolean => findings.some(({ counts }) => counts);

const number = (count: number): string => count.toLocaleString("en-US");

const shownSamples = 3;

const sample = ({ objectId, label, usage }: RecordSample): string =>
  [objectId, ...(label === undefined ? [] : [label]), ...(usage === undefined ? [] : [`(${number(usage)})`])].join(" ");

/** The first few records of so many. */
const list = (samples: ReadonlyArray<RecordSample>, total: number): string => {
  const shown = samples.slice(0, shownSamples);
  const more = total - shown.length;
  if (shown.length === 0) return "";
  return `: ${shown.map(sample).join(", ")}${more > 0 ? ` and ${number(more)} more` : ""}`;
};

const ofRecords = ({ kind, limit, ownLimit, records, samples }: RecordsFinding): string => {
  const have = records === 1 ? "1 record has" : `${number(records)} records have`;
  const what = kind === "at" ? `${have} reached the limit of` : `${have} 80 % or more of the limit of`;
  const own = ownLimit === undefined ? "" : `, not the pair's own of ${number(ownLimit)}`;
  return `${what} ${number(limit)}${own}${list(samples, records)}`;
};

const nameOfLimited = ({ label, ...type }: Pick<LimitsFinding, "label" | "category" | "typeId">): string =>
  label === undefined ? showType(type) : `"${label}"`;

const describe = (finding: Finding): string => {
  switch (finding.subject) {
    case "records":
      return ofRecords(finding);
    case "labels":
      return `${number(finding.labels)} of ${number(finding.limit)} labels are used`;
    case "limits":
      return `${nameOfLimited(finding)} may have ${number(finding.limit)}, more than the pair's own limit of ${number(finding.pairLimit)}`;
  }
};

const table = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
};

const findingsTable = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  table([
    ["severity", "finding", "pair", "counts", "what"],
    ...findings.map((finding) => [
      finding.severity,
      finding.kind,
      showPair(finding),
      finding.counts ? "yes" : "no",
      describe(finding),
    ]),
  ]);

const summary = ({ portalId, failOn, findings }: Report): string => {
  const counting = findings.filter(({ counts }) => counts).length;
  const which = failOn.length === 0 ? "none" : failOn.join(", ");
  const all = findings.length === 1 ? "1 finding" : `${number(findings.length)} findings`;
  return `Portal ${portalId}: ${all}, of which ${number(counting)} ${counting === 1 ? "counts" : "count"} for the exit code (--fail-on ${which})`;
};

const nothing = ({ leftOut }: Report): string =>
  leftOut.length === 0
    ? "No record and no pair's labels are at or near a limit, and no limits contradict each other."
    : "Nothing was found in what could be read.";

/** `record of contacts has more than 3 companies` */
const haveMore = (count: number, { from, to, limit }: Supposed): string =>
  `${count === 1 ? `record of ${from} has` : `records of ${from} have`} more than ${number(limit)} ${to}`;

const reportedOnly = ({ to }: Supposed, { reportedFrom }: Violations): string =>
  `HubSpot reports only records with ${number(reportedFrom)} or more ${to}`;

const ofPair = (supposed: Supposed, violations: Violations): string => {
  const { atLeast, atMost, samples } = violations;
  const which = list(samples, atLeast);
  if (atMost === 0) return `No ${haveMore(1, supposed)}.`;
  if (atMost === atLeast) return `${number(atLeast)} ${haveMore(atLeast, supposed)}${which}.`;
  if (atMost !== undefined)
    return `At least ${number(atLeast)} and at most ${number(atMost)} ${haveMore(atMost, supposed)}${which}. HubSpot names only some of its records.`;
  if (atLeast === 0)
    return `Whether any ${haveMore(1, supposed)} cannot be known: ${reportedOnly(supposed, violations)}.`;
  return `At least ${number(atLeast)} ${haveMore(atLeast, supposed)}${which}. How many others do cannot be known: ${reportedOnly(supposed, violations)}.`;
};

/** What holds for all associations of a pair bounds those of one label; more HubSpot does not tell. */
const ofLabel = (supposed: Supposed, { atMost }: Violations): string => {
  if (atMost === 0) return `No ${haveMore(1, supposed)}, under whichever label.`;
  const bound =
    atMost === undefined ? "" : ` At most ${number(atMost)} can: so many have more under all labels together.`;
  return `How many ${haveMore(2, supposed)} under this label cannot be known: HubSpot counts the associations of a pair, not those of one label.${bound}`;
};

const refusals = ({ labelsAbove, pairLimit, limit }: Supposed): ReadonlyArray<string> => [
  ...(labelsAbove.length === 0
    ? []
    : [
        `HubSpot would refuse it while labels may have more: ${labelsAbove
          .map((above) => `${nameOfLimited(above)} ${number(above.maxToObjectIds)}`)
          .join(", ")}; lower these first.`,
      ]),
  ...(pairLimit === undefined
    ? []
    : [`HubSpot would refuse it: the pair's own limit of ${number(pairLimit)} is below ${number(limit)}.`]),
];

const consequences = (supposed: Supposed): ReadonlyArray<string> => {
  const { isLower, label, violations } = supposed;
  if (!isLower) return ["That is not lower than what stands, so it violates nothing that is not violated now."];
  if (violations === undefined)
    return ["What it would violate cannot be known: HubSpot did not tell of this pair (see what is left out)."];
  return [
    label === undefined ? ofPair(supposed, violations) : ofLabel(supposed, violations),
    ...(violations.atMost === 0
      ? []
      : [
          "Records that have more would keep what they have, since HubSpot enforces no limit retroactively, and get no more.",
        ]),
  ];
};

const ofSupposed = (supposed: Supposed): ReadonlyArray<string> => {
  const { label, limit, present } = supposed;
  const where = `${label === undefined ? "" : `"${label}" of `}${showPair(supposed)}`;
  const now = present === undefined ? "no limit now" : `${number(present)} now`;
  return [
    "",
    `If ${where} had a limit of ${number(limit)} (${now}):`,
    ...[...consequences(supposed), ...refusals(supposed)].map((line) => `  ${line}`),
  ];
};

/** The whole report in lines. */
export const reportText = (report: Report): string =>
  [
    summary(report),
    "",
    ...(report.findings.length === 0 ? [nothing(report)] : findingsTable(report.findings)),
    ...report.suppositions.flatMap(ofSupposed),
    ...(report.leftOut.length === 0 ? [] : ["", "Left out:"]),
    ...report.leftOut.map(({ what, why }) => `  ${what}: ${why}`),
  ]
    .map((line) => `${printable(line)}\n`)
    .join("");
