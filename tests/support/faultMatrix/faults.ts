/** Everything that goes wrong between a request and its answer, and what may come of it. */
import type { Fault, PortalState, StatusFault } from "../../../sandbox";
import { hostileAnswers } from "../../../sandbox";
import type { Ground } from "./ground";
import type { RequestKind } from "./operations";
import { isAnsweredByNothing } from "./operations";

type ListKind = Extract<RequestKind, "all" | "pair" | "labels" | "mirror">;

/** The portal that is asked, and what. */
export interface Asked {
  readonly ground: Ground;
  readonly kind: RequestKind;
}

export interface Disturbance {
  readonly name: string;
  readonly fault: Fault | ((asked: Asked) => Fault);
  /**
   * - `harmless`: the answer comes, or the next try brings it at once.
   * - `passing`: nothing takes effect, and it is worth another try.
   * - `answerLost`: as that, but what was asked took effect.
   * - `final`: the portal said no, or what it said cannot be trusted.
   * - `unclear`: whether it is worth another try is left to the provider.
   */
  readonly sort: "harmless" | "passing" | "answerLost" | "final" | "unclear";
  /** Whether it is played for ever, too. @default false */
  readonly mayStay?: boolean;
  /** Whether its requests are to be given up after a second. @default false */
  readonly takesLong?: boolean;
  /** Where it can be played, and where it is wrong. @default everywhere */
  readonly suits?: (kind: RequestKind, index: number) => boolean;
}

const error = (status: number, message: string, more: object = {}, headers: object = {}): StatusFault => ({
  status,
  body: { status: "error", message, correlationId: "c-1", ...more },
  headers: { ...headers },
});

const retryAfter = (value: number | string): object => ({ "retry-after": String(value) });

/** A moment two seconds from now, as HTTP writes it. */
const soon = ({ ground }: Asked): string => new Date(ground.date().getTime() + 2_000).toUTCString();

const rateLimited = (policyName: string, headers: object = {}): StatusFault =>
  error(
    429,
    `You have reached your ${policyName.toLowerCase()} limit.`,
    { errorType: "RATE_LIMIT", policyName },
    headers,
  );

/** A batch of which nothing is applied. */
const refused = (message: string): StatusFault => ({
  status: 207,
  body: {
    status: "CANCELED",
    results: [],
    numErrors: 1,
    errors: [{ status: "error", category: "VALIDATION_ERROR", message }],
  },
});

const unavailable = (status: number): StatusFault => ({ status, body: `<html><h1>${status}</h1></html>` });

/** As many as HubSpot lists where any one of them will do. */
const scopes = [
  "companies",
  "contacts",
  "deals",
  "leads",
  "orders",
  "carts",
  "invoices",
  "quotes",
  "users",
  "listings",
].flatMap((object) => [`crm.objects.${object}.read`, `crm.objects.${object}.write`]);

/** More than any answer of HubSpot's, and more than the provider takes. */
const tooMuch = 17_000_000;

/** What a portal answers where limits of contacts to companies and labels are all that it has. */
const rowsOf: Readonly<Record<ListKind, (portal: Pick<PortalState, "limits" | "labels">) => ReadonlyArray<object>>> = {
  all: ({ limits, labels }) =>
    limits.map(({ category, typeId, maxToObjectIds }) => ({
      category,
      typeId,
      label: labels.find((label) => label.category === category && label.typeId === typeId)?.label ?? null,
      userEnforcedMaxToObjectIds: maxToObjectIds,
    })),
  pair: ({ limits, labels }) =>
    rowsOf.all({ labels, limits: limits.filter(({ from, to }) => from === "contacts" && to === "companies") }),
  labels: ({ labels }) => labels.map(({ category, typeId, label }) => ({ category, typeId, label })),
  mirror: ({ labels }) =>
    labels.map(({ category, inverseTypeId, inverseLabel }) => ({
      category,
      typeId: inverseTypeId,
      label: inverseLabel,
    })),
};

const isListed = (kind: RequestKind): kind is ListKind => kind in rowsOf;

/** What truly stands, said with keys that reach the prototypes of whoever merges them. */
const prototypeKeys = ({ ground: { sandbox }, kind }: Asked): Fault => {
  const [portal] = sandbox.state().portals;
  if (portal === undefined || !isListed(kind)) return hostileAnswers.prototypeKeys();
  const results = rowsOf[kind](portal);
  const polluted = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
  return { status: 200, body: JSON.stringify({ results }).replaceAll("{", `{${polluted},`) };
};

const connections: ReadonlyArray<Disturbance> = [
  { name: "a reset", fault: "reset", sort: "passing", mayStay: true },
  { name: "no answer at all", fault: "hang", sort: "passing", mayStay: true, takesLong: true },
  { name: "an answer that breaks off", fault: "truncate", sort: "answerLost", mayStay: true },
  { name: "a reset when all is done", fault: "applied-then-reset", sort: "answerLost", mayStay: true },
  {
    name: "a connection that was given up",
    fault: "stale",
    sort: "harmless",
    // The first request of a process comes on a new connection.
    suits: (_kind, index) => index > 0,
  },
  { name: "a slow answer", fault: { delay: 300 }, sort: "harmless" },
  { name: "an answer that is too slow", fault: { delay: 5_000 }, sort: "answerLost", mayStay: true, takesLong: true },
  {
    name: "an answer in drops",
    fault: { drip: { bytes: 1, everyMilliseconds: 200 } },
    sort: "answerLost",
    takesLong: true,
  },
];

const refusals: ReadonlyArray<Disturbance> = [
  { name: "400", fault: error(400, "The portal says no.", { category: "VALIDATION_ERROR" }), sort: "final" },
  { name: "400 in words that mean harm", fault: hostileAnswers.terminalEscapes(), sort: "final" },
  { name: "400 in ten thousand words", fault: error(400, "no ".repeat(10_000)), sort: "final" },
  { name: "401", fault: error(401, "The token expired.", { category: "EXPIRED_AUTHENTICATION" }), sort: "final" },
  {
    name: "403 MISSING_SCOPES",
    fault: error(403, "This app hasn't been granted all required scopes to make this call.", {
      category: "MISSING_SCOPES",
      errors: [{ message: "One of these is required.", context: { requiredGranularScopes: scopes } }],
    }),
    sort: "final",
  },
  { name: "404", fault: error(404, "resource not found"), sort: "final" },
  { name: "409", fault: error(409, "conflict", { category: "CONFLICT" }), sort: "final" },
  { name: "429 DAILY", fault: rateLimited("DAILY", retryAfter(1)), sort: "final" },
  {
    name: "429 TEN_SECONDLY_ROLLING for an hour",
    fault: rateLimited("TEN_SECONDLY_ROLLING", retryAfter(3_600)),
    sort: "final",
  },
  { name: "477 for a day", fault: error(477, "migrating", {}, retryAfter(86_400)), sort: "final" },
  {
    name: "a batch that is refused in words that mean harm",
    fault: refused(`\u001b[2J${"\u0007no\n".repeat(10_000)}`),
    sort: "final",
    suits: (kind) => kind === "purge" || kind === "update",
  },
];

const passing: ReadonlyArray<Disturbance> = [
  { name: "423", fault: error(423, "locked"), sort: "passing", mayStay: true },
  { name: "429 TEN_SECONDLY_ROLLING", fault: rateLimited("TEN_SECONDLY_ROLLING"), sort: "passing" },
  {
    name: "429 TEN_SECONDLY_ROLLING for a second",
    fault: rateLimited("TEN_SECONDLY_ROLLING", retryAfter(1)),
    sort: "passing",
  },
  {
    name: "429 TEN_SECONDLY_ROLLING until then",
    fault: (asked) => rateLimited("TEN_SECONDLY_ROLLING", retryAfter(soon(asked))),
    sort: "passing",
  },
  { name: "429 SECONDLY", fault: rateLimited("SECONDLY"), sort: "passing" },
  { name: "429 without a word", fault: { status: 429 }, sort: "passing" },
  { name: "477 for a second", fault: error(477, "migrating", {}, retryAfter(1)), sort: "passing" },
  { name: "503 for a second", fault: error(503, "later", {}, retryAfter(1)), sort: "passing" },
  { name: "503 until then", fault: (asked) => error(503, "later", {}, retryAfter(soon(asked))), sort: "passing" },
  ...[502, 504, 521, 523, 524].map((status): Disturbance => ({
    name: String(status),
    fault: unavailable(status),
    sort: "passing",
  })),
  { name: "503", fault: unavailable(503), sort: "passing", mayStay: true },
  ...[500, 522, 525, 526].map((status): Disturbance => ({
    name: String(status),
    fault: unavailable(status),
    sort: "unclear",
  })),
];

/** Answers that are not HubSpot's. An empty one to a purge is HubSpot's usual one. */
const answers: ReadonlyArray<Disturbance> = [
  ...[302, 307].map((status): Disturbance => ({
    name: `${status}`,
    fault: ({ ground: { url } }) => hostileAnswers.redirect(`${url}/followed`, status),
    sort: "final",
  })),
  {
    name: "HTML",
    fault: { status: 200, body: "<!doctype html><title>Sign in</title>" },
    sort: "final",
    mayStay: true,
  },
  { name: "half a JSON", fault: { status: 200, body: '{"results":[{"category":"HUBSPOT_DEF' }, sort: "final" },
  { name: "an empty answer", fault: { status: 200 }, sort: "final", suits: (kind) => !isAnsweredByNothing(kind) },
  { name: "JSON of another shape", fault: { status: 200, body: { results: { no: "list" } } }, sort: "final" },
  { name: "JSON that is no object", fault: { status: 200, body: "null" }, sort: "final" },
  { name: "a huge answer", fault: { huge: tooMuch }, sort: "final" },
  { name: "a huge answer in little", fault: { huge: tooMuch, gzip: true }, sort: "final" },
  { name: "lists within lists", fault: hostileAnswers.deeplyNested(), sort: "final" },
  {
    name: "keys of prototypes beside what is true",
    fault: prototypeKeys,
    sort: "harmless",
    suits: isListed,
  },
  {
    name: "keys of prototypes beside what is not asked",
    fault: prototypeKeys,
    sort: "final",
    suits: (kind) => kind === "account" || kind === "update",
  },
];

export const disturbances: ReadonlyArray<Disturbance> = [...connections, ...refusals, ...passing, ...answers];
