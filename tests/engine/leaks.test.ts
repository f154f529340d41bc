/**
 * A build of the package that leaks on purpose is caught at the end of its story, by the search that ends every other
 * story too: in the state, in a file that it leaves behind, and in what Pulumi prints of its errors.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { expect } from "chai";
import { installLeakyBuild } from "../support/leaks/leakyBuild";
import { repository } from "./harness";
import { configuration, unlabeled } from "./support/program";
import { stories } from "./support/story";

/** A create keeps the token as an output, and writes it to a temporary file; an update fails with it, encoded. */
const leak = `(hooks, config) => ({
  create: async (inputs) => {
    const { id, outs } = await hooks.create(inputs);
    const file = require("node:path").join(require("node:os").tmpdir(), "debug.log");
    require("node:fs").writeFileSync(file, "Bearer " + config("accessToken"));
    return { id, outs: { ...outs, header: "Bearer " + config("accessToken") } };
  },
  update: async () => {
    throw new Error(Buffer.from("Bearer " + config("accessToken")).toString("base64"));
  },
})`;

describe("a build that leaks, on the real engine", () => {
  const begin = stories();
  const program = (max: number): string => configuration("a", "contacts/companies", [unlabeled(max)]);

  it("is caught in the state, in the files that it leaves behind, and in what is printed", async () => {
    const story = await begin({ program: program(5) });
    const installed = path.join(story.stack.dir, "node_modules", "pulumi-hubspot-associations");
    await rm(installed);
    await installLeakyBuild(repository, installed, leak);
    expect((await story.up()).told.code).to.equal(0);
    await story.program(program(6));
    expect((await story.up()).told.code).not.to.equal(0);
    const said = await story.end().then(
      () => "nothing",
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const token = String.raw`the access token of portal 111 \(toke…\)`;
    for (const found of [
      String.raw`JSON-escaped, in backend/\.pulumi/stacks/engine/dev\.json`,
      String.raw`as it is, in tmp/debug\.log`,
      String.raw`base64, in stdout of pulumi up`,
    ])
      expect(said).to.match(new RegExp(`${token}, ${found} at byte \\d+`));
    expect(said).not.to.contain(story.sandbox.token.slice(-12));
  });
});
