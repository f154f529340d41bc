/** A model on the real engine: what it makes, what it takes over, and that its spelling and order mean nothing. */
import { expect } from "chai";
import type { AssociationModelArgs } from "../../sdk";
import { configuration, unlabeled } from "./support/program";
import { failed, ok, stories } from "./support/story";

const model = (args: AssociationModelArgs): string => `new hubspot.AssociationModel("crm", ${JSON.stringify(args)});\n`;

const limits = { "contacts/companies 279": 5, "companies/contacts 280": 500, "deals/contacts 3": 2 };

const associations: AssociationModelArgs["associations"] = [
  { fromObjectType: "contacts", toObjectType: "companies", maxToObjectIds: 5, maxFromObjectIds: 500 },
  { fromObjectType: "deals", toObjectType: "contacts", maxToObjectIds: 2 },
];

describe("AssociationModel", function () {
  this.timeout(600_000);
  const begin = stories();

  it("makes the limits of each direction, and nothing is left to do, however it is written", async () => {
    const story = await begin({ program: model({ associations }) });
    expect((await ok(story.up())).told.summary).to.deep.equal({ created: 5 });
    expect(story.limits()).to.deep.equal(limits);
    await story.program(
      model({
        associations: [
          { fromObjectType: "0-1", toObjectType: "deal", maxFromObjectIds: 2 },
          { fromObjectType: "Company", toObjectType: "CONTACT", maxToObjectIds: 500, maxFromObjectIds: 5 },
        ],
      }),
    );
    expect((await story.up("--expect-no-changes")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 5 },
      requests: [],
    });
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({});
  });

  it("carries labels through renamings and turned entries, and deletes what leaves it", async () => {
    const decided = { name: "decision_maker", label: "Decision maker", inverseLabel: "Decided by" };
    const sponsor = { name: "sponsor", label: "Sponsor", inverseLabel: "Sponsored by" };
    const of = (association: AssociationModelArgs["associations"][number]): string =>
      model({ associations: [association] });
    const story = await begin({
      program: of({
        fromObjectType: "contacts",
        toObjectType: "car",
        maxToObjectIds: 5,
        labels: [{ ...decided, maxToObjectIds: 2, maxFromObjectIds: 3 }, sponsor],
      }),
      portal: { nextTypeId: 50, objectTypes: [{ objectTypeId: "2-123", name: "car" }] },
    });
    await ok(story.up());
    // Whichever label is made first brings along the pair's own association type.
    const typeIdOf = async (name: string): Promise<number> => {
      const { typeId } = (await story.resource(`crm/${name}`)).outputs;
      return typeof typeId === "number" ? typeId : NaN;
    };
    const [decision, sponsoring] = [await typeIdOf("decision_maker"), await typeIdOf("sponsor")];
    expect([decision, sponsoring].sort()).to.deep.equal([50, 54]);
    const made = (): ReadonlyArray<string> => [...story.labels()].filter((label) => !label.includes("-")).sort();
    expect(made()).to.deep.equal([
      `decision_maker: contacts/car ${decision} Decision maker | ${decision + 1} Decided by`,
      `sponsor: contacts/car ${sponsoring} Sponsor | ${sponsoring + 1} Sponsored by`,
    ]);
    expect(story.limits()).to.deep.equal({
      "contacts/car USER_DEFINED 52": 5,
      [`contacts/car USER_DEFINED ${decision}`]: 2,
      [`car/contacts USER_DEFINED ${decision + 1}`]: 3,
    });
    expect((await story.up("--expect-no-changes")).told.requests).to.deep.equal([]);

    // Turned round, with the two texts exchanged between the labels, and one limit less.
    await story.program(
      of({
        fromObjectType: "car",
        toObjectType: "contacts",
        maxFromObjectIds: 5,
        labels: [
          { name: "decision_maker", label: "Sponsored by", inverseLabel: "Sponsor", maxFromObjectIds: 1 },
          { name: "sponsor", label: "Decided by", inverseLabel: "Decision maker" },
        ],
      }),
    );
    const change = await ok(story.up());
    expect(change.told.summary["replaced"] ?? 0).to.equal(0);
    expect(made()).to.deep.equal([
      `decision_maker: contacts/car ${decision} Sponsor | ${decision + 1} Sponsored by`,
      `sponsor: contacts/car ${sponsoring} Decision maker | ${sponsoring + 1} Decided by`,
    ]);
    expect(story.limits()).to.deep.equal({
      "contacts/car USER_DEFINED 52": 5,
      [`contacts/car USER_DEFINED ${decision}`]: 1,
    });
    expect((await story.up("--expect-no-changes")).told.requests).to.deep.equal([]);

    await story.program(of({ fromObjectType: "contacts", toObjectType: "car", maxToObjectIds: 5 }));
    const last = await ok(story.up());
    expect(last.told.summary["deleted"]).to.equal(2);
    expect([story.labels().length, story.limits()]).to.deep.equal([1, { "contacts/car USER_DEFINED 52": 5 }]);
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({});
  });

  it("takes over what was declared singly, and writes nothing for it", async () => {
    const story = await begin({
      program:
        configuration("contact-to-company", "contacts/companies", [unlabeled(5)]) +
        configuration("company-to-contact", "companies/contacts", [unlabeled(500)]) +
        configuration("deal-to-contact", "deals/contacts", [unlabeled(2)]),
    });
    await ok(story.up());
    const aliases = {
      "contacts/companies": "contact-to-company",
      "companies/contacts": "company-to-contact",
      "deals/contacts": "deal-to-contact",
    };
    await story.program(model({ associations, aliases }));
    const up = await ok(story.up());
    expect(up.told).to.deep.equal({ code: 0, summary: { created: 1, unchanged: 4 }, requests: [] });
    expect(Object.keys(await story.resources()).sort()).to.deep.equal([
      "crm/companies/contacts",
      "crm/contacts/companies",
      "crm/deals/contacts",
    ]);
    await story.program(model({ associations }));
    expect((await story.up("--expect-no-changes")).told.code).to.equal(0);
    expect(story.limits()).to.deep.equal(limits);
  });

  it("with mistakes is refused before anything is asked, and all of them are told", async () => {
    const wrong = JSON.stringify({
      associations: [
        { fromObjectType: "contacts", toObjectType: "companies", maxToObjectIds: "5" },
        { fromObjectType: "0-2", toObjectType: "0-1", maxToObjectIds: 1, lables: [] },
      ],
    });
    const story = await begin({ program: `new hubspot.AssociationModel("crm", ${wrong});` });
    const preview = await failed(story.preview());
    expect(preview.told.requests).to.deep.equal([]);
    expect(
      preview.output
        .split("\n")
        .filter((line) => line.includes('AssociationModel "crm"'))
        .map((line) => line.trim()),
    ).to.include.members([
      'AssociationModel "crm": associations[1].lables: there is no such key (its value is []); did you mean "labels"?',
      'AssociationModel "crm": associations[1]: companies to contacts is the pair of associations[0] seen from the other side; merge the two, its maxToObjectIds is maxFromObjectIds there',
    ]);
    expect(preview.output).to.include(
      'AssociationModel "crm": associations[0].maxToObjectIds: "5" is not a whole number from 1 to 2147483647; write 5 without quotes',
    );
  });
});
