/**
 * Which association types a pair has, read once for everybody in the process. What HubSpot has confirmed of a label that
 * was made, changed or deleted is known without asking again, and a read that lags behind does not unsay it.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { findType, hasType, showPair, without } from "../associationType";
import type { AssociationType, LimitRow, Pair } from "../model";
import type { Shared } from "../once";
import { shared } from "../once";
import type { Answer, HubSpot } from "./calls";
import type { HubSpotError } from "./error";

type Rows = ReadonlyArray<LimitRow>;

export interface PairTypes {
  /** The association types of a directed pair. */
  readonly of: (hubspot: Pick<HubSpot, "labelsOf">, pair: Pair) => Answer<Rows>;
  /** The same, read anew each time that it is run. */
  readonly again: (hubspot: Pick<HubSpot, "labelsOf">, pair: Pair) => Answer<Rows>;
  /** What has been read already. */
  readonly known: (pair: Pair) => O.Option<Rows>;
  /** These rows stand now as HubSpot has confirmed. */
  readonly stands: (pair: Pair, rows: Rows) => void;
  /** These types are gone, as HubSpot has confirmed. */
  readonly gone: (pair: Pair, types: ReadonlyArray<AssociationType>) => void;
  /** Whether HubSpot has confirmed that this type is gone: its limit went with it. */
  readonly isGone: (pair: Pair, type: AssociationType) => boolean;
  /** Something stands there besides that has to be read. */
  readonly forget: (pair: Pair) => void;
}

interface Entry {
  readonly cell: Shared<HubSpotError, Rows>;
  read: O.Option<Rows>;
  confirmed: Rows;
  deleted: ReadonlyArray<AssociationType>;
}

export const pairTypes = (): PairTypes => {
  const entries = new Map<string, Entry>();

  const entryOf = (pair: Pair): Entry => {
    const entry = entries.get(showPair(pair)) ?? { cell: shared(), read: O.none, confirmed: [], deleted: [] };
    entries.set(showPair(pair), entry);
    return entry;
  };

  const corrected = ({ confirmed, deleted }: Entry, rows: Rows): Rows => [
    ...rows.filter((row) => !hasType(deleted, row)).map((row) => findType(confirmed, row) ?? row),
    ...without(confirmed, rows),
  ];

  const of: PairTypes["of"] = (hubspot, pair) => {
    const entry = entryOf(pair);
    return pipe(
      entry.cell.by(hubspot.labelsOf(pair)),
      TE.map((rows) => {
        entry.read = O.some(rows);
        return corrected(entry, rows);
      }),
    );
  };

  const forget: PairTypes["forget"] = (pair) => {
    const entry = entryOf(pair);
    entry.cell.forget();
    entry.read = O.none;
  };

  return {
    of,
    again: (hubspot, pair) => () => {
      forget(pair);
      return of(hubspot, pair)();
    },
    known: (pair) => {
      const entry = entryOf(pair);
      return pipe(
        entry.read,
        O.map((rows) => corrected(entry, rows)),
      );
    },
    stands: (pair, rows) => {
      const entry = entryOf(pair);
      entry.confirmed = [...without(entry.confirmed, rows), ...rows];
      entry.deleted = without(entry.deleted, rows);
    },
    gone: (pair, types) => {
      const entry = entryOf(pair);
      entry.confirmed = without(entry.confirmed, types);
      entry.deleted = [...entry.deleted, ...types];
    },
    isGone: (pair, type) => hasType(entryOf(pair).deleted, type),
    forget,
  };
};
