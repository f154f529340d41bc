import { expect } from "chai";
import { labelsDiffer, matchLabels } from "../../../../cli/compare/labels";
import type { PortalLabel } from "../../../../cli/portal/content";
import { label } from "./support/two";

const pair = "contacts/companies";
const self = "contacts/contacts";
const nameless = "";

const shown = ({ label: text, inverseLabel }: PortalLabel): string => `${text} / ${inverseLabel}`;

/** The texts of what the one label is matched with, as it is written then. */
const matchOf = (one: PortalLabel, ...others: ReadonlyArray<PortalLabel>): ReadonlyArray<string> =>
  matchLabels([one], others).both.map(([, other]) => shown(other));

describe("a label of another portal", () => {
  it("differs by its texts, their capitals, and its name where both tell one", () => {
    const champion = label(pair, 1, "Champion / Backs", "champion");
    const differs = (texts: string, name: string): ReadonlyArray<boolean> => {
      const other = label(pair, 2, texts, name);
      return [labelsDiffer(champion, other), labelsDiffer(other, champion)];
    };
    expect([
      differs("Champion / Backs", "champion"),
      differs("Champion / Backs", nameless),
      differs("Champion / Backs", "sponsor"),
      differs("Champion / backs", "champion"),
      differs("Champion / Likes", "champion"),
    ]).to.deep.equal([
      [false, false],
      [false, false],
      [true, true],
      [true, true],
      [true, true],
    ]);
  });

  it("is the same one rather in other capitals than with another text, whatever the names", () => {
    expect(
      matchOf(
        label(pair, 1, "Owner / Owned by", "owner"),
        label(pair, 2, "Owner / Other", "owner"),
        label(pair, 4, "OWNER / owned by", "owner_2"),
      ),
    ).to.deep.equal(["OWNER / owned by"]);
  });

  it("goes by its texts in their alphabet where two are equally like", () => {
    const one = label(pair, 1, "Shared / One", nameless);
    const [early, late] = [label(pair, 2, "Shared / Aa", nameless), label(pair, 4, "Bb / One", nameless)];
    expect(matchOf(one, early, late)).to.deep.equal(["Shared / Aa"]);
    expect(matchOf(one, late, early)).to.deep.equal(["Shared / Aa"]);
  });

  describe("between records of one object type", () => {
    const manager = label(self, 1, "Manager / Report", "manager");

    it("may be written from its other side, and then is told from this one", () => {
      expect(
        matchOf(manager, label(self, 3, "Manager / Aaa", nameless), label(self, 5, "Report / Manager", nameless)),
      ).to.deep.equal(["Manager / Report"]);
      expect(
        matchOf(manager, label(self, 3, "Manager / REPORT", nameless), label(self, 5, "Report / Manager", "manager")),
      ).to.deep.equal(["Manager / Report"]);
    });

    it("is rather the one that is written alike", () => {
      expect(
        matchOf(manager, label(self, 3, "Manager / Aaa", nameless), label(self, 5, "Manager / Report", nameless)),
      ).to.deep.equal(["Manager / Report"]);
    });

    it("stays as it is written where neither side is liker", () => {
      expect(matchOf(manager, label(self, 3, "Pair / Quad", "manager"))).to.deep.equal(["Pair / Quad"]);
    });
  });
});
