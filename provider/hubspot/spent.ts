/**
 * A quota that does not come back while anybody waits: that of the day, or one whose `Retry-After` is out of bounds. The
 * first such answer answers all requests until then, those that were waiting for their turn included: each would be
 * refused, and none of them leaves.
 */
import * as E from "fp-ts/Either";
import type { Runtime } from "../runtime";
import { isDailyQuotaSpent, retryAfter } from "./classify";
import { maxElapsedForQuotaMs } from "./retry";
import type { Reply, Send } from "./send";

/** For how long a reply says that nothing may be asked, where that is longer than anybody waits. */
export const spentForMs = (reply: Reply, date: Date): number | undefined => {
  if (reply.status !== 429) return undefined;
  if (isDailyQuotaSpent(reply)) return Infinity;
  const ms = retryAfter(reply.header("retry-after"), date);
  return ms !== undefined && ms > maxElapsedForQuotaMs ? ms : undefined;
};

/** One for a portal, to stand on both sides of its limiter. */
export const spent = (runtime: Pick<Runtime, "now" | "date">): ((send: Send) => Send) => {
  let last: { readonly reply: Reply; readonly until: number } | undefined;
  return (send) => (request) => async () => {
    if (last !== undefined && runtime.now() < last.until) return E.right(last.reply);
    const result = await send(request)();
    const ms = E.isRight(result) ? spentForMs(result.right, runtime.date()) : undefined;
    if (E.isRight(result) && ms !== undefined) last = { reply: result.right, until: runtime.now() + ms };
    return result;
  };
};
