/** From a reply's status and body to what it means. Any 2xx passes: what a batch did stands in its body. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { correlationIdIn, readErrorBody } from "./codecs";
import type { Decode, ErrorBody } from "./codecs";
import type { Call, HubSpotError } from "./error";
import { leastPauseMs } from "./retry";
import type { Reply, Send } from "./send";

/** Locked and migrating are HubSpot's own ("Error handling" page); everything from 500 on is a server in trouble. */
const isUnavailable = (status: number): boolean => status === 423 || status === 477 || status >= 500;

/**
 * `Retry-After` in seconds or as a date, in milliseconds from now. One that asks for no pause, or for one too short to
 * matter, says nothing: then each attempt waits longer than the one before.
 */
export const retryAfter = (header: string | null, now: Date): number | undefined => {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) && ms >= leastPauseMs ? ms : undefined;
};

const parseJson = (text: string): E.Either<string, unknown> =>
  text.trim() === ""
    ? E.left("its body is empty")
    : pipe(
        E.tryCatch(
          (): unknown => JSON.parse(text),
          () => (/^\s*</.test(text) ? "it is HTML, not JSON" : "it is broken JSON"),
        ),
      );

const bodyOf = (reply: Pick<Reply, "text">): ErrorBody => {
  const parsed = parseJson(reply.text);
  return readErrorBody(E.isRight(parsed) ? parsed.right : undefined);
};

/** Whether a reply says that the portal may not be asked anything more today. */
export const isDailyQuotaSpent = (reply: Pick<Reply, "status" | "text">): boolean =>
  reply.status === 429 && bodyOf(reply).policyName === "DAILY";

/** What HubSpot's support asks for, from an error's body or from any answer's header. */
export const correlationIdOf = (reply: Reply): string | undefined => {
  const id = reply.status >= 400 ? bodyOf(reply).correlationId : undefined;
  return id ?? correlationIdIn(reply.header("x-hubspot-correlation-id"));
};

/** Cloudflare's codes for an origin that was not reached at all. */
const neverReached = new Set([521, 523, 525, 526]);

/** When it is, and when the portal's day ends. */
export interface Now {
  readonly date: Date;
  readonly endOfDay: Date | undefined;
}

/** The error behind a status other than 2xx. */
export const errorOf = (call: Call, reply: Reply, now: Now): HubSpotError => {
  const body = bodyOf(reply);
  const wait = retryAfter(reply.header("retry-after"), now.date);
  const common = {
    call,
    mayHaveTakenEffect: false,
    ...(body.message === undefined ? {} : { message: body.message }),
    ...(body.correlationId === undefined ? {} : { correlationId: body.correlationId }),
  };
  const category = body.category === undefined ? {} : { category: body.category };
  const later = wait === undefined ? {} : { retryAfterMs: wait };
  const { status } = reply;
  if (status === 401) return { _tag: "Unauthorized", ...common, ...category };
  if (status === 403 && (body.category === "MISSING_SCOPES" || body.scopes.length > 0)) {
    return { _tag: "MissingScopes", ...common, scopes: body.scopes };
  }
  if (status === 429 && body.policyName === "DAILY") {
    return { _tag: "DailyQuotaSpent", ...common, ...(now.endOfDay === undefined ? {} : { until: now.endOfDay }) };
  }
  if (status === 429) return { _tag: "RateLimited", ...common, policy: body.policyName ?? "no policy named", ...later };
  if (isUnavailable(status)) {
    return {
      _tag: "Unavailable",
      ...common,
      status,
      ...later,
      mayHaveTakenEffect: call.method !== "GET" && status >= 500 && !neverReached.has(status),
    };
  }
  if (status === 400 && /^Unable to infer object type/.test(body.message ?? ""))
    return { _tag: "UnknownObjectType", ...common };
  if (status >= 300 && status < 400) {
    return {
      _tag: "Unreadable",
      call,
      status,
      problem: "it redirects, and a token must not follow",
      mayHaveTakenEffect: false,
    };
  }
  return { _tag: "Refused", ...common, status, ...category };
};

/** Turns every reply but a 2xx into its error. */
export const classified =
  (now: () => Now) =>
  (send: Send): Send =>
  (request) =>
    pipe(
      send(request),
      TE.filterOrElse(
        ({ status }) => status >= 200 && status < 300,
        (reply) => errorOf(request.call, reply, now()),
      ),
    );

/** The answer in the reply, or why it cannot be read. */
export const decoded =
  <A>(call: Call, decode: Decode<A>) =>
  ({ status, text }: Reply): E.Either<HubSpotError, A> =>
    pipe(parseJson(text), E.chain(decode), E.mapLeft(unreadable(call, status)));

/** The empty answer that HubSpot gives to this; whatever else comes is not HubSpot's, and leaves open what was done. */
export const empty =
  (call: Call) =>
  ({ status, text }: Reply): E.Either<HubSpotError, void> =>
    text.trim() === "" ? E.right(undefined) : E.left(unreadable(call, status)("it has a body where none belongs"));

const unreadable =
  (call: Call, status: number) =>
  (problem: string): HubSpotError => ({
    _tag: "Unreadable",
    call,
    status,
    problem,
    mayHaveTakenEffect: call.method !== "GET",
  });
