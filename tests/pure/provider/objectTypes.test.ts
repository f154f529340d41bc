import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { objectTypes } from "../../../data";
import { isCustomName, isStandard, normalizeObjectType, objectTypeIdOf } from "../../../provider/objectTypes";

const withoutUnderscores = (name: string): ReadonlyArray<string> => [name.replace(/_/g, " "), name.replace(/_/g, "-")];
const inOtherCases = (name: string): ReadonlyArray<string> => [
  name,
  name.toUpperCase(),
  `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  ` ${name}\n`,
];

describe("object types", () => {
  for (const { objectTypeId, name, singular } of objectTypes) {
    it(`${name} has one spelling, whatever is written for it`, () => {
      const spellings = [objectTypeId, name, singular, ...[name, singular].flatMap(withoutUnderscores)];
      for (const spelling of spellings.flatMap(inOtherCases)) {
        expect(normalizeObjectType(spelling), spelling).to.deep.equal(E.right(name));
      }
      expect(objectTypeIdOf(name)).to.deep.equal(O.some(objectTypeId));
      expect(isStandard(name)).to.equal(true);
    });
  }

  it("are 32", () => {
    expect(objectTypes.length).to.equal(32);
  });

  it("of a portal, or newer than the list, stay as HubSpot spells them", () => {
    for (const spelling of ["2-1234567", "12-345", "0-999", "p1234567_car", "p1234567_LeaseContract"]) {
      expect(normalizeObjectType(spelling), spelling).to.deep.equal(E.right(spelling));
      expect(isStandard(spelling), spelling).to.equal(false);
    }
    expect(objectTypeIdOf("2-1234567")).to.deep.equal(O.some("2-1234567"));
    expect(objectTypeIdOf("p1234567_car")).to.deep.equal(O.none);
    expect(normalizeObjectType("line - item")).to.deep.equal(E.right("line_items"));
  });

  it("that are no id and no name of HubSpot's may be custom objects, whose names a portal knows", () => {
    for (const spelling of ["car", "Lease_Contract", "contcats"]) {
      expect(normalizeObjectType(` ${spelling} `), spelling).to.deep.equal(E.right(spelling));
      expect(isCustomName(spelling), spelling).to.equal(true);
    }
    expect(["contacts", "2-1234567", "p1234567_car"].map(isCustomName)).to.deep.equal([false, false, true]);
  });

  it("are none with other characters", () => {
    for (const spelling of [
      "",
      "2-",
      "-1",
      "x2-1",
      "2-1x",
      "_car",
      "1car",
      "my car",
      "contacts/companies",
      "p1_a/b",
      "../contacts",
    ]) {
      expect(normalizeObjectType(spelling), spelling).to.deep.equal(
        E.left("write a name such as contacts; a custom object by its name (car), or as 2-1234567 or p1234567_car"),
      );
    }
  });
});
