/**
 * Plays one case to its end: the trouble and what came of it, and once it is over the next commands, which must bring
 * the portal to what the program says and leave it as it was found.
 */
import { isDeepStrictEqual } from "node:util";
import type { PortalInput, Sandbox, StandingLimit, SwitchesInput } from "../../../../sandbox";
import { startSandbox } from "../../../../sandbox";
import type { Failed, Properties } from "../../harness";
import { configurationFor } from "../scene";
import type { Case, Ending } from "./cases";
import type { Limits, Operation } from "./operations";
import { labels, requestOf, showLimits } from "./operations";
import type { Kept, Phase } from "./phases";
import { destroy, refresh, up } from "./phases";
import type { Process, Processes } from "./processes";

/** Where an operation begins. */
export interface Start {
  readonly portal: PortalInput;
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

const limitsOn = (sandbox: Sandbox): Limits => showLimits(sandbox.state().portals[0]?.limits ?? []);

/** The portal as it is now with these labels, and without the limits that then cannot stand. */
const withLabels = (sandbox: Sandbox, wanted: NonNullable<Case["labels"]>): PortalInput => {
  const portal = given(sandbox.state().portals[0], "the portal");
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

const endingOf = ({ failed }: Phase, command: Operation["command"], written: boolean): Ending => {
  if (failed === undefined) return "done";
  if (failed.partial !== undefined || (command === "destroy" && written)) return "partial failure";
  if (written) throw new Error(`an error as if nothing were written, and something is: ${failed.error}`);
  return "clean error";
};

/** What a portal has once an operation is done. */
const doneOn = ({ command, healthy: asProgrammed, found }: Operation, before: Limits): Limits => {
  if (command === "up") return asProgrammed;
  return command === "refresh" ? before : showLimits(found);
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
  { kept }: Start,
  example: Case,
): Promise<{ readonly ending: Ending; readonly phase: Phase }> => {
  const { operation, switches, config, faults } = example;
  if (isUnlike(example)) {
    const portals = [withLabels(sandbox, example.labels ?? labels)];
    sandbox.setState({ portals, switches: { ...healthy, ...switches } });
  }
  const process = await next({ ...configurationOf(sandbox), ...config?.(sandbox) });
  const before = limitsOn(sandbox);
  sandbox.faults(faults?.(sandbox) ?? []);
  const phase = await run(operation, process, kept);
  const after = limitsOn(sandbox);
  mustHaveHit(example, sandbox);
  const ending = endingOf(phase, operation.command, !isDeepStrictEqual(after, before));
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

const lifeOf = async (next: NextProcess, sandbox: Sandbox, start: Start, example: Case): Promise<Ending> => {
  const { operation } = example;
  const { ending, phase } = await suffer(next, sandbox, start, example);
  sandbox.faults([]);
  if (isUnlike(example)) sandbox.setState({ portals: [withLabels(sandbox, labels)], switches: healthy });
  const process = await next(configurationOf(sandbox));
  const kept = await heal(operation, process, phase);
  if (kept !== undefined) {
    mustBe("the portal when healed", limitsOn(sandbox), operation.healthy);
    const before = sandbox.requests().length;
    mustSucceed("an up without a change", await up(process, kept, operation.program));
    mustBe("the requests of an up without a change", sandbox.requests(before).length, 0);
    mustSucceed("the destroy", await destroy(await next(configurationOf(sandbox)), kept));
  }
  mustBe("the portal in the end", limitsOn(sandbox), showLimits(operation.found));
  return ending;
};

/** A portal and processes for as long as some work takes. */
const scene = async <A>(
  processes: Processes,
  portal: PortalInput,
  work: (sandbox: Sandbox, next: NextProcess) => Promise<A>,
): Promise<A> => {
  const sandbox = await startSandbox({ portals: [portal], switches: healthy });
  const opened: Array<Process> = [];
  try {
    return await work(sandbox, async (config) => {
      const process = await processes.next(config);
      opened.push(process);
      return process;
    });
  } finally {
    for (const { close } of opened) close();
    await sandbox.close();
  }
};

const sameKey = (a: StandingLimit, b: StandingLimit): boolean =>
  a.from === b.from && a.to === b.to && a.category === b.category && a.typeId === b.typeId;

/** Brings a portal and a state to where an operation begins. */
export const startOf = async (processes: Processes, { found, before }: Operation): Promise<Start> => {
  const portal: PortalInput = { portalId: 111, labels, limits: found };
  if (before === undefined) return { portal, kept: undefined };
  return scene(processes, portal, async (sandbox, next) => {
    const phase = await up(await next(configurationOf(sandbox)), undefined, before.program);
    mustSucceed("the up before", phase);
    const others = (sandbox.state().portals[0]?.limits ?? []).filter(
      (limit) => !before.meanwhile.some((changed) => sameKey(changed, limit)),
    );
    return { portal: { ...portal, limits: [...others, ...before.meanwhile] }, kept: phase.kept };
  });
};

/** Plays a case from its start; an error says what did not hold. */
export const play = (processes: Processes, start: Start, example: Case): Promise<Ending> =>
  scene(processes, start.portal, (sandbox, next) => lifeOf(next, sandbox, start, example));
