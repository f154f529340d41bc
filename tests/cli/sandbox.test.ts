import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "chai";
import { ask, configurations, hubSpotDefined, isObject, started } from "../http/sandbox/helper";

const root = join(__dirname, "../..");

const command = (...args: ReadonlyArray<string>): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ["-r", "tsx/cjs", join(root, "cli/index.ts"), ...args], { cwd: root });

interface Ended {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

const ended = async (child: ChildProcessWithoutNullStreams): Promise<Ended> => {
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const [code]: ReadonlyArray<unknown> = await once(child, "close");
  return { code, stdout, stderr };
};

/** The JSON of the first line on stdout. */
const firstLine = async (child: ChildProcessWithoutNullStreams): Promise<Record<string, unknown>> => {
  const [line]: ReadonlyArray<unknown> = await once(createInterface(child.stdout), "line");
  const parsed: unknown = JSON.parse(String(line));
  if (!isObject(parsed)) throw new Error(`No object: ${String(line)}`);
  return parsed;
};

describe("the command", () => {
  it("shows its help and its version", async () => {
    const help = await ended(command("--help"));
    expect(help.code).to.equal(0);
    expect(help.stdout).to.contain("sandbox [options]").and.to.contain("Usage: pulumi-hubspot-associations");
    const sandboxHelp = await ended(command("sandbox", "--help"));
    expect(sandboxHelp.code).to.equal(0);
    for (const said of ["--port", "--seed", "demo, large, or a JSON file", "--data", "--plan", "Examples:"])
      expect(sandboxHelp.stdout).to.contain(said);
    const version = await ended(command("--version"));
    expect([version.code, version.stderr]).to.deep.equal([0, ""]);
    expect(version.stdout).to.match(/^\d+\.\d+\.\d+\S*\n$/);
  });

  for (const [args, said] of [
    [[], "Usage: "],
    [["nope"], "error: unknown command 'nope'"],
    [["sandbox", "--nope"], "error: unknown option '--nope'"],
    [["sandbox", "extra"], "error: too many arguments"],
    [["sandbox", "--port", "99999"], "A port is a number from 0 to 65535."],
    [["sandbox", "--plan", "gold"], "Allowed choices are free, professional, enterprise."],
    [["sandbox", "--seed", "dmeo"], 'error: There is no seed "dmeo": choose demo or large, or name a JSON file'],
  ] as const)
    it(`ends with 2 on wrong usage: ${args.join(" ") || "no arguments"}`, async () => {
      const { code, stdout, stderr } = await ended(command(...args));
      expect([code, stdout]).to.deep.equal([2, ""]);
      expect(stderr).to.contain(said);
    });
});

describe("the sandbox command", () => {
  it("prints one line of JSON, serves, and stops by a signal", async () => {
    const child = command("sandbox", "--port", "0", "--plan", "free");
    const end = ended(child);
    const { url, portalId, accessToken, ...rest } = await firstLine(child);
    expect([portalId, accessToken, rest]).to.deep.equal([4242424, "sandbox-token-4242424", {}]);
    const sandbox = { url: String(url), token: String(accessToken) };
    const account = await ask(sandbox, "GET", "/account-info/v3/details");
    expect(account.status).to.equal(200);
    expect(account.headers.get("x-hubspot-ratelimit-max")).to.equal("100");
    child.kill("SIGTERM");
    const { code, stdout, stderr } = await end;
    expect([code, stdout.split("\n").length]).to.deep.equal([0, 2]);
    expect(stderr).to.contain(`export HUBSPOT_BASE_URL=${sandbox.url} HUBSPOT_ACCESS_TOKEN=${sandbox.token}`);
  });

  it("stops when standard input ends, if asked to, with requests under way", async () => {
    const child = command("sandbox", "--port", "0", "--exit-on-stdin-end");
    const end = ended(child);
    const sandbox = { url: String((await firstLine(child))["url"]), token: "sandbox-token-4242424" };
    await ask(sandbox, "POST", "/__sandbox/faults", [{ match: {}, fault: "hang" }]);
    const hanging = ask(sandbox, "GET", `${configurations}/all`).catch(() => "lost");
    child.stdin.end();
    expect((await end).code).to.equal(0);
    expect(await hanging).to.equal("lost");
  });

  it("keeps its state in a file, from one run to the next", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    const data = join(folder, "data.json");
    const states: unknown[] = [];
    for (const inputs of [[hubSpotDefined(279, 5)], [hubSpotDefined(1, 1)]]) {
      const child = command("sandbox", "--port", "0", "--data", data, "--exit-on-stdin-end");
      const end = ended(child);
      const { url, accessToken } = await firstLine(child);
      const sandbox = { url: String(url), token: String(accessToken) };
      await ask(sandbox, "POST", `${configurations}/contacts/companies/batch/update`, { inputs });
      states.push((await ask(sandbox, "GET", `${configurations}/all`)).body);
      child.stdin.end();
      await end;
    }
    expect(existsSync(data)).to.equal(true);
    rmSync(folder, { recursive: true });
    const unlabeled = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 };
    const primary = { ...hubSpotDefined(1), label: "Primary", userEnforcedMaxToObjectIds: 1 };
    expect(states).to.deep.equal([{ results: [unlabeled] }, { results: [primary, unlabeled] }]);
  });

  it("ends with 2 where the port is taken", async () => {
    const { url } = await started();
    const { port } = new URL(url);
    const { code, stdout, stderr } = await ended(command("sandbox", "--port", port));
    expect([code, stdout, stderr]).to.deep.equal([
      2,
      "",
      `error: Port ${port} is taken. Choose another with --port; 0 finds a free one\n`,
    ]);
  });
});
