/**
 * Plays one case to its end: the trouble and what came of it, and once it is over the next commands, which must bring
 * the portal to what the program says and leave it as it was found.
 */
import { isDeepStrictEqual } from "node:util";
import type { PortalInput, PortalState, Sandbox, StandingLimit, SwitchesInput } from "../../../../sandbox";
import { startSandbox } from "../../../../sandbox";
import type { Failed, Properties } from "../../harness";
import { configurationFor } from "../scene";
import type { Case, Ending } from "./cases";
import type { Operation, Standing } from "./operations";
import { firstTypeId, foundBy, requestOf, showStanding } from "./operations";
import type { Kept, Phase } from "./phases";
import { destroy, refresh, up } from "./phases";
import type { Process, Processes } from "./processes";

/** Where an operation begins. */
export interface Start {
  readonly portal: PortalState;
  readonly kept: Kept | undefined;
}

/** A purge, too, has a body to break. */
const healthy: SwitchesInput = { purgeStatus: 200 };

const configurationOf = (sandbox: Sandbox): Properties => ({
  ...configurationFor(sandbox),
  "hubspot:previewChecks": "false",
});

const given = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
};

const mustBe = (what: string, actual: unknown, expected: unknown): void => {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
};

const mustSucceed = (what: string, { failed }: Phase): void => {
  if (failed !== undefined)
    throw new Error(`${what} failed: ${JSON.stringify(failed.partial?.reasons ?? failed.error)}`);
};

const portalOf = (sandbox: Sandbox): PortalState => given(sandbox.state().portals[0], "the portal");

const standingOn = (sandbox: Sandbox): Standing => showStanding(portalOf(sandbox));

/** The portal as it is now with these labels, and without the limits that then cannot stand. */
const withLabels = (sandbox: Sandbox, wanted: NonNullable<Case["labels"]>): PortalInput => {
  const portal = portalOf(sandbox);
  const limits = portal.limits.filter(
    ({ category, typeId }) => category !== "USER_DEFINED" || wanted.some((label) => label.typeId === typeId),
  );
  return { ...portal, labels: wanted, limits };
};

const run = ({ command, program }: Operation, process: Process, kept: Kept | undefined): Promise<Phase> => {
  if (command === "up") return up(process, kept, program);
  return (command === "refresh" ? refresh : destroy)(process, given(kept, "the state"));
};

const messagesOf = ({ error, partial }: Failed): ReadonlyArray<string> => [
  ...error.split("\n"),
  ...(partial?.reasons ?? []),
];

const longest = 2_000;

const mustBeReadable = (message: string, { token }: Pick<Sandbox, "token">): void => {
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

const mustHaveSeen = ({ seen }: Operation, { kept }: Phase): void => {
  for (const [key, value] of Object.entries(seen ?? {})) mustBe(`${key} of the state`, kept?.outputs[key], value);
};

/** The fault was played where it should have been, and nobody followed a redirect. */
const mustHaveHit = ({ hits }: Case, sandbox: Sandbox): void => {
  const requests = sandbox.requests();
  if (requests.some(({ path }) => path === "/followed")) throw new Error("a redirect was followed");
  if (hits === undefined) return;
  const { method, path } = requestOf[hits];
  const hit = requests.some((each) => each.fault !== undefined && each.method === method && each.path.match(path));
  if (!hit) throw new Error("the trouble did not come to pass");
};

/** Whether the portal is another one, or behaves otherwise, as long as the trouble lasts. */
const isUnlike = (example: Case): boolean => example.switches !== undefined || example.labels !== undefined;

/** Gives a process that nothing else has used. */
type NextProcess = (config: Properties) => Promise<Process>;

/** The trouble, and how it ended. */
const suffer = async (
  next: NextProcess,
  sandbox: Sandbox,
  start: Start,
  example: Case,
): Promise<{ readonly ending: Ending; readonly phase: Phase }> => {
  const { operation, switches, config, faults } = example;
  if (isUnlike(example)) {
    const portals = [withLabels(sandbox, example.labels ?? start.portal.labels)];
    sandbox.setState({ portals, switches: { ...healthy, ...switches } });
  }
  const process = await next({ ...configurationOf(sandbox), ...config?.(sandbox) });
  const before = standingOn(sandbox);
  sandbox.faults(faults?.(sandbox) ?? []);
  const phase = await run(operation, process, start.kept);
  const after = standingOn(sandbox);
  mustHaveHit(example, sandbox);
  const ending = endingOf(phase, operation, !isDeepStrictEqual(after, before));
  if (phase.failed !== undefined) for (const message of messagesOf(phase.failed)) mustBeReadable(message, sandbox);
  if (!example.mayEnd.includes(ending)) throw new Error(`it ended as ${ending}: ${JSON.stringify(phase.failed)}`);
  if (ending === "done") {
    mustBe("the portal when all is done", after, doneOn(operation, before));
    mustHaveSeen(operation, phase);
  } else if (operation.command === "refresh") mustBe("the portal after a read", after, before);
  return { ending, phase };
};

/** What the next command makes of it. */
const heal = async (operation: Operation, process: Process, { kept, failed }: Phase): Promise<Kept | undefined> => {
  const again = failed === undefined && operation.command !== "up" ? { kept } : await run(operation, process, kept);
  mustSucceed("the next run", again);
  mustHaveSeen(operation, again);
  if (operation.command !== "refresh") return again.kept;
  const repaired = await up(process, again.kept, operation.program);
  mustSucceed("the up after the refresh", repaired);
  return repaired.kept;
};

/** Who is told that something may stand is told how to take it over, and the next `up` says that it does. */
const followed = async (operation: Operation, process: Process, doubt: Phase): Promise<Operation> => {
  const { program, takesOver } = operation;
  if (takesOver === undefined) return operation;
  const refused = await up(process, doubt.kept, program);
  const wayOut = Object.entries(takesOver).map(([key, value]) => `${key}: "${value}"`);
  const isTold = wayOut.every((setting) => doubt.failed?.error.includes(setting));
  if (!isTold || !/ already, and onCreate is "fail"/.test(refused.failed?.error ?? ""))
    throw new Error(`it is not told how to take over what stands: ${JSON.stringify([doubt.failed, refused.failed])}`);
  return { ...operation, program: { ...program, ...takesOver } };
};

const lifeOf = async (next: NextProcess, sandbox: Sandbox, start: Start, example: Case): Promise<Ending> => {
  const { ending, phase } = await suffer(next, sandbox, start, example);
  sandbox.faults([]);
  if (isUnlike(example)) sandbox.setState({ portals: [withLabels(sandbox, start.portal.labels)], switches: healthy });
  const isOpen = ending === "uncertain" && !isDeepStrictEqual(standingOn(sandbox), showStanding(start.portal));
  const operation = isOpen
    ? await followed(example.operation, await next(configurationOf(sandbox)), phase)
    : example.operation;
  const process = await next(configurationOf(sandbox));
  const kept = await heal(operation, process, phase);
  if (kept !== undefined) {
    mustBe("the portal when healed", standingOn(sandbox), operation.healthy);
    const before = sandbox.requests().length;
    mustSucceed("an up without a change", await up(process, kept, operation.program));
    mustBe("the requests of an up without a change", sandbox.requests(before).length, 0);
    mustSucceed("the destroy", await destroy(await next(configurationOf(sandbox)), kept));
  }
  mustBe("the portal in the end", standingOn(sandbox), leftBy(operation));
  return ending;
};

/** A portal and processes for one kind of resource, for as long as some work takes. */
const scene = async <A>(
  processes: Processes,
  kind: Operation["kind"],
  portal: PortalInput,
  work: (sandbox: Sandbox, next: NextProcess) => Promise<A>,
): Promise<A> => {
  const sandbox = await startSandbox({ portals: [portal], switches: healthy });
  const opened: Array<Process> = [];
  try {
    return await work(sandbox, async (config) => {
      const process = await processes.next(config, kind);
      opened.push(process);
      return process;
    });
  } finally {
    for (const { close } of opened) close();
    await sandbox.close();
  }
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
export const startOf = async (processes: Processes, { kind, found, foundLabels, before }: Operation): Promise<Start> =>
  scene(
    processes,
    kind,
    { portalId: 111, labels: foundLabels, limits: found, nextTypeId: firstTypeId },
    async (sandbox, next) => {
      if (before === undefined) return { portal: portalOf(sandbox), kept: undefined };
      const phase = await up(await next(configurationOf(sandbox)), undefined, before.program);
      mustSucceed("the up before", phase);
      const portal = portalOf(sandbox);
      const limits = replaced(portal.limits, before.meanwhile);
      const labels = replaced(portal.labels, before.relabeled ?? []);
      return { portal: { ...portal, limits, labels }, kept: phase.kept };
    },
  );

/** Plays a case from its start; an error says what did not hold. */
export const play = (processes: Processes, start: Start, example: Case): Promise<Ending> =>
  scene(processes, example.operation.kind, start.portal, (sandbox, next) => lifeOf(next, sandbox, start, example));
