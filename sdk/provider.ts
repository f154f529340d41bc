/**
 * A portal of its own for some resources of a program. Without one, resources use the stack's `hubspot:` configuration.
 */
import * as pulumi from "@pulumi/pulumi";
import type { SettingKey } from "./providerSettings";
import { credentialsProblem, isBehaviour, isGiven, isSecret, settingKeys } from "./providerSettings";
import { programError } from "./programError";

/**
 * Which portal, with which credentials, and how to talk to it. Credentials are needed: an access token, or the three
 * OAuth values. An empty string counts as not given.
 */
export interface ProviderArgs {
  /** A service key, a private app's token or an OAuth access token. Kept as a secret. */
  readonly accessToken?: pulumi.Input<string> | undefined;
  /** The OAuth app's client id; access tokens are then fetched and renewed. Kept as a secret. */
  readonly clientId?: pulumi.Input<string> | undefined;
  /** The OAuth app's client secret. Kept as a secret. */
  readonly clientSecret?: pulumi.Input<string> | undefined;
  /** The refresh token that the portal granted to the OAuth app. Kept as a secret. */
  readonly refreshToken?: pulumi.Input<string> | undefined;
  /**
   * The portal (HubSpot account) that is meant. With credentials of another portal nothing is read and nothing written.
   *
   * @default whichever portal the credentials belong to
   */
  readonly portalId?: pulumi.Input<number | string> | undefined;
  /**
   * Where HubSpot's API is: https, or http on this machine.
   *
   * @default "https://api.hubapi.com"
   */
  readonly baseUrl?: pulumi.Input<string> | undefined;
  /**
   * `v4`, or one of HubSpot's dated versions such as `2026-03`.
   *
   * @default the stack's `hubspot:apiVersion`, else "v4"
   */
  readonly apiVersion?: pulumi.Input<string> | undefined;
  /**
   * A ceiling of one's own, in requests per 10 seconds, below the portal's quota.
   *
   * @default the stack's `hubspot:requestsPerTenSeconds`, else what HubSpot's rate-limit headers allow
   */
  readonly requestsPerTenSeconds?: pulumi.Input<number> | undefined;
  /**
   * How many seconds one request may take.
   *
   * @default the stack's `hubspot:requestTimeoutSeconds`, else 30
   */
  readonly requestTimeoutSeconds?: pulumi.Input<number> | undefined;
  /**
   * Whether a preview looks at the portal where something is new, to say what stands there and what HubSpot would
   * refuse.
   *
   * @default the stack's `hubspot:previewChecks`, else true
   */
  readonly previewChecks?: pulumi.Input<boolean> | undefined;
}

type Settings = Partial<Record<SettingKey, pulumi.Output<string | number | boolean>>>;

/** The arguments that say something, and for the rest what the stack's configuration says of behaviour. */
const settingsOf = (args: ProviderArgs): Settings => {
  const config = new pulumi.Config("hubspot");
  const settings: Settings = {};
  for (const key of settingKeys) {
    const value = isGiven(args[key]) ? args[key] : isBehaviour(key) ? config.get(key) : undefined;
    if (value === undefined) continue;
    settings[key] = isSecret(key) ? pulumi.secret(value) : pulumi.output(value);
  }
  return settings;
};

/** The settings under the names they have in the configuration, and whose they are, for the provider to say so. */
const configurationOf = (name: string, settings: Settings): pulumi.Inputs => ({
  ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`hubspot:${key}`, value])),
  "hubspot:provider": name,
});

/**
 * Credentials and settings of one portal, to be passed as the `provider` option: several portals in one program. It
 * gets its credentials, `portalId` and `baseUrl` from its arguments alone, whole; the other settings fall back to the
 * stack's configuration one by one.
 *
 * @throws pulumi.RunError when no credentials are given, OAuth's are incomplete, or a token and OAuth's are mixed.
 *
 * @example
 * ```ts
 * const staging = new hubspot.Provider("staging", {
 *   accessToken: new pulumi.Config("staging").requireSecret("accessToken"),
 *   portalId: 4242,
 * });
 * new hubspot.AssociationConfiguration("deal-to-company", {
 *   fromObjectType: "deals",
 *   toObjectType: "companies",
 *   limits: [{ unlabeled: true, maxToObjectIds: 1 }],
 * }, { provider: staging });
 * ```
 */
export class Provider extends pulumi.ProviderResource {
  /** The name that it has in the program, by which messages call it. */
  readonly name: string;
  declare readonly accessToken: pulumi.Output<string | undefined>;
  declare readonly clientId: pulumi.Output<string | undefined>;
  declare readonly clientSecret: pulumi.Output<string | undefined>;
  declare readonly refreshToken: pulumi.Output<string | undefined>;
  declare readonly portalId: pulumi.Output<number | string | undefined>;
  declare readonly baseUrl: pulumi.Output<string | undefined>;
  declare readonly apiVersion: pulumi.Output<string | undefined>;
  /** A string where it came from the stack's configuration. */
  declare readonly requestsPerTenSeconds: pulumi.Output<number | string | undefined>;
  /** A string where it came from the stack's configuration. */
  declare readonly requestTimeoutSeconds: pulumi.Output<number | string | undefined>;
  /** A string where it came from the stack's configuration. */
  declare readonly previewChecks: pulumi.Output<boolean | string | undefined>;

  constructor(name: string, args: ProviderArgs, opts?: pulumi.ResourceOptions) {
    const problem = credentialsProblem(name, args);
    if (problem !== undefined) throw programError(problem);
    const settings = settingsOf(args);
    super("pulumi-nodejs", name, configurationOf(name, settings), opts);
    this.name = name;
    for (const key of settingKeys) {
      Object.defineProperty(this, key, { value: settings[key] ?? pulumi.output(undefined), enumerable: true });
    }
  }
}
