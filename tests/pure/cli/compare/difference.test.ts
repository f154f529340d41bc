import { expect } from "chai";
import fc from "fast-check";
import { differences } from "../../../../cli/compare/difference";
import { inOtherOrder, portalContent, underOtherIds } from "../../../support/portalContent";
import { meaning, mirroredDifference } from "./support/meaning";
import { planted } from "./support/planted";
import { idLimit, label, labelLimit, portal } from "./support/two";
import { runs } from "../../../support/seeds";

describe("the differences of two portals", () => {
  it("are those that were planted and nothing else, whatever ids and order the portals have", () => {
    fc.assert(
      fc.property(planted, ({ first, second, expected }) => {
        expect(differences(first, second).map(meaning).sort()).to.deep.equal(expected.map(meaning).sort());
      }),
      { numRuns: runs(300) },
    );
  });

  it("are none between a portal and the same one under other ids and in another order", () => {
    const twins = portalContent.chain((first) =>
      fc.record({ first: fc.constant(first), second: underOtherIds(first).chain(inOtherOrder) }),
    );
    fc.assert(
      fc.property(twins, ({ first, second }) => {
        expect(differences(first, second)).to.deep.equal([]);
      }),
      { numRuns: runs(100) },
    );
  });

  it("mirror each other when the two change places, even of portals that have little in common", () => {
    const any = fc.oneof(
      planted.map(({ first, second }) => ({ first, second })),
      fc.record({ first: portalContent, second: portalContent }),
    );
    fc.assert(
      fc.property(any, ({ first, second }) => {
        const there = differences(first, second).map(meaning).sort();
        const back = differences(second, first).map(mirroredDifference).map(meaning).sort();
        expect(back).to.deep.equal(there);
      }),
      { numRuns: runs(200) },
    );
  });

  const found = (...[first, second]: Parameters<typeof differences>) =>
    differences(first, second).map((difference) => `${difference.what} ${difference.found}`);

  it("are one where a label was renamed, its limit being the same", () => {
    const before = portal(1, {
      labels: [label("contacts/companies", 7, "Champion")],
      limits: [labelLimit("contacts/companies", 7, "Champion", 1)],
    });
    const after = portal(1, {
      labels: [label("contacts/companies", 7, "Sponsor", "champion")],
      limits: [labelLimit("contacts/companies", 7, "Sponsor", 1)],
    });
    expect(found(before, after)).to.deep.equal(["label different"]);
  });

  it("never come of an id that means another label elsewhere", () => {
    const labels = (champion: number, buyer: number) => [
      label("contacts/companies", champion, "Champion"),
      label("contacts/companies", buyer, "Buyer"),
    ];
    const first = portal(1, {
      labels: labels(7, 9),
      limits: [labelLimit("contacts/companies", 7, "Champion", 1), labelLimit("contacts/companies", 9, "Buyer", 2)],
    });
    const second = portal(2, {
      labels: labels(9, 7),
      limits: [labelLimit("contacts/companies", 9, "Champion", 1), labelLimit("contacts/companies", 7, "Buyer", 2)],
    });
    expect(found(first, second)).to.deep.equal([]);
  });

  it("tell a label of two labels with one text apart by the text of the other side", () => {
    const content = (portalId: number, driver: number, owner: number) =>
      portal(portalId, {
        labels: [label("contacts/car", 7, "Has / Driver"), label("contacts/car", 9, "Has / Owner")],
        limits: [
          idLimit("contacts/car", "USER_DEFINED", 7, "Has", driver),
          idLimit("contacts/car", "USER_DEFINED", 9, "Has", owner),
        ],
      });
    expect(found(content(1, 1, 2), content(2, 1, 2))).to.deep.equal([]);
    expect(found(content(1, 1, 2), content(2, 2, 1))).to.deep.equal(["limit different", "limit different"]);
  });

  it("go by the text of a limit where the labels of a side could not be read", () => {
    const limits = (text: string, most: number) => [labelLimit("contacts/companies", 7, text, most)];
    const labels = [label("contacts/companies", 7, "Champion")];
    const first = portal(1, { labels, limits: limits("Champion", 1) });
    const withoutLabels = (text: string, most: number) => portal(2, { limits: limits(text, most) });
    expect(found(first, withoutLabels("Champion", 1))).to.deep.equal(["label onlyInFirst"]);
    expect(found(first, withoutLabels("Champion", 2))).to.deep.equal(["label onlyInFirst", "limit different"]);
    expect(found(withoutLabels("Champion", 1), withoutLabels("champion", 1))).to.deep.equal(["limit different"]);
    expect(found(withoutLabels("Champion", 1), withoutLabels("Buyer", 1))).to.deep.equal([
      "limit onlyInSecond",
      "limit onlyInFirst",
    ]);
  });

  it("take limits without a text by their numbers, since nothing else tells them apart", () => {
    const content = (portalId: number, ...limits: ReadonlyArray<readonly [typeId: number, most: number]>) =>
      portal(portalId, {
        limits: limits.map(([typeId, most]) => idLimit("contacts/car", "USER_DEFINED", typeId, undefined, most)),
      });
    expect(found(content(1, [7, 1], [9, 2]), content(2, [7, 2], [9, 1]))).to.deep.equal([]);
    expect(found(content(1, [7, 1], [9, 2]), content(2, [7, 2], [9, 3]))).to.deep.equal(["limit different"]);
    expect(found(content(1, [7, 1]), content(2, [7, 1], [9, 1]))).to.deep.equal(["limit onlyInSecond"]);
  });

  it("keep HubSpot's own ids apart from a portal's with the same number", () => {
    const content = (category: string) =>
      portal(1, { limits: [idLimit("contacts/companies", category, 279, "Champion", 1)] });
    expect(found(content("HUBSPOT_DEFINED"), content("USER_DEFINED"))).to.have.members([
      "limit onlyInFirst",
      "limit onlyInSecond",
    ]);
  });

  it("are none between a name that is not told and one that is", () => {
    const content = (name: string) => portal(1, { labels: [label("contacts/companies", 7, "Champion", name)] });
    expect(found(content(""), content("champion"))).to.deep.equal([]);
  });
});
