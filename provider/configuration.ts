/**
 * From where settings stand to one portal's identity. Credentials, base URL and portal id come whole from one source,
 * so that a token never meets a base URL that somebody else chose. Pure: it gets what was configured and answers.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Credentials, Origin } from "./credentials";
import { namesCredentials, originOf, readCredentials, showOrigin } from "./credentials";
import { isApiVersion } from "./hubspot/paths";
import type { ConfigurationFailure, Key, Lookup, Read, Source, Sourced } from "./source";
import { environmentName, fail, isGiven, settingKeys } from "./source";
import { isUnknown } from "./unknown";

/** Who we are and whom we talk to. */
export interface Identity {
  readonly origin: Origin;
  readonly credentials: Credentials;
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

/** A value that is wrong, for a message. A long one may be a token in the wrong place, and is not repeated. */
const quoted = (text: string): string => (text.length <= 24 ? `"${text}"` : `a text of ${text.length} characters`);

const wholeNumber =
  (most: number, problem: string) =>
  (sourced: Sourced, key: Key): Read<O.Option<number>> => {
    const value = sourced.get(key);
    if (!isGiven(value)) return E.right(O.none);
    const text = String(value);
    return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most
      ? E.right(O.some(Number(text)))
      : fail(sourced, key, `${quoted(text)} is not ${problem}`);
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
  if (!isGiven(value)) return E.right(O.none);
  return typeof value === "string" && isApiVersion(value)
    ? E.right(O.some(value))
    : fail(
        sourced,
        "apiVersion",
        `${quoted(String(value))} is no version of HubSpot's API; write v4, or a dated version such as 2026-03 (March or September, from 2025-09)`,
      );
};

const previewChecks = (sourced: Sourced): Read<O.Option<boolean>> => {
  const value = sourced.get("previewChecks");
  if (!isGiven(value)) return E.right(O.none);
  const text = String(value);
  return text === "true" || text === "false"
    ? E.right(O.some(text === "true"))
    : fail(sourced, "previewChecks", `${quoted(text)} is neither true nor false`);
};

/** A base URL beside another source's token is a mistake that would send the token elsewhere than meant. */
const strayBaseUrl = (sourced: Sourced, others: ReadonlyArray<Sourced>): Read<void> => {
  const stray = others.find(({ get }) => isGiven(get("baseUrl")));
  return stray === undefined
    ? E.right(undefined)
    : fail(
        stray,
        "baseUrl",
        `is set, but the token comes from ${showOrigin(originOf(sourced))}; set both in one place, or neither`,
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

const identityOf = (sourced: Sourced, sources: ReadonlyArray<Sourced>): Read<Identity> =>
  pipe(
    E.Do,
    E.apS("origin", E.right(originOf(sourced))),
    E.bind("credentials", () => readCredentials(sourced)),
    E.chainFirst(() =>
      strayBaseUrl(
        sourced,
        sources.filter((other) => other !== sourced),
      ),
    ),
    E.bind("baseUrl", () => baseUrl(sourced)),
  );

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
 * @param portal what its variables have in their names besides, where they are of one portal among several: `STAGING`
 */
export const readConfiguration = (configured: Lookup, environment: Lookup, portal?: string): Read<Configuration> => {
  const provider = configured("hubspot:provider");
  const source: Source =
    typeof provider === "string" ? { _tag: "ExplicitProvider", name: provider } : { _tag: "StackConfiguration" };
  const own: Sourced = { source, get: (key) => configured(`hubspot:${key}`) };
  const fromEnvironment: Sourced = {
    source: { _tag: "Environment", ...(portal === undefined ? {} : { portal }) },
    // An empty environment variable counts as not set, as everywhere.
    get: (key) => environment(environmentName(key, portal)) || undefined,
  };
  // An explicit provider's identity is its own alone; only the other settings may come from around it.
  const sources = source._tag === "ExplicitProvider" ? [own] : [own, fromEnvironment];

  if (settingKeys.some((key) => isUnknown(own.get(key)))) {
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
