/** A program that looks an association type up and limits it: what that asks of the portal, and what the user reads. */
import { expect } from "chai";
import type { Story } from "./support/story";
import { failed, ok, stories } from "./support/story";

const between = { from: "contacts", to: "companies" };
const champion = { ...between, typeId: 38, inverseTypeId: 39, label: "Champion", inverseLabel: "Championed by" };
const maker = { ...between, typeId: 36, inverseTypeId: 37, label: "Decision maker", inverseLabel: "Decided by" };
const labels = [maker, champion];

const pair = `const pair = { fromObjectType: "contacts", toObjectType: "companies" };`;

/** What the lookup asks in each process of the program, and what the provider asks in its own. */
const looked = ["GET account", "GET contacts/companies/labels"];
const checked = ["GET account", "GET contacts/companies/labels", "GET all"];
const written = "POST contacts/companies/batch/update USER_DEFINED 38=1";

const onStack = `
  ${pair}
  module.exports = async () => {
    const found = await hubspot.getAssociationType({ ...pair, label: "Champion" });
    new hubspot.AssociationConfiguration("a", { ...pair, limits: [{ ...found, maxToObjectIds: 1 }] });
    const { types } = await hubspot.getAssociationTypes(pair);
    return { found, count: types.length };
  };`;

/** The provider's arguments are program text. */
const byProvider = (provider: string, label = "Champion"): string => `
  ${pair}
  const config = new pulumi.Config("engine");
  ${provider}
  const found = hubspot.getAssociationTypeOutput({ ...pair, label: "${label}" }, { provider: own });
  const { category, typeId } = found;
  new hubspot.AssociationConfiguration("b", { ...pair, limits: [{ category, typeId, maxToObjectIds: 1 }] }, { provider: own });
  module.exports = { found };`;

/** The engine's diagnostics, in which the message of a program's end stands. */
const errorsOf = (output: string): ReadonlyArray<string> =>
  output.split("\n").flatMap((line) => {
    const [, message] = /^ +error: (.*)$/.exec(line) ?? [];
    return message === undefined ? [] : [message];
  });

const outputsOf = async (story: Story): Promise<unknown> =>
  JSON.parse((await ok(story.run("stack", "output", "--json"))).stdout);

describe("a program that looks an association type up and limits it", () => {
  const begin = stories();

  it("asks the account and the pair once in each of its processes, on the stack's configuration", async () => {
    const story = await begin({ portal: { labels }, program: onStack });
    const preview = await ok(story.preview());
    const up = await ok(story.up());
    expect(story.limits()).to.deep.equal({ "contacts/companies USER_DEFINED 38": 1 });
    const again = await ok(story.up("--expect-no-changes"));
    const refresh = await ok(story.refresh());
    expect([preview, up, again, refresh].map(({ told }) => told.requests)).to.deep.equal([
      [...looked, ...checked],
      [...looked, ...checked, written],
      looked,
      ["GET account", "GET all"],
    ]);
    expect(again.output).not.to.contain("warning");
    expect(await outputsOf(story)).to.deep.equal({ count: 5, found: { category: "USER_DEFINED", typeId: 38 } });
  });

  it("asks with an explicit provider's own token, whose secrecy the answer does not take over", async () => {
    const story = await begin({
      others: [{ portalId: 222, tokens: ["token-of-portal-222"], labels }],
      config: { "engine:own": { secret: "token-of-portal-222" } },
    });
    await story.stack.config({ "engine:url": story.sandbox.url });
    await story.program(
      byProvider(`const own = new hubspot.Provider("own", {
        accessToken: config.requireSecret("own"), portalId: 222, baseUrl: config.require("url"),
      });`),
    );
    const inPortal = (requests: ReadonlyArray<string>): ReadonlyArray<string> => requests.map((one) => `222: ${one}`);
    const preview = await ok(story.preview("--diff"));
    const up = await ok(story.up());
    const again = await ok(story.up("--expect-no-changes"));
    expect([preview, up, again].map(({ told }) => told.requests)).to.deep.equal([
      inPortal([...looked, ...checked]),
      inPortal([...looked, ...checked, written]),
      inPortal(looked),
    ]);
    expect(await outputsOf(story)).to.deep.equal({ found: { category: "USER_DEFINED", typeId: 38 } });
    expect(story.limits(222)).to.deep.equal({ "contacts/companies USER_DEFINED 38": 1 });
  });

  it("waits for a provider that is made from the outputs of another resource", async () => {
    const story = await begin({ portal: { labels } });
    const token = story.sandbox.token;
    await story.stack.config({ "engine:url": story.sandbox.url, "engine:own": { secret: token } });
    const other = `{ fromObjectType: "deals", toObjectType: "companies", limits: [{ unlabeled: true, maxToObjectIds: 1 }] }`;
    await story.program(
      byProvider(`
        const first = new hubspot.AssociationConfiguration("first", ${other});
        const own = new hubspot.Provider("own", {
          accessToken: config.requireSecret("own"), portalId: first.portalId, baseUrl: config.require("url"),
        });`),
    );
    const preview = await ok(story.preview());
    expect(preview.told.requests).to.deep.equal(["GET account", "GET all"]);
    await ok(story.up());
    expect(story.limits()).to.deep.equal({ "contacts/companies USER_DEFINED 38": 1, "deals/companies 341": 1 });
  });

  const unknownLabel = `label: the portal has no label "Decided by" from contacts to companies; this pair has "Primary", "Billing", "Decision maker", "Champion"; "Decided by" is of the other direction, companies to contacts`;

  const endings = {
    "in an exported function": `module.exports = async () => { await lookup(); };`,
    "after the program's last line": `void lookup();`,
  };
  for (const [where, ending] of Object.entries(endings))
    it(`ends ${where} with one clean message where the portal has no such label`, async () => {
      const program = `${pair} const lookup = () => hubspot.getAssociationType({ ...pair, label: "Decided by" });`;
      const story = await begin({ portal: { labels }, program: program + ending });
      const preview = await failed(story.preview());
      expect(errorsOf(preview.output)).to.deep.equal([`getAssociationType contacts/companies: ${unknownLabel}`]);
      expect(preview.told.requests).to.deep.equal([...looked, "GET companies/contacts/labels"]);
      expect(preview.output).not.to.match(/ at .*[jt]s:/);
    });

  it("ends with the same message, after the property that it is for, where an output waits for it", async () => {
    const story = await begin({ portal: { labels } });
    const token = story.sandbox.token;
    await story.stack.config({ "engine:url": story.sandbox.url, "engine:own": { secret: token } });
    await story.program(
      byProvider(
        `const own = new hubspot.Provider("own", { accessToken: config.requireSecret("own"), baseUrl: config.require("url") });`,
        "Decided by",
      ),
    );
    const preview = await failed(story.preview());
    expect(errorsOf(preview.output)).to.deep.equal([
      `error serializing property "limits": getAssociationType contacts/companies: ${unknownLabel}`,
    ]);
    expect(preview.output).not.to.match(/ at .*[jt]s:/);
  });
});
