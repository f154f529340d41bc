#!/usr/bin/env node
/** The entry point of the command: the only place that exits. Results go to stdout, talk to stderr. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { sandboxCommand } from "./sandbox";

/** Wrong usage, or trouble; 1 is kept for differences and findings. */
const trouble = 2;

const version = (): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(require.resolve("pulumi-hubspot-associations/package.json"), "utf8"),
  );
  const known = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return known ? String(manifest.version) : "unknown";
};

const program = new Command("pulumi-hubspot-associations")
  .description("HubSpot's association limits and labels as Pulumi resources: the tools around them")
  .version(version())
  .helpCommand(false)
  .showHelpAfterError("(--help shows what there is)")
  .exitOverride()
  .addCommand(sandboxCommand());

for (const command of program.commands) command.copyInheritedSettings(program);

program.parseAsync().catch((error: unknown) => {
  // Commander has already said what it had to say.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : trouble);
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(trouble);
});
