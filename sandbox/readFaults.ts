/** Reads the rules that `POST /__sandbox/faults` takes, and says everything that is wrong with them. */
import type { Fault, FaultRule, StatusFault } from "./faults";
import { smallestHugeAnswer } from "./hugeAnswer";
import type { Cursor, Read } from "./reader";
import { boolean, complain, integer, isRecord, list, object, oneOf, readDocument, text } from "./reader";

const namedFaults = ["reset", "hang", "hold", "truncate", "applied-then-reset", "stale"] as const;

const readHeaders = (cursor: Cursor): Readonly<Record<string, string>> => {
  if (!isRecord(cursor.value)) {
    complain(cursor, "expected an object of texts");
    return {};
  }
  const field = object(cursor, Object.keys(cursor.value));
  return Object.fromEntries(Object.keys(cursor.value).map((name) => [name, text(field(name))]));
};

const readStatus = (cursor: Cursor): StatusFault => {
  const field = object(cursor, ["status", "body", "headers"]);
  const status = integer(field("status"), 200);
  if (status > 599) complain(field("status"), "an HTTP status is from 200 to 599");
  const [body, headers] = [field("body"), field("headers")];
  return {
    status,
    ...(body.value === undefined ? {} : { body: body.value }),
    ...(headers.value === undefined ? {} : { headers: readHeaders(headers) }),
  };
};

const readFault = (cursor: Cursor): Fault => {
  const { value } = cursor;
  if (typeof value === "string") return oneOf<Fault & string>(cursor, namedFaults, "reset");
  if (isRecord(value) && "status" in value) return readStatus(cursor);
  if (isRecord(value) && "delay" in value) return { delay: integer(object(cursor, ["delay"])("delay"), 0) };
  if (isRecord(value) && "drip" in value) {
    const field = object(object(cursor, ["drip"])("drip"), ["bytes", "everyMilliseconds"]);
    return { drip: { bytes: integer(field("bytes"), 1), everyMilliseconds: integer(field("everyMilliseconds"), 1) } };
  }
  if (isRecord(value) && "huge" in value) {
    const field = object(cursor, ["huge", "gzip"]);
    return { huge: integer(field("huge"), smallestHugeAnswer), gzip: boolean(field("gzip"), false) };
  }
  const known = ["status", "delay", "drip", "huge"].map((key) => `{"${key}": …}`);
  complain(cursor, `expected ${known.join(", ")} or one of ${namedFaults.join(", ")}`);
  return "reset";
};

const readPattern = (cursor: Cursor): string => {
  const pattern = text(cursor);
  try {
    new RegExp(pattern);
  } catch {
    complain(cursor, "expected a part of a path or a regular expression");
  }
  return pattern;
};

const readMatch = (cursor: Cursor): FaultRule["match"] => {
  const field = object(cursor, ["method", "path", "portalId", "underWay"]);
  const [method, path, portalId, underWay] = [field("method"), field("path"), field("portalId"), field("underWay")];
  return {
    ...(method.value === undefined ? {} : { method: text(method) }),
    ...(path.value === undefined ? {} : { path: readPattern(path) }),
    ...(portalId.value === undefined ? {} : { portalId: integer(portalId, 1) }),
    ...(underWay.value === undefined ? {} : { underWay: integer(underWay, 1) }),
  };
};

const readRule = (cursor: Cursor): Required<FaultRule> => {
  const field = object(cursor, ["match", "times", "after", "fault"]);
  return {
    match: readMatch(field("match")),
    times: integer(field("times"), 1, 1),
    after: integer(field("after"), 0, 0),
    fault: readFault(field("fault")),
  };
};

/** Reads rules, in their order. */
export const readFaults = (input: unknown): Read<ReadonlyArray<Required<FaultRule>>> =>
  readDocument(input, (cursor) => list(cursor, readRule, true));
