/** What becomes of a model on its way to the engine: which resources, under which names, and in which order. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { AssociationModelArgs } from "../../../sdk";
import { AssociationConfiguration, AssociationModel, Provider } from "../../../sdk";
import { listen, startProgram, valueOf } from "./helper";

const text = (kind: string): string =>
  `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("${kind}")`;

const token = (kind: string): string => `pulumi-nodejs:dynamic/hubspot:${kind}`;

const model: AssociationModelArgs = {
  associations: [
    {
      fromObjectType: "contact",
      toObjectType: "0-2",
      maxToObjectIds: 5,
      onDelete: "purge",
      labels: [
        {
          name: "decision_maker",
          label: "Decision maker",
          inverseLabel: "Decided by",
          maxToObjectIds: 2,
          maxFromObjectIds: 1,
          onDelete: "keep",
        },
        { label: "Primary", maxToObjectIds: 1 },
      ],
    },
  ],
};

/** Everything that a model makes has reached the engine. */
const made = async (component: AssociationModel): Promise<void> => {
  const children = [...Object.values(component.labels), ...Object.values(component.configurations)];
  await Promise.all([component, ...children].map(({ urn }) => valueOf(urn)));
};

describe("AssociationModel", () => {
  it("makes its labels, and the limits of each direction with their ids", async () => {
    const registered = await startProgram({}, { typeId: 37, inverseTypeId: 38 });
    const component = new AssociationModel("crm", model);
    await made(component);
    expect([...registered].sort((a, b) => a.name.localeCompare(b.name))).to.deep.equal([
      { type: "pulumi-hubspot-associations:index:AssociationModel", name: "crm", id: undefined, inputs: {} },
      {
        type: token("AssociationConfiguration"),
        name: "crm/companies/contacts",
        id: undefined,
        inputs: {
          __provider: text("AssociationConfiguration"),
          fromObjectType: "companies",
          toObjectType: "contacts",
          limits: [{ category: "USER_DEFINED", typeId: 38, maxToObjectIds: 1 }],
          onDelete: "purge",
        },
      },
      {
        type: token("AssociationConfiguration"),
        name: "crm/contacts/companies",
        id: undefined,
        inputs: {
          __provider: text("AssociationConfiguration"),
          fromObjectType: "contacts",
          toObjectType: "companies",
          limits: [
            { unlabeled: true, maxToObjectIds: 5 },
            { category: "USER_DEFINED", typeId: 37, maxToObjectIds: 2 },
            { label: "Primary", maxToObjectIds: 1 },
          ],
          onDelete: "purge",
        },
      },
      {
        type: token("AssociationLabel"),
        name: "crm/decision_maker",
        id: undefined,
        inputs: {
          __provider: text("AssociationLabel"),
          fromObjectType: "contacts",
          toObjectType: "companies",
          name: "decision_maker",
          label: "Decision maker",
          inverseLabel: "Decided by",
          onDelete: "keep",
        },
      },
    ]);
  });

  it("is the parent of all of them, and gives them back by name and by pair", async () => {
    await startProgram({}, { typeId: 37, inverseTypeId: 38 });
    const component = new AssociationModel("crm", model);
    await made(component);
    expect(Object.keys(component.labels)).to.deep.equal(["decision_maker"]);
    expect(Object.keys(component.configurations)).to.deep.equal(["contacts/companies", "companies/contacts"]);
    const children = [...Object.values(component.labels), ...Object.values(component.configurations)];
    const parent = "pulumi-hubspot-associations:index:AssociationModel";
    expect(await Promise.all(children.map(({ urn }) => valueOf(urn)))).to.deep.equal([
      `urn:pulumi:stack::project::${parent}$${token("AssociationLabel")}::crm/decision_maker`,
      `urn:pulumi:stack::project::${parent}$${token("AssociationConfiguration")}::crm/contacts/companies`,
      `urn:pulumi:stack::project::${parent}$${token("AssociationConfiguration")}::crm/companies/contacts`,
    ]);
  });

  it("makes the labels of a pair before its limits, also where these name none of them", async () => {
    await startProgram();
    const told = listen();
    const association = { fromObjectType: "contacts", toObjectType: "car", maxToObjectIds: 5 };
    const labels = [{ name: "driver", label: "Driver" }];
    await made(new AssociationModel("crm", { associations: [{ ...association, labels }] }));
    const parent = "pulumi-hubspot-associations:index:AssociationModel";
    expect(told.get("crm/contacts/car")?.dependencies).to.deep.equal([
      `urn:pulumi:stack::project::${parent}$${token("AssociationLabel")}::crm/driver`,
    ]);
  });

  it("takes over what was declared singly, without a parent, and passes Pulumi's own aliases on", async () => {
    await startProgram({}, { typeId: 37, inverseTypeId: 38 });
    const told = listen();
    const aliases = {
      "contacts/companies": "contact-to-company",
      decision_maker: { name: "old-label", project: "old-project" },
    };
    await made(new AssociationModel("crm", { ...model, aliases }));
    const parent = "urn:pulumi:stack::project::pulumi-hubspot-associations:index:AssociationModel::crm";
    expect(told.get("crm/contacts/companies")?.aliases).to.deep.equal([
      { spec: { name: "contact-to-company", type: "", stack: "", project: "", noparent: true } },
    ]);
    expect(told.get("crm/decision_maker")?.aliases).to.deep.equal([
      { spec: { name: "old-label", type: "", stack: "", project: "old-project", parenturn: parent } },
    ]);
    expect(told.get("crm/companies/contacts")?.aliases).to.deep.equal([]);
  });

  it("hands the options of the component on: an explicit provider serves everything in it", async () => {
    const registered = await startProgram({}, { typeId: 37, inverseTypeId: 38 });
    const provider = new Provider("staging", { accessToken: "token" });
    await made(new AssociationModel("crm", model, { provider }));
    const serving = registered.filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/"));
    expect(serving.map(({ provider: of }) => of?.includes("::staging::"))).to.deep.equal([true, true, true]);
  });

  it("refuses a model with mistakes, a line for each, and makes nothing", async () => {
    const registered = await startProgram();
    const fromYaml: unknown = {
      associations: [{ fromObjectType: "contacts", toObjectType: "companies", maxToObjectIds: "5", lables: [] }],
    };
    expect(() => new AssociationModel("crm", fromYaml as never)).to.throw(
      pulumi.RunError,
      /^AssociationModel "crm": associations\[0\]\.lables: there is no such key \(its value is \[\]\); did you mean "labels"\?\nAssociationModel "crm": associations\[0\]\.maxToObjectIds: "5" is not a whole number from 1 to 2147483647; write 5 without quotes$/,
    );
    expect(registered).to.deep.equal([]);
  });

  it("stands beside resources that are declared singly", async () => {
    const registered = await startProgram({}, { typeId: 37, inverseTypeId: 38 });
    const component = new AssociationModel("crm", model);
    await made(component);
    const single = new AssociationConfiguration("deal-to-contact", {
      fromObjectType: "deals",
      toObjectType: "contacts",
      limits: [{ label: component.labels["decision_maker"]?.label ?? "", maxToObjectIds: 1 }],
    });
    await valueOf(single.urn);
    expect(registered.map(({ name }) => name)).to.include("deal-to-contact");
  });
});
