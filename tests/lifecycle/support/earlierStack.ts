/** A stack whose state an earlier release has written, on the model of the engine: its state, and what its program says. */
import { readFileSync } from "node:fs";
import * as O from "fp-ts/Option";
import * as pulumi from "@pulumi/pulumi";
import { objectTypes } from "../../../data";
import type { DirectSandbox, PortalState } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import * as hubspot from "../../../sdk";
import { nameOf, resourcesOf } from "../../engine/support/state";
import type { StateResource } from "../../engine/support/state";
import type { EarlierState } from "../../support/earlierStates";
import { writtenUrl } from "../../support/earlierStates";
import type { Engine } from "../../support/engine/engine";
import { newEngine } from "../../support/engine/engine";
import type { Hooks, Properties } from "../../support/engine/hooks";
import { hooksIn } from "../../support/engine/inProcess";
import type { Registered, Run } from "../../support/engine/run";
import type { Held, State } from "../../support/engine/state";
import { newProcess } from "../../support/provider/process";

const ours = "pulumi-nodejs:dynamic/hubspot:";

/** The name of the Provider that a reference means; `""` for the default one. */
const providerOf = (reference = ""): string => {
  const name = reference.split("::").at(-2) ?? "";
  return name.startsWith("default") ? "" : name;
};

/** Pulumi's own property is not the provider's to see. */
const withoutProvider = ({ __provider: _, ...properties }: Properties): Properties => properties;

const isManaged = ({ type }: { readonly type: string }): boolean => type.startsWith(ours);

const heldOf = (resource: StateResource, serial: number): Held => {
  const { urn, type, id = "", provider, dependencies = [], inputs, outputs } = resource;
  return {
    serial,
    name: nameOf(urn),
    kind: type.slice(ours.length),
    provider: providerOf(provider),
    dependsOn: dependencies.map(nameOf),
    id,
    inputs: withoutProvider(inputs),
    outputs: withoutProvider(outputs),
    isPartial: false,
    isReplaced: false,
  };
};

/** Its state; the credentials of its Providers, which are encrypted, are left out. */
export const stateOf = ({ state }: EarlierState): State => resourcesOf(state(writtenUrl)).filter(isManaged).map(heldOf);

const isModule = (name: string): boolean => name === "@pulumi/pulumi" || name === "pulumi-hubspot-associations";

/** What its program registers with this release of the SDK, where the engine answers with the outputs of the state. */
export const programOf = async ({ file, config }: EarlierState, state: State): Promise<ReadonlyArray<Registered>> => {
  const registered: Registered[] = [];
  const configured = Object.entries(config(writtenUrl)).map(
    ([key, value]) => [key, typeof value === "string" ? value : value.secret] as const,
  );
  pulumi.runtime.setAllConfig(Object.fromEntries(configured));
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs, provider }) => {
      const held = state.find((one) => one.name === name);
      if (!isManaged({ type })) return { id: `${name}-id`, state: inputs };
      registered.push({
        name,
        kind: type.slice(ours.length),
        inputs: withoutProvider(inputs),
        provider: providerOf(provider),
        dependsOn: held?.dependsOn ?? [],
      });
      return { id: held?.id ?? "", state: held?.outputs ?? {} };
    },
    call: () => ({}),
  });
  const require = (name: string): unknown => {
    if (!isModule(name)) throw new Error(`The program asks for ${name}`);
    return name === "@pulumi/pulumi" ? pulumi : hubspot;
  };
  new Function("require", "exports", readFileSync(file("index.js"), "utf8"))(require, {});
  await pulumi.runtime.disconnect();
  return registered;
};

export interface EarlierStack {
  readonly sandbox: DirectSandbox;
  readonly engine: Engine;
  readonly program: ReadonlyArray<Registered>;
  /** A run of the engine, with a process of its own for each Provider. */
  readonly run: () => Run;
}

export const earlierStack = async (earlier: EarlierState): Promise<EarlierStack> => {
  const sandbox = createSandbox({ seed: earlier.file("after.json"), quota: { max: 1_000_000 } });
  const state = stateOf(earlier);
  const hooksOf = (provider: string): ((kind: string) => Hooks) => {
    const { outputs = {} } = state.find((held) => held.provider === provider) ?? {};
    const portal = sandbox.state().portals.find(({ portalId }) => portalId === outputs["portalId"]);
    if (portal === undefined) throw new Error(`No portal belongs to the Provider "${provider}"`);
    const token = portal.tokens[0]?.token ?? "";
    return hooksIn(newProcess({ ...sandbox, token }, { portalId: O.some(portal.portalId) }));
  };
  const run = (): Run => {
    const processes = new Map<string, (kind: string) => Hooks>();
    return {
      hooks: (kind, provider) => {
        const hooks = processes.get(provider) ?? hooksOf(provider);
        processes.set(provider, hooks);
        return hooks(kind);
      },
    };
  };
  return { sandbox, engine: newEngine(state), program: await programOf(earlier, state), run };
};

/** An object type by its id, or by the full name of a custom object that is written by its id. */
const inOtherWords = (portal: PortalState | undefined, written: unknown): unknown => {
  const name = String(written).trim().toLowerCase();
  for (const { objectTypeId, name: plain } of portal?.objectTypes ?? []) {
    const full = `p${portal?.portalId}_${plain}`;
    if (name === objectTypeId) return full;
    if (name === plain || name === full) return objectTypeId;
  }
  return objectTypes.find((type) => type.name === name || type.singular === name)?.objectTypeId ?? written;
};

/** The program with its object types in another spelling, by the custom objects of each resource's portal. */
export const respelled = ({ sandbox, engine, program }: EarlierStack): ReadonlyArray<Registered> =>
  program.map((registered) => {
    const { name, inputs } = registered;
    if (typeof inputs === "function") throw new Error(`The inputs of ${name} are not known`);
    const portalId = engine.state().find((held) => held.name === name)?.outputs["portalId"];
    const portal = sandbox.state().portals.find((one) => one.portalId === portalId);
    const other = (key: string): Properties => ({ [key]: inOtherWords(portal, inputs[key]) });
    return { ...registered, inputs: { ...inputs, ...other("fromObjectType"), ...other("toObjectType") } };
  });
