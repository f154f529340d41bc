/** Calls that failed, as results; and why nothing is known of what depends on them. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Origin } from "../../provider/credentials";
import type { HubSpotError } from "../../provider/hubspot/error";
import { happened, wayOut } from "../../provider/hubspot/error";
import { environmentName } from "../../provider/source";
import type { Facts } from "./facts";

export const aSettingIsWrong = "a setting is wrong";
export const noToken = "there is no token";

/** Where the token stands, if there is one. */
const originIn = ({ settings }: Facts): Origin | undefined =>
  E.isRight(settings) ? O.toUndefined(settings.right.identity)?.origin : undefined;

/** What happened, in HubSpot's words too where they say more: of a scope it says no more than its name. */
export const told = (error: HubSpotError): string =>
  [
    happened(error),
    ...(error.message === undefined || error._tag === "MissingScopes"
      ? []
      : [`HubSpot says: ${error.message.replace(/\.$/, "")}`]),
    ...(error.correlationId === undefined ? [] : [`correlationId ${error.correlationId}`]),
  ].join("; ");

/** What to do about it. */
export const mendOf = (error: HubSpotError, facts: Facts): string => wayOut(error, originIn(facts));

/** What stands between the command and the portal: the connection, the token, or the quota. */
export const blames = (error: HubSpotError): "connection" | "token" | "quota" => {
  switch (error._tag) {
    case "NotGranted":
    case "Unauthorized":
    case "MissingScopes":
      return "token";
    case "DailyQuotaSpent":
    case "RateLimited":
      return "quota";
    case "UnknownObjectType":
    case "Refused":
    case "Unavailable":
    case "Unanswered":
    case "Unreachable":
    case "Unreadable":
      return "connection";
  }
};

const reasons = {
  connection: "HubSpot does not answer as it should",
  token: "the token is not valid",
  quota: "the portal's quota is spent",
} as const;

/** Why what only an opened portal tells is not known. */
export const whyNotOpened = ({ opening, variables }: Facts): string => {
  switch (opening._tag) {
    case "Opened":
      return "it was not asked for";
    case "WrongSetting":
      return aSettingIsWrong;
    case "NoToken":
      return noToken;
    case "UnknownPortal":
      return `it is not known whose the token is, and ${environmentName("portalId", variables)} is not set`;
    case "WrongPortal":
      return `the token belongs to portal ${opening.actual}`;
    case "Failed":
      return reasons[blames(opening.error)];
  }
};
