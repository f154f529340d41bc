/**
 * A small model of Pulumi's engine with one kind of resource and no dependencies between them. What it copies: every
 * resource is checked (its old inputs or {} as olds) and compared one after another, while creates and updates run side
 * by side with that; what has no difference keeps its outputs and takes the inputs that were checked; a failure starts nothing new, and what runs is waited for and saved; a replacement is checked a
 * second time with {} as olds, and created before the old resource is deleted; deletes come last and make no checks; a
 * partial failure is saved, and its resource updated by the next up whatever diff says; a refresh replaces inputs and
 * outputs by what was read, and drops what is gone. Of a killed process, only results that came before reach the state.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { Failure } from "../../../provider/failure";
import { renderFailure } from "../../../provider/failure";
import type { Interrupted, Properties, Resource, Saved } from "../../../provider/lifecycle/resource";
import { asJson } from "../../support/provider/process";

/** A resource as the state holds it. */
export interface Held {
  /** Tells apart what had the same name one after another. */
  readonly serial: number;
  readonly name: string;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** Its last create or update was a partial failure. */
  readonly isPartial: boolean;
  /** Another of its name was created, and this one is to be deleted. */
  readonly isReplaced: boolean;
}

export type State = ReadonlyArray<Held>;

/** A hook that changes something, at its end. */
export interface Step {
  readonly kind: "create" | "update" | "delete";
  /** What the state held before; none for a create. */
  readonly old: Held | undefined;
  /** What the state is to hold from now on; none after a delete, and where the hook failed. */
  readonly saved: Held | undefined;
  readonly failed: boolean;
}

/** What is registered after another: at once, when some running step has ended, when all have. */
export type Pace = "atOnce" | "afterOne" | "afterAll";

/** One run of the engine, with a process of the provider of its own. */
export interface Run {
  readonly resource: Resource;
  /** Hears of the end of each step; its result reaches the state only if this says so. */
  readonly ended: (step: Step) => boolean;
  readonly isAlive: () => boolean;
  readonly paces: ReadonlyArray<Pace>;
}

/** A resource as a program registers it. */
export interface Registered {
  readonly name: string;
  readonly inputs: Properties;
}

export interface Engine {
  readonly state: () => State;
  /** Each gives the reasons why it failed; none means that all hooks went well. */
  readonly up: (run: Run, program: ReadonlyArray<Registered>) => Promise<ReadonlyArray<string>>;
  readonly refresh: (run: Run) => Promise<ReadonlyArray<string>>;
  readonly destroy: (run: Run) => Promise<ReadonlyArray<string>>;
}

/** What a hook left: what is to be saved, and what went wrong. */
interface Left {
  readonly saved: O.Option<Saved>;
  readonly reasons: ReadonlyArray<string>;
}

const leftBy = async (hook: TaskEither<Interrupted, Saved>): Promise<Left> => {
  const result = await hook();
  return E.isRight(result)
    ? { saved: O.some(result.right), reasons: [] }
    : { saved: result.left.kept, reasons: reasonsOf(result.left.failure) };
};

/** No failure is silent. */
const reasonsOf = (failure: Failure): ReadonlyArray<string> => {
  const reasons = renderFailure(failure);
  return reasons.length === 0 ? [failure._tag] : reasons;
};

export const newEngine = (): Engine => {
  let state: State = [];
  let serials = 0;

  const put = (held: Held): void => {
    state = [...state.filter(({ serial }) => serial !== held.serial), held];
  };
  const drop = ({ serial }: Held): void => {
    state = state.filter((held) => held.serial !== serial);
  };

  /** Creates or updates: both end in a resource that is held. */
  const make = async (
    run: Run,
    { name, inputs }: Registered,
    old: Held | undefined,
    replaced: Held | undefined,
  ): Promise<ReadonlyArray<string>> => {
    const { resource } = run;
    const { saved, reasons } = await leftBy(
      old === undefined ? resource.create(inputs) : resource.update(old.id, old.outputs, inputs),
    );
    const held: Held | undefined = O.isNone(saved)
      ? undefined
      : {
          serial: old?.serial ?? ++serials,
          name,
          id: old?.id ?? saved.value.id,
          inputs,
          outputs: asJson(saved.value.outputs),
          isPartial: reasons.length > 0,
          isReplaced: false,
        };
    const kind = old === undefined ? "create" : "update";
    const reaches = run.ended({ kind, old, saved: held, failed: reasons.length > 0 });
    if (reaches && held !== undefined) {
      if (replaced !== undefined) put({ ...replaced, isReplaced: true });
      put(held);
    }
    return reasons;
  };

  const unmake = async (run: Run, old: Held): Promise<ReadonlyArray<string>> => {
    const result = await run.resource.delete(old.id, old.outputs)();
    const failed = E.isLeft(result);
    if (run.ended({ kind: "delete", old, saved: undefined, failed }) && !failed) drop(old);
    return failed ? reasonsOf(result.left) : [];
  };

  const checked = async (
    { resource }: Run,
    olds: Properties,
    news: Properties,
  ): Promise<E.Either<ReadonlyArray<string>, Properties>> => {
    const { inputs, failures } = await resource.check(olds, asJson(news))();
    return failures.length > 0 ? E.left(failures) : E.right(asJson(inputs));
  };

  const up: Engine["up"] = async (run, program) => {
    let reasons: ReadonlyArray<string> = [];
    const running = new Set<Promise<void>>();
    const goesOn = (): boolean => reasons.length === 0 && run.isAlive();
    const start = (step: Promise<ReadonlyArray<string>>): void => {
      const tracked = step.then((more) => {
        reasons = [...reasons, ...more];
        running.delete(tracked);
      });
      running.add(tracked);
    };
    const inPace = async (pace: Pace): Promise<void> => {
      if (pace === "afterOne") await Promise.race(running);
      if (pace === "afterAll") await Promise.all(running);
    };

    const register = async ({ name, inputs }: Registered): Promise<void> => {
      const old = state.find((held) => held.name === name && !held.isReplaced);
      const first = await checked(run, old?.inputs ?? {}, inputs);
      if (!goesOn()) return;
      if (E.isLeft(first)) return void (reasons = [...reasons, ...first.left]);
      if (old === undefined) return start(make(run, { name, inputs: first.right }, undefined, undefined));
      const difference = run.resource.diff(old.id, old.outputs, first.right);
      if (E.isLeft(difference)) return void (reasons = [...reasons, ...renderFailure(difference.left)]);
      const { changes, replaces } = difference.right;
      if (replaces.length === 0) {
        if (changes || old.isPartial) start(make(run, { name, inputs: first.right }, old, undefined));
        else put({ ...old, inputs: first.right });
        return;
      }
      const second = await checked(run, {}, inputs);
      if (!goesOn()) return;
      if (E.isLeft(second)) return void (reasons = [...reasons, ...second.left]);
      start(make(run, { name, inputs: second.right }, undefined, old));
    };

    for (const [i, registered] of program.entries()) {
      if (!goesOn()) break;
      await register(registered);
      if (running.size > 0) await inPace(run.paces[i % run.paces.length] ?? "atOnce");
    }
    await Promise.all(running);
    if (goesOn()) {
      const declared = new Set(program.map(({ name }) => name));
      for (const old of state.filter(({ name, isReplaced }) => isReplaced || !declared.has(name)))
        start(unmake(run, old));
      await Promise.all(running);
    }
    return reasons;
  };

  return {
    state: () => state,
    up,
    destroy: (run) => up(run, []),
    refresh: async (run) => {
      const reasons = await Promise.all(
        state.map(async (held): Promise<ReadonlyArray<string>> => {
          const result = await run.resource.read(held.id, held.outputs)();
          if (E.isLeft(result)) return reasonsOf(result.left);
          if (O.isNone(result.right)) drop(held);
          else {
            const { outputs, inputs } = result.right.value;
            put({ ...held, outputs: asJson(outputs), inputs: asJson(inputs), isPartial: false });
          }
          return [];
        }),
      );
      return reasons.flat();
    },
  };
};
