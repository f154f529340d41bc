/**
 * What stands on the portal, read once for everybody in the process. The rows of the list of all limits name no pair;
 * a (category, typeId) names one, unless it comes twice, and then the pair itself is asked. So it is after a write.
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { hasType, showPair, typeKey } from "../associationType";
import type { AssociationType, LimitRow, Pair } from "../model";
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
  /** These types of a pair are being written. */
  readonly wrote: (pair: Pair, types: ReadonlyArray<AssociationType>) => void;
}

export const snapshot = (): Snapshot => {
  const all = shared<HubSpotError, ReadonlyMap<string, ReadonlyArray<LimitRow>>>();
  const pairs = new Map<string, Shared<HubSpotError, ReadonlyArray<LimitRow>>>();
  const written = new Set<string>();

  const pairCell = (pair: Pair): Shared<HubSpotError, ReadonlyArray<LimitRow>> => {
    const cell = pairs.get(showPair(pair)) ?? shared();
    pairs.set(showPair(pair), cell);
    return cell;
  };

  const ofPair: Snapshot["ofPair"] = (hubspot, pair) => pairCell(pair).by(hubspot.limitsOf(pair));

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
      return ofPair(hubspot, pair);
    },
    wrote: (pair, types) => {
      pairCell(pair).forget();
      for (const type of types) written.add(typeKey(type));
    },
  };
};

const byKey = (rows: ReadonlyArray<LimitRow>): ReadonlyMap<string, ReadonlyArray<LimitRow>> => {
  const map = new Map<string, LimitRow[]>();
  for (const row of rows) map.set(typeKey(row), [...(map.get(typeKey(row)) ?? []), row]);
  return map;
};
