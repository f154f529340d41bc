import { expect } from "chai";
import { sameMeaning } from "../../../../provider/limits/compare";
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

describe("two declarations", () => {
  const same: ReadonlyArray<readonly [string, Partial<ConfigurationInputs>]> = [
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
  for (const [what, change] of same) {
    it(`mean the same ${what}`, () => expect(sameMeaning(base, { ...base, ...change })).to.equal(true));
  }

  const different: ReadonlyArray<readonly [string, Partial<ConfigurationInputs>]> = [
    ["from object type", { fromObjectType: "deals" }],
    ["to object type", { toObjectType: "deals" }],
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
      expect(sameMeaning(base, { ...base, ...change })).to.equal(false);
      expect(sameMeaning({ ...base, ...change }, base)).to.equal(false);
    });
  }

  it("of a custom object compare unlabeled with unlabeled", () => {
    const custom = { ...base, toObjectType: "2-123" };
    const limits = [{ unlabeled: true, maxToObjectIds: 6 } as const];
    expect(sameMeaning(custom, custom)).to.equal(true);
    expect(sameMeaning({ ...custom, limits }, { ...custom, limits })).to.equal(true);
    expect(
      sameMeaning({ ...custom, limits }, { ...custom, limits: [{ unlabeled: true, maxToObjectIds: 7 }] }),
    ).to.equal(false);
  });
});
