import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { AssociationLabel } from "../../../sdk";
import type { Sides } from "../../../sdk/labelsOfProgram";
import { labelsNamedIn } from "../../../sdk/labelsOfProgram";
import { startProgram } from "./helper";

const pair = { fromObjectType: "contacts", toObjectType: "companies" };
const mirror = { fromObjectType: "Company", toObjectType: "0-1" };

const named = (sides: Sides, ...labels: ReadonlyArray<string>): unknown =>
  labelsNamedIn(
    [{ unlabeled: true, maxToObjectIds: 5 }, ...labels.map((label) => ({ label, maxToObjectIds: 1 }))],
    sides,
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
    expect([named(pair), named(pair, "Third of all"), labelsNamedIn("limits", pair)]).to.deep.equal([[], [], []]);
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
});
