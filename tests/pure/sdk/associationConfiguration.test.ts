/** What a program's declaration becomes on its way to the engine, and back. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { AssociationConfiguration } from "../../../sdk";
import { startProgram, valueOf } from "./helper";

const providerText = `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("AssociationConfiguration")`;

const outputs = {
  fromObjectType: "contacts",
  toObjectType: "companies",
  limits: [{ unlabeled: true, maxToObjectIds: 5 }],
  authoritative: false,
  onCreate: "adopt",
  onDelete: "restore",
  resolved: [{ category: "HUBSPOT_DEFINED", typeId: 279 }],
  results: [{ category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 }],
  others: [],
  previous: [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
  portalId: 4242,
  fromObjectTypeId: "0-1",
  toObjectTypeId: "0-2",
  status: "COMPLETE",
  requestedAt: "2026-01-01T00:00:00Z",
  startedAt: "2026-01-01T00:00:01Z",
  completedAt: "2026-01-01T00:00:02Z",
  links: { documentation: "https://example.com" },
  numErrors: 0,
  errors: [],
} as const;

describe("AssociationConfiguration", () => {
  it("registers the type that states hold for ever, with the constant provider text and the inputs as given", async () => {
    const registered = await startProgram();
    const resource = new AssociationConfiguration("contact-to-company", {
      fromObjectType: "Contact",
      toObjectType: pulumi.output("0-2"),
      limits: [
        { category: "USER_DEFINED", typeId: pulumi.output(37), maxToObjectIds: 2 },
        pulumi.output({ unlabeled: true as const, maxToObjectIds: 5 }),
        { label: pulumi.output("Decision maker"), maxToObjectIds: 2 },
      ],
      authoritative: true,
    });
    await valueOf(resource.urn);
    expect(registered).to.deep.equal([
      {
        type: "pulumi-nodejs:dynamic/hubspot:AssociationConfiguration",
        name: "contact-to-company",
        id: undefined,
        inputs: {
          __provider: providerText,
          fromObjectType: "Contact",
          toObjectType: "0-2",
          limits: [
            { category: "USER_DEFINED", typeId: 37, maxToObjectIds: 2 },
            { unlabeled: true, maxToObjectIds: 5 },
            { label: "Decision maker", maxToObjectIds: 2 },
          ],
          authoritative: true,
        },
      },
    ]);
  });

  it("hands every output of the provider back to the program", async () => {
    await startProgram({}, outputs);
    const resource = new AssociationConfiguration("contact-to-company", {
      fromObjectType: "contacts",
      toObjectType: "companies",
      limits: [],
    });
    const seen = await valueOf(
      pulumi.output({
        fromObjectType: resource.fromObjectType,
        toObjectType: resource.toObjectType,
        limits: resource.limits,
        authoritative: resource.authoritative,
        onCreate: resource.onCreate,
        onDelete: resource.onDelete,
        resolved: resource.resolved,
        results: resource.results,
        others: resource.others,
        previous: resource.previous,
        portalId: resource.portalId,
        fromObjectTypeId: resource.fromObjectTypeId,
        toObjectTypeId: resource.toObjectTypeId,
        status: resource.status,
        requestedAt: resource.requestedAt,
        startedAt: resource.startedAt,
        completedAt: resource.completedAt,
        links: resource.links,
        numErrors: resource.numErrors,
        errors: resource.errors,
      }),
    );
    expect(seen).to.deep.equal(outputs);
  });

  it("leaves wrong arguments to the provider's check, which names the resource and says all that is wrong", async () => {
    const registered = await startProgram();
    const fromJavaScript: unknown = { toObjectType: "companies", limit: 5 };
    const resource = new AssociationConfiguration("wrong", fromJavaScript as never);
    await valueOf(resource.urn);
    expect(registered.map(({ inputs }) => inputs)).to.deep.equal([
      { __provider: providerText, toObjectType: "companies", limit: 5 },
    ]);
  });

  it("cannot be given another provider text", async () => {
    const registered = await startProgram();
    const resource = new AssociationConfiguration("forged", { __provider: "exports.handler=()=>({})" } as never);
    await valueOf(resource.urn);
    expect(registered.map(({ inputs }) => inputs)).to.deep.equal([{ __provider: providerText }]);
  });

  it("says what to do instead of the import option, which would crash Pulumi", async () => {
    const registered = await startProgram();
    const args = { fromObjectType: "contacts", toObjectType: "companies", limits: [] };
    expect(() => new AssociationConfiguration("pair", args, { import: "contacts/companies" })).to.throw(
      pulumi.RunError,
      `AssociationConfiguration "pair": Pulumi's import option does not work with dynamic providers. Leave it out and ` +
        `say onCreate: "adopt", then creating the resource takes over what stands in the portal.`,
    );
    expect(registered).to.deep.equal([]);
  });

  it("get reads the pair by its id, with the provider text and nothing else", async () => {
    const registered = await startProgram({}, outputs);
    const resource = AssociationConfiguration.get("as-it-is", "contacts/companies", { protect: true });
    expect(await valueOf(resource.results)).to.deep.equal(outputs.results);
    expect(await valueOf(resource.id)).to.equal("contacts/companies");
    expect(registered).to.deep.equal([
      {
        type: "pulumi-nodejs:dynamic/hubspot:AssociationConfiguration",
        name: "as-it-is",
        id: "contacts/companies",
        inputs: { __provider: providerText },
      },
    ]);
  });
});
