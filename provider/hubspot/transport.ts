/** HTTP itself: one origin, one connection pool, bounded in time and in size, and no redirect followed. */
import type { ClientRequest } from "node:http";
import * as http from "node:http";
import * as https from "node:https";
import * as TE from "fp-ts/TaskEither";
import fetch, { FetchError } from "node-fetch";
import type { RequestInit } from "node-fetch";
import type { Call, HubSpotError, UnreachableBecause } from "./error";
import type { Reply, Request, Wire } from "./send";

/** No limits API answer comes near this; a thousand limits are some 150 kB. */
const maxBytes = 16 * 1024 * 1024;

export interface Transport {
  /** Scheme, host, port and an optional path prefix, without a slash at the end. */
  readonly baseUrl: string;
  readonly userAgent: string;
}

/** What Node asks of an agent for each request, and leaves out of its types. */
interface Dispatcher {
  addRequest: (request: ClientRequest, ...rest: ReadonlyArray<unknown>) => void;
}

const isDispatcher = (agent: object): agent is Dispatcher =>
  "addRequest" in agent && typeof agent.addRequest === "function";

/**
 * The same pool for one request, of which it tells when it has left this machine. It also mends what node-fetch 2
 * lacks: a body whose length was announced is waited for in vain when the connection closes in its middle. The response
 * notices that; the request is told of it, and node-fetch listens to the request.
 */
const watched = <A extends http.Agent>(pool: A, onSent: () => void): A => {
  const agent: A = Object.create(pool);
  if (!isDispatcher(pool) || !isDispatcher(agent)) return pool;
  agent.addRequest = (request, ...rest) => {
    request.once("finish", onSent);
    request.once("response", (response) => response.once("error", (error) => request.emit("error", error)));
    pool.addRequest(request, ...rest);
  };
  return agent;
};

const bodyOf = ({ json, form }: Request): { readonly type: string; readonly text: string } | undefined => {
  if (form !== undefined) return { type: "application/x-www-form-urlencoded", text: form.reveal() };
  return json === undefined ? undefined : { type: "application/json", text: JSON.stringify(json) };
};

/**
 * One connection pool; `timeoutMs` bounds the whole request, its body included.
 * @param timeout gives what ends a request after so many milliseconds
 */
export const transport = ({ baseUrl, userAgent }: Transport, timeout = AbortSignal.timeout): Wire => {
  const pool = baseUrl.startsWith("https:")
    ? new https.Agent({ keepAlive: true })
    : new http.Agent({ keepAlive: true });
  return (timeoutMs) => (request) => async () => {
    const { call, bearer } = request;
    const body = bodyOf(request);
    let sent = false;
    return TE.tryCatch(
      async (): Promise<Reply> => {
        const response = await fetch(`${baseUrl}${call.path}`, {
          method: call.method,
          headers: {
            ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer.reveal()}` }),
            accept: "application/json",
            "user-agent": userAgent,
            ...(body === undefined ? {} : { "content-type": body.type }),
          },
          ...(body === undefined ? {} : { body: body.text }),
          agent: watched(pool, () => (sent = true)),
          redirect: "manual",
          size: maxBytes,
          // The same interface, which node-fetch's types declare a shade looser than Node's.
          signal: timeout(timeoutMs) as RequestInit["signal"],
        });
        const text = await response.text();
        return { status: response.status, header: (name) => response.headers.get(name), text };
      },
      (thrown) => failed(call, thrown, timeoutMs, sent),
    )();
  };
};

const unreachableCodes: ReadonlyMap<string, UnreachableBecause> = new Map([
  ["ENOTFOUND", "noSuchHost"],
  ["EAI_AGAIN", "noNames"],
  ["ECONNREFUSED", "nobodyThere"],
  ["EHOSTUNREACH", "nobodyThere"],
  ["ENETUNREACH", "nobodyThere"],
  ["EHOSTDOWN", "nobodyThere"],
]);
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|EPROTO/;

const unreachable = (code: string): UnreachableBecause | undefined =>
  unreachableCodes.get(code) ?? (certificate.test(code) ? "noTrust" : undefined);

const failed = (call: Call, thrown: unknown, timeoutMs: number, sent: boolean): HubSpotError => {
  // A request that never left cannot have done anything.
  const mayHaveTakenEffect = sent && call.method !== "GET";
  if (thrown instanceof FetchError && thrown.type === "max-size") {
    return {
      _tag: "Unreadable",
      call,
      status: 200,
      problem: `it is longer than ${maxBytes} bytes`,
      mayHaveTakenEffect,
    };
  }
  const code = codeOf(thrown);
  const because = unreachable(code);
  if (because !== undefined) return { _tag: "Unreachable", call, because, why: code, mayHaveTakenEffect: false };
  const seconds = `${timeoutMs / 1000} s`;
  const late = sent ? `it took longer than ${seconds}` : `no connection came about within ${seconds}`;
  const why = isAbort(thrown) ? late : `the connection broke (${code})`;
  return { _tag: "Unanswered", call, why, mayHaveTakenEffect };
};

const isAbort = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown.name === "AbortError" || thrown.name === "TimeoutError");

/** node-fetch's own errors have a type where Node gave them no code; neither holds anything of the request. */
const codeOf = (thrown: unknown): string => {
  if (thrown instanceof Error && "code" in thrown && typeof thrown.code === "string") return thrown.code;
  return thrown instanceof FetchError ? thrown.type : "unknown reason";
};
