/** How a reply gets onto a connection: whole or broken, at once or in drops. */
import type { ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { encode, json } from "./encode";
import type { DripFault, HugeFault } from "./faults";
import { hugeAnswer } from "./hugeAnswer";
import type { Reply } from "./reply";

/** Sends the head of a reply, and gives the bytes of its body. */
const sendHead = (response: ServerResponse, reply: Reply, raw: boolean): Buffer => {
  const { status, headers, bytes } = encode(reply, raw);
  response.writeHead(status, headers);
  return bytes;
};

export const send = (response: ServerResponse, reply: Reply, how: "whole" | "truncated" | "raw"): void => {
  const bytes = sendHead(response, reply, how === "raw");
  if (how === "truncated")
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
  else response.end(bytes);
};

/** Sends the head at once and the body drop by drop, until it is done or nobody listens any more. */
export const drip = (response: ServerResponse, reply: Reply, { bytes, everyMilliseconds }: DripFault["drip"]): void => {
  const body = sendHead(response, reply, false);
  if (body.length === 0) return void response.end();
  response.flushHeaders();
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + bytes));
    sent += bytes;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, everyMilliseconds);
  response.once("close", () => clearInterval(timer));
};

/** Sends a huge answer as fast as it is taken, until it is done or nobody listens any more. */
export const sendHuge = (response: ServerResponse, { huge, gzip = false }: HugeFault): void => {
  response.writeHead(200, { "content-type": json, ...(gzip ? { "content-encoding": "gzip" } : {}) });
  const answer = Readable.from(hugeAnswer(huge), { objectMode: false });
  const done = (): void => undefined;
  if (gzip) pipeline(answer, createGzip(), response, done);
  else pipeline(answer, response, done);
};
