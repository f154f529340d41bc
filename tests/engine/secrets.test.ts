/** Credentials are nowhere to be read: not in what is printed, not in the state, not in any file of the backend. */
import { rm } from "node:fs/promises";
import path from "node:path";
import { expect } from "chai";
import { installLeakyBuild } from "../support/leaks/leakyBuild";
import { madeUp } from "../support/leaks/secret";
import { repository } from "./harness";
import { configuration, unlabeled } from "./support/program";
import type { Story } from "./support/story";
import { chapters, failed, ok, stories } from "./support/story";

/** Nothing else in a state or an output holds these words by chance. */
const secretOf = (where: string): string => `pat-na1-b7e2-unmistakable-secret-of-the-${where}`;
const [ofStack, ofProvider, ofProgram] = [secretOf("stack"), secretOf("provider"), secretOf("program")];

const refused = { status: 400, body: { status: "error", message: "no", correlationId: "c-1" } };

describe("the tokens of a stack's configuration and of explicit providers", () => {
  const begin = chapters();
  let story: Story;
  /** The token of a third provider may stand in the program in plain text. */
  const program = (max: number, plain?: string): string => `
    const config = new pulumi.Config("engine");
    const to = (name, accessToken) => ({
      provider: new hubspot.Provider(name, { accessToken, baseUrl: config.require("url") }),
    });
    const own = to("own", config.requireSecret("own"));
    ${configuration("a", "contacts/companies", [unlabeled(max)])}
    ${configuration("b", "contacts/companies", [unlabeled(max)], { options: "own" })}
    ${
      plain === undefined
        ? ""
        : `const plain = to("plain", ${JSON.stringify(plain)});
           ${configuration("c", "contacts/companies", [unlabeled(max)], { options: "plain" })}`
    }`;
  before(async () => {
    story = await begin({
      portal: { tokens: [ofStack] },
      others: [
        { portalId: 222, tokens: [ofProvider] },
        { portalId: 333, tokens: [ofProgram] },
      ],
      config: { "engine:own": { secret: ofProvider } },
      mayHoldCredentials: ["program/index.js"],
    });
    await story.stack.config({ "engine:url": story.sandbox.url });
    await story.program(program(5));
  });
  const all = [ofStack, ofProvider, ofProgram];

  it("are in nothing that commands print, whatever they are told to print, Pulumi's own logs among it", async () => {
    story.stack.env({ HUBSPOT_DEBUG: "1" });
    const runs = [
      await ok(story.preview("--diff", "--show-config", "--debug")),
      await ok(story.up("--debug", "--logtostderr", "--logflow", "-v=7")),
      await ok(story.refresh("--debug")),
    ];
    expect(runs[1]?.output).to.match(/"level":"INFO"|^I\d{4} .*\.go:\d+\] /m);
    story.sandbox.faults([{ match: { method: "POST", portalId: 111 }, fault: refused }]);
    await story.program(program(6));
    await failed(story.up("--diff", "--json", "--continue-on-error"));
    for (const token of all) expect(story.stack.printed()).not.to.contain(token);
  });

  it("are encrypted wherever they are kept, also one that a program gives to a provider in plain text", async () => {
    // Pulumi's own debug messages show what the stack's configuration does not know as secret.
    story.stack.env({ HUBSPOT_DEBUG: undefined });
    await story.program(program(6, ofProgram));
    await ok(story.up("--diff"));
    expect([story.limits(111), story.limits(222), story.limits(333)], "each token opened its portal").to.deep.equal(
      [1, 2, 3].map(() => ({ "contacts/companies 279": 6 })),
    );
    const kept = JSON.stringify(await story.stack.exported());
    // What is looked for would be found: the state does hold the tokens.
    const inPlainText = JSON.stringify(await story.stack.exported("in plain text"));
    for (const token of all) {
      expect(kept).not.to.contain(token);
      expect(inPlainText).to.contain(token);
      expect(story.stack.printed()).not.to.contain(token);
    }
    // The end of the story looks for them in every file, the program aside.
  });

  it("that HubSpot does not accept are not quoted in the error", async () => {
    await story.stack.config({ "hubspot:accessToken": { secret: `${ofStack}x` } });
    await story.program(program(7));
    await failed(story.up());
    expect(story.stack.printed()).not.to.contain(ofStack);
  });
});

describe("the client secret and the refresh token of OAuth", () => {
  const begin = stories();

  it("are shown nowhere, from the environment, which is kept nowhere, and from the configuration; nor are the access tokens that they give", async () => {
    const app = { clientId: "client-1", clientSecret: madeUp("client-secret"), refreshToken: madeUp("refresh") };
    const story = await begin({ config: null, portal: { oauth: app } });
    await story.program(configuration("a", "contacts/companies", [unlabeled(5)]));
    const environment = {
      HUBSPOT_BASE_URL: story.sandbox.url,
      HUBSPOT_CLIENT_ID: app.clientId,
      HUBSPOT_CLIENT_SECRET: app.clientSecret,
      HUBSPOT_REFRESH_TOKEN: app.refreshToken,
    };
    story.stack.env({ ...environment, HUBSPOT_DEBUG: "1" });
    const asked = /hubspot-associations: POST \/oauth\/v1\/token 200 \d+ ms attempt 1/;
    // At -v=9 Pulumi itself logs what it passes to a provider, secrets too. It passes no environment.
    expect((await ok(story.up("--debug", "--logtostderr", "--logflow", "-v=9"))).output).to.match(asked);
    expect(JSON.stringify(await story.stack.exported("in plain text"))).not.to.contain(app.refreshToken);
    story.stack.env(Object.fromEntries(Object.keys(environment).map((name) => [name, undefined])));
    await story.stack.config({
      "hubspot:baseUrl": story.sandbox.url,
      "hubspot:clientId": app.clientId,
      "hubspot:clientSecret": { secret: app.clientSecret },
      "hubspot:refreshToken": { secret: app.refreshToken },
    });
    expect((await ok(story.destroy("--debug", "--run-program"))).output).to.match(asked);
    expect(story.limits()).to.deep.equal({});
  });
});

/** A create keeps the token as an output, and writes it to a temporary file; that of another pair fails with it, encoded. */
const leak = `(hooks, config) => ({
  create: async (inputs) => {
    if (inputs.fromObjectType === "companies")
      throw new Error(Buffer.from("Bearer " + config("accessToken")).toString("base64"));
    const { id, outs } = await hooks.create(inputs);
    const file = require("node:path").join(require("node:os").tmpdir(), "debug.log");
    require("node:fs").writeFileSync(file, "Bearer " + config("accessToken"));
    return { id, outs: { ...outs, header: "Bearer " + config("accessToken") } };
  },
})`;

describe("a build that leaks, on the real engine", () => {
  const begin = stories();

  it("is caught in the state, in the files that it leaves behind, and in what is printed", async () => {
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [unlabeled(5)]) +
        configuration("b", "companies/contacts", [unlabeled(5)]),
    });
    const installed = path.join(story.stack.dir, "node_modules", "pulumi-hubspot-associations");
    await rm(installed);
    await installLeakyBuild(repository, installed, leak);
    await failed(story.up("--continue-on-error"));
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
