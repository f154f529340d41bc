/** The small world at a moment, as plain data, and what one command makes of it. */
import * as O from "fp-ts/Option";
import { hooksIn } from "../engine/inProcess";
import { newEngine } from "../engine/engine";
import type { Hooks } from "../engine/hooks";
import type { Failure, Run, Step } from "../engine/run";
import type { State } from "../engine/state";
import { newProcess } from "../provider/process";
import { testRuntime } from "../provider/runtime";
import { virtualTime } from "../provider/time";
import { wireTo } from "../provider/wire";
import type { Command, IdentityName } from "./alphabet";
import { identities } from "./alphabet";
import { drifted } from "./drift";
import type { Contents, MakeHubSpot, Shown } from "./hubSpot";
import type { Memory } from "./memory";
import { afterDrift, afterRun, nothingRemembered } from "./memory";
import type { Asked } from "./network";
import { networkTo } from "./network";
import type { Found } from "./portals";
import { foundPortals, tokens } from "./portals";
import type { Program, Provider } from "./programs";
import { programNamed, registered } from "./programs";

export interface Now {
  readonly portals: ReadonlyArray<Contents>;
  /** What reads of limits show where they lag behind the last command. */
  readonly shown: Shown | undefined;
  readonly state: State;
  /** What somebody knows who has watched. */
  readonly memory: Memory;
}

/** A command, and all that came of it. */
export interface Seen {
  readonly command: Command;
  /** What the command's program declares; nothing for a destroy, none where there is no program. */
  readonly program: Program | undefined;
  readonly before: Now;
  readonly after: Now;
  readonly asked: ReadonlyArray<Asked>;
  readonly steps: ReadonlyArray<Step>;
  readonly failures: ReadonlyArray<Failure>;
  readonly wasKilled: boolean;
  /** How long it took, in virtual time. */
  readonly milliseconds: number;
  /** How many requests waited at each choice of an order. */
  readonly widths: ReadonlyArray<number>;
  /** The same up once more, where it ended well. */
  readonly again?: Seen;
  /** What each Provider's part of the program asks alone, where there are several. */
  readonly alone?: ReadonlyArray<ReadonlyArray<Asked>>;
}

export const begin = (found: Found): Now => ({
  portals: foundPortals[found],
  shown: undefined,
  state: [],
  memory: nothingRemembered,
});

type StackCommand = Exclude<Command, { readonly do: "somebody" }>;

export const identityOf = (command: Command): IdentityName => (command.do === "somebody" ? "111" : command.as);

const isProvider = (provider: string): provider is Provider => provider === "in 111" || provider === "in 222";

/** What a Provider's process is told. */
const settingsOf = (provider: string, as: IdentityName) => {
  if (isProvider(provider))
    return {
      token: provider === "in 111" ? tokens.own : tokens.other,
      more: { source: { _tag: "ExplicitProvider", name: provider } as const },
    };
  const { token, names } = identities[as];
  return { token, more: { portalId: names === undefined ? O.none : O.some(names) } };
};

/** Only limits of types that are there show. */
const shownOf = (portals: ReadonlyArray<Contents>, shown: Shown | undefined): Shown | undefined =>
  shown === undefined
    ? undefined
    : Object.fromEntries(
        portals.map(({ portalId, labels, limits }) => {
          const ids = new Set(labels.flatMap(({ typeId, inverseTypeId }) => [typeId, inverseTypeId]));
          const all = shown[portalId] ?? limits;
          return [portalId, all.filter(({ category, typeId }) => category === "HUBSPOT_DEFINED" || ids.has(typeId))];
        }),
      );

const limitsOf = (portals: ReadonlyArray<Contents>): Shown =>
  Object.fromEntries(portals.map(({ portalId, limits }) => [portalId, limits]));

const programOf = (command: StackCommand): Program | undefined =>
  command.do === "refresh" ? undefined : command.do === "destroy" ? [] : programNamed(command.program);

/** @param only the Provider whose part of the program and the state is played; all of it by default */
const ran = async (make: MakeHubSpot, whole: Now, command: StackCommand, only?: Provider): Promise<Seen> => {
  const isPart = ({ provider = "" }: { readonly provider?: string }): boolean =>
    only === undefined || provider === only;
  const before = { ...whole, state: whole.state.filter(isPart) };
  const time = virtualTime();
  const hubSpot = await make({
    portals: before.portals,
    shown: shownOf(before.portals, before.shown ?? (isLagging(command) ? limitsOf(before.portals) : undefined)),
  });
  const network = networkTo(
    hubSpot,
    command.do === "preview" ? undefined : command.trouble,
    command.do === "up" ? command.order : undefined,
  );
  const processes = new Map<string, (kind: string) => Hooks>();
  const hooksOf = (provider: string): ((kind: string) => Hooks) => {
    const known = processes.get(provider);
    if (known !== undefined) return known;
    const { token, more } = settingsOf(provider, command.as);
    const wire = wireTo(network, time);
    const made = hooksIn(newProcess({ handle: network.handle, token }, more, testRuntime(undefined, time), wire));
    processes.set(provider, made);
    return made;
  };
  const engine = newEngine(before.state);
  const steps: Step[] = [];
  const run: Run = {
    hooks: (kind, provider) => hooksOf(provider)(kind),
    isAlive: network.isAlive,
    ended: (step) => {
      if (network.isAlive()) steps.push(step);
      return network.isAlive();
    },
    ...(command.do === "up" && command.parallel !== undefined ? { parallel: command.parallel } : {}),
  };
  const program = programOf(command)?.filter(isPart);
  const begun = time.now();
  const work = async (): Promise<ReadonlyArray<Failure>> => {
    if (command.do === "refresh") return engine.refresh(run);
    if (command.do === "destroy") return engine.destroy(run);
    if (command.do === "preview") return (await engine.preview(run, registered(program ?? []))).failures;
    return engine.up(run, registered(program ?? []));
  };
  const failures = await Promise.race([work(), network.killed.then(() => [])]);
  const wasKilled = !network.isAlive();
  const portals = hubSpot.contents();
  const state = command.do === "preview" ? before.state : engine.state();
  const seen = { command, program, before, asked: [...network.asked()], steps, failures, wasKilled };
  const shown = isLagging(command) ? (before.shown ?? limitsOf(before.portals)) : undefined;
  const memory = command.do === "preview" ? before.memory : afterRun({ ...seen, portals, state });
  return {
    ...seen,
    milliseconds: time.now() - begun,
    widths: [...network.widths()],
    after: { portals, shown: command.do === "preview" ? before.shown : shown, state, memory },
  };
};

const isLagging = (command: StackCommand): boolean => command.do !== "preview" && command.lags === true;

const providersOf = (program: Program): ReadonlyArray<Provider> => [
  ...new Set(program.flatMap(({ provider }) => (provider === undefined ? [] : [provider]))),
];

/** What makes two worlds the same: not when something was written, and not how the state counts. */
export const keyOf = ({ portals, shown, state, memory }: Now): string =>
  JSON.stringify([
    portals.map(({ limits, ...portal }) => ({
      ...portal,
      limits: limits.map((limit) => JSON.stringify(limit)).sort(),
    })),
    shown,
    state.map(({ serial: _, ...held }) => held),
    memory,
  ]).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "then");

/** Ups that were played once more, by program and world: what came of one comes of the next. */
export type Repeats = Map<string, Seen>;

/** Whether a command did all that it was to do. */
export const endedWell = ({ failures, wasKilled }: Seen): boolean => failures.length === 0 && !wasKilled;

/** Plays a command; none where there is nothing that somebody could do. */
export const play = async (
  make: MakeHubSpot,
  before: Now,
  command: Command,
  repeats: Repeats = new Map(),
): Promise<Seen | undefined> => {
  if (command.do !== "somebody") {
    const seen = await ran(make, before, command);
    if (command.do !== "up" || !endedWell(seen)) return seen;
    const { program, as } = command;
    const key = JSON.stringify([program, as, keyOf(seen.after)]);
    const again = repeats.get(key) ?? (await ran(make, seen.after, { do: "up", program, as }));
    repeats.set(key, again);
    const providers = providersOf(seen.program ?? []);
    const isApart = before.state.every(({ provider }) => isProvider(provider) && providers.includes(provider));
    if (providers.length < 2 || !isApart || command.trouble !== undefined) return { ...seen, again };
    const alone = await Promise.all(providers.map((provider) => ran(make, before, command, provider)));
    return { ...seen, again, alone: alone.map(({ asked }) => asked) };
  }
  const portals = drifted(before.portals, command.that);
  if (portals === undefined) return undefined;
  const nothing = { asked: [], steps: [], failures: [], wasKilled: false, milliseconds: 0, widths: [] };
  const memory = afterDrift(before, portals);
  return { command, program: undefined, before, ...nothing, after: { ...before, portals, shown: undefined, memory } };
};
