/**
 * The portal's day: its quota of API calls comes back at midnight of the portal's time zone (HubSpot's "API usage
 * guidelines").
 */
import type { Account } from "./codecs";

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
