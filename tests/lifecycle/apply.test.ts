import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type * as TE from "fp-ts/TaskEither";
import type { HubSpotError } from "../../provider/hubspot/error";
import type { Run } from "../../provider/lifecycle/apply";
import { apply } from "../../provider/lifecycle/apply";
import type { BatchAnswer, BatchInput, Outcome } from "../../provider/limits/outcome";
import { applied, notApplied, unknown } from "../../provider/limits/outcome";
import type { Step } from "../../provider/limits/plan";
import type { AssociationType, Limit, LimitRow } from "../../provider/model";
import { testRuntime } from "../support/provider/runtime";

const pair = { from: "contacts", to: "companies" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 36 };
const limit = (type: AssociationType, maxToObjectIds: number): Limit => ({ ...type, maxToObjectIds });
const row = (type: AssociationType, max: number, text?: string): LimitRow => ({
  ...type,
  ...(text === undefined ? {} : { label: text }),
  userEnforcedMaxToObjectIds: max,
});
const input = (type: AssociationType, max?: number): BatchInput => ({
  ...type,
  maxToObjectIds: max === undefined ? O.none : O.some(max),
});
const update = (first: Limit, ...rest: ReadonlyArray<Limit>): Step => ({ _tag: "Update", limits: [first, ...rest] });
const purge = (first: AssociationType, ...rest: ReadonlyArray<AssociationType>): Step => ({
  _tag: "Purge",
  types: [first, ...rest],
});

const call = { method: "POST", path: "/x", doing: "setting limits" } as const;
const lost: HubSpotError = { _tag: "Unanswered", call, why: "the connection broke", mayHaveTakenEffect: true };
const refused: HubSpotError = { _tag: "Refused", call, status: 400, mayHaveTakenEffect: false };
const refusedAfterAll: HubSpotError = { ...refused, mayHaveTakenEffect: true };

const complete = (...results: ReadonlyArray<LimitRow>): BatchAnswer => ({ status: "COMPLETE", results });
const pending: BatchAnswer = { status: "PENDING", results: [] };
const gone = (typeId: number) => ({
  subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE",
  message: "no such type",
  context: { type: [`2-${typeId}`] },
});

/** A portal that answers batches and reads of the pair with these, one after another, the last for ever. */
const portal = (
  batches: ReadonlyArray<BatchAnswer | HubSpotError>,
  reads: ReadonlyArray<ReadonlyArray<LimitRow> | HubSpotError> = [],
) => {
  const log: string[] = [];
  const nth = <A>(list: ReadonlyArray<A>, n: number): A => {
    const item = list[Math.min(n, list.length - 1)];
    if (item === undefined) throw new Error(`nothing to answer ${log.at(-1)}`);
    return item;
  };
  const counts = { batches: 0, reads: 0 };
  const isError = (answer: object): answer is HubSpotError => "_tag" in answer;
  const batch = (what: string): TE.TaskEither<HubSpotError, BatchAnswer> => {
    return async () => {
      log.push(what);
      const answer = nth(batches, counts.batches++);
      return isError(answer) ? E.left(answer) : E.right(answer);
    };
  };
  const confirmed: Parameters<typeof apply>[0] = {
    readAgain: () => async () => {
      log.push("read");
      const answer = nth(reads, counts.reads++);
      return isError(answer) ? E.left(answer) : E.right(answer);
    },
    update: (_pair, limits) =>
      batch(`update ${limits.map((each) => `${each.typeId}=${each.maxToObjectIds}`).join(" ")}`),
    purge: (_pair, types) => batch(`purge ${types.map(({ typeId }) => typeId).join(" ")}`),
    wrote: () => undefined,
  };
  return { confirmed, log };
};

interface Played {
  readonly run: Run;
  readonly log: ReadonlyArray<string>;
  readonly slept: ReadonlyArray<number>;
}

const play = async (
  steps: ReadonlyArray<Step>,
  batches: ReadonlyArray<BatchAnswer | HubSpotError>,
  more: {
    readonly reads?: ReadonlyArray<ReadonlyArray<LimitRow> | HubSpotError>;
    readonly standing?: ReadonlyArray<Limit>;
    readonly leaving?: ReadonlyArray<AssociationType>;
  } = {},
): Promise<Played> => {
  const { confirmed, log } = portal(batches, more.reads);
  const runtime = testRuntime();
  const { standing = [], leaving = [] } = more;
  const run = await apply(confirmed, runtime, { pair, standing, steps, leaving })();
  return { run, log, slept: runtime.slept };
};

describe("a plan that is carried out", () => {
  it("is nothing to do where it has no steps", async () => {
    expect(await play([], [])).to.deep.equal({
      run: { outcomes: [], standing: [], answered: [], last: O.none, stopped: O.none },
      log: [],
      slept: [],
    });
  });

  it("sends its batches in order, and believes the answers", async () => {
    const answer = complete(row(own, 5), row(label, 1, "Champion"));
    expect(
      await play([purge({ ...label, typeId: 9 }), update(limit(own, 5), limit(label, 1))], [{ results: [] }, answer], {
        standing: [limit({ ...label, typeId: 9 }, 3), limit(own, 7)],
      }),
    ).to.deep.equal({
      run: {
        outcomes: [applied(input({ ...label, typeId: 9 })), applied(input(own, 5)), applied(input(label, 1))],
        standing: [limit(own, 5), limit(label, 1)],
        answered: answer.results,
        last: O.some(answer),
        stopped: O.none,
      },
      log: ["purge 9", "update 279=5 36=1"],
      slept: [],
    });
  });

  it("stops at a batch that was not applied in full: the rest is not sent", async () => {
    const { run, log } = await play([update(limit(own, 5)), update(limit(label, 1))], [refused]);
    expect(log).to.deep.equal(["update 279=5"]);
    expect(run).to.deep.equal({
      outcomes: [notApplied(input(own, 5)), notApplied(input(label, 1))],
      standing: [],
      answered: [],
      last: O.none,
      stopped: O.some(refused),
    });
  });

  it("keeps what an earlier batch did", async () => {
    const { run } = await play([purge(label), update(limit(own, 5))], [{ results: [] }, refused], {
      standing: [limit(own, 7), limit(label, 2)],
    });
    expect([run.outcomes, run.standing]).to.deep.equal([
      [applied(input(label)), notApplied(input(own, 5))],
      [limit(own, 7)],
    ]);
  });
});

describe("a batch whose answer was lost", () => {
  it("is read back, and took effect where it shows, even where a retry was then refused", async () => {
    for (const error of [lost, refusedAfterAll]) {
      const { run, log } = await play([update(limit(own, 5))], [error], { reads: [[row(own, 5)]] });
      expect(log).to.deep.equal(["update 279=5", "read"]);
      expect([run.outcomes, run.standing, run.stopped]).to.deep.equal([
        [applied(input(own, 5))],
        [limit(own, 5)],
        O.none,
      ]);
    }
  });

  it("is not certain where it does not show, however often it is read back within a bound", async () => {
    const { run, log, slept } = await play([update(limit(own, 5), limit(label, 1))], [lost], {
      reads: [[row(own, 7), row(label, 1)]],
      standing: [limit(own, 7)],
    });
    expect([log, slept]).to.deep.equal([
      ["update 279=5 36=1", "read", "read", "read"],
      [0, 500, 1_000],
    ]);
    expect([run.outcomes, run.standing, run.stopped]).to.deep.equal([
      [unknown(input(own, 5), O.some(lost)), applied(input(label, 1))],
      [limit(own, 7), limit(label, 1)],
      O.some(lost),
    ]);
  });

  it("took effect where it shows late", async () => {
    const { run, slept } = await play([update(limit(own, 5))], [lost], { reads: [[row(own, 7)], [row(own, 5)]] });
    expect([run.outcomes, slept]).to.deep.equal([[applied(input(own, 5))], [0, 500]]);
  });

  it("is not certain where a retry was refused, and it does not show: reads may lag", async () => {
    const { run } = await play([update(limit(own, 5))], [refusedAfterAll], {
      reads: [[row(own, 7)]],
      standing: [limit(own, 7)],
    });
    expect([run.outcomes, run.standing]).to.deep.equal([
      [unknown(input(own, 5), O.some(refusedAfterAll))],
      [limit(own, 7)],
    ]);
  });

  it("is not certain where the pair cannot be read either, and counts as before", async () => {
    const { run } = await play([update(limit(own, 5))], [lost], { reads: [refused], standing: [limit(own, 7)] });
    expect([run.outcomes, run.standing, run.stopped]).to.deep.equal([
      [unknown(input(own, 5), O.some(lost))],
      [limit(own, 7)],
      O.some(lost),
    ]);
  });

  it("is not read back where it never left", async () => {
    const { log } = await play([update(limit(own, 5))], [refused]);
    expect(log).to.deep.equal(["update 279=5"]);
  });
});

describe("a batch that is pending", () => {
  it("is read back until it shows, and its label is remembered", async () => {
    const { run, log, slept } = await play([update(limit(label, 1))], [pending], {
      reads: [[], [row(label, 7)], [row(label, 1, "Champion"), row(own, 9)]],
    });
    expect([log, slept]).to.deep.equal([
      ["update 36=1", "read", "read", "read"],
      [0, 500, 1_000],
    ]);
    expect(run).to.deep.equal({
      outcomes: [applied(input(label, 1))],
      standing: [limit(label, 1)],
      answered: [row(label, 1, "Champion"), row(own, 9)],
      last: O.some(pending),
      stopped: O.none,
    });
  });

  it("is not certain where it does not show within the bound", async () => {
    const { run, slept } = await play([update(limit(own, 5)), update(limit(label, 1))], [pending], { reads: [[]] });
    expect(slept).to.deep.equal([0, 500, 1_000, 2_000, 4_000, 8_000]);
    expect(run.outcomes).to.deep.equal([unknown(input(own, 5), O.none), notApplied(input(label, 1))]);
  });

  it("is read no more once the pair cannot be read", async () => {
    const { run, log } = await play([update(limit(own, 5))], [pending], { reads: [[row(own, 4)], refused] });
    expect(log).to.deep.equal(["update 279=5", "read", "read"]);
    expect([run.outcomes, run.standing]).to.deep.equal([[unknown(input(own, 5), O.none)], [limit(own, 4)]]);
  });
});

describe("a batch with errors", () => {
  it("and something pending is read back until that shows, and no longer", async () => {
    const partly: BatchAnswer = { status: "PROCESSING", results: [], errors: [gone(36)] };
    const { run, slept } = await play([update(limit(own, 5), limit(label, 1))], [partly], {
      reads: [[], [row(own, 5)]],
    });
    expect(slept).to.deep.equal([0, 500]);
    expect(run.outcomes).to.deep.equal([applied(input(own, 5)), rejected]);
  });

  const canceled = (typeId: number): BatchAnswer => ({ status: "CANCELED", results: [], errors: [gone(typeId)] });
  const rejected: Outcome = { _tag: "Rejected", input: input(label, 1), because: gone(36) };

  it("is read back once, and what stands there counts", async () => {
    const { run, slept } = await play([update(limit(own, 5), limit(label, 1))], [canceled(36)], {
      reads: [[row(own, 5)]],
    });
    expect([run.outcomes, run.standing, slept]).to.deep.equal([
      [applied(input(own, 5)), rejected],
      [limit(own, 5)],
      [0],
    ]);
  });

  it("for a type that leaves and is gone already: it counts as gone, and the rest is sent again", async () => {
    const answer = complete(row(own, 5));
    const { run, log } = await play([update(limit(own, 5), limit(label, 1))], [canceled(36), answer], {
      leaving: [label],
      standing: [limit(label, 9)],
    });
    expect(log).to.deep.equal(["update 279=5 36=1", "update 279=5"]);
    expect(run).to.deep.equal({
      outcomes: [applied(input(label, 1)), applied(input(own, 5))],
      standing: [limit(own, 5)],
      answered: answer.results,
      last: O.some(answer),
      stopped: O.none,
    });
  });

  it("for the only type that leaves: nothing is left to send", async () => {
    const { run, log } = await play([purge(label)], [canceled(36)], { leaving: [label], standing: [limit(label, 9)] });
    expect(log).to.deep.equal(["purge 36"]);
    expect([run.outcomes, run.standing]).to.deep.equal([[applied(input(label))], []]);
  });

  it("for one of two types that leave: the other is purged again", async () => {
    const { run, log } = await play([purge(own, label)], [canceled(36), { results: [] }], { leaving: [own, label] });
    expect(log).to.deep.equal(["purge 279 36", "purge 279"]);
    expect(run.outcomes).to.deep.equal([applied(input(label)), applied(input(own))]);
  });

  it("for a type that is declared: it is told, though one that leaves is gone beside it", async () => {
    const both: BatchAnswer = { status: "CANCELED", results: [], errors: [gone(36), gone(9)] };
    const { run, log } = await play(
      [update(limit({ ...label, typeId: 9 }, 2), limit(label, 1))],
      [both, canceled(36)],
      {
        leaving: [{ ...label, typeId: 9 }],
        reads: [[]],
      },
    );
    expect(log).to.deep.equal(["update 9=2 36=1", "update 36=1", "read"]);
    expect(run.outcomes).to.deep.equal([applied(input({ ...label, typeId: 9 }, 2)), rejected]);
  });
});
