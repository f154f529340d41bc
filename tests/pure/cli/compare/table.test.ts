import { expect } from "chai";
import { differences } from "../../../../cli/compare/difference";
import { table } from "../../../../cli/compare/table";
import type { PortalContent } from "../../../../cli/portal/content";
import { labelLimit, portal, production, staging, unlabeledLimit } from "./support/two";

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
