import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadLayout } from "../../../cli/graph/svg";
import type { PortalContent } from "../../../cli/portal/content";
import { snapshotText } from "../../../cli/portal/file";
import { Trouble } from "../../../cli/trouble";
import { startSandbox } from "../../../sandbox";
import { seedContent } from "../../support/seedContent";
import type { Ended } from "../support/run";
import { run as runCommand, settingsOf } from "../support/run";

describe("the graph command", () => {
  let demo: PortalContent;
  let large: PortalContent;
  let folder: string;

  before(async () => {
    [demo, large] = [await seedContent("demo"), await seedContent("large")];
    folder = mkdtempSync(path.join(tmpdir(), "graph-"));
  });

  after(() => rmSync(folder, { recursive: true }));

  /** Draws a saved portal. */
  const run = (content: PortalContent, ...words: ReadonlyArray<string>): Promise<Ended> => {
    writeFileSync(path.join(folder, "portal.json"), snapshotText(content));
    return runCommand(["graph", "portal.json", ...words], { cwd: folder });
  };

  it("prints Mermaid, and says nothing, where nothing else is asked for", async () => {
    const { code, stdout, stderr } = await run(demo);
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.contain("flowchart TB\n");
  });

  it("takes the format from the file's name, unless --format names one", async () => {
    const begins = async (file: string, ...more: ReadonlyArray<string>): Promise<string> => {
      expect(await run(demo, "--out", file, ...more)).to.deep.equal({
        code: 0,
        stdout: "",
        stderr: `wrote portal 4242424 to ${file}: 8 object types, 25 pairs, 40 labels\n`,
      });
      return readFileSync(path.join(folder, file), "utf8").slice(0, 5);
    };
    expect(await begins("a.svg")).to.equal("<svg ");
    expect(await begins("a.GV")).to.equal("graph");
    expect(await begins("a.mmd")).to.equal("---\nc");
    expect(await begins("b.svg", "--format", "dot")).to.equal("graph");
  });

  it("asks a portal for the object types of --object alone, and shows one that has nothing", async () => {
    const sandbox = await startSandbox({ seed: "demo", quota: { max: 10_000 } });
    const words = ["graph", "--object", "0-53", "--object", "users"];
    const { code, stdout, stderr } = await runCommand(words, { env: settingsOf(sandbox) });
    const paths = sandbox.requests().map((request) => request.path);
    await sandbox.close();
    expect(code).to.equal(0);
    expect([...stdout.matchAll(/^ {2}(\w+)\[/gm)].map(([, id]) => id)).to.deep.equal([
      "contacts",
      "companies",
      "deals",
      "invoices",
      "users",
      "custom_contract",
    ]);
    expect(stderr).to.equal("users has no labels and no limits in portal 4242424\n");
    const pairs = paths.filter((each) => /\/associations\/v4\/.+\/labels$/.test(each));
    expect(pairs).not.to.deep.equal([]);
    for (const pair of pairs) expect(pair).to.contain("invoices");
  });

  it("counts very many labels instead of listing them, and says so, unless --labels or --no-labels decides", async () => {
    const { stdout, stderr } = await run(large, "--format", "dot");
    expect(stderr).to.equal(
      "1,008 labels are counted, not listed: --labels lists them, --object shows a part of the portal\n",
    );
    expect(stdout).to.contain(">2 labels<").and.not.to.contain("Reviewer");
    expect((await run(large, "--format", "dot", "--labels")).stdout).to.contain("Reviewer");
    const none = await run(demo, "--no-labels");
    expect(none.stdout).not.to.contain("Champion");
    expect(none.stderr).to.equal("");
  });

  it("says where Mermaid would refuse to draw", async () => {
    expect((await run(large, "--no-labels")).stderr).to.equal(
      "This is more than Mermaid draws unless it is set up for it (50,000 characters, 500 lines): --object shows a part, and --format svg draws it all\n",
    );
  });

  it("says what was left out, a line each", async () => {
    const leftOut = [{ what: "limits of contacts to car", why: "the token lacks\na scope" }];
    expect((await run({ ...demo, leftOut })).stderr).to.equal(
      "left out: limits of contacts to car: the token lacks a scope\n",
    );
  });

  it("ends with what to install where Graphviz is missing for an SVG", async () => {
    const missing = Object.assign(new Error("Cannot find package '@hpcc-js/wasm-graphviz'"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
    const error: unknown = await loadLayout(() => Promise.reject(missing)).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Trouble);
    expect(String(error)).to.contain("npm install @hpcc-js/wasm-graphviz");
  });

  it("ends with 2 and the name of a file that cannot be written", async () => {
    expect(await run(demo, "--out", folder)).to.deep.equal({
      code: 2,
      stdout: "",
      stderr: `error: cannot write ${folder}: it is a folder; name a file\n`,
    });
  });
});
