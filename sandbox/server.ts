/** The HTTP server of a sandbox, on loopback only: reads requests, plays faults, sends replies, keeps the journal. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { performance } from "node:perf_hooks";
import type { Arrival, Connections } from "./connections";
import { createConnections } from "./connections";
import { controlRoot } from "./control";
import type { Faults } from "./faults";
import { nameOf } from "./faults";
import type { Held } from "./held";
import type { Journal } from "./journal";
import type { Reply } from "./reply";
import type { Answered, HubSpotRequest } from "./request";
import { drip, send, sendHuge } from "./send";

/** What stands behind the server. */
export interface Backend {
  readonly answer: (request: HubSpotRequest) => Answered;
  /** The portal that a request's token opens. */
  readonly portalOf: (request: HubSpotRequest) => number | undefined;
  readonly control: (method: string, url: URL, body: string) => Reply;
  readonly faults: Faults;
  readonly held: Held;
  readonly journal: Journal;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
};

const serveHubSpot = (
  backend: Backend,
  request: HubSpotRequest,
  { keptAlive, underWay }: Arrival,
  response: ServerResponse,
): void => {
  const arrived = performance.now();
  const { method, path } = request;
  const note = backend.journal.begin(request);
  const fault = backend.faults.take({
    method,
    path,
    portalId: backend.portalOf(request),
    underWay: underWay(),
    keptAlive,
  });
  if (fault !== undefined) note({ fault: nameOf(fault) });

  const done = (status: number | null): void => note({ status, milliseconds: performance.now() - arrived });
  const sendAndNote = (reply: Reply, how: "whole" | "truncated" | "raw"): void => {
    done(reply.status);
    send(response, reply, how);
  };
  /** Notes an answer that takes its time: its status at once, the milliseconds when it is over. */
  const noteUntilClosed = (status: number): void => {
    note({ status });
    response.once("close", () => done(status));
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
  if (fault === "stale") {
    done(null);
    return void response.socket?.destroy();
  }
  if (fault === "truncate") return sendAndNote(answered(), "truncated");
  if (fault === "applied-then-reset") {
    answered();
    return reset();
  }
  if (fault === "hold") {
    const reply = answered();
    return backend.held.hold(response, () => sendAndNote(reply, "whole"));
  }
  if ("status" in fault) return sendAndNote(fault, "raw");
  if ("huge" in fault) {
    noteUntilClosed(200);
    return sendHuge(response, fault);
  }
  const reply = answered();
  if ("drip" in fault) {
    noteUntilClosed(reply.status);
    return drip(response, reply, fault.drip);
  }
  const timer = setTimeout(() => sendAndNote(reply, "whole"), fault.delay);
  response.once("close", () => clearTimeout(timer));
};

const serve = async (
  backend: Backend,
  connections: Connections,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const method = message.method ?? "GET";
  const url = new URL(message.url ?? "/", "http://127.0.0.1");
  if (url.pathname.startsWith(controlRoot))
    return send(response, backend.control(method, url, await bodyOf(message)), "whole");
  const arrival = connections.arrive(response);
  const { authorization, "content-type": contentType } = message.headers;
  const body = await bodyOf(message);
  serveHubSpot(backend, { method, path: url.pathname, authorization, contentType, body }, arrival, response);
};

/** Creates the server; it does not listen yet. */
export const createSandboxServer = (backend: Backend): Server => {
  const connections = createConnections();
  const server = createServer((message, response) => {
    serve(backend, connections, message, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, body: { error: String(error) } }, "whole");
    });
  });
  // Longer than any client keeps an idle connection, so that no request meets a connection that is just closing.
  server.keepAliveTimeout = 120_000;
  return server;
};
