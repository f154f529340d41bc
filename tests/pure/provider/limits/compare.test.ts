import { expect } from "chai";
import { pairOfInputs } from "../../../../provider/associationType";
import { sameMeaning } from "../../../../provider/limits/compare";
import { selectorKey, selectorOf } from "../../../../provider/limits/selector";
import type { ConfigurationInputs } from "../../../../provider/model";

const base: ConfigurationInputs = {
  fromObjectType: "contacts",
  toObjectType: "companies",
  limits: [
    { unlabeled: true, maxToObjectIds: 5 },
    { category: "USER_DEFINED", typeId: 36, maxToObjectIds: 2 },
  ],
  authoritative: false,
  onCreate: "adopt",
  onDelete: "restore",
};

const same = (a: ConfigurationInputs, b: ConfigurationInputs): boolean =>
  sameMeaning((limit) => selectorKey(pairOfInputs(a), selectorOf(limit)), a, b);

describe("two declarations about one pair", () => {
  const alike: ReadonlyArray<readonly [string, Partial<ConfigurationInputs>]> = [
    ["word for word", {}],
    ["in another order", { limits: base.limits.toReversed() }],
    [
      "with the unlabeled type by its id",
      {
        limits: [
          { category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 },
          { category: "USER_DEFINED", typeId: 36, maxToObjectIds: 2 },
        ],
      },
    ],
  ];
  for (const [what, change] of alike) {
    it(`mean the same ${what}`, () => expect(same(base, { ...base, ...change })).to.equal(true));
  }

  it("mean the same with a label in other capitals, not with another label", () => {
    const naming = (label: string): ConfigurationInputs => ({ ...base, limits: [{ label, maxToObjectIds: 2 }] });
    expect(same(naming("Decision maker"), naming("decision Maker "))).to.equal(true);
    expect(same(naming("Decision maker"), naming("Decided by"))).to.equal(false);
  });

  const different: ReadonlyArray<readonly [string, Partial<ConfigurationInputs>]> = [
    ["limit less", { limits: base.limits.slice(1) }],
    ["limit more", { limits: [...base.limits, { category: "USER_DEFINED", typeId: 37, maxToObjectIds: 1 }] }],
    ["number", { limits: [{ unlabeled: true, maxToObjectIds: 6 }, ...base.limits.slice(1)] }],
    ["category", { limits: [{ category: "USER_DEFINED", typeId: 279, maxToObjectIds: 5 }, ...base.limits.slice(1)] }],
    ["authoritative", { authoritative: true }],
    ["onCreate", { onCreate: "fail" }],
    ["onDelete", { onDelete: "purge" }],
  ];
  for (const [what, change] of different) {
    it(`with another ${what} differ, seen from either`, () => {
      expect(same(base, { ...base, ...change })).to.equal(false);
      expect(same({ ...base, ...change }, base)).to.equal(false);
    });
  }

  it("of a custom object compare unlabeled with unlabeled", () => {
    const custom = { ...base, toObjectType: "2-123" };
    const limits = [{ unlabeled: true, maxToObjectIds: 6 } as const];
    expect(same(custom, custom)).to.equal(true);
    expect(same({ ...custom, limits }, { ...custom, limits })).to.equal(true);
    expect(same({ ...custom, limits }, { ...custom, limits: [{ unlabeled: true, maxToObjectIds: 7 }] })).to.equal(
      false,
    );
  });
});
