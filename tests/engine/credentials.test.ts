/**
 * When a token is needed and where it comes from; tokens that are missing, that HubSpot no longer accepts, that were
 * rotated, and that belong to another portal than the stack: then nothing is read, nothing written and nothing lost.
 */
import { expect } from "chai";
import { configuration, unlabeled } from "./support/program";
import type { Step, Story } from "./support/story";
import { chapters, failed, ok, standing } from "./support/story";

const reads = ["GET account", "GET all"];
const unchanged = { code: 0, summary: { unchanged: 2 }, requests: [] };
const program = (max: number): string => configuration("a", "contacts/companies", [unlabeled(max)]);

/** What the state keeps of its configurations. */
const kept = async (story: Story): Promise<unknown> =>
  Object.values(await story.resources()).map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }));

describe("credentials of the environment", () => {
  const begin = chapters();
  let story: Story;
  before(async () => {
    story = await begin({
      program: program(5),
      config: null,
      env: ({ url, token }) => ({ HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_BASE_URL: url }),
      portal: { tokens: ["token-of-yesterday", "token-of-today"], limits: standing({ "contacts/companies 279": 50 }) },
    });
  });

  it("serve an up", async () => {
    const up = await ok(story.up());
    expect(up.told.requests).to.deep.equal([...reads, "POST contacts/companies/batch/update 279=5"]);
  });

  it("are not needed where nothing has changed, and are missed by what changes and by a refresh, with the way out", async () => {
    story.stack.env({ HUBSPOT_ACCESS_TOKEN: undefined, HUBSPOT_BASE_URL: undefined });
    expect((await story.up()).told).to.deep.equal(unchanged);
    await story.program(program(6));
    for (const step of [await failed(story.preview()), await failed(story.refresh())])
      expect(step.output).to.contain(
        "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN",
      );
    expect([story.limits(), Object.keys(await story.resources())]).to.deep.equal([
      { "contacts/companies 279": 5 },
      ["a"],
    ]);
  });

  it("never meet a base URL of the stack's configuration", async () => {
    story.stack.env({ HUBSPOT_ACCESS_TOKEN: "token-of-yesterday" });
    await story.stack.config({ "hubspot:baseUrl": "http://127.0.0.1:1" });
    const preview = await failed(story.preview());
    expect(preview.output).to.contain(
      "hubspot:baseUrl is set, but the token comes from the environment (HUBSPOT_ACCESS_TOKEN); set both in one place, or neither",
    );
    expect(preview.told.requests).to.deep.equal([]);
  });

  it("are those of the moment, so that a rotated token needs no --run-program", async () => {
    await story.stack.config({ "hubspot:baseUrl": undefined });
    // The state's configuration is that of the last up.
    story.stack.env({ HUBSPOT_ACCESS_TOKEN: "token-of-today", HUBSPOT_BASE_URL: story.sandbox.url });
    story.sandbox.setState({
      portals: [
        {
          portalId: 111,
          tokens: [{ token: "token-of-yesterday", expired: true }, "token-of-today"],
          limits: standing(story.limits()),
        },
      ],
    });
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 50 });
  });
});

describe("credentials of the stack's configuration", () => {
  const begin = chapters();
  let story: Story;
  const accessToken = (token: string): Promise<void> =>
    story.stack.config({ "hubspot:accessToken": { secret: token } });
  before(async () => {
    story = await begin({
      program: program(5),
      portal: { tokens: ["token-of-yesterday", "token-of-today"], limits: standing({ "contacts/companies 279": 50 }) },
      others: [{ portalId: 222, tokens: ["token-of-222"] }],
    });
    await ok(story.up());
  });

  /** The commands find nothing but which portal it is, and change neither the state nor a portal. */
  const expectNothingDone = async (...commands: ReadonlyArray<() => Promise<Step>>): Promise<ReadonlyArray<Step>> => {
    const [before, limits] = [await kept(story), [story.limits(111), story.limits(222)]];
    const steps: Array<Step> = [];
    for (const command of commands) steps.push(await command());
    for (const { told } of steps)
      expect(told.requests.filter((request) => !request.endsWith("GET account"))).to.deep.equal([]);
    expect([await kept(story), [story.limits(111), story.limits(222)]]).to.deep.equal([before, limits]);
    return steps;
  };

  it("that have expired since the last up fail a refresh and a destroy, and the message says how to go on", async () => {
    story.sandbox.setState({
      portals: [
        {
          portalId: 111,
          tokens: [{ token: "token-of-yesterday", expired: true }, "token-of-today"],
          limits: standing(story.limits()),
        },
        { portalId: 222, tokens: ["token-of-222"] },
      ],
    });
    await accessToken("token-of-today");
    const steps = await expectNothingDone(
      () => failed(story.refresh()),
      () => failed(story.run("destroy", "--yes")),
    );
    for (const { output } of steps)
      expect(output).to.match(
        /HubSpot does not accept the access token \(401\).*; give a valid token in the stack configuration \(hubspot:accessToken\); refresh and destroy use the token of the last pulumi up, unless they are run with --run-program/,
      );
  });

  it("of today are taken with --run-program, and handed over by an up that asks nothing", async () => {
    expect((await story.refresh("--run-program")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 2 },
      requests: reads,
    });
    expect((await story.up()).told).to.deep.equal(unchanged);
    await ok(story.refresh());
  });

  it("of another portal read and write nothing, lose nothing, and name both portals", async () => {
    await accessToken("token-of-222");
    const named = await expectNothingDone(
      () => failed(story.preview()),
      () => failed(story.up()),
      () => failed(story.refresh("--run-program")),
      async () => {
        await story.program(program(9));
        return failed(story.up());
      },
      () => failed(story.destroy("--run-program")),
    );
    for (const { output } of named)
      expect(output).to.contain("belongs to portal 222, but this resource lives in portal 111");
  });

  it("of another portal are refused all the same where hubspot:portalId names that portal, too", async () => {
    await story.stack.config({ "hubspot:portalId": "222" });
    const [preview] = await expectNothingDone(
      () => failed(story.preview()),
      () => failed(story.up()),
    );
    expect(preview?.output).to.contain("a stack does not move to another portal");
    await story.stack.config({ "hubspot:portalId": undefined });
  });

  it("that are put right go on as if nothing had been", async () => {
    await accessToken("token-of-today");
    await ok(story.up());
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 9 });
    await ok(story.destroy());
    expect([story.limits(111), story.limits(222)]).to.deep.equal([{ "contacts/companies 279": 50 }, {}]);
  });

  it("of another portal than the first one keep what is new from being written there, once some of it stands", async () => {
    await story.program(program(5));
    await ok(story.up());
    await accessToken("token-of-222");
    await story.program(program(6) + configuration("b", "deals/contacts", [unlabeled(5)]));
    const up = await failed(story.run("up", "--yes"));
    expect(up.output).to.match(/portal 222\b.*portal 111\b/);
    expect(up.told.requests.filter((request) => request.includes("POST"))).to.deep.equal([]);
    expect([story.limits(111), story.limits(222)]).to.deep.equal([{ "contacts/companies 279": 5 }, {}]);
  });
});
