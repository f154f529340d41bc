import { expect } from "chai";
import * as O from "fp-ts/Option";
import { associationTypes } from "../../../data";
import { belongsElsewhere, entryOf, showNamed, typesOfPair, unlabeledTypeOf } from "../../../provider/catalogue";
import { normalizeObjectType } from "../../../provider/objectTypes";
import * as E from "fp-ts/Either";

const hubSpotDefined = (typeId: number) => ({ category: "HUBSPOT_DEFINED", typeId });
const entry = (typeId: number) => {
  const found = associationTypes.find((each) => each.typeId === typeId);
  if (found === undefined) throw new Error(`the list has no ${typeId}`);
  return found;
};
const nameOf = (objectTypeId: string | undefined): string =>
  E.getOrElse(() => "")(normalizeObjectType(objectTypeId ?? ""));

describe("the catalogue", () => {
  it("gives a pair its own types, of one direction", () => {
    expect(typesOfPair({ from: "contacts", to: "companies" }).map(({ typeId }) => typeId)).to.deep.equal([1, 279, 931]);
    expect(typesOfPair({ from: "companies", to: "contacts" }).map(({ typeId }) => typeId)).to.deep.equal([2, 280, 930]);
  });

  it("has no types for a custom object, by its id or by its fully qualified name", () => {
    for (const [from, to] of [
      ["contacts", "2-123"],
      // A side without an id here is not a side without an id in the list: 470 is "Contact to payment link".
      ["contacts", "p1_car"],
      ["p1_car", "contacts"],
      ["p1_car", "p1_truck"],
      ["0-999", "contacts"],
    ] as const) {
      expect(typesOfPair({ from, to }), `${from}/${to}`).to.deep.equal([]);
      expect(unlabeledTypeOf({ from, to }), `${from}/${to}`).to.deep.equal(O.none);
    }
  });

  it("knows the unlabeled type of a pair", () => {
    const unlabeled = (from: string, to: string): unknown => O.toUndefined(unlabeledTypeOf({ from, to }));
    expect(unlabeled("contacts", "companies")).to.deep.equal(hubSpotDefined(279));
    expect(unlabeled("companies", "contacts")).to.deep.equal(hubSpotDefined(280));
    expect(unlabeled("deals", "companies")).to.deep.equal(hubSpotDefined(341));
    expect(unlabeled("contacts", "contacts")).to.deep.equal(hubSpotDefined(449));
  });

  it("has at most one type without a qualifier for each pair", () => {
    const seen = new Map<string, number>();
    for (const { typeId, qualifier, fromObjectTypeId, toObjectTypeId } of associationTypes) {
      if (qualifier !== undefined || fromObjectTypeId === undefined || toObjectTypeId === undefined) continue;
      const key = `${fromObjectTypeId}/${toObjectTypeId}`;
      expect(seen.get(key), `${key}: ${typeId}`).to.equal(undefined);
      seen.set(key, typeId);
    }
  });

  it("finds an entry by its id within HubSpot's own types only", () => {
    expect(entryOf(hubSpotDefined(279))).to.deep.equal(O.some(entry(279)));
    expect(entryOf({ category: "USER_DEFINED", typeId: 279 })).to.deep.equal(O.none);
    expect(entryOf(hubSpotDefined(999_999))).to.deep.equal(O.none);
  });

  it("names a type by the portal's label, else by the list's, else by nothing", () => {
    expect([
      showNamed(hubSpotDefined(1), "Primary"),
      showNamed(hubSpotDefined(279)),
      showNamed({ category: "USER_DEFINED", typeId: 279 }),
    ]).to.deep.equal([
      'HUBSPOT_DEFINED 1 ("Primary")',
      'HUBSPOT_DEFINED 279 ("Contact to company")',
      "USER_DEFINED 279",
    ]);
  });

  it("gives every entry to its own pair, and to no pair of other standard objects", () => {
    for (const each of associationTypes) {
      const [from, to] = [nameOf(each.fromObjectTypeId), nameOf(each.toObjectTypeId)];
      if (from === "" || to === "") continue;
      expect(belongsElsewhere(each, { from, to }), String(each.typeId)).to.equal(false);
      if (from !== to) expect(belongsElsewhere(each, { from: to, to: from }), String(each.typeId)).to.equal(true);
    }
  });

  it("takes no custom object for a standard one", () => {
    expect(belongsElsewhere(entry(279), { from: "contacts", to: "2-123" })).to.equal(true);
    expect(belongsElsewhere(entry(279), { from: "p1_car", to: "companies" })).to.equal(true);
  });

  it("lets a side that the list does not identify be what is declared, unless that is in the list itself", () => {
    expect(belongsElsewhere(entry(32), { from: "tickets", to: "0-999" })).to.equal(false);
    expect(belongsElsewhere(entry(32), { from: "tickets", to: "p1_thread" })).to.equal(false);
    expect(belongsElsewhere(entry(32), { from: "tickets", to: "contacts" })).to.equal(true);
    expect(belongsElsewhere(entry(32), { from: "deals", to: "0-999" })).to.equal(true);
  });
});
