import { expect } from "chai";
import { byNearness, nearest } from "../../../provider/nearest";

describe("nearest", () => {
  const candidates = ["contacts", "companies", "deals"];

  it("finds what differs by a slip of the keys, in any case", () => {
    expect(nearest("contcats", candidates)).to.equal("contacts");
    expect(nearest("COMPANYES", candidates)).to.equal("companies");
    expect(nearest("deal", candidates)).to.equal("deals");
    expect(nearest("dals", candidates)).to.equal("deals");
    expect(nearest("deeals", candidates)).to.equal("deals");
  });

  it("lets a short word differ in two letters, a long one in a third of them", () => {
    expect(nearest("ab", ["abcd"])).to.equal("abcd");
    expect(nearest("ab", ["abcde"])).to.equal(undefined);
    expect(nearest("maxToObjects", ["maxToObjectIds"])).to.equal("maxToObjectIds");
    expect(nearest("abcdefghi", ["abcdefxyz"])).to.equal("abcdefxyz");
    expect(nearest("abcdefghi", ["abcdewxyz"])).to.equal(undefined);
  });

  it("puts the others in the order of their nearness, however far they are", () => {
    expect(byNearness("deal", candidates)).to.deep.equal(["deals", "contacts", "companies"]);
  });

  it("prefers the earlier of two that are as near", () => {
    expect(nearest("bat", ["cat", "hat"])).to.equal("cat");
  });

  it("finds nothing among nothing, and for nothing", () => {
    expect(nearest("contacts", [])).to.equal(undefined);
    expect(nearest("", ["contacts"])).to.equal(undefined);
  });

  it("compares no text of more than a hundred characters, which would take as many steps as its length squared", () => {
    const long = "a".repeat(99);
    expect(nearest(`${long}b`, [`${long}c`])).to.equal(`${long}c`);
    expect([nearest(`${long}bb`, [`${long}c`]), nearest(`${long}b`, [`${long}cc`])]).to.deep.equal([
      undefined,
      undefined,
    ]);
    expect(byNearness("deal", [`${long}bb`, ...candidates, `${long}cc`])).to.deep.equal([
      "deals",
      "contacts",
      "companies",
      `${long}bb`,
      `${long}cc`,
    ]);
    const huge = "a".repeat(20_000);
    expect(byNearness(huge, [`${huge}b`, "a"])).to.deep.equal([`${huge}b`, "a"]);
  });
});
