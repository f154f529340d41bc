import { expect } from "chai";
import fc from "fast-check";
import type { Supposition } from "../../../../cli/audit/supposition";
import { suppose } from "../../../../cli/audit/violations";
import type { RecordUse } from "../../../../cli/audit/tracked";
import type { PortalLimit } from "../../../../cli/portal/content";
import { content, limit, pairOf, tracked, use } from "./support";
import { runs } from "../../../support/seeds";

const at = (...ids: ReadonlyArray<string>) => ids.map((objectId) => ({ objectId }));
const near = (...usages: ReadonlyArray<number>) => usages.map((usage, i) => ({ objectId: `n${i + 1}`, usage }));

const contactsCompanies = pairOf("contacts/companies");

const supposed = (
  supposition: Omit<Supposition, "from" | "to">,
  records: ReadonlyArray<RecordUse>,
  limits: ReadonlyArray<PortalLimit> = [limit("contacts/companies", 10)],
) => suppose(content({ limits }), tracked({ records }))({ ...contactsCompanies, ...supposition });

/** Near from 8 on; all that are near are among the samples. */
const whole = use("contacts/companies", 10, {
  atLimit: 3,
  atLimitSamples: at("a1", "a2"),
  nearLimit: 3,
  nearLimitSamples: near(8, 9, 8),
});

const partly = { ...whole, nearLimit: 30 };

const base = { ...contactsCompanies, present: 10, isLower: true, labelsAbove: [] };

describe("audit: what a lower limit would violate", () => {
  it("is known where all records that have more are reported and named", () => {
    expect([9, 8, 7].map((limit) => supposed({ limit }, [whole]))).to.deep.equal([
      {
        ...base,
        limit: 9,
        violations: { atLeast: 3, atMost: 3, reportedFrom: 8, samples: at("a1", "a2") },
      },
      {
        ...base,
        limit: 8,
        violations: {
          atLeast: 4,
          atMost: 4,
          reportedFrom: 8,
          samples: [...at("a1", "a2"), { objectId: "n2", usage: 9 }],
        },
      },
      {
        ...base,
        limit: 7,
        violations: { atLeast: 6, atMost: 6, reportedFrom: 8, samples: [...at("a1", "a2"), ...near(8, 9, 8)] },
      },
    ]);
  });

  it("is known within bounds where some of those reported are not named", () => {
    expect([9, 8, 7].map((limit) => supposed({ limit }, [partly]).violations)).to.deep.equal([
      { atLeast: 3, atMost: 30, reportedFrom: 8, samples: at("a1", "a2") },
      { atLeast: 4, atMost: 31, reportedFrom: 8, samples: [...at("a1", "a2"), { objectId: "n2", usage: 9 }] },
      { atLeast: 30, atMost: 33, reportedFrom: 8, samples: [...at("a1", "a2"), ...near(8, 9, 8)] },
    ]);
  });

  it("is known from below only where records that are not reported may have more", () => {
    expect(supposed({ limit: 6 }, [whole]).violations).to.deep.equal({
      atLeast: 6,
      reportedFrom: 8,
      samples: [...at("a1", "a2"), ...near(8, 9, 8)],
    });
  });

  it("is nothing where no record is near, and not known below that", () => {
    const none = use("contacts/companies", 10);
    expect([7, 6].map((limit) => supposed({ limit }, [none]).violations)).to.deep.equal([
      { atLeast: 0, atMost: 0, reportedFrom: 8, samples: [] },
      { atLeast: 0, reportedFrom: 8, samples: [] },
    ]);
  });

  it("counts against the limit that HubSpot counts against, not the pair's own", () => {
    const hubSpots = use("contacts/companies", 50_000, { nearLimit: 1, nearLimitSamples: near(41_250) });
    expect(supposed({ limit: 5 }, [hubSpots]).violations).to.deep.equal({
      atLeast: 1,
      reportedFrom: 40_000,
      samples: near(41_250),
    });
    expect(supposed({ limit: 45_000 }, [hubSpots], []).violations).to.deep.equal({
      atLeast: 0,
      atMost: 0,
      reportedFrom: 40_000,
      samples: [],
    });
  });

  it("is nothing new where the limit is not lower, and not known where HubSpot told nothing", () => {
    const nothing = { ...contactsCompanies, labelsAbove: [] };
    expect([
      supposed({ limit: 10 }, [whole]),
      supposed({ limit: 3 }, []),
      supposed({ limit: 3 }, [use("companies/contacts", 4)], []),
    ]).to.deep.equal([
      { ...nothing, limit: 10, present: 10, isLower: false },
      { ...nothing, limit: 3, present: 10, isLower: true },
      { ...nothing, limit: 3, isLower: true },
    ]);
  });

  it("of one label is bounded by that of all, and names no record", () => {
    const limits = [limit("contacts/companies", 10), limit("contacts/companies", 9, "Employer")];
    const label = "Employer";
    const ofLabel = { ...contactsCompanies, label, present: 9, isLower: true, labelsAbove: [] };
    expect([
      supposed({ label, limit: 8 }, [whole], limits),
      supposed({ label, limit: 1 }, [whole], limits),
    ]).to.deep.equal([
      { ...ofLabel, limit: 8, violations: { atLeast: 0, atMost: 4, reportedFrom: 8, samples: [] } },
      { ...ofLabel, limit: 1, violations: { atLeast: 0, reportedFrom: 8, samples: [] } },
    ]);
  });

  it("includes HubSpot's own rule: a label may have no more than its pair", () => {
    const employer = limit("contacts/companies", 9, "Employer");
    const limits = [limit("contacts/companies", 10), employer];
    expect(supposed({ limit: 8 }, [], limits).labelsAbove).to.deep.equal([employer]);
    expect(supposed({ limit: 9 }, [], limits).labelsAbove).to.deep.equal([]);
    expect(supposed({ label: "Employer", limit: 11 }, [], limits)).to.deep.equal({
      ...contactsCompanies,
      label: "Employer",
      limit: 11,
      present: 9,
      isLower: false,
      labelsAbove: [],
      pairLimit: 10,
    });
    expect(supposed({ label: "Champion", limit: 11 }, [], limits)).to.deep.equal({
      ...contactsCompanies,
      label: "Champion",
      limit: 11,
      isLower: true,
      labelsAbove: [],
      pairLimit: 10,
    });
  });

  it("says nothing wrong, whatever records there are, and whichever way HubSpot counts and samples them", () => {
    const world = fc.record({
      usages: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 25 }),
      limit: fc.integer({ min: 1, max: 25 }),
      supposed: fc.integer({ min: 1, max: 25 }),
      nearIncludesAt: fc.boolean(),
      mostSamples: fc.integer({ min: 0, max: 8 }),
    });
    fc.assert(
      fc.property(world, ({ usages, limit: tracks, supposed: lower, nearIncludesAt, mostSamples }) => {
        const all = usages.map((usage, i) => ({ objectId: String(i), usage }));
        const atLimit = all.filter(({ usage }) => usage >= tracks);
        const nearLimit = all.filter(({ usage }) => usage * 100 >= tracks * 80 && (nearIncludesAt || usage < tracks));
        const records = use("contacts/companies", tracks, {
          atLimit: atLimit.length,
          nearLimit: nearLimit.length,
          atLimitSamples: atLimit.slice(0, mostSamples).map(({ objectId }) => ({ objectId })),
          nearLimitSamples: nearLimit.slice(0, mostSamples),
        });
        const { violations } = supposed({ limit: lower }, [records], []);
        const more = all.filter(({ usage }) => usage > lower);
        expect(violations?.atLeast).to.be.at.most(more.length);
        expect(violations?.atMost ?? Infinity).to.be.at.least(more.length);
        const ids = more.map(({ objectId }) => objectId);
        for (const { objectId } of violations?.samples ?? []) expect(ids).to.include(objectId);
      }),
      { numRuns: runs(2_000) },
    );
  });
});
