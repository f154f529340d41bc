// @ts-check
/**
 * The checks of `npm test`, and how a command line chooses among them.
 */
import { availableParallelism } from "node:os";
import path from "node:path";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {ReadonlyArray<string>} args of `node`, from the repository's root
 * @property {boolean} tests whether mocha runs it, and counts its tests
 * @property {boolean} engine whether it needs the Pulumi CLI
 * @property {number} minutes after which it is ended
 */

/**
 * @param {ReadonlyArray<string>} parts
 */
const tool = (...parts) => path.join("node_modules", ...parts);

/**
 * @param {string} name
 * @param {...string} args
 * @returns {Step}
 */
const check = (name, ...args) => ({ name, args, tests: false, engine: false, minutes: 10 });

const jobs = String(Math.min(4, Math.max(2, availableParallelism())));

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} engine
 * @property {ReadonlyArray<string>} flags
 * @property {number} minutes
 */
/** @type {ReadonlyArray<Suite>} */
const suites = [
  { name: "unit", engine: false, minutes: 15, flags: [] },
  { name: "property", engine: false, minutes: 60, flags: [] },
  { name: "host", engine: false, minutes: 30, flags: ["--parallel", "--jobs", jobs] },
  { name: "engine", engine: true, minutes: 70, flags: ["--parallel", "--jobs", jobs, "--timeout", "300000"] },
];

/**
 * A step that runs a suite: all of it, or the files among `extra`.
 * @param {Suite} suite
 * @param {ReadonlyArray<string>} extra arguments for mocha
 * @returns {Step}
 */
const suiteStep = ({ name, engine, minutes, flags }, extra) => {
  const files = extra.some((arg) => /\.test\.ts$/.test(arg)) ? [] : ["--spec", `tests/${name}/**/*.test.ts`];
  return { name, engine, minutes, tests: true, args: [tool("mocha", "bin", "mocha.js"), ...flags, ...files, ...extra] };
};

const checks = [
  check("types", tool("typescript", "bin", "tsc"), "--noEmit", "-p", "tests/tsconfig.json"),
  check("lint", tool("eslint", "bin", "eslint.js"), "."),
  check("formatting", tool("prettier", "bin", "prettier.cjs"), "--check", "."),
];

/**
 * The search for credentials. Of some files or tests alone, there may be none that uses any.
 * @param {boolean} mayBeNothing
 */
const leaks = (mayBeNothing) =>
  check("leaks", "--require", "tsx/cjs", "tests/leaks.ts", ...(mayBeNothing ? ["--may-be-nothing"] : []));

/**
 * The steps that a command line asks for, in groups: those of a group may run side by side, the groups one after
 * another. Names of steps come first, none means all; the rest goes to mocha. Where tests have used credentials, the
 * last step looks for them in what all others have printed.
 * @param {ReadonlyArray<string>} args
 * @returns {ReadonlyArray<ReadonlyArray<Step>>}
 */
export const stepsFor = (args) => {
  const known = [...checks, ...suites].map(({ name }) => name);
  const firstOther = args.findIndex((arg) => !known.includes(arg));
  const names = firstOther === -1 ? args : args.slice(0, firstOther);
  const extra = firstOther === -1 ? [] : args.slice(firstOther);
  /** @param {{ name: string }} step */
  const isAsked = ({ name }) => names.length === 0 || names.includes(name);
  const light = ["unit", "property"];
  const chosen = suites.filter(isAsked).map((suite) => suiteStep(suite, extra));
  const heavy = chosen.filter(({ name }) => !light.includes(name));
  const groups = [
    [...checks.filter(isAsked), ...chosen.filter(({ name }) => light.includes(name))],
    ...heavy.map((step) => [step]),
    heavy.length > 0 ? [leaks(extra.length > 0)] : [],
  ];
  return groups.filter((group) => group.length > 0);
};
