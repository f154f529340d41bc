/** What HubSpot sees of a request, what it works with, and what comes of it. */
import type { Plan } from "./model";
import type { Quota } from "./rate";
import type { Reply } from "./reply";

/** What a request is sent to: the part before the question mark, and the one behind it. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A target is split by hand, for `URL` takes what follows two slashes for the name of a host. */
export const addressOf = (target: string): Address => {
  const [path = "", ...query] = target.split("?");
  return { path, query: new URLSearchParams(query.join("?")) };
};

/** A request, as far as HubSpot looks at it. */
export interface HubSpotRequest extends Address {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** What answering needs besides the store. */
export interface Surroundings {
  /** Milliseconds, from any point in time. */
  readonly clock: () => number;
  readonly quota: (plan: Plan, issuedByOAuth: boolean) => Quota;
  /** How long an access token from OAuth truly lives. @default as long as its answer says */
  readonly accessTokenMilliseconds: number | undefined;
}

export interface Answered {
  readonly reply: Reply;
  /** Absent where the credentials belong to no portal. */
  readonly portalId?: number;
}
