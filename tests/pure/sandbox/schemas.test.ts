import { expect } from "chai";
import type { PortalInput } from "../../../sandbox";
import { ask, started, userDefined, withoutCorrelationId } from "./helper";

const portal: PortalInput = {
  portalId: 77,
  objectTypes: [
    { objectTypeId: "2-123", name: "car" },
    { objectTypeId: "2-456", name: "spare_part" },
  ],
  labels: [
    { from: "car", to: "contacts", typeId: 20, label: null, name: "car_to_contact" },
    { from: "car", to: "contacts", typeId: 22, label: "Driver", inverseLabel: "Drives", name: "driver" },
    { from: "contacts", to: "contacts", typeId: 30, label: "Spouse", name: "spouse" },
    { from: "contacts", to: "companies", typeId: 40, label: "Billing", category: "INTEGRATOR_DEFINED", name: "synced" },
  ],
  limits: [
    { from: "car", to: "contacts", ...userDefined(22, 1) },
    { from: "contacts", to: "car", ...userDefined(23, 9) },
    { from: "contacts", to: "contacts", ...userDefined(30, 2) },
    { from: "contacts", to: "car", ...userDefined(21, 12) },
  ],
};

const association = (
  id: number,
  name: string,
  [fromObjectTypeId, toObjectTypeId]: readonly [string, string],
  [maxTo, maxFrom]: readonly [number | null, number | null],
): unknown => ({
  id: String(id),
  name,
  fromObjectTypeId,
  toObjectTypeId,
  cardinality: "ONE_TO_MANY",
  inverseCardinality: "ONE_TO_MANY",
  maxToObjectIds: maxTo ?? 500000,
  maxFromObjectIds: maxFrom ?? 500000,
  hasUserEnforcedMaxToObjectIds: maxTo !== null,
  hasUserEnforcedMaxFromObjectIds: maxFrom !== null,
});

const ofCarsAndContacts = [
  association(20, "car_to_contact", ["2-123", "0-1"], [null, 12]),
  association(21, "car_to_contact", ["0-1", "2-123"], [12, null]),
  association(22, "driver", ["2-123", "0-1"], [1, 9]),
  association(23, "driver", ["0-1", "2-123"], [9, 1]),
];

const schema = (type: object, associations: ReadonlyArray<unknown>): unknown => ({
  ...type,
  archived: false,
  requiredProperties: [],
  searchableProperties: [],
  properties: [],
  associations,
});

const car = schema(
  {
    id: "2-123",
    objectTypeId: "2-123",
    fullyQualifiedName: "p77_car",
    name: "car",
    labels: { singular: "Car", plural: "Cars" },
  },
  ofCarsAndContacts,
);

const contact = schema(
  {
    id: "0-1",
    objectTypeId: "0-1",
    fullyQualifiedName: "CONTACT",
    name: "CONTACT",
    labels: { singular: "Contact", plural: "Contacts" },
  },
  [
    ...ofCarsAndContacts,
    association(30, "spouse", ["0-1", "0-1"], [2, 2]),
    association(40, "synced", ["0-1", "0-2"], [null, null]),
    association(41, "synced", ["0-2", "0-1"], [null, null]),
  ],
);

describe("sandbox: object schemas", () => {
  for (const version of ["v3", "2025-09", "2026-03", "2026-09"])
    it(`are listed for custom object types, and read one by one for all, under ${version}`, async () => {
      const sandbox = await started({ portals: [portal] });
      const root = `/crm-object-schemas/${version}/schemas`;
      const sparePart = schema(
        {
          id: "2-456",
          objectTypeId: "2-456",
          fullyQualifiedName: "p77_spare_part",
          name: "spare_part",
          labels: { singular: "Spare Part", plural: "Spare Parts" },
        },
        [],
      );
      const answers = [];
      for (const path of [root, `${root}/p77_car`, `${root}/contacts`]) {
        const { status, body } = await ask(sandbox, "GET", path);
        answers.push([status, body]);
      }
      expect(answers).to.deep.equal([
        [200, { results: [car, sparePart] }],
        [200, car],
        [200, contact],
      ]);
    });

  it("are those of the portal that asks", async () => {
    const sandbox = await started({ portals: [{ portalId: 1 }, portal] });
    const list = await ask(sandbox, "GET", "/crm-object-schemas/v3/schemas");
    expect([list.status, list.body]).to.deep.equal([200, { results: [] }]);
    const { status, body } = await ask(sandbox, "GET", "/crm-object-schemas/v3/schemas/p77_car");
    expect([status, withoutCorrelationId(body)]).to.deep.equal([
      400,
      { status: "error", message: "Unable to infer object type from: p77_car" },
    ]);
  });

  it("tell the name of a label that was just made, whichever spelling asks", async () => {
    const sandbox = await started({ portals: [{ portalId: 7 }] });
    await ask(sandbox, "POST", "/crm/associations/v4/line_items/deals/labels", { name: "free", label: "Free" });
    const { body } = await ask(sandbox, "GET", "/crm-object-schemas/v3/schemas/0-8");
    expect(body).to.deep.equal(
      schema(
        {
          id: "0-8",
          objectTypeId: "0-8",
          fullyQualifiedName: "LINE_ITEM",
          name: "LINE_ITEM",
          labels: { singular: "Line Item", plural: "Line Items" },
        },
        [
          association(800, "free", ["0-8", "0-3"], [null, null]),
          association(801, "free", ["0-3", "0-8"], [null, null]),
        ],
      ),
    );
  });

  it("and the use of labels need a scope like any other reading", async () => {
    const tokens = [{ token: "nothing", missingScopes: ["crm.objects.contacts.read"] }];
    const sandbox = await started({ portals: [{ ...portal, tokens }] });
    const statuses = [];
    for (const path of [
      "/crm-object-schemas/v3/schemas",
      "/crm-object-schemas/v3/schemas/contacts",
      "/crm/v3/limits/associations/labels",
    ])
      statuses.push((await ask(sandbox, "GET", path)).status);
    expect(statuses).to.deep.equal([403, 403, 403]);
  });
});

describe("sandbox: the use of labels", () => {
  const contacts = { objectTypeId: "0-1", singularLabel: "Contact", pluralLabel: "Contacts" };
  const cars = { objectTypeId: "2-123", singularLabel: "Car", pluralLabel: "Cars" };
  const use = (fromObjectType: object, toObjectType: object, allLabels: ReadonlyArray<string>): unknown => ({
    fromObjectType,
    toObjectType,
    allLabels,
    usage: allLabels.length,
    limit: 50,
    percentage: allLabels.length * 2,
  });

  for (const root of ["/crm/v3/limits", "/crm/limits/2025-09", "/crm/limits/2026-03", "/crm/limits/2026-09"])
    it(`is counted for every directed pair that has one of the portal's own under ${root}`, async () => {
      const sandbox = await started({ portals: [portal] });
      await ask(sandbox, "POST", "/crm/associations/v4/contacts/car/labels", { name: "owner", label: "Owner" });
      const { status, body } = await ask(sandbox, "GET", `${root}/associations/labels`);
      expect([status, body]).to.deep.equal([
        200,
        {
          results: [
            use(cars, contacts, ["Driver", "Owner"]),
            use(contacts, cars, ["Drives", "Owner"]),
            use(contacts, contacts, ["Spouse"]),
          ],
        },
      ]);
    });

  it("is none in a portal without labels", async () => {
    const { body } = await ask(await started(), "GET", "/crm/v3/limits/associations/labels");
    expect(body).to.deep.equal({ results: [] });
  });
});
