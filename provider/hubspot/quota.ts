/** What the portal's answers say of its quota, and the last of them. Headers: HubSpot's "API usage guidelines". */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Reply, Send } from "./send";

/** Requests within a window and within a day. OAuth has no quota of the day; whatever no header says is absent. */
export interface Quota {
  readonly max?: number;
  readonly remaining?: number;
  readonly intervalMs?: number;
  readonly daily?: number;
  readonly dailyRemaining?: number;
}

const headers: Readonly<Record<keyof Quota, string>> = {
  max: "x-hubspot-ratelimit-max",
  remaining: "x-hubspot-ratelimit-remaining",
  intervalMs: "x-hubspot-ratelimit-interval-milliseconds",
  daily: "x-hubspot-ratelimit-daily",
  dailyRemaining: "x-hubspot-ratelimit-daily-remaining",
};

/** A header's number; one that is longer is no number of requests or milliseconds. */
const wholeNumber = /^\d{1,15}$/;

/** The quota as one reply's headers tell it. */
export const quotaOf = ({ header }: Pick<Reply, "header">): Quota =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([key, name]) => {
      const text = header(name);
      return text !== null && wholeNumber.test(text) ? [[key, Number(text)]] : [];
    }),
  );

export interface Meter {
  readonly metered: (send: Send) => Send;
  /** What the last answer said that said anything. */
  readonly latest: () => O.Option<Quota>;
}

export const meter = (): Meter => {
  let latest: O.Option<Quota> = O.none;
  return {
    metered: (send) => (request) => async () => {
      const result = await send(request)();
      const quota = E.isRight(result) ? quotaOf(result.right) : {};
      if (Object.keys(quota).length > 0) latest = O.some(quota);
      return result;
    },
    latest: () => latest,
  };
};
