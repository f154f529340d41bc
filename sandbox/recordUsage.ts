/**
 * Limits tracking of records: which records have as many associated records as they may, or nearly so. The sandbox
 * keeps no records, only how many associated records those of its state have.
 *
 * From HubSpot's "Limits tracking" guide and reference: the three paths, the names and types of all fields, that a
 * record is near its limit from 80 % on, and that `limit` is "the number of associated records each record can have".
 * Our own reading, which no client may depend on: that a limit which people set counts here, and that a record at its
 * limit is not counted as near it; how many samples there are and in which order; that a record's `label` is what it
 * is called; and what a pair without a limit can have.
 */
import type { Pair } from "./associationTypes";
import { sameType, typesOf } from "./associationTypes";
import type { Handler } from "./call";
import { byNames, withPair } from "./call";
import { unknownObjectType } from "./errors";
import type { PortalState, RecordUsage } from "./model";
import { describeObjectType, findInPath, labelsOf } from "./objectTypes";

/** What HubSpot's guides take for an example of contacts of a company; other pairs, and subscriptions, have others. */
const limitOfHubSpot = 50_000;

/** From so much of the limit on a record is near it. */
const nearPercentage = 80;

const mostSamples = 5;

const isOf = (pair: Pair) => (other: Pair) => other.from === pair.from && other.to === pair.to;

/** A pair's own limit, of its unlabeled type, or HubSpot's. */
const limitOf = ({ labels, limits }: PortalState, pair: Pair): number => {
  const unlabeled = typesOf(labels, pair).filter(({ label }) => label === null);
  const own = limits.filter(isOf(pair)).find((limit) => unlabeled.some((type) => sameType(type, limit)));
  return own?.maxToObjectIds ?? limitOfHubSpot;
};

type UsedRecord = RecordUsage["records"][number];

interface Tracked extends Pair {
  readonly limit: number;
  readonly at: ReadonlyArray<UsedRecord>;
  readonly near: ReadonlyArray<UsedRecord>;
}

const trackedPair = (portal: PortalState, pair: Pair): Tracked => {
  const limit = limitOf(portal, pair);
  const records = (portal.recordUsage ?? []).filter(isOf(pair)).flatMap(({ records }) => records);
  return {
    ...pair,
    limit,
    at: records.filter(({ associated }) => associated >= limit),
    near: records.filter((record) => record.associated < limit && record.associated * 100 >= limit * nearPercentage),
  };
};

/** The pairs that have records at or near their limit. */
const trackedPairs = (portal: PortalState): ReadonlyArray<Tracked> =>
  (portal.recordUsage ?? [])
    .map((pair) => trackedPair(portal, pair))
    .filter(({ at, near }) => at.length > 0 || near.length > 0);

/** The object types on one side of these pairs, each once. */
const sides = (portal: PortalState, pairs: ReadonlyArray<Tracked>, side: keyof Pair) =>
  [...new Set(pairs.map((pair) => pair[side]))].map((name) => {
    const ofName = pairs.filter((pair) => pair[side] === name);
    return {
      ...describeObjectType(portal, name),
      hasRecordsAtLimit: ofName.some(({ at }) => at.length > 0),
      hasRecordsNearLimit: ofName.some(({ near }) => near.length > 0),
    };
  });

/** `GET /crm/v3/limits/associations/records/from`: the object types whose records are at or near a limit. */
export const readRecordsFrom: Handler = (_store, { portal }) => ({
  status: 200,
  body: { results: sides(portal, trackedPairs(portal), "from") },
});

/** `GET …/records/{from}/to`: the object types of which records of this one have as many as they may, or nearly so. */
export const readRecordsTo: Handler = (store, { portal, parameters }) => {
  const { from: spelling = "" } = parameters;
  const from = findInPath(portal, spelling, store.state().switches);
  if (from === undefined) return unknownObjectType(spelling);
  const pairs = trackedPairs(portal).filter((pair) => pair.from === from.name);
  return { status: 200, body: { results: sides(portal, pairs, "to") } };
};

/** `GET …/records/{from}/{to}`: the limit of a pair, and how many records are at or near it, with samples. */
export const readRecordsOf: Handler = withPair((_store, { portal }, resolved) => {
  const { limit, at, near } = trackedPair(portal, byNames(resolved));
  const { singular } = labelsOf(resolved.from);
  const sample = ({ objectId, label = `${singular} ${objectId}` }: UsedRecord) => ({ objectId, label });
  return {
    status: 200,
    body: {
      limit,
      totalRecordsAtLimit: at.length,
      totalRecordsNearLimit: near.length,
      atLimitFromRecordSamples: at.slice(0, mostSamples).map(sample),
      nearLimitFromRecordSamples: near.slice(0, mostSamples).map((record) => ({
        ...sample(record),
        usage: record.associated,
        percentage: (record.associated * 100) / limit,
      })),
    },
  };
});
