/** Labels and their limits in one program: made together from nothing, changed together, and destroyed in order. */
import { expect } from "chai";
import { configuration, decisionMaker, label, ofOutput, ofText, sponsor } from "./support/program";
import { ok, stories } from "./support/story";

const sorted = (requests: ReadonlyArray<string>): ReadonlyArray<string> => [...requests].sort();

describe("a label and its limits", () => {
  const begin = stories();

  it("in both directions, by its ids, live together: made, changed, deleted by others, made anew, destroyed", async () => {
    const program = (text: string, max: number): string =>
      label("decided", { ...decisionMaker, label: text }) +
      configuration("there", "contacts/companies", [ofOutput("decided.typeId", max)]) +
      configuration("back", "companies/contacts", [ofOutput("decided.inverseTypeId", 1)]);
    const story = await begin({ program: program("Decision maker", 2), portal: { nextTypeId: 50 } });
    const up = await ok(story.up());
    expect(sorted(up.told.requests)).to.deep.equal([
      "GET account",
      "GET all",
      // The other direction is limited by the id of a label there, which is looked for.
      "GET companies/contacts/labels",
      "GET contacts/companies/labels",
      "POST companies/contacts/batch/update USER_DEFINED 51=1",
      "POST contacts/companies/batch/update USER_DEFINED 50=2",
      "POST contacts/companies/labels decision_maker",
    ]);
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decision maker | 51 Decided by"]);
    expect(story.limits()).to.deep.equal({
      "contacts/companies USER_DEFINED 50": 2,
      "companies/contacts USER_DEFINED 51": 1,
    });
    expect((await story.up()).told).to.deep.equal({ code: 0, summary: { unchanged: 4 }, requests: [] });

    await story.program(program("Decider", 3));
    const change = await ok(story.up());
    expect(change.told).to.deep.equal({
      code: 0,
      summary: { updated: 2, unchanged: 2 },
      requests: [
        "GET account",
        "PUT contacts/companies/labels 50",
        "GET all",
        "POST contacts/companies/batch/update USER_DEFINED 50=3",
      ],
    });
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decider | 51 Decided by"]);
    expect(story.limits()).to.deep.equal({
      "contacts/companies USER_DEFINED 50": 3,
      "companies/contacts USER_DEFINED 51": 1,
    });

    story.relabel({ decision_maker: undefined });
    expect(story.limits()).to.deep.equal({});
    const refresh = await ok(story.refresh());
    expect(refresh.told.summary).to.deep.equal({ deleted: 3, unchanged: 1 });
    expect(await story.resources("AssociationConfiguration", "AssociationLabel")).to.deep.equal({});
    await ok(story.up());
    const limits = { "contacts/companies USER_DEFINED 52": 3, "companies/contacts USER_DEFINED 53": 1 };
    expect(story.limits()).to.deep.equal(limits);

    const destroy = await ok(story.destroy());
    expect(destroy.told.summary).to.deep.equal({ deleted: 4 });
    const writes = destroy.told.requests.filter((request) => !request.startsWith("GET"));
    expect([sorted(writes.slice(0, 2)), writes.slice(2)]).to.deep.equal([
      ["POST companies/contacts/batch/purge USER_DEFINED 53", "POST contacts/companies/batch/purge USER_DEFINED 52"],
      ["DELETE contacts/companies/labels/52"],
    ]);
    expect([story.labels(), story.limits()]).to.deep.equal([[], {}]);
  });

  it("by its text live together, whether dependsOn orders them or just the program's order does", async () => {
    const program = (text: string, max: number): string =>
      label("decided", { ...decisionMaker, label: text }) +
      label("sponsored", { ...sponsor, label: text }) +
      configuration("after", "contacts/companies", [ofText(text, max)], { options: "{ dependsOn: [decided] }" }) +
      configuration("too", "deals/contacts", [ofText(text, max)]);
    const story = await begin({ program: program("Decision maker", 2) });
    const lists = ["GET account", "GET all", "GET contacts/companies/labels", "GET deals/contacts/labels"];
    const preview = await ok(story.preview());
    expect([preview.told.summary, sorted(preview.told.requests)]).to.deep.equal([{ "to create": 5 }, lists]);
    story.sandbox.faults([{ match: { method: "POST", path: "deals/contacts/labels$" }, fault: { delay: 3_000 } }]);
    const up = await ok(story.up());
    const { decided, sponsored } = await story.resources("AssociationLabel");
    const [first, second] = [decided?.outputs["typeId"], sponsored?.outputs["typeId"]];
    expect(sorted(up.told.requests)).to.deep.equal(
      sorted([
        ...lists,
        "POST contacts/companies/labels decision_maker",
        `POST contacts/companies/batch/update USER_DEFINED ${first}=2`,
        "POST deals/contacts/labels sponsor",
        // HubSpot's answer does not tell which of two equal texts is which side's.
        "GET deals/contacts/labels",
        "GET contacts/deals/labels",
        `POST deals/contacts/batch/update USER_DEFINED ${second}=2`,
      ]),
    );
    const limits = (max: number) => ({
      [`contacts/companies USER_DEFINED ${first}`]: max,
      [`deals/contacts USER_DEFINED ${second}`]: max,
    });
    expect(story.limits()).to.deep.equal(limits(2));
    expect((await story.up()).told).to.deep.equal({ code: 0, summary: { unchanged: 5 }, requests: [] });

    await story.program(program("Decider", 3));
    const change = await ok(story.up());
    expect([change.told.summary, sorted(change.told.requests)]).to.deep.equal([
      { updated: 4, unchanged: 1 },
      sorted([
        ...lists,
        `PUT contacts/companies/labels ${first}`,
        `POST contacts/companies/batch/update USER_DEFINED ${first}=3`,
        `PUT deals/contacts/labels ${second}`,
        `POST deals/contacts/batch/update USER_DEFINED ${second}=3`,
      ]),
    ]);
    expect(story.limits()).to.deep.equal(limits(3));
    expect((await story.up()).told.requests).to.deep.equal([]);

    const destroy = await ok(story.destroy());
    expect(destroy.told.summary).to.deep.equal({ deleted: 5 });
    const on = (pair: string): ReadonlyArray<string> => destroy.told.requests.filter((one) => one.includes(pair));
    expect(on("contacts/companies")).to.deep.equal([
      `POST contacts/companies/batch/purge USER_DEFINED ${first}`,
      `DELETE contacts/companies/labels/${first}`,
    ]);
    expect([story.labels(), story.limits()]).to.deep.equal([[], {}]);
  });
});
