import { expect } from "chai";
import type { Kind } from "../../../../cli/audit/failOn";
import { kinds } from "../../../../cli/audit/failOn";
import { findingsOf } from "../../../../cli/audit/findings";
import { content, limit, tracked, use } from "./support";

const ada = { objectId: "1", label: "Ada" };
const ben = { objectId: "2", label: "Ben", usage: 4 };

const everything = {
  content: content({
    limits: [
      limit("contacts/companies", 5),
      limit("contacts/companies", 5, "As many"),
      limit("contacts/companies", 6, "More"),
      limit("companies/contacts", 9, "Of the other direction"),
      limit("contacts/deals", 7, "Of a pair without a limit"),
      limit("deals/contacts", 50),
    ],
  }),
  tracked: tracked({
    labels: [
      { from: "contacts", to: "companies", labels: 39, most: 50 },
      { from: "contacts", to: "deals", labels: 40, most: 50 },
      { from: "contacts", to: "tickets", labels: 50, most: 50 },
      { from: "contacts", to: "car", labels: 51, most: 50 },
    ],
    records: [
      use("contacts/companies", 5, { atLimit: 12, atLimitSamples: [ada], nearLimit: 1, nearLimitSamples: [ben] }),
      use("deals/contacts", 50_000, { nearLimit: 3 }),
      use("deals/companies", 1, { atLimit: 9, nearLimit: 2 }),
      use("deals/tickets", 4),
    ],
  }),
};

const found = (failOn: ReadonlyArray<Kind>) => findingsOf(everything.content, everything.tracked, failOn);

describe("audit: findings", () => {
  it("are contradictions first, then what keeps people from working, then what is worth knowing, by pair", () => {
    const labels = { subject: "labels", from: "contacts", limit: 50 };
    const records = { subject: "records", from: "contacts", to: "companies", limit: 5 };
    expect(found(["at", "contradiction"])).to.deep.equal([
      {
        subject: "limits",
        from: "contacts",
        to: "companies",
        kind: "contradiction",
        severity: "error",
        counts: true,
        category: "USER_DEFINED",
        typeId: 36,
        label: "More",
        limit: 6,
        pairLimit: 5,
      },
      { ...records, kind: "at", severity: "warning", counts: true, records: 12, samples: [ada] },
      { ...labels, to: "tickets", kind: "at", severity: "warning", counts: true, labels: 50 },
      { ...labels, to: "car", kind: "at", severity: "warning", counts: true, labels: 51 },
      { ...records, kind: "near", severity: "info", counts: false, records: 1, samples: [ben] },
      { ...labels, to: "deals", kind: "near", severity: "info", counts: false, labels: 40 },
      {
        subject: "records",
        from: "deals",
        to: "contacts",
        limit: 50_000,
        ownLimit: 50,
        kind: "near",
        severity: "info",
        counts: false,
        records: 3,
        samples: [],
      },
      ...(["at", "near"] as const).map((kind) => ({
        subject: "records",
        from: "deals",
        to: "companies",
        limit: 1,
        kind,
        severity: "info",
        counts: false,
        records: kind === "at" ? 9 : 2,
        samples: [],
      })),
    ]);
  });

  it("count as --fail-on says, records at a limit of 1 never", () => {
    const counting = (failOn: ReadonlyArray<Kind>) =>
      found(failOn)
        .filter(({ counts }) => counts)
        .map(({ subject, kind, from, to }) => `${subject} ${kind} ${from}/${to}`);
    const at = ["records at contacts/companies", "labels at contacts/tickets", "labels at contacts/car"];
    const near = [
      "records near contacts/companies",
      "labels near contacts/deals",
      "records near deals/contacts",
      "records near deals/companies",
    ];
    const contradiction = ["limits contradiction contacts/companies"];
    const choices: ReadonlyArray<ReadonlyArray<Kind>> = [[], ["at"], ["near"], ["contradiction"], kinds];
    expect(choices.map(counting)).to.deep.equal([[], at, near, contradiction, [...contradiction, ...at, ...near]]);
  });

  it("are contradictions on HubSpot's own labels too, which may have no text", () => {
    const primary = {
      category: "HUBSPOT_DEFINED",
      typeId: 1,
      naming: "id" as const,
      from: "contacts",
      to: "companies",
    };
    const limits = [{ ...primary, maxToObjectIds: 3 }, limit("contacts/companies", 2)];
    expect(findingsOf(content({ limits }), tracked(), [])).to.deep.equal([
      {
        subject: "limits",
        from: "contacts",
        to: "companies",
        kind: "contradiction",
        severity: "error",
        counts: false,
        category: "HUBSPOT_DEFINED",
        typeId: 1,
        limit: 3,
        pairLimit: 2,
      },
    ]);
  });

  it("are none where nothing is used", () => {
    expect(findingsOf(content(), tracked(), kinds)).to.deep.equal([]);
  });
});
