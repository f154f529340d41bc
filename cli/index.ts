#!/usr/bin/env node
/** The entry point of the command: the only place that exits. Results go to stdout, talk to stderr. */
import { Command, CommanderError } from "commander";
import { printable } from "../provider/printable";
import { version } from "../provider/release";
import { auditCommand } from "./audit";
import { compareCommand } from "./compare";
import { generateCommand } from "./generate";
import { contentOf } from "./portal";
import { describePortal } from "./portal/argument";
import { sandboxCommand } from "./sandbox";
import { snapshotCommand } from "./snapshot";
import { exitCodes } from "./trouble";

const program = new Command("pulumi-hubspot-associations")
  .description("HubSpot's association limits and labels as Pulumi resources: the tools around them")
  .version(version)
  .helpCommand(false)
  .showHelpAfterError("(--help shows what there is)")
  .exitOverride()
  .addCommand(generateCommand(contentOf))
  .addCommand(snapshotCommand(contentOf))
  .addCommand(compareCommand({ contentOf, describePortal }))
  .addCommand(auditCommand())
  .addCommand(sandboxCommand());

for (const command of program.commands) command.copyInheritedSettings(program);

/** A reader that went away is no reason for a stack trace; what it did not read is told by who wrote it. */
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

program.parseAsync().then(
  // A connection that is kept for the next request must not keep the process.
  () => process.exit(),
  (error: unknown) => {
    // Commander has already said what it had to say.
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? exitCodes.fine : exitCodes.trouble);
    console.error(`error: ${printable(error instanceof Error ? error.message : String(error))}`);
    process.exit(exitCodes.trouble);
  },
);
