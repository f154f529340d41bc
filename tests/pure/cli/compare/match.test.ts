import { expect } from "chai";
import { match } from "../../../../cli/compare/match";

interface Thing {
  readonly group: string;
  readonly at: number;
  readonly text: string;
}

const thing = (text: string, at = 0, group = "g"): Thing => ({ group, at, text });

const matched = (first: ReadonlyArray<Thing>, second: ReadonlyArray<Thing>) => {
  const { both, onlyFirst, onlySecond } = match(first, second, {
    group: ({ group }) => group,
    distance: (a, b) => (Math.abs(a.at - b.at) > 5 ? undefined : Math.abs(a.at - b.at)),
    text: ({ text }) => text,
  });
  const texts = (things: ReadonlyArray<Thing>): ReadonlyArray<string> => things.map(({ text }) => text);
  return { both: both.map(texts), onlyFirst: texts(onlyFirst), onlySecond: texts(onlySecond) };
};

describe("what belongs together of two portals", () => {
  it("is the likest first, each at most once, and nothing that is too unlike or of another group", () => {
    expect(
      matched(
        [thing("a", 1), thing("b", 3), thing("c", 20), thing("d", 0, "h")],
        [thing("x", 4), thing("y", 2), thing("z", 9)],
      ),
    ).to.deep.equal({
      both: [
        ["a", "y"],
        ["b", "x"],
      ],
      onlyFirst: ["c", "d"],
      onlySecond: ["z"],
    });
  });

  it("goes by the texts where several are equally like, whatever their order", () => {
    const apart = { both: [["a", "m"]], onlyFirst: ["z"], onlySecond: [] };
    expect(matched([thing("z"), thing("a")], [thing("m")])).to.deep.equal(apart);
    expect(matched([thing("a"), thing("z")], [thing("m")])).to.deep.equal(apart);
    expect(matched([thing("m")], [thing("z"), thing("a")])).to.deep.equal({
      both: [["m", "a"]],
      onlyFirst: [],
      onlySecond: ["z"],
    });
  });

  it("is the first of those that nothing tells apart", () => {
    const twins = [thing("a", 1), thing("a", -1), thing("a", 1)];
    const { onlyFirst } = match(twins, [thing("m")], {
      group: ({ group }) => group,
      distance: () => 0,
      text: ({ text }) => text,
    });
    expect(onlyFirst).to.deep.equal(twins.slice(1));
  });
});
