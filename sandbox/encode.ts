/** A reply as it is sent: its head, and the bytes of its body. */
import type { Reply } from "./reply";

export const json = "application/json;charset=utf-8";

export interface Encoded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

const isJson = (body: string): boolean => {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
};

/** The bytes of a body: a text goes as it is where it is marked as raw, all else as JSON. */
const bytesOf = ({ body }: Reply, raw: boolean): Buffer => {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(raw && typeof body === "string" ? body : JSON.stringify(body));
};

const contentType = (bytes: Buffer, raw: boolean): string =>
  raw && !isJson(bytes.toString("utf8")) ? "text/html;charset=utf-8" : json;

export const encode = (reply: Reply, raw: boolean): Encoded => {
  const bytes = bytesOf(reply, raw);
  return {
    status: reply.status,
    headers: {
      ...(bytes.length > 0 ? { "content-type": contentType(bytes, raw) } : {}),
      ...(reply.status === 204 ? {} : { "content-length": String(bytes.length) }),
      ...reply.headers,
    },
    bytes,
  };
};
