/**
 * What is known of a portal and a stack in the course of their life, besides what they say themselves: which values
 * were found where a resource began to manage a type, and what changed without the state hearing of it.
 */
import type { SandboxState } from "../../../sandbox";
import { hasType } from "../../../provider/associationType";
import type { State as HeldOutputs } from "../../../provider/lifecycle/state";
import { readState } from "../../../provider/lifecycle/state";
import * as O from "fp-ts/Option";
import type { Engine } from "../../support/engine/engine";
import type { Step } from "../../support/engine/run";
import type { Held, State } from "../../support/engine/state";
import type { PairOfPortal } from "./portal";
import { byObjectTypeId, showByIds } from "./portal";
import type { Place, Program } from "./stack";
import { declares, isObject, isWhole, keyOf, numberIn, places } from "./stack";

/** The numbers that stand, by place. */
export type Standing = ReadonlyMap<string, number>;

/** What a place may have: a number, or no limit. */
export type Value = number | undefined;

export interface Life {
  readonly engine: Engine;
  readonly standing: () => Standing;
  program: Program;
  /** For each resource by its serial, and each place that it began to manage: what may have stood there then. */
  readonly found: Map<number, Map<string, Set<Value>>>;
  /** Places that changed behind the state's back: an up that does nothing about their resource cannot know. */
  readonly drifted: Set<string>;
}

export const newLife = (engine: Engine, standing: () => Standing): Life => ({
  engine,
  standing,
  program: new Map(),
  found: new Map(),
  drifted: new Set(),
});

/** What the sandbox's first portal has, with the custom object by its id, as programs name it. */
export const standingOn = ({ portals }: SandboxState): Standing => {
  return new Map(
    (portals[0]?.limits ?? []).map(({ from, to, maxToObjectIds, ...type }) => [
      keyOf({ from: byObjectTypeId(from), to: byObjectTypeId(to) }, type),
      maxToObjectIds,
    ]),
  );
};

const read = new WeakMap<Held, HeldOutputs>();

/** What the state says of a resource. */
const outputsOf = (held: Held): HeldOutputs => {
  const known = read.get(held);
  if (known !== undefined) return known;
  const outputs = readState(held.outputs);
  if (O.isNone(outputs)) throw new Error(`the state of ${held.name} cannot be read: ${JSON.stringify(held.outputs)}`);
  read.set(held, outputs.value);
  return outputs.value;
};

export const isOn = (held: Held, { pair }: PairOfPortal): boolean =>
  showByIds(outputsOf(held).pair) === showByIds(pair);

/** Whether the state says that the resource looks after the place. */
const manages = (held: Held, { of, type }: Place): boolean => isOn(held, of) && hasType(outputsOf(held).resolved, type);

const isWholeInState = (state: State, of: PairOfPortal): boolean =>
  state.some((held) => isOn(held, of) && outputsOf(held).authoritative);

/** Notes what a resource finds where it begins to manage; `seen` is all that stood since the run began. */
export const remember = (life: Life, seen: ReadonlyArray<Standing>, { old, saved }: Step): void => {
  if (saved === undefined) return;
  const ofResource = life.found.get(saved.serial) ?? new Map<string, Set<Value>>();
  life.found.set(saved.serial, ofResource);
  const declared = life.program.get(saved.name);
  const wasWhole = old !== undefined && outputsOf(old).authoritative;
  for (const place of places.filter(({ of }) => isOn(saved, of))) {
    const before = ofResource.get(place.key);
    const add = (values: ReadonlyArray<Value>): void =>
      void ofResource.set(place.key, new Set([...(before ?? []), ...values]));
    const candidates = seen.map((standing) => standing.get(place.key));
    if (declared !== undefined && declares(declared, place)) {
      if (old === undefined || before === undefined || !manages(old, place)) add(candidates);
    } else if (declared?.authoritative === true) {
      if (!wasWhole && (old === undefined || before === undefined || !manages(old, place))) add(candidates);
      else if (before === undefined) add([undefined]);
    }
  }
};

/** The values that a place may go back to when nobody declares it any more; none where no resource is concerned. */
const mayBecome = (
  life: Life,
  state: State,
  program: Program,
  place: Place,
  before: Value,
  objectLimit: number,
): ReadonlySet<Value> | undefined => {
  const values = new Set<Value>();
  for (const held of state) {
    const remembered = life.found.get(held.serial)?.get(place.key);
    const managed = manages(held, place);
    if (!managed && remembered === undefined) continue;
    const next = held.isReplaced ? undefined : program.get(held.name);
    const stays = next !== undefined && next.of === place.of;
    const onDelete = stays ? next.onDelete : outputsOf(held).onDelete;
    // What somebody has set since on a type that is no longer looked after is theirs.
    if (!managed) values.add(before);
    if (managed && onDelete === "purge") values.add(undefined);
    if (onDelete === "restore" && (managed || !stays)) {
      for (const value of remembered ?? []) values.add(value);
      // A label's earlier value that no longer fits cannot come back.
      if (!isObject(place) && [...(remembered ?? [])].some((value) => (value ?? 0) > objectLimit))
        values.add(undefined);
    }
  }
  return values.size > 0 ? values : undefined;
};

/** The lowest limit of a pair as a whole among these. */
const lowestObjectLimit = (of: PairOfPortal, seen: ReadonlyArray<Standing>): number =>
  Math.min(...seen.map((standing) => standing.get(keyOf(of.pair, of.unlabeled)) ?? Infinity));

/**
 * Whether HubSpot lets a program come true, whatever comes back on the way, and in whatever order the resources of a
 * pair are at work: no label's limit above the limit of the pair as a whole.
 */
export const isPermitted = (life: Life, program: Program): boolean => {
  const standing = life.standing();
  const state = life.engine.state();
  const holds = (of: PairOfPortal): boolean => {
    const atWork = new Set([
      ...[...program].filter(([, declared]) => declared.of === of).map(([name]) => name),
      ...state.filter((held) => isOn(held, of)).map(({ name, isReplaced, serial }) => (isReplaced ? serial : name)),
    ]);
    const anyOrder = atWork.size > 1;
    const values = (place: Place): ReadonlyArray<Value> => {
      const now = standing.get(place.key);
      const own = numberIn(program, place);
      const left = mayBecome(life, state, program, place, now, Infinity);
      const end: ReadonlyArray<Value> =
        own !== undefined ? [own] : isWhole(program, of) ? [undefined] : left === undefined ? [now] : [...left];
      if (anyOrder) return [now, ...end, ...(left ?? [])];
      // The provider sees to it that what comes back to a label fits.
      const fits = own === undefined && left !== undefined && !isObject(place);
      return fits ? (state.some((held) => manages(held, place)) ? [] : [now]) : end;
    };
    const all = places.filter((place) => place.of === of);
    const most = Math.min(...all.filter(isObject).flatMap((place) => values(place).map((value) => value ?? Infinity)));
    return all
      .filter((place) => !isObject(place))
      .every((place) => values(place).every((value) => (value ?? 0) <= most));
  };
  return [...new Set(places.map(({ of }) => of))].every(holds);
};

/** A run of the engine, as it is judged. */
export interface Played {
  readonly before: Standing;
  readonly after: Standing;
  /** Everything that stood, from `before` to `after`. */
  readonly seen: ReadonlyArray<Standing>;
  readonly stateBefore: State;
  readonly program: Program;
  /** Steps whose results the state has. */
  readonly steps: ReadonlyArray<Step>;
}

const show = (value: Value): string => (value === undefined ? "no limit" : String(value));

const expectOneOf = (place: Place, values: Iterable<Value>, { before, after }: Played, why: string): void => {
  const allowed = new Set(values);
  const now = after.get(place.key);
  if (allowed.has(now)) return;
  const list = [...allowed].map(show).join(" or ");
  throw new Error(`${place.key} ${why}: it was ${show(before.get(place.key))}, may be ${list}, and is ${show(now)}`);
};

const left = (life: Life, played: Played, place: Place): ReadonlySet<Value> | undefined => {
  const { stateBefore, program, before, seen } = played;
  // A value that the limit to come would not allow goes before that limit comes, which it does not where the run breaks off.
  const whole = places.find((other) => other.of === place.of && isObject(other));
  const toCome = (whole === undefined ? undefined : numberIn(program, whole)) ?? Infinity;
  const most = Math.min(toCome, lowestObjectLimit(place.of, seen));
  return mayBecome(life, stateBefore, program, place, before.get(place.key), most);
};

/**
 * Whether a step lets go of a place that others may hold: it cannot know of one that is registered later, and that one
 * does not hear of it where nothing else about it changes.
 */
const givesUp = (program: Program, { kind, old, saved }: Step, place: Place): boolean => {
  const declared = saved === undefined ? undefined : program.get(saved.name);
  return kind === "update" && old !== undefined && manages(old, place) && !(declared && declares(declared, place));
};

/** After a run that went well: what is declared stands, what is not is as it was found, and the rest is untouched. */
export const expectAllWell = (life: Life, played: Played): void => {
  const { program, before, steps } = played;
  const wasSaved = (name: string): boolean => steps.some(({ saved }) => saved?.name === name);
  for (const place of places) {
    const declaring = [...program].filter(([, declared]) => declares(declared, place));
    const whole = [...program].filter(([, declared]) => declared.of === place.of && declared.authoritative);
    const own = numberIn(program, place);
    const wanted = declaring.length > 0 ? declaring : whole;
    const isStated = wanted.some(([name]) => wasSaved(name));
    if (!isStated && steps.some((step) => givesUp(program, step, place))) life.drifted.add(place.key);
    const unnoticed = life.drifted.has(place.key) && !isStated;
    if (wanted.length > 0)
      expectOneOf(
        place,
        unnoticed ? [own, before.get(place.key), ...(left(life, played, place) ?? [])] : [own],
        played,
        "is declared by the program",
      );
    else {
      const back = left(life, played, place);
      expectOneOf(place, back ?? [before.get(place.key)], played, back === undefined ? "is nobody's" : "is given up");
    }
    if (wanted.length > 0 && !unnoticed) life.drifted.delete(place.key);
    if (wanted.length === 0) forget(life, played, place);
  }
};

/** What an update put back for certain is over and done with. */
const forget = (life: Life, { program, steps, after }: Played, place: Place): void => {
  for (const step of steps.filter((each) => givesUp(program, each, place))) {
    const found = life.found.get(step.old?.serial ?? 0);
    const values = found?.get(place.key);
    if (values?.size === 1 && values.has(after.get(place.key))) found?.delete(place.key);
  }
};

/** After a run that failed or was ended: nothing stands that nobody wanted, and what is nobody's is untouched. */
export const expectNothingStrange = (life: Life, played: Played): void => {
  const { program, before, stateBefore } = played;
  for (const place of places) {
    const own = numberIn(program, place);
    const mayGo = isWhole(program, place.of) || isWholeInState(stateBefore, place.of);
    expectOneOf(
      place,
      [
        before.get(place.key),
        ...(own === undefined ? [] : [own]),
        ...(mayGo ? [undefined] : []),
        ...(left(life, played, place) ?? []),
      ],
      played,
      "after a run that did not go well",
    );
  }
};

/**
 * After a run that failed, and whose process lived on: what was changed, or looked after, is still looked after. Only
 * what one resource has handed over, as it stands, may wait for the create of the other, which the next up does.
 */
export const expectNothingLost = (life: Life, played: Played): void => {
  const { stateBefore, before, after, program } = played;
  const state = life.engine.state();
  for (const place of places) {
    const now = after.get(place.key);
    const concerned = now !== before.get(place.key) || stateBefore.some((held) => manages(held, place));
    const isHeld = state.some((held) => manages(held, place)) || isWholeInState(state, place.of);
    const isHandedOver = now === before.get(place.key) && numberIn(program, place) !== undefined;
    if (!concerned || now === undefined || isHeld || isHandedOver || left(life, played, place)?.has(now) === true)
      continue;
    throw new Error(`${place.key} is lost: it was ${show(before.get(place.key))}, is ${show(now)}, and nobody has it`);
  }
};

/** After a refresh: the state says what stands. */
export const expectTruth = (life: Life): void => {
  const standing = life.standing();
  for (const held of life.engine.state()) {
    const { pair, resolved, limits } = outputsOf(held);
    resolved.forEach((type, i) => {
      const key = keyOf({ from: byObjectTypeId(pair.from), to: byObjectTypeId(pair.to) }, type);
      const [said, now] = [limits[i]?.maxToObjectIds, standing.get(key)];
      if (said !== now) throw new Error(`${held.name} says ${show(said)} of ${key}, which is ${show(now)}`);
    });
  }
};
