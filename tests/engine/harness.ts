/**
 * Drives the real Pulumi CLI: each stack in a folder of its own, with a Pulumi home, a backend and a passphrase of its
 * own, so that nothing of the user's is read or written and tests do not see each other.
 */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { filesUnder } from "../support/leaks/files";
import type { Evidence } from "../support/leaks/search";
import type { Secret } from "../support/leaks/secret";
import { secretsAmong } from "../support/leaks/secret";
import { revealed, storedStack } from "./support/backend";
import type { ConfigValue } from "./support/backend";
import { start } from "./support/command";
import type { Environment, Run, Running } from "./support/command";
import { passphrase } from "./support/passphrase";
import { resourcesOf } from "./support/state";
import type { StateResource } from "./support/state";

export { summaryOf } from "./support/summary";
export type { ConfigValue, Run, Running, StateResource };

export const repository = path.resolve(__dirname, "..", "..");

export interface StackOptions {
  /** The project's name, `engine` by default. */
  readonly project?: string;
  /** The stack's name, `dev` by default. */
  readonly name?: string;
  readonly program?: string;
  readonly config?: Readonly<Record<string, ConfigValue>>;
  readonly env?: Environment;
}

/** A Pulumi stack on the real engine. Commands report their exit code and never reject because of it. */
export interface Stack {
  /** The folder of the program, where commands run. */
  readonly dir: string;
  /**
   * Writes the program: the body of a CommonJS `index.js` in which `pulumi` and `hubspot` are in scope.
   * `exports.x = …` makes a stack output.
   */
  program(source: string): Promise<void>;
  /** Sets configuration; `undefined` removes a value. No command is run for it. */
  config(values: Readonly<Record<string, ConfigValue | undefined>>): Promise<void>;
  /** Changes the environment of later commands; `undefined` removes a variable. */
  env(variables: Environment): void;
  preview(...flags: ReadonlyArray<string>): Promise<Run>;
  /** Without a preview first, as `refresh` and `destroy`; `run("up", "--yes")` has one. */
  up(...flags: ReadonlyArray<string>): Promise<Run>;
  refresh(...flags: ReadonlyArray<string>): Promise<Run>;
  destroy(...flags: ReadonlyArray<string>): Promise<Run>;
  /** Any command of the CLI, such as `run("import", "--file", file)`. */
  run(...args: ReadonlyArray<string>): Promise<Run>;
  /** The same, without waiting for its end. */
  start(...args: ReadonlyArray<string>): Running;
  /** The state as `pulumi stack export` gives it, read from the backend's folder; with its secrets in plain text if so told. */
  exported(secrets?: "in plain text"): Promise<unknown>;
  resources(): Promise<ReadonlyArray<StateResource>>;
  /** The stack's outputs, secrets in plain text. */
  outputs(): Promise<Readonly<Record<string, unknown>>>;
  /** Replaces the state by one that `exported` gave. */
  import(state: unknown): Promise<void>;
  /** Every byte that this stack's commands have printed so far, but for those that were told to `--show-secrets`. */
  printed(): string;
  /** What was configured as secret, and the credentials of the environment. */
  secrets(): ReadonlyArray<Secret>;
  /**
   * All that the stack has produced: what its commands have printed, as `printed` has it, and every file of its folder
   * (the program, the backend, the Pulumi home, temporary files) but for those that a test names.
   */
  evidence(except?: ReadonlyArray<string>): AsyncIterable<Evidence>;
  /** Ends what still runs. */
  stop(): Promise<void>;
  /** Stops it, and removes the stack's folder. Resources are not destroyed. */
  cleanup(): Promise<void>;
}

let path_: Promise<string> | undefined;

/** The PATH on which the Pulumi CLI stands; under `npm test` that is the PATH as it is. */
export const pathWithPulumi = (): Promise<string> =>
  (path_ ??= import("../../scripts/lib/pulumi.mjs").then(async ({ findPulumi }) => {
    const { folder, own } = await findPulumi(() => {});
    const before = process.env["PATH"] ?? "";
    return own ? [folder, before].join(path.delimiter) : before;
  }));

/** The outer environment without what would change how a stack behaves. */
const outerEnvironment = (): Environment =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(HUBSPOT|PULUMI)_/.test(name)));

/** Writes the project's files, with the SDK and this package where `npm install` would put them. */
const writeProject = async (dir: string, project: string): Promise<void> => {
  await mkdir(path.join(dir, "node_modules", "@pulumi"), { recursive: true });
  const sdk = path.join(repository, "node_modules", "@pulumi", "pulumi");
  await symlink(sdk, path.join(dir, "node_modules", "@pulumi", "pulumi"), "dir");
  await symlink(repository, path.join(dir, "node_modules", "pulumi-hubspot-associations"), "dir");
  const yaml = `name: ${project}\nruntime:\n  name: nodejs\n  options: { typescript: false }\n`;
  await writeFile(path.join(dir, "Pulumi.yaml"), yaml);
  await writeFile(path.join(dir, "package.json"), JSON.stringify({ name: project, private: true, main: "index.js" }));
};

/** Makes an empty stack, or one with a program and configuration. */
export const newStack = async (options: StackOptions = {}): Promise<Stack> => {
  const { project = "engine", name = "dev", program = "", config = {}, env = {} } = options;
  const base = await mkdtemp(path.join(await realpath(tmpdir()), "pulumi-engine-"));
  const inBase = (name: string): string => path.join(base, name);
  const [dir, home, backend, tmp] = [inBase("program"), inBase("home"), inBase("backend"), inBase("tmp")];
  await Promise.all([home, backend, tmp].map((folder) => mkdir(folder)));
  await writeProject(dir, project);
  const stored = storedStack(backend, dir, project, name);
  let configured: Readonly<Record<string, ConfigValue>> = {};
  let environment: Environment = {
    ...outerEnvironment(),
    PATH: await pathWithPulumi(),
    HOME: home,
    TMPDIR: tmp,
    PULUMI_HOME: path.join(home, ".pulumi"),
    // Without files of attributes beside the state: an engine that is killed while it writes one leaves it empty, and
    // every command then fails with "failed to load checkpoint: EOF" until it is removed.
    PULUMI_BACKEND_URL: `file://${backend}?metadata=skip`,
    PULUMI_STACK: name,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    NO_COLOR: "1",
    ...env,
  };
  const commands: Array<Promise<Run>> = [];
  const started: Array<Running> = [];
  const runs: Array<Run & { readonly command: string }> = [];
  const secrets: Array<Secret> = [...secretsAmong(env)];
  const stack: Stack = {
    dir,
    program: (source) => {
      const imports = [`const pulumi = require("@pulumi/pulumi");`];
      if (source.includes("hubspot")) imports.push(`const hubspot = require("pulumi-hubspot-associations");`);
      return writeFile(path.join(dir, "index.js"), [`"use strict";`, ...imports, source, ""].join("\n"));
    },
    config: async (values) => {
      configured = Object.fromEntries(
        Object.entries({ ...configured, ...values }).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value] as const],
        ),
      );
      secrets.push(
        ...Object.entries(values).flatMap(([key, value]) =>
          value === undefined || typeof value === "string" || value.secret.trim() === ""
            ? []
            : [{ what: `the secret ${key}`, text: value.secret.trim() }],
        ),
      );
      await stored.configure(configured);
    },
    env: (variables) => {
      environment = { ...environment, ...variables };
      secrets.push(...secretsAmong(variables));
    },
    preview: (...flags) => stack.run("preview", ...flags),
    up: (...flags) => stack.run("up", "--yes", "--skip-preview", ...flags),
    refresh: (...flags) => stack.run("refresh", "--yes", "--skip-preview", ...flags),
    destroy: (...flags) => stack.run("destroy", "--yes", "--skip-preview", ...flags),
    run: (...args) => stack.start(...args).done,
    start: (...args) => {
      const command = start("pulumi", [...args, "--non-interactive", "--color", "never"], dir, environment);
      started.push(command);
      const done = command.done.then((run) => {
        if (!args.includes("--show-secrets")) runs.push({ ...run, command: args[0] ?? "" });
        return run;
      });
      commands.push(done);
      return { ...command, done };
    },
    exported: async (secrets) => {
      const state = await stored.exported();
      return secrets === undefined ? state : revealed(state);
    },
    resources: async () => resourcesOf(await stack.exported()),
    outputs: async () =>
      resourcesOf(await stack.exported("in plain text")).find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ??
      {},
    import: stored.import,
    printed: () => runs.map(({ output }) => output).join("\n"),
    secrets: () => [...secrets],
    evidence: async function* (except = []) {
      for (const { command, stdout, stderr } of runs) {
        yield { where: `stdout of pulumi ${command}`, bytes: Buffer.from(stdout) };
        yield { where: `stderr of pulumi ${command}`, bytes: Buffer.from(stderr) };
      }
      yield* filesUnder(base, except);
    },
    stop: async () => {
      started.forEach((command) => command.killAll());
      await Promise.allSettled(commands);
    },
    cleanup: async () => {
      await stack.stop();
      await rm(base, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  await stack.program(program);
  await stored.create();
  await stack.config(config);
  return stack;
};
