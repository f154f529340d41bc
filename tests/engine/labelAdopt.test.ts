/** Labels that stand in the portal already: taken over, refused, kept from being deleted, and read. */
import { expect } from "chai";
import { diagnostics, problems } from "./support/diagnostics";
import { decisionMaker, label, sponsor } from "./support/program";
import { failed, ok, stories } from "./support/story";

const standing = [
  {
    from: "contacts",
    to: "companies",
    typeId: 36,
    name: "dm",
    label: "Decision Maker",
    inverseLabel: "Was decided by",
  },
  { from: "deals", to: "contacts", typeId: 40, name: "sponsor", label: "Sponsor" },
];

describe("a label that stands in the portal already", () => {
  const begin = stories();

  it('is refused by the preview and the up where onCreate is "fail", as it is by default', async () => {
    const story = await begin({ program: label("decided", decisionMaker), portal: { labels: standing } });
    const reason =
      `contacts/companies: the portal has the label "Decision Maker" (USER_DEFINED 36) already, and onCreate is "fail", ` +
      `because a label that is deleted takes its associations along; set onCreate: "adopt" to look after it (destroying ` +
      `it then leaves it there, unless onDelete is "delete"), or choose another text; a resource that was renamed needs aliases`;
    const reads = ["GET account", "GET contacts/companies/labels"];
    const preview = await failed(story.preview());
    expect([preview.told.requests, problems(preview.output)]).to.deep.equal([reads, [`decided: ${reason}`]]);
    await story.stack.config({ "hubspot:previewChecks": "false" });
    const up = await failed(story.up());
    expect(up.told.requests).to.deep.equal(reads);
    expect(diagnostics(up.output)).to.include(`error: ${reason}`);
    expect(await story.resources("AssociationLabel")).to.deep.equal({});
  });

  it('is taken over with onCreate "adopt", stays on destroy, and goes with onDelete "delete"', async () => {
    const story = await begin({
      program:
        label("decided", { ...decisionMaker, onCreate: "adopt" }) +
        label("sponsored", { ...sponsor, onCreate: "adopt", onDelete: "delete" }),
      portal: { labels: standing },
    });
    const preview = await ok(story.preview());
    expect([...diagnostics(preview.output)].sort()).to.deep.equal([
      "pulumi:pulumi:Stack (engine-dev):",
      `warning: contacts/companies: the label "Decision Maker" (USER_DEFINED 36) stands in the portal and is taken over; ` +
        `it then reads "Decision maker"; its other side then reads "Decided by"`,
      `warning: deals/contacts: the label "Sponsor" (USER_DEFINED 40) stands in the portal and is taken over`,
    ]);
    const up = await ok(story.up());
    expect(up.told.requests.filter((request) => !request.startsWith("GET")).sort()).to.deep.equal([
      "PUT contacts/companies/labels 36",
      "PUT deals/contacts/labels 40",
    ]);
    expect(story.labels()).to.deep.equal([
      "dm: contacts/companies 36 Decision maker | 37 Decided by",
      "sponsor: deals/contacts 40 Sponsor | 41 Sponsor",
    ]);
    const { decided, sponsored } = await story.resources("AssociationLabel");
    expect([decided?.id, decided?.outputs["adopted"], sponsored?.id]).to.deep.equal([
      "contacts/companies/36",
      true,
      "deals/contacts/40",
    ]);
    expect((await ok(story.destroy())).told).to.deep.equal({
      code: 0,
      summary: { deleted: 3 },
      requests: ["GET account", "DELETE deals/contacts/labels/40"],
    });
    expect(story.labels()).to.deep.equal(["dm: contacts/companies 36 Decision maker | 37 Decided by"]);
  });
});

describe("a label", () => {
  const begin = stories();

  it("with protect: true stops a destroy before anything is asked", async () => {
    const story = await begin({
      program: label("decided", decisionMaker, "{ protect: true }"),
      portal: { nextTypeId: 50 },
    });
    await ok(story.up());
    const destroy = await failed(story.destroy());
    expect(destroy.told.requests).to.deep.equal([]);
    expect(destroy.output).to.contain("cannot be deleted\n    because it is protected");
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decision maker | 51 Decided by"]);
  });
});

describe("AssociationLabel.get", () => {
  const begin = stories();
  const get = (id: string): string =>
    `const read = hubspot.AssociationLabel.get("read", ${JSON.stringify(id)});
     Object.assign(exports, { name: read.name, texts: [read.label, read.inverseLabel],
       ids: [read.typeId, read.inverseTypeId], adopted: read.adopted, portalId: read.portalId });`;

  it("gives a label that stands, under its name, and writes nothing, not even on destroy", async () => {
    const story = await begin({ program: get("contact/0-2/36"), portal: { labels: standing } });
    expect((await ok(story.up())).told.requests).to.deep.equal([
      "GET account",
      "GET contacts/companies/labels",
      "GET companies/contacts/labels",
      "GET schemas/contacts",
    ]);
    expect(await story.stack.outputs()).to.deep.equal({
      name: "dm",
      texts: ["Decision Maker", "Was decided by"],
      ids: [36, 37],
      adopted: true,
      portalId: 111,
    });
    expect((await ok(story.destroy())).told.requests).to.deep.equal([]);
    expect(story.labels().length).to.equal(2);
    await story.program(get("contacts/companies/99"));
    expect(diagnostics((await failed(story.preview())).output)).to.include(
      "error: Preview failed: contacts/companies: the label does not exist: portal 111 has no label USER_DEFINED 99 on this pair",
    );
  });
});
