import { expect } from "chai";
import * as O from "fp-ts/Option";
import type { CustomObject } from "../../../provider/customObjects";
import type { LabelClaim } from "../../../provider/labelClaims";
import { newLabelClaims } from "../../../provider/labelClaims";
import { showFailure } from "../../../provider/limits/rules";
import type { Pair } from "../../../provider/model";

const pair = { from: "contacts", to: "companies" };
const back = { from: "companies", to: "contacts" };

const claim = (name: string, label: string, more: Partial<LabelClaim> = {}): LabelClaim => ({
  pair,
  place: more.pair ?? pair,
  name,
  label,
  inverseLabel: `By ${label}`,
  before: O.none,
  provisional: false,
  isRemade: false,
  ...more,
});
/** The same label, which showed another text before. */
const moved = (name: string, from: string, to: string, more: Partial<LabelClaim> = {}): LabelClaim =>
  claim(name, to, { before: O.some({ place: pair, label: from, inverseLabel: `By ${from}` }), ...more });

const nothing: ReadonlyArray<CustomObject> = [];

const claimsOf = (all: ReadonlyArray<LabelClaim>, customObjects = () => nothing) => {
  const claims = newLabelClaims(customObjects);
  const failures = all.flatMap((each) => claims.declare(each)).map(showFailure);
  return { claims, failures };
};

describe("the labels that a run declares", () => {
  it("have names of their own, and texts of their own on each side", () => {
    const { failures } = claimsOf([
      claim("a", "A"),
      claim("a", "B"),
      claim("b", "a ", { inverseLabel: "B" }),
      claim("c", "C", { inverseLabel: "by A" }),
      claim("d", "By A", { pair: back, inverseLabel: "D" }),
      claim("e", "A", { pair: { from: "deals", to: "companies" } }),
      claim("f", "By A"),
    ]);
    expect(failures).to.deep.equal([
      'name: "a" is another label of this program, on contacts/companies; a name is unique in the portal, so give this one another',
      'label: "a " is what the label "a" of this program shows from contacts to companies; declare it once, or choose another text',
      'inverseLabel: "by A" is what the label "a" of this program shows from companies to contacts; declare it once, or choose another text',
      'label: "By A" is what the label "a" of this program shows from companies to contacts; declare it once, or choose another text',
    ]);
  });

  it("may be checked twice, as one that is replaced is", () => {
    const { failures } = claimsOf([
      moved("b", "A", "A", { provisional: true, isRemade: true }),
      claim("b", "A"),
      claim("b", "A"),
    ]);
    expect(failures).to.deep.equal([]);
  });

  it("show their texts in the direction of the pair, wherever the program writes them from", () => {
    const { claims } = claimsOf([claim("a", "A"), claim("b", "B", { pair: back })]);
    const shown = [pair, back].map((side) => ["A", "By A", "b", "by b"].filter((text) => claims.show(side, text)));
    expect(shown).to.deep.equal([
      ["A", "by b"],
      ["By A", "b"],
    ]);
    expect(claims.shownOn(back)).to.deep.equal([
      { name: "a", text: "By A" },
      { name: "b", text: "B" },
    ]);
  });

  it("are where the portal has their custom objects, once that is learnt, also if it is learnt later", () => {
    const there = { from: "contacts", to: "2-123" };
    const named = { from: "contacts", to: "car" };
    const before = { place: named, label: "Old", inverseLabel: "By Old" };
    let custom = nothing;
    const { claims } = claimsOf([claim("a", "A", { pair: named, before: O.some(before) })], () => custom);
    const seen = (on: Pair): unknown => [
      claims.show(on, "a "),
      claims.leave(on, "Old"),
      claims.shownOn(on).map(({ text }) => text),
      claims.shownOn({ from: on.to, to: on.from }).map(({ text }) => text),
    ];
    const all = [true, true, ["A"], ["By A"]];
    const none = [false, false, [], []];
    expect([seen(named), seen(there), seen(pair)]).to.deep.equal([all, none, none]);
    custom = [{ objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" }];
    expect([seen(named), seen(there), seen(pair)]).to.deep.equal([none, all, none]);
    expect(claims.declare(claim("b", "A", { pair: there, inverseLabel: "B" })).map(showFailure)).to.deep.equal([
      'label: "A" is what the label "a" of this program shows from contacts to 2-123; declare it once, or choose another text',
    ]);
  });

  it("leave the text that they showed before, and keep the one that stays", () => {
    const { claims } = claimsOf([
      moved("a", "Old", "New"),
      moved("b", "Same", "Same"),
      moved("c", "Remade", "Remade", { isRemade: true, provisional: true }),
    ]);
    expect(["Old", "New", "Same", "Remade"].map((text) => claims.leave(pair, text))).to.deep.equal([
      true,
      false,
      false,
      true,
    ]);
    expect([claims.leave(back, "by old"), claims.remake(pair, "remade"), claims.remake(pair, "New")]).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it("step aside one for each circle, and none where no circle is", () => {
    const stepping = (...all: ReadonlyArray<LabelClaim>): ReadonlyArray<string> => {
      const { claims } = claimsOf(all);
      return all.map(({ name }) => name).filter((name) => claims.stepsAside(name));
    };
    expect(stepping(moved("a", "A", "B"), moved("b", "B", "C"), moved("c", "C", "D"))).to.deep.equal([]);
    expect(stepping(moved("a", "A", "B"), moved("b", "B", "A"))).to.deep.equal(["a"]);
    expect(
      stepping(moved("d", "A", "B"), moved("c", "B", "C"), moved("b", "C", "A"), moved("a", "X", "A 2")),
    ).to.deep.equal(["b"]);
    expect(
      stepping(moved("a", "A", "B"), moved("b", "B", "A"), moved("c", "C", "D"), moved("d", "D", "C")),
    ).to.deep.equal(["a", "c"]);
  });

  it("are heard of when something has happened to one, by all who wait", async () => {
    const { claims } = claimsOf([]);
    const heard: number[] = [];
    const [one, two] = [claims.next().then(() => heard.push(1)), claims.next().then(() => heard.push(2))];
    claims.happened();
    await Promise.all([one, two]);
    const three = claims.next().then(() => heard.push(3));
    expect(heard).to.deep.equal([1, 2]);
    claims.happened();
    await three;
    expect(heard).to.deep.equal([1, 2, 3]);
  });

  it("are taken by their ids in the direction of the pair", () => {
    const { claims } = claimsOf([]);
    claims.take(pair, 36);
    expect([claims.holds(pair, 36), claims.holds(back, 36), claims.holds(pair, 37)]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});
