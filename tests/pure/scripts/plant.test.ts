import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { root } from "../../../scripts/lib/root.mjs";
import { faults } from "../../../scripts/plantedFaults/faults.mjs";
import { plant } from "../../../scripts/plantedFaults/plant.mjs";

const source = ["const a = 1;", "export const b = (n: number): number =>", "  n + 1;", "const c = 1;", ""].join("\n");
const place = { file: "x.ts", symbol: "b", snippet: "1", instead: "2" };

describe("a planted fault", () => {
  it("stands in its own declaration, and nothing else changes", () => {
    expect(plant(source, place)).to.deep.equal({ planted: source.replace("n + 1", "n + 2") });
  });

  it("cannot be planted where its declaration or its snippet is not what it was", () => {
    expect(plant(source, { ...place, symbol: "d" })).to.deep.equal({ problem: "d is not declared there" });
    expect(plant(source, { ...place, snippet: "3" })).to.deep.equal({ problem: "its snippet stands in b 0 times" });
    expect(plant(source, { ...place, snippet: "n" })).to.deep.equal({ problem: "its snippet stands in b 5 times" });
  });

  for (const fault of faults) {
    it(`${fault.name} can be planted, and the tests that it names exist`, () => {
      const { planted } = { planted: undefined, ...plant(readFileSync(`${root}/${fault.file}`, "utf8"), fault) };
      expect(planted).to.be.a("string");
      for (const spec of fault.specs) expect(existsSync(`${root}/${spec}`), spec).to.equal(true);
    });
  }

  it("is one of twenty-five with names of their own", () => {
    expect(new Set(faults.map(({ name }) => name)).size).to.equal(25);
  });
});
