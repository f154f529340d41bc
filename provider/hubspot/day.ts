/**
 * The portal's day: its quota of API calls comes back at midnight of the portal's time zone (HubSpot's "API usage
 * guidelines"). Once it is spent, no request leaves any more: each would be refused, and is counted by nobody's wish.
 */
import * as E from "fp-ts/Either";
import type { Account } from "./codecs";
import { isDailyQuotaSpent } from "./classify";
import type { Reply, Send } from "./send";

const dayMs = 86_400_000;

/** When the day ends that `now` is in, for a zone that is so far ahead of UTC. */
export const endOfDay = (now: Date, utcOffsetMs: number): Date =>
  new Date((Math.floor((now.getTime() + utcOffsetMs) / dayMs) + 1) * dayMs - utcOffsetMs);

export interface Day {
  /** Takes the portal's time zone from its account details. */
  readonly learn: (account: Account) => void;
  /** When today ends on the portal, where its time zone is known. */
  readonly end: () => Date | undefined;
}

export const day = (date: () => Date): Day => {
  let utcOffsetMs: number | undefined;
  return {
    learn: ({ utcOffsetMilliseconds }) => {
      utcOffsetMs = utcOffsetMilliseconds;
    },
    end: () => (utcOffsetMs === undefined ? undefined : endOfDay(date(), utcOffsetMs)),
  };
};

/** The first "spent for today" answers all requests after it, those that were waiting for their turn included. */
export const spentForToday = (): ((send: Send) => Send) => {
  let spent: Reply | undefined;
  return (send) => (request) => async () => {
    if (spent !== undefined) return E.right(spent);
    const result = await send(request)();
    if (E.isRight(result) && isDailyQuotaSpent(result.right)) spent = result.right;
    return result;
  };
};
