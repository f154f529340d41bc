/** What a program says of a pair, and what `pulumi up` makes of it: created, left alone, changed, replaced. */
import { expect } from "chai";
import { configuration, ofLabel, ofType, unlabeled } from "./support/program";
import { standing, stories } from "./support/story";

const unchanged = { code: 0, summary: { unchanged: 2 }, requests: [] };
/** Where something is to be done: which portal this is, and all that stands there. */
const reads = ["GET account", "GET all"];
const [updated, purged] = ["batch/update", "batch/purge"].map((path) => `POST contacts/companies/${path}`);
const champion = { from: "contacts", to: "companies", typeId: 37, label: "Champion" };

describe("a pair's limits", () => {
  const begin = stories();

  it("are set by one batch, and what stood before is remembered", async () => {
    const story = await begin({
      program: configuration("a", "contact/0-2", [unlabeled(5), ofType(1, 1)]),
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
    });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: [...reads, `${updated} 1=1 279=5`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "contacts/companies 1": 1 });
    const { id, outputs } = await story.resource("a");
    expect(id).to.equal("contacts/companies");
    expect(outputs["previous"]).to.deep.equal([{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }]);
  });

  it("have all that HubSpot answered among their outputs", async () => {
    const story = await begin({ program: configuration("a", "contact/0-2", [unlabeled(5), ofType(1, 1)]) });
    const answer = {
      status: "COMPLETE",
      requestedAt: "2026-11-24T08:00:00.100Z",
      startedAt: "2026-11-24T08:00:00.200Z",
      completedAt: "2026-11-24T08:00:00.300Z",
      links: { audit: "https://app.hubspot.com/audit/111" },
    };
    const results = [
      { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 1 },
      { category: "HUBSPOT_DEFINED", typeId: 279, label: null, userEnforcedMaxToObjectIds: 5, new: true },
    ];
    story.sandbox.faults([{ match: { method: "POST" }, fault: { status: 200, body: { ...answer, results } } }]);
    await story.program(
      configuration("a", "contact/0-2", [unlabeled(5), ofType(1, 1)]).replace("new", "const a = new") +
        `Object.assign(exports, { id: a.id, fromObjectTypeId: a.fromObjectTypeId, toObjectTypeId: a.toObjectTypeId,
           portalId: a.portalId, status: a.status, completedAt: a.completedAt, results: a.results });`,
    );
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: [...reads, `${updated} 1=1 279=5`],
    });
    const { __provider, ...outputs } = (await story.resource("a")).outputs;
    const said = [
      { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
      { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 1 },
    ];
    expect(outputs).to.deep.equal({
      fromObjectType: "contacts",
      toObjectType: "companies",
      limits: [unlabeled(5), ofType(1, 1)],
      authoritative: false,
      onCreate: "adopt",
      onDelete: "restore",
      resolved: [
        { category: "HUBSPOT_DEFINED", typeId: 279 },
        { category: "HUBSPOT_DEFINED", typeId: 1 },
      ],
      results: said,
      others: [],
      previous: [],
      portalId: 111,
      fromObjectTypeId: "0-1",
      toObjectTypeId: "0-2",
      ...answer,
    });
    expect(__provider).to.equal(
      `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("AssociationConfiguration")`,
    );
    expect(await story.stack.outputs()).to.deep.equal({
      id: "contacts/companies",
      fromObjectTypeId: "0-1",
      toObjectTypeId: "0-2",
      portalId: 111,
      status: "COMPLETE",
      completedAt: answer.completedAt,
      results: said,
    });
  });

  it("cost no request at all where the program means the same as before, however it is written", async () => {
    const story = await begin({ program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)]) });
    await story.up();
    const ways = {
      "the same": configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)]),
      "ids of object types": configuration("a", "0-1/0-2", [unlabeled(5), ofType(1, 1)]),
      "singular and capitals": configuration("a", "Contact/COMPANIES", [unlabeled(5), ofType(1, 1)]),
      "another order of limits": configuration("a", "contacts/companies", [ofType(1, 1), unlabeled(5)]),
      "the unlabeled type by its id": configuration("a", "contacts/companies", [ofType(279, 5), ofType(1, 1)]),
      "defaults spelled out": configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)], {
        authoritative: false,
        onCreate: "adopt",
        onDelete: "restore",
      }),
    };
    const told: Record<string, unknown> = {};
    for (const [way, program] of Object.entries(ways)) {
      await story.program(program);
      told[way] = (await story.up("--expect-no-changes")).told;
    }
    expect(told).to.deep.equal(Object.fromEntries(Object.keys(ways).map((way) => [way, unchanged])));
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "contacts/companies 1": 1 });
  });

  it("change by one batch and two reads where one of three pairs changes", async () => {
    const program = (max: number): string =>
      configuration("a", "contacts/companies", [unlabeled(5)]) +
      configuration("b", "companies/contacts", [unlabeled(max)]) +
      configuration("c", "deals/contacts", [unlabeled(7)]);
    const story = await begin({ program: program(6) });
    await story.up();
    await story.program(program(8));
    expect((await story.preview()).told).to.deep.equal({
      code: 0,
      summary: { "to update": 1, unchanged: 3 },
      requests: [],
    });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 3 },
      requests: [...reads, "POST companies/contacts/batch/update 280=8"],
    });
    expect(story.limits()).to.deep.equal({
      "contacts/companies 279": 5,
      "companies/contacts 280": 8,
      "deals/contacts 3": 7,
    });
  });

  it("that the program drops go one by one: to no limit, or to the value that stood before", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1), ofLabel(37, 2)]),
      portal: { labels: [champion], limits: standing({ "contacts/companies USER_DEFINED 37": 4 }) },
    });
    await story.up();
    await story.program(configuration("a", "contacts/companies", [unlabeled(5), ofLabel(37, 2)]));
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${purged} 1`],
    });
    await story.program(configuration("a", "contacts/companies", [unlabeled(5)]));
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${updated} USER_DEFINED 37=4`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "contacts/companies USER_DEFINED 37": 4 });
    const { limits, previous } = (await story.resource("a")).outputs;
    expect({ limits, previous }).to.deep.equal({ limits: [unlabeled(5)], previous: [] });
    expect((await story.up()).told).to.deep.equal(unchanged);
  });

  it("of a label that the pair's new limit forbids to come back go to no limit, and come back on destroy", async () => {
    const before = { "contacts/companies 279": 10, "contacts/companies USER_DEFINED 37": 8 };
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofLabel(37, 2)]),
      portal: { labels: [champion], limits: standing(before) },
    });
    await story.up();
    await story.program(configuration("a", "contacts/companies", [unlabeled(5)]));
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${purged} USER_DEFINED 37`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    expect((await story.up()).told).to.deep.equal(unchanged);
    await story.destroy();
    expect(story.limits()).to.deep.equal(before);
  });

  it('that the program drops go to no limit with onDelete "purge", whatever stood before', async () => {
    const program = (...limits: Parameters<typeof configuration>[2]): string =>
      configuration("a", "contacts/companies", limits, { onDelete: "purge" });
    const story = await begin({
      program: program(unlabeled(5), ofType(1, 1)),
      portal: { limits: standing({ "contacts/companies 1": 4 }) },
    });
    await story.up();
    await story.program(program(unlabeled(5)));
    expect((await story.up()).told.requests).to.deep.equal([...reads, `${purged} 1`]);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });

  it("stay as they are in one element that is ignored, and follow the program in the others", async () => {
    const program = (first: number, second: number): string =>
      configuration("a", "contacts/companies", [unlabeled(first), ofType(1, second)], {
        options: `{ ignoreChanges: ["limits[1].maxToObjectIds"] }`,
      });
    const story = await begin({ program: program(5, 1) });
    await story.up();
    await story.program(program(7, 3));
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: [...reads, `${updated} 279=7`],
    });
    story.meanwhile({ "contacts/companies 1": 2 });
    await story.refresh();
    expect((await story.up()).told).to.deep.equal(unchanged);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 7, "contacts/companies 1": 2 });
  });

  it("move with a resource that is given another pair: set there, and put back here", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)]),
      portal: { limits: standing({ "contacts/companies 279": 10, "deals/contacts 3": 20 }) },
    });
    await story.up();
    await story.program(configuration("a", "deals/contacts", [unlabeled(7)]));
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to replace": 1, unchanged: 1 }, requests: reads });
    expect(preview.output).to.contain(
      `warning: deals/contacts: this changes what stands in the portal: HUBSPOT_DEFINED 3 ("Deal to contact") from 20 to 7`,
    );
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { replaced: 1, unchanged: 1 },
      requests: [...reads, "POST deals/contacts/batch/update 3=7", `${purged} 1`, `${updated} 279=10`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10, "deals/contacts 3": 7 });
    expect((await story.resource("a")).id).to.equal("deals/contacts");
    expect((await story.up()).told).to.deep.equal(unchanged);
  });

  it("that a preview cannot know yet pass it, and are set by the up", async () => {
    const program = (max: number): string =>
      `const a = ${configuration("a", "contacts/companies", [unlabeled(max)])}` +
      configuration("b", "companies/contacts", []).replace(
        '"limits":[]',
        "limits: [{ unlabeled: true, maxToObjectIds: a.portalId.apply((id) => id - 105) }]",
      );
    const story = await begin({ program: program(5) });
    expect((await story.preview()).told).to.deep.equal({ code: 0, summary: { "to create": 3 }, requests: reads });
    expect((await story.up()).told.code).to.equal(0);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "companies/contacts 280": 6 });
    await story.program(program(7));
    // Until a is updated, its portal counts as unknown: b may change, but is never replaced.
    expect((await story.preview()).told).to.deep.equal({
      code: 0,
      summary: { "to update": 2, unchanged: 1 },
      requests: [],
    });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 2 },
      requests: [...reads, `${updated} 279=7`],
    });
  });

  it("outside a --target wait for the next up", async () => {
    const program = (max: number): string =>
      configuration("a", "contacts/companies", [unlabeled(max)]) +
      configuration("b", "companies/contacts", [unlabeled(max)]);
    const story = await begin({ program: program(5) });
    await story.up();
    const { urn } = await story.resource("a");
    await story.program(program(6));
    expect((await story.up("--target", urn)).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 2 },
      requests: [...reads, `${updated} 279=6`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 6, "companies/contacts 280": 5 });
    expect((await story.up()).told.requests).to.deep.equal([...reads, "POST companies/contacts/batch/update 280=6"]);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 6, "companies/contacts 280": 6 });
  });
});
