/**
 * The entry that every state points to, for ever: Pulumi's dynamic host evaluates
 * `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("<Kind>")`, a text that states written by any
 * release hold. Neither this subpath nor `v1` may ever move.
 */
import type * as pulumi from "@pulumi/pulumi";
import { readConfiguration } from "./configuration";
import { engineAlive } from "./engineAlive";
import { debugLines, engineWarnings } from "./engineLog";
import { dynamicProvider, unknownKind } from "./host";
import { associationConfiguration } from "./lifecycle/associationConfiguration";
import { associationLabel } from "./lifecycle/label/associationLabel";
import type { Resource } from "./lifecycle/resource";
import type { Context } from "./portals";
import { contextOf } from "./portals";
import { userAgent, version } from "./release";
import { discreet, realTime } from "./runtime";

const kinds: ReadonlyMap<string, (context: Context) => Resource> = new Map([
  ["AssociationConfiguration", associationConfiguration],
  ["AssociationLabel", associationLabel],
]);

/** The dynamic host passes the engine's address as its second argument. */
const runtime = discreet({
  ...realTime,
  warn: engineWarnings(process.argv[2]),
  engineAlive: engineAlive(process.argv[2], realTime.now),
  debug: debugLines(process.env["HUBSPOT_DEBUG"]),
});

/**
 * The provider of one kind of resource, for Pulumi's dynamic host.
 *
 * @param kind the name of the resource class, such as `AssociationConfiguration`
 * @returns hooks that share one portal, one limiter and one snapshot with all other kinds in the process; an unknown
 * kind, written by a newer release, gets hooks that say so
 */
export const v1 = (kind: string): pulumi.dynamic.ResourceProvider => {
  const open = kinds.get(kind);
  return open === undefined
    ? unknownKind(kind, version)
    : dynamicProvider(
        (configured) =>
          open(
            contextOf(
              readConfiguration(configured, (name) => process.env[name]),
              userAgent,
              runtime,
            ),
          ),
        runtime.mask.over,
      );
};
