import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { decodeBatch } from "../../../../provider/hubspot/codecs";
import type { HubSpotError } from "../../../../provider/hubspot/error";
import type { BatchAnswer, BatchInput, Outcome } from "../../../../provider/limits/outcome";
import {
  afterwards,
  applied,
  inputsOf,
  isApplied,
  isGone,
  isUncertain,
  notApplied,
  outcomeOf,
  readAnswer,
  settle,
  showInput,
  unknown,
} from "../../../../provider/limits/outcome";
import type { Step } from "../../../../provider/limits/plan";
import type { BatchError } from "../../../../provider/model";

const hubSpotDefined = (typeId: number) => ({ category: "HUBSPOT_DEFINED", typeId });
const userDefined = (typeId: number) => ({ category: "USER_DEFINED", typeId });

const input = (type: { category: string; typeId: number }, max?: number): BatchInput => ({
  ...type,
  maxToObjectIds: max === undefined ? O.none : O.some(max),
});
const altered = (of: BatchInput, stored: O.Option<number>): Outcome => ({ _tag: "Altered", input: of, stored });
const rejected = (of: BatchInput, because: BatchError): Outcome => ({ _tag: "Rejected", input: of, because });

const five = input(hubSpotDefined(279), 5);
const one = input(userDefined(36), 1);
const update: Step = {
  _tag: "Update",
  limits: [
    { ...hubSpotDefined(279), maxToObjectIds: 5 },
    { ...userDefined(36), maxToObjectIds: 1 },
  ],
};
const purge: Step = { _tag: "Purge", types: [hubSpotDefined(279), userDefined(36)] };
const noFive = input(hubSpotDefined(279));
const noOne = input(userDefined(36));

/** What the provider makes of a body that HubSpot sent. */
const answer = (body: unknown): BatchAnswer => {
  const read = decodeBatch(body);
  if (E.isLeft(read)) throw new Error(read.left);
  return read.right;
};
const row = (type: { category: string; typeId: number }, max: number | null | undefined, label?: string | null) => ({
  ...type,
  ...(label === undefined ? {} : { label }),
  ...(max === undefined ? {} : { userEnforcedMaxToObjectIds: max }),
});
const times = { startedAt: "2025-01-01T00:00:00Z", completedAt: "2025-01-01T00:00:01Z" };

/** Recorded: a type that the pair does not have, as a 2xx. */
const invalidType = (type: string) => ({
  status: "error",
  category: "VALIDATION_ERROR",
  subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE",
  message: `${type} is not a valid association type between CONTACT and COMPANY`,
  context: { type: [type], fromObjectType: ["CONTACT"], toObjectType: ["COMPANY"] },
});
const general = { status: "error", category: "VALIDATION_ERROR", message: "the whole batch is wrong" };

describe("the answer to an update", () => {
  const table: ReadonlyArray<readonly [string, unknown, ReadonlyArray<Outcome>]> = [
    [
      "with all rows as asked: all applied",
      { status: "COMPLETE", results: [row(hubSpotDefined(279), 5), row(userDefined(36), 1, "Champion")], ...times },
      [applied(five), applied(one)],
    ],
    [
      "with the rows in another order, and strangers among them",
      {
        status: "COMPLETE",
        results: [row(userDefined(279), 9), row(userDefined(36), 1), row(hubSpotDefined(279), 5, null)],
        ...times,
      },
      [applied(five), applied(one)],
    ],
    [
      "without a status",
      { results: [row(hubSpotDefined(279), 5), row(userDefined(36), 1)] },
      [applied(five), applied(one)],
    ],
    [
      "with another number: altered to it",
      { status: "COMPLETE", results: [row(hubSpotDefined(279), 4), row(userDefined(36), 1)], ...times },
      [altered(five, O.some(4)), applied(one)],
    ],
    [
      "with null, or no number: altered to none",
      { status: "COMPLETE", results: [row(hubSpotDefined(279), null), row(userDefined(36), undefined)], ...times },
      [altered(five, O.none), altered(one, O.none)],
    ],
    [
      "without a row for an input: not certain, even if it says COMPLETE",
      { status: "COMPLETE", results: [row(hubSpotDefined(279), 5)], ...times },
      [applied(five), unknown(one, O.none)],
    ],
    [
      "that is PENDING: not certain",
      { status: "PENDING", results: [], ...times },
      [unknown(five, O.none), unknown(one, O.none)],
    ],
    [
      "that is PROCESSING, some of it done",
      { status: "PROCESSING", results: [row(hubSpotDefined(279), 5)], ...times },
      [applied(five), unknown(one, O.none)],
    ],
    [
      "CANCELED for a type that the pair lacks: that one is rejected, the other not applied",
      { status: "CANCELED", results: [], numErrors: 1, errors: [invalidType("2-36")], ...times },
      [notApplied(five), rejected(one, invalidType("2-36"))],
    ],
    ["CANCELED without an error", { status: "CANCELED", results: [], ...times }, [notApplied(five), notApplied(one)]],
    [
      "COMPLETE with an error for one input and a row for the other",
      {
        status: "COMPLETE",
        results: [row(hubSpotDefined(279), 5)],
        numErrors: 1,
        errors: [invalidType("2-36")],
        ...times,
      },
      [applied(five), rejected(one, invalidType("2-36"))],
    ],
    [
      "with an error for an input that has a row too: rejected",
      {
        status: "COMPLETE",
        results: [row(hubSpotDefined(279), 5), row(userDefined(36), 1)],
        errors: [invalidType("2-36")],
        ...times,
      },
      [applied(five), rejected(one, invalidType("2-36"))],
    ],
    [
      "with an error that names no input: whatever has no row is rejected by it",
      { status: "COMPLETE", results: [row(hubSpotDefined(279), 5)], errors: [general], ...times },
      [applied(five), rejected(one, general)],
    ],
    [
      "with an error for each: each its own",
      { status: "CANCELED", results: [], errors: [invalidType("2-36"), invalidType("0-279")], ...times },
      [rejected(five, invalidType("0-279")), rejected(one, invalidType("2-36"))],
    ],
    [
      "with an error whose number only ends alike: it is of the whole batch",
      { status: "CANCELED", results: [], errors: [invalidType("2-136")], ...times },
      [rejected(five, invalidType("2-136")), rejected(one, invalidType("2-136"))],
    ],
    [
      "with an error that names the number alone",
      { status: "CANCELED", results: [], errors: [invalidType("36")], ...times },
      [notApplied(five), rejected(one, invalidType("36"))],
    ],
    [
      "with an error that says nothing at all",
      { status: "CANCELED", results: [], errors: [{}], ...times },
      [rejected(five, {}), rejected(one, {})],
    ],
  ];
  for (const [what, body, outcomes] of table) {
    it(what, () => expect(readAnswer(update, answer(body))).to.deep.equal(outcomes));
  }
});

describe("the answer to a purge", () => {
  const table: ReadonlyArray<readonly [string, unknown, ReadonlyArray<Outcome>]> = [
    ["without a body: all applied", { results: [] }, [applied(noFive), applied(noOne)]],
    [
      "with a body and no rows: all applied",
      { status: "COMPLETE", results: [], ...times },
      [applied(noFive), applied(noOne)],
    ],
    [
      "with rows that have no number: applied",
      { status: "COMPLETE", results: [row(hubSpotDefined(279), null), row(userDefined(36), undefined)], ...times },
      [applied(noFive), applied(noOne)],
    ],
    [
      "with a row that still has a number: altered",
      { status: "COMPLETE", results: [row(hubSpotDefined(279), 5)], ...times },
      [altered(noFive, O.some(5)), applied(noOne)],
    ],
    [
      "that is PENDING: not certain",
      { status: "PENDING", results: [], ...times },
      [unknown(noFive, O.none), unknown(noOne, O.none)],
    ],
    [
      "CANCELED for a type that the pair lacks",
      { status: "CANCELED", results: [], errors: [invalidType("0-279")], ...times },
      [rejected(noFive, invalidType("0-279")), notApplied(noOne)],
    ],
  ];
  for (const [what, body, outcomes] of table) {
    it(what, () => expect(readAnswer(purge, answer(body))).to.deep.equal(outcomes));
  }
});

describe("outcomes", () => {
  const refused: HubSpotError = {
    _tag: "Refused",
    call: { method: "POST", path: "/x", doing: "setting limits" },
    status: 400,
    mayHaveTakenEffect: true,
  };
  const reset: HubSpotError = {
    _tag: "Unanswered",
    call: { method: "POST", path: "/x", doing: "setting limits" },
    why: "the connection broke (ECONNRESET)",
    mayHaveTakenEffect: true,
  };

  it("are for the inputs of the step", () => {
    expect(inputsOf(update)).to.deep.equal([five, one]);
    expect(inputsOf(purge)).to.deep.equal([noFive, noOne]);
  });

  it("are found by category and number", () => {
    const outcomes = [applied(input(userDefined(279), 1)), notApplied(five)];
    expect(outcomeOf(outcomes, hubSpotDefined(279))).to.deep.equal(notApplied(five));
    expect(outcomeOf(outcomes, hubSpotDefined(280))).to.equal(undefined);
  });

  it("are gone where HubSpot says that the pair has no such type, and nowhere else", () => {
    expect(isGone(rejected(one, invalidType("2-36")))).to.equal(true);
    expect(isGone(rejected(one, general))).to.equal(false);
    expect(isGone(rejected(one, { subCategory: "INVALID_ASSOCIATION_TYPE_LABEL" }))).to.equal(false);
    expect(isGone(applied(one))).to.equal(false);
    expect(isGone(notApplied(one))).to.equal(false);
  });

  it("name the wish behind them", () => {
    expect(showInput(five)).to.equal("HUBSPOT_DEFINED 279 to 5");
    expect(showInput(noFive)).to.equal('HUBSPOT_DEFINED 279 to "many"');
  });

  describe("settled by a look at the pair", () => {
    const seen = (max?: number) => (max === undefined ? [] : [{ ...hubSpotDefined(279), maxToObjectIds: max }]);
    const table: ReadonlyArray<readonly [string, Outcome, ReturnType<typeof seen>, Outcome]> = [
      ["applied stays applied, though a late read shows nothing yet", applied(five), seen(), applied(five)],
      ["not certain and there: applied", unknown(five, O.none), seen(5), applied(five)],
      ["lost on the way and there: applied", unknown(five, O.some(reset)), seen(5), applied(five)],
      [
        "lost on the way and not there: not certain",
        unknown(five, O.some(reset)),
        seen(),
        unknown(five, O.some(reset)),
      ],
      [
        "lost on the way, another number there: not certain",
        unknown(five, O.some(reset)),
        seen(4),
        unknown(five, O.some(reset)),
      ],
      [
        "lost on the way, then refused, and not there: not certain",
        unknown(five, O.some(refused)),
        seen(4),
        unknown(five, O.some(refused)),
      ],
      ["lost on the way, then refused, and there: applied", unknown(five, O.some(refused)), seen(5), applied(five)],
      ["pending and not there: still not certain", unknown(five, O.none), seen(), unknown(five, O.none)],
      ["pending, the old number there: still not certain", unknown(five, O.none), seen(4), unknown(five, O.none)],
      ["altered: to what stands now", altered(five, O.some(3)), seen(4), altered(five, O.some(4))],
      ["altered to none, and none there", altered(five, O.none), seen(), altered(five, O.none)],
      ["altered, and now as asked: applied", altered(five, O.some(4)), seen(5), applied(five)],
      ["rejected and not there: rejected", rejected(five, general), seen(4), rejected(five, general)],
      ["rejected, and there all the same: applied", rejected(five, general), seen(5), applied(five)],
      ["not applied, and there all the same: applied", notApplied(five), seen(5), applied(five)],
      ["not applied and not there: not applied", notApplied(five), seen(4), notApplied(five)],
      ["a purge that is pending, and gone: applied", unknown(noFive, O.none), seen(), applied(noFive)],
      ["a purge that is pending, and there: not certain", unknown(noFive, O.none), seen(5), unknown(noFive, O.none)],
      [
        "a purge lost on the way, and there: not certain",
        unknown(noFive, O.some(reset)),
        seen(5),
        unknown(noFive, O.some(reset)),
      ],
    ];
    for (const [what, before, standing, after] of table) {
      it(what, () => expect(settle([before], standing)).to.deep.equal([after]));
    }

    it("the same number of another category proves nothing", () => {
      const other = [{ ...userDefined(279), maxToObjectIds: 5 }];
      expect(settle([unknown(five, O.none)], other)).to.deep.equal([unknown(five, O.none)]);
    });
  });

  describe("afterwards", () => {
    const before = [
      { ...hubSpotDefined(279), maxToObjectIds: 9 },
      { ...userDefined(7), maxToObjectIds: 3 },
    ];
    const [nine, three] = before;
    const table: ReadonlyArray<readonly [string, Outcome, unknown]> = [
      ["applied stands", applied(five), [three, { ...hubSpotDefined(279), maxToObjectIds: 5 }]],
      ["a purge that was applied is gone", applied(noFive), [three]],
      ["altered stands as stored", altered(five, O.some(4)), [three, { ...hubSpotDefined(279), maxToObjectIds: 4 }]],
      ["altered to none is gone", altered(five, O.none), [three]],
      ["not certain counts as before", unknown(five, O.none), [nine, three]],
      ["rejected leaves what stood", rejected(five, general), [nine, three]],
      ["not applied leaves what stood", notApplied(five), [nine, three]],
    ];
    for (const [what, outcome, after] of table) {
      it(what, () => expect(afterwards(before, [outcome])).to.deep.equal(after));
    }
  });

  it("are all well only where they are applied", () => {
    const all = [applied(five), altered(five, O.none), rejected(five, {}), unknown(five, O.none), notApplied(five)];
    expect(all.map(isApplied)).to.deep.equal([true, false, false, false, false]);
    expect(all.map(isUncertain)).to.deep.equal([false, false, false, true, false]);
    expect(all.map(({ _tag }) => _tag)).to.deep.equal(["Applied", "Altered", "Rejected", "Unknown", "NotApplied"]);
  });
});
