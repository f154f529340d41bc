/**
 * What stands on the portal, read once for everybody in the process. The rows of the list of all limits name no pair;
 * a (category, typeId) names one, unless it comes twice, and then the pair itself is asked. So it is after a write whose
 * outcome is open. What HubSpot has confirmed of a write is known without asking, and a read that lags behind it does
 * not unsay it.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { findType, hasType, justType, showPair, typeKey } from "../associationType";
import type { AssociationType, LimitRow, Pair } from "../model";
import type { Shared } from "../once";
import { shared } from "../once";
import type { Answer, HubSpot } from "./calls";
import type { HubSpotError } from "./error";

/** What HubSpot has confirmed of a type: its limit, or that it has none. */
export interface Confirmation extends AssociationType {
  readonly maxToObjectIds: O.Option<number>;
}

type Limits = Pick<HubSpot, "allLimits" | "limitsOf">;

export interface Snapshot {
  /** What the portal has of these types of a pair. */
  readonly of: (hubspot: Limits, pair: Pair, types: ReadonlyArray<AssociationType>) => Answer<ReadonlyArray<LimitRow>>;
  /** All that the portal has of a pair. */
  readonly ofPair: (hubspot: Limits, pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** The pair as it is at this moment. */
  readonly again: (hubspot: Limits, pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** These types of a pair are being written. */
  readonly wrote: (pair: Pair, types: ReadonlyArray<AssociationType>) => void;
  /** HubSpot has said what came of a write. */
  readonly confirmed: (pair: Pair, confirmations: ReadonlyArray<Confirmation>) => void;
}

export const snapshot = (): Snapshot => {
  const all = shared<HubSpotError, ReadonlyMap<string, ReadonlyArray<LimitRow>>>();
  const pairs = new Map<string, Shared<HubSpotError, ReadonlyArray<LimitRow>>>();
  const written = new Set<string>();
  const confirmations = new Map<string, ReadonlyArray<Confirmation>>();

  const confirmedOf = (pair: Pair): ReadonlyArray<Confirmation> => confirmations.get(showPair(pair)) ?? [];
  const unconfirm = (pair: Pair, types: ReadonlyArray<AssociationType>): ReadonlyArray<Confirmation> => {
    const others = confirmedOf(pair).filter((type) => !hasType(types, type));
    confirmations.set(showPair(pair), others);
    return others;
  };

  const pairCell = (pair: Pair): Shared<HubSpotError, ReadonlyArray<LimitRow>> => {
    const cell = pairs.get(showPair(pair)) ?? shared();
    pairs.set(showPair(pair), cell);
    return cell;
  };

  const ofPair: Snapshot["ofPair"] = (hubspot, pair) =>
    pipe(
      pairCell(pair).by(hubspot.limitsOf(pair)),
      TE.map((rows) => corrected(rows, confirmedOf(pair))),
    );

  return {
    ofPair,
    of: (hubspot, pair, types) =>
      pipe(
        all.by(pipe(hubspot.allLimits, TE.map(byKey))),
        TE.chain((rows) => {
          const known = confirmedOf(pair).filter((type) => hasType(types, type));
          const open = types.filter((type) => !hasType(known, type));
          const rowsOf = (type: AssociationType): ReadonlyArray<LimitRow> => rows.get(typeKey(type)) ?? [];
          const doubtful = open.some((type) => written.has(typeKey(type)) || rowsOf(type).length > 1);
          return doubtful
            ? pipe(
                ofPair(hubspot, pair),
                TE.map((found) => found.filter((row) => hasType(types, row))),
              )
            : TE.right(corrected(types.flatMap(rowsOf), known));
        }),
      ),
    again: (hubspot, pair) => {
      pairCell(pair).forget();
      return ofPair(hubspot, pair);
    },
    wrote: (pair, types) => {
      pairCell(pair).forget();
      unconfirm(pair, types);
      for (const type of types) written.add(typeKey(type));
    },
    confirmed: (pair, told) => {
      confirmations.set(showPair(pair), [...unconfirm(pair, told), ...told]);
    },
  };
};

/** The rows with what is known better. */
const corrected = (rows: ReadonlyArray<LimitRow>, known: ReadonlyArray<Confirmation>): ReadonlyArray<LimitRow> => [
  ...rows.filter((row) => !hasType(known, row)),
  ...known.map((type): LimitRow => {
    const label = findType(rows, type)?.label;
    return {
      ...justType(type),
      ...(label === undefined ? {} : { label }),
      ...(O.isSome(type.maxToObjectIds) ? { userEnforcedMaxToObjectIds: type.maxToObjectIds.value } : {}),
    };
  }),
];

const byKey = (rows: ReadonlyArray<LimitRow>): ReadonlyMap<string, ReadonlyArray<LimitRow>> => {
  const map = new Map<string, LimitRow[]>();
  for (const row of rows) map.set(typeKey(row), [...(map.get(typeKey(row)) ?? []), row]);
  return map;
};
