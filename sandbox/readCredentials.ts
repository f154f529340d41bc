/** Reads what opens a portal, as people write it: access tokens, and an OAuth app. */
import type { AccessToken, OAuthApp } from "./model";
import type { Cursor } from "./reader";
import { boolean, integer, list, object, text } from "./reader";

/** The token of a portal for which none is given. */
export const defaultToken = (portalId: number): string => `sandbox-token-${portalId}`;

/** Reads an access token, which may be its text alone. */
export const readToken = (cursor: Cursor): AccessToken => {
  if (typeof cursor.value === "string") return { token: text(cursor), missingScopes: [], expired: false };
  const fields = object(cursor, ["token", "missingScopes", "expired"]);
  return {
    token: text(fields("token")),
    missingScopes: list(fields("missingScopes"), (scope) => text(scope)),
    expired: boolean(fields("expired"), false),
  };
};

export const readOAuthApp = (cursor: Cursor): OAuthApp => {
  const fields = object(cursor, ["clientId", "clientSecret", "refreshToken", "expiresInSeconds"]);
  return {
    clientId: text(fields("clientId")),
    clientSecret: text(fields("clientSecret")),
    refreshToken: text(fields("refreshToken")),
    expiresInSeconds: integer(fields("expiresInSeconds"), 1, 1800),
  };
};
