/** OAuth: `POST /oauth/{version}/token` gives out access tokens for a refresh token. */
import { randomUUID } from "node:crypto";
import { oauthRefused } from "./errors";
import type { Reply } from "./reply";
import type { Answered, HubSpotRequest, Surroundings } from "./request";
import type { Store } from "./store";

/** The fields of a form; none where the body is sent as something else. */
const formOf = ({ contentType, body }: HubSpotRequest): URLSearchParams =>
  new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(contentType ?? "") ? body : "");

const refusal = (status: string, message: string): { readonly reply: Reply } => ({
  reply: oauthRefused(status, message),
});

/**
 * Gives out one more access token; those given out before stay valid until they expire, and the refresh token stays the
 * same. No quota is taken from.
 */
export const issueAccessToken = (
  store: Store,
  { clock, accessTokenMilliseconds }: Surroundings,
  request: HubSpotRequest,
): Answered => {
  const form = formOf(request);
  if (form.get("grant_type") !== "refresh_token") return refusal("BAD_GRANT_TYPE", "missing or unknown grant type");
  const installed = store.state().portals.flatMap(({ portalId, oauth }) => (oauth ? [{ portalId, ...oauth }] : []));
  const ofClient = installed.filter(({ clientId }) => clientId === form.get("client_id"));
  if (ofClient.length === 0) return refusal("BAD_CLIENT_ID", "missing or unknown client id");
  const trusted = ofClient.filter(({ clientSecret }) => clientSecret === form.get("client_secret"));
  if (trusted.length === 0) return refusal("BAD_CLIENT_SECRET", "missing or invalid client secret");
  const app = trusted.find(({ refreshToken }) => refreshToken === form.get("refresh_token"));
  if (app === undefined) return refusal("BAD_REFRESH_TOKEN", "missing or invalid refresh token");

  const { portalId, refreshToken, expiresInSeconds } = app;
  const accessToken = `sandbox-oauth-${portalId}-${randomUUID()}`;
  const lifetime = accessTokenMilliseconds ?? expiresInSeconds * 1000;
  store.issue(portalId, accessToken, clock() + lifetime);
  const body = {
    token_type: "bearer",
    token_use: "access_token",
    hub_id: portalId,
    refresh_token: refreshToken,
    access_token: accessToken,
    expires_in: expiresInSeconds,
  };
  return { portalId, reply: { status: 200, body } };
};
