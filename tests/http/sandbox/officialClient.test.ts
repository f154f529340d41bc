/** A client that nobody here wrote agrees with the sandbox on paths and bodies. */
import { Client } from "@hubspot/api-client";
import {
  createConfiguration,
  DefinitionConfigurationsApi,
  PublicAssociationDefinitionConfigurationCreateRequestCategoryEnum as CreateCategory,
  PublicAssociationDefinitionConfigurationUpdateRequestCategoryEnum as UpdateCategory,
  ServerConfiguration,
} from "@hubspot/api-client/lib/codegen/crm/associations/v4/schema";
import { expect } from "chai";
import type { PortalInput } from "../../../sandbox";
import { started } from "./helper";
import { hubSpotDefined, userDefined, withoutTimes } from "../../pure/sandbox/helper";

const portal: PortalInput = {
  portalId: 77,
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [
    { from: "contacts", to: "companies", typeId: 10, label: "Decision maker" },
    { from: "car", to: "contacts", typeId: 20, label: null },
  ],
};

const clientOf = async (): Promise<Client> => {
  const { url, token } = await started({ portals: [portal] });
  return new Client({ accessToken: token, basePath: url });
};

const root = "/crm/v4/associations/definitions/configurations";

describe("sandbox: HubSpot's own client", () => {
  it("updates, reads and purges limits", async () => {
    const client = await clientOf();
    const send = (method: string, path: string, body?: unknown) =>
      client.apiRequest({ method, path: `${root}/${path}`, ...(body === undefined ? {} : { body }) });
    const inputs = [hubSpotDefined(279, 5), userDefined(10, 2)];
    const applied = [
      { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 },
      { ...userDefined(10), userEnforcedMaxToObjectIds: 2 },
    ];
    const rows = applied.map((row) => (row.typeId === 10 ? { ...row, label: "Decision maker" } : row));

    const updated = await send("POST", "contacts/companies/batch/update", { inputs });
    expect(updated.status).to.equal(200);
    expect(withoutTimes(await updated.json())).to.deep.equal({ status: "COMPLETE", results: applied });
    expect(await (await send("GET", "contacts/companies")).json()).to.deep.equal({ results: rows });
    expect(await (await send("GET", "all")).json()).to.deep.equal({ results: rows });
    expect((await send("POST", "contacts/companies/batch/purge", { inputs })).status).to.equal(204);
    expect(await (await send("GET", "all")).json()).to.deep.equal({ results: [] });
  });

  it("finds in every answer what HubSpot's specification promises", async () => {
    const { url, token } = await started({ portals: [portal] });
    const api = new DefinitionConfigurationsApi(
      createConfiguration({
        baseServer: new ServerConfiguration(url, {}),
        authMethods: { oauth2: { accessToken: token } },
      }),
    );
    const limit = { typeId: 279, maxToObjectIds: 5 };
    const created = await api.batchCreate("contacts", "companies", {
      inputs: [{ category: CreateCategory.HubspotDefined, ...limit }],
    });
    expect([created.status, created.startedAt instanceof Date]).to.deep.equal(["COMPLETE", true]);
    const refused = await api.batchUpdate("contacts", "deals", {
      inputs: [{ category: UpdateCategory.HubspotDefined, ...limit }],
    });
    expect([refused.status, "numErrors" in refused && refused.numErrors]).to.deep.equal(["CANCELED", 1]);
    const rows = (await api.getAllBetweenTwoObjectTypes("contacts", "companies")).results;
    expect(rows.map((row) => ({ ...row }))).to.deep.include({ ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 });
    await api.batchRemove("contacts", "companies", {
      inputs: [{ category: "HUBSPOT_DEFINED", typeId: 279 }],
    });
    expect((await api.getAll()).results).to.deep.equal([]);
  });

  it("lists labels", async () => {
    const client = await clientOf();
    const { results } = await client.crm.associations.v4.schema.definitionsApi.getAll("contacts", "companies");
    expect(results.map(({ category, typeId, label }) => ({ category, typeId, label }))).to.deep.equal([
      { ...hubSpotDefined(1), label: "Primary" },
      { ...hubSpotDefined(279), label: null },
      { ...hubSpotDefined(931), label: "Billing Contact" },
      { ...userDefined(10), label: "Decision maker" },
    ]);
    const custom = await client.crm.associations.v4.schema.definitionsApi.getAll("p77_car", "0-1");
    expect(custom.results.map(({ typeId }) => typeId)).to.deep.equal([20]);
  });

  it("makes, lists, changes and deletes labels", async () => {
    const client = await clientOf();
    const api = client.crm.associations.v4.schema.definitionsApi;
    const pair = ["contacts", "deals"] as const;
    const labels = async (from: string, to: string): Promise<ReadonlyArray<unknown>> =>
      (await api.getAll(from, to)).results
        .filter(({ category }) => category === "USER_DEFINED")
        .map(({ typeId, label }) => [typeId, label]);
    const made = await api.create(...pair, { name: "buyer", label: "Buyer", inverseLabel: "Bought by" });
    expect(made.results.map((row) => ({ ...row }))).to.deep.equal([
      { ...userDefined(7800), label: "Buyer" },
      { ...userDefined(7801), label: "Bought by" },
    ]);
    await api.update(...pair, { associationTypeId: 7800, label: "Payer", inverseLabel: "Paid by" });
    expect([await labels("contacts", "deals"), await labels("deals", "contacts")]).to.deep.equal([
      [[7800, "Payer"]],
      [[7801, "Paid by"]],
    ]);
    await api.remove(...pair, 7800);
    expect([await labels("contacts", "deals"), await labels("deals", "contacts")]).to.deep.equal([[], []]);
  });

  it("reads the names of labels from schemas", async () => {
    const client = await clientOf();
    const { coreApi } = client.crm.schemas;
    const types = (await coreApi.getAll()).results;
    expect(types.map(({ name, objectTypeId, labels }) => [name, objectTypeId, { ...labels }])).to.deep.equal([
      ["car", "2-123", { singular: "Car", plural: "Cars" }],
    ]);
    const { associations } = await coreApi.getById("companies");
    const own = associations.filter(({ name }) => name === "decision_maker_10");
    expect(
      own.map(({ id, name, fromObjectTypeId, toObjectTypeId }) => [id, name, fromObjectTypeId, toObjectTypeId]),
    ).to.deep.equal([
      ["10", "decision_maker_10", "0-1", "0-2"],
      ["11", "decision_maker_10", "0-2", "0-1"],
    ]);
  });

  it("understands errors", async () => {
    const { url } = await started();
    const client = new Client({ accessToken: "garbage", basePath: url });
    let caught: unknown;
    await client.crm.associations.v4.schema.definitionsApi.getAll("contacts", "companies").catch((error: unknown) => {
      caught = error;
    });
    expect(caught).to.have.property("code", 401);
    expect(caught).to.have.nested.property("body.category", "EXPIRED_AUTHENTICATION");
  });
});
