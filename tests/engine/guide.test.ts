/** The guide for people with a portal: its commands, in its order, as a newcomer types them. */
import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import { startSandbox } from "../../sandbox";
import type { Packed } from "../host/support/install";
import { pack } from "../host/support/install";
import { closeAll } from "../support/closeAll";
import { pathWithPulumi, repository } from "./harness";
import { start } from "./support/command";

interface Block {
  /** `sh` for commands, `text` for what they print, with what stands behind it. */
  readonly kind: string;
  readonly text: string;
}

const blocksOf = (page: string): ReadonlyArray<Block> =>
  [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, kind = "", text = ""]) => ({ kind, text }));

describe("the guide for an existing portal", function () {
  this.timeout(600_000);
  let packed: Packed;
  let sandbox: Sandbox;
  let base: string;
  before(async () => {
    [packed, sandbox] = await Promise.all([pack(), startSandbox({ seed: "demo" })]);
    base = await mkdtemp(path.join(await realpath(tmpdir()), "guide-"));
  });
  after(() =>
    closeAll([packed.remove, sandbox.close, () => rm(base, { recursive: true, force: true, maxRetries: 3 })]),
  );

  it("can be followed word for word", async () => {
    const blocks = blocksOf(await readFile(path.join(repository, "docs", "existing-portal.md"), "utf8"));
    expect(blocks.filter(({ kind }) => kind === "sh in the second terminal").length).to.equal(1);
    const commands = blocks
      .filter(({ kind }) => kind === "sh")
      .map(({ text }) => text)
      .join("")
      // The package is not published yet, and the port may be taken.
      .replaceAll(
        /^npm install( pulumi-hubspot-associations)?$/gm,
        `npm install --no-save --no-audit --no-fund ${packed.tarball}`,
      )
      .replaceAll("http://127.0.0.1:8787", sandbox.url);
    expect(commands).to.contain(packed.tarball).and.to.contain(sandbox.url);
    const { code, output } = await start("bash", ["-euc", commands], base, {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(HUBSPOT|PULUMI)_/.test(name))),
      PATH: await pathWithPulumi(),
      PULUMI_HOME: path.join(base, "home"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      NO_COLOR: "1",
    }).done;
    expect(code, output).to.equal(0);
    const inOneLine = (text: string): string => text.replaceAll(/ +/g, " ");
    for (const { text } of blocks.filter(({ kind }) => kind === "text"))
      for (const line of text.trimEnd().split("\n")) expect(inOneLine(output)).to.contain(inOneLine(line));
  });
});
