/** HubSpot applies a part of what was asked: the state keeps what is true, and the next up heals it. */
import { expect } from "chai";
import { configuration, ofLabel, ofType, unlabeled } from "./support/program";
import { standing, stories } from "./support/story";

const reads = ["GET account", "GET all"];
const pair = "GET contacts/companies";
const [updated, purged] = ["batch/update", "batch/purge"].map((path) => `POST contacts/companies/${path}`);
const unchanged = { code: 0, summary: { unchanged: 2 }, requests: [] };
const champion = { from: "contacts", to: "companies", typeId: 37, label: "Champion" };
const refusal = {
  status: 400,
  body: { status: "error", message: "The portal says no", category: "VALIDATION_ERROR", correlationId: "c-1" },
};
/** The look would find the missing label before anything is sent. */
const unlooked = { "hubspot:previewChecks": "false" };

describe("a batch of which HubSpot applies a part", () => {
  const begin = stories();
  const program = configuration("a", "contacts/companies", [unlabeled(5), ofLabel(37, 2)]);

  it("keeps that part in the state, gives a reason for the other, and is healed by the next up", async () => {
    const story = await begin({
      program,
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
      switches: { mixedBatch: "applyValid" },
      config: unlooked,
    });
    const broken = await story.up();
    expect(broken.code).not.to.equal(0);
    expect(broken.told.requests).to.deep.equal([...reads, `${updated} 279=5 USER_DEFINED 37=2`, pair]);
    expect(broken.output).to.match(
      /contacts\/companies: USER_DEFINED 37 to 2 was refused by HubSpot: \d-37 is not a valid association type between CONTACT and COMPANY/,
    );
    const kept = await story.resource("a");
    expect(kept.initErrors).to.have.length(1);
    expect({ limits: kept.outputs["limits"], previous: kept.outputs["previous"] }).to.deep.equal({
      limits: [unlabeled(5)],
      previous: [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });

    // Somebody makes the label, and the same program runs again.
    story.sandbox.setState({
      portals: [{ portalId: 111, labels: [champion], limits: standing({ "contacts/companies 279": 5 }) }],
    });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${updated} USER_DEFINED 37=2`],
    });
    expect((await story.resource("a")).initErrors ?? []).to.deep.equal([]);
    expect((await story.up()).told).to.deep.equal(unchanged);

    // The program goes on to change, and what stood at first is not forgotten.
    await story.program(configuration("a", "contacts/companies", [unlabeled(6)]));
    expect((await story.up()).code).to.equal(0);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 6 });
    await story.destroy();
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10 });
  });

  it("is healed as well by a program that asks for less, without a batch", async () => {
    const story = await begin({ program, switches: { mixedBatch: "applyValid" }, config: unlooked });
    await story.up();
    await story.program(configuration("a", "contacts/companies", [unlabeled(5)]));
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: reads,
    });
    expect((await story.up()).told).to.deep.equal(unchanged);
    await story.destroy();
    expect(story.limits()).to.deep.equal({});
  });

  it("may be refreshed and destroyed as it is", async () => {
    const story = await begin({
      program,
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
      switches: { mixedBatch: "applyValid" },
      config: unlooked,
    });
    await story.up();
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: reads,
    });
    const { inputs, outputs } = await story.resource("a");
    expect([inputs["limits"], outputs["limits"]]).to.deep.equal([[unlabeled(5)], [unlabeled(5)]]);
    expect((await story.preview()).told.summary).to.deep.equal({ "to update": 1, unchanged: 1 });
    expect((await story.destroy()).code).to.equal(0);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10 });
  });
});

describe("a change of several batches", () => {
  const begin = stories();

  it("whose second one fails keeps the first in the state, and the next up sends the second alone", async () => {
    const before = [unlabeled(5), ofLabel(37, 2)];
    const after = [unlabeled(10), ofLabel(37, 8)];
    const story = await begin({
      program: configuration("a", "contacts/companies", before),
      portal: { labels: [champion] },
    });
    await story.up();
    story.sandbox.faults([{ match: { method: "POST" }, after: 1, fault: refusal }]);
    await story.program(configuration("a", "contacts/companies", after));
    const broken = await story.up();
    expect(broken.code).not.to.equal(0);
    expect(broken.told.requests).to.deep.equal([...reads, `${updated} 279=10`, `${updated} USER_DEFINED 37=8`]);
    expect(broken.output).to.match(
      /contacts\/companies: USER_DEFINED 37 to 8 was not applied; .*HubSpot says: The portal says no; .*correlationId c-1/,
    );
    expect((await story.resource("a")).outputs["limits"]).to.deep.equal([unlabeled(10), ofLabel(37, 2)]);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10, "contacts/companies USER_DEFINED 37": 2 });

    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${updated} USER_DEFINED 37=8`],
    });
    expect((await story.resource("a")).outputs["limits"]).to.deep.equal(after);
    expect((await story.up()).told).to.deep.equal(unchanged);
  });

  it("whose purge passes and whose update fails keeps what is true, and heals towards a changed program", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)]) });
    await story.up();
    story.sandbox.faults([{ match: { path: "batch/update" }, fault: refusal }]);
    await story.program(configuration("a", "contacts/companies", [unlabeled(7)]));
    const broken = await story.up();
    expect(broken.code).not.to.equal(0);
    expect(broken.told.requests).to.deep.equal([...reads, `${purged} 1`, `${updated} 279=7`]);
    expect((await story.resource("a")).outputs["limits"]).to.deep.equal([unlabeled(5)]);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });

    await story.program(configuration("a", "contacts/companies", [ofType(1, 2), unlabeled(8)]));
    expect((await story.up()).told.requests).to.deep.equal([...reads, `${updated} 1=2 279=8`]);
    expect(story.limits()).to.deep.equal({ "contacts/companies 1": 2, "contacts/companies 279": 8 });
    expect((await story.up()).told).to.deep.equal(unchanged);
  });

  it("of which nothing is applied is a plain error that changes no state", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5)]) });
    story.sandbox.faults([{ match: { method: "POST" }, times: 2, fault: refusal }]);
    const first = await story.up();
    expect(first.code).not.to.equal(0);
    expect(first.output).to.contain("The portal says no");
    expect(await story.resources()).to.deep.equal({});

    story.sandbox.faults([]);
    await story.up();
    const { inputs, outputs } = await story.resource("a");
    story.sandbox.faults([{ match: { method: "POST" }, fault: refusal }]);
    await story.program(configuration("a", "contacts/companies", [unlabeled(6)]));
    expect((await story.up()).code).not.to.equal(0);
    expect(await story.resource("a")).to.deep.include({ inputs, outputs });
    expect((await story.up()).told.requests).to.deep.equal([...reads, `${updated} 279=6`]);
  });
});

describe("one pair that HubSpot refuses", () => {
  const begin = stories();

  it("leaves the others done, and is all that the next up does", async () => {
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [unlabeled(5)]) +
        configuration("b", "companies/contacts", [unlabeled(6)]) +
        configuration("c", "deals/contacts", [unlabeled(7)]),
    });
    story.sandbox.faults([{ match: { method: "POST", path: "companies/contacts" }, fault: refusal }]);
    const broken = await story.up("--continue-on-error");
    expect(broken.code).not.to.equal(0);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "deals/contacts 3": 7 });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 1, unchanged: 3 },
      requests: [...reads, "POST companies/contacts/batch/update 280=6"],
    });
  });
});

describe("an answer that is lost", () => {
  const begin = stories();

  it("after the write took effect is asked for again, and the up comes through", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5)]) });
    story.sandbox.faults([{ match: { method: "POST" }, fault: "applied-then-reset" }]);
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: [...reads, `${updated} 279=5`, `${updated} 279=5`],
    });
    expect((await story.up()).told).to.deep.equal(unchanged);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });

  it("because HubSpot is still at work is read back until the limit shows", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5)]),
      switches: { batchStatus: "PENDING", readsBehind: 1 },
    });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: [...reads, `${updated} 279=5`, pair, pair],
    });
    expect((await story.resource("a")).outputs["results"]).to.deep.equal([
      { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
    ]);
    expect((await story.up()).told).to.deep.equal(unchanged);
  });
});
