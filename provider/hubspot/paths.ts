/** Where HubSpot's calls live, for each version of its API. The only place that knows. */
import type { Pair } from "../model";

/** `v4`, or a dated version such as `2026-03`; HubSpot publishes one each March and September. */
export type ApiVersion = string;

/** Dated association paths exist from this version on. */
const firstDated = "2025-09";

export const isApiVersion = (text: string): boolean =>
  text === "v4" || (/^\d{4}-(03|09)$/.test(text) && text >= firstDated);

/** Where OAuth gives access tokens; it has a version of its own. */
export const tokenPath = "/oauth/v1/token";

const within = (pair: Pair): string => `${encodeURIComponent(pair.from)}/${encodeURIComponent(pair.to)}`;

/** Where limits tracking lives. Object types go by their ids here. */
export const trackingPaths = (
  version: ApiVersion,
): {
  readonly labels: string;
  readonly recordsFrom: string;
  readonly recordsTo: (from: string) => string;
  readonly recordsOf: (pair: Pair) => string;
} => {
  const associations = `${version === "v4" ? "/crm/v3/limits" : `/crm/limits/${version}`}/associations`;
  return {
    labels: `${associations}/labels`,
    recordsFrom: `${associations}/records/from`,
    recordsTo: (from) => `${associations}/records/${encodeURIComponent(from)}/to`,
    recordsOf: (pair) => `${associations}/records/${within(pair)}`,
  };
};

export const paths = (
  version: ApiVersion,
): {
  readonly account: string;
  readonly allLimits: string;
  readonly limits: (pair: Pair) => string;
  readonly updateLimits: (pair: Pair) => string;
  readonly purgeLimits: (pair: Pair) => string;
  readonly labels: (pair: Pair) => string;
  readonly label: (pair: Pair, typeId: number) => string;
  readonly schemas: string;
  readonly schema: (objectType: string) => string;
} => {
  const associations = `/crm/associations/${version}`;
  const configurations = `${associations}/definitions/configurations`;
  const elsewhere = version === "v4" ? "v3" : version;
  const schemas = `/crm-object-schemas/${elsewhere}/schemas`;
  return {
    account: `/account-info/${elsewhere}/details`,
    allLimits: `${configurations}/all`,
    limits: (pair) => `${configurations}/${within(pair)}`,
    updateLimits: (pair) => `${configurations}/${within(pair)}/batch/update`,
    purgeLimits: (pair) => `${configurations}/${within(pair)}/batch/purge`,
    labels: (pair) => `${associations}/${within(pair)}/labels`,
    label: (pair, typeId) => `${associations}/${within(pair)}/labels/${typeId}`,
    schemas,
    schema: (objectType) => `${schemas}/${encodeURIComponent(objectType)}`,
  };
};
