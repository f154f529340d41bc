// @ts-check
/**
 * The checks of `npm test`, and how a command line chooses among them.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

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

/** How often `npm test` may launch the Pulumi CLI, whatever is added to it. */
export const mostLaunches = 250;

/**
 * @typedef {object} Level
 * @property {string} name the folder of its tests
 * @property {boolean} engine whether it needs the Pulumi CLI
 * @property {boolean} quick whether it may run beside the checks
 * @property {ReadonlyArray<string>} flags
 * @property {number} minutes
 */
const twoAtATime = ["--parallel", "--jobs", "2"];
/** From functions to the real engine: each behaviour is proven at the lowest level that can show it. */
/** @type {ReadonlyArray<Level>} */
const levels = [
  { name: "pure", engine: false, quick: true, minutes: 10, flags: [] },
  { name: "lifecycle", engine: false, quick: false, minutes: 20, flags: twoAtATime },
  { name: "cli", engine: false, quick: true, minutes: 10, flags: [] },
  { name: "http", engine: false, quick: true, minutes: 10, flags: [] },
  { name: "host", engine: false, quick: false, minutes: 20, flags: twoAtATime },
  { name: "engine", engine: true, quick: false, minutes: 60, flags: twoAtATime },
];

/**
 * What runs when: `test` is everybody's, `night` is random or takes long. Their files end in `.test.ts` and
 * `.night.test.ts`.
 * @typedef {"test" | "night"} Occasion
 */

/** @type {Readonly<Record<Occasion, (level: string) => ReadonlyArray<string>>>} */
const filesOn = {
  test: (level) => ["--spec", `tests/${level}/**/*.test.ts`, "--ignore", "tests/**/*.night.test.ts"],
  night: (level) => [
    ...["--spec", `tests/${level}/**/*.night.test.ts`],
    ...["--spec", `tests/${level}/properties/**/*.test.ts`],
  ],
};

/** What tells a file of an occasion; the night plays all properties, too. */
const namesOn = { test: /\.test\.ts$/, night: /\.night\.test\.ts$|^properties\b/ };

/**
 * Whether a level has anything for an occasion.
 * @param {Occasion} occasion
 * @returns {(level: { readonly name: string }) => boolean}
 */
const occursOn =
  (occasion) =>
  ({ name }) =>
    readdirSync(path.join(root, "tests", name), { recursive: true }).some((file) =>
      namesOn[occasion].test(String(file)),
    );

/**
 * A step that runs a level: all of it, or the files among `extra`.
 * @param {Level} level
 * @param {Occasion} occasion
 * @param {ReadonlyArray<string>} extra arguments for mocha
 * @returns {Step}
 */
const levelStep = ({ name, engine, minutes, flags }, occasion, extra) => {
  const files = extra.some((arg) => /\.test\.ts$/.test(arg)) ? [] : filesOn[occasion](name);
  return {
    name,
    engine,
    minutes: occasion === "test" ? minutes : 600,
    tests: true,
    // A night has as many runs as it is told to have; it ends with its level.
    args: [
      tool("mocha", "bin", "mocha.js"),
      ...flags,
      ...(occasion === "night" ? ["--timeout", "0"] : []),
      ...files,
      ...extra,
    ],
  };
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
 * @param {Occasion} [occasion]
 * @returns {ReadonlyArray<ReadonlyArray<Step>>}
 */
export const stepsFor = (args, occasion = "test") => {
  const known = [...checks, ...levels].map(({ name }) => name);
  const firstOther = args.findIndex((arg) => !known.includes(arg));
  const names = firstOther === -1 ? args : args.slice(0, firstOther);
  const extra = firstOther === -1 ? [] : args.slice(firstOther);
  /** @param {{ name: string }} step */
  const isAsked = ({ name }) => names.length === 0 || names.includes(name);
  const chosen = levels.filter(isAsked).filter(occursOn(occasion));
  /** @param {Level} level */
  const step = (level) => levelStep(level, occasion, extra);
  const slow = chosen.filter(({ quick }) => !quick);
  const searched = chosen.some(({ name }) => ["host", "engine"].includes(name));
  const groups = [
    [...(occasion === "test" ? checks.filter(isAsked) : []), ...chosen.filter(({ quick }) => quick).map(step)],
    ...slow.map((level) => [step(level)]),
    searched ? [leaks(extra.length > 0 || occasion !== "test")] : [],
  ];
  return groups.filter((group) => group.length > 0);
};
