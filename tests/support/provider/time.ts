/** Time that passes only when everybody waits: then it goes at once to the moment at which the first of them goes on. */

export interface VirtualTime {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** The date and time of day. */
  readonly date: () => Date;
  /** Ends so many milliseconds later; of those who wait for the same moment, who came first goes on first. */
  readonly wait: (ms: number) => Promise<void>;
  /** Lets time pass by itself, as a slow machine does. */
  readonly pass: (ms: number) => void;
}

/** The day on which tests take place. */
const midday = Date.UTC(2026, 5, 1, 12);

interface Waiting {
  readonly at: number;
  readonly goOn: () => void;
}

/**
 * Between two waits there are only promises, and Node settles all that can be settled before the next immediate. So who
 * goes on has the whole floor until everybody waits again; nothing depends on how fast the machine is.
 */
export const virtualTime = (): VirtualTime => {
  let time = 1_000;
  let waiting: ReadonlyArray<Waiting> = [];
  let isScheduled = false;

  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const next = waiting.reduce((first, other) => (other.at < first.at ? other : first));
      waiting = waiting.filter((other) => other !== next);
      time = Math.max(time, next.at);
      next.goOn();
      schedule();
    });
  };

  return {
    now: () => time,
    date: () => new Date(midday + time),
    wait: (ms) =>
      new Promise((resolve) => {
        waiting = [...waiting, { at: time + ms, goOn: resolve }];
        schedule();
      }),
    pass: (ms) => {
      time += ms;
    },
  };
};
