/** One line for each request that goes out, for whoever looks for a fault. Neither headers nor bodies are in it. */
import * as E from "fp-ts/Either";
import type { Runtime } from "../runtime";
import { correlationIdOf } from "./classify";
import { clean } from "./codecs";
import type { HubSpotError } from "./error";
import type { Reply, Send } from "./send";

const outcome = (result: E.Either<HubSpotError, Reply>): string =>
  E.isRight(result)
    ? String(result.right.status)
    : "why" in result.left
      ? `${result.left._tag} (${clean(result.left.why)})`
      : result.left._tag;

/** `GET /account-info/v3/details 200 12 ms attempt 1 correlationId …` */
export const traced =
  (runtime: Runtime) =>
  (send: Send): Send =>
  (request) =>
  async () => {
    const { call, attempt = 1 } = request;
    const start = runtime.now();
    const result = await send(request)();
    const ms = Math.round(runtime.now() - start);
    const id = E.isRight(result) ? correlationIdOf(result.right) : undefined;
    runtime.debug(
      `${call.method} ${call.path} ${outcome(result)} ${ms} ms attempt ${attempt}${id === undefined ? "" : ` correlationId ${id}`}`,
    );
    return result;
  };
