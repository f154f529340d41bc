/**
 * The life of labels and of their limits: previewed, made, taken over, changed, changed and deleted by others, made anew
 * under other names, read, and destroyed in order; with the requests that each of it takes.
 */
import { expect } from "chai";
import { diagnostics } from "./support/diagnostics";
import { configuration, decisionMaker, label, ofOutput, ofText, sponsor, unlabeled } from "./support/program";
import type { Step, Story } from "./support/story";
import { chapters, failed, ok, tally } from "./support/story";

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

const buyer = {
  fromObjectType: "contacts",
  toObjectType: "deals",
  name: "buyer",
  label: "Buyer",
  inverseLabel: "Bought by",
};
const payer = {
  fromObjectType: "contacts",
  toObjectType: "tickets",
  name: "payer",
  label: "Payer",
  inverseLabel: "Paid by",
};

interface Said {
  /** The resource that takes the standing label over. */
  readonly adopter?: string;
  readonly options?: string;
  readonly inverse?: string;
  readonly buys?: Partial<typeof buyer>;
  readonly pays?: Partial<typeof payer>;
  readonly max?: number;
}

const program = ({
  adopter = "decided",
  options,
  inverse = "Decided by",
  buys = {},
  pays = {},
  max = 2,
}: Said): string => {
  const [bought, paid] = [
    { ...buyer, ...buys },
    { ...payer, ...pays },
  ];
  return (
    label(adopter, { ...decisionMaker, inverseLabel: inverse, onCreate: "adopt" }, options) +
    label("sponsored", { ...sponsor, onCreate: "adopt", onDelete: "delete" }) +
    label("bought", bought) +
    label("paid", paid) +
    configuration("there", "contacts/deals", [unlabeled(5), ofOutput("bought.typeId", max)]) +
    configuration("back", "deals/contacts", [ofOutput("bought.inverseTypeId", 1)]) +
    configuration("byText", "contacts/tickets", [ofText(paid.label, max)]) +
    configuration("ordered", "contacts/companies", [ofText("Decision maker", max)], {
      options: `{ dependsOn: [${adopter}] }`,
    })
  );
};

const writes = ({ told }: Step): ReadonlyArray<string> =>
  told.requests.filter((request) => !request.startsWith("GET")).sort();

const reads = ({ told }: Step): unknown => tally(told.requests.filter((request) => request.startsWith("GET")));

/** What is sent about one pair, in its order. */
const on = (pair: string, { told }: Step): ReadonlyArray<string> =>
  told.requests.filter((request) => !request.startsWith("GET") && request.includes(` ${pair}/`));

describe("labels and their limits", () => {
  const begin = chapters();
  let story: Story;
  before(async () => {
    story = await begin({ program: program({}), portal: { labels: standing, nextTypeId: 50 } });
  });

  const ids = async (name: string): Promise<readonly [typeId: unknown, inverseTypeId: unknown]> => {
    const { typeId, inverseTypeId } = (await story.resource(name)).outputs;
    return [typeId, inverseTypeId];
  };
  /** All limits, which stand on the labels' ids of the moment. */
  const expectLimits = async (max: number): Promise<void> => {
    const [[typeId, inverse], [paid]] = [await ids("bought"), await ids("paid")];
    expect(story.limits()).to.deep.equal({
      "contacts/deals 4": 5,
      [`contacts/deals USER_DEFINED ${typeId}`]: max,
      [`deals/contacts USER_DEFINED ${inverse}`]: 1,
      [`contacts/tickets USER_DEFINED ${paid}`]: max,
      "contacts/companies USER_DEFINED 36": max,
    });
  };

  it("are previewed with what is taken over, by one list for each pair", async () => {
    const preview = await ok(story.preview());
    expect(preview.told.summary).to.deep.equal({ "to create": 9 });
    // The other side of the one that is taken over is read as well.
    expect(tally(preview.told.requests)).to.deep.equal({ "GET account": 1, "GET all": 1, "GET pair/labels": 5 });
    expect(
      diagnostics(preview.output)
        .filter((line) => line.startsWith("warning"))
        .sort(),
    ).to.deep.equal([
      // The limit waits for the label, but what the portal writes is all that a preview can look at.
      `warning: contacts/companies: limits[0].label: "Decision maker" is taken to mean "Decision Maker", as the portal writes it`,
      `warning: contacts/companies: the label "Decision Maker" (USER_DEFINED 36) stands in the portal and is taken over; ` +
        `it then reads "Decision maker"; its other side then reads "Decided by"`,
      `warning: deals/contacts: the label "Sponsor" (USER_DEFINED 40) stands in the portal and is taken over`,
    ]);
  });

  it("are made or taken over before the limits that name them, whether dependsOn orders them or the program does", async () => {
    // The label comes late, and its limit, which nothing but the program's order holds back, waits for it.
    story.sandbox.faults([{ match: { method: "POST", path: "tickets/labels$" }, fault: { delay: 1_000 } }]);
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ created: 9 });
    const [[bought, boughtBy], [paid, paidBy]] = [await ids("bought"), await ids("paid")];
    expect(writes(up)).to.deep.equal(
      [
        "PUT contacts/companies/labels 36",
        "PUT deals/contacts/labels 40",
        "POST contacts/deals/labels buyer",
        "POST contacts/tickets/labels payer",
        `POST contacts/deals/batch/update 4=5 USER_DEFINED ${bought}=2`,
        `POST deals/contacts/batch/update USER_DEFINED ${boughtBy}=1`,
        `POST contacts/tickets/batch/update USER_DEFINED ${paid}=2`,
        "POST contacts/companies/batch/update USER_DEFINED 36=2",
      ].sort(),
    );
    expect(reads(up)).to.deep.equal({ "GET account": 1, "GET all": 1, "GET pair/labels": 7 });
    expect([...story.labels()].sort()).to.deep.equal([
      `buyer: contacts/deals ${bought} Buyer | ${boughtBy} Bought by`,
      "dm: contacts/companies 36 Decision maker | 37 Decided by",
      `payer: contacts/tickets ${paid} Payer | ${paidBy} Paid by`,
      "sponsor: deals/contacts 40 Sponsor | 41 Sponsor",
    ]);
    await expectLimits(2);
  });

  it("have both of their ids among their outputs, and ask nothing where nothing has changed", async () => {
    const [typeId, inverseTypeId] = await ids("bought");
    const { id, outputs } = await story.resource("bought");
    const { __provider, __home, ...said } = outputs;
    expect([id, said]).to.deep.equal([
      `contacts/deals/${typeId}`,
      {
        ...buyer,
        onCreate: "fail",
        typeId,
        inverseTypeId,
        category: "USER_DEFINED",
        adopted: false,
        portalId: 111,
        fromObjectTypeId: "0-1",
        toObjectTypeId: "0-3",
      },
    ]);
    expect(__home).to.include({ portalId: 111 });
    expect(__provider).to.equal(
      `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("AssociationLabel")`,
    );
    expect((await story.resource("decided")).outputs["adopted"]).to.equal(true);
    expect((await story.up("--expect-no-changes")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 9 },
      requests: [],
    });
  });

  it("change in each of their texts under the same ids, and limits by text go along", async () => {
    await story.program(
      program({ inverse: "Is decided by", buys: { label: "Purchaser" }, pays: { label: "Paying" }, max: 3 }),
    );
    const up = await ok(story.up());
    const [[bought], [paid]] = [await ids("bought"), await ids("paid")];
    expect(writes(up)).to.deep.equal(
      [
        "PUT contacts/companies/labels 36",
        `PUT contacts/deals/labels ${bought}`,
        `PUT contacts/tickets/labels ${paid}`,
        `POST contacts/deals/batch/update USER_DEFINED ${bought}=3`,
        `POST contacts/tickets/batch/update USER_DEFINED ${paid}=3`,
        "POST contacts/companies/batch/update USER_DEFINED 36=3",
      ].sort(),
    );
    expect(reads(up)).to.deep.equal({ "GET account": 1, "GET all": 1, "GET pair/labels": 2 });
    expect(story.labels().map((text) => text.replaceAll(/ \d+ /g, " "))).to.have.members([
      "buyer: contacts/deals Purchaser | Bought by",
      "dm: contacts/companies Decision maker | Is decided by",
      "payer: contacts/tickets Paying | Paid by",
      "sponsor: deals/contacts Sponsor | Sponsor",
    ]);
    await expectLimits(3);
  });

  it("that others change or delete are seen by a refresh, and put right with their limits by the next up", async () => {
    story.relabel({ dm: { inverseLabel: "By hand" }, buyer: undefined });
    const refresh = await ok(story.refresh());
    expect(refresh.told.summary).to.deep.equal({ updated: 2, deleted: 2, changes: 4 });
    expect(reads(refresh)).to.deep.equal({ "GET account": 1, "GET all": 1, "GET pair/labels": 6 });
    expect((await story.resource("decided")).outputs).to.deep.include({ ...decisionMaker, inverseLabel: "By hand" });
    expect(Object.keys(await story.resources("AssociationLabel")).sort()).to.deep.equal([
      "decided",
      "paid",
      "sponsored",
    ]);
    const up = await ok(story.up());
    const [typeId, inverse] = await ids("bought");
    expect(writes(up)).to.deep.equal(
      [
        "PUT contacts/companies/labels 36",
        "POST contacts/deals/labels buyer",
        `POST contacts/deals/batch/update USER_DEFINED ${typeId}=3`,
        `POST deals/contacts/batch/update USER_DEFINED ${inverse}=1`,
      ].sort(),
    );
    expect(story.labels()).to.include.members([
      `buyer: contacts/deals ${typeId} Purchaser | ${inverse} Bought by`,
      "dm: contacts/companies 36 Decision maker | 37 Is decided by",
    ]);
    await expectLimits(3);
  });

  it("with another name are deleted, then made anew, and then their limits stand on the new ids, however they name them", async () => {
    const [[bought], [paid]] = [await ids("bought"), await ids("paid")];
    await story.program(program({ adopter: "decider", buys: { name: "buyer_2" }, pays: { name: "payer_2" }, max: 3 }));
    const preview = await ok(story.preview());
    expect(preview.told.summary).to.deep.equal({
      "to create": 1,
      "to delete": 1,
      "to replace": 2,
      "to update": 3,
      changes: 7,
    });
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ created: 1, deleted: 1, replaced: 2, updated: 3, changes: 7 });
    const [[boughtAnew, boughtBy], [paidAnew]] = [await ids("bought"), await ids("paid")];
    expect([on("contacts/deals", up), on("contacts/tickets", up), on("deals/contacts", up)]).to.deep.equal([
      [
        `DELETE contacts/deals/labels/${bought}`,
        "POST contacts/deals/labels buyer_2",
        `POST contacts/deals/batch/update USER_DEFINED ${boughtAnew}=3`,
      ],
      [
        `DELETE contacts/tickets/labels/${paid}`,
        "POST contacts/tickets/labels payer_2",
        `POST contacts/tickets/batch/update USER_DEFINED ${paidAnew}=3`,
      ],
      [`POST deals/contacts/batch/update USER_DEFINED ${boughtBy}=1`],
    ]);
    await expectLimits(3);
  });

  it("are taken over by a resource of another name, which keeps the label and its limits", async () => {
    expect(Object.keys(await story.resources("AssociationLabel")).sort()).to.deep.equal([
      "bought",
      "decider",
      "paid",
      "sponsored",
    ]);
    expect(story.labels()).to.include("dm: contacts/companies 36 Decision maker | 37 Decided by");
  });

  it("stay as they are where a resource has an alias, and can be read beside", async () => {
    await story.program(
      `${program({ adopter: "decided", options: '{ aliases: [{ name: "decider" }] }', buys: { name: "buyer_2" }, pays: { name: "payer_2" }, max: 3 })}
       const label = hubspot.AssociationLabel.get("label", "contact/0-2/36");
       const limits = hubspot.AssociationConfiguration.get("limits", "contact/0-2");
       Object.assign(exports, {
         label: [label.id, label.name, label.label, label.inverseLabel, label.typeId, label.inverseTypeId, label.adopted],
         limits: [limits.id, limits.limits, limits.fromObjectTypeId, limits.portalId],
       });`,
    );
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ unchanged: 9 });
    expect([writes(up), reads(up)]).to.deep.equal([
      [],
      { "GET account": 1, "GET pair": 1, "GET pair/labels": 2, "GET schemas/contacts": 1 },
    ]);
    expect(await story.outputs()).to.deep.equal({
      // The engine keeps the id as the program wrote it.
      label: ["contact/0-2/36", "dm", "Decision maker", "Decided by", 36, 37, true],
      limits: ["contact/0-2", [{ category: "USER_DEFINED", typeId: 36, maxToObjectIds: 3 }], "0-1", 111],
    });
  });

  it("that are not there cannot be read, which the preview says", async () => {
    await story.program(
      `${program({ adopter: "decided", options: '{ aliases: [{ name: "decider" }] }', buys: { name: "buyer_2" }, pays: { name: "payer_2" }, max: 3 })}
       hubspot.AssociationLabel.get("label", "contacts/companies/99");`,
    );
    expect(diagnostics((await failed(story.preview())).output)).to.include(
      "error: Preview failed: contacts/companies: the label does not exist: portal 111 has no label USER_DEFINED 99 on this pair",
    );
  });

  it("go on destroy, limits first, but for those that were taken over without onDelete and those that were read", async () => {
    const [[bought], [paid]] = [await ids("bought"), await ids("paid")];
    const destroy = await ok(story.destroy());
    expect(on("contacts/tickets", destroy)).to.deep.equal([
      `POST contacts/tickets/batch/purge USER_DEFINED ${paid}`,
      `DELETE contacts/tickets/labels/${paid}`,
    ]);
    expect(writes(destroy).filter((request) => request.startsWith("DELETE"))).to.have.members([
      `DELETE contacts/deals/labels/${bought}`,
      `DELETE contacts/tickets/labels/${paid}`,
      "DELETE deals/contacts/labels/40",
    ]);
    expect([story.labels(), story.limits()]).to.deep.equal([
      ["dm: contacts/companies 36 Decision maker | 37 Decided by"],
      {},
    ]);
  });
});
