import { expect } from "chai";
import { collectFailOn, failOnOf } from "../../../../cli/audit/failOn";

describe("audit: --fail-on", () => {
  it("is at and contradiction where it is left out", () => {
    expect(failOnOf(undefined)).to.deep.equal(["at", "contradiction"]);
  });

  it("takes kinds with commas and repeated, each once, in one order", () => {
    const all = collectFailOn("near", collectFailOn("contradiction, near"));
    expect([failOnOf(all), failOnOf(collectFailOn("at"))]).to.deep.equal([["near", "contradiction"], ["at"]]);
  });

  it("takes none, alone", () => {
    expect(failOnOf(collectFailOn("none", collectFailOn("none")))).to.deep.equal([]);
    for (const text of ["none,at", "at,none"]) expect(() => collectFailOn(text), text).to.throw("none goes alone.");
    expect(() => collectFailOn("none", ["near"])).to.throw("none goes alone.");
  });

  it("refuses every other word", () => {
    for (const text of ["", "all", "at,", "At", "toString"])
      expect(() => collectFailOn(text), text).to.throw("Write some of at, near, contradiction, or none.");
  });
});
