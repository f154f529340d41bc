/** The command as a process of its own, with no settings but those that a test gives it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(__dirname, "../../..");

export interface Ended {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Readonly<Record<string, string>>;

interface How {
  /** The folder to call it in; the repository, unless said otherwise. */
  readonly cwd?: string;
  /** Instead of a pipe. */
  readonly stdout?: number;
  /** The reader goes away at once. */
  readonly closesEarly?: boolean;
}

/** Waits for its end, however it ends. */
export const call = async (args: ReadonlyArray<string>, variables: Variables, how: How = {}): Promise<Ended> => {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("HUBSPOT_"));
  const child = spawn(process.execPath, ["-r", require.resolve("tsx/cjs"), join(root, "cli/index.ts"), ...args], {
    cwd: how.cwd ?? root,
    env: { ...Object.fromEntries(inherited), ...variables },
    stdio: ["ignore", how.stdout ?? "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  if (how.closesEarly === true) child.stdout?.destroy();
  else child.stdout?.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  const [code]: ReadonlyArray<unknown> = await once(child, "close");
  return { code, stdout, stderr };
};
