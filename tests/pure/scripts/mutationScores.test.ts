import { expect } from "chai";
import { percent, scores, survivors, table } from "../../../scripts/mutation/scores.mjs";

const source = "const a = 1 <\n  2;\nconst b = true;\n";

const mutant = (status: string, line = 3, column = 11, end = { line: 3, column: 15 }, replacement = "false") => ({
  mutatorName: "BooleanLiteral",
  replacement,
  status,
  location: { start: { line, column }, end },
});

const report = {
  files: {
    "provider/limits/plan.ts": {
      source,
      mutants: [
        ...["Killed", "Killed", "Timeout", "Survived", "CompileError"].map((status) => mutant(status)),
        mutant("NoCoverage", 1, 11, { line: 2, column: 4 }, "1 <=\n  2"),
      ],
    },
    "cli/compare/match.ts": { source, mutants: [mutant("Killed")] },
  },
};

describe("the scores of mutation testing", () => {
  it("are one for each folder, in which a change that runs without end is noticed and one that does not load does not count", () => {
    expect(scores([report])).to.deep.equal([
      { folder: "cli/compare", mutants: 1, killed: 1, survived: 0, noCoverage: 0, timeout: 0 },
      { folder: "provider/limits", mutants: 5, killed: 2, survived: 1, noCoverage: 1, timeout: 1 },
    ]);
    expect(scores([report]).map(percent)).to.deep.equal([100, 60]);
  });

  it("are shown as a table, and the changes that no test noticed as a list, each with the code and what replaced it", () => {
    expect(table(scores([report])).split("\n")).to.deep.equal([
      "folder           mutants  killed  survived  no coverage  timeout    score",
      "cli/compare            1       1         0            0        0  100.0 %",
      "provider/limits        5       2         1            1        1   60.0 %",
    ]);
    expect(survivors([report])).to.deep.equal([
      "provider/limits/plan.ts:3 BooleanLiteral\n  - true\n  + false",
      "provider/limits/plan.ts:1 BooleanLiteral, which no test reaches\n  - 1 < 2\n  + 1 <= 2",
    ]);
  });
});
