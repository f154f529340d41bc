import { expect } from "chai";
import type { PortalInput, DirectSandbox } from "../../../sandbox";
import { ask, hubSpotDefined, started, userDefined, withoutCorrelationId } from "./helper";

const records = (...associated: ReadonlyArray<number>) =>
  associated.map((associated, i) => ({ objectId: 101 + i, label: `Record ${101 + i}`, associated }));

const portal: PortalInput = {
  portalId: 77,
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [
    { from: "car", to: "contacts", typeId: 20, label: null },
    { from: "car", to: "contacts", typeId: 22, label: "Driver", inverseLabel: "Drives" },
  ],
  limits: [
    { from: "contacts", to: "companies", ...hubSpotDefined(279, 5) },
    { from: "companies", to: "contacts", ...hubSpotDefined(280, 1000) },
    { from: "car", to: "contacts", ...userDefined(20, 2) },
    { from: "car", to: "contacts", ...userDefined(22, 1) },
  ],
  recordUsage: [
    { from: "contacts", to: "companies", records: records(5, 6, 4, 3) },
    { from: "contacts", to: "deals", records: records(40_000, 39_999) },
    { from: "contacts", to: "tickets", records: records(39_999) },
    { from: "companies", to: "contacts", records: records(800, 999, 850, 801, 820, 830, 799) },
    { from: "car", to: "contacts", records: [{ objectId: 17_705_714_757, associated: 2 }] },
  ],
};

const contacts = { objectTypeId: "0-1", singularLabel: "Contact", pluralLabel: "Contacts" };
const companies = { objectTypeId: "0-2", singularLabel: "Company", pluralLabel: "Companies" };
const deals = { objectTypeId: "0-3", singularLabel: "Deal", pluralLabel: "Deals" };
const cars = { objectTypeId: "2-123", singularLabel: "Car", pluralLabel: "Cars" };

const has = (type: object, hasRecordsAtLimit: boolean, hasRecordsNearLimit: boolean) => ({
  ...type,
  hasRecordsAtLimit,
  hasRecordsNearLimit,
});

const read = async (sandbox: DirectSandbox, path: string, root = "/crm/v3/limits") => {
  const { status, body } = await ask(sandbox, "GET", `${root}/associations/records/${path}`);
  return status === 200 ? body : [status, withoutCorrelationId(body)];
};

describe("sandbox: records at or near their limit", () => {
  for (const root of ["/crm/v3/limits", "/crm/limits/2025-09", "/crm/limits/2026-03", "/crm/limits/2026-09"])
    it(`are found from object type to object type under ${root}`, async () => {
      const sandbox = await started({ portals: [portal] });
      expect(await read(sandbox, "from", root)).to.deep.equal({
        results: [has(contacts, true, true), has(companies, false, true), has(cars, true, false)],
      });
      expect(await read(sandbox, "0-1/to", root)).to.deep.equal({
        results: [has(companies, true, true), has(deals, false, true)],
      });
      expect(await read(sandbox, "0-1/0-2", root)).to.deep.equal({
        limit: 5,
        totalRecordsAtLimit: 2,
        totalRecordsNearLimit: 1,
        atLimitFromRecordSamples: [
          { objectId: 101, label: "Record 101" },
          { objectId: 102, label: "Record 102" },
        ],
        nearLimitFromRecordSamples: [{ objectId: 103, label: "Record 103", usage: 4, percentage: 80 }],
      });
    });

  it("are counted in full, and five of them are samples", async () => {
    expect(await read(await started({ portals: [portal] }), "0-2/0-1")).to.deep.equal({
      limit: 1000,
      totalRecordsAtLimit: 0,
      totalRecordsNearLimit: 6,
      atLimitFromRecordSamples: [],
      nearLimitFromRecordSamples: [
        { objectId: 101, label: "Record 101", usage: 800, percentage: 80 },
        { objectId: 102, label: "Record 102", usage: 999, percentage: 99.9 },
        { objectId: 103, label: "Record 103", usage: 850, percentage: 85 },
        { objectId: 104, label: "Record 104", usage: 801, percentage: 80.1 },
        { objectId: 105, label: "Record 105", usage: 820, percentage: 82 },
      ],
    });
  });

  it("of a custom object go by its unlabeled limit, and by object type and id where they have no name", async () => {
    const sandbox = await started({ portals: [portal] });
    const answer = {
      limit: 2,
      totalRecordsAtLimit: 1,
      totalRecordsNearLimit: 0,
      atLimitFromRecordSamples: [{ objectId: 17_705_714_757, label: "Car 17705714757" }],
      nearLimitFromRecordSamples: [],
    };
    expect([await read(sandbox, "2-123/0-1"), await read(sandbox, "p77_car/contacts")]).to.deep.equal([answer, answer]);
  });

  it("of a pair without a limit go by HubSpot's, and a pair of which nothing is known has none", async () => {
    const sandbox = await started({ portals: [portal] });
    const none = {
      limit: 50_000,
      totalRecordsAtLimit: 0,
      totalRecordsNearLimit: 0,
      atLimitFromRecordSamples: [],
      nearLimitFromRecordSamples: [],
    };
    expect([await read(sandbox, "0-1/0-5"), await read(sandbox, "0-2/0-3")]).to.deep.equal([none, none]);
    expect(await read(sandbox, "0-1/0-3")).to.deep.equal({
      ...none,
      totalRecordsNearLimit: 1,
      nearLimitFromRecordSamples: [{ objectId: 101, label: "Record 101", usage: 40_000, percentage: 80 }],
    });
  });

  it("follow the limits that are set", async () => {
    const sandbox = await started({ portals: [portal] });
    const inputs = [hubSpotDefined(279, 20)];
    await ask(sandbox, "POST", "/crm/associations/v4/definitions/configurations/0-1/0-2/batch/update", { inputs });
    expect(await read(sandbox, "0-1/to")).to.deep.equal({ results: [has(deals, false, true)] });
  });

  it("are none in a portal that says nothing of records", async () => {
    const sandbox = await started();
    expect([await read(sandbox, "from"), await read(sandbox, "0-1/to")]).to.deep.equal([
      { results: [] },
      { results: [] },
    ]);
  });

  it("need object types that HubSpot knows, and a scope", async () => {
    const tokens = ["open", { token: "barred", missingScopes: ["crm.objects.contacts.read"] }];
    const sandbox = await started({ portals: [{ ...portal, tokens }] });
    const unknown = [400, { status: "error", message: "Unable to infer object type from: 2-9" }];
    expect(await read(sandbox, "2-9/to")).to.deep.equal(unknown);
    expect(await read(sandbox, "2-9/0-1")).to.deep.equal(unknown);
    expect(await read(sandbox, "0-1/2-9")).to.deep.equal(unknown);
    for (const path of ["0-1/to", "0-1/0-2"])
      expect(await read({ ...sandbox, token: "barred" }, path))
        .to.have.property("0")
        .that.equals(403);
  });

  it("demo has some of each kind, all on pairs of its own, the same each time", async () => {
    const sandbox = await started({ seed: "demo" });
    const from: ReadonlyArray<unknown> = Object(await read(sandbox, "from")).results;
    const counts: Array<unknown> = [];
    for (const { objectTypeId: one } of from.map(Object)) {
      const to: ReadonlyArray<unknown> = Object(await read(sandbox, `${one}/to`)).results;
      for (const { objectTypeId: other } of to.map(Object)) {
        const { limit, totalRecordsAtLimit, totalRecordsNearLimit } = Object(await read(sandbox, `${one}/${other}`));
        counts.push([one, other, limit, totalRecordsAtLimit, totalRecordsNearLimit]);
      }
    }
    expect(counts).to.deep.equal([
      ["0-1", "0-2", 5, 4, 3],
      ["0-2", "0-1", 500, 2, 3],
      ["0-2", "0-5", 50_000, 0, 1],
      ["0-3", "0-1", 20, 0, 7],
      ["0-3", "2-4802", 3, 1, 0],
      ["0-162", "0-2", 1, 6, 0],
      ["2-4801", "0-2", 3, 2, 0],
      ["0-53", "0-3", 1, 3, 0],
    ]);
  });
});
