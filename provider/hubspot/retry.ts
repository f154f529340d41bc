/**
 * When to send a request again. The decision is a pure function, the loop around it has no opinion. Every call here
 * states the wanted value, so that sending it twice is safe.
 */
import * as E from "fp-ts/Either";
import type { Runtime } from "../runtime";
import type { HubSpotError } from "./error";
import { happened } from "./error";
import type { Send } from "./send";

export type RetryDecision = { readonly _tag: "After"; readonly ms: number } | { readonly _tag: "Stop" };

const stop: RetryDecision = { _tag: "Stop" };

/** No attempt begins later than this after the first failure, waits for the quota included. */
export const maxElapsedMs = 60_000;
/** A quota that others spend comes back within seconds, again and again: patience is cheap, and the limiter adapts. */
export const maxElapsedForQuotaMs = 300_000;
/** No attempt follows another sooner, whatever an answer or chance says. */
export const leastPauseMs = 250;
const maxAttempts = 6;
const firstBoundMs = 1_000;
const lastBoundMs = 10_000;
/** HubSpot's "Error handling" page: wait at least two seconds on a 423. */
const lockedDelayMs = 2_000;
/** Nobody there is seldom cured by waiting: a second look, not a minute. */
const unreachableAttempts = 2;
/** 522, 525, 526 and what is not listed here are not worth another try. */
const temporary = new Set([423, 477, 500, 502, 503, 504, 521, 523, 524]);

/**
 * Whether to try again after `attempt` tries (from 1), `elapsedMs` after the first of them failed.
 * The delay is what HubSpot asks for, else it has full jitter: a random part of a bound that doubles each time. It is
 * never shorter than {@link leastPauseMs}.
 */
export const retryDecision = (
  error: HubSpotError,
  attempt: number,
  elapsedMs: number,
  random: number,
): RetryDecision => {
  const jittered = random * Math.min(lastBoundMs, firstBoundMs * 2 ** (attempt - 1));
  const after = (wished: number, attempts: number, bound = maxElapsedMs): RetryDecision => {
    const ms = Math.max(leastPauseMs, wished);
    return attempt >= attempts || elapsedMs + ms > bound ? stop : { _tag: "After", ms };
  };
  switch (error._tag) {
    case "RateLimited":
      return after(error.retryAfterMs ?? jittered, Infinity, maxElapsedForQuotaMs);
    case "Unavailable":
      if (!temporary.has(error.status)) return stop;
      return after(error.retryAfterMs ?? (error.status === 423 ? lockedDelayMs + jittered : jittered), maxAttempts);
    case "Unanswered":
      return after(jittered, maxAttempts);
    case "Unreachable":
      if (error.because === "noTrust") return stop;
      return after(jittered, error.because === "noNames" ? maxAttempts : unreachableAttempts);
    case "NotGranted":
    case "Unauthorized":
    case "MissingScopes":
    case "UnknownObjectType":
    case "Refused":
    case "DailyQuotaSpent":
    case "Unreadable":
      return stop;
  }
};

/** Waits longer than this are told to the user, each reason once. */
export const worthSayingMs = 5_000;

export const retried = (runtime: Runtime): ((send: Send) => Send) => {
  const said = new Set<string>();
  const say = async (error: HubSpotError, ms: number): Promise<void> => {
    const reason = happened(error);
    if (ms <= worthSayingMs || said.has(reason)) return;
    said.add(reason);
    await runtime.warn(`${reason}: ${error.call.doing} goes on in ${Math.ceil(ms / 1000)} s`)();
  };
  return (send) => (request) => async () => {
    let firstFailure: number | undefined;
    let mayHaveTakenEffect = false;
    for (let attempt = 1; ; attempt++) {
      const result = await send({ ...request, attempt })();
      if (E.isRight(result)) return result;
      firstFailure ??= runtime.now();
      mayHaveTakenEffect ||= result.left.mayHaveTakenEffect;
      const decision = retryDecision(result.left, attempt, runtime.now() - firstFailure, runtime.random());
      if (decision._tag === "Stop") return E.left({ ...result.left, mayHaveTakenEffect });
      await say(result.left, decision.ms);
      await runtime.sleep(decision.ms)();
    }
  };
};
