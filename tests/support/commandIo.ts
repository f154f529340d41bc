/** What the command has of its process in a test: its output is kept, its time never makes anybody wait. */
import type { Io, Output } from "../../cli/io";
import { testRuntime } from "./provider/runtime";

/** An output that takes everything, and what it has taken. */
export interface Kept extends Output {
  readonly text: () => string;
}

/** @param columns where it is a terminal, how wide that is */
export const keptOutput = (columns?: number): Kept => {
  let text = "";
  return {
    write: (more) => {
      text += more;
      return Promise.resolve();
    },
    isTerminal: columns !== undefined,
    columns,
    text: () => text,
  };
};

/** An output that fails as the system does, such as with `EPIPE`. */
export const failingOutput = (code: string): Output => ({
  ...keptOutput(),
  write: () => Promise.reject(Object.assign(new Error(`write ${code}`), { code })),
});

/** No settings, no folder, no Pulumi CLI, and nobody who lets a sandbox run, unless a test gives them. */
export const commandIo = (given: Partial<Io> = {}): Io => ({
  stdout: keptOutput(),
  stderr: keptOutput(),
  env: {},
  cwd: "/nowhere",
  time: testRuntime(),
  node: "20.20.2",
  pulumi: () => Promise.resolve({ _tag: "Missing" }),
  stopped: () => Promise.resolve(),
  ...given,
});
