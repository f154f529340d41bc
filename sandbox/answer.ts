/** The way of a request through HubSpot: is there such a path, who is asking, may they, is there quota left. */
import { credentialsNotFound, expiredToken, missingScopes, rateLimited, resourceNotFound } from "./errors";
import type { Plan } from "./model";
import type { Quota } from "./rate";
import { admit } from "./rate";
import type { Reply } from "./reply";
import type { Access } from "./routes";
import { findRoute } from "./routes";
import type { Store } from "./store";

/** A request, as far as HubSpot looks at it. */
export interface HubSpotRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface Answered {
  readonly reply: Reply;
  readonly portalId?: number;
}

/** What answering needs besides the store. */
export interface Surroundings {
  /** Milliseconds, from any point in time. */
  readonly clock: () => number;
  readonly quota: (plan: Plan) => Quota;
}

/** The only scope that account details need. */
const accountScope = "oauth";

/** Which of the scopes that a token was not granted keep it from a call. */
const lacking = (scopes: ReadonlyArray<string>, access: Access): ReadonlyArray<string> => {
  if (access === "account") return scopes.filter((scope) => scope === accountScope);
  const ofObjects = scopes.filter((scope) => scope !== accountScope);
  return access === "write" || ofObjects.some((scope) => !scope.endsWith(".write")) ? ofObjects : [];
};

const minutes = 60_000;

/** Answers a request and does what it asks. */
export const answer = (store: Store, { clock, quota }: Surroundings, request: HubSpotRequest): Answered => {
  const matched = findRoute(request.method, request.path);
  if (matched === undefined) return { reply: resourceNotFound() };
  const token = /^Bearer +(\S+) *$/i.exec(request.authorization ?? "")?.[1];
  if (token === undefined) return { reply: credentialsNotFound() };
  const found = store.find(token);
  const now = new Date();
  if (found === undefined) return { reply: expiredToken(new Date(0), now) };
  const { portal, accessToken } = found;
  const { portalId } = portal;
  if (accessToken.expired) return { portalId, reply: expiredToken(new Date(now.getTime() - 5 * minutes), now) };
  const memory = store.memory(portalId);
  const { refusedBy, headers, usage } = admit(memory.usage, clock(), quota(portal.plan));
  memory.usage = usage;
  const { route, parameters } = matched;
  const scopes = lacking(accessToken.missingScopes, route.access);
  const reply =
    refusedBy !== null
      ? rateLimited(refusedBy)
      : scopes.length > 0
        ? missingScopes(scopes)
        : route.handler(store, { portal, parameters, body: request.body });
  return { portalId, reply: { ...reply, headers: { ...headers, ...reply.headers } } };
};
