/** The table of HubSpot's paths that a sandbox serves. */
import { readAccount } from "./account";
import type { Handler } from "./call";
import { batch, readAll, readPair } from "./configurations";
import { createLabel, deleteLabel, readLabels, updateLabel } from "./labels";
import { readLabelUsage } from "./labelUsage";
import { issueAccessToken } from "./oauth";
import { readRecordsFrom, readRecordsOf, readRecordsTo } from "./recordUsage";
import type { Answered, HubSpotRequest, Surroundings } from "./request";
import { readSchema, readSchemas } from "./schemas";
import type { Store } from "./store";

interface Address {
  readonly method: string;
  /** A segment that begins with a colon stands for any text. */
  readonly path: string;
}

/** What a token opens. It needs a scope: that of the account, or those of the objects to read or to write. */
export interface PortalRoute extends Address {
  readonly access: "account" | "read" | "write";
  readonly handler: Handler;
}

/** What is open to everybody. */
interface OpenRoute extends Address {
  readonly access: "open";
  readonly handler: (store: Store, surroundings: Surroundings, request: HubSpotRequest) => Answered;
}

type Route = PortalRoute | OpenRoute;

const versions = ["2025-09", "2026-03", "2026-09"];

/** Everything about associations is served under each of these. */
const associations = ["v4", ...versions]
  .map((version) => `/crm/associations/${version}`)
  .concat("/crm/v4/associations");

const associationRoutes = (root: string): ReadonlyArray<PortalRoute> => {
  const configurations = `${root}/definitions/configurations`;
  const pair = `${configurations}/:from/:to`;
  const labels = `${root}/:from/:to/labels`;
  return [
    { method: "GET", path: `${configurations}/all`, access: "read", handler: readAll },
    { method: "GET", path: pair, access: "read", handler: readPair },
    { method: "POST", path: `${pair}/batch/create`, access: "write", handler: batch("create") },
    { method: "POST", path: `${pair}/batch/update`, access: "write", handler: batch("update") },
    { method: "POST", path: `${pair}/batch/purge`, access: "write", handler: batch("purge") },
    { method: "GET", path: labels, access: "read", handler: readLabels },
    { method: "POST", path: labels, access: "write", handler: createLabel },
    { method: "PUT", path: labels, access: "write", handler: updateLabel },
    { method: "DELETE", path: `${labels}/:typeId`, access: "write", handler: deleteLabel },
  ];
};

const schemaRoutes = (version: string): ReadonlyArray<PortalRoute> => {
  const schemas = `/crm-object-schemas/${version}/schemas`;
  return [
    { method: "GET", path: schemas, access: "read", handler: readSchemas },
    { method: "GET", path: `${schemas}/:objectType`, access: "read", handler: readSchema },
  ];
};

const trackingRoutes = (root: string): ReadonlyArray<PortalRoute> => {
  const records = `${root}/associations/records`;
  return [
    { method: "GET", path: `${root}/associations/labels`, access: "read", handler: readLabelUsage },
    { method: "GET", path: `${records}/from`, access: "read", handler: readRecordsFrom },
    { method: "GET", path: `${records}/:from/to`, access: "read", handler: readRecordsTo },
    { method: "GET", path: `${records}/:from/:to`, access: "read", handler: readRecordsOf },
  ];
};

const routes: ReadonlyArray<Route> = [
  ...associations.flatMap(associationRoutes),
  ...["v3", ...versions].flatMap(schemaRoutes),
  ...["/crm/v3/limits", ...versions.map((version) => `/crm/limits/${version}`)].flatMap(trackingRoutes),
  ...["v3", ...versions].map((version): PortalRoute => ({
    method: "GET",
    path: `/account-info/${version}/details`,
    access: "account",
    handler: readAccount,
  })),
  { method: "POST", path: "/oauth/v1/token", access: "open", handler: issueAccessToken },
];

export interface Matched {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

const matchPath = (pattern: string, path: string): Matched["parameters"] | undefined => {
  const names = pattern.split("/");
  const segments = path.split("/").map(decoded);
  if (names.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [i, name] of names.entries()) {
    const segment = segments[i];
    if (segment === undefined || (name.startsWith(":") ? segment === "" : segment !== name)) return undefined;
    if (name.startsWith(":")) parameters[name.slice(1)] = segment;
  }
  return parameters;
};

/** The route that serves a request, if there is one. */
export const findRoute = (method: string, path: string): Matched | undefined => {
  for (const route of routes) {
    const parameters = route.method === method ? matchPath(route.path, path) : undefined;
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
};
