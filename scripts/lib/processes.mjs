// @ts-check
/**
 * Running other programs: their output is collected, their end awaited, and they end when we are ended.
 */
import { spawn } from "node:child_process";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
const windows = process.platform === "win32";

/** Passes a signal that was meant for us on to what we started, then dies of it. */
const watchSignals = () => {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      process.kill(process.pid, signal);
    });
  }
};
let watching = false;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the program
 * @property {string | undefined} [input] what it reads from its standard input; nothing if left out
 * @property {number} [timeout] milliseconds after which the program is killed
 * @property {(pid: number) => void} [onStart]
 * @property {(chunk: Buffer) => void} [onOutput] everything it prints, as it comes
 */

/**
 * Runs a program to its end. Never rejects: a program that could not be started has code 127.
 * @param {string} command
 * @param {ReadonlyArray<string>} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ readonly code: number, readonly output: string }>}
 */
export const run = (command, args, { cwd, env, input, timeout, onStart, onOutput } = {}) =>
  new Promise((resolve) => {
    if (!watching) watchSignals();
    watching = true;
    // Windows starts .cmd files only through a shell; every argument here is ours and needs no quoting.
    const child = spawn(command, [...args], {
      cwd,
      env: env ?? process.env,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      shell: windows && command.endsWith(".cmd"),
    });
    running.add(child);
    /** @type {Buffer[]} */
    const chunks = [];
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      chunks.push(chunk);
      onOutput?.(chunk);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.stdin?.on("error", () => {}).end(input);
    const timer = timeout === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), timeout);
    /** @param {number} code */
    const finish = (code) => {
      if (timer !== undefined) clearTimeout(timer);
      running.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString("utf8") });
    };
    if (child.pid !== undefined) onStart?.(child.pid);
    child.once("error", (error) => {
      take(Buffer.from(`${error.message}\n`));
      finish(127);
    });
    child.once("close", (code) => finish(code ?? 1));
  });

/**
 * npm as it is called from here: by the very npm that runs us, else the one on the PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ readonly command: string, readonly args: ReadonlyArray<string> }}
 */
export const npmCommand = (env) => {
  const running = env["npm_execpath"] ?? "";
  return /[\\/]npm-cli\.c?js$/.test(running)
    ? { command: process.execPath, args: [running] }
    : { command: windows ? "npm.cmd" : "npm", args: [] };
};

/**
 * The last lines of a program's output, indented, for an error message.
 * @param {string} output
 * @param {number} [lines]
 */
export const tail = (output, lines = 15) =>
  output
    .trimEnd()
    .split(/\r?\n/)
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join("\n");
