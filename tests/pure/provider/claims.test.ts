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
  place: more.pair ?? pair,
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

const back = { from: "companies", to: "contacts" };
const declaredTwice = (pairs: string): string =>
  `limits: another resource of this program declares ${pairs} too; put all its limits into one resource`;

describe("a directed pair", () => {
  it("is declared by one resource, and its other direction by another", () => {
    expect(declared(claim([[own, 5]]), claim([[own, 4]], { pair: back }))).to.deep.equal([]);
  });

  it("is declared by no second one, whatever that one says of it", () => {
    const whole = { authoritative: true };
    const first = claim([
      [own, 5],
      [primary, 1],
    ]);
    for (const second of [
      claim([]),
      claim([[label, 4]]),
      claim([[own, 5]]),
      claim([
        [own, 5],
        [primary, 2],
      ]),
      claim([
        [own, 5],
        [primary, undefined],
      ]),
      claim([
        [own, 5],
        [label, 1],
      ]),
      claim(
        [
          [own, 5],
          [primary, 1],
        ],
        whole,
      ),
    ]) {
      expect(declared(first, second)).to.deep.equal([declaredTwice("contacts/companies")]);
      expect(declared(second, first)).to.deep.equal([declaredTwice("contacts/companies")]);
    }
  });

  it("is seen under each name of its custom object, once the portal has told them", () => {
    const named = (to: string): Claim => claim([[own, 5]], { pair: { from: "contacts", to } });
    const car = { objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" };
    let told: ReadonlyArray<CustomObject> = [];
    const claims = newClaims({ customObjects: () => told, typesOf: () => O.none });
    expect(claims.declare(named("2-123"))).to.deep.equal([]);
    expect(claims.declare(named("carriage"))).to.deep.equal([]);
    expect(claims.declare(named("car"))).to.deep.equal([]);
    told = [car];
    expect(claims.contradictions(named("car")).map(showFailure)).to.deep.equal([
      "limits: another resource of this program declares contacts/car too (as contacts/2-123); put all its limits into one resource",
    ]);
    expect(claims.declare(named("p111_car"))).to.have.length(2);
  });

  it("may be declared twice by the same resource, as a replacement is", () => {
    const same = (more: Partial<Claim> = {}): Claim =>
      claim(
        [
          [own, 5],
          [label, undefined],
        ],
        more,
      );
    expect(declared(same(), same())).to.deep.equal([]);
    expect(declared(same({ authoritative: true }), same({ authoritative: true }))).to.deep.equal([]);
    expect(declared(claim([]), claim([]))).to.deep.equal([]);
  });

  it("is free while the engine will check the resource again, and such a one takes none", () => {
    const leaving = claim([[own, 4]], { provisional: true });
    expect(declared(claim([[own, 5]]), leaving)).to.deep.equal([]);
    expect(declared(leaving, claim([[own, 5]]))).to.deep.equal([]);
    expect(declared(leaving, claim([[own, 5]], { authoritative: true }))).to.deep.equal([]);
  });
});

describe("a type that somebody declares", () => {
  it("is held on its own pair, by category and number", () => {
    const claims = newClaims();
    claims.declare(claim([[own, 5]]));
    expect([claims.holds(pair, own), claims.holds(pair, label), claims.holds(back, own)]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it("is held as part of a pair that somebody speaks for, though nobody declares it", () => {
    const claims = newClaims();
    claims.declare(claim([[own, 5]], { authoritative: true }));
    expect(claims.holds(pair, label)).to.equal(true);
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
    expect(claims.declare(named)).to.deep.equal([]);
    expect(claims.holds(there, label)).to.equal(false);
    custom = [{ objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" }];
    expect([claims.holds(there, label), claims.holds(pair, label)]).to.deep.equal([true, false]);
    expect(claims.declare(claim([[label, 6]], { pair: there })).length).to.equal(1);
  });
});
