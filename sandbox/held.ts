/** The answers that the fault `hold` holds back until somebody releases them. */
import type { ServerResponse } from "node:http";

export interface Held {
  /** Holds an answer back: sends it when it is released, unless its client has gone by then. */
  hold(response: ServerResponse, send: () => void): void;
  /** Sends all that is held back now, and tells how many answers that were. */
  release(): number;
}

export const createHeld = (): Held => {
  const held = new Map<ServerResponse, () => void>();
  return {
    hold: (response, send) => {
      held.set(response, send);
      response.once("close", () => held.delete(response));
    },
    release: () => {
      const released = [...held.values()];
      held.clear();
      released.forEach((send) => send());
      return released.length;
    },
  };
};
