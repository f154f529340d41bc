/** What people, programs and portals do to a stack, as commands of fast-check: what each needs, does, and must leave. */
import fc from "fast-check";
import { hasType } from "../../../provider/associationType";
import type { DirectSandbox } from "../../../sandbox";
import type { Process } from "../../support/provider/process";
import { newProcess } from "../../support/provider/process";
import { testRuntime } from "../../support/provider/runtime";
import type { VirtualTime } from "../../support/provider/time";
import { wireTo } from "../../support/provider/wire";
import { hooksIn } from "../../support/engine/inProcess";
import type { Pace, Registered, Run, Step } from "../../support/engine/run";
import { reasonsOf } from "../../support/engine/run";
import type { State } from "../../support/engine/state";
import type { Life, Played, Standing } from "./life";
import {
  expectAllWell,
  expectNothingLost,
  expectNothingStrange,
  expectTruth,
  isOn,
  isPermitted,
  remember,
  standingOn,
} from "./life";
import type { Limits } from "../../support/pairs";
import { holdsTheRule } from "../../support/pairs";
import { pairs, sandboxName } from "./portal";
import type { Declared, Place, Program } from "./stack";
import {
  anyDeclared,
  anyWriting,
  inputsOf,
  isConsistent,
  limitsOn,
  numberFor,
  places,
  resourceNames,
  showWriting,
} from "./stack";
import type { Trouble } from "./trouble";
import { faultsOf, silence, troubles } from "./trouble";

/** How often what was done. */
export interface Counts {
  commands: number;
  ups: number;
  upsUnderFaults: number;
  failedUps: number;
  kills: number;
}

/** What commands work on. */
export interface Lab {
  readonly sandbox: DirectSandbox;
  readonly time: VirtualTime;
  /** How long requests and answers are on their way, one after another, and then from the beginning. */
  readonly journeys: ReadonlyArray<number>;
  readonly counts: Counts;
}

export type Command = fc.AsyncCommand<Life, Lab>;

/** How an engine goes about it: the order in which resources are registered, and how fast. */
export interface Manner {
  readonly order: ReadonlyArray<number>;
  readonly paces: ReadonlyArray<Pace>;
  /** How many steps are at work at the same time. */
  readonly parallel: number;
  readonly trouble: Trouble;
}

const calmly: Manner = { order: [], paces: ["atOnce"], parallel: 16, trouble: { _tag: "None" } };

/** A process of the provider, in the lab's time and on its network. */
const processOf = ({ sandbox, time, journeys }: Lab): Process => {
  let next = 0;
  const journey = (): number => journeys[next++ % journeys.length] ?? 0;
  return newProcess(sandbox, {}, testRuntime(undefined, time), wireTo(sandbox, time, journey));
};

/** A run of the engine with a process that nothing happens to. */
const runOf = (lab: Lab): Run => {
  const hooks = hooksIn(processOf(lab))("AssociationConfiguration");
  return { hooks: () => hooks };
};

const registeredAs = ([name, declared]: readonly [string, Declared]): Registered => ({
  name,
  kind: "AssociationConfiguration",
  inputs: inputsOf(declared),
});

/** Time goes by between two processes: what was written shows. */
const letShow = ({ sandbox }: Lab): void => sandbox.setState(sandbox.state());

const standing = ({ sandbox }: Lab): Standing => standingOn(sandbox.state());

const inOrder = (program: Program, order: ReadonlyArray<number>): ReadonlyArray<[string, Declared]> =>
  [...program]
    .map((entry, i) => ({ entry, at: order[i] ?? i }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);

/** An up or a destroy, and the judgment on it. */
const play = async (
  life: Life,
  lab: Lab,
  program: Program,
  { order, paces, parallel, trouble }: Manner,
): Promise<void> => {
  const { sandbox } = lab;
  const { engine } = life;
  const before = standing(lab);
  const stateBefore = engine.state();
  const since = sandbox.requests().length;
  const seen = [before];
  const steps: Step[] = [];
  const kill = trouble._tag === "Killed" ? trouble.kill : undefined;
  let [results, isDead] = [0, false];
  const isAlive = (): boolean => !isDead && !(kill?.at === "request" && sandbox.requests(since).length > kill.after);
  const ended = (step: Step): boolean => {
    if (isAlive() && kill?.at === "result" && results === kill.after) {
      isDead = true;
      sandbox.faults([silence(0)]);
    }
    const reaches = isAlive();
    if (reaches) {
      results++;
      remember(life, seen, step);
      steps.push(step);
    }
    seen.push(standing(lab));
    return reaches;
  };
  sandbox.faults(faultsOf(trouble));
  const registered = inOrder(program, order).map(registeredAs);
  const reasons = reasonsOf(await engine.up({ ...runOf(lab), ended, isAlive, paces, parallel }, registered));
  const wasKilled = !isAlive();
  sandbox.faults([]);
  letShow(lab);

  expectNothingReplaced(steps, stateBefore, program);

  const after = standing(lab);
  const played: Played = { before, after, seen: [...seen, after], stateBefore, program, steps };
  lab.counts.ups++;
  if (trouble._tag === "Faults") lab.counts.upsUnderFaults++;
  if (wasKilled) lab.counts.kills++;
  else if (reasons.length > 0) lab.counts.failedUps++;
  if (!wasKilled && reasons.length === 0) {
    expectAllWell(life, played);
    // Where HubSpot did not say in the check whose the token is, the next up asks once more.
    if (trouble._tag === "Faults") await expectNothingWritten(life, lab, program);
    await expectNoChange(life, lab, program);
    return;
  }
  if (!wasKilled && trouble._tag === "None") throw new Error(`an up without faults failed: ${reasons.join("\n")}`);
  expectNothingStrange(life, played);
  if (!wasKilled) expectNothingLost(life, played);
  for (const place of places.filter(({ key }) => before.get(key) !== after.get(key)))
    if (wasKilled || steps.some((step) => isFailedDeleteOf(step, place))) life.drifted.add(place.key);
};

/** A resource that stays on its pair is not replaced, whatever the pair is called, and whatever the portal answers. */
const expectNothingReplaced = (steps: ReadonlyArray<Step>, stateBefore: State, program: Program): void => {
  for (const { kind, saved } of steps) {
    const old = stateBefore.find(({ name, isReplaced }) => name === saved?.name && !isReplaced);
    const of = old === undefined ? undefined : program.get(old.name)?.of;
    if (kind === "create" && old !== undefined && of !== undefined && isOn(old, of))
      throw new Error(`${old.name} was replaced on the same pair`);
  }
};

/** A delete that failed cannot tell the state what it did. */
const isFailedDeleteOf = ({ kind, failed, old }: Step, { of }: Place): boolean =>
  kind === "delete" && failed && old !== undefined && isOn(old, of);

/** An up that nothing happens to and that writes nothing, and what it did. */
const expectNothingWritten = async (
  { engine }: Life,
  lab: Lab,
  program: Program,
): Promise<{ readonly steps: ReadonlyArray<Step>; readonly requests: ReadonlyArray<string> }> => {
  const { sandbox } = lab;
  const since = sandbox.requests().length;
  const steps: Step[] = [];
  const ended = (step: Step): boolean => {
    steps.push(step);
    return true;
  };
  const reasons = reasonsOf(await engine.up({ ...runOf(lab), ended }, [...program].map(registeredAs)));
  const all = sandbox.requests(since);
  const writes = all.filter(({ method }) => method !== "GET").map(({ path }) => path);
  const told = [...reasons, ...steps.filter(({ kind }) => kind !== "update").map(showStep), ...writes];
  if (told.length > 0) throw new Error(`an up that has nothing to do does: ${told.join("; ")}`);
  return { steps, requests: all.map(({ method, path }) => `${method} ${path}`) };
};

const showStep = ({ kind, old, saved }: Step): string => `${kind} ${(saved ?? old)?.name}`;

/** Another up at once has nothing to do, and asks nothing. */
const expectNoChange = async (life: Life, lab: Lab, program: Program): Promise<void> => {
  const { steps, requests } = await expectNothingWritten(life, lab, program);
  const told = [...steps.map(showStep), ...requests];
  if (told.length > 0) throw new Error(`another up at once is not without change: ${told.join("; ")}`);
};

/** A refresh without faults: the state tells the truth afterwards, and nothing was written. */
const refresh = async (life: Life, lab: Lab): Promise<void> => {
  const before = standing(lab);
  const reasons = reasonsOf(await life.engine.refresh(runOf(lab)));
  if (reasons.length > 0) throw new Error(`a refresh without faults failed: ${reasons.join("\n")}`);
  const changed = places.filter(({ key }) => standing(lab).get(key) !== before.get(key));
  if (changed.length > 0) throw new Error(`a refresh changed ${changed.map(({ key }) => key).join(", ")}`);
  expectTruth(life);
  life.drifted.clear();
};

const command = (
  text: string,
  check: (life: Readonly<Life>) => boolean,
  run: (life: Life, lab: Lab) => Promise<void> | void,
): Command => ({
  check,
  run: async (life, lab) => {
    lab.counts.commands++;
    await run(life, lab);
  },
  toString: () => text,
});

/** A change of the program; only to what checks let pass and HubSpot would accept. */
const edit = (text: string, change: (program: Program) => Program | undefined): Command => {
  const next = (life: Readonly<Life>): Program | undefined => {
    const changed = change(life.program);
    return changed !== undefined && isConsistent(changed) && isPermitted(life, changed) ? changed : undefined;
  };
  return command(
    text,
    (life) => next(life) !== undefined,
    (life) => {
      life.program = next(life) ?? life.program;
    },
  );
};

const withOne = (program: Program, name: string, declared: Declared): Program =>
  new Map([...program, [name, declared]]);

const withoutOne = (program: Program, name: string): Program =>
  new Map([...program].filter(([other]) => other !== name));

const anyName = fc.constantFrom(...resourceNames);

/** A resource of whatever program there is, by its place in it. */
const anyPlace = fc.nat({ max: 11 });

const showLimits = (limits: Limits): string =>
  limits.map(({ category, typeId, maxToObjectIds }) => `${category[0]}${typeId}=${maxToObjectIds}`).join(" ");

const showDeclared = ({ of: { pair }, limits, authoritative, onDelete, writing }: Declared): string =>
  [
    `${pair.from}/${pair.to}`,
    showLimits(limits),
    authoritative ? "authoritative" : "",
    onDelete,
    `(${showWriting(writing)})`,
  ]
    .filter((part) => part !== "")
    .join(" ");

/** A change of the resource at a place. */
const editOne = (
  place: number,
  text: string,
  change: (program: Program, name: string, declared: Declared) => Program | undefined,
): Command =>
  edit(`${text} (of resource ${place})`, (program) => {
    const [name, declared] = [...program][place % program.size] ?? [];
    return name === undefined || declared === undefined ? undefined : change(program, name, declared);
  });

/** A change of two resources, the one at a place and the one that comes `next` places after it. */
const editTwo = (
  [place, next]: readonly [number, number],
  text: string,
  change: (
    program: Program,
    one: readonly [string, Declared],
    other: readonly [string, Declared],
  ) => Program | undefined,
): Command =>
  edit(`${text} (of resources ${place} and ${next} after it)`, (program) => {
    const all = [...program];
    const [one, other] = [all[place % all.length], all[(place + next) % all.length]];
    return one === undefined || other === undefined || one === other ? undefined : change(program, one, other);
  });

const twoPlaces = fc.tuple(anyPlace, fc.integer({ min: 1, max: 3 }));

const declare = fc
  .tuple(anyName, anyDeclared)
  .map(([name, declared]) =>
    edit(`declare ${name}: ${showDeclared(declared)}`, (program) => withOne(program, name, declared)),
  );

/** A resource goes to another pair; the resource that has it, if any, comes to the pair that becomes free. */
const move = fc.tuple(anyPlace, anyDeclared).map(([place, there]) =>
  editOne(place, `move to ${showDeclared(there)}`, (program, name, declared) => {
    const [other, theirs] = [...program].find(([, { of }]) => of === there.of) ?? [];
    if (other === name) return undefined;
    const moved = withOne(program, name, there);
    return other === undefined || theirs === undefined ? moved : withOne(moved, other, declared);
  }),
);

/** Other limits on the pair that a resource has. */
const change = fc.tuple(anyPlace, fc.tuple(...pairs.map(limitsOn))).map(([place, choices]) =>
  editOne(place, `change to ${choices.map(showLimits).join(" | ")}`, (program, name, declared) => {
    const limits = choices[pairs.indexOf(declared.of)];
    return limits === undefined ? undefined : withOne(program, name, { ...declared, limits });
  }),
);

const behave = fc
  .tuple(anyPlace, fc.boolean(), fc.constantFrom<Declared["onDelete"]>("restore", "purge"))
  .map(([place, authoritative, onDelete]) =>
    editOne(place, `make ${authoritative ? "" : "not "}authoritative, ${onDelete}`, (program, name, declared) =>
      withOne(program, name, { ...declared, authoritative, onDelete }),
    ),
  );

/** The same limits, written in another way. */
const respell = fc
  .tuple(anyPlace, anyWriting)
  .map(([place, writing]) =>
    editOne(place, `write as ${showWriting(writing)}`, (program, name, declared) =>
      withOne(program, name, { ...declared, writing }),
    ),
  );

const remove = anyPlace.map((place) => editOne(place, "remove", (program, name) => withoutOne(program, name)));

const rename = fc
  .tuple(anyPlace, anyName)
  .map(([place, other]) =>
    editOne(place, `rename to ${other}`, (program, name, declared) =>
      program.has(other) ? undefined : withOne(withoutOne(program, name), other, declared),
    ),
  );

const swap = twoPlaces.map((two) =>
  editTwo(two, "swap", (program, [name, declared], [other, theirs]) =>
    withOne(withOne(program, name, theirs), other, declared),
  ),
);

/** Another resource takes the place of one, with limits of its own. */
const replace = fc
  .tuple(anyPlace, anyName, fc.tuple(...pairs.map(limitsOn)), anyWriting)
  .map(([place, other, choices, writing]) =>
    editOne(
      place,
      `let ${other} take its pair with ${choices.map(showLimits).join(" | ")} (${showWriting(writing)})`,
      (program, name, declared) => {
        const limits = choices[pairs.indexOf(declared.of)];
        return limits === undefined || program.has(other)
          ? undefined
          : withOne(withoutOne(program, name), other, { ...declared, limits, writing });
      },
    ),
  );

/** Somebody sets a limit on HubSpot's settings page, or takes it away: one that HubSpot lets stand, and leaves room. */
const tamper = fc
  .constantFrom(...places)
  .chain((place) => fc.option(numberFor(place.of, place.type), { nil: undefined }).map((value) => ({ place, value })))
  .map(({ place: { of, type, key }, value }) => {
    const afterwards = (life: Readonly<Life>): Life => {
      const now = new Map(life.standing());
      if (value === undefined) now.delete(key);
      else now.set(key, value);
      return { ...life, standing: () => now };
    };
    const limitsOf = (life: Life): Limits =>
      places
        .filter((place) => place.of === of)
        .flatMap((place) => {
          const number = life.standing().get(place.key);
          return number === undefined ? [] : [{ ...place.type, maxToObjectIds: number }];
        });
    return command(
      `somebody sets ${key} to ${value ?? "no limit"}`,
      (life) => {
        const next = afterwards(life);
        return (
          life.standing().get(key) !== value &&
          holdsTheRule(of.unlabeled, limitsOf(next)) &&
          isPermitted(next, life.program)
        );
      },
      (life, { sandbox }) => {
        const state = sandbox.state();
        const [from, to] = [sandboxName(of.pair.from), sandboxName(of.pair.to)];
        const isIt = (limit: { from: string; to: string; category: string; typeId: number }): boolean =>
          limit.from === from && limit.to === to && hasType([limit], type);
        sandbox.setState({
          ...state,
          portals: state.portals.map((portal) => ({
            ...portal,
            limits: [
              ...portal.limits.filter((limit) => !isIt(limit)),
              ...(value === undefined ? [] : [{ from, to, ...type, maxToObjectIds: value }]),
            ],
          })),
        });
        life.drifted.add(key);
      },
    );
  });

const showTrouble = (trouble: Trouble): string =>
  trouble._tag === "None"
    ? ""
    : ` ${trouble._tag === "Faults" ? "under " : "killed "}${JSON.stringify(trouble._tag === "Faults" ? trouble.rules : trouble.kill)}`;

const manners = fc.record({
  order: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
  paces: fc.array(fc.constantFrom<Pace>("atOnce", "afterOne", "afterAll"), { minLength: 1, maxLength: 3 }),
  parallel: fc.constantFrom(1, 2, 16),
  trouble: troubles,
});

/** The same program in other words is the same: nothing is written, nothing replaced, and then there is no change. */
const reword = fc.array(anyWriting, { minLength: 1, maxLength: 3 }).map((writings) =>
  command(
    `up, then the same written as ${writings.map(showWriting).join(" | ")}`,
    (life) => life.program.size > 0 && isPermitted(life, life.program),
    async (life, lab) => {
      await play(life, lab, life.program, calmly);
      life.program = new Map(
        [...life.program].map(([name, declared], i) => [
          name,
          { ...declared, writing: writings[i % writings.length] ?? declared.writing },
        ]),
      );
      await expectNothingWritten(life, lab, life.program);
      await expectNoChange(life, lab, life.program);
    },
  ),
);

const isNothing = ({ engine, program }: Readonly<Life>): boolean => program.size === 0 && engine.state().length === 0;

const up = manners.map((manner) =>
  command(
    `up${showTrouble(manner.trouble)} in order ${manner.order.join("")}, ${manner.paces.join(", ")}, ${manner.parallel} at a time`,
    (life) => !isNothing(life) && isPermitted(life, life.program),
    (life, lab) => play(life, lab, life.program, manner),
  ),
);

const nobody: Program = new Map();

const destroy = manners.map((manner) =>
  command(
    `destroy${showTrouble(manner.trouble)}`,
    (life) => life.engine.state().length > 0 && isPermitted(life, nobody),
    (life, lab) => play(life, lab, nobody, manner),
  ),
);

const refreshed = fc.constant(command("refresh", (life) => life.engine.state().length > 0, refresh));

const times = (weight: number, one: fc.Arbitrary<Command>): ReadonlyArray<fc.Arbitrary<Command>> =>
  Array.from({ length: weight }, () => one);

/** Any life of a stack: fast-check picks each of these as often as another. */
export const lives = (): fc.Arbitrary<Iterable<Command>> =>
  fc.commands(
    [
      ...times(4, declare),
      ...times(3, change),
      ...times(2, respell),
      ...times(2, move),
      behave,
      remove,
      rename,
      swap,
      ...times(2, replace),
      ...times(2, tamper),
      ...times(8, up),
      reword,
      refreshed,
      destroy,
    ],
    { maxCommands: 40, size: "max" },
  );

/** How every life ends: healed, refreshed and destroyed, where HubSpot lets that be. */
export const end = async (life: Life, lab: Lab): Promise<void> => {
  if (isPermitted(life, life.program)) {
    await play(life, lab, life.program, calmly);
    await refresh(life, lab);
    if (isPermitted(life, life.program)) await play(life, lab, life.program, calmly);
  }
  if (isPermitted(life, nobody)) await play(life, lab, nobody, calmly);
};
