import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { hasCustomObject, locate, locatePair, namesCustomObject, plainName } from "../../../provider/customObjects";

const custom = [
  { objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" },
  { objectTypeId: "2-124", fullyQualifiedName: "p111_Lease", name: "Lease" },
];

describe("a portal's custom objects", () => {
  it("are found by either name, in any capitals, and ids and HubSpot's own stay", () => {
    const spellings = ["car", "Car", "p111_car", "P111_CAR", "lease", "2-999", "contacts"];
    expect(spellings.map((spelling) => locate(custom, spelling))).to.deep.equal(
      ["2-123", "2-123", "2-123", "2-123", "2-124", "2-999", "contacts"].map((found) => E.right(found)),
    );
    expect(locatePair(custom, { from: "contacts", to: "boat" })).to.deep.equal({ from: "contacts", to: "boat" });
    expect(locatePair(custom, { from: "boat", to: "car" })).to.deep.equal({ from: "boat", to: "2-123" });
  });

  it("and HubSpot's own are suggested for a name that is neither", () => {
    expect(locate(custom, "contcts")).to.deep.equal(
      E.left(
        '"contcts" is none of HubSpot\'s object types, and the portal has no custom object of that name; did you mean "contacts"? Its custom objects are car, Lease',
      ),
    );
    expect(locate(custom, "cars")).to.deep.equal(
      E.left(
        '"cars" is none of HubSpot\'s object types, and the portal has no custom object of that name; did you mean "car"? Its custom objects are car, Lease',
      ),
    );
    expect(locate(custom, "spaceship")).to.deep.equal(
      E.left(
        '"spaceship" is none of HubSpot\'s object types, and the portal has no custom object of that name; its custom objects are car, Lease',
      ),
    );
    expect(locate([], "compny")).to.deep.equal(
      E.left(
        '"compny" is none of HubSpot\'s object types, and the portal has no custom objects; did you mean "companies"?',
      ),
    );
    expect(locate([], "spaceship")).to.deep.equal(
      E.left('"spaceship" is none of HubSpot\'s object types, and the portal has no custom objects'),
    );
  });

  it("are named alike with and without the prefix of their own portal, in whichever capitals", () => {
    const plain = (portalId: O.Option<number>, ...names: ReadonlyArray<string>): ReadonlyArray<string> =>
      names.map((name) => plainName(portalId, name));
    expect(plain(O.some(111), "car", "CAR", "p111_car", "P111_Car", "p222_car", "shop111_car")).to.deep.equal([
      ...["car", "car", "car", "car"],
      ...["p222_car", "shop111_car"],
    ]);
    expect(plain(O.none, "p1_car", "p12_car", "shop1_car", "2-123")).to.deep.equal([
      "car",
      "car",
      "shop1_car",
      "2-123",
    ]);
  });

  it("make a pair one whose own association is the portal's", () => {
    expect(
      ["contacts", "0-999", "2-123", "10-5", "p1_car", "car"].map((to) => hasCustomObject({ from: "deals", to })),
    ).to.deep.equal([false, false, true, true, true, true]);
  });

  it("are named on a side where only the portal's list explains the name", () => {
    expect(
      [
        { from: "contacts", to: "2-123" },
        { from: "car", to: "2-123" },
        { from: "contacts", to: "p1_car" },
      ].map(namesCustomObject),
    ).to.deep.equal([false, true, true]);
  });
});
