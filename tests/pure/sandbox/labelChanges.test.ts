import { expect } from "chai";
import { hubSpotDefined, userDefined } from "./helper";
import { duplicate, labelsOf, listed, refusal, refused, remove, row, update, withPortal } from "./labelHelper";

describe("sandbox: a changed label", () => {
  const labels = [
    { from: "contacts", to: "companies", typeId: 10, label: "Manager", inverseLabel: "Employee", name: "manager" },
    { from: "contacts", to: "companies", typeId: 20, label: "Partner", name: "partner" },
    { from: "contacts", to: "contacts", typeId: 30, label: "Colleague", name: "colleague" },
    { from: "contacts", to: "contacts", typeId: 31, label: "Parent", inverseLabel: "Child", name: "parent" },
  ];

  it("loses the text of its other side where none is given", async () => {
    const sandbox = await withPortal({ labels });
    await update(sandbox, "contacts/companies", { associationTypeId: 10, label: "Boss" });
    expect(await listed(sandbox, "contacts/companies")).to.deep.equal([row(10, "Boss"), row(20, "Partner")]);
    expect(await listed(sandbox, "companies/contacts")).to.deep.equal([row(11, "Boss"), row(21, "Partner")]);
  });

  it("is addressed from the other side by its id there", async () => {
    const sandbox = await withPortal({ labels });
    const body = { associationTypeId: 11, label: "Report", inverseLabel: "Boss" };
    expect((await update(sandbox, "companies/contacts", body)).status).to.equal(204);
    expect(await listed(sandbox, "contacts/companies")).to.deep.equal([row(10, "Boss"), row(20, "Partner")]);
    expect(await listed(sandbox, "companies/contacts")).to.deep.equal([row(11, "Report"), row(21, "Partner")]);
    await update(sandbox, "contacts/contacts", { associationTypeId: 32, label: "Kid", inverseLabel: "Mum" });
    expect(await listed(sandbox, "contacts/contacts")).to.deep.equal([
      row(30, "Colleague"),
      row(31, "Mum"),
      row(32, "Kid"),
    ]);
  });

  it("keeps its name, its ids and its limits, and may keep its text", async () => {
    const limits = [{ from: "companies", to: "contacts", ...userDefined(11, 4) }];
    const sandbox = await withPortal({ labels, limits });
    const before = sandbox.state().portals[0];
    const same = { associationTypeId: 10, label: "Manager", inverseLabel: "Employee", name: "other" };
    expect((await update(sandbox, "contacts/companies", same)).status).to.equal(204);
    expect(sandbox.state().portals[0]).to.deep.equal(before);
    await update(sandbox, "contacts/companies", { associationTypeId: 10, label: "Boss", inverseLabel: "Report" });
    expect(sandbox.state().portals[0]).to.deep.equal({
      ...before,
      labels: before?.labels.map((label) =>
        label.typeId === 10 ? { ...label, label: "Boss", inverseLabel: "Report" } : label,
      ),
    });
  });

  it("is refused where it is wrong, and stays as it was", async () => {
    const sandbox = await withPortal({ labels });
    const noType = (typeId: number) =>
      refused(`2-${typeId} is not a valid association type between CONTACT and COMPANY`, {
        subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE",
        context: { type: [`2-${typeId}`], fromObjectType: ["CONTACT"], toObjectType: ["COMPANY"] },
      });
    for (const [pair, body, answer] of [
      ["contacts/companies", { associationTypeId: 99, label: "x" }, noType(99)],
      ["contacts/companies", { associationTypeId: 11, label: "x" }, noType(11)],
      ["contacts/companies", { associationTypeId: 30, label: "x" }, noType(30)],
      [
        "contacts/companies",
        { associationTypeId: 279, label: "x" },
        refused("0-279 between CONTACT and COMPANY is HUBSPOT_DEFINED: it can neither be changed nor deleted"),
      ],
      [
        "contacts/companies",
        { associationTypeId: 10, label: "Partner", inverseLabel: "x" },
        refused("Association definition label Partner already exists on ObjectType pair 0-1-0-2", duplicate),
      ],
      [
        "contacts/contacts",
        { associationTypeId: 30, label: "x", inverseLabel: "y" },
        refused("A label that is its own inverse has one text for both sides"),
      ],
      [
        "contacts/companies",
        { associationTypeId: 10, label: "" },
        refused('Invalid input JSON: label: expected a text, got ""'),
      ],
      [
        "contacts/companies",
        { associationTypeId: 10, label: "x".repeat(256) },
        refused("Invalid input JSON: label: a label has at most 255 characters, not 256"),
      ],
      [
        "contacts/companies",
        { associationTypeId: 10 },
        refused("Invalid input JSON: Some required fields were not set: [label]"),
      ],
    ] as const)
      expect(refusal(await update(sandbox, pair, body))).to.deep.equal(answer);
    expect(labelsOf(sandbox)).to.deep.equal((await withPortal({ labels })).state().portals[0]?.labels);
  });
});

describe("sandbox: a deleted label", () => {
  const labels = [
    { from: "contacts", to: "companies", typeId: 10, label: "Manager", inverseLabel: "Employee" },
    { from: "contacts", to: "companies", typeId: 20, label: "Partner" },
    { from: "contacts", to: "companies", typeId: 40, label: "Synced", category: "INTEGRATOR_DEFINED" },
  ];
  const other = { from: "contacts", to: "companies", ...userDefined(20, 1) };
  const limits = [
    { from: "contacts", to: "companies", ...userDefined(10, 2) },
    { from: "companies", to: "contacts", ...userDefined(11, 3) },
    other,
  ];

  for (const [pair, typeId] of [
    ["contacts/companies", 10],
    ["companies/contacts", 11],
    ["contacts/companies", 11],
    ["companies/contacts", 10],
  ] as const)
    it(`is gone in both directions with its limits, by ${typeId} from ${pair}`, async () => {
      const sandbox = await withPortal({ labels, limits });
      expect((await remove(sandbox, pair, typeId)).status).to.equal(204);
      expect(await listed(sandbox, "contacts/companies")).to.deep.equal([row(20, "Partner")]);
      expect(await listed(sandbox, "companies/contacts")).to.deep.equal([row(21, "Partner")]);
      expect(sandbox.state().portals[0]?.limits).to.deep.equal([other]);
    });

  it("cannot be deleted again; deleteUnknownStatus: or can", async () => {
    const answers = [];
    for (const deleteUnknownStatus of [400, 204] as const) {
      const sandbox = await withPortal({ labels, limits }, { deleteUnknownStatus });
      const before = sandbox.state();
      answers.push(await remove(sandbox, "contacts/companies", 99), await remove(sandbox, "contacts/deals", 10));
      expect(sandbox.state()).to.deep.equal(before);
    }
    expect(answers.slice(0, 2).map(refusal)).to.deep.equal(Array(2).fill(refused("Unable to find objectTypeIds")));
    expect(answers.slice(2).map(({ status }) => status)).to.deep.equal([204, 204]);
  });

  it("deleteLabelById: only goes by the id in the direction of the path", async () => {
    const sandbox = await withPortal({ labels, limits }, { deleteLabelById: "ofDirection" });
    expect(refusal(await remove(sandbox, "contacts/companies", 11))).to.deep.equal(
      refused("Unable to find objectTypeIds"),
    );
    expect((await remove(sandbox, "companies/contacts", 11)).status).to.equal(204);
  });

  it("is the one that has the id in the direction of the path, where another has it in the other direction", async () => {
    const crossing = { from: "companies", to: "contacts", typeId: 10, inverseTypeId: 50, label: "Crossing" };
    const sandbox = await withPortal({ labels: [crossing, ...labels] });
    expect((await remove(sandbox, "contacts/companies", 10)).status).to.equal(204);
    expect(await listed(sandbox, "companies/contacts")).to.deep.equal([row(10, "Crossing"), row(21, "Partner")]);
  });

  it("goes from the records that bear it; labelInUse: or they keep it from being deleted", async () => {
    const used = labels.map((label) => ({ ...label, inUse: true }));
    expect((await remove(await withPortal({ labels: used }), "contacts/companies", 10)).status).to.equal(204);
    const sandbox = await withPortal({ labels: used }, { labelInUse: "refused" });
    const before = sandbox.state();
    expect(refusal(await remove(sandbox, "contacts/companies", 10))).to.deep.equal(
      refused('The association label "Manager" is in use; remove it from all records before deleting it'),
    );
    expect(sandbox.state()).to.deep.equal(before);
    const unused = await withPortal({ labels }, { labelInUse: "refused" });
    expect((await remove(unused, "contacts/companies", 10)).status).to.equal(204);
  });

  it("is neither HubSpot's own nor an integration's", async () => {
    const sandbox = await withPortal({ labels, limits }, { deleteUnknownStatus: 204 });
    const message = (type: string, category: string): string =>
      `${type} between CONTACT and COMPANY is ${category}: it can neither be changed nor deleted`;
    const answers = [];
    for (const typeId of [1, 279, 40]) answers.push(refusal(await remove(sandbox, "contacts/companies", typeId)));
    expect(answers).to.deep.equal([
      refused(message("0-1", "HUBSPOT_DEFINED")),
      refused(message("0-279", "HUBSPOT_DEFINED")),
      refused(message("1-40", "INTEGRATOR_DEFINED")),
    ]);
    expect(refusal(await remove(sandbox, "contacts/companies", "ten"))).to.deep.equal(
      refused("Invalid association type id: ten"),
    );
  });

  it("with the number of one of HubSpot's own types leaves that alone", async () => {
    const label = { from: "contacts", to: "companies", typeId: 279, label: "Number 279" };
    const limit = { from: "contacts", to: "companies", ...hubSpotDefined(279, 5) };
    const sandbox = await withPortal({ labels: [label], limits: [limit] });
    expect((await remove(sandbox, "contacts/companies", 279)).status).to.equal(204);
    expect([labelsOf(sandbox), sandbox.state().portals[0]?.limits]).to.deep.equal([[], [limit]]);
  });
});
