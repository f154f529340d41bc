/**
 * The entry that every state points to, for ever: Pulumi's dynamic host evaluates
 * `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("<Kind>")`, a text that states written by any
 * release hold. Neither this subpath nor `v1` may ever move.
 */
import type * as pulumi from "@pulumi/pulumi";
import { readConfiguration } from "./configuration";
import { engineAlive } from "./engineAlive";
import { debugLines, engineWarnings } from "./engineLog";
import { watchEngine } from "./engineWatch";
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
const engineAddress = process.argv[2];

const runtime = discreet({
  ...realTime,
  warn: engineWarnings(engineAddress),
  engineAlive: engineAlive(engineAddress, realTime.now),
  debug: debugLines(process.env["HUBSPOT_DEBUG"]),
});

let isWatching = false;

/** From the first call of an engine on this process ends with it; a program that only loads this file has none. */
const endWithEngine = (): void => {
  if (isWatching || engineAddress === undefined) return;
  isWatching = true;
  watchEngine(runtime.engineAlive, () => process.exit());
};

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
    : dynamicProvider((configured) => {
        endWithEngine();
        return open(
          contextOf(
            readConfiguration(configured, (name) => process.env[name]),
            userAgent,
            runtime,
          ),
        );
      }, runtime.mask.over);
};
