// @ts-check
/** What Stryker is told about a group. It changes a copy, and everything that it writes is in a folder that git ignores. */
import path from "node:path";

/** @typedef {import("./groups.mjs").Group} Group */

/** From the repository's root. */
export const folder = path.posix.join(".cache", "mutation");

/** @param {Group} group */
const stem = ({ name }) => path.posix.join(folder, name.replaceAll("/", "-"));

/** @param {Group} group */
export const optionsFile = (group) => `${stem(group)}.options.json`;

/** @param {Group} group */
export const reportFile = (group) => `${stem(group)}.report.json`;

/** @param {Group} group */
const incrementalFile = (group) => `${stem(group)}.incremental.json`;

/**
 * @param {Group} group
 * @param {number} concurrency
 * @returns {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export const strykerOptions = (group, concurrency) => ({
  mutate: [...group.files],
  testRunner: "mocha",
  plugins: ["@stryker-mutator/mocha-runner"],
  mochaOptions: { spec: [...group.specs], config: ".mocharc.json" },
  // Which tests reach a mutant is measured; one that is reached while files load is tried with every test of the group.
  coverageAnalysis: "perTest",
  ignoreStatic: false,
  incremental: true,
  incrementalFile: incrementalFile(group),
  reporters: ["json"],
  jsonReporter: { fileName: reportFile(group) },
  tempDirName: path.posix.join(folder, "copy"),
  cleanTempDir: "always",
  ignorePatterns: [
    "**",
    "!provider/**",
    "!sdk/**",
    "!cli/**",
    "!sandbox/**",
    "!data/**",
    "!tests/**",
    "!*.json",
    "!.mocharc.json",
  ],
  concurrency,
  disableTypeChecks: true,
  allowEmpty: false,
});
