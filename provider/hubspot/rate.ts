/**
 * How fast requests may leave: a sliding window over the portal's own quota, so that a burst up to the quota goes out
 * at once and the window is never overdrawn. Quotas: HubSpot's "API usage guidelines".
 */
import * as E from "fp-ts/Either";
import { queue } from "../once";
import type { Runtime } from "../runtime";
import { retryAfter } from "./classify";
import { quotaOf } from "./quota";
import { leastPauseMs, worthSayingMs } from "./retry";
import type { Reply, Send } from "./send";
import { spentForMs } from "./spent";

/** The requests that count against the quota, and what may be sent in one window. */
export interface Window {
  /** Requests without an answer yet: whenever HubSpot counts one, it is not before it left and not after it answered. */
  readonly underWay: number;
  /** When the others were answered, kept for as long as an answer on its way may still have counted them. */
  readonly answered: ReadonlyArray<number>;
  readonly max: number;
  readonly intervalMs: number;
  /** How many requests of others the portal counted beside ours, at the least, by its answers of the last window. */
  readonly others: ReadonlyArray<{ readonly at: number; readonly count: number }>;
  /** Nobody sends before this moment. */
  readonly pausedUntil: number;
}

/** 100 in 10 s is the smallest quota of any HubSpot plan; the portal's headers correct it at the first answer. */
export const initialWindow: Window = {
  underWay: 0,
  answered: [],
  max: 100,
  intervalMs: 10_000,
  others: [],
  pausedUntil: 0,
};

/** HubSpot's windows last a second or ten. Whatever a header says beyond this is taken for this: a wait has an end. */
const longestIntervalMs = 60_000;

/** A twentieth stays for other processes on the same portal. */
const share = 0.95;

/** What others take of the quota. They go on as before, although an answer amid a burst of ours cannot tell. */
const takenByOthers = ({ others }: Window): number => others.reduce((most, { count }) => Math.max(most, count), 0);

/** How many of ours may count at once. One always may, else nothing would ever be learnt. */
const roomFor = (window: Window, ceiling: number): number => {
  const { max, intervalMs } = window;
  return Math.max(1, Math.floor(Math.min(max * share - takenByOthers(window), (ceiling * intervalMs) / 10_000)));
};

/** Lets one request go (0 ms), or says how long to wait before asking again. */
export const admit = (
  window: Window,
  ceiling: number,
  now: number,
): { readonly window: Window; readonly waitMs: number } => {
  const { underWay, intervalMs, pausedUntil } = window;
  const answered = window.answered.filter((moment) => moment > now - intervalMs);
  const tooMany = underWay + answered.length - roomFor(window, ceiling);
  if (pausedUntil > now) return { window, waitMs: pausedUntil - now };
  if (tooMany < 0) return { window: { ...window, underWay: underWay + 1 }, waitMs: 0 };
  // A request that is still under way counts for a whole window from its answer on.
  const leaves = (answered[tooMany] ?? now) + intervalMs;
  return { window, waitMs: Math.max(1, leaves - now) };
};

/** One request got its answer, or never will; one that was refused for the quota takes nothing from it. */
export const release = (window: Window, now: number, refused = false): Window => ({
  ...window,
  underWay: window.underWay - 1,
  answered: [...window.answered.filter((moment) => moment > now - 2 * window.intervalMs), ...(refused ? [] : [now])],
});

/**
 * Follows what the portal says of its quota. What is gone and cannot be ours was spent by others, and they will go on;
 * a 429 pauses everybody, as long as HubSpot says, else for a tenth of the window and a least pause, unless waiting does
 * not help.
 *
 * @param left when the request left: whatever of ours the portal had counted at its answer is younger than a window then
 */
export const learn = (window: Window, reply: Reply, left: number, now: number, date: Date): Window => {
  const said = quotaOf(reply);
  const intervalMs = Math.min(said.intervalMs || window.intervalMs, longestIntervalMs);
  const max = said.max || window.max;
  const { remaining } = said;
  const atMostOurs = window.underWay + window.answered.filter((moment) => moment > left - intervalMs).length;
  // An answer that took longer than a window tells of requests that are no longer known here.
  const tells = remaining !== undefined && now - left <= intervalMs;
  const pauseMs = retryAfter(reply.header("retry-after"), date) ?? Math.max(leastPauseMs, intervalMs / 10);
  const pauses = reply.status === 429 && spentForMs(reply, date) === undefined;
  return {
    ...window,
    max,
    intervalMs,
    others: [
      ...window.others.filter(({ at }) => at > now - intervalMs),
      ...(tells && max - remaining > atMostOurs ? [{ at: now, count: max - remaining - atMostOurs }] : []),
    ],
    pausedUntil: pauses ? Math.max(window.pausedUntil, now + pauseMs) : window.pausedUntil,
  };
};

/** Why nobody may send for a while, for the user. */
const reason = (window: Window, ceiling: number, now: number): string => {
  const { max, intervalMs, pausedUntil } = window;
  const [seconds, others] = [intervalMs / 1000, takenByOthers(window)];
  if (pausedUntil > now) return "the portal's quota is spent, and HubSpot asks for a pause";
  if ((ceiling * intervalMs) / 10_000 < max * share - others)
    return `hubspot:requestsPerTenSeconds allows ${ceiling} requests in 10 s`;
  const taken = others === 0 ? "" : `, of which others take some ${others}`;
  return `the portal's quota is ${max} requests in ${seconds} s${taken}`;
};

/** One limiter for a portal: every request of the process passes through it, in the order they come. */
export const limited = (runtime: Runtime, ceiling: number): ((send: Send) => Send) => {
  let window = initialWindow;
  let said = false;
  const inTurn = queue();
  const say = async (waitMs: number): Promise<void> => {
    if (said || waitMs <= worthSayingMs) return;
    said = true;
    const why = reason(window, ceiling, runtime.now());
    await runtime.warn(`${why}: the next request leaves in ${Math.ceil(waitMs / 1000)} s, and the rest at that pace`)();
  };
  const enter = async (): Promise<void> => {
    for (;;) {
      const next = admit(window, ceiling, runtime.now());
      window = next.window;
      if (next.waitMs === 0) return;
      await say(next.waitMs);
      await runtime.sleep(next.waitMs)();
    }
  };
  return (send) => (request) => async () => {
    await inTurn("", enter)();
    const left = runtime.now();
    const result = await send(request)();
    window = release(window, runtime.now(), E.isRight(result) && result.right.status === 429);
    if (E.isRight(result)) window = learn(window, result.right, left, runtime.now(), runtime.date());
    return result;
  };
};
