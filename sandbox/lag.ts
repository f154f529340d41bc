/** Reads that lag behind writes: for a number of reads, a written pair still shows what stood there before. */
import type { Pair } from "./associationTypes";
import type { PairLimit } from "./limits";

/** The lag of one portal. */
export interface Lag {
  /** Notes a write to a pair that had these limits. */
  wrote(pair: Pair, before: ReadonlyArray<PairLimit>, reads: number): void;
  /** Counts one read of a pair that truly has these limits, and gives those to show. */
  read(pair: Pair, now: ReadonlyArray<PairLimit>): ReadonlyArray<PairLimit>;
}

interface Lagging {
  readonly shown: ReadonlyArray<PairLimit>;
  readonly reads: number;
}

export const createLag = (): Lag => {
  const lagging = new Map<string, Lagging>();
  const keyOf = ({ from, to }: Pair): string => `${from}/${to}`;
  return {
    wrote: (pair, before, reads) => {
      if (reads > 0) lagging.set(keyOf(pair), { shown: lagging.get(keyOf(pair))?.shown ?? before, reads });
    },
    read: (pair, now) => {
      const late = lagging.get(keyOf(pair));
      if (late === undefined) return now;
      if (late.reads > 1) lagging.set(keyOf(pair), { ...late, reads: late.reads - 1 });
      else lagging.delete(keyOf(pair));
      return late.shown;
    },
  };
};
