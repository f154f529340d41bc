// @ts-check
/**
 * One at a time: a lock that two runs of the set-up share, and that a killed run does not keep for ever.
 * The lock is a folder with its owner written inside; renaming it into place takes it, in one step.
 */
import { mkdir, mkdtemp, readFile, rename, rm, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout as sleep } from "node:timers/promises";
import { withProgress } from "./progress.mjs";

/**
 * @typedef {object} Owner
 * @property {string} id tells one holder from the next
 * @property {string} host
 * @property {number} pid
 * @property {ReadonlyArray<number>} workers programs that the owner started, and that may outlive it
 */

const beatEvery = 5_000;

/**
 * Whether nobody holds a lock any more: neither its owner nor what the owner started is alive. A process id may
 * have gone to somebody else since, so an owner that has given no sign for ten minutes counts as gone; one on
 * another machine, whose processes cannot be seen, after one minute.
 * @param {Owner} owner
 * @param {{ host: string, silentFor: number, isAlive: (pid: number) => boolean }} seen `silentFor` in milliseconds
 */
export const isAbandoned = (owner, { host, silentFor, isAlive }) =>
  owner.host === host ? silentFor > 600_000 || ![owner.pid, ...owner.workers].some(isAlive) : silentFor > 60_000;

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** @param {string} folder */
const ownerFile = (folder) => path.join(folder, "owner.json");

/**
 * @param {string} folder
 * @returns {Promise<{ owner: Owner, abandoned: boolean } | undefined>} undefined where the lock is free
 */
const look = async (folder) => {
  /** @param {number} since */
  const silence = (since) => Date.now() - since;
  const stats = await stat(ownerFile(folder)).catch(() => undefined);
  if (stats === undefined) return undefined;
  try {
    /** @type {Owner} */
    const owner = JSON.parse(await readFile(ownerFile(folder), "utf8"));
    return { owner, abandoned: isAbandoned(owner, { host: hostname(), silentFor: silence(stats.mtimeMs), isAlive }) };
  } catch {
    // Nobody writes half a file here: this is what a crash of the machine leaves, or a lock just given back.
    const owner = { id: "", host: "", pid: 0, workers: [] };
    return { owner, abandoned: silence(stats.mtimeMs) > 10_000 };
  }
};

/**
 * Frees a lock in one step. Emptying the folder where it stands would let somebody take it half-way.
 * @param {string} folder
 */
const free = async (folder) => {
  const bin = await mkdtemp(`${folder}.`);
  await rename(folder, path.join(bin, "freed")).catch(() => {});
  await rm(bin, { recursive: true, force: true });
};

/**
 * Clears an abandoned lock away. A second folder is held meanwhile, so that two who both saw the old owner do not
 * clear away the new one's lock.
 * @param {string} folder
 * @param {string} ownerId
 */
const clear = async (folder, ownerId) => {
  const broom = `${folder}.clearing`;
  try {
    await mkdir(broom);
  } catch {
    const left = await stat(broom).catch(() => undefined);
    if (left !== undefined && Date.now() - left.mtimeMs > 10_000) await rm(broom, { recursive: true, force: true });
    return;
  }
  try {
    const now = await look(folder);
    if (now !== undefined && now.owner.id === ownerId && now.abandoned) await free(folder);
  } finally {
    await rm(broom, { recursive: true, force: true });
  }
};

/**
 * @param {string} folder
 * @param {string} own a folder with the owner inside, beside `folder`
 */
const take = (folder, own) =>
  rename(own, folder).then(
    () => true,
    () => false,
  );

/**
 * @param {string} folder
 * @param {string} own
 */
const waitUntilTaken = async (folder, own) => {
  while (!(await take(folder, own))) {
    const seen = await look(folder);
    if (seen === undefined) await rmdir(folder).catch(() => {});
    else if (seen.abandoned) await clear(folder, seen.owner.id);
    await sleep(100);
  }
};

/**
 * @param {string} folder
 * @param {import("./progress.mjs").Say} say
 * @param {Owner} owner
 */
const acquire = async (folder, say, owner) => {
  await mkdir(path.dirname(folder), { recursive: true });
  const own = await mkdtemp(`${folder}.`);
  try {
    await writeFile(ownerFile(own), JSON.stringify(owner));
    if (await take(folder, own)) return;
    const seen = await look(folder);
    if (seen === undefined || seen.abandoned) return await waitUntilTaken(folder, own);
    const whose = `Waiting for another set-up (process ${seen.owner.pid}, lock ${folder})`;
    await withProgress(say, whose, () => waitUntilTaken(folder, own));
  } finally {
    await rm(own, { recursive: true, force: true });
  }
};

/**
 * @param {string} folder
 * @param {string} text
 */
const note = async (folder, text) => {
  await writeFile(`${ownerFile(folder)}.new`, text);
  await rename(`${ownerFile(folder)}.new`, ownerFile(folder));
};

/**
 * Does `work` while no other process does any under the same folder name.
 * @template A
 * @param {string} folder
 * @param {import("./progress.mjs").Say} say
 * @param {(onStart: (pid: number) => void) => Promise<A>} work `onStart` notes a program that was started: should we
 *   be killed, the next one waits for it to end
 * @returns {Promise<A>}
 */
export const locked = async (folder, say, work) => {
  /** @type {Owner} */
  const owner = {
    id: `${process.pid}-${Date.now()}-${Math.random()}`,
    host: hostname(),
    pid: process.pid,
    workers: [],
  };
  await acquire(folder, say, owner);
  const beat = setInterval(() => void utimes(ownerFile(folder), new Date(), new Date()).catch(() => {}), beatEvery);
  /** @type {number[]} */
  const workers = [];
  let noted = Promise.resolve();
  /** @param {number} pid */
  const onStart = (pid) => {
    workers.push(pid);
    const text = JSON.stringify({ ...owner, workers });
    noted = noted.then(() => note(folder, text)).catch(() => {});
  };
  try {
    return await work(onStart);
  } finally {
    clearInterval(beat);
    await noted;
    if ((await look(folder))?.owner.id === owner.id) await free(folder);
  }
};
