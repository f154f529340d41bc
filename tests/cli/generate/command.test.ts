/** `generate` and `snapshot` as people call them, on the portal of the seed demo and on a file that holds it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Sandbox } from "../../../sandbox";
import { startSandbox } from "../../../sandbox";
import type { Ended } from "../support/run";
import { run as runCommand, settingsOf } from "../support/run";

describe("the generate command", () => {
  let sandbox: Sandbox;
  let folder: string;
  before(async () => {
    sandbox = await startSandbox({ seed: "demo", quota: { max: 10_000 } });
    folder = mkdtempSync(join(tmpdir(), "generate-"));
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await sandbox.close();
  });

  const inFolder = (name: string): string => join(folder, name);
  const run = (...args: ReadonlyArray<string>): Promise<Ended> =>
    runCommand(args, { env: settingsOf(sandbox), cwd: folder });
  const programIn = (name: string): string => readFileSync(join(inFolder(name), "index.ts"), "utf8");

  it("says what it wrote, what was left out, and how to go on", async () => {
    const { code, stdout, stderr } = await run("generate", "--out", inFolder("crm"));
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout.split("\n")).to.deep.equal([
      "portal 4242424: 40 labels, and 30 limits of 19 directed pairs; nothing left out",
      `wrote index.ts, import.json, .gitignore, Pulumi.yaml, README.md, package.json, tsconfig.json to ${inFolder("crm")}`,
      "README.md tells how to go on; the first steps: npm install, pulumi stack init, pulumi import --file import.json --generate-code=false --protect=false --yes",
      "",
    ]);
    expect(readdirSync(inFolder("crm")).sort()).to.deep.equal([
      ".gitignore",
      ".pulumi-hubspot-associations.json",
      "Pulumi.yaml",
      "README.md",
      "import.json",
      "index.ts",
      "package.json",
      "tsconfig.json",
    ]);
    expect(readFileSync(join(inFolder("crm"), "Pulumi.yaml"), "utf8")).to.match(/^name: crm\n/);
  });

  it("writes the same from a snapshot file, without asking anybody", async () => {
    expect((await run("generate", "--out", inFolder("live"), "--name", "crm")).code).to.equal(0);
    const saved = await run("snapshot", "--out", inFolder("demo.json"));
    expect([saved.code, saved.stdout, saved.stderr]).to.deep.equal([
      0,
      "",
      `wrote portal 4242424 to ${inFolder("demo.json")}: 40 labels, 30 limits\n`,
    ]);
    const asked = sandbox.requests().length;
    expect((await run("generate", inFolder("demo.json"), "--out", inFolder("file"), "--name", "crm")).code).to.equal(0);
    expect(sandbox.requests().length).to.equal(asked);
    for (const name of readdirSync(inFolder("live")))
      expect(readFileSync(join(inFolder("file"), name), "utf8"), name).to.equal(
        readFileSync(join(inFolder("live"), name), "utf8"),
      );
    expect((await run("snapshot", inFolder("demo.json"))).stdout).to.equal(readFileSync(inFolder("demo.json"), "utf8"));
  });

  it("takes a part where it is asked for one, and tells programs in JSON", async () => {
    const out = inFolder("part");
    const { code, stdout } = await run(
      ...["generate", "--out", out, "--pair", "company/contact", "--only", "limits", "--json"],
    );
    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal({
      portalId: 4242424,
      folder: out,
      written: ["index.ts", "import.json", ".gitignore", "Pulumi.yaml", "README.md", "package.json", "tsconfig.json"],
      unchanged: [],
      kept: [],
      labels: 0,
      limits: 5,
      resources: 2,
      leftOut: [],
    });
    expect(programIn("part").match(/new hubspot\.\w+\("[^"]+"/g)).to.deep.equal([
      'new hubspot.AssociationConfiguration("contacts-to-companies"',
      'new hubspot.AssociationConfiguration("companies-to-contacts"',
    ]);
    await run("generate", "--out", inFolder("labels"), "--object", "partner", "--only", "labels");
    expect(programIn("labels").match(/AssociationLabel\(/g)?.length).to.equal(8);
    expect(programIn("labels")).not.to.contain("AssociationConfiguration");
  });
});
