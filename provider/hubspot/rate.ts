/**
 * How fast requests may leave: a sliding window over the portal's own quota, so that a burst up to the quota goes out
 * at once and the window is never overdrawn. Quotas: HubSpot's "API usage guidelines".
 */
import * as E from "fp-ts/Either";
import type { Runtime } from "../runtime";
import type { Reply, Send } from "./send";

/** The requests of the last window, by the moment they left, and what may be sent in one. */
export interface Window {
  readonly sent: ReadonlyArray<number>;
  readonly max: number;
  readonly intervalMs: number;
  /** Nobody sends before this moment. */
  readonly pausedUntil: number;
}

/** 100 in 10 s is the smallest quota of any HubSpot plan; the portal's headers correct it at the first answer. */
export const initialWindow: Window = { sent: [], max: 100, intervalMs: 10_000, pausedUntil: 0 };

/** A twentieth stays for other processes on the same portal. */
const share = 0.95;

/** Lets one request go (0 ms), or says how long to wait before asking again. */
export const admit = (
  window: Window,
  ceiling: number,
  now: number,
): { readonly window: Window; readonly waitMs: number } => {
  const sent = window.sent.filter((moment) => moment > now - window.intervalMs);
  const room = Math.max(1, Math.floor(Math.min(window.max * share, (ceiling * window.intervalMs) / 10_000)));
  const paused = window.pausedUntil - now;
  if (paused > 0) return { window: { ...window, sent }, waitMs: paused };
  if (sent.length < room) return { window: { ...window, sent: [...sent, now] }, waitMs: 0 };
  const oldest = sent[sent.length - room] ?? now;
  return { window: { ...window, sent }, waitMs: Math.max(1, oldest + window.intervalMs - now) };
};

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

/** One limiter for a portal: every request of the process passes through it. */
export const limited = (runtime: Runtime, ceiling: number): ((send: Send) => Send) => {
  let window = initialWindow;
  const enter = async (): Promise<void> => {
    for (;;) {
      const next = admit(window, ceiling, runtime.now());
      window = next.window;
      if (next.waitMs === 0) return;
      await runtime.sleep(next.waitMs)();
    }
  };
  return (send) => (request) => async () => {
    await enter();
    const result = await send(request)();
    if (E.isRight(result)) window = learn(window, result.right, runtime.now());
    return result;
  };
};
