// @ts-check
/**
 * The Pulumi CLI: one on the PATH that is new enough, else one kept in a cache of our own, else the official release,
 * else built from its Go modules. Nobody's Pulumi home, login or stacks are touched, and nothing is installed.
 *
 * A usable CLI is three programs: `pulumi`, the language host beside it, and the script that starts dynamic providers.
 */
import { access, constants, mkdir, mkdtemp, readdir, realpath, rename, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { buildFromModules } from "./pulumiModules.mjs";
import { downloadRelease } from "./pulumiRelease.mjs";
import { firstThatWorks } from "./ladder.mjs";
import { locked } from "./lock.mjs";
import { run } from "./processes.mjs";
import { minimumVersion, pinnedVersion, programs } from "./pulumiPrograms.mjs";
import { isAtLeast, parseVersion } from "./versions.mjs";

/** @typedef {import("./progress.mjs").Say} Say */
/** @typedef {import("./versions.mjs").Version} Version */

/**
 * The folder for what takes long to get, one for each user.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
export const cacheFolder = (env, home) =>
  env["PULUMI_HUBSPOT_ASSOCIATIONS_CACHE"] ||
  path.join(
    env["XDG_CACHE_HOME"] || (home === "" ? tmpdir() : path.join(home, ".cache")),
    "pulumi-hubspot-associations",
  );

/**
 * Why a CLI with this version will not do, or undefined.
 * @param {Version | undefined} version
 */
export const unusable = (version) => {
  if (version === undefined) return "its version cannot be read";
  if (!isAtLeast(version, minimumVersion)) return `v${version.join(".")} is older than v${minimumVersion.join(".")}`;
  return version[0] === minimumVersion[0] ? undefined : `v${version.join(".")} is a newer major version`;
};

/** @param {string} file */
const isExecutable = (file) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/**
 * @param {ReadonlyArray<string>} folders
 * @param {string} program
 */
const whichIn = async (folders, program) => {
  for (const folder of folders) {
    if (folder !== "" && (await isExecutable(path.join(folder, program)))) return path.join(folder, program);
  }
  return undefined;
};

/**
 * Asks a CLI for its version, with a Pulumi home that is thrown away.
 * @param {string} pulumi
 */
const versionOf = async (pulumi) => {
  const home = await mkdtemp(path.join(tmpdir(), "pulumi-version-"));
  try {
    const env = { ...process.env, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" };
    const { code, output } = await run(pulumi, ["version"], { env, timeout: 20_000 });
    return code === 0 ? parseVersion(output) : undefined;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};

/**
 * The CLI that the user has.
 * @param {NodeJS.ProcessEnv} env
 */
export const onPath = async (env) => {
  const folders = (env["PATH"] ?? "").split(path.delimiter);
  const there = await whichIn(folders, programs.pulumi);
  if (there === undefined) return { why: "no pulumi there" };
  const why = unusable(await versionOf(there));
  if (why !== undefined) return { why: `${there}: ${why}` };
  const beside = path.dirname(await realpath(there));
  for (const other of [programs.languageHost, programs.dynamicProvider]) {
    if ((await whichIn([...folders, beside], other)) === undefined) return { why: `${there} comes without ${other}` };
  }
  return { found: path.dirname(there) };
};

/**
 * A folder that holds the three programs, as downloaded or built by us.
 * @param {string} folder
 */
export const inFolder = async (folder) => {
  for (const program of Object.values(programs)) {
    if (!(await isExecutable(path.join(folder, program)))) return { why: `no ${program} in ${folder}` };
  }
  const version = await versionOf(path.join(folder, programs.pulumi));
  if (version?.join(".") !== pinnedVersion) return { why: `${folder} does not hold a working v${pinnedVersion}` };
  return { found: folder };
};

/**
 * Lets `make` fill a new folder, proves that it works, and puts it in place in one step.
 * @param {string} folder
 * @param {(making: string) => Promise<void>} make rejects with the reason where it cannot
 */
const made = async (folder, make) => {
  const making = await mkdtemp(`${folder}.making-`);
  try {
    const bin = path.join(making, "bin");
    await mkdir(bin);
    await make(making);
    const proven = await inFolder(bin);
    if ("why" in proven) return proven;
    await rm(folder, { recursive: true, force: true });
    await rename(bin, folder);
    return { found: folder };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
};

/**
 * What a run that was killed has left behind. The caller holds the lock, so nobody is at work on it.
 * @param {string} folder
 */
const removeLeftovers = async (folder) => {
  const leftovers = `${path.basename(folder)}.making-`;
  for (const name of await readdir(path.dirname(folder))) {
    if (name.startsWith(leftovers)) await rm(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
};

const howToInstall = `Install the Pulumi CLI v${minimumVersion.join(".")} or newer and run this again:
    https://www.pulumi.com/docs/install/
  or, with Go >= 1.21 on the PATH, it is built from its modules.`;

/** @returns {string} the user's home, "" where there is none */
const home = () => {
  try {
    return homedir();
  } catch {
    return "";
  }
};

/**
 * Finds the CLI, or gets it.
 * @param {Say} say
 * @returns {Promise<{ readonly folder: string, readonly own: boolean }>} `own` where it is ours, in the cache
 */
export const findPulumi = async (say) => {
  const cache = cacheFolder(process.env, home());
  const folder = path.join(cache, `pulumi-v${pinnedVersion}-${process.platform}-${process.arch}`);
  const cached = { name: "the cache", attempt: () => inFolder(folder) };
  const there = await firstThatWorks([{ name: "the PATH", attempt: () => onPath(process.env) }, cached]);
  if ("found" in there) return { folder: there.found, own: there.found === folder };
  await mkdir(cache, { recursive: true }).catch((error) => {
    throw new Error(`${error.message}. Another folder may be named in PULUMI_HUBSPOT_ASSOCIATIONS_CACHE.`);
  });
  const got = await locked(`${folder}.lock`, say, async (onStart) => {
    await removeLeftovers(folder);
    return firstThatWorks([
      cached,
      { name: "the official release", attempt: () => made(folder, (making) => downloadRelease(making, say, onStart)) },
      {
        name: "its Go modules",
        attempt: () => made(folder, (making) => buildFromModules(making, cache, say, onStart)),
      },
    ]);
  });
  if ("found" in got) return { folder, own: true };
  const whys = [...there.whys.slice(0, 1), ...got.whys].map((why) => `  - ${why}`);
  throw new Error(["There is no Pulumi CLI to work with:", ...whys, howToInstall].join("\n"));
};
