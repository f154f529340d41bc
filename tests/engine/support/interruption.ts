/** Ways in which a command of Pulumi's comes to a sudden end, and the moments at which it may. */
import type { FaultRule, Sandbox } from "../../../sandbox";
import type { Running } from "./command";

const provider = /cmd[/\\]dynamic-provider[/\\]index\.js/;

/** The pids of the provider's process: one in an up without a preview. */
export const providerOf = (running: Running): ReadonlyArray<number> => running.descendants(provider);

/** Waits until something holds, or the command has ended. There is no event for what is looked at from outside. */
export const until = async (running: Running, holds: () => boolean | Promise<boolean>): Promise<void> => {
  let ended = false;
  running.done.then(
    () => (ended = true),
    () => (ended = true),
  );
  while (!ended && !(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** What ends a command, by what a user would call it. */
export const kills = {
  /** As the system does when it is out of memory. What the engine has started goes on. */
  engine: (running) => running.kill("SIGKILL"),
  /** As when the machine or the container goes away. */
  everything: (running) => running.killAll(),
  /** The engine finds its provider gone, and ends by itself. */
  provider: (running) => providerOf(running).forEach((pid) => process.kill(pid, "SIGKILL")),
  "Ctrl-C": (running) => running.kill("SIGINT"),
  "Ctrl-C twice": async (running) => {
    running.kill("SIGINT");
    await Promise.race([running.printed(/\^C received; cancelling/), running.done]);
    running.kill("SIGINT");
  },
} satisfies Readonly<Record<string, (running: Running) => void | Promise<void>>>;

export type Kill = keyof typeof kills;

/** When a command is ended, counted in the batches that have reached the portal. */
export type Moment =
  | "before the first request"
  /** The batches from this one on have taken effect, and their answers are held back. */
  | { readonly unanswered: number }
  /** The batches from this one on have not taken effect, and are not answered. */
  | { readonly hanging: number }
  /** This batch has come, and nothing is held back. */
  | { readonly arriving: number }
  | { readonly answered: number };

export const showMoment = (moment: Moment): string =>
  typeof moment === "string"
    ? moment
    : Object.entries(moment)
        .map(([what, batch]) => `batch ${batch} ${what}`)
        .join();

/** Whether batches are surely under way at that moment. */
export const isHeld = (moment: Moment): boolean =>
  typeof moment !== "string" && ("unanswered" in moment || "hanging" in moment);

const faultsUntil = (moment: Moment): ReadonlyArray<FaultRule> => {
  const from = (batch: number, fault: FaultRule["fault"]): ReadonlyArray<FaultRule> => [
    { match: { method: "POST" }, after: batch - 1, times: 1_000, fault },
  ];
  if (typeof moment === "string") return [];
  if ("unanswered" in moment) return from(moment.unanswered, "hold");
  return "hanging" in moment ? from(moment.hanging, "hang") : [];
};

const isThere = (moment: Moment, running: Running, sandbox: Sandbox, since: number): boolean => {
  if (typeof moment === "string") return providerOf(running).length > 0;
  const batches = sandbox.requests(since).filter(({ method }) => method === "POST");
  if ("answered" in moment) return batches.filter(({ status }) => status !== null).length >= moment.answered;
  const batch = "unanswered" in moment ? moment.unanswered : "hanging" in moment ? moment.hanging : moment.arriving;
  return batches.length >= batch;
};

/** Starts a command, and ends it at a moment. */
export const interrupted = async (
  start: () => Running,
  sandbox: Sandbox,
  kill: Kill,
  moment: Moment,
): Promise<Running> => {
  sandbox.faults(faultsUntil(moment));
  const since = sandbox.requests().length;
  const running = start();
  await until(running, () => isThere(moment, running, sandbox, since));
  await kills[kill](running);
  if (kill === "Ctrl-C") {
    // What is under way comes to its end.
    await Promise.race([running.printed(/\^C received; cancelling/), running.done]);
    sandbox.faults([]);
    sandbox.release();
  }
  await running.done;
  sandbox.faults([]);
  return running;
};
