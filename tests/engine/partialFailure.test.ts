/**
 * HubSpot applies a part of what was asked, or nothing: the state keeps what is true, and the next up heals it, whether
 * the program stays as it is, asks for less, or somebody refreshes and destroys first.
 */
import { expect } from "chai";
import { configuration, ofLabel, unlabeled } from "./support/program";
import type { Step, Story } from "./support/story";
import { chapters, failed, ok, standing } from "./support/story";

const refusal = {
  status: 400,
  body: { status: "error", message: "The portal says no", category: "VALIDATION_ERROR", correlationId: "c-1" },
};
const labels = [
  { from: "contacts", to: "deals", typeId: 41, label: "Champion", name: "champion_1" },
  { from: "deals", to: "contacts", typeId: 43, label: "Signatory", name: "champion_2" },
];
/** The label that portal 111 lacks at first. */
const missing = { from: "contacts", to: "companies", typeId: 37, label: "Champion", name: "champion_3" };

const [less, whole] = [[unlabeled(5)], [unlabeled(5), ofLabel(37, 2)]];

const first =
  configuration("several", "contacts/deals", [unlabeled(5), ofLabel(41, 2)]) +
  configuration("purging", "deals/contacts", [unlabeled(5), ofLabel(43, 1)]) +
  configuration("nothing", "deals/line_items", [unlabeled(5)]) +
  configuration("lost", "tickets/deals", [unlabeled(5)]);

const program = (part: typeof whole, purging = [unlabeled(7)]): string =>
  configuration("part", "contacts/companies", part) +
  configuration("several", "contacts/deals", [unlabeled(10), ofLabel(41, 8)]) +
  configuration("purging", "deals/contacts", purging) +
  configuration("nothing", "deals/line_items", [unlabeled(6)]) +
  configuration("refused", "deals/tickets", [unlabeled(6)]) +
  configuration("lost", "tickets/deals", [unlabeled(5)]);

/** What is asked about one pair, in its order. */
const on = (pair: string, { told }: Step): ReadonlyArray<string> =>
  told.requests.flatMap((request) =>
    request.includes(` ${pair}`) ? [request.replace(` ${pair}`, "").replace(/\/batch\//, " ")] : [],
  );

const writes = ({ told }: Step): ReadonlyArray<string> =>
  told.requests.filter((request) => !request.startsWith("GET")).sort();

describe("batches of which HubSpot applies a part, or nothing", () => {
  const begin = chapters();
  let story: Story;
  let backToTheFailure: () => Promise<void>;
  before(async () => {
    story = await begin({
      program: first,
      portal: { labels, limits: standing({ "contacts/companies 279": 10 }) },
      switches: { mixedBatch: "applyValid" },
      // The look of a preview would find the missing label before anything is sent.
      config: { "hubspot:previewChecks": "false" },
    });
  });

  it("come through where the answer alone was lost", async () => {
    story.sandbox.faults([{ match: { method: "POST", path: "tickets/deals" }, fault: "applied-then-reset" }]);
    const up = await ok(story.up());
    expect(on("tickets/deals", up)).to.deep.equal(["POST update 28=5", "POST update 28=5"]);
    expect((await story.resource("lost")).outputs["limits"]).to.deep.equal([unlabeled(5)]);
  });

  it("keep that part in the state, give a reason for the other, and leave the other resources done", async () => {
    story.sandbox.faults([
      { match: { path: "contacts/deals/batch" }, after: 1, fault: refusal },
      { match: { path: "deals/contacts/batch/update" }, fault: refusal },
      { match: { path: "deals/line_items/batch" }, fault: refusal },
      { match: { path: "deals/tickets/batch" }, fault: refusal },
    ]);
    const before = await story.resources();
    await story.program(program(whole));
    const broken = await failed(story.up("--continue-on-error"));
    expect({
      part: on("contacts/companies", broken),
      several: on("contacts/deals", broken),
      purging: on("deals/contacts", broken),
      nothing: on("deals/line_items", broken),
      refused: on("deals/tickets", broken),
      lost: on("tickets/deals", broken),
    }).to.deep.equal({
      part: ["POST update 279=5 USER_DEFINED 37=2", "GET"],
      several: ["POST update 4=10", "POST update USER_DEFINED 41=8"],
      purging: ["POST purge USER_DEFINED 43", "POST update 3=7"],
      nothing: ["POST update 19=6"],
      refused: ["POST update 27=6"],
      lost: [],
    });
    expect(broken.output).to.match(
      /contacts\/companies: USER_DEFINED 37 to 2 was refused by HubSpot: \d-37 is not a valid association type between CONTACT and COMPANY/,
    );
    expect(broken.output).to.match(
      /contacts\/deals: USER_DEFINED 41 to 8 was not applied; .*HubSpot says: The portal says no; .*correlationId c-1/,
    );
    const { part, several, purging, nothing, refused } = await story.resources();
    expect([part?.initErrors?.length, part?.outputs["limits"], part?.outputs["previous"]]).to.deep.equal([
      1,
      [unlabeled(5)],
      [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
    ]);
    expect([several?.outputs["limits"], purging?.outputs["limits"], refused]).to.deep.equal([
      [unlabeled(10), ofLabel(41, 2)],
      [unlabeled(5)],
      undefined,
    ]);
    expect([nothing?.inputs, nothing?.outputs]).to.deep.equal([before["nothing"]?.inputs, before["nothing"]?.outputs]);
    expect(story.limits()).to.deep.equal({
      "contacts/companies 279": 5,
      "contacts/deals 4": 10,
      "contacts/deals USER_DEFINED 41": 2,
      "deals/contacts 3": 5,
      "deals/line_items 19": 5,
      "tickets/deals 28": 5,
    });
    backToTheFailure = await story.bookmark();
  });

  it("are healed by the next up, which sends what is missing alone, and what stood before is not forgotten", async () => {
    // Somebody makes the label, and the same program runs again.
    story.relabel({ champion_3: missing });
    const up = await ok(story.up());
    expect(writes(up)).to.deep.equal(
      [
        "POST contacts/companies/batch/update USER_DEFINED 37=2",
        "POST contacts/deals/batch/update USER_DEFINED 41=8",
        "POST deals/contacts/batch/update 3=7",
        "POST deals/line_items/batch/update 19=6",
        "POST deals/tickets/batch/update 27=6",
      ].sort(),
    );
    expect((await story.resource("part")).initErrors ?? []).to.deep.equal([]);
    expect((await story.up("--expect-no-changes")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 7 },
      requests: [],
    });
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10 });
  });

  it("are healed by a program that asks for something else, which sends what that needs and no more", async () => {
    await backToTheFailure();
    await story.program(program(less, [ofLabel(43, 2), unlabeled(8)]));
    const up = await ok(story.up());
    expect(writes(up)).to.deep.equal(
      [
        "POST contacts/deals/batch/update USER_DEFINED 41=8",
        "POST deals/contacts/batch/update 3=8 USER_DEFINED 43=2",
        "POST deals/line_items/batch/update 19=6",
        "POST deals/tickets/batch/update 27=6",
      ].sort(),
    );
    expect((await story.resource("part")).outputs["limits"]).to.deep.equal(less);
  });

  it("may be refreshed and destroyed as they are", async () => {
    await backToTheFailure();
    const refresh = await ok(story.refresh());
    expect(writes(refresh)).to.deep.equal([]);
    const { inputs, outputs } = await story.resource("part");
    expect([inputs["limits"], outputs["limits"]]).to.deep.equal([less, less]);
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10 });
  });
});
