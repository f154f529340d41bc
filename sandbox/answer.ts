/** The way of a request through HubSpot: is there such a path, who is asking, may they, is there quota left. */
import { credentialsNotFound, expiredToken, missingScopes, rateLimited, resourceNotFound } from "./errors";
import { admit } from "./rate";
import type { Answered, HubSpotRequest, Surroundings } from "./request";
import { findRoute } from "./routes";
import { lacking } from "./scopes";
import type { Bearer, Store } from "./store";

const tokenIn = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];

/** Whose token a request bears, if it is one, expired or not. */
export const bearerOf = (store: Store, { authorization }: HubSpotRequest): Bearer | undefined => {
  const token = tokenIn(authorization);
  return token === undefined ? undefined : store.find(token);
};

/** Answers a request and does what it asks. */
export const answer = (store: Store, surroundings: Surroundings, request: HubSpotRequest): Answered => {
  const matched = findRoute(request.method, request.path);
  if (matched === undefined) return { reply: resourceNotFound() };
  const { route, parameters } = matched;
  if (route.access === "open") return route.handler(store, surroundings, request);
  if (tokenIn(request.authorization) === undefined) return { reply: credentialsNotFound() };
  const bearer = bearerOf(store, request);
  const now = new Date();
  if (bearer === undefined) return { reply: expiredToken(new Date(0), now) };
  const { portal, issuedByOAuth, expiredFor } = bearer;
  const { portalId } = portal;
  if (expiredFor !== null) return { portalId, reply: expiredToken(new Date(now.getTime() - expiredFor), now) };
  const usages = store.memory(portalId).usage;
  const whose = issuedByOAuth ? "oauth" : "own";
  const quota = surroundings.quota(portal.plan, issuedByOAuth);
  const { refusedBy, headers, usage } = admit(usages[whose], surroundings.clock(), quota);
  usages[whose] = usage;
  const scopes = lacking(bearer.missingScopes, route, { portal, parameters }, store.state().switches);
  const reply =
    refusedBy !== null
      ? rateLimited(refusedBy)
      : scopes.length > 0
        ? missingScopes(scopes)
        : route.handler(store, { portal, parameters, query: request.query, body: request.body });
  return { portalId, reply: { ...reply, headers: { ...headers, ...reply.headers } } };
};
