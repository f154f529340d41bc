/** What a provider has of the world in a test: virtual time, chance that is chosen, and words that are kept. */
import type { Runtime } from "../../../provider/runtime";
import { discreet } from "../../../provider/runtime";
import type { VirtualTime } from "./time";
import { virtualTime } from "./time";

export interface TestRuntime extends Runtime {
  readonly time: VirtualTime;
  /** What the user was told. */
  readonly said: string[];
  /** How long was slept, in milliseconds, sleep by sleep. */
  readonly slept: number[];
  /** The lines for whoever looks for a fault. */
  readonly traced: string[];
  /** Lets time pass by itself, as a slow answer does. */
  readonly pass: (ms: number) => void;
}

/** @param time shared with whoever else lives in it, such as a sandbox or another process */
export const testRuntime = (random: () => number = () => 0.5, time: VirtualTime = virtualTime()): TestRuntime => {
  const said: string[] = [];
  const slept: number[] = [];
  const traced: string[] = [];
  const world = discreet({
    now: time.now,
    date: time.date,
    random,
    sleep: (ms) => () => {
      slept.push(ms);
      return time.wait(ms);
    },
    warn: (message) => async () => {
      said.push(message);
    },
    engineAlive: () => Promise.resolve(true),
    debug: (line) => void traced.push(line),
  });
  return { ...world, time, said, slept, traced, pass: time.pass };
};
