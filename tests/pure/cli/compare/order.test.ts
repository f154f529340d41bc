import { expect } from "chai";
import { folded, pairKeys, readingPair, readsForward, sortedBy } from "../../../../cli/compare/order";
import { objectTypes } from "../../../../data";

describe("the order in which people read pairs", () => {
  it("is HubSpot's own for its object types, then by name, whatever the capitals", () => {
    const names = [...objectTypes.map(({ name }) => name), "boat", "Car", "dinghy"];
    for (const [i, from] of names.entries()) {
      for (const [j, to] of names.entries()) expect(readsForward({ from, to }), `${from}/${to}`).to.equal(i <= j);
    }
    expect(folded("Car")).to.equal("car");
  });

  it("turns a pair round that is read the other way, and keeps both directions together, that one first", () => {
    const [forward, back] = [
      { from: "contacts", to: "companies" },
      { from: "companies", to: "contacts" },
    ];
    expect([readingPair(forward), readingPair(back)]).to.deep.equal([forward, forward]);
    const pairs = [{ from: "deals", to: "contacts" }, back, forward];
    expect(sortedBy(pairs, pairKeys)).to.deep.equal([forward, back, { from: "deals", to: "contacts" }]);
  });
});

describe("sorting by keys", () => {
  const sorted = (...things: ReadonlyArray<ReadonlyArray<string>>) => sortedBy(things, (keys) => keys.slice(0, 2));

  it("goes by the first key that differs, and leaves what is equal in its order", () => {
    expect(sorted(["b", "a"], ["a!", "b"], ["a", "z"])).to.deep.equal([
      ["a", "z"],
      ["a!", "b"],
      ["b", "a"],
    ]);
    const equal = [1, 2, 3].map((n) => ["a", "b", `${n}`]);
    expect(sorted(...equal)).to.deep.equal(equal);
  });
});
