/**
 * HubSpot's limits tracking: which pairs have labels, and which records are at or near a limit. Only the command asks
 * it; no resource does. Source: HubSpot's "Limits tracking API" guide.
 */
import * as t from "io-ts";
import type { Pair } from "../model";
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

/** An object type on one side of pairs that have records at or near their limit. */
export interface TrackedSide extends TrackedObject {
  /** Absent where HubSpot does not say. */
  readonly atLimit?: boolean;
  readonly nearLimit?: boolean;
}

/** A record that is at its limit or near it. */
export interface RecordSample {
  readonly objectId: string;
  /** HubSpot: "the label associated with a record"; most likely what people call the record. */
  readonly label?: string;
  /** How many associated records it has; HubSpot says it only of those near the limit. */
  readonly usage?: number;
}

/** The records of a directed pair, as far as they are at or near their limit. */
export interface RecordLimits {
  /** How many records of `to` one of `from` can have. */
  readonly limit: number;
  /** So many records have reached it. */
  readonly atLimit: number;
  /** So many have 80 % of it or more. Whether those that have reached it count here too, HubSpot does not say. */
  readonly nearLimit: number;
  readonly atLimitSamples: ReadonlyArray<RecordSample>;
  readonly nearLimitSamples: ReadonlyArray<RecordSample>;
}

/** One portal's limits tracking. */
export interface Tracking {
  /** Every directed pair that has a label. A label that was deleted counts for some 40 seconds more. */
  readonly labeledPairs: Answer<ReadonlyArray<LabeledPair>>;
  /** The object types that have records at or near a limit. */
  readonly recordsFrom: Answer<ReadonlyArray<TrackedSide>>;
  /** The object types of which records of this one have as many as they can, or nearly so. */
  readonly recordsTo: (fromObjectTypeId: string) => Answer<ReadonlyArray<TrackedSide>>;
  /** The records of one directed pair, by object type ids. */
  readonly recordsOf: (pair: Pair) => Answer<RecordLimits>;
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

const WireSides = t.type({
  results: t.array(
    t.intersection([
      WireObject,
      t.partial({ hasRecordsAtLimit: optional(t.boolean), hasRecordsNearLimit: optional(t.boolean) }),
    ]),
  ),
});

export const decodeTrackedSides = decodeWith(WireSides, ({ results }) =>
  results.map(({ hasRecordsAtLimit, hasRecordsNearLimit, ...object }): TrackedSide => ({
    ...trackedObject(object),
    ...present({ atLimit: hasRecordsAtLimit, nearLimit: hasRecordsNearLimit }),
  })),
);

const WireSamples = optional(
  t.array(
    t.intersection([
      // An integer in HubSpot's specification; elsewhere HubSpot gives ids of records as texts.
      t.type({ objectId: t.union([t.Int, t.string]) }),
      t.partial({ label: optional(t.string), usage: optional(t.number) }),
    ]),
  ),
);

const WireRecordLimits = t.intersection([
  t.type({ limit: t.number }),
  t.partial({
    totalRecordsAtLimit: optional(t.number),
    totalRecordsNearLimit: optional(t.number),
    atLimitFromRecordSamples: WireSamples,
    nearLimitFromRecordSamples: WireSamples,
  }),
]);

const recordSamples = (wire: t.TypeOf<typeof WireSamples>): ReadonlyArray<RecordSample> =>
  (wire ?? []).map(({ objectId, label, usage }) => ({ objectId: String(objectId), ...present({ label, usage }) }));

export const decodeRecordLimits = decodeWith(WireRecordLimits, (wire): RecordLimits => {
  const atLimitSamples = recordSamples(wire.atLimitFromRecordSamples);
  const nearLimitSamples = recordSamples(wire.nearLimitFromRecordSamples);
  return {
    limit: wire.limit,
    atLimit: wire.totalRecordsAtLimit ?? atLimitSamples.length,
    nearLimit: wire.totalRecordsNearLimit ?? nearLimitSamples.length,
    atLimitSamples,
    nearLimitSamples,
  };
});

type Ask = <A>(call: Call, decode: Decode<A>) => Answer<A>;

export const tracking = (version: ApiVersion, ask: Ask): Tracking => {
  const at = trackingPaths(version);
  const get = (path: string, doing: string): Call => ({ method: "GET", path, doing });
  return {
    labeledPairs: ask(get(at.labels, "reading which pairs have labels"), decodeLabeledPairs),
    recordsFrom: ask(get(at.recordsFrom, "reading which records are at or near a limit"), decodeTrackedSides),
    recordsTo: (from) =>
      ask(get(at.recordsTo(from), `reading which records of ${from} are at or near a limit`), decodeTrackedSides),
    recordsOf: (pair) =>
      ask(
        get(at.recordsOf(pair), `reading which records of ${pair.from} have as many ${pair.to} as they can`),
        decodeRecordLimits,
      ),
  };
};
