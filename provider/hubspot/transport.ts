/** HTTP itself: one origin, one connection pool, bounded in time and in size, and no redirect followed. */
import * as http from "node:http";
import * as https from "node:https";
import * as TE from "fp-ts/TaskEither";
import fetch, { FetchError } from "node-fetch";
import type { RequestInit } from "node-fetch";
import type { Call, HubSpotError } from "./error";
import type { Reply, Send } from "./send";

/** No limits API answer comes near this; a thousand limits are some 150 kB. */
const maxBytes = 16 * 1024 * 1024;

export interface Transport {
  /** Scheme, host, port and an optional path prefix, without a slash at the end. */
  readonly baseUrl: string;
  readonly authorization: string;
  readonly userAgent: string;
}

/** What Node asks of an agent for each request, and leaves out of its types. */
interface Dispatcher {
  addRequest: (request: http.ClientRequest, ...rest: ReadonlyArray<unknown>) => void;
}

const isDispatcher = (agent: object): agent is Dispatcher =>
  "addRequest" in agent && typeof agent.addRequest === "function";

/**
 * node-fetch 2 waits in vain for the rest of a body whose length was announced, when the connection closes in its
 * middle. The response notices; the request is told of it, and node-fetch listens to that.
 */
const attentive = <A extends http.Agent>(agent: A): A => {
  if (!isDispatcher(agent)) return agent;
  const { addRequest } = agent;
  agent.addRequest = (request, ...rest) => {
    request.once("response", (response) => response.once("error", (error) => request.emit("error", error)));
    addRequest.call(agent, request, ...rest);
  };
  return agent;
};

/** One connection pool; `timeoutMs` bounds the whole request, its body included. */
export const transport = ({ baseUrl, authorization, userAgent }: Transport): ((timeoutMs: number) => Send) => {
  const agent = attentive(
    baseUrl.startsWith("https:") ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true }),
  );
  return (timeoutMs) =>
    ({ call, json }) =>
      TE.tryCatch(
        async (): Promise<Reply> => {
          const response = await fetch(`${baseUrl}${call.path}`, {
            method: call.method,
            headers: {
              authorization,
              accept: "application/json",
              "user-agent": userAgent,
              ...(json === undefined ? {} : { "content-type": "application/json" }),
            },
            ...(json === undefined ? {} : { body: JSON.stringify(json) }),
            agent,
            redirect: "manual",
            size: maxBytes,
            // The same interface, which node-fetch's types declare a shade looser than Node's.
            signal: AbortSignal.timeout(timeoutMs) as RequestInit["signal"],
          });
          const text = await response.text();
          return { status: response.status, header: (name) => response.headers.get(name), text };
        },
        (thrown) => failed(call, thrown, timeoutMs),
      );
};

/** The request never left: no name, no listener, no route. */
const neverSent = new Set(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN"]);
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|EPROTO/;

const failed = (call: Call, thrown: unknown, timeoutMs: number): HubSpotError => {
  const writes = call.method !== "GET";
  if (thrown instanceof FetchError && thrown.type === "max-size") {
    return {
      _tag: "Unreadable",
      call,
      status: 200,
      problem: `it is longer than ${maxBytes} bytes`,
      mayHaveTakenEffect: writes,
    };
  }
  const code = codeOf(thrown);
  if (neverSent.has(code) || certificate.test(code)) {
    return { _tag: "Unreachable", call, why: code, mayHaveTakenEffect: false };
  }
  const why = isAbort(thrown) ? `it took longer than ${timeoutMs / 1000} s` : `the connection broke (${code})`;
  return { _tag: "Unanswered", call, why, mayHaveTakenEffect: writes };
};

const isAbort = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown.name === "AbortError" || thrown.name === "TimeoutError");

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "unknown reason";
