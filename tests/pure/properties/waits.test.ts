/** Law: a wait is bounded, a retry has a least pause and a last time, whatever an answer's headers say. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import fc from "fast-check";
import { classified } from "../../../provider/hubspot/classify";
import { limited } from "../../../provider/hubspot/rate";
import { leastPauseMs, maxElapsedForQuotaMs, retried } from "../../../provider/hubspot/retry";
import type { Reply, Send } from "../../../provider/hubspot/send";
import { spent } from "../../../provider/hubspot/spent";
import { testRuntime } from "../../support/provider/runtime";

const call = { method: "POST", path: "/x", doing: "asking" } as const;
const longestWindowMs = 60_000;

const number = fc.oneof(
  fc.constantFrom(
    "0",
    "-0",
    "-5",
    "0.001",
    "0.25",
    "1e-9",
    "1e9",
    "1e308",
    "1e400",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
  ),
  fc.integer({ min: 1, max: 10 }).map(String),
  fc.nat().map(String),
  fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
  fc.string(),
);

const date = fc.oneof(
  fc.constantFrom("Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jun 2026 12:00:04 GMT"),
  number,
);

/** Some of the headers that say how long to wait. */
const headersLikeHubSpots: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  {
    "retry-after": date,
    "x-hubspot-ratelimit-max": number,
    "x-hubspot-ratelimit-remaining": number,
    "x-hubspot-ratelimit-interval-milliseconds": number,
  },
  { requiredKeys: [] },
);

/** When each request was sent, where answers like these come again and again. */
const sent = async (answers: ReadonlyArray<Reply>, requests: number): Promise<ReadonlyArray<ReadonlyArray<number>>> => {
  const runtime = testRuntime();
  const unlessSpent = spent(runtime);
  let next = 0;
  const pipeOf = (times: number[]): Send =>
    pipe(
      () => async () => {
        times.push(runtime.now());
        const reply = answers[next++ % answers.length];
        return reply === undefined ? Promise.reject(new Error("no answer")) : E.right(reply);
      },
      unlessSpent,
      limiter,
      unlessSpent,
      classified(() => ({ date: runtime.date(), endOfDay: undefined })),
      again,
    );
  const limiter = limited(runtime, Infinity);
  const again = retried(runtime);
  return Promise.all(
    Array.from({ length: requests }, async () => {
      const times: number[] = [];
      await pipeOf(times)({ call })();
      return times;
    }),
  );
};

const answer: fc.Arbitrary<Reply> = fc
  .record({ status: fc.constantFrom(429, 423, 477, 503), headers: headersLikeHubSpots })
  .map(({ status, headers }) => ({ status, header: (name) => headers[name] ?? null, text: "{}" }));

describe("a request that is refused again and again", () => {
  it("pauses before each attempt, and has a last one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        async (answers, requests) => {
          for (const times of await sent(answers, requests)) {
            const pauses = times.slice(1).map((time, i) => time - (times[i] ?? 0));
            for (const pause of pauses)
              expect(pause).to.be.within(leastPauseMs, maxElapsedForQuotaMs + longestWindowMs);
            const [first = 0, last = 0] = [times[0], times.at(-1)];
            expect(last - first).to.be.at.most(2 * maxElapsedForQuotaMs + longestWindowMs);
          }
        },
      ),
    );
  }).timeout(60_000);

  it("is sent no more often than a growing pause allows where it is told not to wait", async () => {
    const header = (name: string): string | null => (name === "retry-after" ? "0" : null);
    const [times = []] = await sent([{ status: 429, header, text: "{}" }], 1);
    expect(times.length).to.be.within(2, 100);
  });
});
