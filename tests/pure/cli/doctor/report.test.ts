import { expect } from "chai";
import * as O from "fp-ts/Option";
import { examine, hasProblems, renderLines, reportOf } from "../../../../cli/doctor/report";
import { checkNames, ok, problem, unknown, warning } from "../../../../cli/doctor/result";
import { facts, failedWith, machine, unreachable } from "./helper";

const lines = [
  { check: "node", result: ok("fine") },
  { check: "guard", result: warning("not set", "set it") },
  { check: "portal", result: problem("\u001b[2Jwrong", "mend it") },
  { check: "writing", result: unknown("not tried") },
] as const;

describe("the report", () => {
  it("is an aligned line for each check, with nothing for a terminal to obey, and a line that counts", () => {
    expect(renderLines(lines)).to.equal(
      [
        "ok       Node             fine",
        "warning  portal guard     not set; set it",
        "problem  portal            [2Jwrong; mend it",
        "unknown  writing          not tried",
        "",
        "1 problem, 1 warning",
        "",
      ].join("\n"),
    );
    expect(renderLines([{ check: "node", result: ok("fine") }])).to.match(/\nno problems, no warnings\n$/);
  });

  it("is an object for programs", () => {
    expect(reportOf(lines.slice(0, 2))).to.deep.equal({
      problems: 0,
      warnings: 1,
      checks: [
        { check: "node", mark: "ok", says: "fine" },
        { check: "guard", mark: "warning", says: "not set", mend: "set it" },
      ],
    });
  });

  it("fails by problems alone", () => {
    expect([hasProblems(lines), hasProblems(lines.slice(0, 2)), hasProblems(lines.slice(3))]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it("has every check once, also where nearly all fail", () => {
    for (const of of [facts(), failedWith(unreachable), facts({ machine: { ...machine, sdk: O.none } })])
      expect(examine(of).map(({ check }) => check)).to.deep.equal(checkNames);
  });

  it("finds nothing wrong where nothing is", () => {
    expect(
      examine(facts())
        .filter(({ result }) => result.mark !== "ok")
        .map(({ check }) => check),
    ).to.deep.equal(["writing"]);
  });
});
