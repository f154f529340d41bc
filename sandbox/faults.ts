/** Faults to play: which requests they hit, how often, and what happens to the answer. */

/** Answers with this instead of doing anything. */
export interface StatusFault {
  readonly status: number;
  /** A text is sent as it is (HTML, half a JSON, nothing at all), anything else as JSON. @default no body */
  readonly body?: unknown;
  /** Such as `location` or `retry-after`. @default only a `content-type` that suits the body */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Does what was asked at once, and holds the answer back for so many milliseconds. */
export interface DelayFault {
  readonly delay: number;
}

/** Does what was asked at once; the head of the answer comes at once, its body so many bytes at a time. */
export interface DripFault {
  readonly drip: { readonly bytes: number; readonly everyMilliseconds: number };
}

/**
 * Answers 200 with a list of limits as JSON that is so many bytes long (at least 100), instead of doing anything. It is
 * made while it is sent, without a `content-length`.
 */
export interface HugeFault {
  readonly huge: number;
  /** Sends it compressed, whether or not that was asked for: some thousandth of it goes over the wire. @default false */
  readonly gzip?: boolean;
}

/**
 * What goes wrong.
 * - `reset`: the connection is reset, nothing takes effect.
 * - `hang`: no answer ever comes, nothing takes effect.
 * - `hold`: the request takes effect, and its answer is held back until `release()` or `POST /__sandbox/release`.
 * - `truncate`: the request takes effect, the answer breaks off half-way.
 * - `applied-then-reset`: the request takes effect, the connection is reset instead of an answer.
 * - `stale`: a connection that was kept alive after an answer is closed when the next request comes on it, as where
 *   HubSpot gives it up while the client takes it up again; nothing takes effect. Requests on new connections go
 *   through, and do not count.
 */
export type Fault =
  | StatusFault
  | DelayFault
  | DripFault
  | HugeFault
  | "reset"
  | "hang"
  | "hold"
  | "truncate"
  | "applied-then-reset"
  | "stale";

/** A fault and the requests that it hits. */
export interface FaultRule {
  /** All that is said must hold. */
  readonly match: {
    /** Such as `POST`. @default any */
    readonly method?: string;
    /** A regular expression found anywhere in the path, so a part of the path will do. @default any */
    readonly path?: string;
    /** The portal that the request's token opens; requests for access tokens bear none. @default any, and none */
    readonly portalId?: number;
    /** At least so many requests to HubSpot paths are under way, this one included. @default 1 */
    readonly underWay?: number;
  };
  /** How many requests it hits. @default 1 */
  readonly times?: number;
  /** How many matching requests go through unharmed before. @default 0 */
  readonly after?: number;
  readonly fault: Fault;
}

/** A request, as far as rules look at it. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly portalId: number | undefined;
  readonly underWay: number;
  /** Whether a request before was answered on the same connection. */
  readonly keptAlive: boolean;
}

export interface Faults {
  /** Puts these rules in the place of all others. */
  replace(rules: ReadonlyArray<Required<FaultRule>>): void;
  /** The fault to play on a request. Earlier rules come first; each counts the requests that reach it. */
  take(subject: FaultSubject): Fault | undefined;
}

/** What the journal calls a fault. */
export const nameOf = (fault: Fault): string => {
  if (typeof fault === "string") return fault;
  if ("status" in fault) return `status ${fault.status}`;
  return "delay" in fault ? "delay" : "drip" in fault ? "drip" : "huge";
};

const matches = ({ match, fault }: FaultRule, subject: FaultSubject): boolean =>
  (match.method === undefined || match.method.toUpperCase() === subject.method) &&
  (match.path === undefined || new RegExp(match.path).test(subject.path)) &&
  (match.portalId === undefined || match.portalId === subject.portalId) &&
  (match.underWay === undefined || match.underWay <= subject.underWay) &&
  (fault !== "stale" || subject.keptAlive);

export const createFaults = (): Faults => {
  let rules: ReadonlyArray<Required<FaultRule>> = [];
  return {
    replace: (next) => {
      rules = next;
    },
    take: (subject) => {
      let taken: Fault | undefined;
      rules = rules.flatMap((rule) => {
        if (taken !== undefined || !matches(rule, subject)) return [rule];
        if (rule.after > 0) return [{ ...rule, after: rule.after - 1 }];
        taken = rule.fault;
        return rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : [];
      });
      return taken;
    },
  };
};
