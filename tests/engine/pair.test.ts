/**
 * The limits of pairs through the life of a stack: each resource stands for one thing that may happen to a pair, and all
 * of them go through every command together, with as few requests as can be.
 */
import { expect } from "chai";
import { diagnostics } from "./support/diagnostics";
import { configuration, ofLabel, ofType, unlabeled } from "./support/program";
import type { Step, Story } from "./support/story";
import { chapters, ok, standing, tally } from "./support/story";

/** Portal 111 has a label "Champion" on each of these pairs, with this id. */
const champions = {
  "contacts/deals": 41,
  "companies/contacts": 43,
  "contacts/tickets": 45,
  "tickets/contacts": 47,
  "tickets/deals": 49,
  "quotes/deals": 51,
  "quotes/line_items": 53,
  "line_items/quotes": 55,
  "contacts/quotes": 57,
  "quotes/companies": 59,
};

const labels = Object.entries(champions).map(([pair, typeId]) => {
  const [from = "", to = ""] = pair.split("/");
  return { from, to, typeId, inverseTypeId: typeId + 100, label: "Champion", name: `champion_${typeId}` };
});

/** What stands before the stack is there. */
const found: Readonly<Record<string, number>> = {
  "contacts/companies 279": 10,
  "contacts/deals USER_DEFINED 41": 4,
  "companies/contacts 280": 10,
  "companies/contacts USER_DEFINED 43": 8,
  "contacts/tickets USER_DEFINED 45": 4,
  "deals/line_items 19": 10,
  "line_items/deals 20": 20,
  "deals/tickets 27": 10,
  "tickets/deals USER_DEFINED 49": 4,
  "deals/quotes 63": 10,
  "quotes/deals 64": 10,
  "quotes/deals USER_DEFINED 51": 3,
  "quotes/line_items USER_DEFINED 53": 3,
  "line_items/quotes 68": 10,
  "line_items/quotes USER_DEFINED 55": 3,
  "contacts/quotes 70": 10,
  "contacts/quotes USER_DEFINED 57": 3,
  "quotes/contacts 69": 5,
  "quotes/companies 71": 10,
  "quotes/companies USER_DEFINED 59": 3,
  // Nobody declares these.
  "companies/quotes USER_DEFINED 159": 2,
  "invoices/deals 175": 7,
};

const ignoring = { options: `{ ignoreChanges: ["limits[1].maxToObjectIds"] }` };

/** What never changes but by others. */
const steady = (): string =>
  configuration("whole", "contacts/companies", [unlabeled(5), ofType(1, 1)]).replace("new", "const whole = new") +
  configuration("confirmed", "quotes/contacts", [unlabeled(5)], { onCreate: "fail" }) +
  configuration("speaking", "quotes/deals", [unlabeled(5)], { authoritative: true }) +
  configuration("empty", "contacts/quotes", [], { authoritative: true }) +
  configuration("purgingAll", "quotes/companies", [unlabeled(5)], { authoritative: true, onDelete: "purge" }) +
  // Not known before the resource is there that it depends on.
  configuration("derived", "companies/quotes", []).replace(
    '"limits":[]',
    "limits: [{ unlabeled: true, maxToObjectIds: whole.portalId.apply((id) => id - 105) }]",
  ) +
  `Object.assign(exports, { id: whole.id, fromObjectTypeId: whole.fromObjectTypeId, toObjectTypeId: whole.toObjectTypeId,
     portalId: whole.portalId, status: whole.status, results: whole.results });\n`;

const first =
  steady() +
  configuration("number", "deals/contacts", [unlabeled(6)]) +
  configuration("dropping", "contacts/deals", [unlabeled(5), ofLabel(41, 2)]) +
  configuration("forbidding", "companies/contacts", [unlabeled(5), ofLabel(43, 2)]) +
  configuration("purging", "contacts/tickets", [unlabeled(5), ofLabel(45, 1)], { onDelete: "purge" }) +
  configuration("ignoring", "tickets/contacts", [unlabeled(5), ofLabel(47, 1)], ignoring) +
  configuration("moving", "deals/line_items", [unlabeled(5)]) +
  configuration("leaving", "deals/tickets", [unlabeled(5)]) +
  configuration("beginning", "tickets/deals", [unlabeled(5)]) +
  configuration("switching", "deals/quotes", [unlabeled(5)]) +
  configuration("speakingLater", "quotes/line_items", [unlabeled(5)]) +
  configuration("silent", "line_items/quotes", [unlabeled(5)], { authoritative: true });

/** The same in other words. */
const respelled =
  configuration("whole", "Contact/0-2", [ofType(1, 1), ofType(279, 5)], {
    authoritative: false,
    onCreate: "adopt",
    onDelete: "restore",
  }).replace("new", "const whole = new") +
  first
    .slice(first.indexOf("\n") + 1)
    .replaceAll('"deals"', '"DEAL"')
    .replaceAll('"line_items"', '"0-8"')
    .replaceAll('"unlabeled":true,"maxToObjectIds":6', '"category":"HUBSPOT_DEFINED","typeId":3,"maxToObjectIds":6');

const second =
  steady() +
  configuration("number", "deals/contacts", [unlabeled(8)]) +
  configuration("dropping", "contacts/deals", [unlabeled(5)]) +
  configuration("forbidding", "companies/contacts", [unlabeled(5)]) +
  configuration("purging", "contacts/tickets", [unlabeled(5)], { onDelete: "purge" }) +
  configuration("ignoring", "tickets/contacts", [unlabeled(7), ofLabel(47, 3)], ignoring) +
  configuration("moving", "line_items/deals", [unlabeled(7)]) +
  configuration("beginning", "tickets/deals", [unlabeled(5), ofLabel(49, 2)]) +
  configuration("switching", "deals/quotes", [unlabeled(5)], { onDelete: "purge" }) +
  configuration("speakingLater", "quotes/line_items", [unlabeled(5)], { authoritative: true }) +
  configuration("silent", "line_items/quotes", [unlabeled(5)]);

/** What stands when the second program has been brought about. */
const afterSecond: Readonly<Record<string, number>> = {
  "contacts/companies 279": 5,
  "contacts/companies 1": 1,
  "quotes/contacts 69": 5,
  "quotes/deals 64": 5,
  "quotes/companies 71": 5,
  "companies/quotes 72": 6,
  "companies/quotes USER_DEFINED 159": 2,
  "invoices/deals 175": 7,
  "deals/contacts 3": 8,
  "contacts/deals 4": 5,
  "contacts/deals USER_DEFINED 41": 4,
  "companies/contacts 280": 5,
  "contacts/tickets 15": 5,
  "tickets/contacts 16": 7,
  "tickets/contacts USER_DEFINED 47": 1,
  "line_items/deals 20": 7,
  "deals/line_items 19": 10,
  "deals/tickets 27": 10,
  "tickets/deals 28": 5,
  "tickets/deals USER_DEFINED 49": 2,
  "deals/quotes 63": 5,
  "quotes/line_items 67": 5,
  "line_items/quotes 68": 5,
};

const warnings = ({ output }: Step): ReadonlyArray<string> =>
  diagnostics(output)
    .filter((line) => line.startsWith("warning: "))
    .map((line) => line.replace("warning: ", ""))
    .sort();

const writes = ({ told }: Step): ReadonlyArray<string> =>
  told.requests.filter((request) => !request.startsWith("GET")).sort();

/** What is sent for one pair, in its order. */
const on = (pair: string, { told }: Step): ReadonlyArray<string> =>
  told.requests.filter((request) => request.startsWith("POST") && request.includes(` ${pair}/`));

const changes = "this changes what stands in the portal:";

describe("the limits of seventeen pairs", () => {
  const begin = chapters();
  let story: Story;
  before(async () => {
    story = await begin({ program: first, portal: { labels, limits: standing(found) } });
  });

  it("are previewed with what stands in the portal and would change, by one look at all of them", async () => {
    const preview = await ok(story.preview());
    expect(preview.told.summary).to.deep.equal({ "to create": 18 });
    expect(tally(preview.told.requests)).to.deep.equal({
      "GET account": 1,
      "GET all": 1,
      // One for each authoritative pair, and one for each pair whose own types are named by their ids.
      "GET pair": 4,
      "GET pair/labels": 4,
    });
    expect(warnings(preview)).to.deep.equal(
      [
        `companies/contacts: ${changes} HUBSPOT_DEFINED 280 ("Company to contact") from 10 to 5`,
        `companies/contacts: ${changes} USER_DEFINED 43 ("Champion") from 8 to 2`,
        `contacts/companies: ${changes} HUBSPOT_DEFINED 279 ("Contact to company") from 10 to 5`,
        `contacts/deals: ${changes} USER_DEFINED 41 ("Champion") from 4 to 2`,
        `contacts/quotes: ${changes} HUBSPOT_DEFINED 70 ("Contact to quote") from 10 to no limit`,
        `contacts/quotes: ${changes} USER_DEFINED 57 ("Champion") from 3 to no limit`,
        `contacts/tickets: ${changes} USER_DEFINED 45 ("Champion") from 4 to 1`,
        `deals/line_items: ${changes} HUBSPOT_DEFINED 19 ("Deal to line item") from 10 to 5`,
        `deals/quotes: ${changes} HUBSPOT_DEFINED 63 ("Deal to quote") from 10 to 5`,
        `deals/tickets: ${changes} HUBSPOT_DEFINED 27 ("Deal to ticket") from 10 to 5`,
        `line_items/quotes: ${changes} HUBSPOT_DEFINED 68 ("Line item to quote") from 10 to 5`,
        `line_items/quotes: ${changes} USER_DEFINED 55 ("Champion") from 3 to no limit`,
        `quotes/companies: ${changes} HUBSPOT_DEFINED 71 ("Quote to company") from 10 to 5`,
        `quotes/companies: ${changes} USER_DEFINED 59 ("Champion") from 3 to no limit`,
        `quotes/deals: ${changes} HUBSPOT_DEFINED 64 ("Quote to deal") from 10 to 5`,
        `quotes/deals: ${changes} USER_DEFINED 51 ("Champion") from 3 to no limit`,
      ].sort(),
    );
    expect(preview.output).to.match(/^ \+ {2}pulumi:pulumi:Stack engine-dev create 16 warnings$/m);
    expect(story.limits()).to.deep.equal(found);
  });

  it("are set by one batch for each pair, after one that takes strays away, and what stood is remembered", async () => {
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ created: 18 });
    expect(tally(up.told.requests)).to.deep.equal({
      "GET account": 1,
      "GET all": 1,
      "GET pair": 4,
      "GET pair/labels": 4,
      "POST pair/batch/purge": 4,
      // One of the sixteen in two parts: a label's limit falls before the pair's own, which would be below it.
      "POST pair/batch/update": 17,
    });
    expect([on("contacts/companies", up), on("quotes/deals", up), on("contacts/quotes", up)]).to.deep.equal([
      ["POST contacts/companies/batch/update 1=1 279=5"],
      ["POST quotes/deals/batch/purge USER_DEFINED 51", "POST quotes/deals/batch/update 64=5"],
      ["POST contacts/quotes/batch/purge 70 USER_DEFINED 57"],
    ]);
    // HubSpot confirms what was there before as well.
    expect(on("quotes/contacts", up)).to.deep.equal(["POST quotes/contacts/batch/update 69=5"]);
    expect(story.limits()).to.deep.include({ "contacts/companies 279": 5, "companies/quotes 72": 6 });
    const { whole, speaking } = await story.resources();
    expect([whole?.id, whole?.outputs["previous"]]).to.deep.equal([
      "contacts/companies",
      [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
    ]);
    expect([speaking?.outputs["others"], speaking?.outputs["previous"]]).to.deep.equal([
      [],
      [
        { category: "HUBSPOT_DEFINED", typeId: 64, maxToObjectIds: 10 },
        { category: "USER_DEFINED", typeId: 51, maxToObjectIds: 3 },
      ],
    ]);
  });

  it("have all that HubSpot answered among their outputs, and the constant text of the provider", async () => {
    const { inputs, outputs } = await story.resource("whole");
    const { __provider, __home, requestedAt, startedAt, completedAt, ...said } = outputs;
    const results = [
      { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
      { category: "HUBSPOT_DEFINED", typeId: 1, userEnforcedMaxToObjectIds: 1 },
    ];
    expect(said).to.deep.equal({
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
      results,
      others: [],
      previous: [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
      portalId: 111,
      fromObjectTypeId: "0-1",
      toObjectTypeId: "0-2",
      status: "COMPLETE",
    });
    for (const time of [requestedAt, startedAt, completedAt]) expect(time).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    // Nobody sees it: Pulumi shows no property whose name begins so.
    expect(inputs["__home"]).to.deep.equal(__home);
    const text = `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("AssociationConfiguration")`;
    expect([inputs["__provider"], __provider]).to.deep.equal([text, text]);
    expect(await story.outputs()).to.deep.equal({
      id: "contacts/companies",
      fromObjectTypeId: "0-1",
      toObjectTypeId: "0-2",
      portalId: 111,
      status: "COMPLETE",
      results,
    });
  });

  it("cost no request at all where the program means the same as before, however it is written", async () => {
    await story.program(respelled);
    expect((await story.up("--expect-no-changes")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 18 },
      requests: [],
    });
  });

  it("that change, move, leave or begin are previewed, with what that overwrites", async () => {
    await story.program(second);
    const preview = await ok(story.preview());
    expect(preview.told.summary).to.deep.equal({
      "to update": 9,
      "to replace": 1,
      "to delete": 1,
      changes: 11,
    });
    // One pair becomes authoritative, and one limit on a label is new.
    expect(tally(preview.told.requests)).to.deep.equal({
      "GET account": 1,
      "GET all": 1,
      "GET pair": 1,
      "GET pair/labels": 1,
    });
    expect(warnings(preview)).to.deep.equal([
      `line_items/deals: ${changes} HUBSPOT_DEFINED 20 ("Line item to deal") from 20 to 7`,
      `quotes/line_items: ${changes} USER_DEFINED 53 ("Champion") from 3 to no limit`,
      `tickets/deals: ${changes} USER_DEFINED 49 ("Champion") from 4 to 2`,
    ]);
  });

  it("become what the program says by the batches that this takes, and go back to what stood where they left", async () => {
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ updated: 9, replaced: 1, deleted: 1, changes: 11 });
    expect(tally(up.told.requests.filter((request) => request.startsWith("GET")))).to.deep.equal({
      "GET account": 1,
      "GET all": 1,
      "GET pair": 1,
      "GET pair/labels": 1,
    });
    const set = up.told.requests.indexOf("POST line_items/deals/batch/update 20=7");
    const putBack = up.told.requests.indexOf("POST deals/line_items/batch/update 19=10");
    expect(set, "what moves is set there before it is put back here").to.be.within(0, putBack);
    expect(writes(up)).to.deep.equal(
      [
        "POST deals/contacts/batch/update 3=8",
        // What stood before comes back,
        "POST contacts/deals/batch/update USER_DEFINED 41=4",
        // but not above the pair's own limit, nor with onDelete "purge".
        "POST companies/contacts/batch/purge USER_DEFINED 43",
        "POST contacts/tickets/batch/purge USER_DEFINED 45",
        "POST tickets/contacts/batch/update 16=7",
        "POST line_items/deals/batch/update 20=7",
        "POST deals/line_items/batch/update 19=10",
        "POST deals/tickets/batch/update 27=10",
        "POST tickets/deals/batch/update USER_DEFINED 49=2",
        "POST quotes/line_items/batch/purge USER_DEFINED 53",
      ].sort(),
    );
    expect(story.limits()).to.deep.equal(afterSecond);
    expect((await story.resource("moving")).id).to.equal("line_items/deals");
    expect((await story.resource("dropping")).outputs).to.deep.include({ limits: [unlabeled(5)], previous: [] });
  });

  it("that others change are seen by a refresh, and the state of the rest stays as it is", async () => {
    const earlier = await story.resources();
    story.meanwhile({
      "contacts/companies 279": 50,
      "contacts/companies 1": undefined,
      "deals/contacts 3": undefined,
      "tickets/contacts USER_DEFINED 47": 2,
      "quotes/deals USER_DEFINED 51": 4,
      "contacts/quotes 70": 7,
      "line_items/quotes USER_DEFINED 55": 4,
      "contacts/deals 4": 6,
    });
    const refresh = await ok(story.refresh());
    expect(refresh.told.summary).to.deep.equal({ updated: 5, deleted: 1, changes: 6 });
    expect(tally(refresh.told.requests)).to.deep.equal({ "GET account": 1, "GET all": 1, "GET pair": 4 });
    const now = await story.resources();
    const same = Object.keys(now).filter(
      (name) => JSON.stringify(now[name]?.outputs) === JSON.stringify(earlier[name]?.outputs),
    );
    expect(same.sort()).to.deep.equal([
      "beginning",
      "confirmed",
      "derived",
      "forbidding",
      "moving",
      "purging",
      "purgingAll",
      "silent",
      "speakingLater",
      "switching",
    ]);
    const { limits, resolved, results, others, previous } = now["whole"]?.outputs ?? {};
    expect({ limits, resolved, results, others, previous, inputs: now["whole"]?.inputs["limits"] }).to.deep.equal({
      limits: [unlabeled(50)],
      resolved: [{ category: "HUBSPOT_DEFINED", typeId: 279 }],
      results: [{ category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 50 }],
      others: [],
      previous: [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
      inputs: [unlabeled(50)],
    });
    // What nobody declares on an authoritative pair.
    expect(now["speaking"]?.outputs["others"]).to.deep.equal([
      { category: "USER_DEFINED", typeId: 51, label: "Champion", userEnforcedMaxToObjectIds: 4 },
    ]);
  });

  it("that others have changed are put right by the next up, and stated again where somebody has done so by hand", async () => {
    // The state has another number, and a read may lag: only a batch makes it certain.
    story.meanwhile({ "contacts/deals 4": 5 });
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ created: 1, updated: 4, changes: 5 });
    expect(writes(up)).to.deep.equal([
      "POST contacts/companies/batch/update 1=1 279=5",
      "POST contacts/deals/batch/update 4=5",
      "POST contacts/quotes/batch/purge 70",
      "POST deals/contacts/batch/update 3=8",
      "POST quotes/deals/batch/purge USER_DEFINED 51",
    ]);
    expect(story.limits()).to.deep.equal({
      ...afterSecond,
      // Ignored by the program, and of a pair that is no longer authoritative.
      "tickets/contacts USER_DEFINED 47": 2,
      "line_items/quotes USER_DEFINED 55": 4,
    });
  });

  it("outside a --target wait for the next up, which finds out with --refresh what others have changed", async () => {
    await story.program(
      second
        .replace(
          '"deals","toObjectType":"contacts","limits":[{"unlabeled":true,"maxToObjectIds":8',
          '"deals","toObjectType":"contacts","limits":[{"unlabeled":true,"maxToObjectIds":9',
        )
        .replace(
          '"toObjectType":"deals","limits":[{"unlabeled":true,"maxToObjectIds":7',
          '"toObjectType":"deals","limits":[{"unlabeled":true,"maxToObjectIds":6',
        ),
    );
    const { urn } = await story.resource("number");
    expect((await story.up("--target", urn)).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 16 },
      requests: ["GET account", "GET all", "POST deals/contacts/batch/update 3=9"],
    });
    story.meanwhile({ "contacts/companies 279": 50 });
    const up = await ok(story.up("--refresh"));
    expect(writes(up)).to.deep.equal([
      "POST contacts/companies/batch/update 279=5",
      "POST line_items/deals/batch/update 20=6",
    ]);
    expect((await story.up("--expect-no-changes")).told.requests).to.deep.equal([]);
  });

  it("are left as they were found by a destroy, but for what onDelete purges and what others have set since", async () => {
    // The portal has lost a label in the meantime, and has one limit as it was found already.
    story.relabel({ champion_49: undefined });
    story.meanwhile({ "contacts/companies 279": 10, "contacts/companies 1": undefined });
    const destroy = await ok(story.destroy());
    expect(destroy.told.summary).to.deep.equal({ deleted: 17 });
    // What is ours to remove is sent whatever a read shows.
    expect(on("contacts/companies", destroy)).to.deep.equal([
      "POST contacts/companies/batch/purge 1",
      "POST contacts/companies/batch/update 279=10",
    ]);
    // The object limit rises before the label's, which would be above it.
    expect(on("companies/contacts", destroy)).to.deep.equal([
      "POST companies/contacts/batch/update 280=10",
      "POST companies/contacts/batch/update USER_DEFINED 43=8",
    ]);
    expect(await story.stack.resources()).to.deep.equal([]);
    const {
      // By onDelete "purge".
      "contacts/tickets USER_DEFINED 45": _purged,
      "deals/quotes 63": _switched,
      "quotes/companies 71": _own,
      "quotes/companies USER_DEFINED 59": _stray,
      // Its label is gone.
      "tickets/deals USER_DEFINED 49": _label,
      ...others
    } = found;
    // Somebody has set this one since, on a pair that was no longer authoritative.
    expect(story.limits()).to.deep.equal({ ...others, "line_items/quotes USER_DEFINED 55": 4 });
  });
});
