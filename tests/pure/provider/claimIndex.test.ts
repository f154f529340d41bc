import { expect } from "chai";
import { claimIndex } from "../../../provider/claimIndex";
import type { CustomObject } from "../../../provider/customObjects";

const car: CustomObject = { objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" };

describe("an index of claims", () => {
  it("finds them by their keys, in the order in which they came, and each once", () => {
    const nothing: ReadonlyArray<CustomObject> = [];
    const index = claimIndex<string>(
      () => nothing,
      (claim) => [...claim],
    );
    ["ab", "b", "bb"].forEach(index.add);
    expect([index.at("a"), index.at("b"), index.at("c")]).to.deep.equal([["ab"], ["ab", "b", "bb"], []]);
  });

  it("asks for the keys of a claim once, and once more where more is learnt of the portal", () => {
    let custom: ReadonlyArray<CustomObject> = [];
    const asked: string[] = [];
    const index = claimIndex<string>(
      () => custom,
      (claim, known) => {
        asked.push(claim);
        return [known.length === 0 ? claim : known.map(({ objectTypeId }) => objectTypeId).join("")];
      },
    );
    const all = Array.from({ length: 50 }, (_, i) => `${i}`);
    all.forEach(index.add);
    all.forEach(index.at);
    expect([asked.length, index.at("7"), index.at("2-123")]).to.deep.equal([50, ["7"], []]);
    custom = [car];
    expect([index.at("2-123"), index.at("7")]).to.deep.equal([all, []]);
    all.forEach(index.at);
    index.add("50");
    expect([asked.length, index.at("2-123").length]).to.deep.equal([101, 51]);
  });
});
