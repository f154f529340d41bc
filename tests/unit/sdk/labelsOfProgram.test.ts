import { expect } from "chai";
import { AssociationLabel } from "../../../sdk";
import { labelsNamedIn } from "../../../sdk/labelsOfProgram";
import { startProgram } from "./helper";

const pair = { fromObjectType: "contacts", toObjectType: "companies" };

describe("a limit that names a label by its text", () => {
  it("comes after the labels with that text, on either side, that were declared before it", async () => {
    await startProgram();
    const one = new AssociationLabel("one", {
      ...pair,
      name: "one",
      label: "First of all",
      inverseLabel: "Of the first",
    });
    const two = new AssociationLabel("two", { ...pair, name: "two", label: "Second of all" });
    const named = (...labels: ReadonlyArray<string>): unknown =>
      labelsNamedIn([{ unlabeled: true, maxToObjectIds: 5 }, ...labels.map((label) => ({ label, maxToObjectIds: 1 }))]);
    expect(named("First of all")).to.deep.equal([one]);
    expect(named("of the first ", "SECOND of all")).to.deep.equal([one, two]);
    expect([named(), named("Third of all"), labelsNamedIn(undefined), labelsNamedIn("limits")]).to.deep.equal([
      [],
      [],
      [],
      [],
    ]);
  });
});
