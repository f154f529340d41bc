/**
 * From where settings stand to one portal's identity. Credentials, base URL and portal id come whole from one source,
 * so that a token never meets a base URL that somebody else chose. Pure: it gets what was configured and answers.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { isApiVersion } from "./hubspot/paths";
import { isUnknown } from "./unknown";

/** Where a setting came from, for messages. */
export type Source =
  | { readonly _tag: "ExplicitProvider"; readonly name: string }
  | { readonly _tag: "StackConfiguration" }
  | { readonly _tag: "Environment" };

/** Who we are and whom we talk to. */
export interface Identity {
  readonly source: Source;
  readonly accessToken: string;
  readonly baseUrl: string;
}

/** Settings that are no part of the identity. */
export interface Settings {
  readonly apiVersion: string;
  /** Requests per ten seconds; `Infinity` where the user set no ceiling. */
  readonly requestsPerTenSeconds: number;
  readonly requestTimeoutSeconds: number;
  readonly previewChecks: boolean;
}

/** What is configured. The identity may be missing, or not known yet in a preview. */
export interface Configuration extends Settings {
  readonly identity: O.Option<Identity>;
  /** The portal that is meant, known also where the credentials are not. */
  readonly portalId: O.Option<number>;
  /** A value is another resource's future output. */
  readonly notKnownYet: boolean;
  /** Where credentials were looked for. */
  readonly source: Source;
}

/** One setting that is wrong, and what to write instead. */
export interface ConfigurationFailure {
  readonly setting: string;
  readonly problem: string;
}

/** Reads one key of a source; what is not set is undefined. */
export type Lookup = (key: string) => unknown;

const keys = [
  "accessToken", "clientId", "clientSecret", "refreshToken", "portalId", "baseUrl",
  "apiVersion", "requestsPerTenSeconds", "requestTimeoutSeconds", "previewChecks",
] as const; // prettier-ignore
type Key = (typeof keys)[number];

const environmentName = (key: Key): string =>
  `HUBSPOT_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** How a setting is called where it was found. */
const settingName = (source: Source, key: Key): string => {
  switch (source._tag) {
    case "ExplicitProvider":
      return `${key} of the hubspot.Provider "${source.name}"`;
    case "StackConfiguration":
      return `hubspot:${key}`;
    case "Environment":
      return environmentName(key);
  }
};

export const showSource = (source: Source): string => {
  switch (source._tag) {
    case "ExplicitProvider":
      return `the hubspot.Provider "${source.name}"`;
    case "StackConfiguration":
      return "the stack configuration (hubspot:accessToken)";
    case "Environment":
      return "the environment (HUBSPOT_ACCESS_TOKEN)";
  }
};

type Read<A> = E.Either<ConfigurationFailure, A>;
interface Sourced {
  readonly source: Source;
  readonly get: (key: Key) => unknown;
}

const fail = (sourced: Sourced, key: Key, problem: string): Read<never> =>
  E.left({ setting: settingName(sourced.source, key), problem });

const accessToken = (sourced: Sourced): Read<string> => {
  const token = sourced.get("accessToken");
  if (typeof token !== "string" || token.trim() === "")
    return fail(sourced, "accessToken", "is empty; give the token of a service key or private app");
  if (/[\r\n]/.test(token))
    return fail(
      sourced,
      "accessToken",
      "holds a line break; a token is one line, without the newline a file or a pipe puts at its end",
    );
  if (!/^[\x21-\x7e]+$/.test(token))
    return fail(sourced, "accessToken", "holds a blank or a character that no token has; copy it again from HubSpot");
  return E.right(token);
};

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const baseUrl = (sourced: Sourced): Read<string> => {
  const text = sourced.get("baseUrl") ?? "https://api.hubapi.com";
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return fail(sourced, "baseUrl", "is not a URL; write for example https://api.hubapi.com");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return fail(sourced, "baseUrl", "can hold a scheme, a host, a port and a path, nothing else");
  }
  const safe = url.protocol === "https:" || (url.protocol === "http:" && loopback.test(url.hostname));
  if (!safe) {
    return fail(
      sourced,
      "baseUrl",
      `${url.protocol}//${url.host} would send the token in the clear; write https, or http for this machine only (localhost)`,
    );
  }
  return E.right(`${url.origin}${url.pathname}`.replace(/\/+$/, ""));
};

const wholeNumber =
  (most: number, problem: string) =>
  (sourced: Sourced, key: Key): Read<O.Option<number>> => {
    const value = sourced.get(key);
    if (value === undefined || value === "") return E.right(O.none);
    const text = String(value);
    return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most
      ? E.right(O.some(Number(text)))
      : fail(sourced, key, `"${text}" is not ${problem}`);
  };

const portalId = (sourced: Sourced): Read<O.Option<number>> =>
  wholeNumber(Number.MAX_SAFE_INTEGER, "the id of a portal; write its number, such as 12345678")(sourced, "portalId");

const ceiling = wholeNumber(
  1_000_000,
  "a whole number from 1 to 1000000; write how many requests may be sent in 10 seconds",
);

const timeout = wholeNumber(3_600, "a whole number from 1 to 3600; write how many seconds one request may take");

const apiVersion = (sourced: Sourced): Read<O.Option<string>> => {
  const value = sourced.get("apiVersion");
  if (value === undefined || value === "") return E.right(O.none);
  return typeof value === "string" && isApiVersion(value)
    ? E.right(O.some(value))
    : fail(
        sourced,
        "apiVersion",
        `"${String(value)}" is no version of HubSpot's API; write v4, or a dated version such as 2026-03 (March or September, from 2025-09)`,
      );
};

const previewChecks = (sourced: Sourced): Read<O.Option<boolean>> => {
  const value = sourced.get("previewChecks");
  if (value === undefined || value === "") return E.right(O.none);
  const text = String(value);
  return text === "true" || text === "false"
    ? E.right(O.some(text === "true"))
    : fail(sourced, "previewChecks", `"${text}" is neither true nor false`);
};

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** Whether a source names credentials. An empty token does: to go on with another source's would be another portal. */
const namesCredentials = ({ get }: Sourced): boolean =>
  (["accessToken", "clientId", "clientSecret", "refreshToken"] as const).some((key) => isSet(get(key)));

/** A base URL beside another source's token is a mistake that would send the token elsewhere than meant. */
const strayBaseUrl = (sourced: Sourced, others: ReadonlyArray<Sourced>): Read<void> => {
  const stray = others.find(({ get }) => isSet(get("baseUrl")) && get("baseUrl") !== "");
  return stray === undefined
    ? E.right(undefined)
    : fail(
        stray,
        "baseUrl",
        `is set, but the token comes from ${showSource(sourced.source)}; set both in one place, or neither`,
      );
};

/** A portal id only narrows what a token may touch, so each source that names one counts, and they must agree. */
const onePortalId = (sources: ReadonlyArray<Sourced>): Read<O.Option<number>> =>
  pipe(
    E.traverseArray(portalId)(sources),
    E.chain((ids) => {
      const named = ids.flatMap((id) => (O.isSome(id) ? [id.value] : []));
      const last = sources.at(-1);
      return new Set(named).size > 1 && last !== undefined
        ? fail(
            last,
            "portalId",
            `${named.at(-1)} is another portal than the stack configuration's ${named[0]}; remove one of the two`,
          )
        : E.right(O.fromNullable(named[0]));
    }),
  );

const identityOf = (sourced: Sourced, sources: ReadonlyArray<Sourced>): Read<Identity> => {
  const oauth = (["clientId", "clientSecret", "refreshToken"] as const).find((key) => isSet(sourced.get(key)));
  if (oauth !== undefined) {
    return isSet(sourced.get("accessToken"))
      ? fail(sourced, oauth, "stands beside an access token; give either the token or the OAuth credentials")
      : fail(sourced, oauth, `OAuth credentials are not read yet; give ${settingName(sourced.source, "accessToken")}`);
  }
  return pipe(
    E.Do,
    E.apS("source", E.right(sourced.source)),
    E.bind("accessToken", () => accessToken(sourced)),
    E.chainFirst(() =>
      strayBaseUrl(
        sourced,
        sources.filter((other) => other !== sourced),
      ),
    ),
    E.bind("baseUrl", () => baseUrl(sourced)),
  );
};

/** The first source that has a setting; the settings fall back one by one. */
const firstOf =
  (sources: ReadonlyArray<Sourced>) =>
  <A>(read: (sourced: Sourced) => Read<O.Option<A>>, otherwise: A): Read<A> =>
    pipe(
      E.traverseArray(read)(sources),
      E.map((found) =>
        pipe(
          found.find(O.isSome) ?? O.none,
          O.getOrElse(() => otherwise),
        ),
      ),
    );

/**
 * Reads the configuration of one provider process.
 * @param configured what Pulumi passes: stack configuration, or an explicit provider's own arguments
 * @param environment the process's environment
 */
export const readConfiguration = (configured: Lookup, environment: Lookup): Read<Configuration> => {
  const provider = configured("hubspot:provider");
  const source: Source =
    typeof provider === "string" ? { _tag: "ExplicitProvider", name: provider } : { _tag: "StackConfiguration" };
  const own: Sourced = { source, get: (key) => configured(`hubspot:${key}`) };
  const fromEnvironment: Sourced = {
    source: { _tag: "Environment" },
    // An empty environment variable counts as not set, as everywhere.
    get: (key) => environment(environmentName(key)) || undefined,
  };
  // An explicit provider's identity is its own alone; only the other settings may come from around it.
  const sources = source._tag === "ExplicitProvider" ? [own] : [own, fromEnvironment];

  if (keys.some((key) => isUnknown(own.get(key)))) {
    return E.right({ ...defaults, identity: O.none, portalId: O.none, notKnownYet: true, source });
  }
  const first = firstOf([own, fromEnvironment]);
  const credentialed = sources.find(namesCredentials);
  return pipe(
    E.Do,
    E.bind("apiVersion", () => first(apiVersion, defaults.apiVersion)),
    E.bind("requestsPerTenSeconds", () =>
      first((s) => ceiling(s, "requestsPerTenSeconds"), defaults.requestsPerTenSeconds),
    ),
    E.bind("requestTimeoutSeconds", () =>
      first((s) => timeout(s, "requestTimeoutSeconds"), defaults.requestTimeoutSeconds),
    ),
    E.bind("previewChecks", () => first(previewChecks, defaults.previewChecks)),
    E.bind("portalId", () => onePortalId(sources)),
    E.bind("identity", () =>
      credentialed === undefined
        ? E.right<ConfigurationFailure, O.Option<Identity>>(O.none)
        : pipe(identityOf(credentialed, sources), E.map(O.some)),
    ),
    E.map((configuration) => ({ ...configuration, notKnownYet: false, source })),
  );
};

const defaults: Settings = {
  apiVersion: "v4",
  requestsPerTenSeconds: Infinity,
  requestTimeoutSeconds: 30,
  previewChecks: true,
};

export const showConfigurationFailure = ({ setting, problem }: ConfigurationFailure): string => `${setting} ${problem}`;

/** What to do where no source names credentials. */
export const missingCredentials = (source: Source): string =>
  source._tag === "ExplicitProvider"
    ? `the hubspot.Provider "${source.name}" has no credentials; give it accessToken, since it takes none from the stack configuration or the environment`
    : "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN";
