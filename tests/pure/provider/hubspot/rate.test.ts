import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { Call, HubSpotError } from "../../../../provider/hubspot/error";
import type { Window } from "../../../../provider/hubspot/rate";
import { admit, initialWindow, learn, limited, release } from "../../../../provider/hubspot/rate";
import type { Reply } from "../../../../provider/hubspot/send";
import { testRuntime } from "../../../support/provider/runtime";

const window = (more: Partial<Window> = {}): Window => ({ ...initialWindow, max: 4, intervalMs: 1_000, ...more });
const none = Infinity;
const date = new Date("2026-06-01T12:00:00Z");

describe("a window", () => {
  it("begins with the smallest quota of any plan, less a twentieth", () => {
    let current = initialWindow;
    let room = 0;
    for (; ; room++) {
      const { waitMs, window: next } = admit(current, none, 0);
      if (waitMs > 0) break;
      current = next;
    }
    expect(room).to.equal(95);
  });

  it("lets a burst up to the quota go at once", () => {
    expect(admit(window({ answered: [5_000, 5_001] }), none, 5_002)).to.deep.equal({
      window: window({ answered: [5_000, 5_001], underWay: 1 }),
      waitMs: 0,
    });
  });

  it("says how long it is until the first of the others no longer counts", () => {
    expect(admit(window({ answered: [5_000, 5_001, 5_002] }), none, 5_400)).to.deep.equal({
      window: window({ answered: [5_000, 5_001, 5_002] }),
      waitMs: 600,
    });
    expect(admit(window({ answered: [5_000, 5_001, 5_002] }), none, 5_999.5).waitMs).to.equal(1);
    expect(admit(window({ answered: [5_000, 5_001, 5_002] }), none, 6_000)).to.deep.equal({
      window: window({ answered: [5_000, 5_001, 5_002], underWay: 1 }),
      waitMs: 0,
    });
  });

  it("counts what is under way for a whole window from its answer on", () => {
    const full = window({ underWay: 2, answered: [5_000] });
    expect(admit(full, none, 5_500).waitMs).to.equal(500);
    expect(admit(window({ underWay: 3 }), none, 5_500).waitMs).to.equal(1_000);
    const answered = release(window({ underWay: 3 }), 5_600);
    expect(answered).to.deep.equal(window({ underWay: 2, answered: [5_600] }));
    expect(admit(answered, none, 5_700).waitMs).to.equal(900);
  });

  it("forgets what no answer on its way can have counted any more", () => {
    expect(release(window({ underWay: 1, answered: [4_000, 4_001] }), 6_000)).to.deep.equal(
      window({ underWay: 0, answered: [4_001, 6_000] }),
    );
  });

  it("does not count a request that was refused for the quota", () => {
    expect(release(window({ underWay: 1 }), 5_000, true)).to.deep.equal(window({ underWay: 0 }));
  });

  it("leaves room for what others take", () => {
    const others = [10, 50, 30].map((count) => ({ at: 5_000, count }));
    const shared = window({ max: 100, others, answered: Array<number>(44).fill(5_000) });
    expect(admit(shared, none, 5_500).waitMs).to.equal(0);
    expect(admit({ ...shared, underWay: 1 }, none, 5_500).waitMs).to.equal(500);
    expect(admit(window({ max: 100, others: [{ at: 5_000, count: 100 }] }), none, 5_500).waitMs).to.equal(0);
  });

  it("that shrank waits for as many as are too many", () => {
    const shrunk = window({ answered: [5_000, 5_100, 5_200, 5_300, 5_400] });
    expect(admit(shrunk, none, 5_500).waitMs).to.equal(700);
  });

  it("keeps to the user's own ceiling, in requests per ten seconds", () => {
    expect(admit(window({ max: 100, answered: [5_000] }), 20, 5_500).waitMs).to.equal(0);
    expect(admit(window({ max: 100, answered: [5_000, 5_000] }), 20, 5_500).waitMs).to.equal(500);
    expect(admit(window({ max: 100, intervalMs: 10_000, answered: [5_000] }), 2, 5_500).waitMs).to.equal(0);
  });

  it("always lets one go, however small the quota or the ceiling", () => {
    expect(admit(window({ max: 1 }), none, 5_000).waitMs).to.equal(0);
    expect(admit(window(), 1, 5_000).waitMs).to.equal(0);
  });

  it("that is paused lets nobody go, and then goes on", () => {
    expect(admit(window({ pausedUntil: 5_300 }), none, 5_000).waitMs).to.equal(300);
    expect(admit(window({ pausedUntil: 5_300 }), none, 5_300).waitMs).to.equal(0);
  });
});

describe("what a reply tells of the quota", () => {
  const reply = (status: number, headers: Readonly<Record<string, string>> = {}) => ({
    status,
    header: (name: string) => headers[name] ?? null,
    text: "",
  });
  const max = "x-hubspot-ratelimit-max";
  const interval = "x-hubspot-ratelimit-interval-milliseconds";

  it("is its size and its time", () => {
    expect(learn(window(), reply(200, { [max]: "190", [interval]: "10000" }), 5_000, 5_000, date)).to.deep.equal(
      window({ max: 190, intervalMs: 10_000 }),
    );
  });

  it("is a time of a minute at the most", () => {
    const learnt = (ms: string): number =>
      learn(window(), reply(200, { [interval]: ms }), 5_000, 5_000, date).intervalMs;
    expect(["60000", "60001", "3600000", "999999999999999"].map(learnt)).to.deep.equal([
      60_000, 60_000, 60_000, 60_000,
    ]);
  });

  it("is nothing where the headers are absent or strange", () => {
    for (const headers of [
      {},
      { [max]: "", [interval]: "0" },
      { [max]: "many", [interval]: "-1" },
      { [max]: "1.5" },
      { [max]: "0" },
      { [max]: "9".repeat(400) },
      { [interval]: "9".repeat(16) },
    ]) {
      expect(learn(window(), reply(200, headers), 5_000, 5_000, date)).to.deep.equal(window());
    }
  });

  it("is what others took: what is gone and cannot be ours", () => {
    const remaining = "x-hubspot-ratelimit-remaining";
    const ours = window({ max: 100, underWay: 2, answered: [3_900, 4_100, 5_000] });
    const others = (left: string, leftAt = 5_000): number | undefined =>
      learn(ours, reply(200, { [remaining]: left }), leftAt, 5_000, date).others[0]?.count;
    // Four of ours at the most: two under way, and those answered within a second before this one left.
    expect([others("96"), others("97"), others("100"), others("95"), others("46"), others("0")]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      1,
      50,
      96,
    ]);
    expect(others("95", 4_800)).to.equal(undefined);
    expect(others("0", 4_000), "an answer that took a whole window").to.equal(95);
    expect(others("95", 4_900), "one of ours is a whole window older").to.equal(1);
    expect(others("0", 3_999), "an answer older than a window").to.equal(undefined);
  });

  it("is remembered of others for a window: an answer amid a burst of ours cannot tell", () => {
    const before = [
      { at: 4_000, count: 9 },
      { at: 4_001, count: 7 },
    ];
    const after = (headers = {}) => learn(window({ others: before }), reply(200, headers), 5_000, 5_000, date).others;
    expect(after()).to.deep.equal(before.slice(1));
    expect(after({ "x-hubspot-ratelimit-remaining": "4" })).to.deep.equal(before.slice(1));
    expect(after({ "x-hubspot-ratelimit-remaining": "1" })).to.deep.equal([before[1], { at: 5_000, count: 3 }]);
  });

  it("is a pause of as long as HubSpot says on a 429, in seconds or as a date", () => {
    const paused = (header: string): number =>
      learn(window(), reply(429, { "retry-after": header }), 5_000, 5_000, date).pausedUntil;
    expect([paused("3"), paused("Mon, 01 Jun 2026 12:00:04 GMT"), paused("soon")]).to.deep.equal([8_000, 9_000, 5_250]);
    expect(paused("3600"), "nobody waits so long").to.equal(0);
  });

  it("is a pause of a tenth of the window on a 429, but a least one, which no earlier end shortens", () => {
    const wide = window({ intervalMs: 10_000 });
    expect(learn(wide, reply(429), 5_000, 5_000, date)).to.deep.equal({ ...wide, pausedUntil: 6_000 });
    expect(learn(window(), reply(429), 5_000, 5_000, date)).to.deep.equal(window({ pausedUntil: 5_250 }));
    expect(learn(wide, reply(429, { "retry-after": "0" }), 5_000, 5_000, date).pausedUntil).to.equal(6_000);
    expect(learn(window({ pausedUntil: 9_000 }), reply(429), 5_000, 5_000, date)).to.deep.equal(
      window({ pausedUntil: 9_000 }),
    );
    expect(learn(window(), reply(503), 5_000, 5_000, date)).to.deep.equal(window());
  });
});

describe("the limiter", () => {
  const call: Call = { method: "GET", path: "/x", doing: "reading" };
  const ok: Reply = { status: 200, header: () => null, text: "" };

  it("lets requests go in the order they come, as many at once as fit", async () => {
    const runtime = testRuntime();
    const limit = limited(runtime, 2);
    const left: Array<readonly [number, number]> = [];
    const start = runtime.now();
    await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        limit(() => async () => {
          left.push([n, runtime.now() - start]);
          return E.right(ok);
        })({ call })(),
      ),
    );
    expect(left).to.deep.equal([
      [1, 0],
      [2, 0],
      [3, 10_000],
      [4, 10_000],
      [5, 20_000],
    ]);
  });

  it("is paused for everybody by one 429", async () => {
    const runtime = testRuntime();
    const limit = limited(runtime, Infinity);
    const start = runtime.now();
    expect(await limit(() => async () => E.right({ ...ok, status: 429 }))({ call })()).to.deep.equal(
      E.right({ ...ok, status: 429 }),
    );
    const left: number[] = [];
    const next = limit(() => async () => {
      left.push(runtime.now() - start);
      return E.right(ok);
    });
    await Promise.all([next({ call })(), next({ call })()]);
    expect(left).to.deep.equal([1_000, 1_000]);
  });

  it("gives the place of a request back that got no answer", async () => {
    const runtime = testRuntime();
    const limit = limited(runtime, 1);
    const lost: HubSpotError = { _tag: "Unanswered", call, why: "reset", mayHaveTakenEffect: false };
    const start = runtime.now();
    expect(await limit(() => async () => E.left(lost))({ call })()).to.deep.equal(E.left(lost));
    await limit(() => async () => E.right(ok))({ call })();
    expect(runtime.now() - start).to.equal(10_000);
  });

  it("says of a wait over five seconds why it is, once", async () => {
    const runtime = testRuntime();
    const limit = limited(runtime, 2);
    for (let n = 0; n < 6; n++) await limit(() => async () => E.right(ok))({ call })();
    expect(runtime.said).to.deep.equal([
      "hubspot:requestsPerTenSeconds allows 2 requests in 10 s: the next request leaves in 10 s, and the rest at that pace",
    ]);
  });

  it("says whether the quota, others or a 429 are why", async () => {
    const answers: ReadonlyArray<readonly [status: number, headers: Readonly<Record<string, string>>, string]> = [
      [200, { "x-hubspot-ratelimit-max": "1" }, "the portal's quota is 1 requests in 10 s"],
      [
        200,
        { "x-hubspot-ratelimit-max": "100", "x-hubspot-ratelimit-remaining": "4" },
        "the portal's quota is 100 requests in 10 s, of which others take some 95",
      ],
      [429, { "retry-after": "9" }, "the portal's quota is spent, and HubSpot asks for a pause"],
    ];
    for (const [status, headers, why] of answers) {
      const runtime = testRuntime();
      const limit = limited(runtime, Infinity);
      const send = limit(() => async () => E.right({ ...ok, status, header: (name) => headers[name] ?? null }));
      for (let n = 0; n < 2; n++) await send({ call })();
      expect(runtime.said.map((words) => words.split(": the next")[0])).to.deep.equal([why]);
    }
  });

  it("says what allows the least: the user's own ceiling, or what others leave", async () => {
    const whyWith = async (ceiling: number, headers: Readonly<Record<string, string>>) => {
      const runtime = testRuntime();
      const limit = limited(runtime, ceiling);
      const send = limit(() => async () => E.right({ ...ok, header: (name) => headers[name] ?? null }));
      for (let n = 0; n < 101 && runtime.said.length === 0; n++) await send({ call })();
      return runtime.said.map((words) => words.split(": the next")[0]);
    };
    const max = "x-hubspot-ratelimit-max";
    const others = { [max]: "100", "x-hubspot-ratelimit-remaining": "39" };
    expect(await whyWith(100, { [max]: "100" })).to.deep.equal(["the portal's quota is 100 requests in 10 s"]);
    expect(await whyWith(95, { [max]: "100" })).to.deep.equal(["the portal's quota is 100 requests in 10 s"]);
    expect(await whyWith(94, { [max]: "100" })).to.deep.equal([
      "hubspot:requestsPerTenSeconds allows 94 requests in 10 s",
    ]);
    expect(await whyWith(50, others)).to.deep.equal([
      "the portal's quota is 100 requests in 10 s, of which others take some 60",
    ]);
  });

  it("says nothing of a wait up to five seconds, and counts no request that a 429 refused", async () => {
    const runtime = testRuntime();
    const limit = limited(runtime, 1);
    const start = runtime.now();
    await limit(
      () => async () => E.right({ ...ok, status: 429, header: (name) => (name === "retry-after" ? "5" : null) }),
    )({ call })();
    await limit(() => async () => E.right(ok))({ call })();
    expect([runtime.now() - start, runtime.said]).to.deep.equal([5_000, []]);
  });

  it("knows nothing of another portal's", async () => {
    const runtime = testRuntime();
    const start = runtime.now();
    for (const limit of [limited(runtime, 1), limited(runtime, 1)]) {
      await limit(() => async () => E.right(ok))({ call })();
    }
    expect(runtime.now() - start).to.equal(0);
  });
});
