/** What the provider needs of the world besides HubSpot: time, chance, and a way to speak to the user. */
import type { Task } from "fp-ts/Task";

export interface Runtime {
  /** Milliseconds since some fixed moment; only differences count. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Task<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Says something to the user as a warning. Never fails. */
  readonly warn: (message: string) => Task<void>;
}

/** The real clock and real chance. */
export const realTime: Omit<Runtime, "warn"> = {
  now: () => performance.now(),
  sleep: (ms) => () => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};
