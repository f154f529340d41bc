/** The answers that the fault `hold` holds back until somebody releases them. */

export interface Held {
  /** Holds an answer back until it is released; gives what forgets it, since its client may go before that. */
  hold(send: () => void): () => void;
  /** Sends all that is held back now, and tells how many answers that were. */
  release(): number;
}

export const createHeld = (): Held => {
  const held = new Set<() => void>();
  return {
    hold: (send) => {
      held.add(send);
      return () => void held.delete(send);
    },
    release: () => {
      const released = [...held];
      held.clear();
      released.forEach((send) => send());
      return released.length;
    },
  };
};
