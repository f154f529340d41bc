/** The HTTP server of a sandbox, on loopback only: reads requests, plays faults, sends replies, keeps the journal. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { Arrival, Connections } from "./connections";
import { createConnections } from "./connections";
import { controlRoot } from "./control";
import type { Backend } from "./course";
import { take } from "./course";
import type { Reply } from "./reply";
import type { HubSpotRequest } from "./request";
import { addressOf } from "./request";
import { drip, send, sendHuge } from "./send";

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
};

/** Puts on a connection what becomes of a request. */
const serveHubSpot = (backend: Backend, request: HubSpotRequest, arrival: Arrival, response: ServerResponse): void => {
  const { course, began, over } = take(backend, request, arrival);
  const sendAndNote = (reply: Reply, how: "whole" | "truncated" | "raw"): void => {
    over(reply.status);
    send(response, reply, how);
  };
  /** Notes an answer that takes its time: its status at once, the milliseconds when it is over. */
  const noteUntilClosed = (status: number): void => {
    began(status);
    response.once("close", () => over(status));
  };
  switch (course._tag) {
    case "Reply":
      return sendAndNote(course.reply, course.how);
    case "Late": {
      const timer = setTimeout(() => sendAndNote(course.reply, "whole"), course.milliseconds);
      return void response.once("close", () => clearTimeout(timer));
    }
    case "Held":
      return void response.once(
        "close",
        backend.held.hold(() => sendAndNote(course.reply, "whole")),
      );
    case "Drops":
      noteUntilClosed(course.reply.status);
      return drip(response, course.reply, course.drip);
    case "Huge":
      noteUntilClosed(200);
      return sendHuge(response, course.fault);
    case "NoAnswer":
      over(null);
      if (course.by === "reset") response.socket?.resetAndDestroy();
      else response.socket?.destroy();
      return;
    case "Silence":
      return;
  }
};

const serve = async (
  backend: Backend,
  connections: Connections,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const method = message.method ?? "GET";
  const address = addressOf(message.url ?? "/");
  if (address.path.startsWith(controlRoot))
    return send(response, backend.control(method, address, await bodyOf(message)), "whole");
  const arrival = connections.arrive(response);
  const { authorization, "content-type": contentType } = message.headers;
  const body = await bodyOf(message);
  serveHubSpot(backend, { method, ...address, authorization, contentType, body }, arrival, response);
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
