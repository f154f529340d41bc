/** The command. Results go to stdout, talk to stderr; how it ends is an exit code. */
import { Command, CommanderError } from "commander";
import { printable } from "../provider/printable";
import { version } from "../provider/release";
import { auditCommand } from "./audit";
import { compareCommand } from "./compare";
import { doctorCommand } from "./doctor";
import { generateCommand } from "./generate";
import { graphCommand } from "./graph";
import type { Io } from "./io";
import { sandboxCommand } from "./sandbox";
import { snapshotCommand } from "./snapshot";
import { print, say } from "./terminal";
import type { EndWith, ExitCode } from "./trouble";
import { exitCodes } from "./trouble";

/** How wide help is where no terminal says it. */
const usualWidth = 80;

/** @param writeOut takes the help and the version */
const programOf = (io: Io, endWith: EndWith, writeOut: (text: string) => void): Command => {
  const program = new Command("pulumi-hubspot-associations")
    .description("HubSpot's association limits and labels as Pulumi resources: the tools around them")
    .version(version)
    .helpCommand(false)
    .showHelpAfterError("(--help shows what there is)")
    .exitOverride()
    .configureOutput({
      writeOut,
      writeErr: (text) => void say(io, text),
      getOutHelpWidth: () => io.stdout.columns ?? usualWidth,
      getErrHelpWidth: () => io.stderr.columns ?? usualWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addCommand(generateCommand(io))
    .addCommand(snapshotCommand(io))
    .addCommand(compareCommand(io, endWith))
    .addCommand(auditCommand(io, endWith))
    .addCommand(graphCommand(io))
    .addCommand(doctorCommand(io, endWith))
    .addCommand(sandboxCommand(io));
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
};

/** Runs the command to its end; the exit code comes back once all that it printed is out. */
export const main = async (args: ReadonlyArray<string>, io: Io): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.fine;
  const printed: Promise<void>[] = [];
  const program = programOf(
    io,
    (ended) => (code = ended),
    (text) => printed.push(print(io, text)),
  );
  try {
    await program.parseAsync(args, { from: "user" }).catch((error: unknown) => {
      if (!(error instanceof CommanderError)) throw error;
      // Commander has already said what it had to say.
      if (error.exitCode !== 0) code = exitCodes.trouble;
    });
    await Promise.all(printed);
    return code;
  } catch (error) {
    await say(io, `error: ${printable(error instanceof Error ? error.message : String(error))}`);
    return exitCodes.trouble;
  }
};
