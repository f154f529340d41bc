/** A pair for which one resource speaks: what nobody declares there goes, is told before, and comes back on destroy. */
import { expect } from "chai";
import { configuration, ofType, unlabeled } from "./support/program";
import { standing, stories } from "./support/story";

const reads = ["GET account", "GET contacts/companies"];
const [updated, purged] = ["batch/update", "batch/purge"].map((path) => `POST contacts/companies/${path}`);
const unchanged = { code: 0, summary: { unchanged: 2 }, requests: [] };
const labels = [{ from: "contacts", to: "companies", typeId: 37, label: "Champion" }];
const declared = (authoritative: boolean, limits = [unlabeled(5)]): string =>
  configuration("a", "contacts/companies", limits, { authoritative });

describe("an authoritative pair", () => {
  const begin = stories();

  it("loses its strays on up, which the preview tells, and has them again on destroy", async () => {
    const before = {
      "contacts/companies 279": 10,
      "contacts/companies 1": 3,
      "contacts/companies USER_DEFINED 37": 2,
      "companies/contacts 280": 4,
    };
    const story = await begin({ program: declared(true), portal: { labels, limits: standing(before) } });
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to create": 2 }, requests: reads });
    for (const change of [
      `HUBSPOT_DEFINED 279 ("Contact to company") from 10 to 5`,
      `HUBSPOT_DEFINED 1 ("Primary") from 3 to no limit`,
      `USER_DEFINED 37 ("Champion") from 2 to no limit`,
    ])
      expect(preview.output).to.contain(
        `warning: contacts/companies: this changes what stands in the portal: ${change}`,
      );
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: [...reads, `${purged} 1 USER_DEFINED 37`, `${updated} 279=5`],
    });
    expect(story.limits()).to.deep.equal({ "companies/contacts 280": 4, "contacts/companies 279": 5 });
    const { others, previous } = (await story.resource("a")).outputs;
    expect({ others, previous }).to.deep.equal({
      others: [],
      previous: [
        { category: "HUBSPOT_DEFINED", typeId: 1, maxToObjectIds: 3 },
        { category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 },
        { category: "USER_DEFINED", typeId: 37, maxToObjectIds: 2 },
      ],
    });
    expect((await story.up("--expect-no-changes")).told).to.deep.equal(unchanged);
    expect((await story.destroy()).code).to.equal(0);
    expect(story.limits()).to.deep.equal(before);
  });

  it("shows a limit that a colleague adds in others, and the next up, which preview announces, takes it away", async () => {
    const story = await begin({ program: declared(true) });
    await story.up();
    story.meanwhile({ "contacts/companies 1": 3 });
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: reads,
    });
    const { limits, others, previous } = (await story.resource("a")).outputs;
    expect({ limits, others, previous }).to.deep.equal({
      limits: [unlabeled(5)],
      others: [{ category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 3 }],
      previous: [],
    });
    expect((await story.preview()).told.summary).to.deep.equal({ "to update": 1, unchanged: 1 });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${purged} 1`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    expect((await story.resource("a")).outputs["others"]).to.deep.equal([]);
    expect((await story.up()).told).to.deep.equal(unchanged);
    await story.destroy();
    expect(story.limits()).to.deep.equal({});
  });

  it("may be switched on and off: on takes the strays away, off leaves the pair to others", async () => {
    const story = await begin({
      program: declared(false),
      portal: { limits: standing({ "contacts/companies 1": 3 }) },
    });
    await story.up();
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "contacts/companies 1": 3 });
    await story.program(declared(true));
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to update": 1, unchanged: 1 }, requests: reads });
    expect(preview.output).to.contain(
      `warning: contacts/companies: this changes what stands in the portal: HUBSPOT_DEFINED 1 ("Primary") from 3 to no limit`,
    );
    expect((await story.up()).told.requests).to.deep.equal([...reads, `${purged} 1`]);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });

    await story.program(declared(false));
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: ["GET account", "GET all"],
    });
    story.meanwhile({ "contacts/companies 1": 4 });
    expect((await story.refresh()).told.summary).to.deep.equal({ unchanged: 2 });
    expect((await story.up()).told).to.deep.equal(unchanged);
    await story.destroy();
    expect(story.limits(), "what a colleague has set since is theirs").to.deep.equal({ "contacts/companies 1": 4 });
  });

  it("that no longer is one brings the strays of old back on destroy, where nobody has set another since", async () => {
    const before = { "contacts/companies 279": 10, "contacts/companies 1": 3 };
    const story = await begin({ program: declared(true), portal: { limits: standing(before) } });
    await story.up();
    await story.program(declared(false));
    await story.up();
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    await story.destroy();
    expect(story.limits()).to.deep.equal(before);
  });

  it("without limits of its own has none at all, and stays in the state", async () => {
    const before = { "contacts/companies 279": 10, "contacts/companies 1": 3 };
    const story = await begin({ program: declared(true, []), portal: { limits: standing(before) } });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: [...reads, `${purged} 1 279`],
    });
    expect(story.limits()).to.deep.equal({});
    expect((await story.refresh()).told.summary).to.deep.equal({ unchanged: 2 });
    expect((await story.up()).told).to.deep.equal(unchanged);
    story.meanwhile({ "contacts/companies 279": 7 });
    await story.refresh();
    expect((await story.up()).told.requests).to.deep.equal([...reads, `${purged} 279`]);
    await story.destroy();
    expect(story.limits()).to.deep.equal(before);
  });

  it("drops a limit of its own to nothing, also where one stood before", async () => {
    const story = await begin({
      program: declared(true, [unlabeled(5), ofType(1, 1)]),
      portal: { limits: standing({ "contacts/companies 1": 3 }) },
    });
    await story.up();
    await story.program(declared(true));
    expect((await story.up()).told.requests).to.deep.equal([...reads, `${purged} 1`]);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    await story.destroy();
    expect(story.limits()).to.deep.equal({ "contacts/companies 1": 3 });
  });

  it('with onDelete "purge" leaves no limit behind, strays included', async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5)], { authoritative: true, onDelete: "purge" }),
      portal: { limits: standing({ "contacts/companies 279": 10, "contacts/companies 1": 3 }) },
    });
    await story.up();
    await story.destroy();
    expect(story.limits()).to.deep.equal({});
  });
});
