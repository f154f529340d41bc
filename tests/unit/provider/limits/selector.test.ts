import { expect } from "chai";
import * as O from "fp-ts/Option";
import { byId, isUnlabeled, resolveLimit, selectorOf, unlabeled } from "../../../../provider/limits/selector";

const pair = { from: "contacts", to: "companies" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const other = { category: "USER_DEFINED", typeId: 279 };

describe("a limit's selector", () => {
  it("is what the limit names", () => {
    expect(selectorOf({ unlabeled: true, maxToObjectIds: 5 })).to.deep.equal(unlabeled);
    expect(selectorOf({ ...other, maxToObjectIds: 5 })).to.deep.equal(byId(other));
  });

  it("means the type itself, or the pair's own one", () => {
    expect(resolveLimit(pair, { ...other, maxToObjectIds: 5 })).to.deep.equal(O.some(other));
    expect(resolveLimit(pair, { unlabeled: true, maxToObjectIds: 5 })).to.deep.equal(O.some(own));
    expect(resolveLimit({ from: "contacts", to: "2-123" }, { unlabeled: true, maxToObjectIds: 5 })).to.deep.equal(
      O.none,
    );
  });

  it("is the unlabeled one's by category and by number", () => {
    expect(isUnlabeled(pair, own)).to.equal(true);
    expect(isUnlabeled(pair, other)).to.equal(false);
    expect(isUnlabeled(pair, { ...own, typeId: 280 })).to.equal(false);
    expect(isUnlabeled({ from: "contacts", to: "2-123" }, own)).to.equal(false);
  });
});
