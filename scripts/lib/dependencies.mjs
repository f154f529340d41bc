// @ts-check
/**
 * `node_modules` as the lock file has it. npm writes what it installed to `node_modules/.package-lock.json`, last of
 * all: comparing the two shows an install that was interrupted as well as one that is out of date.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { npmCommand, run, tail } from "./processes.mjs";
import { withProgress } from "./progress.mjs";

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {ReadonlyArray<string>} [os]
 * @property {ReadonlyArray<string>} [cpu]
 * @property {ReadonlyArray<string>} [libc]
 */
/** @typedef {{ readonly packages?: Readonly<Record<string, LockedPackage>> }} Lock */
/** @typedef {{ readonly os: string, readonly cpu: string }} Platform */

/**
 * Whether npm may leave a package out here. One that is optional and made for this platform must be there: without
 * it, its dependent (esbuild, for one) does not run.
 * @param {LockedPackage} wanted
 * @param {Platform} platform
 */
const mayBeMissing = (wanted, { os, cpu }) => {
  if (wanted.optional !== true && wanted.devOptional !== true) return false;
  const forHere = wanted.os?.includes(os) === true && wanted.cpu?.includes(cpu) !== false && wanted.libc === undefined;
  return !forHere;
};

/**
 * The first difference between a lock file and what is installed, or undefined where there is none.
 * @param {Lock} lock
 * @param {Lock | undefined} installed
 * @param {Platform} platform
 * @returns {string | undefined}
 */
export const disagreement = (lock, installed, platform) => {
  if (installed?.packages === undefined) return "nothing is installed";
  const has = installed.packages;
  const wants = Object.entries(lock.packages ?? {}).filter(([folder]) => folder !== "");
  for (const [folder, wanted] of wants) {
    const there = has[folder];
    if (there === undefined) {
      if (!mayBeMissing(wanted, platform)) return `${folder} is missing`;
    } else if (there.version !== wanted.version || there.integrity !== wanted.integrity) {
      return `${folder} is another version`;
    }
  }
  const extra = Object.keys(has).find((folder) => lock.packages?.[folder] === undefined);
  return extra === undefined ? undefined : `${extra} is not in the lock file`;
};

/**
 * @param {string} file
 * @returns {Promise<Lock | undefined>}
 */
const readLock = async (file) => {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
};

/**
 * @param {string} root
 * @returns {Promise<string | undefined>} what is wrong with `node_modules`
 */
export const dependenciesDisagree = async (root) => {
  const lock = await readLock(path.join(root, "package-lock.json"));
  if (lock === undefined) throw new Error(`${path.join(root, "package-lock.json")} cannot be read`);
  const installed = await readLock(path.join(root, "node_modules", ".package-lock.json"));
  return disagreement(lock, installed, { os: process.platform, cpu: process.arch });
};

/**
 * @param {string} root
 * @param {import("./progress.mjs").Say} say
 * @param {(pid: number) => void} onStart
 */
export const installDependencies = async (root, say, onStart) => {
  const npm = npmCommand(process.env);
  const args = [...npm.args, "ci", "--include=dev", "--no-audit", "--no-fund"];
  const { code, output } = await withProgress(say, "Installing dependencies (npm ci)", () =>
    run(npm.command, args, { cwd: root, onStart }),
  );
  if (code !== 0) throw new Error(`npm ci failed:\n${tail(output)}`);
};
