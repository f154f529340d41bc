import { expect } from "chai";
import { ask, configurations, started, userDefined } from "./helper";
import {
  create,
  duplicate,
  labelsOf,
  listed,
  refusal,
  refused,
  remove,
  results,
  row,
  update,
  v4,
  withPortal,
} from "./labelHelper";

const roots = [
  v4,
  "/crm/associations/2025-09",
  "/crm/associations/2026-03",
  "/crm/associations/2026-09",
  "/crm/v4/associations",
];

const manager = { name: "manager_employee", label: "Manager", inverseLabel: "Employee" };

describe("sandbox: a new label", () => {
  for (const root of roots)
    it(`is made, changed and deleted in both directions under ${root}`, async () => {
      const sandbox = await withPortal();
      const there = `${root}/contacts/companies/labels`;
      const made = await ask(sandbox, "POST", there, manager);
      expect([made.status, made.body]).to.deep.equal([200, { results: [row(7800, "Manager"), row(7801, "Employee")] }]);
      expect(await listed(sandbox, "contacts/companies")).to.deep.equal([row(7800, "Manager")]);
      expect(await listed(sandbox, "companies/contacts")).to.deep.equal([row(7801, "Employee")]);
      const texts = { associationTypeId: 7800, label: "Boss", inverseLabel: "Report" };
      const changed = await ask(sandbox, "PUT", there, texts);
      expect([changed.status, changed.body]).to.deep.equal([204, undefined]);
      expect(await listed(sandbox, "contacts/companies")).to.deep.equal([row(7800, "Boss")]);
      expect(await listed(sandbox, "companies/contacts")).to.deep.equal([row(7801, "Report")]);
      const gone = await ask(sandbox, "DELETE", `${there}/7800`);
      expect([gone.status, gone.body]).to.deep.equal([204, undefined]);
      expect(labelsOf(sandbox)).to.deep.equal([]);
    });

  it("has the same text on both sides where none is given for the other", async () => {
    const sandbox = await withPortal();
    const made = await create(sandbox, "contacts/companies", { name: "partner", label: "Partner" });
    expect(made.body).to.deep.equal({ results: [row(7800, "Partner"), row(7801, "Partner")] });
  });

  it("is part of the state, name and all", async () => {
    const sandbox = await withPortal();
    await create(sandbox, "0-1/company", manager);
    expect(labelsOf(sandbox)).to.deep.equal([
      {
        name: "manager_employee",
        from: "contacts",
        to: "companies",
        category: "USER_DEFINED",
        typeId: 7800,
        label: "Manager",
        inverseTypeId: 7801,
        inverseLabel: "Employee",
      },
    ]);
    const state = sandbox.state();
    sandbox.setState(state);
    expect(sandbox.state()).to.deep.equal(state);
  });

  it("of one object type and one text is one type, its own inverse", async () => {
    const sandbox = await withPortal();
    const made = await create(sandbox, "contacts/contacts", { name: "colleague", label: "Colleague" });
    expect(made.body).to.deep.equal({ results: [row(7800, "Colleague")] });
    const next = await create(sandbox, "contacts/contacts", manager);
    expect(next.body).to.deep.equal({ results: [row(7801, "Manager"), row(7802, "Employee")] });
    expect(await listed(sandbox, "contacts/contacts")).to.deep.equal([
      row(7800, "Colleague"),
      row(7801, "Manager"),
      row(7802, "Employee"),
    ]);
  });

  it("can be limited at once", async () => {
    const sandbox = await withPortal();
    await create(sandbox, "contacts/companies", manager);
    const inputs = [userDefined(7801, 3)];
    const limited = await ask(sandbox, "POST", `${configurations}/companies/contacts/batch/update`, { inputs });
    expect(results(limited)).to.deep.equal([{ ...userDefined(7801), userEnforcedMaxToObjectIds: 3 }]);
  });

  it("createdLabelOrder: the answer may name the inverse first", async () => {
    const sandbox = await withPortal({}, { createdLabelOrder: "inverseFirst" });
    const made = await create(sandbox, "contacts/companies", manager);
    expect(made.body).to.deep.equal({ results: [row(7801, "Employee"), row(7800, "Manager")] });
  });

  it("has other ids in other portals", async () => {
    const sandbox = await started({ portals: [{ portalId: 1 }, { portalId: 2 }] });
    const made = [];
    for (const token of ["sandbox-token-1", "sandbox-token-2"])
      made.push(results(await create({ ...sandbox, token }, "contacts/companies", manager)));
    expect(made).to.deep.equal([
      [row(200, "Manager"), row(201, "Employee")],
      [row(300, "Manager"), row(301, "Employee")],
    ]);
  });

  it("never gets an id that was seeded, nor one that was given before", async () => {
    const seeded = { from: "contacts", to: "deals", label: "Seeded", typeId: 7801, inverseTypeId: 7803 };
    const sandbox = await withPortal({ labels: [seeded] });
    const made = [];
    for (const name of ["first", "second"]) {
      made.push(results(await create(sandbox, "contacts/companies", { name, label: "Partner" })));
      await remove(sandbox, "contacts/companies", name === "first" ? 7804 : 7806);
      sandbox.setState(sandbox.state());
    }
    expect(made).to.deep.equal([
      [row(7804, "Partner"), row(7805, "Partner")],
      [row(7806, "Partner"), row(7807, "Partner")],
    ]);
  });

  for (const [what, body, message] of [
    ["no label", { name: "x" }, "Some required fields were not set: [label]"],
    ["no name", { label: "x" }, "Some required fields were not set: [name]"],
    ["no label but null", { name: "x", label: null }, "label: expected a text, got null"],
    ["an empty name", { name: "", label: "x" }, 'name: expected a text, got ""'],
    [
      "a name with a hyphen",
      { name: "a-b", label: "x" },
      "name: a name has no hyphens and does not begin with a digit",
    ],
    ["a name like 1st", { name: "1st", label: "x" }, "name: a name has no hyphens and does not begin with a digit"],
    [
      "a label of 256 characters",
      { name: "x", label: "x".repeat(256) },
      "label: a label has at most 255 characters, not 256",
    ],
    [
      "an inverse label of 256 characters",
      { name: "x", label: "x", inverseLabel: "x".repeat(256) },
      "inverseLabel: a label has at most 255 characters, not 256",
    ],
    ["an empty inverse label", { name: "x", label: "x", inverseLabel: "" }, 'inverseLabel: expected a text, got ""'],
    ["no JSON", "{", "Some required fields were not set: [name]; Some required fields were not set: [label]"],
  ] as const)
    it(`with ${what} is refused`, async () => {
      const sandbox = await withPortal();
      const answer = await create(sandbox, "contacts/companies", body);
      expect(refusal(answer)).to.deep.equal(refused(`Invalid input JSON: ${message}`));
      expect(sandbox.state().portals[0]).not.to.have.property("nextTypeId");
    });

  it("with 255 characters and keys that HubSpot does not know is made", async () => {
    const body = { name: "x", label: "x".repeat(255), inverseLabel: null, color: "red" };
    expect((await create(await withPortal(), "contacts/companies", body)).status).to.equal(200);
  });

  it("with the name of another one is refused, whatever the pair", async () => {
    const sandbox = await withPortal();
    await create(sandbox, "contacts/companies", manager);
    const again = await create(sandbox, "deals/companies", { name: "manager_employee", label: "Other" });
    expect(refusal(again)).to.deep.equal(
      refused("Association definition named manager_employee already exists for portal"),
    );
  });

  it("with a text that its side of the pair shows already is refused, on either side", async () => {
    const sandbox = await withPortal();
    await create(sandbox, "contacts/companies", manager);
    const message = (text: string, pair: string): string =>
      `Association definition label ${text} already exists on ObjectType pair ${pair}`;
    const answers = [
      await create(sandbox, "contacts/companies", { name: "a", label: "Manager", inverseLabel: "Other" }),
      await create(sandbox, "contacts/companies", { name: "b", label: "Other", inverseLabel: "Employee" }),
      await create(sandbox, "companies/contacts", { name: "c", label: "Employee", inverseLabel: "Other" }),
    ];
    expect(answers.map(refusal)).to.deep.equal([
      refused(message("Manager", "0-1-0-2"), duplicate),
      refused(message("Employee", "0-1-0-2"), duplicate),
      refused(message("Employee", "0-2-0-1"), duplicate),
    ]);
    const crossed = { name: "d", label: "Employee", inverseLabel: "Manager" };
    expect((await create(sandbox, "contacts/companies", crossed)).status).to.equal(200);
    expect((await create(sandbox, "contacts/deals", { ...manager, name: "e" })).status).to.equal(200);
  });

  it("is refused as the 51st of a pair, from whichever side it comes", async () => {
    const labels = Array.from({ length: 50 }, (_, i) => ({
      from: i % 2 === 0 ? "car" : "contacts",
      to: i % 2 === 0 ? "contacts" : "car",
      typeId: 10 + 2 * i,
      label: `Label ${i}`,
    }));
    const unlabeled = { from: "car", to: "contacts", typeId: 1, label: null };
    const sandbox = await withPortal({ labels: [unlabeled, ...labels] });
    const answers = [
      await create(sandbox, "contacts/p_car", { name: "one_more", label: "One more" }),
      await create(sandbox, "p77_car/0-1", { name: "one_more", label: "One more" }),
    ];
    const tooMany = (pair: string): unknown => [
      437,
      {
        status: "error",
        message: `No more than 50 association types are allowed between ${pair}`,
        category: "VALIDATION_ERROR",
      },
    ];
    expect(answers.map(refusal)).to.deep.equal([tooMany("0-1 and 2-123"), tooMany("2-123 and 0-1")]);
    await remove(sandbox, "p_car/contacts", 10);
    const fits = await create(sandbox, "contacts/p_car", { name: "one_more", label: "One more" });
    expect(fits.status).to.equal(200);
  });

  it("between unknown object types is refused", async () => {
    const answer = await create(await withPortal(), "contacts/widgets", manager);
    expect(refusal(answer)).to.deep.equal([
      400,
      { status: "error", message: "Unable to infer object type from: widgets" },
    ]);
  });

  it("needs the scope to write, as do its change and its end; a fault reaches it as well", async () => {
    const tokens = [{ token: "reader", missingScopes: ["crm.objects.contacts.write"] }, "writer"];
    const sandbox = await withPortal({ tokens });
    const there = `${v4}/contacts/companies/labels`;
    const statuses = [];
    for (const [method, path] of [
      ["GET", there],
      ["POST", there],
      ["PUT", there],
      ["DELETE", `${there}/1`],
    ] as const)
      statuses.push((await ask(sandbox, method, path, method === "GET" ? undefined : manager)).status);
    expect(statuses).to.deep.equal([200, 403, 403, 403]);
    sandbox.faults([{ match: { method: "POST", path: there }, fault: "applied-then-reset" }]);
    await create({ ...sandbox, token: "writer" }, "contacts/companies", manager).catch(() => undefined);
    expect(await listed(sandbox, "contacts/companies")).to.deep.equal([row(7800, "Manager")]);
  });
});

describe("sandbox: the unlabeled type of a pair with a custom object", () => {
  it("is made along with the first label, under a name that HubSpot picks", async () => {
    const sandbox = await withPortal();
    const made = await create(sandbox, "contacts/p_car", { name: "driver", label: "Driver", inverseLabel: "Drives" });
    expect(made.body).to.deep.equal({
      results: [row(7800, "Driver"), row(7801, "Drives"), row(7802, null), row(7803, null)],
    });
    expect(await listed(sandbox, "contacts/p_car")).to.deep.equal([row(7800, "Driver"), row(7802, null)]);
    expect(await listed(sandbox, "p_car/contacts")).to.deep.equal([row(7801, "Drives"), row(7803, null)]);
    expect(labelsOf(sandbox)).to.have.nested.property("[1].name", "contact_to_car");
    const second = await create(sandbox, "p_car/contacts", { name: "owner", label: "Owner" });
    expect(second.body).to.deep.equal({ results: [row(7804, "Owner"), row(7805, "Owner")] });
  });

  it("gets another name where that one is taken", async () => {
    const sandbox = await withPortal();
    await create(sandbox, "contacts/p_car", { name: "contact_to_car", label: "Driver" });
    expect(labelsOf(sandbox)).to.have.nested.property("[1].name", "contact_to_car_2");
  });

  it("within one object type is its own inverse", async () => {
    const made = await create(await withPortal(), "p_car/p_car", {
      name: "tow",
      label: "Tows",
      inverseLabel: "Towed by",
    });
    expect(made.body).to.deep.equal({ results: [row(7800, "Tows"), row(7801, "Towed by"), row(7802, null)] });
  });

  it("is made alone by an empty label, once, and between custom object types only", async () => {
    const sandbox = await withPortal();
    const plain = { name: "plain", label: "" };
    expect((await create(sandbox, "contacts/p_car", plain)).body).to.deep.equal({
      results: [row(7800, null), row(7801, null)],
    });
    expect(refusal(await create(sandbox, "p_car/contacts", { ...plain, name: "again" }))).to.deep.equal(
      refused('Association definition label "" already exists on ObjectType pair 2-123-0-1', duplicate),
    );
    expect(refusal(await create(sandbox, "contacts/companies", { ...plain, name: "standard" }))).to.deep.equal(
      refused("The label of an association may not be empty"),
    );
  });

  it("cannot be deleted while labels of the pair stand, and stays when they go", async () => {
    const sandbox = await withPortal();
    await create(sandbox, "contacts/p_car", { name: "driver", label: "Driver" });
    const message = "Definition with label still exists; Cannot delete unlabeled type with associationTypeId";
    expect(refusal(await remove(sandbox, "contacts/p_car", 7802))).to.deep.equal(refused(`${message} 7802`));
    expect(refusal(await remove(sandbox, "p_car/contacts", 7803))).to.deep.equal(refused(`${message} 7803`));
    expect((await remove(sandbox, "contacts/p_car", 7800)).status).to.equal(204);
    expect(await listed(sandbox, "contacts/p_car")).to.deep.equal([row(7802, null)]);
    expect((await remove(sandbox, "p_car/contacts", 7803)).status).to.equal(204);
    expect(labelsOf(sandbox)).to.deep.equal([]);
  });

  it("cannot be given a label", async () => {
    const sandbox = await withPortal({ labels: [{ from: "car", to: "contacts", typeId: 20, label: null }] });
    const answer = await update(sandbox, "p_car/contacts", { associationTypeId: 20, label: "Owner" });
    expect(refusal(answer)).to.deep.equal(refused("The unlabeled association of a pair has no label to change"));
  });
});
