/** Time that passes only when somebody sleeps, chance that is chosen, and words that are kept. */
import type { Runtime } from "../../../provider/runtime";

export interface TestRuntime extends Runtime {
  /** What the user was told. */
  readonly said: string[];
  /** How long was slept, in milliseconds, sleep by sleep. */
  readonly slept: number[];
  /** The lines for whoever looks for a fault. */
  readonly traced: string[];
  /** Lets time pass by itself, as a slow answer does. */
  readonly pass: (ms: number) => void;
}

/** The day on which tests take place. */
const midday = Date.UTC(2026, 5, 1, 12);

/** Sleepers wake one at a time in the order of their times, each before anything else goes on. */
export const testRuntime = (random: () => number = () => 0.5): TestRuntime => {
  let time = 1_000;
  const said: string[] = [];
  const slept: number[] = [];
  const traced: string[] = [];
  let sleepers: ReadonlyArray<{ readonly at: number; readonly wake: () => void }> = [];
  let waking = false;

  /** Wakes the next sleeper once everything that can go on has gone on. */
  const wakeNext = (): void => {
    setImmediate(() => {
      const [next, ...rest] = [...sleepers].sort((a, b) => a.at - b.at);
      sleepers = rest;
      waking = rest.length > 0;
      if (next === undefined) return;
      time = Math.max(time, next.at);
      next.wake();
      if (rest.length > 0) wakeNext();
    });
  };

  return {
    said,
    slept,
    traced,
    now: () => time,
    date: () => new Date(midday + time),
    random,
    pass: (ms) => {
      time += ms;
    },
    sleep: (ms) => () =>
      new Promise((resolve) => {
        slept.push(ms);
        sleepers = [...sleepers, { at: time + ms, wake: resolve }];
        if (!waking) {
          waking = true;
          wakeNext();
        }
      }),
    warn: (message) => async () => {
      said.push(message);
    },
    engineAlive: () => Promise.resolve(true),
    debug: (line) => void traced.push(line),
  };
};
