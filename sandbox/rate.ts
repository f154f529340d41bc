/** The quota of a portal: a real sliding window, by plan. Pure. */
import type { Plan } from "./model";

/** How many requests a portal may make. */
export interface Quota {
  /** Requests within any `windowMilliseconds`. */
  readonly max: number;
  readonly windowMilliseconds: number;
  /** Requests a day; shown in the headers, not enforced. */
  readonly daily: number;
}

/** @see https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines */
export const quotas: Readonly<Record<Plan, Quota>> = {
  free: { max: 100, windowMilliseconds: 10_000, daily: 250_000 },
  professional: { max: 190, windowMilliseconds: 10_000, daily: 625_000 },
  enterprise: { max: 190, windowMilliseconds: 10_000, daily: 1_000_000 },
};

/** The requests of a portal that were let through. */
export interface RateWindow {
  /** When, in milliseconds, those were that still count. */
  readonly admittedAt: ReadonlyArray<number>;
  /** How many there were since the start. */
  readonly total: number;
}

export const emptyWindow: RateWindow = { admittedAt: [], total: 0 };

export interface Admission {
  readonly admitted: boolean;
  readonly window: RateWindow;
  readonly headers: Readonly<Record<string, string>>;
}

/** Lets a request through, or not. A refused one does not count. */
export const admit = (window: RateWindow, now: number, quota: Quota): Admission => {
  const counting = window.admittedAt.filter((at) => at > now - quota.windowMilliseconds);
  const admitted = counting.length < quota.max;
  const next = admitted
    ? { admittedAt: [...counting, now], total: window.total + 1 }
    : { admittedAt: counting, total: window.total };
  const headers = {
    "X-HubSpot-RateLimit-Max": String(quota.max),
    "X-HubSpot-RateLimit-Remaining": String(quota.max - next.admittedAt.length),
    "X-HubSpot-RateLimit-Interval-Milliseconds": String(quota.windowMilliseconds),
    "X-HubSpot-RateLimit-Daily": String(quota.daily),
    "X-HubSpot-RateLimit-Daily-Remaining": String(Math.max(0, quota.daily - next.total)),
  };
  return { admitted, window: next, headers };
};
