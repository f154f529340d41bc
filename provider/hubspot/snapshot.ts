/**
 * What stands on the portal, read once for everybody in the process. The rows of the list of all limits name no pair;
 * a (category, typeId) names one, unless it comes twice, and then the pair itself is asked. So it is after a write.
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { findType, hasType, showPair, typeKey, without } from "../associationType";
import type { AssociationType, Limit, LimitRow, Pair } from "../model";
import type { Shared } from "../once";
import { shared } from "../once";
import type { Answer, HubSpot } from "./calls";
import type { HubSpotError } from "./error";

export interface Snapshot {
  /** What the portal has of these types of a pair. */
  readonly of: (hubspot: HubSpot, pair: Pair, types: ReadonlyArray<AssociationType>) => Answer<ReadonlyArray<LimitRow>>;
  /** All that the portal has of a pair. */
  readonly ofPair: (hubspot: HubSpot, pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** The pair as it is at this moment. */
  readonly again: (hubspot: HubSpot, pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** These types of a pair were written; of some of them the answer told what stands now. */
  readonly wrote: (pair: Pair, types: ReadonlyArray<AssociationType>, told?: Told) => void;
}

/** What an answer to a write told: of these types, these limits stand, and no other. */
export interface Told {
  readonly types: ReadonlyArray<AssociationType>;
  readonly limits: ReadonlyArray<Limit>;
}

export const snapshot = (): Snapshot => {
  const all = shared<HubSpotError, ReadonlyMap<string, ReadonlyArray<LimitRow>>>();
  const pairs = new Map<string, Shared<HubSpotError, ReadonlyArray<LimitRow>>>();
  const written = new Set<string>();
  const toldOf = new Map<string, Told>();

  const pairCell = (pair: Pair): Shared<HubSpotError, ReadonlyArray<LimitRow>> => {
    const cell = pairs.get(showPair(pair)) ?? shared();
    pairs.set(showPair(pair), cell);
    return cell;
  };

  const asked = (hubspot: HubSpot, pair: Pair): Answer<ReadonlyArray<LimitRow>> =>
    pairCell(pair).by(hubspot.limitsOf(pair));

  const nothingTold: Told = { types: [], limits: [] };

  /** Reads may lag behind a write: what its answer told is true, whatever they still show. */
  const ofPair: Snapshot["ofPair"] = (hubspot, pair) =>
    pipe(
      asked(hubspot, pair),
      TE.map((rows) => corrected(rows, toldOf.get(showPair(pair)) ?? nothingTold)),
    );

  return {
    ofPair,
    of: (hubspot, pair, types) =>
      pipe(
        all.by(pipe(hubspot.allLimits, TE.map(byKey))),
        TE.chain((rows) => {
          const own = types.map((type) => rows.get(typeKey(type)) ?? []);
          const doubtful = types.some((type) => written.has(typeKey(type))) || own.some(({ length }) => length > 1);
          return doubtful
            ? pipe(
                ofPair(hubspot, pair),
                TE.map((found) => found.filter((row) => hasType(types, row))),
              )
            : TE.right(own.flat());
        }),
      ),
    again: (hubspot, pair) => {
      pairCell(pair).forget();
      return asked(hubspot, pair);
    },
    wrote: (pair, types, told = nothingTold) => {
      pairCell(pair).forget();
      for (const type of types) written.add(typeKey(type));
      const before = toldOf.get(showPair(pair)) ?? nothingTold;
      toldOf.set(showPair(pair), {
        types: [...without(before.types, types), ...told.types],
        limits: [...without(before.limits, types), ...told.limits],
      });
    },
  };
};

const corrected = (rows: ReadonlyArray<LimitRow>, { types, limits }: Told): ReadonlyArray<LimitRow> => [
  ...without(rows, types),
  ...limits.map(({ maxToObjectIds, ...type }) => ({
    ...findType(rows, type),
    ...type,
    userEnforcedMaxToObjectIds: maxToObjectIds,
  })),
];

const byKey = (rows: ReadonlyArray<LimitRow>): ReadonlyMap<string, ReadonlyArray<LimitRow>> => {
  const map = new Map<string, LimitRow[]>();
  for (const row of rows) map.set(typeKey(row), [...(map.get(typeKey(row)) ?? []), row]);
  return map;
};
