/** When a token is needed, where it comes from, and what is said where there is none or it no longer works. */
import { expect } from "chai";
import { configuration, unlabeled } from "./support/program";
import type { StoryOptions } from "./support/story";
import { standing, stories } from "./support/story";

const reads = ["GET account", "GET all"];
const updated = "POST contacts/companies/batch/update";
const unchanged = { code: 0, summary: { unchanged: 2 }, requests: [] };
const missing =
  "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN";

/** The token comes from the environment, and the stack's configuration holds nothing. */
const fromEnvironment: StoryOptions = {
  config: null,
  env: ({ url, token }) => ({ HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_BASE_URL: url }),
};
const gone = { HUBSPOT_ACCESS_TOKEN: undefined, HUBSPOT_BASE_URL: undefined };

describe("credentials", () => {
  const begin = stories();
  const program = (max: number): string => configuration("a", "contacts/companies", [unlabeled(max)]);

  it("may come from the environment, for every command", async () => {
    const story = await begin({ ...fromEnvironment, program: program(5) });
    const requests = [
      reads,
      [...reads, `${updated} 279=5`],
      reads,
      [...reads, "POST contacts/companies/batch/purge 279"],
    ];
    const runs = [await story.preview(), await story.up(), await story.refresh(), await story.destroy()];
    expect(runs.map(({ told }) => [told.code, told.requests])).to.deep.equal(requests.map((of) => [0, of]));
  });

  it("are not needed where nothing has changed", async () => {
    const story = await begin({ ...fromEnvironment, program: program(5) });
    await story.up();
    story.stack.env(gone);
    const runs = [await story.preview(), await story.preview("--diff"), await story.up()];
    expect(runs.map(({ told }) => told)).to.deep.equal([unchanged, unchanged, unchanged]);
  });

  it("that are missing fail the preview of what is new, and of what changes, with the way out", async () => {
    const story = await begin({ ...fromEnvironment, program: program(5) });
    await story.up();
    story.stack.env(gone);
    for (const changed of [program(6), program(5) + configuration("b", "deals/contacts", [unlabeled(7)])]) {
      await story.program(changed);
      const preview = await story.preview();
      expect(preview.code, preview.output).not.to.equal(0);
      expect(preview.output).to.contain(missing);
    }
    const refresh = await story.refresh();
    expect(refresh.code).not.to.equal(0);
    expect(refresh.output).to.contain(missing);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    expect(Object.keys(await story.resources())).to.deep.equal(["a"]);
  });

  it("of an up that is over are named where a refresh finds them expired, and --run-program takes today's", async () => {
    const story = await begin({
      program: program(5),
      portal: { tokens: ["token-of-yesterday", "token-of-today"] },
    });
    await story.up();
    const limits = standing(story.limits());
    story.sandbox.setState({
      portals: [{ portalId: 111, tokens: [{ token: "token-of-yesterday", expired: true }, "token-of-today"], limits }],
    });
    await story.stack.config({ "hubspot:accessToken": { secret: "token-of-today" } });
    const refresh = await story.refresh();
    expect(refresh.code).not.to.equal(0);
    expect(refresh.told.requests).to.deep.equal(["GET account"]);
    expect(refresh.output).to.match(
      /HubSpot does not accept the access token \(401\).*; give a valid token in the stack configuration \(hubspot:accessToken\); refresh and destroy use the token of the last pulumi up, unless they are run with --run-program/,
    );
    expect((await story.refresh("--run-program")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 2 },
      requests: reads,
    });
    // The other way out: an up, which has nothing to do and so asks nothing, hands over the new token.
    expect((await story.up()).told).to.deep.equal(unchanged);
    expect((await story.refresh()).told.code).to.equal(0);
  });

  it("of the environment never meet a base URL of the stack's configuration", async () => {
    const story = await begin({ ...fromEnvironment, program: program(5) });
    await story.stack.config({ "hubspot:baseUrl": "http://127.0.0.1:1" });
    const preview = await story.preview();
    expect(preview.code).not.to.equal(0);
    expect(preview.output).to.contain(
      "hubspot:baseUrl is set, but the token comes from the environment (HUBSPOT_ACCESS_TOKEN); set both in one place, or neither",
    );
    expect(preview.told.requests).to.deep.equal([]);
  });

  it("guard the portal that the configuration means: another portal's token reads and writes nothing", async () => {
    const story = await begin({
      program: program(5),
      others: [{ portalId: 222, tokens: ["token-of-222"] }],
      config: { "hubspot:accessToken": { secret: "token-of-222" }, "hubspot:portalId": "111" },
    });
    for (const run of [await story.preview(), await story.up()]) {
      expect(run.code).not.to.equal(0);
      expect(run.told.requests).to.deep.equal(["222: GET account"]);
      expect(run.output).to.contain(
        "the token of the stack configuration (hubspot:accessToken) belongs to portal 222, but the configuration means portal 111 (portalId)",
      );
    }
    expect([story.limits(111), story.limits(222)]).to.deep.equal([{}, {}]);
  });
});
