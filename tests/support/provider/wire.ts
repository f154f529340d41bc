/**
 * The provider's way to a sandbox of this process, without a socket: it turns what becomes of a request into the reply or
 * the error that HTTP would have made of it. Whatever takes time takes it of virtual time.
 */
import * as E from "fp-ts/Either";
import type { Call, HubSpotError, UnreachableBecause } from "../../../provider/hubspot/error";
import type { Reply, Request, Wire } from "../../../provider/hubspot/send";
import type { DirectRequest, DirectSandbox, Outcome } from "../../../sandbox";
import type { VirtualTime } from "./time";

/** What HTTP's own way takes at the most of an answer. */
const mostBytes = 16 * 1024 * 1024;

const contentOf = ({ json, form }: Request): Pick<DirectRequest, "contentType" | "body"> => {
  if (form !== undefined) return { contentType: "application/x-www-form-urlencoded", body: form.reveal() };
  return json === undefined ? {} : { contentType: "application/json", body: JSON.stringify(json) };
};

const directRequest = (request: Request): DirectRequest => {
  const { call, bearer } = request;
  return {
    method: call.method,
    path: call.path,
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer.reveal()}` }),
    ...contentOf(request),
  };
};

const unanswered = (call: Call, why: string): HubSpotError => ({
  _tag: "Unanswered",
  call,
  why,
  mayHaveTakenEffect: call.method !== "GET",
});

const tooLong = (call: Call): HubSpotError => ({
  _tag: "Unreadable",
  call,
  status: 200,
  problem: `it is longer than ${mostBytes} bytes`,
  mayHaveTakenEffect: call.method !== "GET",
});

const resultOf = ({ call }: Request, outcome: Outcome): E.Either<HubSpotError, Reply> => {
  switch (outcome._tag) {
    case "Answered": {
      const { status, headers, body } = outcome;
      if (Buffer.byteLength(body) > mostBytes) return E.left(tooLong(call));
      return E.right({ status, header: (name) => headers[name.toLowerCase()] ?? null, text: body });
    }
    case "Huge":
      if (outcome.bytes <= mostBytes) throw new Error("A huge answer that is not too long has no part here");
      return E.left(tooLong(call));
    case "Lost":
    case "Hanging":
      return E.left(unanswered(call, "the connection broke (ECONNRESET)"));
  }
};

/** How long it takes until an answer is there as a whole, or the connection is known to be lost. */
const lasts = (outcome: Outcome): number => {
  if (outcome._tag === "Hanging") return Infinity;
  return outcome._tag === "Answered" ? outcome.milliseconds : 0;
};

/** A connection serves the next request once an answer has come whole. */
const staysOpen = (outcome: Outcome): boolean => outcome._tag === "Answered";

/**
 * @param journey how many milliseconds a request and an answer are on their way; none by default, so that a request takes
 *   effect at the moment it is sent, and its answer comes when all who can go on at this moment have gone on
 */
export const wireTo = (
  sandbox: Pick<DirectSandbox, "handle">,
  time: Pick<VirtualTime, "wait">,
  journey: () => number = () => 0,
): Wire => {
  let idle = 0;
  let underWay = 0;
  return (timeoutMs) => (request) => async () => {
    const keptAlive = idle > 0;
    if (keptAlive) idle -= 1;
    underWay += 1;
    const there = journey();
    if (there > 0) await time.wait(there);
    const outcome = await sandbox.handle(directRequest(request), { keptAlive, underWay, patience: timeoutMs - there });
    const back = lasts(outcome) + journey();
    const isLate = there + back >= timeoutMs;
    await time.wait(isLate ? Math.max(0, timeoutMs - there) : back);
    underWay -= 1;
    if (isLate) return E.left(unanswered(request.call, `it took longer than ${timeoutMs / 1000} s`));
    if (staysOpen(outcome)) idle += 1;
    return resultOf(request, outcome);
  };
};

/** The way to where nothing is: no request ever leaves. */
export const wireToNowhere =
  (because: UnreachableBecause, why: string): Wire =>
  () =>
  ({ call }) =>
  async () =>
    E.left({ _tag: "Unreachable", call, because, why, mayHaveTakenEffect: false });
