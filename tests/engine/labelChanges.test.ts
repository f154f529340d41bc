/** Labels that are replaced, and resources of labels that are renamed: what becomes of the label and of its limits. */
import { expect } from "chai";
import { configuration, decisionMaker, label, ofOutput, ofText, sponsor, unlabeled } from "./support/program";
import { ok, stories } from "./support/story";

describe("a label with another name", () => {
  const begin = stories();

  it("is deleted, then made anew, and then its limits stand on the new id, however they name it", async () => {
    const program = (suffix: string): string =>
      label("decided", { ...decisionMaker, name: `decision_maker${suffix}` }) +
      label("sponsored", { ...sponsor, name: `sponsor${suffix}` }) +
      configuration("byOutput", "contacts/companies", [unlabeled(5), ofOutput("decided.typeId", 2)]) +
      configuration("byText", "deals/contacts", [ofText("Sponsor", 3)], { options: "{ dependsOn: [sponsored] }" });
    const story = await begin({ program: program(""), portal: { nextTypeId: 50 } });
    await ok(story.up());
    const ids = async (): Promise<ReadonlyArray<unknown>> => {
      const { decided, sponsored } = await story.resources("AssociationLabel");
      return [decided?.outputs["typeId"], sponsored?.outputs["typeId"]];
    };
    const [decided, sponsored] = await ids();
    expect(story.limits()).to.deep.equal({
      "contacts/companies 279": 5,
      [`contacts/companies USER_DEFINED ${decided}`]: 2,
      [`deals/contacts USER_DEFINED ${sponsored}`]: 3,
    });

    await story.program(program("_2"));
    const preview = await ok(story.preview());
    expect({ ...preview.told, requests: [...preview.told.requests].sort() }).to.deep.equal({
      code: 0,
      summary: { "to replace": 2, "to update": 2, changes: 4 },
      requests: ["GET account", "GET contacts/companies/labels", "GET deals/contacts/labels"],
    });
    const up = await ok(story.up());
    const [decidedAnew, sponsoredAnew] = await ids();
    const on = (pair: string): ReadonlyArray<string> =>
      up.told.requests.filter((request) => request.includes(pair) && !request.startsWith("GET"));
    expect(up.told.summary).to.deep.equal({ replaced: 2, updated: 2, changes: 4 });
    expect(on("contacts/companies")).to.deep.equal([
      `DELETE contacts/companies/labels/${decided}`,
      "POST contacts/companies/labels decision_maker_2",
      `POST contacts/companies/batch/update USER_DEFINED ${decidedAnew}=2`,
    ]);
    expect(on("deals/contacts")).to.deep.equal([
      `DELETE deals/contacts/labels/${sponsored}`,
      "POST deals/contacts/labels sponsor_2",
      `POST deals/contacts/batch/update USER_DEFINED ${sponsoredAnew}=3`,
    ]);
    expect(story.limits()).to.deep.equal({
      "contacts/companies 279": 5,
      [`contacts/companies USER_DEFINED ${decidedAnew}`]: 2,
      [`deals/contacts USER_DEFINED ${sponsoredAnew}`]: 3,
    });
    expect((await story.up()).told).to.deep.equal({ code: 0, summary: { unchanged: 5 }, requests: [] });
  });
});

describe("a resource of a label with another name of its own", () => {
  const begin = stories();

  it("takes the label over, which keeps its limits; and with an alias nothing happens at all", async () => {
    const program = (name: string, options?: string): string =>
      label(name, { ...decisionMaker, onCreate: "adopt" }, options) +
      configuration("limited", "contacts/companies", [ofOutput(`${name}.typeId`, 2)]);
    const story = await begin({ program: program("decided"), portal: { nextTypeId: 50 } });
    await ok(story.up());
    const labels = ["decision_maker: contacts/companies 50 Decision maker | 51 Decided by"];
    const limits = { "contacts/companies USER_DEFINED 50": 2 };

    await story.program(program("decider"));
    const up = await ok(story.up());
    expect(up.told).to.deep.equal({
      code: 0,
      summary: { created: 1, deleted: 1, changes: 2 },
      requests: [
        "GET account",
        "GET contacts/companies/labels",
        "GET companies/contacts/labels",
        "PUT contacts/companies/labels 50",
        // Which id its other side has.
        "GET companies/contacts/labels",
      ],
    });
    expect([story.labels(), story.limits()]).to.deep.equal([labels, limits]);
    expect(Object.keys(await story.resources("AssociationLabel"))).to.deep.equal(["decider"]);

    await story.program(program("decided", '{ aliases: [{ name: "decider" }] }'));
    expect((await story.up()).told).to.deep.equal({ code: 0, summary: { unchanged: 3 }, requests: [] });
    expect([story.labels(), story.limits()]).to.deep.equal([labels, limits]);
  });
});
