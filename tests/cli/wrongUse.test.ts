/** Wrong use, and trouble with what is around, ends in one line that says what to do. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import { startSandbox } from "../../sandbox";
import type { Ended, Variables } from "./support/run";
import { run, settingsOf } from "./support/run";
import { smallPortal } from "./support/smallPortal";

describe("the command, where it cannot do what it is told:", () => {
  let sandbox: Sandbox;
  let folder: string;
  const call = (args: ReadonlyArray<string>, env: Variables = settingsOf(sandbox)): Promise<Ended> =>
    run(args, { env, cwd: folder });
  const inFolder = (name: string): string => join(folder, name);

  before(async () => {
    sandbox = await startSandbox({ portals: [smallPortal], quota: { max: 10_000 } });
    folder = mkdtempSync(join(tmpdir(), "wrong-use-"));
    writeFileSync(inFolder("file"), "in the way");
    writeFileSync(inFolder("broken.json"), "{");
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await sandbox.close();
  });

  /** One line on stderr, nothing on stdout, exit code 2. */
  const trouble = (ended: Ended, line: string | RegExp): void => {
    expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
    if (typeof line === "string") expect(ended.stderr).to.equal(`error: ${line}\n`);
    else expect(ended.stderr).to.match(line);
    expect(ended.stderr.trimEnd().split("\n").length, ended.stderr).to.equal(1);
    expect(ended.stderr).not.to.contain(sandbox.token);
  };

  const noToken =
    "no token: set HUBSPOT_ACCESS_TOKEN to that of a service key or private app, name another portal, or a snapshot file";
  for (const args of [["generate", "--out", "crm"], ["snapshot"], ["audit"], ["graph"]])
    it(`${args[0]} without a token says which variable holds it`, async () => {
      trouble(await call(args, {}), noToken);
    });

  it("a portal that is given by name is configured by variables of its own", async () => {
    trouble(
      await call(["compare", "staging"]),
      "no token: set HUBSPOT_STAGING_ACCESS_TOKEN to that of a service key or private app; a snapshot file is named by its path, such as ./portal.json",
    );
    const staging = settingsOf(sandbox, "STAGING");
    const equal = await call(["compare", "staging"], { ...settingsOf(sandbox), ...staging });
    expect([equal.code, equal.stdout]).to.deep.equal([
      0,
      "staging (portal 4242424) and the portal (portal 4242424) hold the same 2 custom objects, 1 label and 1 limit\n",
    ]);
  });

  it("another portal than the one that is meant is not read", async () => {
    const asked = sandbox.requests().length;
    trouble(
      await call(["snapshot"], { ...settingsOf(sandbox), HUBSPOT_PORTAL_ID: "999" }),
      "the token of the environment (HUBSPOT_ACCESS_TOKEN) belongs to portal 4242424, but the configuration means portal 999 (portalId); give the token of that portal, or correct portalId; nothing was read or written",
    );
    expect(sandbox.requests().length).to.equal(asked + 1);
  });

  it("a token that HubSpot does not know is named by its variable", async () => {
    trouble(
      await call(["graph"], { ...settingsOf(sandbox), HUBSPOT_ACCESS_TOKEN: "made-up" }),
      /^error: asking which portal the token belongs to: HubSpot does not accept the access token \(401\); .*; give a valid token in the environment \(HUBSPOT_ACCESS_TOKEN\); correlationId \S+\n$/,
    );
  });

  it("an address where nobody answers is told with the variable that holds it", async () => {
    trouble(
      await call(["snapshot"], { ...settingsOf(sandbox), HUBSPOT_BASE_URL: "http://127.0.0.1:1" }),
      /^error: asking which portal the token belongs to: the portal cannot be reached, nobody answers there \(\S+\); check the network and HUBSPOT_BASE_URL, then run again\n$/,
    );
  });

  it("an argument that is no portal is answered with what a portal is", async () => {
    trouble(await call(["snapshot", "!"]), /^error: "!" is no portal: leave it out for /);
    trouble(
      await call(["compare", inFolder("nothing.json")]),
      `cannot read ${inFolder("nothing.json")}: there is no such file or folder; check the path`,
    );
    trouble(
      await call(["compare", inFolder("broken.json")]),
      /broken\.json is not JSON, so it is no snapshot of a portal; .*snapshot --out/,
    );
  });

  it("an unknown pair, or what is no pair, is told before anything is written", async () => {
    const out = inFolder("unknown");
    trouble(
      await call(["generate", "--out", out, "--pair", "contacts/widgets"]),
      '"widgets" is none of HubSpot\'s object types, and the portal has no custom object of that name; its custom objects are contract, partner',
    );
    trouble(
      await call(["graph", "--object", "contrct"]),
      '"contrct" is none of HubSpot\'s object types, and the portal has no custom object of that name; did you mean "contract"? Its custom objects are contract, partner',
    );
    trouble(
      await call(["generate", "--out", out, "--pair", "contacts"]),
      `"contacts" is no pair; write for example contacts/companies`,
    );
    trouble(
      await call(["generate", "--out", out, "--pair", "contacts/2-999"]),
      /^error: reading the .* of .*2-999: the portal has no such object type \(400\)/,
    );
    expect(existsSync(out)).to.equal(false);
  });

  it("a file or folder that stands where another is to be written stays as it is", async () => {
    trouble(
      await call(["generate", "--out", inFolder("file")]),
      `cannot read ${inFolder("file/.pulumi-hubspot-associations.json")}: a part of the path is a file, not a folder; choose another place`,
    );
    trouble(await call(["snapshot", "--out", folder]), /^error: cannot write \S+: it is a folder; name a file\n$/);
    expect(readdirSync(folder).sort()).to.deep.equal(["broken.json", "file"]);
  });

  it("a folder that may not be written, and a full disk, are told as such", async () => {
    trouble(
      await call(["snapshot", "--out", "/sys/portal.json"]),
      /^error: cannot write \/sys\/portal\.json: (there is no permission; choose another place, or change the permission|the disk can only be read; choose another place)\n$/,
    );
    const full = "the disk is full; free some space, or choose another place";
    trouble(await call(["snapshot", "--out", "/dev/full"]), `cannot write /dev/full: ${full}`);
    expect(readdirSync(folder).sort()).to.deep.equal(["broken.json", "file"]);
  });
});
