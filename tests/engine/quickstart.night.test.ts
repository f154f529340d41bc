/** The main job: `npm run quickstart` does what its headings say, and leaves nothing behind. */
import { expect } from "chai";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { expectNoLeak } from "../support/leaks/expectNoLeak";
import { madeUp } from "../support/leaks/secret";

const root = path.resolve(__dirname, "../..");

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const tokenOfTheUser = madeUp("of-the-user");
const secrets = [
  { what: "the user's own token", text: tokenOfTheUser },
  { what: "the token of the quickstart's portal", text: "sandbox-token-4242424" },
];

const quickstart = (...args: ReadonlyArray<string>): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const script = path.join(root, "scripts/quickstart.mjs");
    // What a user may have set must neither be used nor get in the way.
    const env = { ...process.env, HUBSPOT_ACCESS_TOKEN: tokenOfTheUser, PULUMI_BACKEND_URL: "https://127.0.0.1:1" };
    const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });

describe("the quickstart", () => {
  it("takes the program from preview to destroy, and leaves nothing behind", async () => {
    const { code, output } = await quickstart("--stack", "quickstart-test");
    expect(code, output).to.equal(0);
    expect(output.match(/^(\d\. [A-Z]|requests: ).*$/gm)?.map((line) => line.replace(/ at http.*/, ""))).to.deep.equal([
      "1. A HubSpot portal on this machine: number 4242424",
      "2. A stack, and the portal's access token in its configuration, encrypted",
      "3. Preview: what would change, and what stands in the portal already",
      "requests: 3 reads",
      "4. Up: one batch for each pair of object types",
      "requests: 3 reads, 4 batches",
      "5. Up again: nothing has changed, so nothing is asked of HubSpot",
      "requests: none",
      "6. Meanwhile, a colleague changes two limits in HubSpot's settings",
      "requests: 2 batches",
      "7. Refresh: the drift shows, found with a few reads for the whole portal",
      "requests: 3 reads",
      "8. Up: the portal is again as the program says",
      "requests: 3 reads, 2 batches",
      "9. Destroy: the portal is left as it was found",
      "requests: 2 reads, 5 batches",
    ]);
    expect(output).not.to.include("\u001b[");
    await expectNoLeak(secrets, [{ where: "what the quickstart printed", bytes: Buffer.from(output) }]);
    expect(
      [".quickstart-test", "Pulumi.quickstart-test.yaml"].filter((name) => existsSync(path.join(root, name))),
    ).to.deep.equal([]);
  }).timeout(300_000);

  it("says what is wrong with its usage", async () => {
    const { code, output } = await quickstart("--kepp");
    expect({ code, says: output.split("\n")[0] }).to.deep.equal({ code: 2, says: "Unknown option '--kepp'" });
  });
});
