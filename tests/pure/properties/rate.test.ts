/** The quota holds for any arrival of requests, however long each is under way. */
import { expect } from "chai";
import fc from "fast-check";
import * as E from "fp-ts/Either";
import type { Call, HubSpotError } from "../../../provider/hubspot/error";
import { initialWindow, limited } from "../../../provider/hubspot/rate";
import type { Reply, Send } from "../../../provider/hubspot/send";
import { testRuntime } from "../../support/provider/runtime";
import { runs } from "../../support/seeds";

const call: Call = { method: "GET", path: "/x", doing: "reading" };
const { intervalMs } = initialWindow;

/** A request: when it is made, and how long it and its answer take on the way. */
interface Arrival {
  readonly atMs: number;
  readonly thereMs: number;
  readonly backMs: number;
}

const latency = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 3_000 }));
const arrivals = fc.array(
  fc.record({
    atMs: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 25_000 })),
    thereMs: latency,
    backMs: latency,
  }),
  { minLength: 150, maxLength: 400, size: "max" },
);

/** What came of the arrivals: when each left and got there, and the statuses it was answered with. */
interface Played {
  readonly left: ReadonlyArray<number>;
  readonly refused: number;
}

/** A portal with this quota over any window, as HubSpot's. */
const play = async (
  requests: ReadonlyArray<Arrival>,
  quota: number,
  ceiling: number,
  othersPerWindow = 0,
): Promise<Played> => {
  const runtime = testRuntime();
  const limit = limited(runtime, ceiling);
  const left: number[] = [];
  let admitted: ReadonlyArray<number> = [];
  let refused = 0;
  const portal =
    ({ thereMs, backMs }: Arrival): Send =>
    () =>
    async (): Promise<E.Either<HubSpotError, Reply>> => {
      left.push(runtime.now());
      await runtime.sleep(thereMs)();
      const now = runtime.now();
      const recent = admitted.filter((moment) => moment > now - intervalMs);
      const remaining = quota - othersPerWindow - recent.length;
      const status = remaining > 0 ? 200 : 429;
      if (status === 200) admitted = [...recent, now];
      else refused++;
      await runtime.sleep(backMs)();
      const headers = new Map([
        ["x-hubspot-ratelimit-max", String(quota)],
        ["x-hubspot-ratelimit-interval-milliseconds", String(intervalMs)],
        ["x-hubspot-ratelimit-remaining", String(Math.max(0, remaining - 1))],
      ]);
      return E.right({ status, header: (name) => headers.get(name) ?? null, text: "" });
    };
  await Promise.all(
    requests.map(async (arrival) => {
      await runtime.sleep(arrival.atMs)();
      await limit(portal(arrival))({ call })();
    }),
  );
  return { left, refused };
};

/** The most that left within any window. */
const most = (moments: ReadonlyArray<number>, windowMs: number): number =>
  moments.reduce((max, from) => Math.max(max, moments.filter((at) => at >= from && at < from + windowMs).length), 0);

const quotas = fc.constantFrom(100, 110, 190, 250);

describe("the limiter", () => {
  it("never overdraws the portal's quota, however long requests are under way", async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, quotas, async (requests, quota) => {
        const { left, refused } = await play(requests, quota, Infinity);
        expect([left.length, refused]).to.deep.equal([requests.length, 0]);
        expect(most(left, intervalMs)).to.be.at.most(Math.floor(quota * 0.95));
      }),
      { numRuns: runs(25) },
    );
  });

  it("leaves others what they take of it, but for what was under way when it learnt of them", async () => {
    await fc.assert(
      fc.asyncProperty(
        arrivals,
        quotas,
        fc.double({ min: 0.1, max: 0.8, noNaN: true }),
        async (requests, quota, share) => {
          const { refused } = await play(requests, quota, Infinity, Math.floor(quota * share));
          expect(refused).to.be.at.most(initialWindow.max * 0.95);
        },
      ),
      { numRuns: runs(25) },
    );
  });

  it("never goes over the user's own ceiling", async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, quotas, fc.integer({ min: 20, max: 300 }), async (requests, quota, ceiling) => {
        const { left } = await play(requests, quota, ceiling);
        expect(most(left, intervalMs)).to.be.at.most(Math.min(ceiling, Math.floor(quota * 0.95)));
      }),
      { numRuns: runs(15) },
    );
  });
});
