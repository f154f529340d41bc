/** A portal, and provider processes that work on it, until the test ends and nothing that they said was secret. */
import type { PortalInput, Sandbox, SandboxOptions, SwitchesInput } from "../../../sandbox";
import { closeAll } from "../../support/closeAll";
import { expectNoLeak } from "../../support/leaks/expectNoLeak";
import type { Secret } from "../../support/leaks/secret";
import { journalOf, openSandbox, secretsOf } from "../../support/sandbox";
import type { Host, HostOptions, Properties } from "../harness";
import { startHost } from "../harness";

export interface SceneOptions extends HostOptions {
  /** What portal 111 has at the start, beside its id. */
  readonly portal?: Omit<PortalInput, "portalId">;
  readonly others?: ReadonlyArray<PortalInput>;
  readonly switches?: SwitchesInput;
  /** Quotas and time of the sandbox, where a test needs others than HubSpot's. */
  readonly sandbox?: Pick<SandboxOptions, "quota" | "dailyQuota" | "clock" | "accessTokenMilliseconds">;
}

export interface Scene {
  readonly sandbox: Sandbox;
  readonly host: Host;
  /** Another process on the same portal, as each phase of a command is one. */
  nextHost(options?: HostOptions): Promise<Host>;
  /** What was asked of the portal in short, such as `GET account` and `POST contacts/companies/batch/update`. */
  requests(): ReadonlyArray<string>;
  /** Those of them that change something. */
  writes(): ReadonlyArray<string>;
  /** What stands in portal 111, such as `{ "contacts/companies 279": 5 }`. */
  limits(): Readonly<Record<string, number>>;
  /** Clears it before the test ends. Rejects if a process has said a credential, or has sent one where it is noted. */
  end(): Promise<void>;
}

/** The configuration that leads to a sandbox. */
export const configurationFor = ({ url, token }: Pick<Sandbox, "url" | "token">): Properties => ({
  "hubspot:accessToken": token,
  "hubspot:baseUrl": url,
});

const roots = /^\/(crm\/associations\/[^/]+\/definitions\/configurations|crm\/associations\/[^/]+)\//;

const shortened = (path: string): string =>
  path
    .replace(/^\/account-info\/.*$/, "account")
    .replace(/^\/crm-object-schemas\/[^/]+\//, "")
    .replace(roots, "");

const writing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Gives the function that sets a scene, and clears it after each test of the suite. */
export const scenes = (): ((options?: SceneOptions) => Promise<Scene>) => {
  const ends: Array<Scene["end"]> = [];
  afterEach(() => closeAll(ends.splice(0)));
  return async ({ portal = {}, others = [], switches = {}, sandbox: more = {}, config, ...options } = {}) => {
    const sandbox = await openSandbox({ portals: [{ portalId: 111, ...portal }, ...others], switches, ...more });
    const secrets = (): ReadonlyArray<Secret> => secretsOf(sandbox);
    const closing: Array<() => Promise<void>> = [sandbox.close, () => expectNoLeak(secrets(), [journalOf(sandbox)])];
    const end: Scene["end"] = () => closeAll(closing.splice(0).reverse());
    ends.push(end);
    const nextHost: Scene["nextHost"] = async (more = {}) => {
      const host = await startHost({ config: config ?? configurationFor(sandbox), secrets, ...options, ...more });
      closing.push(host.stop);
      return host;
    };
    return {
      sandbox,
      host: await nextHost(),
      nextHost,
      requests: () => sandbox.requests().map(({ method, path }) => `${method} ${shortened(path)}`),
      writes: () =>
        sandbox
          .requests()
          .filter(({ method }) => writing.has(method))
          .map(({ method, path }) => `${method} ${shortened(path)}`),
      limits: () =>
        Object.fromEntries(
          (sandbox.state().portals[0]?.limits ?? []).map(({ from, to, category, typeId, maxToObjectIds }) => [
            `${from}/${to} ${category === "HUBSPOT_DEFINED" ? "" : `${category} `}${typeId}`,
            maxToObjectIds,
          ]),
        ),
      end,
    };
  };
};
