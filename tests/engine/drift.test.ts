/** What others change in the portal: a refresh sees it, and the next up puts it right. */
import { expect } from "chai";
import type { StateResource } from "./harness";
import { configuration, ofLabel, ofType, unlabeled } from "./support/program";
import { standing, stories } from "./support/story";

const reads = ["GET account", "GET all"];
const updated = "POST contacts/companies/batch/update";
const unchanged = { code: 0, summary: { unchanged: 2 }, requests: [] };

/** What says what stands: the outputs that a refresh may change. */
const seen = ({ outputs: { limits, resolved, results, others } }: StateResource): unknown => ({
  limits,
  resolved,
  results,
  others,
});

describe("drift", () => {
  const begin = stories();

  it("that is none leaves the inputs and outputs of the state as they are", async () => {
    const story = await begin({
      program: configuration("a", "0-1/COMPANY", [ofType(1, 1), unlabeled(5)]),
      portal: { limits: standing({ "contacts/companies 279": 10, "deals/contacts 3": 2 }) },
    });
    await story.up();
    const { inputs, outputs } = await story.resource("a");
    expect((await story.refresh()).told).to.deep.equal({ code: 0, summary: { unchanged: 2 }, requests: reads });
    expect(await story.resource("a")).to.deep.include({ inputs, outputs });
    expect((await story.up("--expect-no-changes")).told).to.deep.equal(unchanged);
  });

  it("of a number is seen by refresh and put right by up", async () => {
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [ofType(1, 1), unlabeled(5)]) +
        configuration("b", "companies/contacts", [unlabeled(6)]),
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
    });
    await story.up();
    story.meanwhile({ "contacts/companies 279": 50 });
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 2 },
      requests: reads,
    });
    const drifted = await story.resource("a");
    expect(seen(drifted)).to.deep.equal({
      limits: [ofType(1, 1), unlabeled(50)],
      resolved: [
        { category: "HUBSPOT_DEFINED", typeId: 1 },
        { category: "HUBSPOT_DEFINED", typeId: 279 },
      ],
      results: [
        { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 1 },
        { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 50 },
      ],
      others: [],
    });
    expect(drifted.inputs["limits"]).to.deep.equal([ofType(1, 1), unlabeled(50)]);
    expect(drifted.outputs["previous"]).to.deep.equal([
      { category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 },
    ]);
    expect((await story.preview()).told).to.deep.equal({
      code: 0,
      summary: { "to update": 1, unchanged: 2 },
      requests: [],
    });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 2 },
      requests: [...reads, `${updated} 279=5`],
    });
    expect(story.limits()).to.deep.equal({
      "contacts/companies 1": 1,
      "contacts/companies 279": 5,
      "companies/contacts 280": 6,
    });
    expect(seen(await story.resource("a"))).to.deep.include({ limits: [ofType(1, 1), unlabeled(5)] });
  });

  it("is put right by one command with up --refresh", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5)]) });
    await story.up();
    story.meanwhile({ "contacts/companies 279": 50 });
    expect((await story.up("--refresh")).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${updated} 279=5`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    expect((await story.up()).told).to.deep.equal(unchanged);
  });

  it("of one limit that somebody removed is seen by refresh, and up sets it again", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1), ofLabel(37, 2)]),
      portal: {
        labels: [{ from: "contacts", to: "companies", typeId: 37, label: "Champion" }],
        limits: standing({ "contacts/companies 1": 4 }),
      },
    });
    await story.up();
    story.meanwhile({ "contacts/companies 1": undefined });
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: reads,
    });
    expect(seen(await story.resource("a"))).to.deep.equal({
      limits: [unlabeled(5), ofLabel(37, 2)],
      resolved: [
        { category: "HUBSPOT_DEFINED", typeId: 279 },
        { category: "USER_DEFINED", typeId: 37 },
      ],
      results: [
        { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
        { category: "USER_DEFINED", typeId: 37, label: "Champion", userEnforcedMaxToObjectIds: 2 },
      ],
      others: [],
    });
    expect((await story.up()).told.requests).to.deep.equal([...reads, `${updated} 1=1`]);
    expect(story.limits()).to.deep.equal({
      "contacts/companies 1": 1,
      "contacts/companies 279": 5,
      "contacts/companies USER_DEFINED 37": 2,
    });
    expect((await story.resource("a")).outputs["previous"]).to.deep.equal([
      { category: "HUBSPOT_DEFINED", typeId: 1, maxToObjectIds: 4 },
    ]);
  });

  it("of a whole resource, whose limits somebody removed, takes it out of the state, and up makes it again", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)]) });
    await story.up();
    story.meanwhile({ "contacts/companies 279": undefined, "contacts/companies 1": undefined });
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { deleted: 1, unchanged: 1 },
      requests: reads,
    });
    expect(await story.resources()).to.deep.equal({});
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 1, unchanged: 1 },
      requests: [...reads, `${updated} 1=1 279=5`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "contacts/companies 1": 1 });
  });

  it("that somebody has put right in the program's words before the up needs no batch", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5)]) });
    await story.up();
    story.meanwhile({ "contacts/companies 279": 50 });
    await story.refresh();
    story.meanwhile({ "contacts/companies 279": 5 });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: reads,
    });
    expect((await story.resource("a")).outputs["limits"]).to.deep.equal([unlabeled(5)]);
  });
});
