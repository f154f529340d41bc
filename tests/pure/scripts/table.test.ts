import { expect } from "chai";
import { costOf, launches, table } from "../../../scripts/lib/table.mjs";

const row = (name: string, failed: number, pulumi: number) => ({
  name,
  result: { passed: 12, failed },
  cost: { milliseconds: 61_000, cpuSeconds: pulumi === 0 ? undefined : 4, processes: 120, pulumi },
});

describe("the table at the end of a run", () => {
  it("counts the processes of a step, and those of Pulumi among them", () => {
    expect(costOf("pulumi\nnode\ncpu 12.5\npulumi\npulumi-language-nodejs\n")).to.deep.equal({
      cpuSeconds: 12.5,
      processes: 4,
      pulumi: 2,
    });
  });

  it("knows no processor time where nothing tells it", () => {
    expect(costOf("")).to.deep.equal({ cpuSeconds: undefined, processes: 0, pulumi: 0 });
  });

  it("has a line for each step, in columns", () => {
    expect(table([row("pure", 0, 0), row("engine", 1, 7)])).to.equal(
      [
        "level          tests       time  CPU time  processes  pulumi",
        "pure              12  1 min 1 s         –        120       0",
        "engine  12, 1 failed  1 min 1 s       4 s        120       7",
      ].join("\n"),
    );
  });

  it("tells of tests that are known to fail", () => {
    const one = row("lifecycle", 0, 0);
    expect(table([{ ...one, result: { ...one.result, pending: 2 } }])).to.contain("12, 2 pending");
  });

  it("adds up how often Pulumi was launched", () => {
    expect(launches([row("pure", 0, 0), row("engine", 0, 7), row("more", 0, 3)])).to.equal(10);
  });
});
