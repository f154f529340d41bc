/** The quotas of a portal: a real sliding window and a day, by plan, of which others may take their part. Pure. */
import type { Plan } from "./model";

/** How HubSpot names a window's quota in `policyName`. */
export type WindowPolicy = "TEN_SECONDLY_ROLLING" | "SECONDLY";

/** How many requests may be made. */
export interface Quota {
  readonly policy: WindowPolicy;
  /** Requests within any `windowMilliseconds`. */
  readonly max: number;
  readonly windowMilliseconds: number;
  /** How many of `max` others take, evenly spread. */
  readonly othersPerWindow: number;
  /** Requests a day; null where there is no such quota. */
  readonly daily: number | null;
}

/** What a test may say of the quotas. */
export interface QuotaOptions {
  /** Which quota the window is. @default TEN_SECONDLY_ROLLING */
  readonly policy?: WindowPolicy;
  /** @default 10,000; 1,000 for `SECONDLY` */
  readonly windowMilliseconds?: number;
  /** @default what the portal's plan gives, 110 for tokens issued by OAuth; a tenth of it for `SECONDLY` */
  readonly max?: number;
  /**
   * How many requests in each window another integration makes with the same quota. They begin with the portal's first
   * request, come at even distances, and are never refused themselves. The daily quota pays for them, too. @default 0
   */
  readonly othersPerWindow?: number;
}

/** @see https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines */
const plans: Readonly<Record<Plan, { readonly max: number; readonly daily: number }>> = {
  free: { max: 100, daily: 250_000 },
  professional: { max: 190, daily: 625_000 },
  enterprise: { max: 190, daily: 1_000_000 },
};

/** For each OAuth app and account, whatever the plan; the same page. */
const oauthMax = 110;

/** The quota of a portal's own tokens, or of those that OAuth issued for it. */
export const quotaOf = (
  plan: Plan,
  issuedByOAuth: boolean,
  { policy = "TEN_SECONDLY_ROLLING", ...given }: QuotaOptions = {},
  dailyQuota?: number,
): Quota => {
  const perTenSeconds = issuedByOAuth ? oauthMax : plans[plan].max;
  const usual =
    policy === "SECONDLY"
      ? { max: Math.floor(perTenSeconds / 10), windowMilliseconds: 1_000 }
      : { max: perTenSeconds, windowMilliseconds: 10_000 };
  const daily = issuedByOAuth ? null : (dailyQuota ?? plans[plan].daily);
  return { policy, othersPerWindow: 0, ...usual, ...given, daily };
};

const dayMilliseconds = 86_400_000;

/** What was taken from a quota so far. */
export interface Usage {
  /** When the first request came; others begin then. Null before. */
  readonly since: number | null;
  /** When, in milliseconds, the requests that still count were let through. */
  readonly admittedAt: ReadonlyArray<number>;
  /** A day by its number, and how many requests were let through on it. */
  readonly day: number;
  readonly today: number;
}

export const noUsage: Usage = { since: null, admittedAt: [], day: 0, today: 0 };

export interface Admission {
  /** Null where the request was let through. */
  readonly refusedBy: WindowPolicy | "DAILY" | null;
  readonly usage: Usage;
  readonly headers: Readonly<Record<string, string>>;
}

/** Lets a request through, or not. A refused one does not count. */
export const admit = (usage: Usage, now: number, quota: Quota): Admission => {
  const { policy, max, windowMilliseconds, othersPerWindow, daily } = quota;
  const since = usage.since ?? now;
  const othersUntil = (time: number): number =>
    Math.max(0, Math.floor(((time - since) * othersPerWindow) / windowMilliseconds));
  const day = Math.floor(now / dayMilliseconds);
  const today = day === usage.day ? usage.today : 0;
  const admittedAt = usage.admittedAt.filter((at) => at > now - windowMilliseconds);
  const left = max - admittedAt.length - (othersUntil(now) - othersUntil(now - windowMilliseconds));
  const leftToday = daily === null ? Infinity : daily - today - (othersUntil(now) - othersUntil(day * dayMilliseconds));
  const refusedBy = leftToday <= 0 ? "DAILY" : left <= 0 ? policy : null;
  const taken = refusedBy === null ? [now] : [];
  const headers = {
    "X-HubSpot-RateLimit-Max": String(max),
    "X-HubSpot-RateLimit-Remaining": String(Math.max(0, left - taken.length)),
    "X-HubSpot-RateLimit-Interval-Milliseconds": String(windowMilliseconds),
    ...(daily !== null && {
      "X-HubSpot-RateLimit-Daily": String(daily),
      "X-HubSpot-RateLimit-Daily-Remaining": String(Math.max(0, leftToday - taken.length)),
    }),
  };
  return {
    refusedBy,
    headers,
    usage: { since, admittedAt: [...admittedAt, ...taken], day, today: today + taken.length },
  };
};
