/** What a program's label becomes on its way to the engine, and back. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { AssociationConfiguration, AssociationLabel } from "../../../sdk";
import { startProgram, valueOf } from "./helper";

const providerText = `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("AssociationLabel")`;

const args = {
  fromObjectType: "contacts",
  toObjectType: "companies",
  name: "decision_maker",
  label: "Decision maker",
} as const;

const outputs = {
  ...args,
  inverseLabel: "Decided by",
  onCreate: "fail",
  onDelete: "delete",
  typeId: 37,
  inverseTypeId: 38,
  category: "USER_DEFINED",
  adopted: false,
  portalId: 4242,
} as const;

describe("AssociationLabel", () => {
  it("registers the type that states hold for ever, with the constant provider text and the inputs as given", async () => {
    const registered = await startProgram();
    const resource = new AssociationLabel("decision-maker", {
      ...args,
      fromObjectType: "Contact",
      inverseLabel: pulumi.output("Decided by"),
      onCreate: "adopt",
      onDelete: "keep",
    });
    await valueOf(resource.urn);
    expect(registered).to.deep.equal([
      {
        type: "pulumi-nodejs:dynamic/hubspot:AssociationLabel",
        name: "decision-maker",
        id: undefined,
        inputs: {
          __provider: providerText,
          fromObjectType: "Contact",
          toObjectType: "companies",
          name: "decision_maker",
          label: "Decision maker",
          inverseLabel: "Decided by",
          onCreate: "adopt",
          onDelete: "keep",
        },
      },
    ]);
  });

  it("hands every output of the provider back to the program", async () => {
    await startProgram({}, outputs);
    const resource = new AssociationLabel("decision-maker", args);
    const seen = await valueOf(
      pulumi.output({
        fromObjectType: resource.fromObjectType,
        toObjectType: resource.toObjectType,
        name: resource.name,
        label: resource.label,
        inverseLabel: resource.inverseLabel,
        onCreate: resource.onCreate,
        onDelete: resource.onDelete,
        typeId: resource.typeId,
        inverseTypeId: resource.inverseTypeId,
        category: resource.category,
        adopted: resource.adopted,
        portalId: resource.portalId,
      }),
    );
    expect(seen).to.deep.equal(outputs);
  });

  it("gives its ids to the limits of both directions", async () => {
    const registered = await startProgram({}, { typeId: 37, inverseTypeId: 38 });
    const label = new AssociationLabel("decision-maker", args);
    const limit = (typeId: pulumi.Output<number | undefined>, maxToObjectIds: number) => ({
      category: "USER_DEFINED" as const,
      typeId: typeId.apply((id) => id ?? 0),
      maxToObjectIds,
    });
    const resources = [
      new AssociationConfiguration("contact-to-company", {
        fromObjectType: "contacts",
        toObjectType: "companies",
        limits: [limit(label.typeId, 2)],
      }),
      new AssociationConfiguration("company-to-contact", {
        fromObjectType: "companies",
        toObjectType: "contacts",
        limits: [limit(label.inverseTypeId, 1)],
      }),
    ];
    await Promise.all(resources.map(({ urn }) => valueOf(urn)));
    const inputs = new Map(registered.map((each) => [each.name, each.inputs]));
    const configurationText = providerText.replace("AssociationLabel", "AssociationConfiguration");
    expect(inputs.get("contact-to-company")).to.deep.equal({
      __provider: configurationText,
      fromObjectType: "contacts",
      toObjectType: "companies",
      limits: [{ category: "USER_DEFINED", typeId: 37, maxToObjectIds: 2 }],
    });
    expect(inputs.get("company-to-contact")).to.deep.equal({
      __provider: configurationText,
      fromObjectType: "companies",
      toObjectType: "contacts",
      limits: [{ category: "USER_DEFINED", typeId: 38, maxToObjectIds: 1 }],
    });
  });

  it("says what to do instead of the import option, which would crash Pulumi", async () => {
    const registered = await startProgram();
    expect(() => new AssociationLabel("decision-maker", args, { import: "contacts/companies/37" })).to.throw(
      pulumi.RunError,
      `AssociationLabel "decision-maker": Pulumi's import option does not work with dynamic providers. Leave it out and ` +
        `say onCreate: "adopt", then creating the resource takes over what stands in the portal.`,
    );
    expect(registered).to.deep.equal([]);
  });

  it("get reads the label by its id, with the provider text and nothing else", async () => {
    const registered = await startProgram({}, outputs);
    const resource = AssociationLabel.get("as-it-is", "contacts/companies/37");
    expect(await valueOf(resource.label)).to.equal("Decision maker");
    expect(await valueOf(resource.id)).to.equal("contacts/companies/37");
    expect(registered).to.deep.equal([
      {
        type: "pulumi-nodejs:dynamic/hubspot:AssociationLabel",
        name: "as-it-is",
        id: "contacts/companies/37",
        inputs: { __provider: providerText },
      },
    ]);
  });
});
