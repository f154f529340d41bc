import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Answer, HubSpot } from "../../../../provider/hubspot/calls";
import type { HubSpotError } from "../../../../provider/hubspot/error";
import { snapshot } from "../../../../provider/hubspot/snapshot";
import type { LimitRow, Pair } from "../../../../provider/model";

const pair: Pair = { from: "contacts", to: "companies" };
const other: Pair = { from: "deals", to: "2-123" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 36 };
const row = (type: typeof own, max?: number): LimitRow => ({
  ...type,
  ...(max === undefined ? {} : { userEnforcedMaxToObjectIds: max }),
});
const down: HubSpotError = {
  _tag: "Unavailable",
  call: { method: "GET", path: "/all", doing: "reading the portal's limits" },
  status: 503,
  mayHaveTakenEffect: false,
};

/** A portal that answers with what it is told, and notes what it is asked. */
const portal = (all: ReadonlyArray<LimitRow>, ofPair: ReadonlyArray<LimitRow> = []) => {
  const asked: string[] = [];
  let failures = 0;
  const answer =
    <A>(what: string, value: () => A): Answer<A> =>
    async () => {
      asked.push(what);
      await new Promise((resolve) => setImmediate(resolve));
      if (failures > 0) {
        failures--;
        return E.left(down);
      }
      return E.right(value());
    };
  const now = { all, ofPair };
  const hubspot: Pick<HubSpot, "allLimits" | "limitsOf"> = {
    allLimits: answer("all", () => now.all),
    limitsOf: ({ from, to }) => answer(`${from}/${to}`, () => now.ofPair),
  };
  return {
    hubspot,
    asked,
    now,
    fail: (times: number) => {
      failures = times;
    },
  };
};

describe("the snapshot", () => {
  it("is one request for everybody, together or later", async () => {
    const { hubspot, asked } = portal([row(own, 5), row(label, 2)]);
    const reads = snapshot();
    const answers = await Promise.all([
      reads.of(hubspot, pair, [own])(),
      reads.of(hubspot, pair, [own, label])(),
      reads.of(hubspot, other, [label])(),
    ]);
    answers.push(await reads.of(hubspot, pair, [label, own])());
    expect(answers).to.deep.equal([
      E.right([row(own, 5)]),
      E.right([row(own, 5), row(label, 2)]),
      E.right([row(label, 2)]),
      E.right([row(label, 2), row(own, 5)]),
    ]);
    expect(asked).to.deep.equal(["all"]);
  });

  it("says nothing of a type without a row, and keeps a row without a number", async () => {
    const { hubspot } = portal([row(own)]);
    expect(await snapshot().of(hubspot, pair, [own, label])()).to.deep.equal(E.right([row(own)]));
  });

  it("asks the pair itself where a key comes twice, and only then", async () => {
    const { hubspot, asked } = portal([row(label, 2), row(own, 5), row(label, 9)], [row(label, 9), row(own, 5)]);
    const reads = snapshot();
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 5)]));
    expect(asked).to.deep.equal(["all"]);
    expect(await reads.of(hubspot, pair, [label])()).to.deep.equal(E.right([row(label, 9)]));
    expect(await reads.of(hubspot, pair, [label, own])()).to.deep.equal(E.right([row(label, 9), row(own, 5)]));
    expect(asked).to.deep.equal(["all", "contacts/companies"]);
  });

  it("takes the same number of two categories for two types", async () => {
    const { hubspot, asked } = portal([row(own, 5), row({ ...label, typeId: 279 }, 2)]);
    expect(await snapshot().of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 5)]));
    expect(asked).to.deep.equal(["all"]);
  });

  it("asks the pair alone for what was written, and goes on knowing the rest", async () => {
    const { hubspot, asked, now } = portal([row(own, 5), row(label, 2)]);
    const reads = snapshot();
    await reads.of(hubspot, pair, [own])();
    reads.wrote(pair, [own]);
    now.ofPair = [row(own, 6), row(label, 2)];
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 6)]));
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 6)]));
    expect(await reads.of(hubspot, pair, [label])()).to.deep.equal(E.right([row(label, 2)]));
    expect(asked).to.deep.equal(["all", "contacts/companies"]);
    reads.wrote(pair, [own]);
    now.ofPair = [row(own, 7)];
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 7)]));
    expect(asked).to.deep.equal(["all", "contacts/companies", "contacts/companies"]);
  });

  it("reads the list of all limits after a write, too, and still asks the pair for what was written", async () => {
    const { hubspot, asked } = portal([row(own, 5)], [row(own, 6)]);
    const reads = snapshot();
    reads.wrote(pair, [own]);
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 6)]));
    expect(asked).to.deep.equal(["all", "contacts/companies"]);
  });

  it("asks nothing for what HubSpot has confirmed of a write, and believes it over a read that lags behind", async () => {
    const { hubspot, asked } = portal([{ ...row(own, 5), label: "Ours" }, row(label, 2)], [row(own, 5), row(label, 2)]);
    const reads = snapshot();
    await reads.of(hubspot, pair, [own])();
    reads.wrote(pair, [own, label]);
    reads.confirmed(pair, [
      { ...own, maxToObjectIds: O.some(6) },
      { ...label, maxToObjectIds: O.none },
    ]);
    const expected = E.right([{ ...row(own, 6), label: "Ours" }, row(label)]);
    expect(await reads.of(hubspot, pair, [own, label])()).to.deep.equal(expected);
    expect(asked).to.deep.equal(["all"]);
    expect(await reads.again(hubspot, pair)()).to.deep.equal(E.right([row(own, 6), row(label)]));
    expect(await reads.ofPair(hubspot, pair)()).to.deep.equal(E.right([row(own, 6), row(label)]));
    expect(await reads.ofPair(hubspot, other)()).to.deep.equal(E.right([row(own, 5), row(label, 2)]));
  });

  it("no longer believes what was confirmed before a write of which the outcome is open", async () => {
    const { hubspot, asked } = portal([row(own, 5)], [row(own, 7)]);
    const reads = snapshot();
    reads.wrote(pair, [own]);
    reads.confirmed(pair, [{ ...own, maxToObjectIds: O.some(6) }]);
    reads.wrote(pair, [own]);
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 7)]));
    expect(asked).to.deep.equal(["all", "contacts/companies"]);
  });

  it("does not keep what was read of a pair while it was written", async () => {
    const { hubspot, asked, now } = portal([], [row(own, 5)]);
    const reads = snapshot();
    const before = reads.ofPair(hubspot, pair)();
    await new Promise((resolve) => process.nextTick(resolve));
    reads.wrote(pair, [own]);
    expect(await before).to.deep.equal(E.right([row(own, 5)]));
    now.ofPair = [row(own, 6)];
    expect(await reads.ofPair(hubspot, pair)()).to.deep.equal(E.right([row(own, 6)]));
    expect(asked).to.deep.equal(["contacts/companies", "contacts/companies"]);
  });

  it("reads a whole pair once, and again when it is asked to", async () => {
    const { hubspot, asked, now } = portal([], [row(own, 5)]);
    const reads = snapshot();
    await Promise.all([reads.ofPair(hubspot, pair)(), reads.ofPair(hubspot, pair)(), reads.ofPair(hubspot, other)()]);
    expect(asked).to.deep.equal(["contacts/companies", "deals/2-123"]);
    now.ofPair = [row(own, 6)];
    expect(await reads.again(hubspot, pair)()).to.deep.equal(E.right([row(own, 6)]));
    expect(await reads.ofPair(hubspot, pair)()).to.deep.equal(E.right([row(own, 6)]));
    expect(asked).to.deep.equal(["contacts/companies", "deals/2-123", "contacts/companies"]);
  });

  it("gives a failure to who asked, and asks anew for the next one", async () => {
    const { hubspot, asked, fail } = portal([row(own, 5)]);
    const reads = snapshot();
    fail(1);
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.left(down));
    expect(await reads.of(hubspot, pair, [own])()).to.deep.equal(E.right([row(own, 5)]));
    expect(asked).to.deep.equal(["all", "all"]);
  });
});
