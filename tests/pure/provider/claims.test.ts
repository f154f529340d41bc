import { expect } from "chai";
import * as O from "fp-ts/Option";
import type { Claim } from "../../../provider/claims";
import { newClaims } from "../../../provider/claims";
import type { CustomObject } from "../../../provider/customObjects";
import { showFailure } from "../../../provider/limits/rules";
import { byId } from "../../../provider/limits/selector";

const pair = { from: "contacts", to: "companies" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 279 };
const primary = { category: "HUBSPOT_DEFINED", typeId: 1 };

const claim = (
  limits: ReadonlyArray<readonly [{ category: string; typeId: number }, number | undefined]>,
  more: Partial<Claim> = {},
): Claim => ({
  pair,
  limits: limits.map(([type, max], i) => ({
    path: `limits[${i}]`,
    selector: byId(type),
    maxToObjectIds: O.fromNullable(max),
  })),
  authoritative: false,
  provisional: false,
  ...more,
});

/** The failures of the last of these claims; the others must have none. */
const declared = (...all: ReadonlyArray<Claim>): ReadonlyArray<string> => {
  const claims = newClaims();
  all.slice(0, -1).forEach((each) => expect(claims.declare(each)).to.deep.equal([]));
  return all.slice(-1).flatMap((each) => claims.declare(each).map(showFailure));
};

describe("what resources of a run declare", () => {
  it("may be different types of one pair, and the same type of different pairs", () => {
    expect(declared(claim([[own, 5]]), claim([[label, 4]]))).to.deep.equal([]);
    expect(
      declared(claim([[own, 5]]), claim([[own, 4]], { pair: { from: "companies", to: "contacts" } })),
    ).to.deep.equal([]);
  });

  it("may be the same type with the same number, or one that is not known yet", () => {
    expect(declared(claim([[own, 5]]), claim([[own, 5]]))).to.deep.equal([]);
    expect(declared(claim([[own, 5]]), claim([[own, undefined]]))).to.deep.equal([]);
    expect(declared(claim([[own, undefined]]), claim([[own, 4]]))).to.deep.equal([]);
  });

  it("may not be the same type with another number", () => {
    expect(
      declared(
        claim([[own, 5]]),
        claim([
          [primary, 1],
          [own, 4],
        ]),
      ),
    ).to.deep.equal([
      'limits[1]: HUBSPOT_DEFINED 279 ("Contact to company") of contacts/companies is 4 here and 5 in another resource of this program; declare it once',
    ]);
  });

  it("may not be a pair that another resource speaks for", () => {
    expect(declared(claim([[own, 5]], { authoritative: true }), claim([[label, 4]]))).to.deep.equal([
      "limits: another resource of this program claims all of contacts/companies (authoritative: true); move these limits there",
    ]);
    expect(declared(claim([[own, 5]]), claim([[label, 4]], { authoritative: true }))).to.deep.equal([
      "authoritative: true claims all of contacts/companies, and another resource of this program names that pair too; put all its limits into one resource",
    ]);
    expect(
      declared(
        claim([[own, 5]], { authoritative: true }),
        claim(
          [
            [own, 5],
            [label, 1],
          ],
          { authoritative: true },
        ),
      ),
    ).to.have.length(1);
    expect(declared(claim([[own, 5]], { authoritative: true }), claim([[own, 5]]))).to.have.length(1);
  });

  it("may be checked twice, as a replacement is, also where it speaks for the pair", () => {
    const same = claim(
      [
        [own, 5],
        [label, undefined],
      ],
      { authoritative: true },
    );
    expect(declared(same, same)).to.deep.equal([]);
    expect(declared(claim([]), claim([]))).to.deep.equal([]);
  });

  it("contradicts nobody while the engine will check it again, and nobody contradicts it", () => {
    const leaving = claim([[own, 4]], { provisional: true });
    expect(declared(claim([[own, 5]]), leaving)).to.deep.equal([]);
    expect(declared(leaving, claim([[own, 5]]))).to.deep.equal([]);
    expect(declared(leaving, claim([[own, 5]], { authoritative: true }))).to.deep.equal([]);
  });

  it("is told for each earlier resource that it contradicts", () => {
    expect(declared(claim([[own, 5]]), claim([[own, 5]]), claim([[own, 6]]))).to.have.length(2);
  });
});

describe("a type that somebody declares", () => {
  it("is held on its own pair, by category and number", () => {
    const claims = newClaims();
    claims.declare(claim([[own, 5]]));
    const held = (type: typeof own, of = pair) => [claims.holdsType(of, type), claims.holds(of, type)];
    expect(held(own)).to.deep.equal([true, true]);
    expect(held(label)).to.deep.equal([false, false]);
    expect(held(own, { from: "companies", to: "contacts" })).to.deep.equal([false, false]);
  });

  it("is held as part of a pair that somebody speaks for, though nobody declares it", () => {
    const claims = newClaims();
    claims.declare(claim([[own, 5]], { authoritative: true }));
    expect([claims.holdsType(pair, label), claims.holds(pair, label)]).to.deep.equal([false, true]);
  });

  it("is held by a claim that will be checked again, too", () => {
    const claims = newClaims();
    claims.declare(claim([[own, 5]], { provisional: true }));
    expect(claims.holds(pair, own)).to.equal(true);
  });

  it("is not held by a claim that failed", () => {
    const claims = newClaims();
    claims.declare(claim([[own, 5]]));
    claims.declare(
      claim([
        [own, 4],
        [label, 1],
      ]),
    );
    expect(claims.holds(pair, label)).to.equal(false);
  });

  it("is where the portal has its custom objects, once that is learnt", () => {
    let custom: ReadonlyArray<CustomObject> = [];
    const claims = newClaims({ customObjects: () => custom, typesOf: () => O.none });
    const there = { from: "contacts", to: "2-123" };
    const named = claim([[label, 5]], { pair: { from: "contacts", to: "car" } });
    expect(claims.nameCustomObjects()).to.equal(false);
    expect(claims.declare(named)).to.deep.equal([]);
    expect([claims.nameCustomObjects(), claims.holds(there, label)]).to.deep.equal([true, false]);
    custom = [{ objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" }];
    expect([claims.holds(there, label), claims.holds(pair, label)]).to.deep.equal([true, false]);
    expect(claims.declare(claim([[label, 6]], { pair: there })).length).to.equal(1);
  });
});
