import { expect } from "chai";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { newStack, summaryOf } from "./harness";
import type { Stack, StackOptions } from "./harness";

/** Every file under a folder with its content and the time of its last change. */
const snapshot = async (folder: string): Promise<ReadonlyArray<readonly [string, string, number]>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files
      .sort()
      .map(
        async (file) =>
          [file, await readFile(file, "utf8"), (await stat(file)).mtimeMs] satisfies [string, string, number],
      ),
  );
};

describe("the harness", () => {
  const stacks: Array<Stack> = [];
  const stackOf = async (options: StackOptions): Promise<Stack> => {
    const stack = await newStack(options);
    stacks.push(stack);
    return stack;
  };
  afterEach(async () => {
    for (const stack of stacks.splice(0)) await stack.cleanup();
  });

  it("takes a program through preview, up, refresh, export and destroy", async () => {
    const stack = await stackOf({
      program: `
        const config = new pulumi.Config("greeting");
        exports.hello = "hello " + config.require("name");
        exports.hidden = config.requireSecret("password");
      `,
      config: { "greeting:name": "world", "greeting:password": { secret: "correct horse" } },
    });

    const preview = await stack.preview();
    expect(preview.code, preview.output).to.equal(0);
    expect(summaryOf(preview.output)).to.deep.equal({ "to create": 1 });

    const up = await stack.up();
    expect(up.code, up.output).to.equal(0);
    expect(summaryOf(up.output)).to.deep.equal({ created: 1 });
    expect(await stack.outputs()).to.deep.equal({ hello: "hello world", hidden: "correct horse" });
    expect((await stack.resources()).map(({ type }) => type)).to.deep.equal(["pulumi:pulumi:Stack"]);
    expect(JSON.stringify(await stack.exported())).not.to.contain("correct horse");

    const again = await stack.up("--expect-no-changes");
    expect(again.code, again.output).to.equal(0);
    expect((await stack.refresh()).code).to.equal(0);

    const destroy = await stack.destroy();
    expect(destroy.code, destroy.output).to.equal(0);
    expect(await stack.resources()).to.deep.equal([]);
  });

  it("runs dynamic providers", async () => {
    const stack = await stackOf({
      program: `
        const provider = { create: async (inputs) => ({ id: "one", outs: inputs }) };
        class Thing extends pulumi.dynamic.Resource {}
        new Thing(provider, "thing", { size: 3 });
      `,
    });
    const up = await stack.up();
    expect(up.code, up.output).to.equal(0);
    const [thing] = (await stack.resources()).filter(({ type }) => type === "pulumi-nodejs:dynamic:Resource");
    expect(thing?.id).to.equal("one");
    expect(thing?.outputs["size"]).to.equal(3);
  });

  it("reports the exit code and the message of a program that fails", async () => {
    const stack = await stackOf({ program: `throw new Error("the program is wrong")` });
    const up = await stack.up();
    expect(up.code).not.to.equal(0);
    expect(up.output).to.contain("the program is wrong");
    expect(stack.printed()).to.contain("the program is wrong");
  });

  it("puts an exported state back", async () => {
    const stack = await stackOf({ program: `exports.answer = 42` });
    await stack.up();
    const state = await stack.exported();
    await stack.destroy();
    await stack.import(state);
    expect(await stack.outputs()).to.deep.equal({ answer: 42 });
  });

  it("goes on after the engine was killed in the middle of an update", async () => {
    const stack = await stackOf({ program: `pulumi.log.info("here I stay"); setInterval(() => {}, 1000)` });
    const up = stack.start("up", "--yes", "--skip-preview");
    await up.printed(/here I stay/);
    up.kill("SIGKILL");
    expect((await up.done).code).to.equal(137);
    await stack.run("cancel", "--yes");
    await stack.program(`exports.answer = 42`);
    const next = await stack.up();
    expect(next.code, next.output).to.equal(0);
  });

  it("gives the program none of the outer environment's HUBSPOT_ variables, and those it was told", async () => {
    process.env["HUBSPOT_ACCESS_TOKEN"] = "outer";
    try {
      const stack = await stackOf({
        program: `exports.seen = Object.entries(process.env).filter(([name]) => name.startsWith("HUBSPOT_")).sort()`,
        env: { HUBSPOT_PORTAL_ID: "1" },
      });
      stack.env({ HUBSPOT_BASE_URL: "http://127.0.0.1:1" });
      await stack.up();
      expect(await stack.outputs()).to.deep.equal({
        seen: [
          ["HUBSPOT_BASE_URL", "http://127.0.0.1:1"],
          ["HUBSPOT_PORTAL_ID", "1"],
        ],
      });
    } finally {
      delete process.env["HUBSPOT_ACCESS_TOKEN"];
    }
  });

  it("leaves the user's Pulumi home, login and backend alone", async () => {
    const user = await mkdtemp(path.join(await realpath(tmpdir()), "user-"));
    const before = { HOME: process.env["HOME"], PULUMI_BACKEND_URL: process.env["PULUMI_BACKEND_URL"] };
    // The CLI is looked up first: its cache may stand in the true home.
    await stackOf({});
    try {
      await mkdir(path.join(user, ".pulumi"));
      const login = { current: `file://${user}`, accessTokens: {}, accounts: {} };
      await writeFile(path.join(user, ".pulumi", "credentials.json"), JSON.stringify(login));
      process.env["HOME"] = user;
      process.env["PULUMI_BACKEND_URL"] = `file://${user}`;
      const untouched = await snapshot(user);
      const stack = await stackOf({ program: `exports.answer = 42` });
      expect((await stack.up()).code).to.equal(0);
      expect((await stack.destroy()).code).to.equal(0);
      expect(await snapshot(user)).to.deep.equal(untouched);
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await rm(user, { recursive: true, force: true });
    }
  });
});
