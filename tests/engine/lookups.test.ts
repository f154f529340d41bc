/** A program that looks an association type up and limits it: what that asks of the portal, and what the user reads. */
import { expect } from "chai";
import type { Story } from "./support/story";
import { chapters, failed, ok } from "./support/story";

const between = { from: "contacts", to: "companies" };
const labels = [
  { ...between, typeId: 36, inverseTypeId: 37, label: "Decision maker", inverseLabel: "Decided by" },
  { ...between, typeId: 38, inverseTypeId: 39, label: "Champion", inverseLabel: "Championed by" },
];

/** What the lookup asks in each process of the program, and what the provider asks in its own. */
const looked = ["GET account", "GET contacts/companies/labels"];
const checked = ["GET account", "GET contacts/companies/labels", "GET all"];

const pair = `const pair = { fromObjectType: "contacts", toObjectType: "companies" };
  const config = new pulumi.Config("engine");
  const to = (name, portalId) => new hubspot.Provider(name, {
    accessToken: config.requireSecret(name), portalId, baseUrl: config.require("url"),
  });`;

/**
 * On the stack's configuration, with an explicit provider, and with one that is made from the outputs of a resource and
 * so is not known in the preview of what is new.
 */
const program = `
  ${pair}
  const limited = (name, { category, typeId }, options) => new hubspot.AssociationConfiguration(
    name, { ...pair, limits: [{ category, typeId, maxToObjectIds: 1 }] }, options,
  );
  module.exports = async () => {
    const found = await hubspot.getAssociationType({ ...pair, label: "Champion" });
    const first = limited("a", found);
    const { types } = await hubspot.getAssociationTypes(pair);
    const own = { provider: to("own", 222) };
    const ofOwn = hubspot.getAssociationTypeOutput({ ...pair, label: "Champion" }, own);
    limited("b", ofOwn, own);
    const late = { provider: to("late", first.portalId.apply((id) => 3 * id)) };
    limited("c", hubspot.getAssociationTypeOutput({ ...pair, label: "Champion" }, late), late);
    return { found, ofOwn, count: types.length };
  };`;

/** The engine's diagnostics, in which the message of a program's end stands. */
const errorsOf = (output: string): ReadonlyArray<string> =>
  output.split("\n").flatMap((line) => {
    const [, message] = /^ +error: (.*)$/.exec(line) ?? [];
    return message === undefined ? [] : [message];
  });

describe("a program that looks association types up and limits them", () => {
  const begin = chapters();
  let story: Story;
  before(async () => {
    story = await begin({
      program,
      portal: { labels },
      others: [
        { portalId: 222, tokens: ["token-of-portal-222"], labels },
        { portalId: 333, tokens: ["token-of-portal-333"], labels },
      ],
      config: { "engine:own": { secret: "token-of-portal-222" }, "engine:late": { secret: "token-of-portal-333" } },
    });
    await story.stack.config({ "engine:url": story.sandbox.url });
  });

  const sorted = (...requests: ReadonlyArray<string>): ReadonlyArray<string> => [...requests].sort();
  const inPortal = (portalId: number, ...requests: ReadonlyArray<string>): ReadonlyArray<string> =>
    requests.map((one) => `${portalId}: ${one}`);
  const written = "POST contacts/companies/batch/update USER_DEFINED 38=1";

  it("asks each portal once in each of its processes, and waits for a provider that is not known yet", async () => {
    const preview = await ok(story.preview());
    expect(sorted(...preview.told.requests)).to.deep.equal(
      sorted(...looked, ...checked, ...inPortal(222, ...looked, ...checked)),
    );
    const up = await ok(story.up());
    expect(sorted(...up.told.requests)).to.deep.equal(
      sorted(
        ...[...looked, ...checked, written],
        ...inPortal(222, ...looked, ...checked, written),
        ...inPortal(333, ...looked, ...checked, written),
      ),
    );
    const limits = { "contacts/companies USER_DEFINED 38": 1 };
    expect([story.limits(111), story.limits(222), story.limits(333)]).to.deep.equal([limits, limits, limits]);
  });

  it("gives answers that do not take over the secrecy of a provider's token", async () => {
    const found = { category: "USER_DEFINED", typeId: 38 };
    expect(await story.outputs()).to.deep.equal({ count: 5, found, ofOwn: found });
    // A secret would stand there encrypted.
    const stack = (await story.stack.resources()).find(({ type }) => type === "pulumi:pulumi:Stack");
    expect(stack?.outputs).to.deep.equal({ count: 5, found, ofOwn: found });
  });

  it("asks again in an up that has nothing to do, and not in a refresh", async () => {
    const again = await ok(story.up("--expect-no-changes"));
    expect(sorted(...again.told.requests)).to.deep.equal(
      sorted(...looked, ...inPortal(222, ...looked), ...inPortal(333, ...looked)),
    );
    expect(again.output).not.to.contain("warning");
  });

  const unknownLabel = `label: the portal has no label "Decided by" from contacts to companies; this pair has "Primary", "Decision maker", "Champion", "Billing Contact"; "Decided by" is of the other direction, companies to contacts`;

  it("ends after its last line with one clean message where the portal has no such label", async () => {
    await story.program(`${pair} void hubspot.getAssociationType({ ...pair, label: "Decided by" });`);
    const preview = await failed(story.preview());
    expect(errorsOf(preview.output)).to.deep.equal([`getAssociationType contacts/companies: ${unknownLabel}`]);
    expect(preview.told.requests).to.deep.equal([...looked, "GET companies/contacts/labels"]);
    expect(preview.output).not.to.match(/ at .*[jt]s:/);
  });

  it("ends with the same message, after the property that it is for, where an output waits for it", async () => {
    await story.program(`
      ${pair}
      const own = { provider: to("own", 222) };
      const { category, typeId } = hubspot.getAssociationTypeOutput({ ...pair, label: "Decided by" }, own);
      new hubspot.AssociationConfiguration("b", { ...pair, limits: [{ category, typeId, maxToObjectIds: 1 }] }, own);`);
    const preview = await failed(story.preview());
    expect(errorsOf(preview.output)).to.deep.equal([
      `error serializing property "limits": getAssociationType contacts/companies: ${unknownLabel}`,
    ]);
    expect(preview.output).not.to.match(/ at .*[jt]s:/);
  });
});
