/** Where limits stand already, or the portal cannot be asked: what a preview says, and what `onCreate` makes of it. */
import { expect } from "chai";
import { diagnostics } from "./support/diagnostics";
import { configuration, ofLabel, ofType, unlabeled } from "./support/program";
import { standing, stories } from "./support/story";

const reads = ["GET account", "GET all"];
const updated = "POST contacts/companies/batch/update";

describe("a limit that stands in the portal already", () => {
  const begin = stories();

  it("is named in the preview, as a warning that says what it becomes", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)]),
      portal: { limits: standing({ "contacts/companies 279": 10, "contacts/companies 1": 1 }) },
    });
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to create": 2 }, requests: reads });
    expect(diagnostics(preview.output)).to.deep.equal([
      "pulumi:pulumi:Stack (engine-dev):",
      `warning: contacts/companies: this changes what stands in the portal: HUBSPOT_DEFINED 279 ("Contact to company") from 10 to 5`,
    ]);
    expect(preview.output).to.match(/^ \+ {2}pulumi:pulumi:Stack engine-dev create 1 warning$/m);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10, "contacts/companies 1": 1 });
  });

  it("is named too where a resource begins to manage it later", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5)]),
      portal: { limits: standing({ "contacts/companies 1": 4 }) },
    });
    await story.up();
    await story.program(configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 2)]));
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to update": 1, unchanged: 1 }, requests: reads });
    expect(diagnostics(preview.output)).to.deep.equal([
      "pulumi:pulumi:Stack (engine-dev):",
      `warning: contacts/companies: this changes what stands in the portal: HUBSPOT_DEFINED 1 ("Primary") from 4 to 2`,
    ]);
  });

  it('fails the preview and the up with onCreate "fail", and nothing is written', async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)], { onCreate: "fail" }),
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
    });
    const reason =
      `contacts/companies: the portal has limits of its own that would change (HUBSPOT_DEFINED 279 ` +
      `("Contact to company") from 10 to 5), and onCreate is "fail"; set onCreate: "adopt" to take them over, ` +
      `or declare what stands there`;
    for (const run of [await story.preview(), await story.up()]) {
      expect(run.code, run.output).not.to.equal(0);
      expect(run.told.requests).to.deep.equal(reads);
      expect(run.output).to.contain(reason);
    }
    expect(await story.resources()).to.deep.equal({});
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10 });
  });

  it('passes with onCreate "fail" where it has the value that is declared, and comes back on destroy', async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)], { onCreate: "fail" }),
      portal: { limits: standing({ "contacts/companies 279": 5 }) },
    });
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to create": 2 }, requests: reads });
    expect(diagnostics(preview.output)).to.deep.equal([]);
    expect((await story.up()).code).to.equal(0);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5, "contacts/companies 1": 1 });
    await story.destroy();
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });

  it("with the declared value is confirmed by a batch when its resource is created", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5)]),
      portal: { limits: standing({ "contacts/companies 279": 5 }) },
    });
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { created: 2 },
      requests: [...reads, `${updated} 279=5`],
    });
  });
});

describe("a look at the portal", () => {
  const begin = stories();

  it("that nobody answers is said once for all resources, and the preview goes on", async () => {
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [unlabeled(5)]) +
        configuration("b", "companies/contacts", [unlabeled(6)]) +
        configuration("c", "deals/contacts", [ofLabel(37, 7)], { authoritative: true }),
    });
    await story.sandbox.close();
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to create": 4 }, requests: [] });
    expect(diagnostics(preview.output)).to.deep.equal([
      "pulumi:pulumi:Stack (engine-dev):",
      "warning: the portal could not be looked at, so what stands there is not shown; asking which portal " +
        "the token belongs to: the portal cannot be reached, nobody answers there (ECONNREFUSED); check the network and hubspot:baseUrl, then run again",
    ]);
  });

  it("finds that the portal lacks a label's id, and fails the preview with those that the pair has", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [ofLabel(38, 2), unlabeled(5)]),
      portal: { labels: [{ from: "contacts", to: "companies", typeId: 37, label: "Champion", inverseTypeId: 40 }] },
    });
    const preview = await story.preview();
    expect(preview.code).not.to.equal(0);
    expect([...preview.told.requests].sort()).to.deep.equal([
      ...reads,
      "GET companies/contacts/labels",
      "GET contacts/companies/labels",
    ]);
    expect(preview.output).to.contain(
      `limits[0].typeId: the portal has no USER_DEFINED 38 between contacts and companies; this pair has 37 ("Champion")`,
    );
  });

  it("finds that the standing limit of the pair as a whole is in a label's way, and says so before HubSpot does", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [ofType(1, 3)]),
      portal: { limits: standing({ "contacts/companies 279": 2 }) },
    });
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to create": 2 }, requests: reads });
    expect(diagnostics(preview.output)).to.deep.equal([
      "pulumi:pulumi:Stack (engine-dev):",
      "warning: contacts/companies: HubSpot will refuse limits[0] (HUBSPOT_DEFINED 1 to 3), because the pair as a whole " +
        "is limited to 2 in the portal; raise that limit, or declare it with { unlabeled: true, … }",
    ]);
    const up = await story.up();
    expect(up.code).not.to.equal(0);
    expect(up.told.requests).to.include(`${updated} 1=3`);
    expect(up.output).to.contain(
      "the pair as a whole is limited to 2 (HUBSPOT_DEFINED 279): raise that limit, or declare it with { unlabeled: true, … }",
    );
    expect(await story.resources()).to.deep.equal({});
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 2 });
  });

  it("is not made with previewChecks switched off", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5)]),
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
      config: { "hubspot:previewChecks": "false" },
    });
    const preview = await story.preview();
    expect(preview.told).to.deep.equal({ code: 0, summary: { "to create": 2 }, requests: [] });
    expect(diagnostics(preview.output)).to.deep.equal([]);
  });
});
