import { expect } from "chai";
import fc from "fast-check";
import { differences } from "../../../../cli/compare/difference";
import { inOtherOrder, portalContent, underOtherIds } from "../../../support/portalContent";
import { meaning, mirroredDifference } from "./support/meaning";
import { planted } from "./support/planted";
import { idLimit, label, labelLimit, portal, unlabeledLimit } from "./support/two";
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
    expect(found(first, withoutLabels("champion", 1))).to.deep.equal(["label onlyInFirst", "limit different"]);
    expect(found(withoutLabels("Champion", 1), first)).to.deep.equal(["label onlyInSecond"]);
    expect(found(withoutLabels("champion", 1), first)).to.deep.equal(["label onlyInSecond", "limit different"]);
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
    const apart = ["limit onlyInFirst", "limit onlyInSecond"];
    expect(found(content("HUBSPOT_DEFINED"), content("USER_DEFINED"))).to.have.members(apart);
    expect(found(content("USER_DEFINED"), content("HUBSPOT_DEFINED"))).to.have.members(apart);
  });

  it("keep two of HubSpot's own types apart that have one text", () => {
    const content = (typeId: number) =>
      portal(1, { limits: [idLimit("contacts/companies", "HUBSPOT_DEFINED", typeId, "Primary", 1)] });
    expect(found(content(1), content(2))).to.have.members(["limit onlyInFirst", "limit onlyInSecond"]);
  });

  it("take an id for that of a label only within its pair", () => {
    const content = (labelId: number, limitId: number) =>
      portal(1, {
        labels: [label("contacts/companies", labelId, "Champion / Backs")],
        limits: [idLimit("contacts/deals", "USER_DEFINED", limitId, undefined, 1)],
      });
    expect(found(content(7, 7), content(9, 10))).to.deep.equal([]);
  });

  describe("of limits whose labels are not known", () => {
    const car = (typeId: number, text: string | undefined, most: number) =>
      idLimit("contacts/car", "USER_DEFINED", typeId, text, most);
    const content = (...limits: ReadonlyArray<ReturnType<typeof car>>) => portal(1, { limits });
    const told = (...[first, second]: Parameters<typeof differences>) =>
      differences(first, second).flatMap((difference) =>
        difference.what === "limit" && difference.found === "onlyInSecond"
          ? `${difference.second.label} ${difference.second.maxToObjectIds}`
          : [],
      );

    it("leave over what is written otherwise, and what is further back in the alphabet", () => {
      expect(told(content(car(7, "champion", 1)), content(car(8, "Champion", 1), car(9, "champion", 1)))).to.deep.equal(
        ["Champion 1"],
      );
      expect(told(content(car(7, "CHAMPION", 1)), content(car(8, "champion", 1), car(9, "Champion", 1)))).to.deep.equal(
        ["champion 1"],
      );
    });

    it("leave over the larger number where nothing else tells", () => {
      expect(told(content(car(7, undefined, 5)), content(car(8, undefined, 10), car(9, undefined, 9)))).to.deep.equal([
        "undefined 10",
      ]);
    });

    it("never take one without a text for one with a text, or for the pair's own", () => {
      const [without, alpha, own] = [
        car(7, undefined, 1),
        car(8, "Alpha", 1),
        unlabeledLimit("contacts/car", 1_050, 1),
      ];
      const lists = [
        [without, alpha],
        [alpha, without],
        [without, own],
        [own, without],
      ] as const;
      // The pair's own comes first, then what has no text.
      expect(lists.map(([first, second]) => found(content(first), content(second)))).to.deep.equal([
        ["limit onlyInFirst", "limit onlyInSecond"],
        ["limit onlyInSecond", "limit onlyInFirst"],
        ["limit onlyInSecond", "limit onlyInFirst"],
        ["limit onlyInFirst", "limit onlyInSecond"],
      ]);
    });
  });

  it("begin with custom objects, by name", () => {
    const car = (name: string) => ({ objectTypeId: "2-1", fullyQualifiedName: `p1_${name}`, name });
    const first = portal(1, {
      customObjects: [car("Lease"), car("boat")],
      labels: [label("contacts/deals", 7, "Buyer")],
    });
    expect(
      differences(first, portal(2)).map((difference) =>
        difference.what === "customObject" && difference.found === "onlyInFirst"
          ? difference.first.name
          : difference.what,
      ),
    ).to.deep.equal(["boat", "Lease", "label"]);
  });

  it("are none between a name that is not told and one that is", () => {
    const content = (name: string) => portal(1, { labels: [label("contacts/companies", 7, "Champion", name)] });
    expect(found(content(""), content("champion"))).to.deep.equal([]);
    expect(found(content("champion"), content(""))).to.deep.equal([]);
  });
});
