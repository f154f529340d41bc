/** The token is nowhere to be read: not in what is printed, not in the state, not in any file of the backend. */
import { expect } from "chai";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { madeUp } from "../support/leaks/secret";
import { configuration, unlabeled } from "./support/program";
import type { Story, StoryOptions } from "./support/story";
import { stories } from "./support/story";

/** Nothing else in a state or an output holds these words by chance. */
const token = "pat-na1-b7e2-unmistakable-secret";
const constant = "a-constant-of-the-program-that-nobody-may-see";

/** The files that the stack has left on the disk, links aside, which hold a text. */
const filesThatHold = async (folder: string, text: string): Promise<ReadonlyArray<string>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const held = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
  return files.filter((_, i) => held[i]).map((file) => path.relative(folder, file));
};

const change = (max: number): string => configuration("a", "contacts/companies", [unlabeled(max)], { options: "opts" });

/** Everything that a stack goes through, a failed write among it; with all that the CLI can print. */
const live = async (story: Story, program: (body: string) => string, verbosely = true): Promise<void> => {
  const [debug, json] = verbosely ? [["--debug"], ["--json"]] : [[], []];
  await story.program(program(change(5)));
  const codes = [
    (await story.preview("--diff", "--show-config", ...debug)).code,
    (await story.up(...debug)).code,
    (await story.refresh(...debug)).code,
  ];
  const refused = { status: 400, body: { status: "error", message: "no", correlationId: "c-1" } };
  story.sandbox.faults([{ match: { method: "POST" }, fault: refused }]);
  await story.program(program(change(6)));
  codes.push((await story.up("--diff", ...json)).code);
  codes.push((await story.run("stack", "--show-ids")).code, (await story.run("config")).code);
  expect(codes).to.deep.equal([0, 0, 0, 1, 0, 0]);
  expect(story.limits(), "the token opened the portal").to.deep.equal({ "contacts/companies 279": 5 });
};

const expectNothingToSee = async (story: Story, text: string): Promise<void> => {
  expect(JSON.stringify(await story.stack.exported())).not.to.contain(text);
  expect(story.stack.printed()).not.to.contain(text);
};

describe("the token", () => {
  const begin = stories();
  const portal = { tokens: [token] };
  const base = (story: Story): string => path.dirname(story.stack.dir);

  it("in the stack's configuration is encrypted wherever it is kept, and never printed", async () => {
    const story = await begin({ portal });
    await live(story, (body) => `const opts = {};\n${body}`);
    await expectNothingToSee(story, token);
    expect(await filesThatHold(base(story), token)).to.deep.equal([]);
    // What is looked for would be found: the state does hold the token.
    expect(JSON.stringify(await story.stack.exported("in plain text"))).to.contain(token);
  });

  const ownProvider =
    (accessToken: string, { sandbox }: Story) =>
    (body: string): string => `
      const args = { accessToken: ${accessToken}, baseUrl: ${JSON.stringify(sandbox.url)} };
      const opts = { provider: new hubspot.Provider("own", args) };
      ${body}`;

  it("of an explicit provider is encrypted wherever it is kept, and never printed", async () => {
    const story = await begin({ portal, config: null });
    await story.stack.config({ "engine:own": { secret: token } });
    await live(story, ownProvider(`new pulumi.Config("engine").requireSecret("own")`, story));
    await expectNothingToSee(story, token);
    expect(await filesThatHold(base(story), token)).to.deep.equal([]);
    expect(JSON.stringify(await story.stack.exported("in plain text"))).to.contain(token);
  });

  // Pulumi's own debug messages, which --json prints too, show what the stack's configuration does not know as secret.
  it("that a program gives to a provider in plain text becomes a secret all the same", async () => {
    const story = await begin({ portal, config: null, mayHoldCredentials: ["program/index.js"] });
    await live(story, ownProvider(JSON.stringify(token), story), false);
    await expectNothingToSee(story, token);
    expect(await filesThatHold(base(story), token)).to.deep.equal([path.join("program", "index.js")]);
  });

  it("of the environment is kept nowhere at all", async () => {
    const story = await begin({
      portal,
      config: null,
      env: ({ url }) => ({ HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_BASE_URL: url }),
    });
    await live(story, (body) => `const opts = {};\n${body}`);
    await expectNothingToSee(story, token);
    expect(await filesThatHold(base(story), token)).to.deep.equal([]);
    expect(JSON.stringify(await story.stack.exported("in plain text"))).not.to.contain(token);
  });

  // At -v=9 Pulumi itself logs what it passes to a provider, secrets too. It passes no environment.
  const fromEnvironment: StoryOptions = {
    config: null,
    env: ({ url, token }) => ({ HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_BASE_URL: url, HUBSPOT_DEBUG: "1" }),
  };
  const verbose: ReadonlyArray<readonly [where: string, verbosity: string, options: StoryOptions]> = [
    ["the stack's configuration", "-v=7", { env: () => ({ HUBSPOT_DEBUG: "1" }) }],
    ["the environment", "-v=9", fromEnvironment],
  ];
  for (const [where, verbosity, options] of verbose) {
    it(`of ${where} is in no debug log, neither ours nor Pulumi's own at ${verbosity}`, async () => {
      const story = await begin({ ...options, program: configuration("a", "contacts/companies", [unlabeled(5)]) });
      const logs = ["--logtostderr", "--logflow", verbosity];
      const codes = [(await story.run("up", "--yes", ...logs)).code, (await story.refresh("--debug", ...logs)).code];
      expect(codes).to.deep.equal([0, 0]);
      // The end of the story searches them.
      expect(story.stack.printed()).to.match(/"level":"INFO"|^I\d{4} .*\.go:\d+\] /m);
    });
  }

  it("that HubSpot does not accept, or that is none, is not quoted in the error", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5)]), portal });
    for (const wrong of [`${token}x`, `${token}\n`]) {
      await story.stack.config({ "hubspot:accessToken": { secret: wrong } });
      const preview = await story.preview();
      expect(preview.code, preview.output).not.to.equal(0);
    }
    await expectNothingToSee(story, token);
  });
});

describe("the client secret and the refresh token of OAuth", () => {
  const begin = stories();

  it("are as little to be seen, in the configuration and in the environment, and so are the tokens they give", async () => {
    const app = { clientId: "client-1", clientSecret: madeUp("client-secret"), refreshToken: madeUp("refresh") };
    const story = await begin({ config: null, portal: { oauth: app } });
    await story.program(configuration("a", "contacts/companies", [unlabeled(5)]));
    /** Each of these asks the portal, and says so in its trace. */
    const live = async (): Promise<void> => {
      for (const command of ["preview", "up", "refresh", "destroy"] as const) {
        const { code, output } = await story[command]("--debug");
        expect(code, output).to.equal(0);
        expect(output).to.match(/hubspot-associations: POST \/oauth\/v1\/token 200 \d+ ms attempt 1/);
      }
    };
    const environment = {
      HUBSPOT_BASE_URL: story.sandbox.url,
      HUBSPOT_CLIENT_ID: app.clientId,
      HUBSPOT_CLIENT_SECRET: app.clientSecret,
      HUBSPOT_REFRESH_TOKEN: app.refreshToken,
    };
    story.stack.env({ ...environment, HUBSPOT_DEBUG: "1" });
    await live();
    story.stack.env(Object.fromEntries(Object.keys(environment).map((name) => [name, undefined])));
    await story.stack.config({
      "hubspot:baseUrl": story.sandbox.url,
      "hubspot:clientId": app.clientId,
      "hubspot:clientSecret": { secret: app.clientSecret },
      "hubspot:refreshToken": { secret: app.refreshToken },
    });
    await live();
    // What is looked for when the story ends would be found.
    const { output } = await story.run("config", "--show-secrets");
    expect([output.includes(app.clientSecret), output.includes(app.refreshToken)]).to.deep.equal([true, true]);
    expect(story.stack.printed()).not.to.equal("");
  });
});

describe("the text of the provider in the state", () => {
  const begin = stories();

  it("is the constant of this release, whatever the program holds", async () => {
    const story = await begin({});
    await story.program(`
      const password = ${JSON.stringify(constant)};
      const limits = () => [{ unlabeled: true, maxToObjectIds: password.length }];
      const fields = { fromObjectType: "contacts", toObjectType: "companies", limits: limits() };
      new hubspot.AssociationConfiguration("a", fields);
    `);
    await story.up();
    const text = `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("AssociationConfiguration")`;
    const { inputs, outputs } = await story.resource("a");
    expect([inputs["__provider"], outputs["__provider"]]).to.deep.equal([text, text]);
    expect(JSON.stringify(await story.stack.exported("in plain text"))).not.to.contain(constant);
  });
});
