// @ts-check
/**
 * `npm run test:faults`: plants twenty-five faults, one at a time, in a copy of the repository, and runs the tests that must
 * notice it. Ends with `25 of 25 faults were noticed`, and with 1 where one was not, or where one can no longer be
 * planted because its place reads otherwise. `npm run test:faults -- planningOrder` plants one.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { run, tail } from "./lib/processes.mjs";
import { duration, sayOnStderr } from "./lib/progress.mjs";
import { root } from "./lib/root.mjs";
import { copyOf } from "./plantedFaults/copy.mjs";
import { faults } from "./plantedFaults/faults.mjs";
import { plant } from "./plantedFaults/plant.mjs";
import { prepareRepository, setup } from "./setup.mjs";

/** @typedef {import("./plantedFaults/faults.mjs").Fault} Fault */

/** After which a run of tests is ended, for each of its files. */
const minutes = 10;

/**
 * Nothing that the user has for a portal or a stack reaches a test.
 * @param {string | undefined} searchPath
 */
const environment = (searchPath) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(HUBSPOT|PULUMI)_/.test(name))),
  ...(searchPath === undefined ? {} : { PATH: searchPath }),
});

/** @typedef {Pick<Fault, "specs" | "only">} Tests */

/**
 * Compiles the copy, where tests run what is compiled.
 * @param {Fault["level"]} level
 * @param {string} copy
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} what is wrong
 */
const built = async (level, copy, env) => {
  if (level !== "host" && level !== "engine") return undefined;
  const { code, output } = await run(process.execPath, [path.join("scripts", "build.mjs")], { cwd: copy, env });
  return code === 0 ? undefined : tail(output);
};

/**
 * Runs test files in the copy, or some tests of them.
 * @param {string} copy
 * @param {Tests} tests
 * @param {NodeJS.ProcessEnv} env
 * @param {ReadonlyArray<string>} flags
 * @returns {Promise<{ readonly passes: number, readonly failures: number, readonly code: number, readonly output: string }>}
 */
const tested = async (copy, { specs, only }, env, flags = []) => {
  const counts = path.join(copy, "counts.json");
  await rm(counts, { force: true });
  const mocha = path.join("node_modules", "mocha", "bin", "mocha.js");
  const reporter = ["--reporter", "scripts/lib/countingReporter.cjs", "--reporter-option", `counts=${counts}`];
  const chosen = only === undefined ? [] : ["--fgrep", only];
  const { code, output } = await run(
    process.execPath,
    [mocha, ...reporter, "--timeout", "300000", ...flags, ...chosen, ...specs],
    { cwd: copy, env, timeout: specs.length * minutes * 60_000 },
  );
  /** @type {import("./lib/results.mjs").Counts} */
  const { passes, failures } = JSON.parse(await readFile(counts, "utf8").catch(() => '{"passes":0,"failures":0}'));
  return { passes, failures, code, output };
};

/**
 * @param {Fault} fault
 * @param {string} copy
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ readonly noticed: boolean, readonly what: string }>}
 */
const tried = async (fault, copy, env) => {
  const file = path.join(copy, fault.file);
  const source = await readFile(file, "utf8");
  const result = plant(source, fault);
  if ("problem" in result) return { noticed: false, what: `CANNOT BE PLANTED in ${fault.file}: ${result.problem}` };
  await writeFile(file, result.planted);
  try {
    const broken = await built(fault.level, copy, env);
    if (broken !== undefined) return { noticed: false, what: `DOES NOT COMPILE\n${broken}` };
    const { failures, code, output } = await tested(copy, fault, env, ["--bail"]);
    if (failures > 0) return { noticed: true, what: "went red" };
    // Tests that do not even start have noticed nothing.
    return { noticed: false, what: code === 0 ? "NOT NOTICED" : `THE TESTS DID NOT RUN\n${tail(output)}` };
  } finally {
    await writeFile(file, source);
  }
};

/**
 * The same tests without any fault: whole files all at once, then those of which some tests count.
 * @param {ReadonlyArray<Fault>} chosen
 * @param {string} copy
 * @param {NodeJS.ProcessEnv} env
 */
const requireGreen = async (chosen, copy, env) => {
  const whole = [...new Set(chosen.filter(({ only }) => only === undefined).flatMap(({ specs }) => specs))];
  const parts = chosen.filter(({ only }) => only !== undefined);
  sayOnStderr("The tests without a fault …");
  const start = Date.now();
  let passes = 0;
  for (const tests of /** @type {ReadonlyArray<Tests>} */ ([
    ...(whole.length > 0 ? [{ specs: whole }] : []),
    ...parts,
  ])) {
    const result = await tested(copy, tests, env);
    if (result.code !== 0 || result.passes === 0) {
      throw new Error(`The tests fail without any fault, so they tell nothing:\n${tail(result.output, 40)}`);
    }
    passes += result.passes;
  }
  console.log(`without a fault: ${passes} tests passed (${duration(Date.now() - start)})`);
};

/** @param {ReadonlyArray<string>} names */
const main = async (names) => {
  const strange = names.find((name) => !faults.some((fault) => fault.name === name));
  if (strange !== undefined) {
    throw new Error(`${strange} is none of the faults: ${faults.map(({ name }) => name).join(", ")}`);
  }
  const chosen = faults.filter(({ name }) => names.length === 0 || names.includes(name));
  const needsEngine = chosen.some(({ level }) => level === "engine");
  const searchPath = needsEngine ? (await setup()).path : await prepareRepository(sayOnStderr).then(() => undefined);
  const env = environment(searchPath);
  const { root: copy, remove } = await copyOf(root);
  try {
    await requireGreen(chosen, copy, env);
    let noticed = 0;
    for (const fault of chosen) {
      const begin = Date.now();
      const result = await tried(fault, copy, env);
      noticed += result.noticed ? 1 : 0;
      console.log(`${fault.name} (${fault.level}): ${result.what} (${duration(Date.now() - begin)})`);
    }
    console.log(`\n${noticed} of ${chosen.length} faults were noticed`);
    process.exitCode = noticed === chosen.length ? 0 : 1;
  } finally {
    await remove();
  }
};

main(process.argv.slice(2)).catch((error) => {
  sayOnStderr(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
