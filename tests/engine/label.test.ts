/** The life of a label: made, left alone, changed, changed and deleted by others, and destroyed. */
import { expect } from "chai";
import { decisionMaker, label } from "./support/program";
import { ok, stories } from "./support/story";

const unchanged = { code: 0, summary: { unchanged: 2 }, requests: [] };
const [listed, made, changed] = ["GET", "POST", "PUT"].map((method) => `${method} contacts/companies/labels`);

describe("a label", () => {
  const begin = stories();

  it("is made with both of its sides, changed in each of its texts, and goes on destroy", async () => {
    const story = await begin({ program: label("decided", decisionMaker), portal: { nextTypeId: 50 } });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: ["GET account", listed, `${made} decision_maker`],
    });
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decision maker | 51 Decided by"]);
    const { id, outputs } = await story.resource("decided");
    const { __provider, ...said } = outputs;
    expect([id, said]).to.deep.equal([
      "contacts/companies/50",
      {
        ...decisionMaker,
        onCreate: "fail",
        typeId: 50,
        inverseTypeId: 51,
        category: "USER_DEFINED",
        adopted: false,
        portalId: 111,
        fromObjectTypeId: "0-1",
        toObjectTypeId: "0-2",
      },
    ]);
    expect(__provider).to.equal(
      `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("AssociationLabel")`,
    );
    expect((await story.up("--expect-no-changes")).told).to.deep.equal(unchanged);

    await story.program(label("decided", { ...decisionMaker, label: "Decider", inverseLabel: "Is decided by" }));
    const update = { code: 0, summary: { updated: 1, unchanged: 1 }, requests: ["GET account", `${changed} 50`] };
    expect((await story.up()).told).to.deep.equal(update);
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decider | 51 Is decided by"]);
    await story.program(label("decided", { ...decisionMaker, label: "Decider" }));
    expect((await story.up()).told).to.deep.equal(update);
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decider | 51 Decided by"]);

    expect((await story.destroy()).told).to.deep.equal({
      code: 0,
      summary: { deleted: 2 },
      requests: ["GET account", "DELETE contacts/companies/labels/50"],
    });
    expect(story.labels()).to.deep.equal([]);
  });

  it("that others change or delete is seen by a refresh, and put right by the next up", async () => {
    const story = await begin({ program: label("decided", decisionMaker), portal: { nextTypeId: 50 } });
    await ok(story.up());
    const look = ["GET account", listed, "GET companies/contacts/labels"];

    story.relabel({ decision_maker: { inverseLabel: "By hand" } });
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: look,
    });
    expect((await story.resource("decided")).outputs).to.deep.include({ ...decisionMaker, inverseLabel: "By hand" });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { updated: 1, unchanged: 1 },
      requests: ["GET account", `${changed} 50`],
    });
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decision maker | 51 Decided by"]);

    story.relabel({ decision_maker: undefined });
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { deleted: 1, unchanged: 1 },
      requests: look,
    });
    expect(await story.resources("AssociationLabel")).to.deep.equal({});
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 1, unchanged: 1 },
      requests: ["GET account", listed, `${made} decision_maker`],
    });
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 52 Decision maker | 53 Decided by"]);
  });
});
