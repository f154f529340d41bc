import { expect } from "chai";
import * as O from "fp-ts/Option";
import { mirrored } from "../../../provider/associationType";
import type { Access } from "../../../provider/credentials";
import type { Home, Lived, Named, Objects, Turning, Verdict } from "../../../provider/lifecycle/home";
import {
  atHome,
  compared,
  comparedSides,
  homeAt,
  homeInState,
  homeKey,
  idCarried,
  isOnSameWord,
  isSpelledAlike,
  named,
  objectsAt,
  objectsInState,
  objectsOf,
  openSides,
  otherSides,
  placedBy,
  placeInState,
  placeNow,
  placeOf,
  readHome,
  withHome,
  withIds,
  withoutHome,
} from "../../../provider/lifecycle/home";

const portal = O.some(111);
const custom = [
  { objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" },
  { objectTypeId: "2-124", fullyQualifiedName: "p111_boat", name: "boat" },
];

/** Sides as programs and states of portal 111 have them: with the id that the list has, or without. */
const sides: ReadonlyArray<Named> = [
  ...["contacts", "0-999", "2-123", "2-124", "car", "P111_CAR", "boat"].map((name) => named(name)),
  named("car", "2-123"),
];
const pairs: ReadonlyArray<Objects> = sides.flatMap((from) => sides.map((to) => ({ from, to })));
const turned = ({ from, to }: Objects): Objects => ({ from: to, to: from });
const turnings: ReadonlyArray<Turning> = ["stays", "turns"];

/** What of all pairs of pairs does not hold, as text. */
const broken = (holds: (before: Objects, now: Objects) => boolean): ReadonlyArray<string> =>
  pairs.flatMap((before) =>
    pairs.flatMap((now) => (holds(before, now) ? [] : [JSON.stringify([before, now].map(shown))])),
  );
const shown = ({ from, to }: Objects): string =>
  [from, to].map(({ name, id }) => `${name} ${O.toUndefined(id) ?? "?"}`).join(", ");

describe("a side of a pair", () => {
  const verdicts: ReadonlyArray<readonly [a: Named, b: Named, verdict: Exclude<Verdict, "Turned">]> = [
    [named("contacts"), named("contacts"), "Same"],
    [named("contacts"), named("companies"), "Other"],
    [named("contacts"), named("0-1"), "Same"],
    [named("car"), named("Car"), "Same"],
    [named("car"), named("boat"), "Other"],
    [named("car"), named("contacts"), "Other"],
    [named("car"), named("0-999"), "Other"],
    [named("car"), named("2-123"), "Undecided"],
    [named("car"), named("10-5"), "Undecided"],
    [named("car", "2-123"), named("2-123"), "Same"],
    [named("car", "2-124"), named("2-123"), "Other"],
    [named("car", "2-123"), named("car"), "Same"],
    [named("car", "2-123"), named("car", "2-124"), "Other"],
    [named("car", "2-123"), named("boat"), "Other"],
    [named("2-123"), named("2-123"), "Same"],
    [named("2-123"), named("2-124"), "Other"],
  ];
  for (const [a, b, verdict] of verdicts) {
    it(`is ${verdict} for ${shown({ from: a, to: b })}, in either order`, () => {
      expect([comparedSides(portal, a, b), comparedSides(portal, b, a)]).to.deep.equal([verdict, verdict]);
    });
  }

  it("is the same by its name and by its full name in its own portal, and in no other one", () => {
    const [full, other] = [named("p111_car"), named("p222_car")];
    const withName = (portalId: O.Option<number>) =>
      [full, other].map((name) => comparedSides(portalId, name, named("car")));
    expect(withName(portal)).to.deep.equal(["Same", "Other"]);
    expect(withName(O.some(222))).to.deep.equal(["Other", "Same"]);
    expect(withName(O.none)).to.deep.equal(["Same", "Same"]);
  });

  it("has the id that its name tells, whatever else is said", () => {
    expect(named("contacts", "2-1")).to.deep.equal({ name: "contacts", id: O.some("0-1") });
    expect(named("2-123", "2-1")).to.deep.equal({ name: "2-123", id: O.some("2-123") });
    expect(named("car", "2-1")).to.deep.equal({ name: "car", id: O.some("2-1") });
    expect(named("car")).to.deep.equal({ name: "car", id: O.none });
  });
});

describe("two pairs", () => {
  const contactsTo = (to: Named): Objects => ({ from: named("contacts"), to });
  const verdicts: ReadonlyArray<readonly [before: Objects, now: Objects, stays: Verdict, turns: Verdict]> = [
    [contactsTo(named("car")), contactsTo(named("p111_car")), "Same", "Same"],
    [contactsTo(named("car")), contactsTo(named("boat")), "Other", "Other"],
    [contactsTo(named("car")), contactsTo(named("2-123")), "Undecided", "Undecided"],
    [contactsTo(named("car")), turned(contactsTo(named("car"))), "Other", "Turned"],
    [contactsTo(named("car")), turned(contactsTo(named("2-123"))), "Other", "Undecided"],
    [contactsTo(named("car")), turned(contactsTo(named("boat"))), "Other", "Other"],
    [contactsTo(named("car")), { from: named("companies"), to: named("2-123") }, "Other", "Other"],
    [contactsTo(named("2-123")), contactsTo(named("contacts")), "Other", "Other"],
    [contactsTo(named("contacts")), contactsTo(named("contacts")), "Same", "Same"],
    // If 2-123 is car, the pair is the same; if not, it is turned.
    [{ from: named("car"), to: named("2-123") }, { from: named("2-123"), to: named("car") }, "Undecided", "Undecided"],
  ];
  for (const [before, now, stays, turns] of verdicts) {
    it(`are ${stays}, and ${turns} where a label may be turned, for ${shown(before)} and ${shown(now)}`, () => {
      expect(turnings.map((turning) => compared(portal, before, now, turning))).to.deep.equal([stays, turns]);
    });
  }

  it("compare alike in either order", () => {
    for (const turning of turnings)
      expect(
        broken((a, b) => compared(portal, a, b, turning) === compared(portal, b, a, turning)),
        turning,
      ).to.deep.equal([]);
  });

  it("are never Turned where a resource stays as it is written, and else as they are without turning or from the other side", () => {
    expect(broken((a, b) => compared(portal, a, b, "stays") !== "Turned")).to.deep.equal([]);
    expect(
      broken((a, b) => {
        const [asIs, fromOtherSide] = [a, turned(a)].map((way) => compared(portal, way, b, "stays"));
        const verdict = compared(portal, a, b, "turns");
        if (verdict === "Turned") return asIs === "Other" && fromOtherSide === "Same";
        return verdict === "Same" ? asIs === "Same" : verdict !== "Other" || fromOtherSide === "Other";
      }),
    ).to.deep.equal([]);
  });

  it("are the same as themselves, and turned as their other side unless that may be the same", () => {
    for (const pair of pairs) {
      const asIs = compared(portal, pair, turned(pair), "stays");
      expect(compared(portal, pair, pair, "turns"), shown(pair)).to.equal("Same");
      expect(compared(portal, pair, turned(pair), "turns"), shown(pair)).to.equal(asIs === "Other" ? "Turned" : asIs);
    }
  });

  it("are decided where all ids are known", () => {
    const isKnown = ({ from, to }: Objects): boolean => O.isSome(from.id) && O.isSome(to.id);
    for (const turning of turnings)
      expect(
        broken((a, b) => !isKnown(a) || !isKnown(b) || compared(portal, a, b, turning) !== "Undecided"),
        turning,
      ).to.deep.equal([]);
  });

  it("are, where they are decided without the list of custom objects, what they are with it", () => {
    for (const turning of turnings)
      expect(
        broken((a, b) => {
          const verdict = compared(portal, a, b, turning);
          const told = compared(portal, placedBy(custom, a), placedBy(custom, b), turning);
          return told !== "Undecided" && (verdict === "Undecided" || verdict === told);
        }),
        turning,
      ).to.deep.equal([]);
  });

  it("have open sides exactly where they are Undecided, and other sides where they are Other", () => {
    for (const turning of turnings)
      expect(
        broken(
          (a, b) => (compared(portal, a, b, turning) === "Undecided") === openSides(portal, a, b, turning).length > 0,
        ),
        turning,
      ).to.deep.equal([]);
    expect(
      broken((a, b) => (compared(portal, a, b, "stays") === "Other") === otherSides(portal, a, b).length > 0),
    ).to.deep.equal([]);
  });

  it("tell which of their sides are open, as they are or from the other side", () => {
    const before = { from: named("contacts"), to: named("car") };
    const now = { from: named("contacts"), to: named("2-123") };
    const open = { now: "2-123", old: "car" };
    expect(openSides(portal, before, now, "stays")).to.deep.equal([{ path: "toObjectType", ...open }]);
    expect(openSides(portal, before, now, "turns")).to.deep.equal([{ path: "toObjectType", ...open }]);
    expect(openSides(portal, before, turned(now), "turns")).to.deep.equal([{ path: "fromObjectType", ...open }]);
    expect(openSides(portal, before, turned(now), "stays")).to.deep.equal([]);
    const cars = { from: named("2-123"), to: named("boat") };
    const boats = { from: named("car"), to: named("2-124") };
    expect(openSides(portal, cars, boats, "stays")).to.deep.equal([
      { path: "fromObjectType", now: "car", old: "2-123" },
      { path: "toObjectType", now: "2-124", old: "boat" },
    ]);
  });

  it("tell which of their sides are other ones", () => {
    const before = { from: named("contacts"), to: named("car") };
    const others = (from: string, to: string) => otherSides(portal, before, { from: named(from), to: named(to) });
    expect(others("companies", "boat")).to.deep.equal(["fromObjectType", "toObjectType"]);
    expect(others("companies", "car")).to.deep.equal(["fromObjectType"]);
    expect(others("contacts", "boat")).to.deep.equal(["toObjectType"]);
    expect(others("contacts", "2-123")).to.deep.equal([]);
  });

  it("are spelled alike with the same words in whichever order", () => {
    const pair = { from: "contacts", to: "car" };
    const others = [pair, mirrored(pair), { ...pair, to: "p111_car" }, { from: "car", to: "car" }];
    expect(others.map((other) => isSpelledAlike(pair, other))).to.deep.equal([true, true, false, false]);
  });
});

describe("a place", () => {
  it("is the name of HubSpot's own object, and the id of a custom one as far as it is known", () => {
    expect(placeOf(objectsOf({ from: "contacts", to: "car" }, { toObjectTypeId: "2-123" }))).to.deep.equal({
      from: "contacts",
      to: "2-123",
    });
    expect(placeOf(objectsOf({ from: "car", to: "boat" }, { fromObjectTypeId: "2-123" }))).to.deep.equal({
      from: "2-123",
      to: "boat",
    });
    expect(placeOf(objectsOf({ from: "2-123", to: "0-999" }, {}))).to.deep.equal({ from: "2-123", to: "0-999" });
  });

  it("is told by the list of custom objects where no id is known yet", () => {
    const objects = objectsOf({ from: "car", to: "boat" }, { fromObjectTypeId: "2-9" });
    expect(placeOf(placedBy(custom, objects))).to.deep.equal({ from: "2-9", to: "2-124" });
    expect(placeOf(placedBy(custom, turned(objects)))).to.deep.equal({ from: "2-124", to: "2-9" });
    expect(placedBy([], objects)).to.deep.equal(objects);
  });
});

const access: Access = { provider: undefined, mark: (portalId) => `mark of ${portalId}` };
const ofProvider: Access = { ...access, provider: "eu" };
const bare: Home = { portalId: 111, credentials: "mark of 111" };
const pair = { from: "contacts", to: "car" };
const place = { from: "contacts", to: "2-123" };
const carHome: Home = { ...bare, toObjectTypeId: "2-123" };

describe("a home", () => {
  it("holds the portal, on whose word that is, and the ids that the names do not tell", () => {
    expect(homeAt(access, 111, pair, place)).to.deep.equal(carHome);
    expect(homeAt(ofProvider, 111, mirrored(pair), mirrored(place))).to.deep.equal({
      ...bare,
      provider: "eu",
      fromObjectTypeId: "2-123",
    });
    expect(homeAt(access, 111, place, place)).to.deep.equal(bare);
  });

  it("forgets the ids of the pair that it was for when it becomes that of another", () => {
    expect(withIds(carHome, place, place)).to.deep.equal(bare);
    expect(
      withIds({ ...carHome, provider: "eu" }, { from: "boat", to: "car" }, { from: "2-124", to: "car" }),
    ).to.deep.equal({ ...bare, provider: "eu", fromObjectTypeId: "2-124" });
  });

  it("finds the place again that it was made for", () => {
    for (const [from, to] of sides.flatMap((a) => sides.map((b) => [a, b] as const))) {
      const spelled = { from: from.name, to: to.name };
      const found = placeOf(placedBy(custom, objectsOf(spelled, {})));
      const home = homeAt(access, 111, spelled, found);
      expect(placeOf(objectsAt(spelled, O.some(home))), JSON.stringify(spelled)).to.deep.equal(found);
    }
    expect(objectsAt(pair, O.none)).to.deep.equal(objectsOf(pair, {}));
  });

  it("is kept among properties, and read from them as it was", () => {
    for (const home of [bare, carHome, { ...bare, provider: "eu", fromObjectTypeId: "2-123" }]) {
      const inputs = withHome({ label: "Driver" }, O.some(home));
      expect(readHome(inputs)).to.deep.equal(O.some(home));
      expect(withoutHome(inputs)).to.deep.equal({ label: "Driver" });
    }
    expect(withHome({ label: "Driver" }, O.none)).to.deep.equal({ label: "Driver" });
    // States hold it under this name.
    expect(withHome({}, O.some(bare))).to.deep.equal({ __home: bare });
  });

  it("is none where what is kept is missing, or no home", () => {
    const strange = [
      undefined,
      null,
      "111",
      [],
      {},
      { portalId: 111 },
      { credentials: "mark of 111" },
      { ...bare, portalId: "111" },
      { ...bare, credentials: 1 },
      { ...bare, provider: 1 },
      { ...bare, fromObjectTypeId: 123 },
      { ...bare, toObjectTypeId: 123 },
    ];
    expect(strange.map((home) => readHome({ [homeKey]: home }))).to.deep.equal(strange.map(() => O.none));
    expect(readHome({})).to.deep.equal(O.none);
  });

  it("is on the same word only with the same credentials of the same Provider", () => {
    expect(isOnSameWord(bare, access)).to.equal(true);
    expect(isOnSameWord({ ...bare, provider: "eu" }, ofProvider)).to.equal(true);
    expect(isOnSameWord(bare, ofProvider)).to.equal(false);
    expect(isOnSameWord({ ...bare, provider: "eu" }, access)).to.equal(false);
    expect(isOnSameWord({ ...bare, provider: "us" }, ofProvider)).to.equal(false);
    expect(isOnSameWord(bare, { ...access, mark: () => "another" })).to.equal(false);
    expect(isOnSameWord({ ...bare, portalId: 222 }, access)).to.equal(false);
  });

  it("has an id for the names of its own sides alone, with and without the prefix of its portal", () => {
    const carried = (home: Home, before: { from: string; to: string }, ...names: ReadonlyArray<string>) =>
      names.map((name) => O.toUndefined(idCarried(home, before, name)));
    const names = ["car", "CAR", "p111_car", "p222_car", "boat", "contacts"];
    const only = ["2-123", "2-123", "2-123", undefined, undefined, undefined];
    expect(carried(carHome, pair, ...names)).to.deep.equal(only);
    expect(carried(withIds(bare, mirrored(pair), mirrored(place)), mirrored(pair), ...names)).to.deep.equal(only);
    expect(carried(bare, pair, ...names)).to.deep.equal(names.map(() => undefined));
    expect(carried({ ...carHome, portalId: 222 }, pair, "car", "p111_car", "p222_car")).to.deep.equal([
      ...["2-123", undefined, "2-123"],
    ]);
    expect(carried(carHome, { from: "car", to: "p111_car" }, "car")).to.deep.equal(["2-123"]);
    const both = { ...carHome, fromObjectTypeId: "2-124" };
    expect(carried(both, { from: "boat", to: "car" }, "boat", "car")).to.deep.equal(["2-124", "2-123"]);
  });
});

describe("where a state's resource lives", () => {
  const lived: Lived = {
    pair,
    portalId: portal,
    home: O.some({ ...carHome, toObjectTypeId: "2-9" }),
    fromObjectTypeId: O.some("0-1"),
    toObjectTypeId: O.some("2-123"),
  };
  const withoutIds: Lived = { ...lived, fromObjectTypeId: O.none, toObjectTypeId: O.none };

  it("is under the ids of its outputs", () => {
    expect(objectsInState(lived)).to.deep.equal({ from: named("contacts"), to: named("car", "2-123") });
    expect(placeInState(lived)).to.deep.equal(place);
    expect(placeInState(withoutIds)).to.deep.equal(pair);
    expect(homeInState(ofProvider, 111, lived)).to.deep.equal({ ...carHome, provider: "eu" });
    expect(homeInState(access, 111, withoutIds)).to.deep.equal(bare);
  });

  it("is, for a program, under the ids of the state, then of the home, then under its names", () => {
    const home = O.some({ ...carHome, toObjectTypeId: "2-9" });
    expect(placeNow(O.some(lived), pair, home)).to.deep.equal(place);
    expect(placeNow(O.some(withoutIds), pair, home)).to.deep.equal({ from: "contacts", to: "2-9" });
    expect(placeNow(O.some(withoutIds), pair, O.none)).to.deep.equal(pair);
    expect(placeNow(O.none, pair, home)).to.deep.equal({ from: "contacts", to: "2-9" });
    expect(placeNow(O.none, pair, O.none)).to.deep.equal(pair);
    const swapped: Lived = {
      ...lived,
      pair: mirrored(pair),
      fromObjectTypeId: O.some("2-123"),
      toObjectTypeId: O.none,
    };
    expect(placeNow(O.some(swapped), mirrored(pair), O.none)).to.deep.equal(mirrored(place));
  });

  it("is noted anew among what was read as inputs, and stays as it was among outputs", () => {
    const old = { ...bare, credentials: "old" };
    const read = { id: "contacts/car", inputs: { a: 1 }, outputs: { b: 2, [homeKey]: old } };
    expect(atHome(read, carHome)).to.deep.equal({
      id: "contacts/car",
      inputs: { a: 1, [homeKey]: carHome },
      outputs: { b: 2, [homeKey]: old },
    });
    expect(atHome({ ...read, outputs: { b: 2 } }, carHome).outputs).to.deep.equal({ b: 2, [homeKey]: carHome });
  });
});
