/** What opens a portal, as one source names it: an access token, or what OAuth gives access tokens for. */
import { createHmac } from "node:crypto";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import type { Secret } from "./secret";
import { secret } from "./secret";
import type { Key, Read, Source, Sourced } from "./source";
import { fail, isSet, settingName } from "./source";

/** What OAuth gives access tokens for: an app, and the portal in which it is installed. */
export interface OAuth {
  readonly _tag: "OAuth";
  readonly clientId: Secret;
  readonly clientSecret: Secret;
  readonly refreshToken: Secret;
}

export type Credentials = { readonly _tag: "AccessToken"; readonly accessToken: Secret } | OAuth;

/** Where credentials come from and which setting holds them, for messages. */
export interface Origin {
  readonly source: Source;
  readonly setting: "accessToken" | "refreshToken";
}

const oauthKeys = ["clientId", "clientSecret", "refreshToken"] as const;

/** Whether a source names credentials. An empty token does: to go on with another source's would be another portal. */
export const namesCredentials = ({ get }: Sourced): boolean =>
  (["accessToken", ...oauthKeys] as const).some((key) => isSet(get(key)));

/** `the stack configuration (hubspot:accessToken)` */
export const showOrigin = ({ source, setting }: Origin): string => {
  switch (source._tag) {
    case "ExplicitProvider":
      return `the hubspot.Provider "${source.name}"`;
    case "StackConfiguration":
      return `the stack configuration (${settingName(source, setting)})`;
    case "Environment":
      return `the environment (${settingName(source, setting)})`;
  }
};

/** What a source's credentials are called. */
export const originOf = ({ source, get }: Sourced): Origin => ({
  source,
  setting: oauthKeys.some((key) => isSet(get(key))) ? "refreshToken" : "accessToken",
});

interface Wording {
  readonly article: "a" | "an";
  readonly noun: string;
  readonly whatToGive: string;
}

const wordings: Readonly<Record<"accessToken" | (typeof oauthKeys)[number], Wording>> = {
  accessToken: { article: "a", noun: "token", whatToGive: "give the token of a service key or private app" },
  clientId: { article: "an", noun: "id", whatToGive: "give the client id of the OAuth app" },
  clientSecret: { article: "a", noun: "secret", whatToGive: "give the client secret of the OAuth app" },
  refreshToken: {
    article: "a",
    noun: "token",
    whatToGive: "give the refresh token that the portal granted to the OAuth app",
  },
};

/** A credential is one line of visible ASCII: anything else was copied or piped wrongly. */
const credential = (sourced: Sourced, key: keyof typeof wordings): Read<Secret> => {
  const text = sourced.get(key);
  const wrong = (problem: string): Read<never> => fail(sourced, key, problem);
  const { article, noun, whatToGive } = wordings[key];
  if (typeof text !== "string" || text.trim() === "") return wrong(`is empty; ${whatToGive}`);
  if (/[\r\n]/.test(text))
    return wrong(
      `holds a line break; ${article} ${noun} is one line, without the newline a file or a pipe puts at its end`,
    );
  if (!/^[\x21-\x7e]+$/.test(text))
    return wrong(`holds a blank or a character that no ${noun} has; copy it again from HubSpot`);
  return E.right(secret(text));
};

/** Reads the credentials of a source that names some; a token and OAuth's are never mixed, and OAuth needs all three. */
export const readCredentials = (sourced: Sourced): Read<Credentials> => {
  const given = oauthKeys.find((key) => isSet(sourced.get(key)));
  if (given === undefined) {
    return pipe(
      credential(sourced, "accessToken"),
      E.map((accessToken): Credentials => ({ _tag: "AccessToken", accessToken })),
    );
  }
  if (isSet(sourced.get("accessToken")))
    return fail(sourced, given, "stands beside an access token; give either the token or the OAuth credentials");
  const missing: Key | undefined = oauthKeys.find((key) => !isSet(sourced.get(key)));
  if (missing !== undefined) {
    return fail(
      sourced,
      missing,
      `is missing beside ${settingName(sourced.source, given)}; OAuth needs clientId, clientSecret and refreshToken, all in one place`,
    );
  }
  return pipe(
    E.Do,
    E.apS("clientId", credential(sourced, "clientId")),
    E.apS("clientSecret", credential(sourced, "clientSecret")),
    E.apS("refreshToken", credential(sourced, "refreshToken")),
    E.map((oauth): Credentials => ({ _tag: "OAuth", ...oauth })),
  );
};

/** Every credential, for what must tell two of them apart. */
export const secretsOf = (credentials: Credentials): ReadonlyArray<Secret> =>
  credentials._tag === "AccessToken"
    ? [credentials.accessToken]
    : [credentials.clientId, credentials.clientSecret, credentials.refreshToken];

/** On whose word a resource lives where it does, as its state keeps it. */
export interface Access {
  /** The name of the `hubspot.Provider`, where there is one. */
  readonly provider: string | undefined;
  /**
   * A digest of the credentials, keyed by the portal: it notices other ones, and tells nothing of them. Of OAuth's it is
   * the refresh token, which belongs to one portal.
   */
  readonly mark: (portalId: number) => string;
}

/** 22 characters of base64url are 131 bits. */
const markLength = 22;

export const accessOf = (credentials: Credentials, { source }: Origin): Access => ({
  provider: source._tag === "ExplicitProvider" ? source.name : undefined,
  mark: (portalId) =>
    createHmac("sha256", `pulumi-hubspot-associations ${portalId}`)
      .update((credentials._tag === "AccessToken" ? credentials.accessToken : credentials.refreshToken).reveal())
      .digest("base64url")
      .slice(0, markLength),
});

/** What to do where no source names credentials. */
export const missingCredentials = (source: Source): string =>
  source._tag === "ExplicitProvider"
    ? `the hubspot.Provider "${source.name}" has no credentials; give it accessToken, or OAuth's clientId, clientSecret and refreshToken, since it takes none from the stack configuration or the environment`
    : "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN (OAuth by refresh token: hubspot:clientId, hubspot:clientSecret and hubspot:refreshToken)";
