/**
 * HubSpot's limits tracking: which pairs have labels, and which records are at or near a limit. Only the command asks
 * it; no resource does. Source: HubSpot's "Limits tracking API" guide.
 */
import * as t from "io-ts";
import type { Answer } from "./calls";
import type { Decode } from "./codecs";
import { decodeWith, optional, present } from "./codecs";
import type { Call } from "./error";
import type { ApiVersion } from "./paths";
import { trackingPaths } from "./paths";

/** An object type as limits tracking names it. */
export interface TrackedObject {
  readonly objectTypeId: string;
  readonly singularLabel?: string;
  readonly pluralLabel?: string;
}

/** A directed pair that has labels, and how many of those that it can have. */
export interface LabeledPair {
  readonly from: TrackedObject;
  readonly to: TrackedObject;
  readonly labels: ReadonlyArray<string>;
  readonly usage: number;
  readonly limit: number;
}

/** One portal's limits tracking. */
export interface Tracking {
  /** Every directed pair that has a label. A label that was deleted counts for some 40 seconds more. */
  readonly labeledPairs: Answer<ReadonlyArray<LabeledPair>>;
}

const WireObject = t.intersection([
  t.type({ objectTypeId: t.string }),
  t.partial({ singularLabel: optional(t.string), pluralLabel: optional(t.string) }),
]);

const trackedObject = ({ objectTypeId, singularLabel, pluralLabel }: t.TypeOf<typeof WireObject>): TrackedObject => ({
  objectTypeId,
  ...present({ singularLabel, pluralLabel }),
});

const WireLabeledPairs = t.type({
  results: t.array(
    t.intersection([
      t.type({ fromObjectType: WireObject, toObjectType: WireObject }),
      t.partial({ allLabels: optional(t.array(t.string)), usage: optional(t.number), limit: optional(t.number) }),
    ]),
  ),
});

/** HubSpot's "Associations schema API" guide: a pair has so many labels at most. */
const mostLabels = 50;

export const decodeLabeledPairs = decodeWith(WireLabeledPairs, ({ results }) =>
  results.map(({ fromObjectType, toObjectType, allLabels, usage, limit }): LabeledPair => ({
    from: trackedObject(fromObjectType),
    to: trackedObject(toObjectType),
    labels: allLabels ?? [],
    usage: usage ?? allLabels?.length ?? 0,
    limit: limit ?? mostLabels,
  })),
);

type Ask = <A>(call: Call, decode: Decode<A>) => Answer<A>;

export const tracking = (version: ApiVersion, ask: Ask): Tracking => {
  const at = trackingPaths(version);
  const get = (path: string, doing: string): Call => ({ method: "GET", path, doing });
  return {
    labeledPairs: ask(get(at.labels, "reading which pairs have labels"), decodeLabeledPairs),
  };
};
