import { expect } from "chai";
import type { PortalInput } from "../../../sandbox";
import { associationTypes } from "../../../data";
import type { Answer } from "./helper";
import { ask, hubSpotDefined, started, userDefined, withoutCorrelationId } from "./helper";

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
  allowsSensitiveProperties: false,
  requiredProperties: [],
  searchableProperties: [],
  secondaryDisplayProperties: [],
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

/** Schemas of the portal's own associations alone. */
const ownOnly = { schemaAssociations: "ownOnly", newObjectAssociations: "none" } as const;

/** The id, name and object types of the associations in a schema. */
const associationsIn = ({ body }: Answer): ReadonlyArray<ReadonlyArray<unknown>> => {
  const associations: ReadonlyArray<unknown> = Object(body).associations;
  return associations
    .map(Object)
    .map(({ id, name, fromObjectTypeId: from, toObjectTypeId: to }) => [id, name, from, to]);
};

describe("sandbox: object schemas", () => {
  for (const version of ["v3", "2025-09", "2026-03", "2026-09"])
    it(`are listed for custom object types, and read one by one for all, under ${version}`, async () => {
      const sandbox = await started({ portals: [portal], switches: ownOnly });
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
    const sandbox = await started({ portals: [{ portalId: 7 }], switches: ownOnly });
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

  it("list HubSpot's own association types beside the portal's, which may have the same numbers", async () => {
    const sandbox = await started({ portals: [{ portalId: 7, nextTypeId: 1 }] });
    await ask(sandbox, "POST", "/crm/associations/v4/contacts/companies/labels", { name: "first", label: "First" });
    const answer = await ask(sandbox, "GET", "/crm-object-schemas/v3/schemas/contacts");
    expect(associationsIn(answer).filter(([id]) => id === "1" || id === "2")).to.deep.equal([
      ["1", "CONTACT_TO_COMPANY_PRIMARY", "0-1", "0-2"],
      ["2", "COMPANY_TO_CONTACT_PRIMARY", "0-2", "0-1"],
      ["1", "first", "0-1", "0-2"],
      ["2", "first", "0-2", "0-1"],
    ]);
    const named = associationTypes.filter((type) => [type.fromObjectTypeId, type.toObjectTypeId].includes("0-1"));
    const both = named.filter((type) => type.fromObjectTypeId !== undefined && type.toObjectTypeId !== undefined);
    expect(associationsIn(answer).length).to.equal(both.length + 2);
  });

  it("tell the limits of HubSpot's own association types from both sides", async () => {
    const limits = [{ from: "contacts", to: "companies", ...hubSpotDefined(279, 5) }];
    const sandbox = await started({ portals: [{ portalId: 7, limits }] });
    const { body } = await ask(sandbox, "GET", "/crm-object-schemas/v3/schemas/companies");
    expect(Object(body).associations).to.deep.include.members([
      association(279, "CONTACT_TO_COMPANY", ["0-1", "0-2"], [5, null]),
      association(280, "COMPANY_TO_CONTACT", ["0-2", "0-1"], [null, 5]),
    ]);
  });

  it("newNamesBehindMilliseconds: those of standard objects learn late of a new label, those of custom ones at once", async () => {
    let now = 0;
    const switches = { ...ownOnly, newNamesBehindMilliseconds: 300_000 };
    const sandbox = await started({ portals: [{ ...portal, labels: [], limits: [] }], switches, clock: () => now });
    await ask(sandbox, "POST", "/crm/associations/v4/contacts/p_car/labels", { name: "driver", label: "Driver" });
    const names = async (type: string): Promise<unknown> =>
      associationsIn(await ask(sandbox, "GET", `/crm-object-schemas/v3/schemas/${type}`)).map(([, name]) => name);
    const all = ["driver", "driver", "contact_to_car", "contact_to_car"];
    expect([await names("contacts"), await names("p_car")]).to.deep.equal([[], all]);
    now = 299_999;
    expect(await names("contacts")).to.deep.equal([]);
    now = 300_000;
    expect(await names("contacts")).to.deep.equal(all);
  });

  it("and the use of labels need a scope like any other reading", async () => {
    const tokens = [{ token: "nothing", missingScopes: ["crm.objects.contacts.read"] }];
    const switches = { missingScopeConcerns: "everything" } as const;
    const sandbox = await started({ portals: [{ ...portal, tokens }], switches });
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
      await ask(sandbox, "POST", "/crm/associations/v4/contacts/2-123/labels", { name: "owner", label: "Owner" });
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

  it("is filtered by the object type on either side, or on both", async () => {
    const sandbox = await started({ portals: [portal] });
    const filtered = async (query: string): Promise<unknown> => {
      const { status, body } = await ask(sandbox, "GET", `/crm/v3/limits/associations/labels?${query}`);
      return [status, status === 200 ? Object(body).results : withoutCorrelationId(body)];
    };
    const answers = [];
    for (const query of [
      "fromObjectTypeId=0-1",
      "toObjectTypeId=0-1",
      "fromObjectTypeId=0-1&toObjectTypeId=2-123",
      "fromObjectTypeId=0-2",
      "toObjectTypeId=2-9",
    ])
      answers.push(await filtered(query));
    expect(answers).to.deep.equal([
      [200, [use(contacts, cars, ["Drives"]), use(contacts, contacts, ["Spouse"])]],
      [200, [use(cars, contacts, ["Driver"]), use(contacts, contacts, ["Spouse"])]],
      [200, [use(contacts, cars, ["Drives"])]],
      [200, []],
      [400, { status: "error", message: "Unable to infer object type from: 2-9" }],
    ]);
  });

  it("deletedLabelsLingerMilliseconds: counts a deleted label for a time", async () => {
    let now = 0;
    const switches = { deletedLabelsLingerMilliseconds: 40_000 };
    const sandbox = await started({ portals: [portal], switches, clock: () => now });
    const labels = async (): Promise<unknown> => {
      const { body } = await ask(sandbox, "GET", "/crm/v3/limits/associations/labels?fromObjectTypeId=2-123");
      return Object(body).results;
    };
    await ask(sandbox, "DELETE", "/crm/associations/v4/p_car/contacts/labels/22");
    now = 39_999;
    expect(await labels()).to.deep.equal([use(cars, contacts, ["Driver"])]);
    now = 40_000;
    expect(await labels()).to.deep.equal([]);
  });

  it("is none in a portal without labels", async () => {
    const { body } = await ask(await started(), "GET", "/crm/v3/limits/associations/labels");
    expect(body).to.deep.equal({ results: [] });
  });
});
