/** Holds the state of a sandbox, puts it back to its start, and keeps a file in step with it. */
import { renameSync, writeFileSync } from "node:fs";
import type { Credential, PortalState, SandboxState } from "./model";
import type { Lag } from "./lag";
import { createLag } from "./lag";
import type { Late } from "./late";
import { createLate } from "./late";
import type { Usage } from "./rate";
import { noUsage } from "./rate";

/** What is known of a portal besides its state. */
export interface PortalMemory {
  /** Both begin anew with every state that is put in place: what was put there shows. */
  lag: Lag;
  late: Late;
  /** What the portal's own tokens took from its quota, and those that OAuth issued from theirs. */
  readonly usage: { own: Usage; oauth: Usage };
  /** The access tokens that OAuth issued, and when by the clock they expire. */
  readonly issued: Map<string, number>;
}

/** Who is asking. */
export interface Bearer {
  readonly portal: PortalState;
  readonly missingScopes: ReadonlyArray<string>;
  readonly issuedByOAuth: boolean;
  /** For how many milliseconds the token has been expired; null while it is valid. */
  readonly expiredFor: number | null;
}

export interface Store {
  state(): SandboxState;
  /** Puts another state in place, and saves it. */
  replace(state: SandboxState): void;
  /** Puts another state of one portal in place, and saves it. */
  replacePortal(portal: PortalState): void;
  /** Back to the state at the start, with a quota that nothing was taken from, and no tokens from OAuth. */
  reset(): void;
  memory(portalId: number): PortalMemory;
  /** Lets an access token from OAuth open a portal until the clock says `expiresAt`. */
  issue(portalId: number, token: string, expiresAt: number): void;
  /** All that ever opened a portal, whatever the state is now. */
  credentials(): ReadonlyArray<Credential>;
  /** Whose a token is. One from OAuth is nobody's once its portal has no OAuth app any more. */
  find(token: string): Bearer | undefined;
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

const credentialsOf = ({ portalId, tokens, oauth }: PortalState): ReadonlyArray<Credential> => [
  ...tokens.map(({ token }): Credential => ({ kind: "access token", portalId, secret: token })),
  ...(oauth === undefined
    ? []
    : [
        { kind: "client secret", portalId, secret: oauth.clientSecret } as const,
        { kind: "refresh token", portalId, secret: oauth.refreshToken } as const,
      ]),
];

/** A token whose state says that it is expired was so five minutes ago, whenever one asks. */
const saidToBeExpiredFor = 5 * 60_000;

export const createStore = (start: SandboxState, file: string | undefined, clock: () => number): Store => {
  let current = start;
  const memories = new Map<number, PortalMemory>();
  const seen = new Map<string, Credential>();
  const note = (credential: Credential): void => void seen.set(credential.secret, credential);
  const delays = (): Pick<PortalMemory, "lag" | "late"> => ({ lag: createLag(clock), late: createLate(clock) });
  const memory = (portalId: number): PortalMemory => {
    const known = memories.get(portalId);
    if (known !== undefined) return known;
    const fresh = { ...delays(), usage: { own: noUsage, oauth: noUsage }, issued: new Map() };
    memories.set(portalId, fresh);
    return fresh;
  };
  const change = (next: SandboxState): void => {
    current = next;
    next.portals.flatMap(credentialsOf).forEach(note);
    if (file !== undefined) save(file, next);
  };
  const replace = (next: SandboxState): void => {
    for (const memory of memories.values()) Object.assign(memory, delays());
    change(next);
  };
  const bearer = (portal: PortalState, token: string): Bearer | undefined => {
    const own = portal.tokens.find((known) => known.token === token);
    if (own !== undefined) {
      const { missingScopes, expired } = own;
      return { portal, missingScopes, issuedByOAuth: false, expiredFor: expired ? saidToBeExpiredFor : null };
    }
    const expiresAt = portal.oauth === undefined ? undefined : memory(portal.portalId).issued.get(token);
    if (expiresAt === undefined) return undefined;
    const expiredFor = clock() - expiresAt;
    return { portal, missingScopes: [], issuedByOAuth: true, expiredFor: expiredFor < 0 ? null : expiredFor };
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
    memory,
    issue: (portalId, token, expiresAt) => {
      memory(portalId).issued.set(token, expiresAt);
      note({ kind: "access token", portalId, secret: token });
    },
    credentials: () => [...seen.values()],
    find: (token) => {
      for (const portal of current.portals) {
        const found = bearer(portal, token);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
};
