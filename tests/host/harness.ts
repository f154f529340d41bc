/**
 * Drives the real process in which Pulumi runs dynamic providers, `@pulumi/pulumi/cmd/dynamic-provider`: started from
 * a program's folder as the engine starts it, and asked over gRPC as the engine asks it.
 */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { expectNoLeak } from "../support/leaks/expectNoLeak";
import type { Evidence } from "../support/leaks/search";
import type { Secret } from "../support/leaks/secret";
import { secretsAmong } from "../support/leaks/secret";
import type { Checked, Created, Diffed, Failed, Properties, ProviderClient, ReadResult } from "./support/client";
import { connect } from "./support/client";
import type { Logged } from "./support/engine";
import { startEngine } from "./support/engine";

export type { Checked, Created, Diffed, Failed, Logged, Properties, ReadResult };

export const repository = path.resolve(__dirname, "..", "..");

/** The text that every state holds. */
export const providerText = (kind = "AssociationConfiguration"): string =>
  `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("${kind}")`;

export interface HostOptions {
  /** What the engine passes as the provider's configuration; nothing by default. */
  readonly config?: Properties;
  /** Environment variables besides the outer ones, of which none is HubSpot's or Pulumi's. */
  readonly env?: Readonly<Record<string, string>>;
  /** The kind of resource, `AssociationConfiguration` by default. */
  readonly kind?: string;
  /** What stands at the engine's address: an engine, one that refuses to log, or nobody. @default "there" */
  readonly engine?: "there" | "refusing" | "nobody";
  /** The program's folder, with the packages in its `node_modules`; by default one with the built repository. */
  readonly project?: string;
  /** What nobody may see, beside the credentials that the process is given. */
  readonly secrets?: () => ReadonlyArray<Secret>;
}

/**
 * A provider process. Properties may be given without `__provider`, which then goes out with them; results are as the
 * process gave them, `__provider` included.
 */
export interface Host extends Omit<ProviderClient, "close"> {
  /** Where it listens. */
  readonly port: number;
  /** What the engine was told, in its order. */
  logged(): ReadonlyArray<Logged>;
  /** What the process printed, but for its port. */
  printed(): string;
  /** The most memory that the process has had so far, as Linux counts it; 0 elsewhere. */
  peakMemoryBytes(): number;
  /** Nobody listens at the engine's address any more. */
  loseEngine(): void;
  /** Resolves once the process has ended, by itself or not. */
  readonly ended: Promise<void>;
  /** Ends the process and everything that belongs to it, then rejects if anything that it said holds a credential. */
  stop(): Promise<void>;
}

/** A folder as a program has it after `npm install`: the SDK and this package, as they stand in the repository. */
export const linkedProject = async (): Promise<string> => {
  const dir = await mkdtemp(path.join(await realpath(tmpdir()), "pulumi-host-"));
  const modules = path.join(dir, "node_modules");
  await mkdir(path.join(modules, "@pulumi"), { recursive: true });
  await symlink(path.join(repository, "node_modules", "@pulumi", "pulumi"), path.join(modules, "@pulumi", "pulumi"));
  await symlink(repository, path.join(modules, "pulumi-hubspot-associations"));
  await writeFile(path.join(dir, "package.json"), JSON.stringify({ name: "program", private: true }));
  return dir;
};

let built: Promise<void> | undefined;

/** The process runs what is compiled, so that must be what the sources say. Under `npm test` it is. */
export const build = (): Promise<void> =>
  (built ??= import("../../scripts/setup.mjs").then(({ prepareRepository }) => prepareRepository(() => {})));

const outerEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(HUBSPOT|PULUMI)_/.test(name)));

const alive = new Set<ChildProcess>();
process.once("exit", () => alive.forEach((child) => child.kill("SIGKILL")));

interface Started {
  readonly port: number;
  /** Both streams, in the order in which they came. */
  readonly printed: () => string;
  readonly peakMemoryBytes: () => number;
  /** Each stream by itself: what one of them says is not cut in two by the other. */
  readonly streams: () => ReadonlyArray<Evidence>;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

const peakMemoryBytes = (pid: number | undefined): number => {
  const file = `/proc/${pid}/status`;
  const [, kilobytes = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(existsSync(file) ? readFileSync(file, "utf8") : "") ?? [];
  return Number(kilobytes) * 1024;
};

/** Starts the process and waits for its first line, which is the port it listens on. */
const startProcess = (dir: string, engine: string, env: NodeJS.ProcessEnv): Promise<Started> => {
  const script = createRequire(path.join(dir, "package.json")).resolve("@pulumi/pulumi/cmd/dynamic-provider");
  const child = spawn(process.execPath, [script, engine], { cwd: dir, env, stdio: ["ignore", "pipe", "pipe"] });
  alive.add(child);
  const ended = new Promise<void>((resolve) => child.once("close", () => (alive.delete(child), resolve())));
  const stop = (): Promise<void> => (child.kill("SIGKILL"), ended);
  let printed = "";
  const chunks: Record<"stdout" | "stderr", Array<Buffer>> = { stdout: [], stderr: [] };
  const streams = (): ReadonlyArray<Evidence> =>
    (["stdout", "stderr"] as const).map((name) => ({ where: `its ${name}`, bytes: Buffer.concat(chunks[name]) }));
  return new Promise((resolve, reject) => {
    let port: number | undefined;
    const collect =
      (name: keyof typeof chunks) =>
      (chunk: Buffer): void => {
        chunks[name].push(chunk);
        printed += chunk.toString();
        const [line, first] = /^(\d+)\n/.exec(printed) ?? [];
        if (port !== undefined || line === undefined) return;
        port = Number(first);
        printed = printed.slice(line.length);
        resolve({
          port,
          printed: () => printed,
          peakMemoryBytes: () => peakMemoryBytes(child.pid),
          streams,
          ended,
          stop,
        });
      };
    child.stdout.on("data", collect("stdout"));
    child.stderr.on("data", collect("stderr"));
    child.once("error", reject);
    child.once("close", () => reject(new Error(`The provider process ended before it listened:\n${printed}`)));
  });
};

/** Starts a provider process and configures it. */
export const startHost = async (options: HostOptions = {}): Promise<Host> => {
  const { config = {}, env = {}, kind, engine: wanted = "there", project, secrets = () => [] } = options;
  if (project === undefined) await build();
  const dir = project ?? (await linkedProject());
  const engine = await startEngine({ refuses: wanted === "refusing" });
  if (wanted === "nobody") engine.close();
  const started = await startProcess(dir, engine.address, { ...outerEnvironment(), ...env });
  const client = connect(started.port);
  const withText = (properties: Properties): Properties => ({ __provider: providerText(kind), ...properties });
  const given = [...secretsAmong(env)];
  const answers: Array<Evidence> = [];
  const answered = async <A>(call: string, answer: Promise<A>): Promise<A> => {
    answers.push({ where: `its answer to ${call}`, bytes: Buffer.from(JSON.stringify(await answer) ?? "") });
    return answer;
  };
  let stopped = false;
  const host: Host = {
    configure: (values) => {
      given.push(...secretsAmong(values));
      return answered("configure", client.configure(values));
    },
    check: (olds, news) =>
      // The engine passes no olds at all for what is new.
      answered("check", client.check(Object.keys(olds).length === 0 ? {} : withText(olds), withText(news))),
    diff: (id, olds, news) => answered("diff", client.diff(id, withText(olds), withText(news))),
    create: (properties) => answered("create", client.create(withText(properties))),
    read: (id, properties) => answered("read", client.read(id, withText(properties))),
    update: (id, olds, news) => answered("update", client.update(id, withText(olds), withText(news))),
    delete: (id, properties) => answered("delete", client.delete(id, withText(properties))),
    logged: engine.logged,
    port: started.port,
    printed: started.printed,
    peakMemoryBytes: started.peakMemoryBytes,
    loseEngine: engine.close,
    ended: started.ended,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      client.close();
      await started.stop();
      engine.close();
      if (project === undefined) await rm(dir, { recursive: true, force: true });
      const log = { where: "the engine's log", bytes: Buffer.from(JSON.stringify(engine.logged())) };
      await expectNoLeak([...secrets(), ...given], [...started.streams(), log, ...answers]);
    },
  };
  const failed = await host.configure(config);
  if (failed !== undefined) throw new Error(`The provider process refuses its configuration: ${failed.error}`);
  return host;
};
