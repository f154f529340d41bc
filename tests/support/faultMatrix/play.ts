/**
 * Plays one case to its end: the trouble and what came of it, and once it is over the next commands, which must bring
 * the portal to what the program says and leave it as it was found.
 */
import { isDeepStrictEqual } from "node:util";
import type { PortalInput, PortalState, StandingLimit, SwitchesInput } from "../../../sandbox";
import { newEngine } from "../engine/engine";
import type { Failed } from "../engine/hooks";
import type { Failure, Run } from "../engine/run";
import type { State } from "../engine/state";
import type { Case, Ending } from "./cases";
import type { Ground, OnGround } from "./ground";
import type { Operation, Standing } from "./operations";
import { firstTypeId, foundBy, requestOf, showStanding } from "./operations";

/** Where an operation begins. */
export interface Start {
  readonly portal: PortalState;
  readonly state: State;
}

/** A purge, too, has a body to break. */
const healthy: SwitchesInput = { purgeStatus: 200 };

const given = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
};

const mustBe = (what: string, actual: unknown, expected: unknown): void => {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
};

/** How a command ended: the state, and the failure if there was one. */
interface Phase {
  readonly state: State;
  readonly failed?: Failed;
}

const name = "it";

/** A command of the engine on one resource; that it is refused or replaced is no case of this matrix. */
const commanded = async (
  { kind }: Pick<Operation, "kind">,
  command: Operation["command"],
  run: Run,
  state: State,
  program: Operation["program"],
): Promise<Phase> => {
  const engine = newEngine(state);
  const failures: ReadonlyArray<Failure> = await (command === "up"
    ? engine.up(run, [{ name, kind, inputs: program }])
    : engine[command](run));
  const [first, ...more] = failures;
  if (more.length > 0) throw new Error(`one resource failed more than once: ${JSON.stringify(failures)}`);
  if (first?.hook === "check" || first?.hook === "diff")
    throw new Error(`the ${first.hook} refuses the program: ${JSON.stringify(first.failed)}`);
  const [before, after] = [state[0]?.serial, engine.state()[0]?.serial];
  if (before !== undefined && after !== undefined && after !== before) throw new Error("the resource was replaced");
  return { state: engine.state(), ...(first === undefined ? {} : { failed: first.failed }) };
};

const mustSucceed = (what: string, { failed }: Phase): void => {
  if (failed !== undefined)
    throw new Error(`${what} failed: ${JSON.stringify(failed.partial?.reasons ?? failed.error)}`);
};

const portalOf = ({ sandbox }: Ground): PortalState => given(sandbox.state().portals[0], "the portal");

const standingOn = (ground: Ground): Standing => showStanding(portalOf(ground));

/** The portal as it is now with these labels, and without the limits that then cannot stand. */
const withLabels = (ground: Ground, wanted: NonNullable<Case["labels"]>): PortalInput => {
  const portal = portalOf(ground);
  const limits = portal.limits.filter(
    ({ category, typeId }) => category !== "USER_DEFINED" || wanted.some((label) => label.typeId === typeId),
  );
  return { ...portal, labels: wanted, limits };
};

const run = (operation: Operation, process: Run, state: State): Promise<Phase> =>
  commanded(operation, operation.command, process, state, operation.program);

const up = (operation: Operation, process: Run, state: State): Promise<Phase> =>
  commanded(operation, "up", process, state, operation.program);

const messagesOf = ({ error, partial }: Failed): ReadonlyArray<string> => [
  ...error.split("\n"),
  ...(partial?.reasons ?? []),
];

const longest = 2_000;

const mustBeReadable = (message: string, { sandbox: { token } }: Ground): void => {
  const problem =
    message.trim() === ""
      ? "is empty"
      : /\p{Cc}/u.test(message)
        ? "has control characters"
        : message.length >= longest
          ? `is ${message.length} characters long`
          : message.includes(token)
            ? "tells the token"
            : undefined;
  if (problem !== undefined) throw new Error(`a message ${problem}: ${JSON.stringify(message.slice(0, 300))}`);
};

/** A label is there or not, so that no part of one is kept: what may have been written is told. */
const endingOfLabel = ({ error, partial }: Failed, written: boolean): Ending => {
  if (partial !== undefined) throw new Error(`a part of a label: ${JSON.stringify(partial)}`);
  if (/is not certain/.test(error)) return "uncertain";
  return written && /: no answer, because |, and its other side could not be read; /.test(error)
    ? "uncertain"
    : "clean error";
};

const endingOf = ({ failed }: Phase, { kind, command }: Operation, written: boolean): Ending => {
  if (failed === undefined) return "done";
  if (failed.partial !== undefined || (command === "destroy" && written)) return "partial failure";
  const ending = kind === "AssociationLabel" ? endingOfLabel(failed, written) : "clean error";
  if (ending === "clean error" && written)
    throw new Error(`an error as if nothing were written, and something is: ${failed.error}`);
  return ending;
};

/** What a portal has once nothing is managed any more. */
const leftBy = (operation: Operation): Standing => operation.left ?? foundBy(operation);

/** What a portal has once an operation is done. */
const doneOn = (operation: Operation, before: Standing): Standing => {
  if (operation.command === "up") return operation.healthy;
  return operation.command === "refresh" ? before : leftBy(operation);
};

const mustHaveSeen = ({ seen }: Operation, { state: [held] }: Phase): void => {
  for (const [key, value] of Object.entries(seen ?? {})) mustBe(`${key} of the state`, held?.outputs[key], value);
};

/** The fault was played where it should have been, and nobody followed a redirect. */
const mustHaveHit = ({ hits }: Case, { sandbox }: Ground): void => {
  const requests = sandbox.requests();
  if (requests.some(({ path }) => path === "/followed")) throw new Error("a redirect was followed");
  if (hits === undefined) return;
  const { method, path } = requestOf[hits];
  const hit = requests.some((each) => each.fault !== undefined && each.method === method && each.path.match(path));
  if (!hit) throw new Error("the trouble did not come to pass");
};

/** Whether the portal is another one, or behaves otherwise, as long as the trouble lasts. */
const isUnlike = (example: Case): boolean => example.switches !== undefined || example.labels !== undefined;

/** The trouble, and how it ended. */
const suffer = async (
  ground: Ground,
  start: Start,
  example: Case,
): Promise<{ readonly ending: Ending; readonly phase: Phase }> => {
  const { sandbox, next } = ground;
  const { operation, switches, settings = {}, faults } = example;
  if (isUnlike(example)) {
    const portals = [withLabels(ground, example.labels ?? start.portal.labels)];
    sandbox.setState({ portals, switches: { ...healthy, ...switches } });
  }
  const process = await next(settings);
  const before = standingOn(ground);
  sandbox.faults(faults?.(ground) ?? []);
  const phase = await run(operation, process, start.state);
  const after = standingOn(ground);
  mustHaveHit(example, ground);
  const ending = endingOf(phase, operation, !isDeepStrictEqual(after, before));
  if (phase.failed !== undefined) for (const message of messagesOf(phase.failed)) mustBeReadable(message, ground);
  if (!example.mayEnd.includes(ending)) throw new Error(`it ended as ${ending}: ${JSON.stringify(phase.failed)}`);
  if (ending === "done") {
    mustBe("the portal when all is done", after, doneOn(operation, before));
    mustHaveSeen(operation, phase);
  } else if (operation.command === "refresh") mustBe("the portal after a read", after, before);
  return { ending, phase };
};

/** What the next command makes of it. */
const heal = async (operation: Operation, process: Run, { state, failed }: Phase): Promise<State> => {
  const again: Phase =
    failed === undefined && operation.command !== "up" ? { state } : await run(operation, process, state);
  mustSucceed("the next run", again);
  mustHaveSeen(operation, again);
  if (operation.command !== "refresh") return again.state;
  const repaired = await up(operation, process, again.state);
  mustSucceed("the up after the refresh", repaired);
  return repaired.state;
};

/** Who is told that something may stand is told how to take it over, and the next `up` says that it does. */
const followed = async (operation: Operation, process: Run, doubt: Phase): Promise<Operation> => {
  const { program, takesOver } = operation;
  if (takesOver === undefined) return operation;
  const refused = await up(operation, process, doubt.state);
  const wayOut = Object.entries(takesOver).map(([key, value]) => `${key}: "${value}"`);
  const isTold = wayOut.every((setting) => doubt.failed?.error.includes(setting));
  if (!isTold || !/ already, and onCreate is "fail"/.test(refused.failed?.error ?? ""))
    throw new Error(`it is not told how to take over what stands: ${JSON.stringify([doubt.failed, refused.failed])}`);
  return { ...operation, program: { ...program, ...takesOver } };
};

const lifeOf = async (ground: Ground, start: Start, example: Case): Promise<Ending> => {
  const { sandbox, next } = ground;
  const { ending, phase } = await suffer(ground, start, example);
  sandbox.faults([]);
  if (isUnlike(example)) sandbox.setState({ portals: [withLabels(ground, start.portal.labels)], switches: healthy });
  const isOpen = ending === "uncertain" && !isDeepStrictEqual(standingOn(ground), showStanding(start.portal));
  const operation = isOpen ? await followed(example.operation, await next({}), phase) : example.operation;
  const process = await next({});
  const healed = await heal(operation, process, phase);
  if (healed.length > 0) {
    mustBe("the portal when healed", standingOn(ground), operation.healthy);
    const before = sandbox.requests().length;
    mustSucceed("an up without a change", await up(operation, process, healed));
    mustBe("the requests of an up without a change", sandbox.requests(before).length, 0);
    mustSucceed("the destroy", await commanded(operation, "destroy", await next({}), healed, operation.program));
  }
  mustBe("the portal in the end", standingOn(ground), leftBy(operation));
  return ending;
};

type Key = Pick<StandingLimit, "from" | "to" | "category" | "typeId">;

const sameKey = (a: Key, b: Key): boolean =>
  a.from === b.from && a.to === b.to && a.category === b.category && a.typeId === b.typeId;

/** What was there, but for what has come in its place. */
const replaced = <A extends Key>(standing: ReadonlyArray<A>, changed: ReadonlyArray<A>): ReadonlyArray<A> => [
  ...standing.filter((each) => !changed.some((other) => sameKey(other, each))),
  ...changed,
];

/** Brings a portal and a state to where an operation begins. */
export const startOf = (onGround: OnGround, operation: Operation): Promise<Start> => {
  const { kind, found, foundLabels, before } = operation;
  const portal = { portalId: 111, labels: foundLabels, limits: found, nextTypeId: firstTypeId };
  return onGround(kind, portal, healthy, async (ground) => {
    if (before === undefined) return { portal: portalOf(ground), state: [] };
    const phase = await commanded(operation, "up", await ground.next({}), [], before.program);
    mustSucceed("the up before", phase);
    const made = portalOf(ground);
    const limits = replaced(made.limits, before.meanwhile);
    const labels = replaced(made.labels, before.relabeled ?? []);
    return { portal: { ...made, limits, labels }, state: phase.state };
  });
};

/** Plays a case from its start; an error says what did not hold. */
export const play = (onGround: OnGround, start: Start, example: Case): Promise<Ending> =>
  onGround(example.operation.kind, start.portal, healthy, (ground) => lifeOf(ground, start, example));
