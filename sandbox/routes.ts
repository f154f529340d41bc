/** The table of HubSpot's paths that a sandbox serves. */
import { readAccount } from "./account";
import type { Handler } from "./call";
import { batch, readAll, readPair } from "./configurations";
import { createLabel, deleteLabel, readLabels, updateLabel } from "./labels";
import { readLabelUsage } from "./labelUsage";
import { issueAccessToken } from "./oauth";
import { readRecordsFrom, readRecordsOf, readRecordsTo } from "./recordUsage";
import type { Answered, HubSpotRequest, Surroundings } from "./request";
import type { Need } from "./scopes";
import { readSchema, readSchemas } from "./schemas";
import type { Store } from "./store";

export interface Address {
  readonly method: string;
  /** A segment that begins with a colon stands for any text. */
  readonly path: string;
}

/** What a token opens. It needs scopes: that of the account, or those of the objects to read or to write. */
interface PortalRoute extends Address, Need {
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

const aboutAssociations = (routes: ReadonlyArray<Omit<PortalRoute, "about">>): ReadonlyArray<PortalRoute> =>
  routes.map((route) => ({ ...route, about: "associations" }));

const associationRoutes = (root: string): ReadonlyArray<PortalRoute> => {
  const configurations = `${root}/definitions/configurations`;
  const pair = `${configurations}/:from/:to`;
  const labels = `${root}/:from/:to/labels`;
  return aboutAssociations([
    { method: "GET", path: `${configurations}/all`, access: "read", handler: readAll },
    { method: "GET", path: pair, access: "read", handler: readPair },
    { method: "POST", path: `${pair}/batch/create`, access: "write", handler: batch("create") },
    { method: "POST", path: `${pair}/batch/update`, access: "write", handler: batch("update") },
    { method: "POST", path: `${pair}/batch/purge`, access: "write", handler: batch("purge") },
    { method: "GET", path: labels, access: "read", handler: readLabels },
    { method: "POST", path: labels, access: "write", handler: createLabel },
    { method: "PUT", path: labels, access: "write", handler: updateLabel },
    { method: "DELETE", path: `${labels}/:typeId`, access: "write", handler: deleteLabel },
  ]);
};

const schemaRoutes = (version: string): ReadonlyArray<PortalRoute> => {
  const schemas = `/crm-object-schemas/${version}/schemas`;
  return [
    { method: "GET", path: schemas, access: "read", about: "schemas", handler: readSchemas },
    { method: "GET", path: `${schemas}/:objectType`, access: "read", about: "schemas", handler: readSchema },
  ];
};

const trackingRoutes = (root: string): ReadonlyArray<PortalRoute> => {
  const records = `${root}/associations/records`;
  return aboutAssociations([
    { method: "GET", path: `${root}/associations/labels`, access: "read", handler: readLabelUsage },
    { method: "GET", path: `${records}/from`, access: "read", handler: readRecordsFrom },
    { method: "GET", path: `${records}/:from/to`, access: "read", handler: readRecordsTo },
    { method: "GET", path: `${records}/:from/:to`, access: "read", handler: readRecordsOf },
  ]);
};

const routes: ReadonlyArray<Route> = [
  ...associations.flatMap(associationRoutes),
  ...["v3", ...versions].flatMap(schemaRoutes),
  ...["/crm/v3/limits", ...versions.map((version) => `/crm/limits/${version}`)].flatMap(trackingRoutes),
  ...["v3", ...versions].map((version): PortalRoute => ({
    method: "GET",
    path: `/account-info/${version}/details`,
    access: "account",
    about: "associations",
    handler: readAccount,
  })),
  ...["v1", "v3", "2026-03", "2026-09"].map((version): OpenRoute => ({
    method: "POST",
    path: `/oauth/${version}/token`,
    access: "open",
    handler: issueAccessToken,
  })),
];

/** Every path that is served, with the method. */
export const served: ReadonlyArray<Address> = routes.map(({ method, path }) => ({ method, path }));

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
