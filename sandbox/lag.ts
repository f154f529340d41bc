/** Reads that lag behind writes: for a number of reads or a time, a written pair still shows what stood there before. */
import type { Pair } from "./associationTypes";
import type { PairLimit } from "./limits";

/** How far reads lag: until so many of them are done and so many milliseconds are over. */
export interface Behind {
  readonly reads: number;
  readonly milliseconds: number;
}

/** The lag of one portal. */
export interface Lag {
  /** Notes a write to a pair that had these limits. Where it lags from a write before, it goes on to show that. */
  wrote(pair: Pair, before: ReadonlyArray<PairLimit>, behind: Behind): void;
  /** Counts one read of a pair that truly has these limits, and gives those to show. */
  read(pair: Pair, now: ReadonlyArray<PairLimit>): ReadonlyArray<PairLimit>;
}

interface Lagging {
  readonly shown: ReadonlyArray<PairLimit>;
  readonly readsLeft: number;
  readonly until: number;
}

export const createLag = (clock: () => number): Lag => {
  const lagging = new Map<string, Lagging>();
  const keyOf = ({ from, to }: Pair): string => `${from}/${to}`;
  const stillLagging = (pair: Pair): Lagging | undefined => {
    const late = lagging.get(keyOf(pair));
    return late !== undefined && (late.readsLeft > 0 || clock() < late.until) ? late : undefined;
  };
  return {
    wrote: (pair, before, { reads, milliseconds }) => {
      const shown = stillLagging(pair)?.shown ?? before;
      lagging.set(keyOf(pair), { shown, readsLeft: reads, until: clock() + milliseconds });
    },
    read: (pair, now) => {
      const late = stillLagging(pair);
      if (late === undefined) return now;
      lagging.set(keyOf(pair), { ...late, readsLeft: Math.max(0, late.readsLeft - 1) });
      return late.shown;
    },
  };
};
