import { expect } from "chai";
import { show } from "../../../provider/fields";

describe("a value in a message", () => {
  it("is whole up to 120 characters, and else cut off", () => {
    expect(show("x".repeat(118))).to.equal(`"${"x".repeat(118)}"`);
    expect(show("x".repeat(119))).to.equal(`"${"x".repeat(119)}…`);
  });
});
