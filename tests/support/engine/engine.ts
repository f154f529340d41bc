/**
 * A model of Pulumi's engine and of the SDK's order of registering, for resources of several kinds and Providers. Its
 * rules, each as it was seen on the real CLI (3.259) with the Node SDK (3.248):
 *
 * - A resource is registered once those that it depends on are done, also with `--parallel 1`. In which order those are
 *   registered that are ready together varies; here it is the program's order.
 * - Registering is a check with the state's inputs, or {} for what is new, and a diff of the state's outputs with the
 *   checked inputs; both come one resource after another, while the steps of earlier ones are at work.
 * - What has no difference calls nothing more: the checked inputs go into the state, the outputs stay.
 * - A replacement is checked a second time with {}, and created before the old one is deleted, which waits for the end;
 *   with `deleteBeforeReplace` the old one is deleted at once, and then the new one is created.
 * - A step that cannot begin, because as many as allowed are at work, holds up the registration after the next: the next
 *   one is checked and compared meanwhile.
 * - A partial failure is saved with new outputs and the old inputs (a create: with its inputs); the next up calls update,
 *   whatever diff says. A refresh clears that mark.
 * - After a failure nothing begins any more; what is at work is waited for, and saved.
 * - Deletes come last, each once its dependents are deleted, without checks, in the Provider that made the resource; one
 *   that fails leaves the state as it was.
 * - A refresh reads everything, side by side, and compares what was read with the old inputs; what was read replaces
 *   inputs and outputs, and what is gone leaves the state; one read that fails does not keep others from being saved
 *   (`--skip-preview`).
 * - A preview checks and compares; outputs of what would be created are unknown, but for those that are inputs.
 * - A destroy checks nothing. An import checks with olds that equal the news.
 *
 * Left out: dependents that a `deleteBeforeReplace` takes along, `--target`, and Providers whose arguments are unknown.
 */
import { isDeepStrictEqual } from "node:util";
import { UNKNOWN } from "../../../provider/unknown";
import type { Checked, Diffed, Failed, Hooks, Properties } from "./hooks";
import { isFailed } from "./hooks";
import type { Failure, OutputOf, Pace, Registered, Run, Step } from "./run";
import type { Held, State } from "./state";
import { deletions, isNeeded } from "./state";

/** Each command gives what failed; nothing means that all went well. */
export interface Engine {
  readonly state: () => State;
  readonly up: (run: Run, program: ReadonlyArray<Registered>) => Promise<ReadonlyArray<Failure>>;
  readonly refresh: (run: Run) => Promise<ReadonlyArray<Failure>>;
  readonly destroy: (run: Run) => Promise<ReadonlyArray<Failure>>;
  /** What an up would do, such as `update a`; a preview ends with the first failure. */
  readonly preview: (run: Run, program: ReadonlyArray<Registered>) => Promise<Preview>;
  /** Takes resources into the state as they are said to be. */
  readonly imported: (
    run: Run,
    resources: ReadonlyArray<Pick<Held, "name" | "kind" | "id" | "inputs" | "outputs">>,
  ) => Promise<ReadonlyArray<Failure>>;
}

export interface Preview {
  readonly changes: ReadonlyArray<string>;
  readonly failures: ReadonlyArray<Failure>;
}

/** What the engine decides to do about a resource that is registered. */
type Plan =
  | { readonly _tag: "Same" | "Update"; readonly old: Held; readonly inputs: Properties }
  | { readonly _tag: "Create"; readonly inputs: Properties }
  | { readonly _tag: "Replace"; readonly old: Held; readonly inputs: Properties; readonly deletesFirst: boolean }
  | { readonly _tag: "Failed"; readonly failure: Failure };

/** The inputs of a check that passes, or why it does not. */
const passed = (
  name: string,
  checked: Checked | Failed,
): { readonly inputs: Properties } | { readonly failure: Failure } => {
  if (isFailed(checked)) return { failure: { name, hook: "check", failed: checked } };
  const { inputs, failures } = checked;
  if (failures.length === 0) return { inputs };
  const error = failures.map(({ reason }) => reason).join("\n");
  return { failure: { name, hook: "check", failed: { error, code: "CHECK_FAILED" } } };
};

/** Steps that are at work, so many at a time. */
const stepsAtWork = (parallel: number) => {
  const running = new Set<Promise<void>>();
  return {
    size: (): number => running.size,
    anyEnds: (): Promise<void> => Promise.race(running),
    allEnd: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
    /** Begins a step as soon as it may. */
    begin: async (step: () => Promise<void>): Promise<void> => {
      while (running.size >= parallel) await Promise.race(running);
      const tracked: Promise<void> = step().finally(() => running.delete(tracked));
      running.add(tracked);
    },
  };
};

export const newEngine = (start: State = []): Engine => {
  let state: State = start;
  let serials = Math.max(0, ...start.map(({ serial }) => serial));

  const put = (held: Held): void => {
    state = [...state.filter(({ serial }) => serial !== held.serial), held];
  };
  const drop = ({ serial }: Held): void => {
    state = state.filter((held) => held.serial !== serial);
  };
  /** What is replaced, and what a program does not declare any more. */
  const deletedBy = (program: ReadonlyArray<Registered>): State => {
    const declared = new Set(program.map(({ name }) => name));
    return state.filter(({ name, isReplaced }) => isReplaced || !declared.has(name));
  };
  const current = (name: string): Held | undefined => state.find((held) => held.name === name && !held.isReplaced);

  const hooksIn = (run: Run, kind: string, provider: string, name: string): Hooks => {
    const hooks = run.hooks(kind, provider);
    const called = (hook: keyof Hooks): void => run.called?.(hook, name);
    return {
      check: (olds, news) => (called("check"), hooks.check(olds, news)),
      diff: (id, olds, news) => (called("diff"), hooks.diff(id, olds, news)),
      create: (inputs) => (called("create"), hooks.create(inputs)),
      read: (id, outputs) => (called("read"), hooks.read(id, outputs)),
      update: (id, olds, news) => (called("update"), hooks.update(id, olds, news)),
      delete: (id, outputs) => (called("delete"), hooks.delete(id, outputs)),
    };
  };
  const hooksOf = (run: Run, { kind, provider, name }: Held): Hooks => hooksIn(run, kind, provider, name);
  const reaches = (run: Run, step: Step): boolean => run.ended?.(step) ?? true;

  /** Check and diff. */
  const planFor = async (run: Run, registered: Registered, news: Properties): Promise<Plan> => {
    const { name, kind, provider = "" } = registered;
    const hooks = hooksIn(run, kind, provider, name);
    const old = current(name);
    const checked = passed(name, await hooks.check(old?.inputs ?? {}, news));
    if ("failure" in checked) return { _tag: "Failed", failure: checked.failure };
    const { inputs } = checked;
    if (old === undefined) return { _tag: "Create", inputs };
    const difference = await hooks.diff(old.id, old.outputs, inputs);
    if (isFailed(difference)) return { _tag: "Failed", failure: { name, hook: "diff", failed: difference } };
    if (difference.replaces.length === 0)
      return { _tag: hasChanges(difference, old, inputs) || old.isPartial ? "Update" : "Same", old, inputs };
    const again = passed(name, await hooks.check({}, news));
    if ("failure" in again) return { _tag: "Failed", failure: again.failure };
    return { _tag: "Replace", old, inputs: again.inputs, deletesFirst: difference.deleteBeforeReplace };
  };

  /** Creates or updates: both end in a resource that is held. */
  const make = async (
    run: Run,
    { name, kind, provider = "", dependsOn = [] }: Registered,
    inputs: Properties,
    old: Held | undefined,
    replaced: Held | undefined,
  ): Promise<ReadonlyArray<Failure>> => {
    const hooks = hooksIn(run, kind, provider, name);
    const hook = old === undefined ? "create" : "update";
    const common = { serial: old?.serial ?? ++serials, name, kind, provider, dependsOn, isReplaced: false };
    const made = old === undefined ? await hooks.create(inputs) : await update(hooks, old, inputs);
    const saved: Held | undefined = !isFailed(made)
      ? { ...common, id: old?.id ?? made.id, inputs, outputs: made.properties, isPartial: false }
      : made.partial === undefined
        ? undefined
        : {
            ...common,
            id: old?.id ?? made.partial.id,
            inputs: old?.inputs ?? inputs,
            outputs: made.partial.properties,
            isPartial: true,
          };
    if (reaches(run, { kind: hook, old, saved, failed: isFailed(made) }) && saved !== undefined) {
      if (replaced !== undefined) put({ ...replaced, isReplaced: true });
      put(saved);
    }
    return isFailed(made) ? [{ name, hook, failed: made }] : [];
  };

  const unmake = async (run: Run, old: Held): Promise<ReadonlyArray<Failure>> => {
    const failed = await hooksOf(run, old).delete(old.id, old.outputs);
    const step: Step = { kind: "delete", old, saved: undefined, failed: failed !== undefined };
    if (reaches(run, step) && failed === undefined) drop(old);
    return failed === undefined ? [] : [{ name: old.name, hook: "delete", failed }];
  };

  const up: Engine["up"] = async (run, program) => {
    const { parallel = Infinity, paces = ["atOnce"], isAlive = () => true } = run;
    const steps = stepsAtWork(parallel);
    let failures: ReadonlyArray<Failure> = [];
    const done = new Set<string>();
    const goesOn = (): boolean => failures.length === 0 && isAlive();
    const begin = (name: string | undefined, step: () => Promise<ReadonlyArray<Failure>>): Promise<void> =>
      steps.begin(async () => {
        if (!goesOn()) return;
        const more = await step();
        failures = [...failures, ...more];
        if (more.length === 0 && name !== undefined) done.add(name);
      });
    const inPace = async (pace: Pace): Promise<void> => {
      if (steps.size() === 0) return;
      if (pace === "afterAll") await steps.allEnd();
      else if (pace === "afterOne") await steps.anyEnds();
    };
    const outputOf: OutputOf = (name, output) => current(name)?.outputs[output];

    const register = async (registered: Registered): Promise<void> => {
      const { name } = registered;
      const plan = await planFor(run, registered, newsOf(registered, outputOf));
      if (!goesOn()) return;
      switch (plan._tag) {
        case "Failed":
          failures = [...failures, plan.failure];
          return;
        case "Same":
          put({ ...plan.old, inputs: plan.inputs, dependsOn: registered.dependsOn ?? [] });
          return void done.add(name);
        case "Create":
          return begin(name, () => make(run, registered, plan.inputs, undefined, undefined));
        case "Update":
          return begin(name, () => make(run, registered, plan.inputs, plan.old, undefined));
        case "Replace":
          return begin(name, async () => {
            if (!plan.deletesFirst) return make(run, registered, plan.inputs, undefined, plan.old);
            const failed = await unmake(run, plan.old);
            return failed.length > 0 || !isAlive() ? failed : make(run, registered, plan.inputs, undefined, undefined);
          });
      }
    };

    const waiting = [...program];
    const ready: Registered[] = [];
    const isReady = ({ dependsOn = [] }: Registered): boolean => dependsOn.every((name) => done.has(name));
    for (let i = 0; goesOn(); i += 1) {
      for (const each of waiting.filter(isReady)) ready.push(...waiting.splice(waiting.indexOf(each), 1));
      const next = ready.shift();
      if (next !== undefined) {
        if (!isReady(next)) throw new Error(`${next.name} is registered before what it depends on`);
        await register(next);
        await inPace(paces[i % paces.length] ?? "atOnce");
      } else if (steps.size() > 0) await steps.anyEnds();
      else if (waiting.length === 0) break;
      else throw new Error(`${waiting.map(({ name }) => name).join(", ")}: depends on what never comes`);
    }
    await steps.allEnd();
    let waitingToDelete = deletedBy(program);
    let deleting: State = [];
    while (goesOn() && waitingToDelete.length > 0) {
      const next = waitingToDelete.find((held) => !isNeeded(held, [...waitingToDelete, ...deleting]));
      if (next !== undefined) {
        waitingToDelete = waitingToDelete.filter((held) => held !== next);
        deleting = [...deleting, next];
        await begin(undefined, async () => {
          const failed = await unmake(run, next);
          deleting = deleting.filter((held) => held !== next);
          return failed;
        });
      } else if (steps.size() > 0) await steps.anyEnds();
      else throw new Error(`${waitingToDelete.map(({ name }) => name).join(", ")}: depend on each other`);
    }
    await steps.allEnd();
    return failures;
  };

  return {
    state: () => state,
    up,
    destroy: (run) => up(run, []),
    refresh: async (run) => {
      const all = await Promise.all(
        state.map(async (held): Promise<ReadonlyArray<Failure>> => {
          const hooks = hooksOf(run, held);
          const read = await hooks.read(held.id, held.outputs);
          if (isFailed(read)) return [{ name: held.name, hook: "read", failed: read }];
          if (read.id === "") return (drop(held), []);
          const { properties: outputs, inputs = held.inputs } = read;
          const difference = await hooks.diff(held.id, outputs, held.inputs);
          if (isFailed(difference)) return [{ name: held.name, hook: "diff", failed: difference }];
          put({ ...held, outputs, inputs, isPartial: false });
          return [];
        }),
      );
      return all.flat();
    },
    preview: async (run, program) => {
      const changes: string[] = [];
      const planned = new Map<string, Plan>();
      const outputOf: OutputOf = (name, output) => {
        const plan = planned.get(name);
        if (plan === undefined || plan._tag === "Failed" || plan._tag === "Same") return current(name)?.outputs[output];
        return plan.inputs[output] ?? UNKNOWN;
      };
      for (const registered of program) {
        const plan = await planFor(run, registered, newsOf(registered, outputOf));
        planned.set(registered.name, plan);
        if (plan._tag === "Failed") return { changes, failures: [plan.failure] };
        if (plan._tag !== "Same") changes.push(`${plan._tag.toLowerCase()} ${registered.name}`);
      }
      changes.push(...deletions(deletedBy(program)).map(({ name }) => `delete ${name}`));
      return { changes, failures: [] };
    },
    imported: async (run, resources) => {
      const failures: Failure[] = [];
      for (const { name, kind, id, inputs, outputs } of resources) {
        const checked = passed(name, await hooksIn(run, kind, "", name).check(inputs, inputs));
        if ("failure" in checked) failures.push(checked.failure);
        else {
          const common = { name, kind, id, outputs, provider: "", dependsOn: [], isPartial: false, isReplaced: false };
          put({ ...common, serial: ++serials, inputs: checked.inputs });
        }
      }
      return failures;
    },
  };
};

const newsOf = ({ inputs }: Registered, outputOf: OutputOf): Properties =>
  typeof inputs === "function" ? inputs(outputOf) : inputs;

/** Where diff does not say, the engine compares the inputs itself. */
const hasChanges = ({ changes }: Diffed, old: Held, inputs: Properties): boolean =>
  changes === "DIFF_UNKNOWN" ? !isDeepStrictEqual(old.inputs, inputs) : changes !== "DIFF_NONE";

const update = async (hooks: Hooks, old: Held, inputs: Properties) => {
  const updated = await hooks.update(old.id, old.outputs, inputs);
  return isFailed(updated) ? updated : { id: old.id, ...updated };
};
