/** Plans by example; their laws are in `properties/plan.test.ts`. */
import { expect } from "chai";
import * as O from "fp-ts/Option";
import { plan } from "../../../../provider/limits/plan";
import type { Limit } from "../../../../provider/model";

const object = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 37 };
const limit = (type: typeof object, maxToObjectIds: number): Limit => ({ ...type, maxToObjectIds });

/** From one limit of the pair and one of a label to others; undefined is no limit. Each batch is told in its order. */
const batches = (
  before: readonly [object: number | undefined, label: number | undefined],
  after: readonly [object: number, label: number],
  isSure = true,
): ReadonlyArray<ReadonlyArray<string>> => {
  const standing = [object, label].flatMap((type, i) => (before[i] === undefined ? [] : [limit(type, before[i])]));
  // The label first, so that no order is right by chance.
  const wanted = { limits: [limit(label, after[1]), limit(object, after[0])], dropped: [] };
  return plan({ unlabeled: O.some(object), limits: standing }, wanted, isSure ? standing : []).map((step) =>
    step._tag === "Purge"
      ? ["purge"]
      : step.limits.map(({ typeId, maxToObjectIds }) => `${typeId === 37 ? "label" : "pair"} ${maxToObjectIds}`),
  );
};

describe("a plan that changes the pair's own limit", () => {
  it("sends a rising limit before a label that goes above the old one", () => {
    expect(batches([5, 2], [10, 6])).to.deep.equal([["pair 10"], ["label 6"]]);
  });

  it("begins its one batch with a rising limit where the label stays within the old one", () => {
    expect(batches([5, 2], [10, 5])).to.deep.equal([["pair 10", "label 5"]]);
  });

  it("sends a falling limit after a label that was above the new one", () => {
    expect(batches([10, 6], [5, 2])).to.deep.equal([["label 2"], ["pair 5"]]);
  });

  it("ends its one batch with a falling limit where no label was above the new one", () => {
    expect(batches([10, 5], [5, 2])).to.deep.equal([["label 2", "pair 5"]]);
    expect(batches([10, undefined], [5, 2])).to.deep.equal([["label 2", "pair 5"]]);
  });

  it("leaves out a limit that stays, or sends it after the label where only a read says that it stands", () => {
    expect(batches([5, 2], [5, 4])).to.deep.equal([["label 4"]]);
    expect(batches([5, 2], [5, 2], false)).to.deep.equal([["label 2", "pair 5"]]);
  });

  it("treats a new limit as one that falls, since there was none before", () => {
    expect(batches([undefined, 6], [5, 2])).to.deep.equal([["label 2"], ["pair 5"]]);
  });
});
