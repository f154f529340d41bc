/** What only a process shows of a command: its real output, its signals and its end. Each command is started once. */
import { chmodSync, closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { PortalContent } from "../../cli/portal/content";
import { snapshotText } from "../../cli/portal/file";
import { ask, started } from "../http/sandbox/helper";
import { configurations } from "../pure/sandbox/helper";
import { contentOfState } from "../support/seedContent";
import { settingsOf } from "./support/run";
import { start } from "./support/start";

const content: PortalContent = { portalId: 111, customObjects: [], labels: [], limits: [], leftOut: [] };

describe("the command in a process of its own", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "command-"));
    writeFileSync(join(folder, "portal.json"), snapshotText(content));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("takes the settings of generate from the environment, writes where it was started, and ends with 0", async () => {
    const sandbox = await started({ seed: "demo", quota: { max: 10_000 } });
    const { code, stdout, stderr } = await start(["generate", "--out", "crm"], {
      cwd: folder,
      env: settingsOf(sandbox),
    }).ended;
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout)
      .to.contain("to crm\n")
      .and.to.match(/--yes\n$/);
    expect(readdirSync(join(folder, "crm"))).to.include.members(["index.ts", "import.json"]);
  });

  it("ends compare with 1 where there are differences", async () => {
    const [portal] = (await started({ seed: "demo" })).state().portals;
    if (portal === undefined) throw new Error("A seed has a portal");
    writeFileSync(join(folder, "demo.json"), snapshotText(contentOfState(portal)));
    const { code, stdout, stderr } = await start(["compare", "portal.json", "./demo.json"], { cwd: folder }).ended;
    expect([code, stderr]).to.deep.equal([1, ""]);
    expect(stdout).to.match(/^portal\.json \(portal 111\) compared with \.\/demo\.json \(portal 4242424\)\n/);
  });

  it("ends audit with 2, and one line on stderr, where it is in trouble", async () => {
    const { code, stdout, stderr } = await start(["audit", "portal.json"], { cwd: folder }).ended;
    expect([code, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(/^error: audit asks HubSpot about records, which the snapshot file portal\.json .*\n$/);
  });

  it("says of snapshot's output that the disk is full", async () => {
    const stdout = openSync("/dev/full", "w");
    const ended = await start(["snapshot", "portal.json"], { cwd: folder, stdout }).ended;
    closeSync(stdout);
    const line = "error: cannot write the output: the disk is full; free some space, or choose another place\n";
    expect([ended.code, ended.stderr]).to.deep.equal([2, line]);
  });

  it("says of graph's output that its reader went away", async () => {
    const { process, ended } = start(["graph", "portal.json"], { cwd: folder });
    process.stdout?.destroy();
    const { code, stderr } = await ended;
    const line = "error: the output was closed before all of it was written; run again without closing it early\n";
    expect([code, stderr]).to.deep.equal([2, line]);
  });

  it("finds for doctor the version of Node, and asks the Pulumi CLI of the PATH for its own", async () => {
    const pulumi = join(folder, "pulumi");
    writeFileSync(
      pulumi,
      '#!/bin/sh\ntest "$*" = version && test "$PULUMI_SKIP_UPDATE_CHECK" = true && echo v3.259.0\n',
    );
    chmodSync(pulumi, 0o755);
    const { code, stdout } = await start(["doctor"], { cwd: folder, env: { PATH: folder } }).ended;
    expect(code).to.equal(1);
    expect(stdout).to.match(new RegExp(`^ok +Node +${process.versions.node.replaceAll(".", "\\.")}\n`));
    expect(stdout).to.match(/^ok +Pulumi CLI +v3\.259\.0$/m);
  });

  it("ends sandbox with 0 at a signal, with requests under way", async () => {
    const { process, firstLine, ended } = start(["sandbox", "--port", "0"], { cwd: folder });
    const { url, accessToken } = await firstLine;
    const sandbox = { url: String(url), token: String(accessToken) };
    await ask(sandbox, "POST", "/__sandbox/faults", [{ match: {}, fault: "hang" }]);
    const hanging = ask(sandbox, "GET", `${configurations}/all`).catch(() => "lost");
    const isUnderWay = async (): Promise<boolean> =>
      JSON.stringify((await ask(sandbox, "GET", "/__sandbox/requests")).body).includes(`${configurations}/all`);
    while (!(await isUnderWay())) await new Promise((resolve) => setImmediate(resolve));
    process.kill("SIGTERM");
    const { code, stdout } = await ended;
    expect([code, stdout.split("\n").length]).to.deep.equal([0, 2]);
    expect(await hanging).to.equal("lost");
  });

  it("ends sandbox with 0 when its standard input ends, if asked to", async () => {
    const { process, firstLine, ended } = start(["sandbox", "--port", "0", "--exit-on-stdin-end"], { cwd: folder });
    await firstLine;
    process.stdin?.end();
    expect((await ended).code).to.equal(0);
  });
});
