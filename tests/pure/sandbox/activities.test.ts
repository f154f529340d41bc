import { expect } from "chai";
import type { DirectSandbox, PortalInput } from "../../../sandbox";
import { ask, configurations, isObject, started, userDefined } from "./helper";
import { create, results, row, v4 } from "./labelHelper";

const objectTypes = [
  { objectTypeId: "2-123", name: "car" },
  { objectTypeId: "2-456", name: "pet" },
];

const withObjects = (more: Partial<PortalInput> = {}): Promise<DirectSandbox> =>
  started({ portals: [{ portalId: 77, objectTypes, ...more }] });

const typesOf = async (sandbox: DirectSandbox, pair: string): Promise<unknown> =>
  results(await ask(sandbox, "GET", `${v4}/${pair}/labels`));

describe("sandbox: a custom object's associations with activities", () => {
  it("are there from the start, each way, without a label, under ids of the portal's own", async () => {
    const sandbox = await withObjects();
    const there = ["notes", "tasks", "emails", "calls", "meetings", "communications", "postal_mail"];
    const found = [];
    for (const activity of there)
      found.push(await typesOf(sandbox, `p_car/${activity}`), await typesOf(sandbox, `${activity}/p_car`));
    expect(found).to.deep.equal(there.flatMap((_, i) => [[row(2 * i + 1, null)], [row(2 * i + 2, null)]]));
    expect(await typesOf(sandbox, "p_pet/notes")).to.deep.equal([row(15, null)]);
    expect(await typesOf(sandbox, "p_car/contacts")).to.deep.equal([]);
  });

  it("can be limited, and stand in the schema of the object", async () => {
    const sandbox = await withObjects();
    const inputs = [userDefined(1, 3)];
    const path = `${configurations}/p_car/notes`;
    expect((await ask(sandbox, "POST", `${path}/batch/update`, { inputs })).status).to.equal(200);
    expect(results(await ask(sandbox, "GET", path))).to.deep.equal([
      { ...userDefined(1), userEnforcedMaxToObjectIds: 3 },
    ]);
    const { body } = await ask(sandbox, "GET", "/crm-object-schemas/v3/schemas/2-123");
    const associations: ReadonlyArray<unknown> = isObject(body) ? Object(body).associations : [];
    expect(associations.map((one) => Object(one).name).slice(0, 4)).to.deep.equal([
      "car_to_note",
      "car_to_note",
      "car_to_task",
      "car_to_task",
    ]);
  });

  it("leave a standing one, a taken id and a taken name alone, and labels get other ids", async () => {
    const labels = [
      { from: "notes", to: "car", typeId: 40, label: null, name: "mine" },
      { from: "contacts", to: "companies", typeId: 1, label: "Partner", name: "car_to_task" },
    ];
    const sandbox = await withObjects({ labels });
    expect(await typesOf(sandbox, "notes/p_car")).to.deep.equal([row(40, null)]);
    expect(await typesOf(sandbox, "p_car/tasks")).to.deep.equal([row(3, null)]);
    expect(
      sandbox
        .state()
        .portals[0]?.labels.map(({ name }) => name)
        .slice(0, 2),
    ).to.deep.equal(["car_to_task_2", "car_to_email"]);
    const made = await create(sandbox, "p_car/notes", { name: "minutes", label: "Minutes" });
    expect(results(made)).to.deep.equal([row(7800, "Minutes"), row(7801, "Minutes")]);
  });

  it("are read back as they are, and newObjectAssociations: there may be none", async () => {
    const sandbox = await withObjects();
    const before = sandbox.state();
    sandbox.setState(before);
    expect(sandbox.state()).to.deep.equal(before);
    const without = { portals: [{ portalId: 77, objectTypes }], switches: { newObjectAssociations: "none" } } as const;
    sandbox.setState(without);
    expect(sandbox.state().portals[0]?.labels).to.deep.equal([]);
  });
});
