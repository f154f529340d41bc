/** Faults to play: which requests they hit, how often, and what happens to the answer. */
import type { Cursor, Read } from "./reader";
import { complain, integer, isRecord, list, object, oneOf, readDocument, text } from "./reader";

/** Answers with this instead of doing anything. */
export interface StatusFault {
  readonly status: number;
  /** A text is sent as it is (HTML, half a JSON, nothing at all), anything else as JSON. @default no body */
  readonly body?: unknown;
  /** @default only a `content-type` that suits the body */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Does what was asked at once, and holds the answer back for so many milliseconds. */
export interface DelayFault {
  readonly delay: number;
}

/**
 * What goes wrong.
 * - `reset`: the connection is reset, nothing takes effect.
 * - `hang`: no answer ever comes, nothing takes effect.
 * - `truncate`: the request takes effect, the answer breaks off half-way.
 * - `applied-then-reset`: the request takes effect, the connection is reset instead of an answer.
 */
export type Fault = StatusFault | DelayFault | "reset" | "hang" | "truncate" | "applied-then-reset";

/** A fault and the requests that it hits. */
export interface FaultRule {
  readonly match: {
    /** Such as `POST`. @default any */
    readonly method?: string;
    /** A regular expression found anywhere in the path, so a part of the path will do. @default any */
    readonly path?: string;
  };
  /** How many requests it hits. @default 1 */
  readonly times?: number;
  /** How many matching requests go through unharmed before. @default 0 */
  readonly after?: number;
  readonly fault: Fault;
}

const namedFaults = ["reset", "hang", "truncate", "applied-then-reset"] as const;

const readHeaders = (cursor: Cursor): Readonly<Record<string, string>> => {
  if (!isRecord(cursor.value)) {
    complain(cursor, "expected an object of texts");
    return {};
  }
  const field = object(cursor, Object.keys(cursor.value));
  return Object.fromEntries(Object.keys(cursor.value).map((name) => [name, text(field(name))]));
};

const readFault = (cursor: Cursor): Fault => {
  if (typeof cursor.value === "string") return oneOf<Fault & string>(cursor, namedFaults, "reset");
  if (isRecord(cursor.value) && "delay" in cursor.value)
    return { delay: integer(object(cursor, ["delay"])("delay"), 0) };
  if (!isRecord(cursor.value) || !("status" in cursor.value)) {
    complain(cursor, `expected {"status": …}, {"delay": …} or one of ${namedFaults.join(", ")}`);
    return "reset";
  }
  const field = object(cursor, ["status", "body", "headers"]);
  const status = integer(field("status"), 200);
  if (status > 599) complain(field("status"), "an HTTP status is from 200 to 599");
  return {
    status,
    ...("body" in cursor.value ? { body: cursor.value["body"] } : {}),
    ...("headers" in cursor.value ? { headers: readHeaders(field("headers")) } : {}),
  };
};

const readPattern = (cursor: Cursor): string => {
  const pattern = text(cursor, "");
  try {
    new RegExp(pattern);
  } catch {
    complain(cursor, "expected a part of a path or a regular expression");
  }
  return pattern;
};

const readRule = (cursor: Cursor): Required<FaultRule> => {
  const field = object(cursor, ["match", "times", "after", "fault"]);
  const match = object(field("match"), ["method", "path"]);
  return {
    match: { method: text(match("method"), ""), path: readPattern(match("path")) },
    times: integer(field("times"), 1, 1),
    after: integer(field("after"), 0, 0),
    fault: readFault(field("fault")),
  };
};

/** Reads the rules that `POST /__sandbox/faults` takes. */
export const readFaults = (input: unknown): Read<ReadonlyArray<Required<FaultRule>>> =>
  readDocument(input, (cursor) => list(cursor, readRule, true));

export interface Faults {
  /** Puts these rules in the place of all others. */
  replace(rules: ReadonlyArray<Required<FaultRule>>): void;
  /** The fault to play on a request. Earlier rules come first; each counts the requests that reach it. */
  take(method: string, path: string): Fault | undefined;
}

const matches = ({ match }: FaultRule, method: string, path: string): boolean =>
  (match.method === "" || match.method?.toUpperCase() === method) && new RegExp(match.path ?? "").test(path);

export const createFaults = (): Faults => {
  let rules: ReadonlyArray<Required<FaultRule>> = [];
  return {
    replace: (next) => {
      rules = next;
    },
    take: (method, path) => {
      let taken: Fault | undefined;
      rules = rules.flatMap((rule) => {
        if (taken !== undefined || !matches(rule, method, path)) return [rule];
        if (rule.after > 0) return [{ ...rule, after: rule.after - 1 }];
        taken = rule.fault;
        return rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : [];
      });
      return taken;
    },
  };
};
