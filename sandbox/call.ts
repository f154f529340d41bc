/** What a handler is given of a request that was let in: the portal, the parts of the path, the body, and the pair. */
import type { Pair } from "./associationTypes";
import type { ResolvedPair } from "./errors";
import { unknownObjectType } from "./errors";
import type { PortalState } from "./model";
import { findInPath } from "./objectTypes";
import type { Reply } from "./reply";
import type { Store } from "./store";

/** A request that has been let in. */
export interface Call {
  readonly portal: PortalState;
  /** The variable parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty where there is none. */
  readonly body: string;
}

/** Answers a request, and does what it asks. */
export type Handler = (store: Store, call: Call) => Reply;

/** Answers for the pair that a path names, once HubSpot knows both object types. */
export const withPair =
  (answer: (store: Store, call: Call, pair: ResolvedPair) => Reply): Handler =>
  (store, call) => {
    const { switches } = store.state();
    const { from: fromSpelling = "", to: toSpelling = "" } = call.parameters;
    const from = findInPath(call.portal, fromSpelling, switches);
    if (from === undefined) return unknownObjectType(fromSpelling);
    const to = findInPath(call.portal, toSpelling, switches);
    if (to === undefined) return unknownObjectType(toSpelling);
    return answer(store, call, { from, to });
  };

/** A pair as the state names it. */
export const byNames = ({ from, to }: ResolvedPair): Pair => ({ from: from.name, to: to.name });
