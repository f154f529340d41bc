// @ts-check
/**
 * `npm test`: set-up, then every check: types, lint, formatting, the levels of tests, and a search for the credentials
 * that these have used in all that they printed. All run even where one fails. A table says what each took; the last
 * line is `N passed, N failed`.
 *
 * `node scripts/test.mjs engine lint` runs these; what else is on the command line goes to mocha:
 * `node scripts/test.mjs engine tests/engine/label.test.ts --grep "comes back"`. `--json FILE` writes the table there.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { dependenciesDisagree } from "./lib/dependencies.mjs";
import { run } from "./lib/processes.mjs";
import { duration, sayOnStderr } from "./lib/progress.mjs";
import { checkResult, isGood, lastLine, mochaResult, total } from "./lib/results.mjs";
import { isMain, root } from "./lib/root.mjs";
import { sideBySide } from "./lib/sideBySide.mjs";
import { mostLaunches, stepsFor } from "./lib/steps.mjs";
import { costOf, launches, table } from "./lib/table.mjs";
import { prepareRepository, setup } from "./setup.mjs";

/** @typedef {import("./lib/steps.mjs").Step} Step */
/** @typedef {import("./lib/results.mjs").Result} Result */
/** @typedef {import("./lib/table.mjs").Row} Row */

const failure = { passed: 0, failed: 1 };
const nothing = { milliseconds: 0, cpuSeconds: undefined, processes: 0, pulumi: 0 };
const counter = path.join(root, "scripts", "lib", "countProcesses.cjs");

/**
 * The environment of the checks. What the user has for a portal or stack of his own never reaches a test.
 * @param {string | undefined} searchPath
 */
const environment = (searchPath) => {
  const mine = Object.entries(process.env).filter(([name]) => !/^(HUBSPOT|PULUMI)_/.test(name) || isOurs(name));
  const colors = process.stdout.isTTY && process.env["NO_COLOR"] === undefined ? { FORCE_COLOR: "1" } : {};
  return { ...Object.fromEntries(mine), ...colors, ...(searchPath === undefined ? {} : { PATH: searchPath }) };
};

/** Names the folder in which tests note what they searched for, and which holds what each check has printed. */
const evidenceVariable = "PULUMI_HUBSPOT_ASSOCIATIONS_EVIDENCE";

/** @param {string} evidence */
const printedIn = (evidence) => path.join(evidence, "printed");

/** @param {string} name */
const isOurs = (name) => name.startsWith("PULUMI_HUBSPOT_ASSOCIATIONS_");

/**
 * @param {string} file
 * @returns {Promise<import("./lib/results.mjs").Counts | undefined>}
 */
const readCounts = async (file) => {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
};

/**
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {string} scratch
 * @param {string} evidence
 * @returns {(write: import("./lib/sideBySide.mjs").Write) => Promise<Row>}
 */
const task = (step, env, scratch, evidence) => async (write) => {
  const counts = path.join(scratch, `${step.name}.json`);
  const processes = path.join(scratch, `${step.name}.processes`);
  const reporter = ["--reporter", "scripts/lib/countingReporter.cjs", "--reporter-option", `counts=${counts}`];
  const start = Date.now();
  write(`\n=== ${step.name}\n`);
  const { code, output } = await run(process.execPath, step.tests ? [...step.args, ...reporter] : step.args, {
    cwd: root,
    env: {
      ...env,
      NODE_OPTIONS: [env["NODE_OPTIONS"], `--require ${JSON.stringify(counter)}`].filter(Boolean).join(" "),
      PULUMI_HUBSPOT_ASSOCIATIONS_PROCESSES: processes,
      PULUMI_HUBSPOT_ASSOCIATIONS_RUNNER: String(process.pid),
    },
    timeout: step.minutes * 60_000,
    onOutput: write,
  });
  await writeFile(path.join(printedIn(evidence), step.name), output);
  const result = step.tests ? mochaResult(code, await readCounts(counts)) : checkResult(code);
  const milliseconds = Date.now() - start;
  write(`=== ${step.name}: ${lastLine(result)} (${duration(milliseconds)})\n`);
  const cost = { milliseconds, ...costOf(await readFile(processes, "utf8").catch(() => "")) };
  return { name: step.name, result, cost };
};

/**
 * @param {ReadonlyArray<ReadonlyArray<Step>>} groups
 * @returns {Promise<ReadonlyArray<Row>>}
 */
const runAll = async (groups) => {
  /** @type {Row[]} */
  const rows = [];
  const needsEngine = groups.flat().some(({ engine }) => engine);
  /** @type {string | undefined} */
  let searchPath;
  try {
    if (needsEngine) searchPath = (await setup()).path;
    else await prepareRepository(sayOnStderr);
  } catch (error) {
    sayOnStderr(error instanceof Error ? error.message : String(error));
    rows.push({ name: "set-up", result: failure, cost: nothing });
    // Without the tools there is nothing to run; without a build or the CLI, the rest still says something.
    if ((await dependenciesDisagree(root).catch(() => "unknown")) !== undefined) return rows;
  }
  const scratch = await mkdtemp(path.join(tmpdir(), "test-run-"));
  const evidence = path.join(scratch, "evidence");
  await mkdir(printedIn(evidence), { recursive: true });
  try {
    const limit = Math.min(2, availableParallelism());
    for (const group of groups) {
      const tasks = group.map((step) =>
        step.engine && searchPath === undefined
          ? async (/** @type {import("./lib/sideBySide.mjs").Write} */ write) => {
              write(`\n=== ${step.name}: not run, since the set-up failed\n`);
              return { name: step.name, result: failure, cost: nothing };
            }
          : task(step, { ...environment(searchPath), [evidenceVariable]: evidence }, scratch, evidence),
      );
      rows.push(...(await sideBySide(limit, tasks, (text) => void process.stdout.write(text))));
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return rows;
};

/**
 * A failure where the tests have launched Pulumi more often than is allowed: each launch takes seconds.
 * @param {ReadonlyArray<Row>} rows
 * @returns {ReadonlyArray<Result>}
 */
const budget = (rows) => {
  const count = launches(rows);
  if (count <= mostLaunches) return [];
  console.log(`The tests launched pulumi ${count} times; ${mostLaunches} is the most (scripts/lib/steps.mjs)`);
  return [failure];
};

/**
 * Runs steps, tells what came of them, and sets the exit code.
 * @param {ReadonlyArray<string>} args
 * @param {import("./lib/steps.mjs").Occasion} occasion
 */
export const main = async (args, occasion) => {
  const json = args.indexOf("--json");
  const file = json === -1 ? undefined : args[json + 1];
  const rows = await runAll(stepsFor(json === -1 ? args : args.toSpliced(json, 2), occasion));
  console.log(`\n${table(rows)}`);
  if (file !== undefined) await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
  const result = total([...rows.map((row) => row.result), ...(occasion === "test" ? budget(rows) : [])]);
  console.log(`\n${lastLine(result)}`);
  process.exitCode = isGood(result) ? 0 : 1;
};

if (isMain(import.meta.url)) await main(process.argv.slice(2), "test");
