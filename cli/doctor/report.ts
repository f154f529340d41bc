/** All checks, and how they are shown: a line each for people, an object each for programs. */
import { printable } from "../../provider/printable";
import type { Facts } from "./facts";
import { checkCli, checkNode, checkPackage, checkSdk } from "./machine";
import { checkReading, checkWriting } from "./permissions";
import { checkConnection, checkGuard, checkPortal, checkToken } from "./portal";
import { checkDailyQuota, checkQuota } from "./quota";
import type { CheckName, Mark, Result } from "./result";
import { checkNames } from "./result";
import { checkBaseUrl, checkCeiling, checkCredentials, checkSettings, checkVersion } from "./settings";

interface Check {
  /** What it is called for people. */
  readonly title: string;
  readonly run: (facts: Facts) => Result;
}

const checks: Readonly<Record<CheckName, Check>> = {
  node: { title: "Node", run: ({ machine }) => checkNode(machine) },
  package: { title: "this package", run: ({ machine }) => checkPackage(machine) },
  sdk: { title: "@pulumi/pulumi", run: ({ machine }) => checkSdk(machine) },
  cli: { title: "Pulumi CLI", run: ({ machine }) => checkCli(machine) },
  settings: { title: "settings", run: checkSettings },
  credentials: { title: "credentials", run: checkCredentials },
  baseUrl: { title: "base URL", run: checkBaseUrl },
  apiVersion: { title: "API version", run: checkVersion },
  ceiling: { title: "ceiling", run: checkCeiling },
  connection: { title: "connection", run: checkConnection },
  token: { title: "token", run: checkToken },
  portal: { title: "portal", run: checkPortal },
  guard: { title: "portal guard", run: checkGuard },
  limits: { title: "limits", run: checkReading("limits") },
  labels: { title: "labels", run: checkReading("labels") },
  customObjects: { title: "custom objects", run: checkReading("customObjects") },
  tracking: { title: "limits tracking", run: checkReading("tracking") },
  writing: { title: "writing", run: checkWriting },
  quota: { title: "quota", run: checkQuota },
  dailyQuota: { title: "daily quota", run: checkDailyQuota },
};

export interface Line {
  readonly check: CheckName;
  readonly result: Result;
}

/** Every check, whatever became of those before it. */
export const examine = (facts: Facts): ReadonlyArray<Line> =>
  checkNames.map((check) => ({ check, result: checks[check].run(facts) }));

const count = (lines: ReadonlyArray<Line>, mark: Mark): number =>
  lines.filter(({ result }) => result.mark === mark).length;

export const hasProblems = (lines: ReadonlyArray<Line>): boolean => count(lines, "problem") > 0;

const marks: ReadonlyArray<Mark> = ["ok", "warning", "problem", "unknown"];
const markWidth = Math.max(...marks.map(({ length }) => length));
const titleWidth = Math.max(...Object.values(checks).map(({ title }) => title.length));

const plural = (many: number, word: string): string => `${many === 0 ? "no" : many} ${word}${many === 1 ? "" : "s"}`;

/** `warning  portal guard    HUBSPOT_PORTAL_ID is not set, …; set it to …`, and a last line that counts. */
export const renderLines = (lines: ReadonlyArray<Line>): string => {
  const shown = lines.map(({ check, result }) => {
    const words = "mend" in result ? `${result.says}; ${result.mend}` : result.says;
    return printable(`${result.mark.padEnd(markWidth)}  ${checks[check].title.padEnd(titleWidth)}  ${words}`);
  });
  return [
    ...shown,
    "",
    `${plural(count(lines, "problem"), "problem")}, ${plural(count(lines, "warning"), "warning")}`,
    "",
  ].join("\n");
};

/** What `--json` prints. */
export interface Report {
  readonly problems: number;
  readonly warnings: number;
  readonly checks: ReadonlyArray<{ readonly check: CheckName } & Result>;
}

export const reportOf = (lines: ReadonlyArray<Line>): Report => ({
  problems: count(lines, "problem"),
  warnings: count(lines, "warning"),
  checks: lines.map(({ check, result }) => ({ check, ...result })),
});
