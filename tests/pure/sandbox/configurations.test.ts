import { expect } from "chai";
import type { PortalInput } from "../../../sandbox";
import {
  ask,
  configurations,
  hubSpotDefined,
  started,
  userDefined,
  withoutCorrelationId,
  withoutTimes,
} from "./helper";

const portal: PortalInput = {
  portalId: 77,
  accountType: "DEVELOPER_TEST",
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [
    { from: "contacts", to: "companies", typeId: 10, label: "Decision maker", inverseLabel: "Decided by" },
    { from: "car", to: "contacts", typeId: 20, label: null },
    { from: "contacts", to: "contacts", typeId: 30, label: "Spouse" },
  ],
};

const roots = [
  "/crm/associations/v4",
  "/crm/associations/2025-09",
  "/crm/associations/2026-03",
  "/crm/associations/2026-09",
  "/crm/v4/associations",
];

describe("sandbox: limits", () => {
  for (const root of roots)
    it(`are set, read and purged under ${root}`, async () => {
      const sandbox = await started({ portals: [portal] });
      const paths = `${root}/definitions/configurations`;
      const pair = `${paths}/contacts/companies`;
      const row = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 };

      const updated = await ask(sandbox, "POST", `${pair}/batch/update`, { inputs: [hubSpotDefined(279, 5)] });
      expect(updated.status).to.equal(200);
      expect(withoutTimes(updated.body)).to.deep.equal({ status: "COMPLETE", results: [row] });

      const label = { ...userDefined(10), label: "Decision maker", userEnforcedMaxToObjectIds: 2 };
      const created = await ask(sandbox, "POST", `${pair}/batch/create`, { inputs: [userDefined(10, 2)] });
      expect(created.status).to.equal(201);
      expect(withoutTimes(created.body)).to.deep.equal({ status: "COMPLETE", results: [label] });

      const one = await ask(sandbox, "GET", pair);
      expect([one.status, one.body]).to.deep.equal([200, { results: [row, label] }]);
      const all = await ask(sandbox, "GET", `${paths}/all`);
      expect([all.status, all.body]).to.deep.equal([200, { results: [row, label] }]);

      const purged = await ask(sandbox, "POST", `${pair}/batch/purge`, { inputs: [hubSpotDefined(279)] });
      expect([purged.status, purged.body]).to.deep.equal([204, undefined]);
      expect((await ask(sandbox, "GET", pair)).body).to.deep.equal({ results: [label] });
    });

  it("are purged where none stands, too", async () => {
    const sandbox = await started();
    const path = `${configurations}/contacts/companies/batch/purge`;
    expect((await ask(sandbox, "POST", path, { inputs: [hubSpotDefined(279)] })).status).to.equal(204);
  });

  it("belong to one direction of a pair", async () => {
    const sandbox = await started();
    await ask(sandbox, "POST", `${configurations}/contacts/companies/batch/update`, {
      inputs: [hubSpotDefined(279, 5)],
    });
    expect((await ask(sandbox, "GET", `${configurations}/companies/contacts`)).body).to.deep.equal({ results: [] });
  });

  it("of the whole portal are read at once, in rows that name no object types", async () => {
    const sandbox = await started({
      portals: [
        {
          ...portal,
          limits: [
            { from: "deals", to: "contacts", category: "HUBSPOT_DEFINED", typeId: 3, maxToObjectIds: 9 },
            { from: "contacts", to: "car", category: "USER_DEFINED", typeId: 21, maxToObjectIds: 1 },
          ],
        },
      ],
    });
    expect((await ask(sandbox, "GET", `${configurations}/all`)).body).to.deep.equal({
      results: [
        { ...hubSpotDefined(3), userEnforcedMaxToObjectIds: 9 },
        { ...userDefined(21), userEnforcedMaxToObjectIds: 1 },
      ],
    });
  });

  it("between records of one object type are one number for both ways", async () => {
    const sandbox = await started({ portals: [portal] });
    const inputs = [hubSpotDefined(449, 6), userDefined(30, 1)];
    await ask(sandbox, "POST", `${configurations}/contacts/contacts/batch/update`, { inputs });
    const both = [
      { ...hubSpotDefined(449), userEnforcedMaxToObjectIds: 6 },
      { ...userDefined(30), label: "Spouse", userEnforcedMaxToObjectIds: 1 },
    ];
    expect((await ask(sandbox, "GET", `${configurations}/contacts/contacts`)).body).to.deep.equal({ results: both });
    expect((await ask(sandbox, "GET", `${configurations}/all`)).body).to.deep.equal({ results: both });
  });

  it("take the last of two inputs for one type", async () => {
    const sandbox = await started();
    const inputs = [hubSpotDefined(279, 5), hubSpotDefined(279, 6)];
    await ask(sandbox, "POST", `${configurations}/contacts/companies/batch/update`, { inputs });
    expect(sandbox.state().portals[0]?.limits).to.deep.equal([
      { from: "contacts", to: "companies", ...hubSpotDefined(279, 6) },
    ]);
  });

  it("pass over keys that HubSpot does not know", async () => {
    const sandbox = await started();
    const body = { inputs: [{ ...hubSpotDefined(279, 5), note: "x" }], more: 1 };
    const path = `${configurations}/contacts/companies/batch/update`;
    expect((await ask(sandbox, "POST", path, body)).status).to.equal(200);
  });
});

describe("sandbox: object types", () => {
  const spellings = ["contacts", "contact", "CONTACTS", "Contact", "0-1"];
  for (const spelling of spellings)
    it(`take ${spelling} for contacts`, async () => {
      const limit = { from: "contacts", to: "deals", ...hubSpotDefined(4, 3) };
      const sandbox = await started({ portals: [{ portalId: 77, limits: [limit] }] });
      expect((await ask(sandbox, "GET", `${configurations}/${spelling}/0-3`)).body).to.deep.equal({
        results: [{ ...hubSpotDefined(4), userEnforcedMaxToObjectIds: 3 }],
      });
    });

  for (const spelling of ["2-123", "p_car", "P_CAR", "p77_car", "P77_Car", "p77%5Fcar"])
    it(`take ${spelling} for the portal's custom object type`, async () => {
      const limit = { from: "car", to: "contacts", ...userDefined(20, 3) };
      const sandbox = await started({ portals: [{ ...portal, limits: [limit] }] });
      expect((await ask(sandbox, "GET", `${configurations}/${spelling}/contacts`)).body).to.deep.equal({
        results: [{ ...userDefined(20), userEnforcedMaxToObjectIds: 3 }],
      });
    });

  for (const spelling of ["car", "CAR"]) {
    it(`do not take ${spelling}, a plain name, for the portal's custom object type`, async () => {
      const sandbox = await started({ portals: [portal] });
      for (const path of [`${spelling}/contacts`, `contacts/${spelling}`]) {
        const { status, body } = await ask(sandbox, "GET", `${configurations}/${path}`);
        expect([status, withoutCorrelationId(body)]).to.deep.equal([
          400,
          { status: "error", message: `Unable to infer object type from: ${spelling}` },
        ]);
      }
    });

    it(`plainCustomNames: or do take ${spelling}`, async () => {
      const limit = { from: "car", to: "contacts", ...userDefined(20, 3) };
      const sandbox = await started({
        portals: [{ ...portal, limits: [limit] }],
        switches: { plainCustomNames: "accepted" },
      });
      expect((await ask(sandbox, "GET", `${configurations}/${spelling}/contacts`)).body).to.deep.equal({
        results: [{ ...userDefined(20), userEnforcedMaxToObjectIds: 3 }],
      });
    });
  }

  it("do not know another portal's custom object type", async () => {
    const sandbox = await started({ portals: [{ portalId: 1 }, portal] });
    for (const spelling of ["car", "2-123", "p77_car"])
      expect((await ask(sandbox, "GET", `${configurations}/${spelling}/contacts`)).status).to.equal(400);
  });
});

describe("sandbox: labels", () => {
  for (const root of roots)
    it(`are listed with HubSpot's own ones under ${root}`, async () => {
      const sandbox = await started({ portals: [portal] });
      const there = await ask(sandbox, "GET", `${root}/contact/company/labels`);
      expect([there.status, there.body]).to.deep.equal([
        200,
        {
          results: [
            { ...hubSpotDefined(1), label: "Primary" },
            { ...hubSpotDefined(279), label: null },
            { ...hubSpotDefined(931), label: "Billing Contact" },
            { ...userDefined(10), label: "Decision maker" },
          ],
        },
      ]);
      expect((await ask(sandbox, "GET", `${root}/0-2/0-1/labels`)).body).to.deep.equal({
        results: [
          { ...hubSpotDefined(2), label: "Contact with Primary Company" },
          { ...hubSpotDefined(280), label: null },
          { ...hubSpotDefined(930), label: "Billing Contact" },
          { ...userDefined(11), label: "Decided by" },
        ],
      });
    });

  it("of companies to companies are those of parents and children", async () => {
    const sandbox = await started();
    expect((await ask(sandbox, "GET", "/crm/associations/v4/companies/companies/labels")).body).to.deep.equal({
      results: [
        { ...hubSpotDefined(13), label: "Child Company" },
        { ...hubSpotDefined(14), label: "Parent Company" },
        { ...hubSpotDefined(450), label: null },
      ],
    });
  });

  it("are none for a pair that cannot be associated", async () => {
    const sandbox = await started();
    expect((await ask(sandbox, "GET", "/crm/associations/v4/products/users/labels")).body).to.deep.equal({
      results: [],
    });
  });
});

describe("sandbox: account details", () => {
  for (const version of ["v3", "2025-09", "2026-03", "2026-09"])
    it(`name the portal under ${version}`, async () => {
      const sandbox = await started({ portals: [portal] });
      const { status, body } = await ask(sandbox, "GET", `/account-info/${version}/details`);
      expect([status, body]).to.deep.equal([
        200,
        {
          portalId: 77,
          accountType: "DEVELOPER_TEST",
          timeZone: "US/Eastern",
          companyCurrency: "USD",
          additionalCurrencies: [],
          utcOffset: "-05:00",
          utcOffsetMilliseconds: -18000000,
          uiDomain: "app.hubspot.com",
          dataHostingLocation: "na1",
        },
      ]);
    });
});
