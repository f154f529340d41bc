/**
 * Everything of its process that the command touches. `bin.ts` takes it from the real process, a test makes one of its
 * own; no other file of the command uses `process`.
 */
import type { Runtime } from "../provider/runtime";
import type { Cli } from "./doctor/facts";

/** Standard output or standard error. */
export interface Output {
  /** Resolves when the text is out; rejects with the system's error. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** How wide the terminal is. */
  readonly columns: number | undefined;
}

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which relative paths begin. */
  readonly cwd: string;
  readonly time: Pick<Runtime, "now" | "date" | "sleep" | "random">;
  /** The version of Node. */
  readonly node: string;
  /** Asks the Pulumi CLI of the PATH for its version. */
  readonly pulumi: () => Promise<Cli>;
  /** Resolves when the command is told to stop: by a signal, or by the end of its standard input if that counts. */
  readonly stopped: (endOfStdinCounts: boolean) => Promise<void>;
}
