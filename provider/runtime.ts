/** What the provider needs of the world besides HubSpot: time, chance, and a way to speak to the user. */
import type { Task } from "fp-ts/Task";

export interface Runtime {
  /** Milliseconds since some fixed moment; only differences count. */
  readonly now: () => number;
  /** The date and time of day. */
  readonly date: () => Date;
  readonly sleep: (ms: number) => Task<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Says something to the user as a warning. Never fails. */
  readonly warn: (message: string) => Task<void>;
  /** Whether the engine that wants all this is still there. Never fails. */
  readonly engineAlive: Task<boolean>;
  /** Takes a line for whoever looks for a fault. Never fails. */
  readonly debug: (line: string) => void;
}

/** The real clock and real chance. */
export const realTime: Omit<Runtime, "warn" | "debug" | "engineAlive"> = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (ms) => () => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};
