/** The built command as a process of its own, for what a process alone can show. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { isObject } from "../../pure/sandbox/helper";
import type { Variables } from "./run";

const running = new Set<ChildProcess>();
afterEach("end what a test that failed has left", () => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

const bin = join(__dirname, "../../../dist/cli/bin.js");

export interface Started {
  readonly process: ChildProcess;
  /** The JSON of the first line on stdout. */
  readonly firstLine: Promise<Readonly<Record<string, unknown>>>;
  readonly ended: Promise<{ readonly code: unknown; readonly stdout: string; readonly stderr: string }>;
}

interface How {
  readonly env?: Variables;
  readonly cwd: string;
  /** A file descriptor, instead of a pipe. */
  readonly stdout?: number;
}

const collected = (stream: NodeJS.ReadableStream | null): (() => string) => {
  let text = "";
  stream?.on("data", (chunk) => (text += String(chunk)));
  return () => text;
};

const firstLineOf = async (stream: NodeJS.ReadableStream): Promise<Readonly<Record<string, unknown>>> => {
  const [line]: ReadonlyArray<unknown> = await once(createInterface(stream), "line");
  const parsed: unknown = JSON.parse(String(line));
  if (!isObject(parsed)) throw new Error(`No object: ${String(line)}`);
  return parsed;
};

/** It has the variables of these tests, but none for a portal except those that are given. */
export const start = (args: ReadonlyArray<string>, { env = {}, cwd, stdout: descriptor }: How): Started => {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("HUBSPOT_"));
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ["pipe", descriptor ?? "pipe", "pipe"],
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
  return {
    process: child,
    get firstLine() {
      return child.stdout === null ? Promise.reject(new Error("Nobody reads its stdout")) : firstLineOf(child.stdout);
    },
    ended: once(child, "close").then(([code]: ReadonlyArray<unknown>) => ({
      code,
      stdout: stdout(),
      stderr: stderr(),
    })),
  };
};
