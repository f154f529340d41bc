/** Holds the state of a sandbox, puts it back to its start, and keeps a file in step with it. */
import { renameSync, writeFileSync } from "node:fs";
import type { AccessToken, PortalState, SandboxState } from "./model";
import type { Lag } from "./lag";
import { createLag } from "./lag";
import type { Usage } from "./rate";
import { noUsage } from "./rate";

/** What is known of a portal besides its state. */
export interface PortalMemory {
  /** Begins anew with every state that is put in place: what was put there shows. */
  lag: Lag;
  usage: Usage;
}

export interface Store {
  state(): SandboxState;
  /** Puts another state in place, and saves it. */
  replace(state: SandboxState): void;
  /** Puts another state of one portal in place, and saves it. */
  replacePortal(portal: PortalState): void;
  /** Back to the state at the start, with a quota that nothing was taken from. */
  reset(): void;
  memory(portalId: number): PortalMemory;
  /** The portal that a token opens. */
  find(token: string): { readonly portal: PortalState; readonly accessToken: AccessToken } | undefined;
}

/** Never leaves half a file behind: what is new takes the old one's place in one step. */
const save = (file: string, state: SandboxState): void => {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    throw new Error(`The data file ${file} cannot be written: ${error instanceof Error ? error.message : "?"}`);
  }
};

export const createStore = (start: SandboxState, file: string | undefined, clock: () => number): Store => {
  let current = start;
  const memories = new Map<number, PortalMemory>();
  const change = (next: SandboxState): void => {
    current = next;
    if (file !== undefined) save(file, next);
  };
  const replace = (next: SandboxState): void => {
    for (const memory of memories.values()) memory.lag = createLag(clock);
    change(next);
  };
  replace(start);
  return {
    state: () => current,
    replace,
    replacePortal: (portal) => {
      const portals = current.portals.map((other) => (other.portalId === portal.portalId ? portal : other));
      change({ ...current, portals });
    },
    reset: () => {
      memories.clear();
      replace(start);
    },
    memory: (portalId) => {
      const memory = memories.get(portalId) ?? { lag: createLag(clock), usage: noUsage };
      memories.set(portalId, memory);
      return memory;
    },
    find: (token) => {
      for (const portal of current.portals) {
        const accessToken = portal.tokens.find((known) => known.token === token);
        if (accessToken !== undefined) return { portal, accessToken };
      }
      return undefined;
    },
  };
};
