import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { Call, HubSpotError, UnreachableBecause } from "../../../../provider/hubspot/error";
import type { RetryDecision } from "../../../../provider/hubspot/retry";
import {
  leastPauseMs,
  maxElapsedForQuotaMs,
  maxElapsedMs,
  retried,
  retryDecision,
} from "../../../../provider/hubspot/retry";
import type { Reply } from "../../../../provider/hubspot/send";
import type { TestRuntime } from "../../../support/provider/runtime";
import { testRuntime } from "../../../support/provider/runtime";

const call: Call = { method: "POST", path: "/x", doing: "setting limits of contacts to companies" };
const common = { call, mayHaveTakenEffect: false };

const rateLimited = (retryAfterMs?: number): HubSpotError => ({
  _tag: "RateLimited",
  ...common,
  policy: "TEN_SECONDLY_ROLLING",
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
const unavailable = (status: number, retryAfterMs?: number): HubSpotError => ({
  _tag: "Unavailable",
  ...common,
  status,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
const reset: HubSpotError = { _tag: "Unanswered", call, why: "ECONNRESET", mayHaveTakenEffect: true };
const unreachableFor = (because: UnreachableBecause): HubSpotError => ({
  _tag: "Unreachable",
  ...common,
  because,
  why: "E",
});
const unreachable = unreachableFor("nobodyThere");
const refused: HubSpotError = { _tag: "Refused", ...common, status: 400 };

const after = (ms: number): RetryDecision => ({ _tag: "After", ms });
const stop: RetryDecision = { _tag: "Stop" };

describe("whether to try again", () => {
  const table: ReadonlyArray<
    readonly [string, HubSpotError, attempt: number, elapsedMs: number, random: number, RetryDecision]
  > = [
    ["a random part of a second at first", reset, 1, 0, 0.5, after(500)],
    ["after a least pause, if chance says at once", reset, 1, 0, 0, after(leastPauseMs)],
    ["a spent quota, not at once either", rateLimited(0), 3, 0, 0.5, after(leastPauseMs)],
    ["a least pause that ends in time", reset, 1, maxElapsedMs - leastPauseMs, 0, after(leastPauseMs)],
    ["a least pause that ends too late", reset, 1, maxElapsedMs - leastPauseMs + 1, 0, stop],
    ["up to twice as long each time", reset, 2, 0, 0.5, after(1_000)],
    ["up to four times as long", reset, 3, 0, 0.5, after(2_000)],
    ["up to ten seconds", reset, 5, 0, 0.5, after(5_000)],
    ["not a seventh time", reset, 6, 0, 0.5, stop],
    ["just within the bound", reset, 1, maxElapsedMs - 500, 0.5, after(500)],
    ["not beyond the bound", reset, 1, maxElapsedMs - 499, 0.5, stop],
    ["a spent quota, as long as HubSpot says", rateLimited(7_000), 1, 0, 0.5, after(7_000)],
    ["a spent quota of which HubSpot says nothing", rateLimited(), 2, 0, 0.25, after(500)],
    ["a spent quota, again and again", rateLimited(), 50, 250_000, 0.5, after(5_000)],
    ["a spent quota, just within its own bound", rateLimited(), 50, maxElapsedForQuotaMs - 5_000, 0.5, after(5_000)],
    ["a spent quota, not beyond that", rateLimited(), 50, maxElapsedForQuotaMs - 4_999, 0.5, stop],
    ["a spent quota that comes back too late", rateLimited(maxElapsedForQuotaMs + 1), 1, 0, 0.5, stop],
    ["423 after two seconds at the least", unavailable(423), 1, 0, 0, after(2_000)],
    ["423 with some chance on top", unavailable(423), 1, 0, 0.5, after(2_500)],
    ["423 as long as HubSpot says", unavailable(423, 3_000), 1, 0, 0.5, after(3_000)],
    ["477 for a short while", unavailable(477, 30_000), 1, 0, 0.5, after(30_000)],
    ["477 for a day", unavailable(477, 86_400_000), 1, 0, 0.5, stop],
    ...[500, 502, 503, 504, 521, 523, 524].map(
      (status): [string, HubSpotError, number, number, number, RetryDecision] => [
        `${status}`,
        unavailable(status),
        1,
        0,
        0.5,
        after(500),
      ],
    ),
    ...[501, 505, 522, 525, 526].map((status): [string, HubSpotError, number, number, number, RetryDecision] => [
      `${status} is not worth it`,
      unavailable(status),
      1,
      0,
      0.5,
      stop,
    ]),
    ["nobody there: a second look", unreachable, 1, 0, 0.5, after(500)],
    ["nobody there: not a third", unreachable, 2, 0, 0.5, stop],
    ["no such host: a second look", unreachableFor("noSuchHost"), 1, 0, 0.5, after(500)],
    ["no such host: not a third", unreachableFor("noSuchHost"), 2, 0, 0.5, stop],
    ["names that cannot be looked up: as often as a lost answer", unreachableFor("noNames"), 5, 0, 0.5, after(5_000)],
    ["names that cannot be looked up: not for ever", unreachableFor("noNames"), 6, 0, 0.5, stop],
    ["a certificate that is not to be trusted", unreachableFor("noTrust"), 1, 0, 0, stop],
    ["a time-out before the request left", { ...reset, mayHaveTakenEffect: false }, 1, 0, 0.5, after(500)],
    ["OAuth says no", { _tag: "NotGranted", ...common, status: 400 }, 1, 0, 0, stop],
    ["the quota of the day is spent", { _tag: "DailyQuotaSpent", ...common }, 1, 0, 0.5, stop],
    ["a wrong token", { _tag: "Unauthorized", ...common }, 1, 0, 0.5, stop],
    ["missing scopes", { _tag: "MissingScopes", ...common, scopes: [] }, 1, 0, 0.5, stop],
    ["no such object type", { _tag: "UnknownObjectType", ...common }, 1, 0, 0.5, stop],
    ["HubSpot says no", refused, 1, 0, 0.5, stop],
    ["an answer of another shape", { _tag: "Unreadable", ...common, status: 200, problem: "" }, 1, 0, 0.5, stop],
  ];
  for (const [what, error, attempt, elapsedMs, random, decision] of table) {
    it(what, () => expect(retryDecision(error, attempt, elapsedMs, random)).to.deep.equal(decision));
  }
});

describe("a request that is sent again", () => {
  const reply: Reply = { status: 200, header: () => null, text: "{}" };

  /** Plays these answers one after another, the last one for ever; each takes so long. */
  const played = async (
    runtime: TestRuntime,
    answers: ReadonlyArray<HubSpotError | Reply>,
    tookMs = 0,
  ): Promise<{ readonly result: E.Either<HubSpotError, Reply>; readonly attempts: number }> => {
    let attempts = 0;
    const result = await retried(runtime)(() => async () => {
      const answer = answers[Math.min(attempts, answers.length - 1)] ?? reply;
      attempts++;
      runtime.pass(tookMs);
      return "_tag" in answer ? E.left(answer) : E.right(answer);
    })({ call })();
    return { result, attempts };
  };

  it("is sent once where it is answered", async () => {
    const runtime = testRuntime();
    expect(await played(runtime, [reply])).to.deep.equal({ result: E.right(reply), attempts: 1 });
    expect([runtime.slept, runtime.said]).to.deep.equal([[], []]);
  });

  it("gives the answer that it got in the end", async () => {
    const runtime = testRuntime();
    expect(await played(runtime, [reset, unavailable(503), reply])).to.deep.equal({
      result: E.right(reply),
      attempts: 3,
    });
    expect(runtime.slept).to.deep.equal([500, 1_000]);
  });

  it("is sent six times, and then the last error counts", async () => {
    const runtime = testRuntime();
    expect(await played(runtime, [unavailable(502), unavailable(503)])).to.deep.equal({
      result: E.left(unavailable(503)),
      attempts: 6,
    });
    expect(runtime.slept).to.deep.equal([500, 1_000, 2_000, 4_000, 5_000]);
  });

  it("begins no attempt when a minute after the first failure is over, however long the answers take", async () => {
    const runtime = testRuntime();
    const { attempts } = await played(runtime, [reset], 25_000);
    expect(attempts).to.equal(4);
    expect(runtime.slept).to.deep.equal([500, 1_000, 2_000]);
  });

  it("is not sent again where HubSpot says no", async () => {
    const runtime = testRuntime();
    expect(await played(runtime, [refused, reply])).to.deep.equal({ result: E.left(refused), attempts: 1 });
  });

  it("that may have taken effect in an earlier attempt says so, whatever the last one says", async () => {
    expect((await played(testRuntime(), [reset, refused])).result).to.deep.equal(
      E.left({ ...refused, mayHaveTakenEffect: true }),
    );
    expect((await played(testRuntime(), [reset, unreachable, unreachable])).result).to.deep.equal(
      E.left({ ...unreachable, mayHaveTakenEffect: true }),
    );
    expect((await played(testRuntime(), [rateLimited(), refused])).result).to.deep.equal(E.left(refused));
  });

  it("tells the user of a wait over five seconds, each reason once, and of none below", async () => {
    const runtime = testRuntime();
    const answers = [rateLimited(5_000), rateLimited(5_001), rateLimited(7_000), unavailable(503, 9_000), reply];
    await played(runtime, answers);
    expect(runtime.said).to.deep.equal([
      "the portal's quota stayed spent (429 TEN_SECONDLY_ROLLING): setting limits of contacts to companies goes on in 6 s",
      "HubSpot is not available (503): setting limits of contacts to companies goes on in 9 s",
    ]);
    expect(runtime.slept).to.deep.equal([5_000, 5_001, 7_000, 9_000]);
  });

  it("says to those below how often it is sent by now", async () => {
    const attempts: Array<number | undefined> = [];
    await retried(testRuntime())(({ attempt }) => async () => {
      attempts.push(attempt);
      return attempts.length < 3 ? E.left(reset) : E.right(reply);
    })({ call })();
    expect(attempts).to.deep.equal([1, 2, 3]);
  });
});
