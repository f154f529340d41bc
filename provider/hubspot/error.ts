/** Everything that can go wrong between a call and its answer: a closed union, one constructor each, one renderer. */
import type { Origin } from "../credentials";
import { showOrigin } from "../credentials";
import type { Key } from "../source";
import { settingName } from "../source";

/** What was attempted, for messages. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** Such as `reading all limits`. */
  readonly doing: string;
}

interface Common {
  readonly call: Call;
  /** HubSpot's own words, if it said anything. */
  readonly message?: string;
  /** What HubSpot's support asks for. */
  readonly correlationId?: string;
  /** Whether the request may have taken effect in spite of the error, in this attempt or one before. */
  readonly mayHaveTakenEffect: boolean;
}

/** Why a request never went out. */
export type UnreachableBecause =
  /** The host's name does not exist. */
  | "noSuchHost"
  /** Names cannot be looked up for now. */
  | "noNames"
  /** Nobody listens, or there is no route. */
  | "nobodyThere"
  /** The other side speaks no TLS, or its certificate is not to be trusted. */
  | "noTrust";

export type HubSpotError =
  /** OAuth gives no access token for these credentials. */
  | (Common & { readonly _tag: "NotGranted"; readonly status: number })
  /** 401: the token is unknown, expired or revoked. */
  | (Common & { readonly _tag: "Unauthorized"; readonly category?: string })
  /** 403: the token lacks scopes. */
  | (Common & { readonly _tag: "MissingScopes"; readonly scopes: ReadonlyArray<string> })
  /** 400: the portal has no such object type. */
  | (Common & { readonly _tag: "UnknownObjectType" })
  /** Any other answer that says no. */
  | (Common & { readonly _tag: "Refused"; readonly status: number; readonly category?: string })
  /** 429 of the day: waiting does not help. */
  | (Common & {
      readonly _tag: "DailyQuotaSpent";
      /** When the portal's day ends, where its time zone is known. */
      readonly until?: Date;
    })
  /** 429 of seconds: waiting helps. */
  | (Common & { readonly _tag: "RateLimited"; readonly policy: string; readonly retryAfterMs?: number })
  /** 423, 477, 5xx: the portal cannot answer now. */
  | (Common & { readonly _tag: "Unavailable"; readonly status: number; readonly retryAfterMs?: number })
  /** The request went out, no whole answer came back: reset, or out of time. */
  | (Common & { readonly _tag: "Unanswered"; readonly why: string })
  /** The request never went out: no such host, nobody listens, no valid certificate. */
  | (Common & { readonly _tag: "Unreachable"; readonly because: UnreachableBecause; readonly why: string })
  /** An answer that is not HubSpot's: HTML, broken JSON, JSON of another shape. */
  | (Common & { readonly _tag: "Unreadable"; readonly status: number; readonly problem: string });

/** Whether the portal itself said that this cannot work, so that trying again later does not help either. */
export const isDefinite = (error: HubSpotError): boolean => {
  switch (error._tag) {
    case "NotGranted":
    case "Unauthorized":
    case "MissingScopes":
    case "UnknownObjectType":
    case "Refused":
    case "Unreadable":
      return true;
    case "DailyQuotaSpent":
    case "RateLimited":
    case "Unavailable":
    case "Unanswered":
    case "Unreachable":
      return false;
  }
};

const scopeList = (scopes: ReadonlyArray<string>): string =>
  scopes.length === 0
    ? "scopes that it does not have"
    : `${scopes.length === 1 ? "the scope" : "one of the scopes"} ${scopes.join(", ")}`;

const unreachable: Readonly<Record<UnreachableBecause, string>> = {
  noSuchHost: "there is no host of that name",
  noNames: "host names cannot be looked up",
  nobodyThere: "nobody answers there",
  noTrust: "the connection would not be safe",
};

/** What happened, without what was tried and what to do. */
export const happened = (error: HubSpotError): string => {
  switch (error._tag) {
    case "NotGranted":
      return `HubSpot gives no access token for the OAuth credentials (${error.status})`;
    case "Unauthorized":
      return "HubSpot does not accept the access token (401)";
    case "MissingScopes":
      return `the access token needs ${scopeList(error.scopes)} (403)`;
    case "UnknownObjectType":
      return "the portal has no such object type (400)";
    case "Refused":
      return `HubSpot refused (${error.status})${error.message === undefined ? " and gave no reason" : ""}`;
    case "DailyQuotaSpent":
      return "the portal's daily quota of API calls is spent (429)";
    case "RateLimited":
      return `the portal's quota stayed spent (429 ${error.policy})`;
    case "Unavailable":
      return `HubSpot is not available (${error.status})`;
    case "Unanswered":
      return `no answer, because ${error.why}`;
    case "Unreachable":
      return `the portal cannot be reached, ${unreachable[error.because]} (${error.why})`;
    case "Unreadable":
      return `the answer (${error.status}) is not HubSpot's, because ${error.problem}`;
  }
};

/** What a setting is called where the token comes from; a program's are the stack configuration's. */
const settingIn = (origin: Origin | undefined, key: Key): string =>
  settingName(origin?.source ?? { _tag: "StackConfiguration" }, key);

const wayOut = (error: HubSpotError, origin: Origin | undefined): string => {
  const token = origin === undefined ? "" : ` in ${showOrigin(origin)}`;
  switch (error._tag) {
    case "NotGranted":
      return `give the client id, the client secret and the refresh token of an app that is installed in the portal${token}`;
    case "Unauthorized":
      return `give a valid token${token}`;
    case "MissingScopes":
      return `add the scope to the service key or app in HubSpot, and give the token it then shows${token}`;
    case "UnknownObjectType":
      return "correct the object type, or create the custom object first";
    case "Refused":
      return refusalWayOut(error.status, error.message !== undefined, origin);
    case "DailyQuotaSpent":
      return error.until === undefined
        ? "run again after midnight of the portal's time zone"
        : `run again after midnight of the portal's time zone, ${error.until.toISOString().slice(0, 16)}Z`;
    case "RateLimited":
      return `run again later, or set ${settingIn(origin, "requestsPerTenSeconds")} to leave room for other integrations`;
    case "Unavailable":
      return "run again later";
    case "Unanswered":
      return "run again";
    case "Unreachable":
      return error.because === "noTrust"
        ? `check ${settingIn(origin, "baseUrl")}, and any proxy or certificate in between`
        : `check the network and ${settingIn(origin, "baseUrl")}, then run again`;
    case "Unreadable":
      return `check ${settingIn(origin, "baseUrl")} and any proxy in between`;
  }
};

/** 437 is a pair with fifty labels. A path that HubSpot does not have is most likely not HubSpot's address; a 403 is about the token. */
const refusalWayOut = (status: number, hasReason: boolean, origin: Origin | undefined): string => {
  if (status === 437) return "delete a label that nobody needs, then run again";
  if (status === 404) return `check ${settingIn(origin, "baseUrl")} and ${settingIn(origin, "apiVersion")}`;
  if (hasReason) return "correct what HubSpot names, then run again";
  return status === 403 ? "check what the token may do" : "run again later";
};

/** A command that runs no program has no other configured token than the last one that did. */
const withoutProgram =
  "refresh and destroy use the token of the last pulumi up, unless they are run with --run-program";

/**
 * One line: what was tried, what happened, what HubSpot said, what to do.
 * @param origin where the access token comes from, where that is known
 */
export const renderHubSpotError = (error: HubSpotError, origin?: Origin): string => {
  const aboutToken = ["Unauthorized", "MissingScopes", "NotGranted"].includes(error._tag);
  return [
    `${error.call.doing}: ${happened(error)}`,
    ...(error.message === undefined ? [] : [`HubSpot says: ${error.message.replace(/\.$/, "")}`]),
    wayOut(error, origin),
    ...(aboutToken && origin !== undefined && origin.source._tag !== "Environment" ? [withoutProgram] : []),
    ...(error.correlationId === undefined ? [] : [`correlationId ${error.correlationId}`]),
  ].join("; ");
};
