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

  /** A program that tells its configuration and its environment, and has a dynamic provider of its own. */
  const program = `
    const config = new pulumi.Config("greeting");
    exports.hello = "hello " + config.require("name");
    exports.hidden = config.requireSecret("password");
    exports.seen = Object.entries(process.env).filter(([name]) => name.startsWith("HUBSPOT_")).sort();
    const provider = { create: async (inputs) => ({ id: "one", outs: inputs }) };
    class Thing extends pulumi.dynamic.Resource {}
    new Thing(provider, "thing", { size: 3 });
  `;
  const config = { "greeting:name": "world", "greeting:password": { secret: "correct horse" } };
  const seen = [
    ["HUBSPOT_BASE_URL", "http://127.0.0.1:1"],
    ["HUBSPOT_PORTAL_ID", "1"],
  ];

  it("takes a program through an up and a destroy, and leaves the user's home, login, backend and settings alone", async () => {
    const user = await mkdtemp(path.join(await realpath(tmpdir()), "user-"));
    const names = ["HOME", "PULUMI_BACKEND_URL", "HUBSPOT_ACCESS_TOKEN"];
    const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
    // The CLI is looked up first: its cache may stand in the true home.
    await stackOf({});
    try {
      await mkdir(path.join(user, ".pulumi"));
      const login = { current: `file://${user}`, accessTokens: {}, accounts: {} };
      await writeFile(path.join(user, ".pulumi", "credentials.json"), JSON.stringify(login));
      Object.assign(process.env, {
        HOME: user,
        PULUMI_BACKEND_URL: `file://${user}`,
        HUBSPOT_ACCESS_TOKEN: "of the user",
      });
      const untouched = await snapshot(user);
      const stack = await stackOf({ program, config, env: { HUBSPOT_PORTAL_ID: "1" } });
      stack.env({ HUBSPOT_BASE_URL: "http://127.0.0.1:1" });
      const up = await stack.up();
      expect(up.code, up.output).to.equal(0);
      expect(summaryOf(up.output)).to.deep.equal({ created: 2 });
      expect(await stack.outputs()).to.deep.equal({ hello: "hello world", hidden: "correct horse", seen });
      const [thing] = (await stack.resources()).filter(({ type }) => type === "pulumi-nodejs:dynamic:Resource");
      expect([thing?.id, thing?.outputs["size"]]).to.deep.equal(["one", 3]);
      expect(JSON.stringify(await stack.exported())).not.to.contain("correct horse");

      const state = await stack.exported();
      const destroy = await stack.destroy();
      expect(destroy.code, destroy.output).to.equal(0);
      expect(await stack.resources()).to.deep.equal([]);

      // What is read from the disk is what Pulumi gives out, and what is put back there is what it goes on from.
      await stack.import(state);
      expect(JSON.parse((await stack.run("stack", "export")).stdout)).to.deep.equal(state);
      expect((await stack.up("--expect-no-changes")).code).to.equal(0);
      expect(await snapshot(user)).to.deep.equal(untouched);
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await rm(user, { recursive: true, force: true });
    }
  });

  it("reports the exit code and the message of a program that fails", async () => {
    const stack = await stackOf({ program: `throw new Error("the program is wrong")` });
    const up = await stack.up();
    expect(up.code).not.to.equal(0);
    expect(up.output).to.contain("the program is wrong");
    expect(stack.printed()).to.contain("the program is wrong");
  });
});
