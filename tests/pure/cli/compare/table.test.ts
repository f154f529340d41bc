import { expect } from "chai";
import { differences } from "../../../../cli/compare/difference";
import { table } from "../../../../cli/compare/table";
import type { PortalContent } from "../../../../cli/portal/content";
import { idLimit, label, labelLimit, portal, production, staging, unlabeledLimit } from "./support/two";

const shown = (first: PortalContent, second: PortalContent): string =>
  table({ name: "staging", content: first }, { name: "production", content: second }, differences(first, second));

describe("the table of differences", () => {
  it("goes pair by pair, in columns, and counts at the end", () => {
    expect(shown(staging, production)).to.equal(`staging (portal 111) compared with production (portal 222)

custom objects
  only in staging     object  car

contacts/companies
  only in staging     label   "Billing contact"
  different           label   "Champion"                                        name champion in staging, champion_1 in production
  different           label   "Decision maker"                                  label "Decision maker" in staging, "Decision Maker" in production
  different           label   "Employer" / "Employee"                           inverse label "Employee" in staging, "Staff" in production
  different           limit   contacts/companies unlabeled                      5 in staging, 10 in production
  only in staging     limit   contacts/companies HUBSPOT_DEFINED 1 ("Primary")  at most 1
  only in staging     limit   companies/contacts "Billing contact"              at most 3

contacts/deals
  only in production  label   "Économiste [31m"
  only in production  limit   deals/contacts unlabeled                          at most 20

contacts/car
  only in staging     label   "Drives" / "Driver"
  only in staging     limit   contacts/car "Drives"                             at most 1

12 differences: 6 only in staging, 2 only in production, 4 different
`);
  });

  /** What is told of one label or limit that is different. */
  const changes = (first: Partial<PortalContent>, second: Partial<PortalContent>): ReadonlyArray<string> =>
    shown(portal(1, first), portal(2, second))
      .split("\n")
      .filter((line) => line.startsWith("  different"))
      .map((line) => line.replace(/^.*? {2}(?=label |\d)/, ""));

  it("tells every change of a label, and no name that a side does not tell", () => {
    const labels = (texts: string, name: string) => ({ labels: [label("contacts/companies", 7, texts, name)] });
    const other = `label "Champion" in staging, "champion" in production; inverse label "Champion" in staging, "Backs" in production`;
    const named = "; name champion in staging, champion_2 in production";
    const told = (name: string, otherName: string) =>
      shown(portal(1, labels("Champion", name)), portal(2, labels("champion / Backs", otherName)));
    expect(told("champion", "champion_2")).to.contain(`${other}${named}\n`);
    for (const [name, otherName] of [
      ["", "champion_2"],
      ["champion", ""],
    ] as const) {
      expect(told(name, otherName)).to.contain(`${other}\n`);
    }
    expect(shown(portal(1, labels("A / B", "a")), portal(2, labels("A", "a")))).to.contain(
      `inverse label "B" in staging, "A" in production\n`,
    );
  });

  it("tells of a limit its number, else its text, and that it has none", () => {
    const limits = (text: string | undefined, most: number) => ({
      limits: [idLimit("contacts/companies", "USER_DEFINED", 7, text, most)],
    });
    expect(changes(limits("Champion", 1), limits("champion", 1))).to.deep.equal([
      'label "Champion" in staging, "champion" in production',
    ]);
    expect(changes(limits("Champion", 1), limits("champion", 2))).to.deep.equal(["1 in staging, 2 in production"]);
    expect(shown(portal(1, limits(undefined, 1)), portal(2))).to.contain(
      "contacts/companies USER_DEFINED without a text  at most 1\n",
    );
  });

  it("counts one difference as one", () => {
    const other = portal(222, { limits: [unlabeledLimit("contacts/companies", 279, 1)] });
    expect(shown(portal(111), other)).to.equal(
      [
        "staging (portal 111) compared with production (portal 222)",
        "",
        "contacts/companies",
        "  only in production  limit  contacts/companies unlabeled  at most 1",
        "",
        "1 difference: 1 only in production",
        "",
      ].join("\n"),
    );
  });

  it("is one line where there is no difference, with what is equal", () => {
    expect(shown(staging, { ...staging, portalId: 222 })).to.equal(
      "staging (portal 111) and production (portal 222) hold the same 1 custom object, 6 labels and 5 limits\n",
    );
    const one = portal(111, { limits: [labelLimit("contacts/deals", 7, "Buyer", 1)] });
    expect(shown(one, one)).to.equal("staging (portal 111) and production (portal 111) hold the same 1 limit\n");
    expect(shown(portal(111), portal(222))).to.equal(
      "staging (portal 111) and production (portal 222) hold neither labels nor limits\n",
    );
  });
});
