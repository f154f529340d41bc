/** Secrets as tests have them: made up, so long that nothing holds them by chance, and named for a message. */
import { randomBytes } from "node:crypto";

/** A text that nobody may see, and what it is. */
export interface Secret {
  /** Such as `the access token of portal 111`. */
  readonly what: string;
  readonly text: string;
}

/** A shorter text may stand somewhere by chance, and a search that finds it says nothing. */
export const shortest = 12;

/** A secret whose first half is as plain as HubSpot's own, and whose second has characters that encodings change. */
export const madeUp = (name = "made-up"): string => `${name}-${randomBytes(16).toString("hex")}+/=&"\\~~~~~?`;

/** Each secret once, as it was named first. */
export const distinct = (secrets: ReadonlyArray<Secret>): ReadonlyArray<Secret> => {
  const known = new Set<string>();
  return secrets.filter(({ text }) => !known.has(text) && known.add(text));
};

const secretKeys = /(accessToken|clientSecret|refreshToken|ACCESS_TOKEN|CLIENT_SECRET|REFRESH_TOKEN)$/;

/** The secrets among settings, be they of a stack, of an explicit provider or of the environment. Empty is none. */
export const secretsAmong = (settings: Readonly<Record<string, unknown>>): ReadonlyArray<Secret> =>
  Object.entries(settings).flatMap(([key, value]) =>
    secretKeys.test(key) && typeof value === "string" && value.trim() !== ""
      ? [{ what: `the value of ${key}`, text: value.trim() }]
      : [],
  );

/** A secret as a message may show it. */
export const shown = ({ what, text }: Secret): string => `${what} (${text.slice(0, 4)}…)`;
