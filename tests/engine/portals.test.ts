/**
 * Several portals in one program, each with a `Provider` of its own: what is written where, what a move between them
 * does, and one part of a program that is the same for portals whose ids differ.
 */
import { expect } from "chai";
import { configuration, label, ofText, unlabeled } from "./support/program";
import type { Story } from "./support/story";
import { chapters, failed, ok, standing } from "./support/story";

/** What is declared in each portal but the first: a custom object by its name, labels by their texts. */
const everywhere = (portal: string): string => {
  const options = `{ provider: ${portal} }`;
  return (
    label(
      `inspected_${portal}`,
      {
        fromObjectType: "car",
        toObjectType: "contacts",
        name: "inspector",
        label: "Inspector",
        inverseLabel: "Inspects",
      },
      options,
    ) +
    configuration(`cars_${portal}`, "car/contacts", [unlabeled(5), ofText("Inspector", 2)], {
      options,
    }) +
    configuration(`companies_${portal}`, "contacts/companies", [ofText("Decision maker", 3), unlabeled(9)], { options })
  );
};

/** The program knows where the sandbox is from its configuration. */
const providers = `
  const config = new pulumi.Config("engine");
  const to = (name, portalId) => new hubspot.Provider(name, {
    accessToken: config.requireSecret(name), portalId, baseUrl: config.require("url"),
  });
  const production = to("production", 222);
  const staging = to("staging", 333);
`;

const program = (moving: string, max: number): string =>
  providers +
  everywhere("production") +
  everywhere("staging") +
  configuration("moving", "deals/contacts", [unlabeled(max)], { options: `{ provider: ${moving} }` });

const decisionMaker = (typeId: number, text = "Decision maker") => [
  { from: "contacts", to: "companies", typeId, name: "decision_maker", label: text },
];

describe("two portals in one program", () => {
  const begin = chapters();
  let story: Story;
  before(async () => {
    story = await begin({
      others: [
        {
          portalId: 222,
          tokens: ["token-of-222"],
          limits: standing({ "deals/contacts 3": 20 }),
          nextTypeId: 50,
          objectTypes: [{ objectTypeId: "2-123", name: "car" }],
          labels: decisionMaker(36),
        },
        {
          portalId: 333,
          tokens: ["token-of-333"],
          nextTypeId: 700,
          objectTypes: [{ objectTypeId: "2-987654", name: "car" }],
          labels: decisionMaker(61, "DECISION Maker"),
        },
      ],
      config: { "engine:production": { secret: "token-of-222" }, "engine:staging": { secret: "token-of-333" } },
    });
    await story.stack.config({ "engine:url": story.sandbox.url });
    await story.program(program("production", 5));
  });

  const limits = (inspector: number, own: number, decision: number) => ({
    [`car/contacts USER_DEFINED ${inspector}`]: 2,
    [`car/contacts USER_DEFINED ${own}`]: 5,
    [`contacts/companies USER_DEFINED ${decision}`]: 3,
    "contacts/companies 279": 9,
  });
  const [of222, of333] = [limits(50, 52, 36), limits(700, 702, 61)];

  it("are each asked with their own token, and the preview says what is overwritten or taken in other capitals", async () => {
    const preview = await ok(story.preview());
    expect(preview.told.summary).to.deep.equal({ "to create": 10 });
    expect(preview.told.requests.filter((request) => !/^(222|333): GET /.test(request))).to.deep.equal([]);
    for (const warning of [
      `warning: deals/contacts: this changes what stands in the portal: HUBSPOT_DEFINED 3 ("Deal to contact") from 20 to 5`,
      `warning: contacts/companies: limits[0].label: "Decision maker" is taken to mean "DECISION Maker", as the portal writes it`,
    ])
      expect(preview.output).to.contain(warning);
  });

  it("get the same model, whatever the ids there, and the stack's own portal is not asked at all", async () => {
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ created: 10 });
    expect(up.told.requests.filter((request) => !/^(222|333): /.test(request))).to.deep.equal([]);
    expect([story.limits(111), story.limits(222), story.limits(333)]).to.deep.equal([
      {},
      { ...of222, "deals/contacts 3": 5 },
      of333,
    ]);
    const { cars_production: cars, cars_staging: others } = await story.resources();
    expect([cars?.outputs["portalId"], others?.outputs["portalId"]]).to.deep.equal([222, 333]);
  });

  it("are told apart when a resource moves: it is set in the one, then put back in the other, while drift is mended there", async () => {
    story.meanwhile({ ...of333, "contacts/companies 279": 8 }, 333);
    await story.program(program("staging", 7));
    const up = await ok(story.up("--refresh"));
    expect(up.told.requests.filter((request) => request.includes("POST")).sort()).to.deep.equal([
      "222: POST deals/contacts/batch/update 3=20",
      "333: POST contacts/companies/batch/update 279=9",
      "333: POST deals/contacts/batch/update 3=7",
    ]);
    expect([story.limits(222), story.limits(333)]).to.deep.equal([
      { ...of222, "deals/contacts 3": 20 },
      { ...of333, "deals/contacts 3": 7 },
    ]);
    expect((await story.resource("moving")).outputs["portalId"]).to.equal(333);
    expect((await story.up("--expect-no-changes")).told.requests).to.deep.equal([]);
  });

  it("do not depend on each other, though labels have one text in both: destroying one of them leaves the other alone", async () => {
    const before = [story.limits(222), story.labels(222)];
    const { urn } = await story.resource("inspected_staging");
    const destroy = await ok(story.destroy("--target", urn, "--target-dependents"));
    expect(destroy.told.summary).to.deep.equal({ deleted: 2, unchanged: 8 });
    expect(destroy.told.requests.filter((request) => !request.startsWith("333: "))).to.deep.equal([]);
    expect([story.limits(222), story.labels(222)]).to.deep.equal(before);
    expect(story.limits(333)).to.deep.equal({
      "contacts/companies USER_DEFINED 61": 3,
      "contacts/companies 279": 9,
      "deals/contacts 3": 7,
    });
  });

  it("are each left as they were found", async () => {
    await ok(story.destroy());
    expect([story.limits(222), story.limits(333)]).to.deep.equal([{ "deals/contacts 3": 20 }, {}]);
    // A custom object has its associations with activities from the start.
    const isOfActivity = (label: string): boolean =>
      /calls|communications|emails|meetings|notes|postal_mail|tasks/.test(label);
    expect(
      [story.labels(222), story.labels(333)].map((labels) => labels.filter((label) => !isOfActivity(label)).length),
    ).to.deep.equal([2, 2]);
  });

  it("fail the preview where a token belongs to another one than its provider means", async () => {
    await story.stack.config({ "engine:staging": { secret: "token-of-222" } });
    await story.program(
      providers + configuration("a", "contacts/companies", [unlabeled(5)], { options: "{ provider: staging }" }),
    );
    const preview = await failed(story.preview());
    expect(preview.output).to.contain(
      `the token of the hubspot.Provider "staging" belongs to portal 222, but the configuration means portal 333 (portalId)`,
    );
    expect(preview.told.requests).to.deep.equal(["222: GET account"]);
  });
});
