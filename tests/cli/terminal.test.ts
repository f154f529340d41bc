/** What the command shows while it works, on a terminal and elsewhere. */
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import { keptOutput } from "../support/commandIo";
import { testRuntime } from "../support/provider/runtime";
import { started } from "../http/sandbox/helper";
import { run, settingsOf } from "./support/run";
import { smallPortal } from "./support/smallPortal";

/** A clock that goes on by so many milliseconds whenever somebody looks at it. */
const ticking = (ms: number) => {
  const runtime = testRuntime();
  return {
    ...runtime,
    now: () => {
      runtime.pass(ms);
      return runtime.now();
    },
  };
};

const eraseLine = "\r\u001b[K";

describe("what the command shows while it reads a portal", () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await started({ portals: [smallPortal], quota: { max: 10_000 } });
  });

  const saidBy = async (ms: number, columns?: number): Promise<string> => {
    const stderr = keptOutput(columns);
    const { code } = await run(["snapshot"], { env: settingsOf(sandbox), stderr, time: ticking(ms) });
    expect(code).to.equal(0);
    return stderr.text();
  };

  it("is nothing in the first second", async () => expect(await saidBy(0)).to.equal(""));

  it("is a line now and then where no terminal is", async () => {
    const said = await saidBy(1_000);
    expect(said).to.match(/^(reading the portal: \d+ of \d+ requests\n){2,}$/);
    expect(said.split("\n").length).to.be.lessThan(sandbox.requests().length);
  });

  it("is one line on a terminal, which is erased in the end", async () => {
    const [first, ...updates] = (await saidBy(2_000, 100)).split(eraseLine);
    expect(first).to.equal("");
    expect(updates.pop()).to.equal("");
    expect(updates.length).to.be.greaterThan(1);
    for (const update of updates) expect(update).to.match(/^reading the portal: \d+ of \d+ requests$/);
  });
});

describe("what the command prints where no terminal is", () => {
  for (const variables of [{ NO_COLOR: "1" }, { FORCE_COLOR: "3" }])
    it(`has nothing that only a terminal understands, with ${JSON.stringify(variables)}`, async () => {
      const sandbox = await started({ portals: [smallPortal], quota: { max: 10_000 } });
      const env = { ...settingsOf(sandbox), ...variables };
      for (const args of [["snapshot"], ["audit"], ["graph"], ["doctor"], ["--help"], ["nope"]]) {
        const { stdout, stderr } = await run(args, { env, time: ticking(2_000) });
        const said = `${stdout}${stderr}`;
        expect([said.includes("\u001b"), said.includes("\r")], args.join(" ")).to.deep.equal([false, false]);
        expect(said, args.join(" ")).not.to.equal("");
      }
    });
});

describe("HUBSPOT_DEBUG", () => {
  it("shows each request on stderr, without the token", async () => {
    const sandbox = await started({ portals: [smallPortal] });
    const env = { ...settingsOf(sandbox), HUBSPOT_DEBUG: "1" };
    const { code, stderr } = await run(["snapshot"], { env });
    expect(code).to.equal(0);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.length).to.equal(sandbox.requests().length);
    for (const line of lines) expect(line).to.match(/^hubspot-associations: /);
    expect(stderr).to.contain("/crm-object-schemas/v3/schemas").and.not.to.contain(sandbox.token);
  });
});
