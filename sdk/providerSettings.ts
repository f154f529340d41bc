/**
 * What an explicit provider is made of: which settings there are, which of them belong together, and what is wrong with
 * a set of them. Pure; the names are those of the `hubspot:` configuration.
 */

const oauthKeys = ["clientId", "clientSecret", "refreshToken"] as const;
const secretKeys = ["accessToken", ...oauthKeys] as const;

/** Whose portal, and on whose behalf. Taken whole: one source never completes another's. */
const identityKeys = [...secretKeys, "portalId", "baseUrl"] as const;

/** How to talk to it. Each one falls back to the stack's configuration. */
const behaviourKeys = ["apiVersion", "requestsPerTenSeconds", "requestTimeoutSeconds", "previewChecks"] as const;

export const settingKeys = [...identityKeys, ...behaviourKeys] as const;

export type SettingKey = (typeof settingKeys)[number];

const isOneOf =
  (keys: ReadonlyArray<SettingKey>) =>
  (key: SettingKey): boolean =>
    keys.includes(key);

/** Whether the stack's configuration may fill it in. */
export const isBehaviour = isOneOf(behaviourKeys);

/** Whether a state may hold it as ciphertext only. */
export const isSecret = isOneOf(secretKeys);

/** An empty string, as an unset environment variable often arrives, says nothing. */
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

const listed = (keys: ReadonlyArray<string>): string =>
  keys.length < 2 ? keys.join() : `${keys.slice(0, -1).join(", ")} and ${keys.slice(-1).join()}`;

/** Why these arguments cannot identify a portal, and what to do; `undefined` where they can. */
export const credentialsProblem = (
  name: string,
  args: { readonly [Key in SettingKey]?: unknown },
): string | undefined => {
  const here = `hubspot.Provider "${name}"`;
  const given = oauthKeys.filter((key) => isGiven(args[key]));
  const missing = oauthKeys.filter((key) => !isGiven(args[key]));
  if (isGiven(args.accessToken)) {
    return given.length === 0
      ? undefined
      : `${here} has accessToken and also ${listed(given)}. Pass either accessToken or OAuth's ${listed(oauthKeys)}, not both.`;
  }
  if (missing.length === 0) return undefined;
  return given.length > 0
    ? `${here} has ${listed(given)} but no ${listed(missing)}. OAuth needs all three.`
    : `${here} has no credentials. Pass accessToken (of a service key or a private app), or OAuth's ${listed(oauthKeys)}. ` +
        `An explicit provider takes them from its arguments only, not from the stack's hubspot: configuration and not ` +
        `from HUBSPOT_ variables; for example accessToken: new pulumi.Config("staging").requireSecret("accessToken") ` +
        `after pulumi config set --secret staging:accessToken.`;
};
