import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { AssociationConfiguration, AssociationLabel, Provider } from "../../../sdk";
import type { Sides } from "../../../sdk/labelsOfProgram";
import { labelsNamedIn } from "../../../sdk/labelsOfProgram";
import { listen, startProgram, valueOf } from "./helper";

const pair = { fromObjectType: "contacts", toObjectType: "companies" };
const mirror = { fromObjectType: "Company", toObjectType: "0-1" };

const named = (sides: Sides, ...labels: ReadonlyArray<string>): unknown =>
  labelsNamedIn(
    [{ unlabeled: true, maxToObjectIds: 5 }, ...labels.map((label) => ({ label, maxToObjectIds: 1 }))],
    sides,
    undefined,
  );

describe("a limit that names a label by its text", () => {
  it("comes after the labels that show it in that direction and were declared before it", async () => {
    await startProgram();
    const one = new AssociationLabel("one", {
      ...pair,
      name: "one",
      label: "First of all",
      inverseLabel: "Of the first",
    });
    const two = new AssociationLabel("two", { ...pair, name: "two", label: "Second of all" });
    expect(named(pair, "First of all")).to.deep.equal([one]);
    expect(named(pair, "first of all ", "SECOND of all")).to.deep.equal([one, two]);
    expect(named(mirror, "Of the first", "Second of all", "second of all")).to.deep.equal([one, two]);
    expect([named(pair, "Of the first"), named(mirror, "First of all")]).to.deep.equal([[], []]);
    expect([named(pair), named(pair, "Third of all"), labelsNamedIn("limits", pair, undefined)]).to.deep.equal([
      [],
      [],
      [],
    ]);
  });

  it("does not wait for the same text on another pair, but for one that may be the same", async () => {
    await startProgram();
    const ofDeals = new AssociationLabel("deals", {
      fromObjectType: "deals",
      toObjectType: "companies",
      name: "of_deals",
      label: "Here and there",
    });
    const ofCars = new AssociationLabel("cars", {
      fromObjectType: "2-123",
      toObjectType: "companies",
      name: "of_cars",
      label: "Here and there",
    });
    const text = "Here and there";
    expect(named(pair, text)).to.deep.equal([]);
    expect(named({ ...pair, fromObjectType: "car" }, text)).to.deep.equal([ofCars]);
    expect(named({ ...pair, fromObjectType: pulumi.output("deals") }, text)).to.deep.equal([ofDeals, ofCars]);
  });

  it("waits for none of another portal, however each of them came by its Provider", async () => {
    await startProgram();
    const told = listen();
    const label = (name: string, opts?: pulumi.CustomResourceOptions): AssociationLabel =>
      new AssociationLabel(name, { ...pair, name: "champion", label: "Champion" }, opts);
    const limit = (name: string, opts?: pulumi.CustomResourceOptions): AssociationConfiguration =>
      new AssociationConfiguration(name, { ...pair, limits: [{ label: "champion", maxToObjectIds: 1 }] }, opts);
    const staging = new Provider("staging", { accessToken: "token-of-staging" });
    const production = new Provider("production", { accessToken: "token-of-production" });
    const parent = new pulumi.ComponentResource("test:index:Part", "part", {}, { providers: [production] });
    const toProduction: pulumi.ResourceTransformation = ({ props, opts }) => ({
      props,
      opts: pulumi.mergeOptions(opts, { provider: production }),
    });
    label("ofDefault");
    label("ofStaging", { provider: staging });
    label("ofProduction", { transformations: [toProduction] });
    const limits = [
      limit("default"),
      limit("staging", { provider: staging }),
      limit("production", { parent }),
      limit("transformed", { transformations: [toProduction] }),
    ];
    await Promise.all(limits.map(({ urn }) => valueOf(urn)));
    expect(
      ["default", "staging", "production", "transformed"].map((name) =>
        told.get(name)?.dependencies.map((urn) => urn.replace(/^.*::/, "")),
      ),
    ).to.deep.equal([["ofDefault"], ["ofStaging"], ["ofProduction"], ["ofProduction"]]);
  });

  it("waits for none of an earlier program", async () => {
    await startProgram();
    new AssociationLabel("earlier", { ...pair, name: "champion", label: "Champion" });
    await startProgram();
    expect(named(pair, "Champion")).to.deep.equal([]);
  });
});
