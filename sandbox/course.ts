/**
 * What becomes of a request to a HubSpot path: which fault is played, what takes effect, and what the journal notes.
 * Nothing here knows whether it came over a socket or from a function of this process.
 */
import type { Arrival } from "./connections";
import type { DripFault, Faults, HugeFault } from "./faults";
import { nameOf } from "./faults";
import type { Held } from "./held";
import type { Journal } from "./journal";
import type { Reply } from "./reply";
import type { Address, Answered, HubSpotRequest } from "./request";

/** What stands behind a sandbox. */
export interface Backend {
  readonly answer: (request: HubSpotRequest) => Answered;
  /** The portal that a request's token opens. */
  readonly portalOf: (request: HubSpotRequest) => number | undefined;
  readonly control: (method: string, address: Address, body: string) => Reply;
  readonly faults: Faults;
  readonly held: Held;
  readonly journal: Journal;
  /** Milliseconds, from any point in time. */
  readonly clock: () => number;
}

/** What comes back. All that was to take effect has done so. */
export type Course =
  | { readonly _tag: "Reply"; readonly reply: Reply; readonly how: "whole" | "raw" | "truncated" }
  | { readonly _tag: "Late"; readonly reply: Reply; readonly milliseconds: number }
  | { readonly _tag: "Held"; readonly reply: Reply }
  | { readonly _tag: "Drops"; readonly reply: Reply; readonly drip: DripFault["drip"] }
  | { readonly _tag: "Huge"; readonly fault: HugeFault }
  /** The connection is reset, or closed as an idle one. */
  | { readonly _tag: "NoAnswer"; readonly by: "reset" | "close"; readonly tookEffect: boolean }
  | { readonly _tag: "Silence" };

/** A request that has come. */
export interface UnderWay {
  readonly course: Course;
  /** Notes the status of an answer that begins. */
  readonly began: (status: number) => void;
  /** Notes that all is over: with the status of the answer, or null where there was none. */
  readonly over: (status: number | null) => void;
}

/** Takes a request in, and does what it asks unless a fault keeps it from that. */
export const take = (backend: Backend, request: HubSpotRequest, { keptAlive, underWay }: Arrival): UnderWay => {
  const { clock, faults, journal } = backend;
  const arrived = clock();
  const { method, path } = request;
  const note = journal.begin(request);
  const portalId = backend.portalOf(request);
  const fault = faults.take({ method, path, portalId, underWay: underWay(), keptAlive });
  if (fault !== undefined) note({ fault: nameOf(fault) });

  const answered = (): Reply => {
    const { reply, ...portal } = backend.answer(request);
    note(portal);
    return reply;
  };
  const course = (): Course => {
    if (fault === undefined) return { _tag: "Reply", reply: answered(), how: "whole" };
    if (fault === "hang") return { _tag: "Silence" };
    if (fault === "reset") return { _tag: "NoAnswer", by: "reset", tookEffect: false };
    if (fault === "stale") return { _tag: "NoAnswer", by: "close", tookEffect: false };
    if (fault === "truncate") return { _tag: "Reply", reply: answered(), how: "truncated" };
    if (fault === "applied-then-reset") {
      answered();
      return { _tag: "NoAnswer", by: "reset", tookEffect: true };
    }
    if (fault === "hold") return { _tag: "Held", reply: answered() };
    if ("status" in fault) return { _tag: "Reply", reply: fault, how: "raw" };
    if ("huge" in fault) return { _tag: "Huge", fault };
    if ("drip" in fault) return { _tag: "Drops", reply: answered(), drip: fault.drip };
    return { _tag: "Late", reply: answered(), milliseconds: fault.delay };
  };
  return {
    course: course(),
    began: (status) => note({ status }),
    over: (status) => note({ status, milliseconds: clock() - arrived }),
  };
};
