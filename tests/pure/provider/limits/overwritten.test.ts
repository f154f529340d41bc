import { expect } from "chai";
import { overwritten } from "../../../../provider/limits/overwritten";

const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 279 };
const rows = [
  { ...own, userEnforcedMaxToObjectIds: 5 },
  { ...label, label: "Champion", userEnforcedMaxToObjectIds: 3 },
  { category: "USER_DEFINED", typeId: 36 },
];

describe("what a change overwrites", () => {
  it("is what stands with another number, and what stands and shall not", () => {
    expect(overwritten(rows, [{ ...own, maxToObjectIds: 4 }], [label])).to.deep.equal([
      { type: own, from: 5, to: 4 },
      { type: label, label: "Champion", from: 3 },
    ]);
  });

  it("is nothing of what stands as wanted, or does not stand", () => {
    const wanted = [
      { ...own, maxToObjectIds: 5 },
      { category: "USER_DEFINED", typeId: 36, maxToObjectIds: 1 },
      { category: "USER_DEFINED", typeId: 99, maxToObjectIds: 1 },
    ];
    expect(overwritten(rows, wanted, [{ category: "USER_DEFINED", typeId: 36 }])).to.deep.equal([]);
  });

  it("names the type alone, whatever a row says besides", () => {
    expect(overwritten(rows, [], rows).map(({ type }) => type)).to.deep.equal([own, label]);
  });
});
