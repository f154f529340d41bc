/** Which earlier values HubSpot would take back. */
import { expect } from "chai";
import * as O from "fp-ts/Option";
import { restorable } from "../../../../provider/limits/restore";
import type { Limit } from "../../../../provider/model";

const object = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 37 };
const limit = (type: typeof object, maxToObjectIds: number): Limit => ({ ...type, maxToObjectIds });
const pair = (...limits: ReadonlyArray<Limit>) => ({ unlabeled: O.some(object), limits });

describe("a label's earlier value", () => {
  const before = [limit(label, 8)];

  it("comes back where the pair has no limit of its own", () => {
    expect(restorable(pair(limit(label, 2)), [label], [], before)).to.deep.equal(before);
    expect(restorable({ unlabeled: O.none, limits: [] }, [label], [], before)).to.deep.equal(before);
  });

  it("comes back up to the pair's declared or standing limit, and not above it", () => {
    for (const [max, comesBack] of [
      [8, before],
      [7, []],
    ] as const) {
      expect(restorable(pair(limit(object, 20)), [label], [limit(object, max)], before)).to.deep.equal(comesBack);
      expect(restorable(pair(limit(object, max)), [label], [], before)).to.deep.equal(comesBack);
    }
  });

  it("comes back together with the pair's own, or where that one goes", () => {
    const both = [limit(object, 10), ...before];
    expect(restorable(pair(limit(object, 5)), [object, label], [], both)).to.deep.equal(both);
    expect(restorable(pair(limit(object, 5)), [object, label], [], before)).to.deep.equal(before);
  });
});
