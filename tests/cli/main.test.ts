/** What all commands share: help, version, wrong usage, and where output goes. */
import { expect } from "chai";
import itself from "../../package.json";
import { failingOutput, keptOutput } from "../support/commandIo";
import { run } from "./support/run";

const commands = ["generate", "snapshot", "compare", "audit", "graph", "doctor", "sandbox"];

describe("the command", () => {
  it("names every command in its help", async () => {
    const { code, stdout, stderr } = await run(["--help"]);
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.match(/^Usage: pulumi-hubspot-associations /);
    for (const command of commands) expect(stdout).to.match(new RegExp(`^ {2}${command} \\[options\\]`, "m"));
  });

  it("prints its version", async () => {
    expect(await run(["--version"])).to.deep.equal({ code: 0, stdout: `${itself.version}\n`, stderr: "" });
  });

  for (const [command, said] of [
    ["generate", ["--out <folder>", "--pair", "--object", "--only", "--force"]],
    ["snapshot", ["--out <file>", "snapshot staging > staging.json"]],
    ["compare", ["--json", "compare staging production", "compare staging.json", "Exit code 0"]],
    ["audit", ["--if <limit>", "--fail-on", "Exit codes:"]],
    ["graph", ["--format", "--out", "--no-labels", "How to read it"]],
    ["doctor", ["doctor [options] [portal]", "--json", "Exit code:"]],
    ["sandbox", ["--port", "--seed", "demo, large, or a JSON file", "--data", "--plan"]],
  ] as const)
    it(`explains ${command}, with examples`, async () => {
      const { code, stdout, stderr } = await run([command, "--help"]);
      expect([code, stderr]).to.deep.equal([0, ""]);
      for (const part of [`Usage: pulumi-hubspot-associations ${command}`, "Examples:", ...said])
        expect(stdout).to.contain(part);
    });

  for (const [args, said] of [
    [[], "Usage: "],
    [["nope"], "error: unknown command 'nope'\n(--help shows what there is)\n"],
    [["compare"], "error: missing required argument 'portal'"],
    [["generate"], "error: required option '--out <folder>' not specified"],
    [["generate", "--out", "crm", "--only", "all"], "Allowed choices are labels, limits."],
    [["generate", "--out", "crm", "--name", "a b"], "A project's name has letters, digits, hyphens, underscores"],
    [["graph", "--format", "png"], "Allowed choices are mermaid, dot, svg."],
    [["sandbox", "--nope"], "error: unknown option '--nope'\n(--help shows what there is)\n"],
    [["sandbox", "extra"], "error: too many arguments"],
    [["sandbox", "--port", "99999"], "A port is a number from 0 to 65535."],
    [["sandbox", "--plan", "gold"], "Allowed choices are free, professional, enterprise."],
    [["sandbox", "--seed", "dmeo"], 'error: There is no seed "dmeo": choose demo or large, or name a JSON file'],
  ] as const)
    it(`ends with 2 on wrong usage: ${args.join(" ") || "no arguments"}`, async () => {
      const { code, stdout, stderr } = await run(args);
      expect([code, stdout]).to.deep.equal([2, ""]);
      expect(stderr).to.contain(said);
    });

  it("makes its help as wide as the terminal, and 80 characters where there is none", async () => {
    const widest = async (columns?: number): Promise<number> => {
      const stdout = keptOutput(columns);
      await run(["generate", "--help"], { stdout });
      const options = stdout.text().split("\nWrites index.ts")[0] ?? "";
      return Math.max(...options.split("\n").map(({ length }) => length));
    };
    expect(await widest(100))
      .to.be.greaterThan(80)
      .and.at.most(100);
    expect(await widest()).to.be.at.most(80);
  });

  const full = "error: cannot write the output: the disk is full; free some space, or choose another place\n";
  for (const args of [["--help"], ["audit", "--help"], ["--version"], ["sandbox", "--port", "0"]])
    it(`ends with 2 where the disk has no room for what it prints: ${args.join(" ")}`, async () => {
      const ended = await run(args, { stdout: failingOutput("ENOSPC") });
      expect([ended.code, ended.stderr]).to.deep.equal([2, full]);
    });

  it("goes on where nobody reads its standard error", async () => {
    for (const args of [["nope"], ["snapshot"]])
      expect((await run(args, { stderr: failingOutput("EPIPE") })).code).to.equal(2);
  });
});
