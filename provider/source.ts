/** Where settings stand, under which names, and how they are named to the user. */
import * as E from "fp-ts/Either";

/** Where a setting came from, for messages. */
export type Source =
  | { readonly _tag: "ExplicitProvider"; readonly name: string }
  | { readonly _tag: "StackConfiguration" }
  /** `portal` is the part of the names that tells one portal's variables from another's, such as `STAGING`. */
  | { readonly _tag: "Environment"; readonly portal?: string };

export const settingKeys = [
  "accessToken", "clientId", "clientSecret", "refreshToken", "portalId", "baseUrl",
  "apiVersion", "requestsPerTenSeconds", "requestTimeoutSeconds", "previewChecks",
] as const; // prettier-ignore
export type Key = (typeof settingKeys)[number];

/** Reads one key of a source; what is not set is undefined. */
export type Lookup = (key: string) => unknown;

/** A source, and what it says. */
export interface Sourced {
  readonly source: Source;
  readonly get: (key: Key) => unknown;
}

/** One setting that is wrong, and what to write instead. */
export interface ConfigurationFailure {
  readonly setting: string;
  readonly problem: string;
}

export type Read<A> = E.Either<ConfigurationFailure, A>;

export const environmentName = (key: Key, portal?: string): string =>
  `HUBSPOT_${portal === undefined ? "" : `${portal}_`}${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** How a setting is called where it was found. */
export const settingName = (source: Source, key: Key): string => {
  switch (source._tag) {
    case "ExplicitProvider":
      return `${key} of the hubspot.Provider "${source.name}"`;
    case "StackConfiguration":
      return `hubspot:${key}`;
    case "Environment":
      return environmentName(key, source.portal);
  }
};

export const fail = ({ source }: Sourced, key: Key, problem: string): Read<never> =>
  E.left({ setting: settingName(source, key), problem });

export const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** The same for a setting in which an empty text says nothing. */
export const isGiven = (value: unknown): boolean => isSet(value) && value !== "";
