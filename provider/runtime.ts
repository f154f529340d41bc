/** What the provider needs of the world besides HubSpot: time, chance, and a way to speak to the user. */
import type { Task } from "fp-ts/Task";
import type { Mask } from "./mask";
import { newMask } from "./mask";

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
  /** The credentials of this process: what comes from outside and what is said shows none of them. */
  readonly mask: Mask;
}

/** A world in which nothing that is said holds a credential. */
export const discreet = (world: Omit<Runtime, "mask">): Runtime => {
  const mask = newMask();
  return {
    ...world,
    mask,
    warn: (message) => world.warn(mask.over(message)),
    debug: (line) => world.debug(mask.over(line)),
  };
};

/** The real clock and real chance. */
export const realTime: Omit<Runtime, "warn" | "debug" | "engineAlive" | "mask"> = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (ms) => () => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};
