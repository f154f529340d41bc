/** From a reply's status and body to what it means. Any 2xx passes: what a batch did stands in its body. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { readErrorBody } from "./codecs";
import type { Decode } from "./codecs";
import type { Call, HubSpotError } from "./error";
import type { Reply, Send } from "./send";

/** Locked and migrating are HubSpot's own ("Error handling" page); everything from 500 on is a server in trouble. */
const isUnavailable = (status: number): boolean => status === 423 || status === 477 || status >= 500;

/** `Retry-After` in seconds or as a date, in milliseconds from now. */
export const retryAfter = (header: string | null, now: Date): number | undefined => {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
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

/** Message texts come from outside: no control characters, no more than a line or two. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 500);

/** The error behind a status other than 2xx. */
export const errorOf = (call: Call, reply: Reply, now: Date): HubSpotError => {
  const parsed = parseJson(reply.text);
  const body = readErrorBody(E.isRight(parsed) ? parsed.right : undefined);
  const wait = retryAfter(reply.header("retry-after"), now);
  const common = {
    call,
    mayHaveTakenEffect: false,
    ...(body.message === undefined ? {} : { message: clean(body.message) }),
    ...(body.correlationId === undefined ? {} : { correlationId: clean(body.correlationId) }),
  };
  const category = body.category === undefined ? {} : { category: clean(body.category) };
  const later = wait === undefined ? {} : { retryAfterMs: wait };
  const { status } = reply;
  if (status === 401) return { _tag: "Unauthorized", ...common, ...category };
  if (status === 403 && (body.category === "MISSING_SCOPES" || body.scopes.length > 0)) {
    return { _tag: "MissingScopes", ...common, scopes: body.scopes.map(clean) };
  }
  if (status === 429 && body.policyName === "DAILY") return { _tag: "DailyQuotaSpent", ...common };
  if (status === 429)
    return { _tag: "RateLimited", ...common, policy: clean(body.policyName ?? "no policy named"), ...later };
  if (isUnavailable(status)) {
    return {
      _tag: "Unavailable",
      ...common,
      status,
      ...later,
      mayHaveTakenEffect: call.method !== "GET" && status >= 500,
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
  (send: Send): Send =>
  (request) =>
    pipe(
      send(request),
      TE.filterOrElse(
        ({ status }) => status >= 200 && status < 300,
        (reply) => errorOf(request.call, reply, new Date()),
      ),
    );

/** The answer in the reply, or why it cannot be read. */
export const decoded =
  <A>(call: Call, decode: Decode<A>) =>
  ({ status, text }: Reply): E.Either<HubSpotError, A> =>
    pipe(
      parseJson(text),
      E.chain(decode),
      E.mapLeft((problem) => ({
        _tag: "Unreadable",
        call,
        status,
        problem,
        mayHaveTakenEffect: call.method !== "GET",
      })),
    );
