#!/usr/bin/env node
/** The command as a program: the only file that reads the process, and the only one that exits. */
import { realTime } from "../provider/runtime";
import { cliOf } from "./doctor/gather";
import { main } from "./index";
import type { Output } from "./io";

const outputOf = (stream: NodeJS.WriteStream): Output => {
  // Without a listener, a reader that went away would end the process with a stack trace; who writes gets the error.
  stream.on("error", () => undefined);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  };
};

const stopped = (endOfStdinCounts: boolean): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
    if (endOfStdinCounts) process.stdin.once("end", () => resolve()).resume();
  });

main(process.argv.slice(2), {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  time: realTime,
  node: process.versions.node,
  pulumi: () => cliOf(process.env),
  stopped,
}).then(
  // A connection that is kept for the next request must not keep the process.
  (code) => process.exit(code),
);
