import { expect } from "chai";
import { findingsOf } from "../../../../cli/audit/findings";
import type { Report } from "../../../../cli/audit/report";
import { hasCounting, reportText } from "../../../../cli/audit/report";
import { suppose } from "../../../../cli/audit/violations";
import { content, limit, pairOf, tracked, use } from "./support";

const said = (report: Partial<Report>): ReadonlyArray<string> =>
  reportText({ portalId: 111, failOn: [], findings: [], suppositions: [], leftOut: [], ...report }).split("\n");

const { label: _, ...withoutText } = limit("contacts/companies", 1_200, "none");

const portal = content({
  limits: [
    limit("contacts/companies", 5),
    limit("contacts/companies", 6, "Employer"),
    withoutText,
    limit("deals/contacts", 50),
  ],
});

describe("audit: the report for people", () => {
  it("has a line for each finding", () => {
    const found = findingsOf(
      portal,
      tracked({
        labels: [{ from: "contacts", to: "companies", labels: 41, most: 50 }],
        records: [
          use("contacts/companies", 5, { atLimit: 1, atLimitSamples: [{ objectId: "1", label: "Ada\u001b[2J" }] }),
          use("deals/contacts", 50_000, {
            nearLimit: 12_345,
            nearLimitSamples: [1, 2, 3, 4].map((i) => ({ objectId: String(i), usage: 40_000 + i })),
          }),
          use("deals/companies", 1, { atLimit: 2 }),
        ],
      }),
      ["contradiction"],
    );
    expect(said({ findings: found, failOn: ["contradiction"] })).to.deep.equal([
      "Portal 111: 6 findings, of which 2 count for the exit code (--fail-on contradiction)",
      "",
      "severity  finding        pair                counts  what",
      'error     contradiction  contacts/companies  yes     "Employer" may have 6, more than the pair\'s own limit of 5',
      "error     contradiction  contacts/companies  yes     USER_DEFINED 36 may have 1,200, more than the pair's own limit of 5",
      "warning   at             contacts/companies  no      1 record has reached the limit of 5: 1 Ada [2J",
      "info      near           contacts/companies  no      41 of 50 labels are used",
      "info      near           deals/contacts      no      12,345 records have 80 % or more of the limit of 50,000, not the pair's own of 50: 1 (40,001), 2 (40,002), 3 (40,003) and 12,342 more",
      "info      at             deals/companies     no      2 records have reached the limit of 1",
      "",
    ]);
  });

  it("says in sentences what a lower limit would do", () => {
    const records = [
      use("contacts/companies", 5, { atLimit: 1, atLimitSamples: [{ objectId: "1" }] }),
      use("deals/contacts", 50, { nearLimit: 9, nearLimitSamples: [{ objectId: "2", usage: 45 }] }),
    ];
    const supposed = [
      { ...pairOf("contacts/companies"), limit: 4 },
      { ...pairOf("contacts/companies"), limit: 9 },
      { ...pairOf("contacts/companies"), label: "Employer", limit: 4 },
      { ...pairOf("contacts/companies"), label: "Champion", limit: 6 },
      { ...pairOf("deals/contacts"), limit: 44 },
      { ...pairOf("deals/contacts"), limit: 1 },
      { ...pairOf("deals/contacts"), label: "Buyer", limit: 49 },
      { ...pairOf("deals/tickets"), limit: 1 },
    ].map(suppose(portal, tracked({ records })));
    const retroactively =
      "  Records that have more would keep what they have, since HubSpot enforces no limit retroactively, and get no more.";
    const refused = "  HubSpot would refuse it while labels may have more";
    expect(said({ suppositions: supposed }).slice(3)).to.deep.equal([
      "",
      "If contacts/companies had a limit of 4 (5 now):",
      "  1 record of contacts has more than 4 companies: 1.",
      retroactively,
      `${refused}: "Employer" 6, USER_DEFINED 36 1,200; lower these first.`,
      "",
      "If contacts/companies had a limit of 9 (5 now):",
      "  That is not lower than what stands, so it violates nothing that is not violated now.",
      `${refused}: USER_DEFINED 36 1,200; lower these first.`,
      "",
      'If "Employer" of contacts/companies had a limit of 4 (6 now):',
      "  How many records of contacts have more than 4 companies under this label cannot be known: HubSpot counts the associations of a pair, not those of one label. At most 1 can: so many have more under all labels together.",
      retroactively,
      "",
      'If "Champion" of contacts/companies had a limit of 6 (no limit now):',
      "  How many records of contacts have more than 6 companies under this label cannot be known: HubSpot counts the associations of a pair, not those of one label. At most 1 can: so many have more under all labels together.",
      retroactively,
      "  HubSpot would refuse it: the pair's own limit of 5 is below 6.",
      "",
      "If deals/contacts had a limit of 44 (50 now):",
      "  At least 1 and at most 9 records of deals have more than 44 contacts: 2 (45). HubSpot names only some of its records.",
      retroactively,
      "",
      "If deals/contacts had a limit of 1 (50 now):",
      "  At least 9 records of deals have more than 1 contacts: 2 (45) and 8 more. How many others do cannot be known: HubSpot reports only records with 40 or more contacts.",
      retroactively,
      "",
      'If "Buyer" of deals/contacts had a limit of 49 (no limit now):',
      "  How many records of deals have more than 49 contacts under this label cannot be known: HubSpot counts the associations of a pair, not those of one label. At most 8 can: so many have more under all labels together.",
      retroactively,
      "",
      "If deals/tickets had a limit of 1 (no limit now):",
      "  What it would violate cannot be known: HubSpot did not tell of this pair (see what is left out).",
      "",
    ]);
  });

  it("says that there is nothing, as far as it could be read", () => {
    const leftOut = [{ what: "records at or near their limit", why: "the access token needs scopes (403)" }];
    const summary = "Portal 111: 0 findings, of which 0 count for the exit code (--fail-on none)";
    expect([said({}), said({ leftOut })]).to.deep.equal([
      [summary, "", "No record and no pair's labels are at or near a limit, and no limits contradict each other.", ""],
      [
        summary,
        "",
        "Nothing was found in what could be read.",
        "",
        "Left out:",
        "  records at or near their limit: the access token needs scopes (403)",
        "",
      ],
    ]);
  });

  it("counts for the exit code what any finding says of itself", () => {
    const empty = { portalId: 1, failOn: [], suppositions: [], leftOut: [] };
    const findings = findingsOf(portal, tracked(), ["contradiction"]);
    expect(
      [[], findings, findings.map((finding) => ({ ...finding, counts: false }))].map((findings) =>
        hasCounting({ ...empty, findings }),
      ),
    ).to.deep.equal([false, true, false]);
  });
});
