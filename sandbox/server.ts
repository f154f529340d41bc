/** The HTTP server of a sandbox, on loopback only: reads requests, plays faults, sends replies, keeps the journal. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { performance } from "node:perf_hooks";
import { controlRoot } from "./control";
import type { Fault, Faults } from "./faults";
import type { Journal } from "./journal";
import type { Reply } from "./reply";
import type { Answered, HubSpotRequest } from "./request";

/** What stands behind the server. */
export interface Backend {
  readonly answer: (request: HubSpotRequest) => Answered;
  readonly control: (method: string, url: URL, body: string) => Reply;
  readonly faults: Faults;
  readonly journal: Journal;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
};

const isJson = (body: string): boolean => {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
};

/** The bytes of a reply: a text goes as it is where it is marked as raw, all else as JSON. */
const encode = ({ body }: Reply, raw: boolean): Buffer => {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(raw && typeof body === "string" ? body : JSON.stringify(body));
};

const contentType = (bytes: Buffer, raw: boolean): string =>
  raw && !isJson(bytes.toString("utf8")) ? "text/html;charset=utf-8" : "application/json;charset=utf-8";

const send = (response: ServerResponse, reply: Reply, how: "whole" | "truncated" | "raw"): void => {
  const raw = how === "raw";
  const bytes = encode(reply, raw);
  response.writeHead(reply.status, {
    ...(bytes.length > 0 ? { "content-type": contentType(bytes, raw) } : {}),
    ...(reply.status === 204 ? {} : { "content-length": String(bytes.length) }),
    ...reply.headers,
  });
  if (how === "truncated")
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
  else response.end(bytes);
};

const nameOf = (fault: Fault): string =>
  typeof fault === "string" ? fault : "delay" in fault ? "delay" : `status ${fault.status}`;

const serveHubSpot = (backend: Backend, request: HubSpotRequest, response: ServerResponse): void => {
  const arrived = performance.now();
  const { method, path } = request;
  const note = backend.journal.begin(request);
  const fault = backend.faults.take(method, path);
  if (fault !== undefined) note({ fault: nameOf(fault) });

  const done = (status: number | null): void => note({ status, milliseconds: performance.now() - arrived });
  const sendAndNote = (reply: Reply, how: "whole" | "truncated" | "raw"): void => {
    done(reply.status);
    send(response, reply, how);
  };
  const reset = (): void => {
    done(null);
    response.socket?.resetAndDestroy();
  };
  const answered = (): Reply => {
    const { reply, ...portal } = backend.answer(request);
    note(portal);
    return reply;
  };

  if (fault === undefined) return sendAndNote(answered(), "whole");
  if (fault === "hang") return;
  if (fault === "reset") return reset();
  if (fault === "truncate") return sendAndNote(answered(), "truncated");
  if (fault === "applied-then-reset") {
    answered();
    return reset();
  }
  if ("status" in fault) return sendAndNote(fault, "raw");
  const reply = answered();
  const timer = setTimeout(() => sendAndNote(reply, "whole"), fault.delay);
  response.once("close", () => clearTimeout(timer));
};

const serve = async (backend: Backend, message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const method = message.method ?? "GET";
  const url = new URL(message.url ?? "/", "http://127.0.0.1");
  const body = await bodyOf(message);
  if (url.pathname.startsWith(controlRoot)) send(response, backend.control(method, url, body), "whole");
  else {
    const { authorization, "content-type": contentType } = message.headers;
    serveHubSpot(backend, { method, path: url.pathname, authorization, contentType, body }, response);
  }
};

/** Creates the server; it does not listen yet. */
export const createSandboxServer = (backend: Backend): Server => {
  const server = createServer((message, response) => {
    serve(backend, message, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, body: { error: String(error) } }, "whole");
    });
  });
  // Longer than any client keeps an idle connection, so that no request meets a connection that is just closing.
  server.keepAliveTimeout = 120_000;
  return server;
};
