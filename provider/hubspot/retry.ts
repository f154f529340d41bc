/**
 * When to send a request again. The decision is a pure function, the loop around it has no opinion. Every call here
 * states the wanted value, so that sending it twice is safe.
 */
import * as E from "fp-ts/Either";
import type { Runtime } from "../runtime";
import type { HubSpotError } from "./error";
import type { Send } from "./send";

export type RetryDecision = { readonly _tag: "After"; readonly ms: number } | { readonly _tag: "Stop" };

const stop: RetryDecision = { _tag: "Stop" };

/** No attempt begins later than this after the first, waits for the quota included. */
export const maxElapsedMs = 60_000;
const maxAttempts = 6;
const firstBoundMs = 1_000;
const lastBoundMs = 10_000;
/** HubSpot's "Error handling" page: wait at least two seconds on a 423. */
const lockedDelayMs = 2_000;
/** Nobody there is seldom cured by waiting: a second look, not a minute. */
const unreachableAttempts = 2;
/** 522 and what is not listed here are not worth another try. */
const temporary = new Set([423, 477, 500, 502, 503, 504, 521, 523, 524]);

/**
 * Whether to try again after `attempt` tries (from 1) that took `elapsedMs` so far.
 * The delay has full jitter: a random part of a bound that doubles each time.
 */
export const retryDecision = (
  error: HubSpotError,
  attempt: number,
  elapsedMs: number,
  random: number,
): RetryDecision => {
  const jittered = random * Math.min(lastBoundMs, firstBoundMs * 2 ** (attempt - 1));
  const after = (ms: number): RetryDecision =>
    attempt >= maxAttempts || elapsedMs + ms > maxElapsedMs ? stop : { _tag: "After", ms };
  switch (error._tag) {
    case "RateLimited":
      return after(error.retryAfterMs ?? jittered);
    case "Unavailable":
      if (!temporary.has(error.status)) return stop;
      return after(error.retryAfterMs ?? (error.status === 423 ? lockedDelayMs + jittered : jittered));
    case "Unanswered":
      return after(jittered);
    case "Unreachable":
      return attempt >= unreachableAttempts ? stop : after(jittered);
    case "Unauthorized":
    case "MissingScopes":
    case "UnknownObjectType":
    case "Refused":
    case "DailyQuotaSpent":
    case "Unreadable":
      return stop;
  }
};

/** Waits longer than this are told to the user. */
const worthSayingMs = 5_000;

export const retried =
  (runtime: Runtime) =>
  (send: Send): Send =>
  (request) =>
  async () => {
    const start = runtime.now();
    let mayHaveTakenEffect = false;
    for (let attempt = 1; ; attempt++) {
      const result = await send(request)();
      if (E.isRight(result)) return result;
      mayHaveTakenEffect ||= result.left.mayHaveTakenEffect;
      const decision = retryDecision(result.left, attempt, runtime.now() - start, runtime.random());
      if (decision._tag === "Stop") return E.left({ ...result.left, mayHaveTakenEffect });
      if (decision.ms > worthSayingMs) {
        const seconds = Math.ceil(decision.ms / 1000);
        await runtime.warn(
          `HubSpot asks for patience (${result.left._tag}): ${request.call.doing} goes on in ${seconds} s`,
        )();
      }
      await runtime.sleep(decision.ms)();
    }
  };
