/**
 * How fast requests may leave: a sliding window over the portal's own quota, so that a burst up to the quota goes out
 * at once and the window is never overdrawn. Quotas: HubSpot's "API usage guidelines".
 */
import * as E from "fp-ts/Either";
import { queue } from "../once";
import type { Runtime } from "../runtime";
import type { Reply, Send } from "./send";

/** The requests that count against the quota, and what may be sent in one window. */
export interface Window {
  /** Requests without an answer yet: whenever HubSpot counts one, it is not before it left and not after it answered. */
  readonly underWay: number;
  /** When the others were answered. */
  readonly answered: ReadonlyArray<number>;
  readonly max: number;
  readonly intervalMs: number;
  /** Nobody sends before this moment. */
  readonly pausedUntil: number;
}

/** 100 in 10 s is the smallest quota of any HubSpot plan; the portal's headers correct it at the first answer. */
export const initialWindow: Window = { underWay: 0, answered: [], max: 100, intervalMs: 10_000, pausedUntil: 0 };

/** A twentieth stays for other processes on the same portal. */
const share = 0.95;

/** Lets one request go (0 ms), or says how long to wait before asking again. */
export const admit = (
  window: Window,
  ceiling: number,
  now: number,
): { readonly window: Window; readonly waitMs: number } => {
  const { underWay, intervalMs, pausedUntil } = window;
  const answered = window.answered.filter((moment) => moment > now - intervalMs);
  const room = Math.max(1, Math.floor(Math.min(window.max * share, (ceiling * intervalMs) / 10_000)));
  const tooMany = underWay + answered.length - room;
  if (pausedUntil > now) return { window: { ...window, answered }, waitMs: pausedUntil - now };
  if (tooMany < 0) return { window: { ...window, answered, underWay: underWay + 1 }, waitMs: 0 };
  // A request that is still under way counts for a whole window from its answer on.
  const leaves = (answered[tooMany] ?? now) + intervalMs;
  return { window: { ...window, answered }, waitMs: Math.max(1, leaves - now) };
};

/** One request got its answer, or never will. */
export const release = (window: Window, now: number): Window => ({
  ...window,
  underWay: window.underWay - 1,
  answered: [...window.answered, now],
});

const wholeNumber = (text: string | null): number | undefined =>
  text !== null && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : undefined;

/** Follows what the portal says of its quota; a 429 pauses everybody for a tenth of the window. */
export const learn = (window: Window, reply: Pick<Reply, "status" | "header">, now: number): Window => {
  const intervalMs = wholeNumber(reply.header("x-hubspot-ratelimit-interval-milliseconds")) ?? window.intervalMs;
  return {
    ...window,
    max: wholeNumber(reply.header("x-hubspot-ratelimit-max")) ?? window.max,
    intervalMs,
    pausedUntil: reply.status === 429 ? Math.max(window.pausedUntil, now + intervalMs / 10) : window.pausedUntil,
  };
};

/** One limiter for a portal: every request of the process passes through it, in the order they come. */
export const limited = (runtime: Runtime, ceiling: number): ((send: Send) => Send) => {
  let window = initialWindow;
  const inTurn = queue();
  const enter = async (): Promise<void> => {
    for (;;) {
      const next = admit(window, ceiling, runtime.now());
      window = next.window;
      if (next.waitMs === 0) return;
      await runtime.sleep(next.waitMs)();
    }
  };
  return (send) => (request) => async () => {
    await inTurn("", enter)();
    const result = await send(request)();
    window = release(window, runtime.now());
    if (E.isRight(result)) window = learn(window, result.right, runtime.now());
    return result;
  };
};
