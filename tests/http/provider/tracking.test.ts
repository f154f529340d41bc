import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { calls } from "../../../provider/hubspot/calls";
import { trackingPaths } from "../../../provider/hubspot/paths";
import type { Reply, Request, Send } from "../../../provider/hubspot/send";
import { decodeLabeledPairs, decodeRecordLimits, decodeTrackedSides } from "../../../provider/hubspot/tracking";
import { startSandbox } from "../../../sandbox";
import { newProcess } from "../../support/provider/process";

const pair = { from: "0-1", to: "2-7" };
const contact = { objectTypeId: "0-1", singularLabel: "Contact", pluralLabel: "Contacts" };
const company = { objectTypeId: "0-2", singularLabel: "Company", pluralLabel: "Companies" };

describe("the paths of limits tracking", () => {
  for (const [version, root] of [
    ["v4", "/crm/v3/limits"],
    ["2026-03", "/crm/limits/2026-03"],
  ] as const)
    it(`of ${version}`, () => {
      const at = trackingPaths(version);
      expect([at.labels, at.recordsFrom, at.recordsTo("0-1"), at.recordsOf(pair)]).to.deep.equal([
        `${root}/associations/labels`,
        `${root}/associations/records/from`,
        `${root}/associations/records/0-1/to`,
        `${root}/associations/records/0-1/2-7`,
      ]);
    });

  it("keep whatever is in an id within its part of the path", () => {
    const at = trackingPaths("v4");
    expect([at.recordsTo("../a?"), at.recordsOf({ from: "a/b", to: "#" })]).to.deep.equal([
      "/crm/v3/limits/associations/records/..%2Fa%3F/to",
      "/crm/v3/limits/associations/records/a%2Fb/%23",
    ]);
  });
});

describe("limits tracking", () => {
  it("asks just what HubSpot is asked", async () => {
    const requests: Request[] = [];
    const reply: Reply = { status: 200, header: () => null, text: '{"results":[],"limit":1}' };
    const send: Send = (request) => async () => {
      requests.push(request);
      return E.right(reply);
    };
    const { tracking } = calls("v4", send);
    await tracking.labeledPairs();
    await tracking.recordsFrom();
    await tracking.recordsTo("0-1")();
    await tracking.recordsOf(pair)();
    const at = trackingPaths("v4");
    expect(requests).to.deep.equal([
      { call: { method: "GET", path: at.labels, doing: "reading which pairs have labels" } },
      { call: { method: "GET", path: at.recordsFrom, doing: "reading which records are at or near a limit" } },
      {
        call: {
          method: "GET",
          path: at.recordsTo("0-1"),
          doing: "reading which records of 0-1 are at or near a limit",
        },
      },
      {
        call: {
          method: "GET",
          path: at.recordsOf(pair),
          doing: "reading which records of 0-1 have as many 2-7 as they can",
        },
      },
    ]);
  });

  it("reads the labels of a pair, with fields that HubSpot leaves out", () => {
    const results = [
      { fromObjectType: contact, toObjectType: company, allLabels: ["One", "Two"], usage: 3, limit: 40, percentage: 7 },
      { fromObjectType: { ...contact, pluralLabel: null }, toObjectType: { objectTypeId: "0-3" }, allLabels: ["One"] },
      { fromObjectType: contact, toObjectType: company, usage: null },
    ];
    expect(decodeLabeledPairs({ results, paging: null })).to.deep.equal(
      E.right([
        { from: contact, to: company, labels: ["One", "Two"], usage: 3, limit: 40 },
        {
          from: { objectTypeId: "0-1", singularLabel: "Contact" },
          to: { objectTypeId: "0-3" },
          labels: ["One"],
          usage: 1,
          limit: 50,
        },
        { from: contact, to: company, labels: [], usage: 0, limit: 50 },
      ]),
    );
  });

  it("reads the sides of pairs, and leaves open what HubSpot does not say", () => {
    const results = [
      { ...contact, hasRecordsAtLimit: true, hasRecordsNearLimit: false },
      { ...company, hasRecordsAtLimit: null },
    ];
    expect(decodeTrackedSides({ results })).to.deep.equal(
      E.right([{ ...contact, atLimit: true, nearLimit: false }, company]),
    );
  });

  it("reads the records of a pair", () => {
    expect(
      decodeRecordLimits({
        limit: 5,
        totalRecordsAtLimit: 12,
        totalRecordsNearLimit: 3,
        atLimitFromRecordSamples: [{ objectId: 17_705_714_757, label: "Ada" }],
        nearLimitFromRecordSamples: [{ objectId: "8", label: "Ben", usage: 4, percentage: 80 }],
      }),
    ).to.deep.equal(
      E.right({
        limit: 5,
        atLimit: 12,
        nearLimit: 3,
        atLimitSamples: [{ objectId: "17705714757", label: "Ada" }],
        nearLimitSamples: [{ objectId: "8", label: "Ben", usage: 4 }],
      }),
    );
  });

  it("counts samples where the records of a pair are not counted", () => {
    const bare = { limit: 5, atLimitFromRecordSamples: [{ objectId: 1 }, { objectId: 2, label: null }] };
    expect(decodeRecordLimits({ ...bare, nearLimitFromRecordSamples: null })).to.deep.equal(
      E.right({
        limit: 5,
        atLimit: 2,
        nearLimit: 0,
        atLimitSamples: [{ objectId: "1" }, { objectId: "2" }],
        nearLimitSamples: [],
      }),
    );
  });

  it("says which necessary field is missing", () => {
    expect([
      decodeLabeledPairs({ results: [{ fromObjectType: contact }] }),
      decodeTrackedSides({ results: [{ singularLabel: "Contact" }] }),
      decodeRecordLimits({ totalRecordsAtLimit: 1 }),
      decodeRecordLimits({ limit: 1, atLimitFromRecordSamples: [{ label: "Ada" }] }),
    ]).to.deep.equal([
      E.left('"results.0.toObjectType" is missing or of another type'),
      E.left('"results.0.objectTypeId" is missing or of another type'),
      E.left('"limit" is missing or of another type'),
      E.left('"atLimitFromRecordSamples.0.objectId" is missing or of another type'),
    ]);
  });

  for (const apiVersion of ["v4", "2026-03"])
    it(`reads what a portal says under ${apiVersion}`, async () => {
      const sandbox = await startSandbox({ seed: "demo" });
      try {
        const { portal } = newProcess(sandbox, { apiVersion }).context;
        const confirmed = E.isRight(portal) ? await portal.right.confirmed(O.none)() : portal;
        if (E.isLeft(confirmed)) throw new Error("The sandbox is there");
        const { tracking } = confirmed.right;
        const labeled = await tracking.labeledPairs();
        expect(E.isRight(labeled) && labeled.right.slice(0, 2)).to.deep.equal([
          {
            from: contact,
            to: contact,
            labels: ["Manager", "Direct report", "Colleague", "Referred by", "Referral"],
            usage: 5,
            limit: 50,
          },
          {
            from: contact,
            to: company,
            labels: ["Decision maker", "Champion", "Employer", "Procurement contact"],
            usage: 4,
            limit: 50,
          },
        ]);
        const from = await tracking.recordsFrom();
        expect(E.isRight(from) && from.right.slice(0, 2)).to.deep.equal([
          { ...contact, atLimit: true, nearLimit: true },
          { ...company, atLimit: true, nearLimit: true },
        ]);
        expect(await tracking.recordsTo("0-1")()).to.deep.equal(
          E.right([{ ...company, atLimit: true, nearLimit: true }]),
        );
        expect(await tracking.recordsOf({ from: "2-4801", to: "0-2" })()).to.deep.equal(
          E.right({
            limit: 3,
            atLimit: 2,
            nearLimit: 0,
            atLimitSamples: [
              { objectId: "40011005", label: "C-2023-014" },
              { objectId: "40011142", label: "C-2024-102" },
            ],
            nearLimitSamples: [],
          }),
        );
      } finally {
        await sandbox.close();
      }
    });
});
