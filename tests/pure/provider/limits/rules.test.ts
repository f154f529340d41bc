import { expect } from "chai";
import * as O from "fp-ts/Option";
import { readInputs } from "../../../../provider/limits/inputs";
import type { ResolvedLimit } from "../../../../provider/limits/rules";
import { brokenOnPortal, brokenRules, selectedLimits, showFailure } from "../../../../provider/limits/rules";
import { byId, byLabel, unlabeled as ownType } from "../../../../provider/limits/selector";
import type { LimitSelector } from "../../../../provider/model";
import { UNKNOWN } from "../../../../provider/unknown";

type Fields = Readonly<Record<string, unknown>>;

const hubSpotDefined = (typeId: number, maxToObjectIds: unknown = 1): Fields => ({
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});
const userDefined = (typeId: number, maxToObjectIds: unknown = 1): Fields => ({
  category: "USER_DEFINED",
  typeId,
  maxToObjectIds,
});
const unlabeled = (maxToObjectIds: unknown = 5): Fields => ({ unlabeled: true, maxToObjectIds });

const declared = (pair: string, limits: unknown, more: Fields = {}) => {
  const [fromObjectType, toObjectType] = pair.split("|");
  const { failures, declared: known } = readInputs({ fromObjectType, toObjectType, limits, ...more });
  expect(failures).to.deep.equal([]);
  return known;
};
const broken = (pair: string, limits: unknown, more: Fields = {}): ReadonlyArray<string> =>
  brokenRules(declared(pair, limits, more)).map(showFailure);

describe("rules between the inputs of one resource", () => {
  it("let every type of the pair stand beside the others", () => {
    expect(
      broken("contacts|companies", [unlabeled(), hubSpotDefined(1, 5), userDefined(1), userDefined(279)]),
    ).to.deep.equal([]);
  });

  it("let ids pass that the catalogue lacks", () => {
    expect(broken("contacts|companies", [hubSpotDefined(999_999)])).to.deep.equal([]);
    expect(broken("2-123|contacts", [userDefined(36), hubSpotDefined(999_999)])).to.deep.equal([]);
  });

  describe("an id that the catalogue gives to another pair", () => {
    const table: ReadonlyArray<readonly [string, string, number, string]> = [
      [
        "the other direction, with its inverse named",
        "contacts|companies",
        280,
        'limits[0].typeId: HUBSPOT_DEFINED 280 is "Company to contact", not contacts to companies; write 279 ("Contact to company")',
      ],
      [
        "the other direction of a primary type, without a published inverse",
        "contacts|companies",
        2,
        'limits[0].typeId: HUBSPOT_DEFINED 2 is "Company to primary contact", not contacts to companies; this pair has 1 ("Contact to primary company"), 279 ("Contact to company"), 931 ("Billing contact to company")',
      ],
      [
        "a pair that has nothing to do with it",
        "deals|companies",
        279,
        'limits[0].typeId: HUBSPOT_DEFINED 279 is "Contact to company", not deals to companies; this pair has 5 ("Deal to primary company"), 341 ("Deal to company")',
      ],
      [
        "a pair of which the catalogue knows nothing",
        "contacts|2-123",
        279,
        'limits[0].typeId: HUBSPOT_DEFINED 279 is "Contact to company", not contacts to 2-123; write the category and typeId of a type that the portal itself has there',
      ],
    ];
    for (const [what, pair, typeId, text] of table) {
      it(what, () => expect(broken(pair, [hubSpotDefined(typeId)])).to.deep.equal([text]));
    }

    it("has the same number as a type of the portal itself, which passes", () => {
      expect(broken("contacts|companies", [userDefined(280)])).to.deep.equal([]);
    });
  });

  it("refuse the same type twice, by id or unlabeled, naming the first", () => {
    expect(broken("contacts|companies", [unlabeled(), hubSpotDefined(279, 4), hubSpotDefined(279, 3)])).to.deep.equal([
      'limits[1]: HUBSPOT_DEFINED 279 ("Contact to company") stands in limits[0] already; remove one of the two',
      'limits[2]: HUBSPOT_DEFINED 279 ("Contact to company") stands in limits[0] already; remove one of the two',
    ]);
  });

  it("refuse a label's limit above the pair's, in any order, and let an equal one pass", () => {
    expect(broken("contacts|companies", [userDefined(36, 6), unlabeled(5), hubSpotDefined(1, 5)])).to.deep.equal([
      "limits[0].maxToObjectIds: 6 for USER_DEFINED 36 is more than the 5 that limits[1] allows for the pair as a whole; lower it, or raise limits[1]",
    ]);
    expect(broken("contacts|companies", [hubSpotDefined(279, 5), userDefined(36, 6)])).to.deep.equal([
      "limits[1].maxToObjectIds: 6 for USER_DEFINED 36 is more than the 5 that limits[0] allows for the pair as a whole; lower it, or raise limits[0]",
    ]);
  });

  it("say nothing of an unlabeled limit or a number that is not known yet", () => {
    expect(broken("contacts|companies", [unlabeled(UNKNOWN), userDefined(36, 6)])).to.deep.equal([]);
    expect(broken("contacts|companies", [unlabeled(5), userDefined(36, UNKNOWN)])).to.deep.equal([]);
    expect(broken("contacts|companies", [unlabeled(5), UNKNOWN])).to.deep.equal([]);
  });

  it("refuse the same label twice, and let a portal say what is unlabeled where no list does", () => {
    const label = (text: string, maxToObjectIds = 1): Fields => ({ label: text, maxToObjectIds });
    expect(broken("contacts|2-123", [unlabeled(), label("Driver"), label("Owner"), label("driver")])).to.deep.equal([
      'limits[3]: "driver" stands in limits[1] already; remove one of the two',
    ]);
    expect(broken("contacts|car", [unlabeled(2), label("Driver", 3), userDefined(36, 4)])).to.deep.equal([
      'limits[1].maxToObjectIds: 3 for "Driver" is more than the 2 that limits[0] allows for the pair as a whole; lower it, or raise limits[0]',
      "limits[2].maxToObjectIds: 4 for USER_DEFINED 36 is more than the 2 that limits[0] allows for the pair as a whole; lower it, or raise limits[0]",
    ]);
    expect(broken("products|products", [unlabeled()])).to.deep.equal([]);
    expect(broken("contacts|companies", [label("Champion", 6), unlabeled(6)])).to.deep.equal([]);
  });

  it("refuse to declare nothing, unless that is meant to be all there is", () => {
    expect(broken("contacts|companies", [])).to.deep.equal([
      "limits: [] declares nothing; add a limit, or set authoritative: true so that the pair has none",
    ]);
    expect(broken("contacts|companies", [], { authoritative: true })).to.deep.equal([]);
    expect(broken("contacts|companies", [], { authoritative: UNKNOWN })).to.deep.equal([]);
    expect(broken("contacts|companies", UNKNOWN)).to.deep.equal([]);
  });

  it("are silent as long as the pair is not known", () => {
    expect(broken(`${UNKNOWN}|companies`, [hubSpotDefined(280), hubSpotDefined(280)])).to.deep.equal([]);
  });

  it("are all told at once", () => {
    expect(
      broken("contacts|companies", [hubSpotDefined(280), unlabeled(2), userDefined(36, 3), userDefined(36, 4)]).length,
    ).to.equal(4);
  });
});

describe("rules between limits once a portal has told what they mean", () => {
  const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
  const champion = { category: "USER_DEFINED", typeId: 37 };
  const resolved = (i: number, selector: LimitSelector, type: typeof own, max: number): ResolvedLimit => ({
    path: `limits[${i}]`,
    selector,
    type,
    maxToObjectIds: O.some(max),
  });
  const brokenThere = (...limits: ReadonlyArray<ResolvedLimit>): ReadonlyArray<string> =>
    brokenOnPortal(O.some(own), limits).map(showFailure);

  it("let a label stand up to the pair's own limit", () => {
    expect(brokenThere(resolved(0, ownType, own, 5), resolved(1, byLabel("Champion"), champion, 5))).to.deep.equal([]);
  });

  it("refuse one type twice, and a label above the pair, each named as it is written", () => {
    expect(
      brokenThere(
        resolved(0, ownType, own, 5),
        resolved(1, byId(champion), champion, 6),
        resolved(2, byLabel("Champion"), champion, 5),
        resolved(3, byId(own), own, 5),
      ),
    ).to.deep.equal([
      'limits[2]: "Champion" (USER_DEFINED 37) stands in limits[1] already; remove one of the two',
      'limits[3]: HUBSPOT_DEFINED 279 ("Contact to company") stands in limits[0] already; remove one of the two',
      "limits[1].maxToObjectIds: 6 for USER_DEFINED 37 is more than the 5 that limits[0] allows for the pair as a whole; lower it, or raise limits[0]",
    ]);
  });
});

describe("the limits whose selectors are known", () => {
  it("stand under their own paths", () => {
    const inputs = declared("contacts|companies", [
      { category: UNKNOWN, typeId: 1, maxToObjectIds: 1 },
      UNKNOWN,
      unlabeled(UNKNOWN),
      userDefined(36, 2),
      { label: UNKNOWN, maxToObjectIds: 2 },
      { label: "Champion", maxToObjectIds: 2 },
    ]);
    expect(selectedLimits(inputs)).to.deep.equal([
      { path: "limits[2]", selector: { _tag: "Unlabeled" }, maxToObjectIds: O.none },
      {
        path: "limits[3]",
        selector: { _tag: "ById", type: { category: "USER_DEFINED", typeId: 36 } },
        maxToObjectIds: O.some(2),
      },
      { path: "limits[5]", selector: { _tag: "ByLabel", label: "Champion" }, maxToObjectIds: O.some(2) },
    ]);
  });
});
