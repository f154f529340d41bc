/**
 * A sandbox for tests that end with a search for its credentials: a portal that names no token has one that nothing
 * else holds by chance, and keeps it when another state is put in place.
 */
import type { PortalInput, Sandbox, SandboxOptions } from "../../sandbox";
import { startSandbox } from "../../sandbox";
import type { Evidence } from "./leaks/search";
import type { Secret } from "./leaks/secret";
import { madeUp } from "./leaks/secret";

/** Starts a sandbox. Its first portal is 111 where none is named. */
export const openSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const made = new Map<number, string>();
  const tokenOf = (portalId: number): string => {
    const token = made.get(portalId) ?? madeUp(`token-${portalId}`);
    made.set(portalId, token);
    return token;
  };
  const withToken = (portal: PortalInput): PortalInput => ({ tokens: [tokenOf(portal.portalId)], ...portal });
  const { portals = [{ portalId: 111 }] } = options;
  const sandbox = await startSandbox({ ...options, portals: portals.map(withToken) });
  return {
    ...sandbox,
    setState: (state) => sandbox.setState({ ...state, portals: state.portals.map(withToken) }),
  };
};

/** All that opens, or has opened, a portal of it. */
export const secretsOf = (sandbox: Pick<Sandbox, "credentials">): ReadonlyArray<Secret> =>
  sandbox
    .credentials()
    .map(({ kind, portalId, secret }) => ({ what: `the ${kind} of portal ${portalId}`, text: secret }));

/** What it has noted of the requests, which none of them may stand in. */
export const journalOf = (sandbox: Pick<Sandbox, "requests">): Evidence => ({
  where: "the sandbox's journal",
  bytes: Buffer.from(JSON.stringify(sandbox.requests())),
});
