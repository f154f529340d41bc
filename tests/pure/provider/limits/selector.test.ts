import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import {
  byId,
  byLabel,
  isUnlabeled,
  resolveIn,
  resolveLimit,
  selectorKey,
  selectorOf,
  sameText,
  showSelector,
  showUnresolved,
  unlabeled,
  unlabeledIn,
} from "../../../../provider/limits/selector";
import type { LimitRow, LimitSelector, Pair } from "../../../../provider/model";

const pair = { from: "contacts", to: "companies" };
const custom = { from: "contacts", to: "2-123" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const other = { category: "USER_DEFINED", typeId: 279 };

const userDefined = (typeId: number, label?: string): LimitRow => ({
  category: "USER_DEFINED",
  typeId,
  ...(label === undefined ? {} : { label }),
});
const rows: ReadonlyArray<LimitRow> = [
  { category: "HUBSPOT_DEFINED", typeId: 279 },
  { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary" },
  userDefined(36, "Decision maker"),
  userDefined(38, "Champion"),
];

const found = (selector: LimitSelector, of: ReadonlyArray<LimitRow> = rows, on: Pair = pair): unknown => {
  const type = resolveIn(on, of, selector);
  return E.isRight(type) ? type.right : showUnresolved(on, type.left);
};

describe("a limit's selector", () => {
  it("is what the limit names", () => {
    expect(selectorOf({ unlabeled: true, maxToObjectIds: 5 })).to.deep.equal(unlabeled);
    expect(selectorOf({ label: "Champion", maxToObjectIds: 5 })).to.deep.equal(byLabel("Champion"));
    expect(selectorOf({ ...other, maxToObjectIds: 5 })).to.deep.equal(byId(other));
  });

  it("means the type itself, or the pair's own one, without a portal", () => {
    expect(resolveLimit(pair, { ...other, maxToObjectIds: 5 })).to.deep.equal(O.some(other));
    expect(resolveLimit(pair, { unlabeled: true, maxToObjectIds: 5 })).to.deep.equal(O.some(own));
    expect(resolveLimit(custom, { unlabeled: true, maxToObjectIds: 5 })).to.deep.equal(O.none);
    expect(resolveLimit(pair, { label: "Primary", maxToObjectIds: 5 })).to.deep.equal(O.none);
  });

  it("has a key that says whether two mean the same on a pair", () => {
    expect(selectorKey(pair, unlabeled)).to.equal(selectorKey(pair, byId(own)));
    expect(selectorKey(pair, byLabel("Champion"))).to.equal(selectorKey(pair, byLabel(" CHAMPION")));
    expect(
      new Set([unlabeled, byLabel("unlabeled"), byId(other)].map((each) => selectorKey(custom, each))).size,
    ).to.equal(3);
  });

  it("is shown as a program writes it", () => {
    expect([byId(own), byLabel("Champion"), unlabeled].map(showSelector)).to.deep.equal([
      "HUBSPOT_DEFINED 279",
      '"Champion"',
      "unlabeled: true",
    ]);
  });

  it("takes texts for the same that differ in capitals and in spaces around them", () => {
    expect([sameText(" Champion", "champion "), sameText("Champion", "Champions")]).to.deep.equal([true, false]);
  });

  describe("on a portal", () => {
    it("is the pair's own type of HubSpot's list, whatever the portal shows", () => {
      expect(found(unlabeled, [])).to.deep.equal(own);
    });

    it("finds a label by its text, HubSpot's own too, and goes by its capitals only where two differ in nothing else", () => {
      expect(found(byLabel("Champion"))).to.deep.equal({ category: "USER_DEFINED", typeId: 38 });
      expect(found(byLabel("Primary"))).to.deep.equal({ category: "HUBSPOT_DEFINED", typeId: 1 });
      expect(found(byLabel("decision MAKER"))).to.deep.equal({ category: "USER_DEFINED", typeId: 36 });
      const both = [...rows, userDefined(40, "champion")];
      expect(found(byLabel("champion"), both)).to.deep.equal({ category: "USER_DEFINED", typeId: 40 });
      expect(found(byLabel("CHAMPION"), both)).to.equal(
        "this means USER_DEFINED 38 and USER_DEFINED 40 from contacts to companies; write { category, typeId, maxToObjectIds } to say which",
      );
    });

    it("says which labels there are where there is none of that text, the nearest first", () => {
      expect(found(byLabel("Champoin"))).to.equal(
        'the portal has no label "Champoin" from contacts to companies; this pair has "Champion", "Primary", "Decision maker"',
      );
      expect(found(byLabel("Champion"), rows.slice(0, 1))).to.equal(
        'the portal has no label "Champion" from contacts to companies; it has none there, so make the label first',
      );
    });

    it("ranks the labels only once that is shown, since many who ask show nothing", () => {
      expect(resolveIn(pair, rows, byLabel("Champoin"))).to.deep.equal(
        E.left({ _tag: "NoSuchLabel", label: "Champoin", labels: ["Primary", "Decision maker", "Champion"] }),
      );
    });

    it("names both ids of a text that two types show", () => {
      expect(found(byLabel("Primary"), [...rows, userDefined(77, "Primary")])).to.equal(
        "this means HUBSPOT_DEFINED 1 and USER_DEFINED 77 from contacts to companies; write { category, typeId, maxToObjectIds } to say which",
      );
    });

    it("finds the own association of a custom object, which the portal made, whatever else has no label", () => {
      const types = [{ category: "INTEGRATOR_DEFINED", typeId: 5 }, userDefined(50), userDefined(52, "Driver")];
      expect(found(unlabeled, types, custom)).to.deep.equal({ category: "USER_DEFINED", typeId: 50 });
      expect(found(unlabeled, types.slice(0, 1), custom)).to.deep.equal({ category: "INTEGRATOR_DEFINED", typeId: 5 });
      expect(found(unlabeled, [userDefined(52, "Driver")], custom)).to.equal(
        "the portal has no unlabeled association from contacts to 2-123 yet; HubSpot makes it along with the first label of the pair",
      );
      expect(found(unlabeled, [userDefined(50), userDefined(51)], custom)).to.equal(
        "this means USER_DEFINED 50 and USER_DEFINED 51 from contacts to 2-123; write { category, typeId, maxToObjectIds } to say which",
      );
    });
  });

  it("is the unlabeled one's by category and by number", () => {
    const known = unlabeledIn(pair, O.none);
    expect([own, other, { ...own, typeId: 280 }].map((type) => isUnlabeled(known, type))).to.deep.equal([
      true,
      false,
      false,
    ]);
    expect(unlabeledIn(custom, O.none)).to.deep.equal(O.none);
    expect(unlabeledIn(custom, O.some([userDefined(50)]))).to.deep.equal(O.some(userDefined(50)));
  });
});
