/**
 * Programs with mistakes: what the user reads, whole. A preview or an up ends at the first resource whose check fails, in
 * no certain order and in spite of --continue-on-error: all mistakes of that one are told, those of the others once it is
 * right. `tests/host/badInput*.test.ts` have each mistake by itself.
 */
import { expect } from "chai";
import { diagnostics, problems } from "./support/diagnostics";
import { configuration, decisionMaker, label, ofLabel, ofText, ofType, unlabeled } from "./support/program";
import { failed, standing, stories } from "./support/story";

type Args = Readonly<Record<string, unknown>>;

/** Resources as the compiler would not let them pass: programs in JavaScript, or values of the configuration, make them. */
const wrong = (name: string, args: Args): string =>
  `new hubspot.AssociationConfiguration(${JSON.stringify(name)}, ${JSON.stringify(args)});\n`;

const told: Readonly<Record<string, ReadonlyArray<string>>> = {
  keys: [
    "limits[0].maxToObjectIds: 0 is not a whole number from 1 to 2147483647; write how many records of the to type one record of the from type may have",
    'limits[1].lable: there is no such key (its value is "Primary"); did you mean "label"?',
  ],
  direction: [
    'limits[0].typeId: HUBSPOT_DEFINED 279 is "Contact to company", not companies to contacts; write 280 ("Company to contact")',
  ],
  names: [
    `fromObjectType: "tickets!" is none of HubSpot's object types; write a name such as contacts; a custom object by its name (car), or as 2-1234567 or p1234567_car`,
    'onDelete: "purged" is none of "restore", "purge"; did you mean "purge"?',
  ],
  decided: [
    `name: "decision-maker" has a hyphen, which HubSpot does not allow in a name; write "decision_maker"`,
    `inverseLabel: "" is no label; write the text that people read, such as "Decision maker"`,
  ],
  again: [
    `label: "Buyer" is what the label "buyer" of this program shows from contacts to deals; declare it once, or choose another text`,
  ],
  taken: [
    `contacts/tickets: the portal has the label "Champion" (USER_DEFINED 60) already, and onCreate is "fail", ` +
      `because a label that is deleted takes its associations along; set onCreate: "adopt" to look after it (destroying ` +
      `it then leaves it there, unless onDelete is "delete"), or choose another text; a resource that was renamed needs aliases`,
  ],
  fifty: [
    "deals/tickets: HubSpot allows 50 labels for a pair, the portal has 50 there, and this program adds 1; delete some first",
  ],
  standing: [
    `deals/contacts: the portal has limits of its own that would change (HUBSPOT_DEFINED 3 ("Deal to contact") from 10 to 5), ` +
      `and onCreate is "fail"; set onCreate: "adopt" to take them over, or declare what stands there`,
  ],
  texts: [
    `limits[0].label: the portal has no label "Decision makr" from contacts to companies; this pair has ` +
      `"Decision maker", "Primary", "CHAMPION", "champion", "Billing Contact"`,
    `limits[1].label: the portal has no label "Decided by" from contacts to companies; this pair has ` +
      `"Primary", "Decision maker", "CHAMPION", "champion", "Billing Contact"; "Decided by" is of the other direction, ` +
      `companies to contacts`,
    `limits[2].label: this means USER_DEFINED 40 and USER_DEFINED 42 from contacts to companies; write ` +
      `{ category, typeId, maxToObjectIds } to say which`,
  ],
  id: [
    `limits[0].typeId: the portal has no USER_DEFINED 38 between tickets and contacts; this pair has 161 ("Championed")`,
  ],
};

const seeded = Array.from({ length: 50 }, (_, i) => ({
  from: "deals",
  to: "tickets",
  typeId: 1_000 + 2 * i,
  name: `seeded_${i}`,
  label: `Seeded ${i}`,
}));

const portal = {
  labels: [
    { from: "contacts", to: "companies", typeId: 36, label: "Decision maker", inverseLabel: "Decided by" },
    { from: "contacts", to: "companies", typeId: 40, label: "CHAMPION", inverseLabel: "Has" },
    { from: "contacts", to: "companies", typeId: 42, label: "champion", inverseLabel: "Has one" },
    {
      from: "contacts",
      to: "tickets",
      typeId: 60,
      inverseTypeId: 161,
      label: "Champion",
      inverseLabel: "Championed",
      name: "champion",
    },
    ...seeded,
  ],
  limits: standing({ "deals/contacts 3": 10, "contacts/companies 279": 2 }),
};

const program =
  wrong("keys", {
    fromObjectType: "companies",
    toObjectType: "deals",
    limits: [
      { unlabeled: true, maxToObjectIds: 0 },
      { lable: "Primary", maxToObjectIds: 1 },
    ],
  }) +
  wrong("direction", { fromObjectType: "companies", toObjectType: "contacts", limits: [ofType(279, 1)] }) +
  wrong("names", {
    fromObjectType: "tickets!",
    toObjectType: "companies",
    limits: [unlabeled(1)],
    onDelete: "purged",
  }) +
  label("decided", { ...decisionMaker, name: "decision-maker", inverseLabel: "" }) +
  label("buyer", { fromObjectType: "contacts", toObjectType: "deals", name: "buyer", label: "Buyer" }) +
  label(
    "again",
    { fromObjectType: "contacts", toObjectType: "deals", name: "another", label: "Buyer" },
    "{ dependsOn: [buyer] }",
  ) +
  label("taken", { fromObjectType: "contacts", toObjectType: "tickets", name: "other", label: "Champion" }) +
  label("fifty", { fromObjectType: "deals", toObjectType: "tickets", name: "fifty_first", label: "One more" }) +
  configuration("standing", "deals/contacts", [unlabeled(5)], { onCreate: "fail" }) +
  configuration("texts", "contacts/companies", [
    ofText("Decision makr", 2),
    ofText("Decided by", 2),
    ofText("Champion", 2),
  ]) +
  configuration("id", "tickets/contacts", [ofLabel(38, 2), unlabeled(5)]) +
  configuration("right", "deals/companies", [unlabeled(5)]);

/** All mistakes of the resources of which any is told. */
const expected = (output: string): ReadonlyArray<string> =>
  [...new Set(problems(output).map((problem) => problem.slice(0, problem.indexOf(":"))))].flatMap((name) =>
    (told[name] ?? ["a resource with a mistake"]).map((text) => `${name}: ${text}`),
  );

describe("mistakes in ten resources", () => {
  const begin = stories();

  it("end a preview and an up with all mistakes of one of them, and nothing of what is wrong is written", async () => {
    const story = await begin({ program, portal });
    for (const step of [await failed(story.preview()), await failed(story.up("--continue-on-error"))]) {
      expect(problems(step.output)).to.have.length.at.least(1);
      expect([...problems(step.output)].sort()).to.deep.equal([...expected(step.output)].sort());
      const right = ["POST contacts/deals/labels buyer", "POST deals/companies/batch/update 341=5"];
      expect(
        step.told.requests.filter((request) => !request.startsWith("GET") && !right.includes(request)),
      ).to.deep.equal([]);
    }
  });

  it("are found by the up where the preview may not look, and HubSpot's own words are told", async () => {
    const story = await begin({
      program:
        label("taken", { fromObjectType: "contacts", toObjectType: "tickets", name: "other", label: "Champion" }) +
        label("fifty", { fromObjectType: "deals", toObjectType: "tickets", name: "fifty_first", label: "One more" }) +
        configuration("high", "contacts/companies", [ofType(1, 3)]),
      portal,
      config: { "hubspot:previewChecks": "false" },
    });
    const up = await failed(story.run("up", "--yes", "--continue-on-error"));
    const said = diagnostics(up.output).map((line) => line.replace(/(correlationId) [0-9a-f-]{36}$/, "$1 …"));
    expect(said).to.include.members([
      `error: ${told["taken"]?.[0]}`,
      `error: making the label "One more" of deals to tickets: HubSpot refused (437); HubSpot says: No more than 50 ` +
        `association types are allowed between 0-3 and 0-5; delete a label that nobody needs, then run again; correlationId …`,
    ]);
    expect(up.output).to.contain(
      "the pair as a whole is limited to 2 (HUBSPOT_DEFINED 279): raise that limit, or declare it with { unlabeled: true, … }",
    );
    expect(Object.keys(await story.resources("AssociationConfiguration", "AssociationLabel"))).to.deep.equal([]);
  });

  it("in an AssociationModel are told before anything is asked, all of them at once", async () => {
    const associations = [
      { fromObjectType: "contacts", toObjectType: "companies", maxToObjectIds: "5" },
      { fromObjectType: "0-2", toObjectType: "0-1", maxToObjectIds: 1, lables: [] },
    ];
    const story = await begin({
      program: `new hubspot.AssociationModel("crm", ${JSON.stringify({ associations })});`,
    });
    const preview = await failed(story.preview());
    expect(preview.told.requests).to.deep.equal([]);
    expect(preview.output.split("\n").map((line) => line.trim())).to.include.members([
      'AssociationModel "crm": associations[1].lables: there is no such key (its value is []); did you mean "labels"?',
      'AssociationModel "crm": associations[1]: companies to contacts is the pair of associations[0] seen from the other side; merge the two, its maxToObjectIds is maxFromObjectIds there',
    ]);
    expect(preview.output).to.include(
      'AssociationModel "crm": associations[0].maxToObjectIds: "5" is not a whole number from 1 to 2147483647; write 5 without quotes',
    );
  });
});

describe("a second resource on a directed pair", () => {
  const begin = stories();
  const told =
    'AssociationConfiguration "second": the pair contacts/companies belongs to AssociationConfiguration "first" already. ' +
    "Put all limits of contacts/companies into one of them, or give one another provider.";

  it("fails the preview with the names of both, and is not registered", async () => {
    const story = await begin({
      program:
        configuration("first", "contacts/companies", [unlabeled(5)]) +
        configuration("second", "0-1/company", [ofType(1, 1)]),
    });
    const preview = await failed(story.preview());
    expect(diagnostics(preview.output)).to.deep.equal(["pulumi:pulumi:Stack (engine-dev):", `error: ${told}`]);
    expect(preview.output).not.to.contain("AssociationConfiguration second create");
  });

  it("fails the up where only that knows its object type, and is not registered", async () => {
    const story = await begin({
      program:
        `const first = ${configuration("first", "contacts/companies", [unlabeled(5)])}` +
        `new hubspot.AssociationConfiguration("second", {
          fromObjectType: "contacts",
          toObjectType: first.status.apply(() => "company"),
          limits: [{ unlabeled: true, maxToObjectIds: 6 }],
        });`,
    });
    const up = await failed(story.run("up", "--yes"));
    expect(diagnostics(up.output)).to.deep.equal([
      "pulumi:pulumi:Stack (engine-dev):",
      `error: error serializing property "toObjectType": ${told}`,
    ]);
    expect([story.limits(), Object.keys(await story.resources())]).to.deep.equal([
      { "contacts/companies 279": 5 },
      ["first"],
    ]);
  });
});
