/** Facts in which everything is fine, to be spoilt one by one. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Facts, Machine, Opening, Probes } from "../../../../cli/doctor/facts";
import type { Configuration, Identity } from "../../../../provider/configuration";
import type { Account } from "../../../../provider/hubspot/codecs";
import type { Call, HubSpotError } from "../../../../provider/hubspot/error";
import { secret } from "../../../../provider/secret";

export const machine: Machine = {
  node: "20.20.2",
  own: "0.1.0",
  sdk: O.some("3.248.0"),
  cli: { _tag: "Found", version: "v3.259.0" },
};

export const identity: Identity = {
  origin: { source: { _tag: "Environment" }, setting: "accessToken" },
  credentials: { _tag: "AccessToken", accessToken: secret("made-up") },
  baseUrl: "https://api.hubapi.com",
};

export const configuration: Configuration = {
  apiVersion: "2026-09",
  requestsPerTenSeconds: Infinity,
  requestTimeoutSeconds: 30,
  previewChecks: true,
  identity: O.some(identity),
  portalId: O.some(111),
  notKnownYet: false,
  source: { _tag: "Environment" },
};

const account: Account = { portalId: 111, accountType: "SANDBOX", timeZone: "Europe/Berlin" };

const call: Call = { method: "GET", path: "/x", doing: "reading" };
const common = { call, mayHaveTakenEffect: false } as const;
export const noScope: HubSpotError = {
  _tag: "MissingScopes",
  ...common,
  scopes: ["a.read"],
  message: "Scopes are missing.",
  correlationId: "c-1",
};
export const unauthorized: HubSpotError = { _tag: "Unauthorized", ...common, message: "It is expired." };
export const unreachable: HubSpotError = {
  _tag: "Unreachable",
  ...common,
  because: "nobodyThere",
  why: "ECONNREFUSED",
};
export const daySpent: HubSpotError = { _tag: "DailyQuotaSpent", ...common };
export const unavailable: HubSpotError = { _tag: "Unavailable", ...common, status: 503 };

export const probes: Probes = {
  limits: E.right(30),
  labels: E.right(1),
  customObjects: E.right(2),
  tracking: E.right(4),
};

export const opened = (more: Partial<Extract<Opening, { readonly _tag: "Opened" }>> = {}): Opening => ({
  _tag: "Opened",
  portalId: 111,
  account: E.right(account),
  probes,
  ...more,
});

export const facts = (more: Partial<Facts> = {}): Facts => ({
  variables: undefined,
  today: new Date("2026-11-24T00:00:00Z"),
  machine,
  settings: E.right(configuration),
  opening: opened(),
  quota: O.some({ max: 190, remaining: 185, intervalMs: 10_000, daily: 625_000, dailyRemaining: 624_995 }),
  ...more,
});

export const failedWith = (error: HubSpotError): Facts => facts({ opening: { _tag: "Failed", error } });
