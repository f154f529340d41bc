/**
 * Running one command: what it printed and how it ended, never an exception for an exit code, and nothing left
 * behind when the tests end before it does.
 */
import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

/** What a command did. `code` is 128 or more where a signal ended it. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, in the order in which they came. */
  readonly output: string;
}

/** A command that goes on. */
export interface Running {
  readonly pid: number;
  /** Settles when it has ended, however it ended. */
  readonly done: Promise<Run>;
  /** Waits until its output matches; rejects with the output where it ends before. */
  printed(pattern: RegExp): Promise<void>;
  /**
   * Signals the command alone: what it has started, such as a provider at work, goes on for now. Ctrl-C in a terminal
   * is a SIGINT to the command alone too, since Pulumi starts its plugins in process groups of their own.
   */
  kill(signal: NodeJS.Signals): void;
  /** The processes that it has started, and those that they have, whose command line matches. */
  descendants(pattern: RegExp): ReadonlyArray<number>;
  /** Ends the command and whatever it has started, also what has outlived an earlier `kill`. */
  killAll(): void;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const alive = new Set<ChildProcess>();
process.once("exit", () => alive.forEach((child) => child.kill("SIGKILL")));

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly commandLine: string;
}

const processes = (): ReadonlyArray<Process> =>
  execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .flatMap((row) => {
      const [, pid, parent, commandLine] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
      return commandLine === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), commandLine }];
    });

/** The processes that a process has started, and those that they have. */
const descendantsOf = (ancestor: number): ReadonlyArray<Process> => {
  const all = processes();
  const of = (parent: number): ReadonlyArray<Process> =>
    all.filter((one) => one.parent === parent).flatMap((child) => [child, ...of(child.pid)]);
  return of(ancestor);
};

const killIfAlive = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
};

/** Starts a command without input. */
export const start = (command: string, args: ReadonlyArray<string>, cwd: string, env: Environment): Running => {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  alive.add(child);
  const collected = { stdout: "", stderr: "", output: "" };
  let changed: () => void = () => {};
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      collected[name] += text;
      collected.output += text;
      changed();
    });
  }
  let ended = false;
  const done = new Promise<Run>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      alive.delete(child);
      ended = true;
      resolve({ code: code ?? (signal === "SIGKILL" ? 137 : 130), ...collected });
      changed();
    });
  });
  const pid = child.pid ?? -1;
  // What a killed command leaves behind belongs to nobody afterwards, so it is noted before.
  const orphans = new Set<number>();
  const noteOrphans = (): void => {
    if (!ended && pid !== -1) descendantsOf(pid).forEach((one) => orphans.add(one.pid));
  };
  return {
    pid,
    done,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        changed = () => {
          if (pattern.test(collected.output)) resolve();
          else if (ended) reject(new Error(`It ended without printing ${pattern}:\n${collected.output}`));
        };
        changed();
      }),
    kill: (signal) => {
      noteOrphans();
      child.kill(signal);
    },
    descendants: (pattern) =>
      ended || pid === -1 ? [] : descendantsOf(pid).flatMap((one) => (pattern.test(one.commandLine) ? [one.pid] : [])),
    killAll: () => {
      noteOrphans();
      child.kill("SIGKILL");
      orphans.forEach(killIfAlive);
      orphans.clear();
    },
  };
};
