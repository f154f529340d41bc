import { expect } from "chai";
import {
  findType,
  hasType,
  justType,
  limitsOfRows,
  mirrored,
  pairOfInputs,
  samePair,
  sameType,
  showPair,
  showType,
  typeKey,
  without,
} from "../../../provider/associationType";

const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const sameNumber = { category: "USER_DEFINED", typeId: 279 };
const sameCategory = { category: "USER_DEFINED", typeId: 36 };
const all = [own, sameNumber, sameCategory];

describe("an association type", () => {
  it("is known by category and number together", () => {
    expect(all.map((type) => sameType(type, sameNumber))).to.deep.equal([false, true, false]);
    expect(all.map(typeKey)).to.deep.equal(["HUBSPOT_DEFINED/279", "USER_DEFINED/279", "USER_DEFINED/36"]);
    expect(showType(own)).to.equal("HUBSPOT_DEFINED 279");
  });

  it("is found among rows, whatever else these say, and told without that", () => {
    const rows = all.map((type, i) => ({ ...type, label: `Label ${i}` }));
    expect(findType(rows, sameNumber)).to.deep.equal({ ...sameNumber, label: "Label 1" });
    expect(findType(rows.slice(0, 1), sameNumber)).to.equal(undefined);
    expect([hasType(rows, sameNumber), hasType([], sameNumber)]).to.deep.equal([true, false]);
    expect(rows.map(justType)).to.deep.equal(all);
  });

  it("is left out where others hold it", () => {
    expect(without(all, [sameNumber, { category: "WORK", typeId: 36 }])).to.deep.equal([own, sameCategory]);
  });
});

describe("a pair", () => {
  const pair = { from: "contacts", to: "companies" };

  it("has a direction", () => {
    expect(mirrored(pair)).to.deep.equal({ from: "companies", to: "contacts" });
    const others = [{ ...pair }, mirrored(pair), { ...pair, to: "deals" }, { ...pair, from: "deals" }];
    expect(others.map((other) => samePair(pair, other))).to.deep.equal([true, false, false, false]);
  });

  it("is that of a configuration's inputs, and shown as its id", () => {
    const inputs = {
      fromObjectType: "contacts",
      toObjectType: "companies",
      limits: [],
      authoritative: false,
      onCreate: "adopt",
      onDelete: "restore",
    } as const;
    expect(pairOfInputs(inputs)).to.deep.equal(pair);
    expect(showPair(pair)).to.equal("contacts/companies");
  });
});

describe("rows", () => {
  it("are limits where they have a number", () => {
    const rows = [{ ...own, label: "Own", userEnforcedMaxToObjectIds: 5 }, sameNumber];
    expect(limitsOfRows(rows)).to.deep.equal([{ ...own, maxToObjectIds: 5 }]);
  });
});
