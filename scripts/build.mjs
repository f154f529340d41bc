// @ts-check
/**
 * `npm run build`: compiles the package to `dist/` where its sources have changed. The new `dist/` is made beside the
 * old one and takes its place as a whole: nothing stale stays, and an interrupted build leaves the old one.
 */
import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { locked } from "./lib/lock.mjs";
import { run, tail } from "./lib/processes.mjs";
import { sayOnStderr, withProgress } from "./lib/progress.mjs";
import { isMain, repositoryLock, root, scratch } from "./lib/root.mjs";

const sourceFolders = ["sdk", "provider", "cli", "sandbox", "data"];
const commands = ["cli/bin.js"];
const stamp = path.join(scratch, "build.json");
const dist = path.join(root, "dist");

/**
 * @param {string} folder
 * @returns {Promise<ReadonlyArray<string>>} the files under it, relative to the root, sorted
 */
const filesUnder = async (folder) => {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
};

/** Everything the compiled package depends on, as one hash. */
const sourceHash = async () => {
  const hash = createHash("sha256");
  const sources = (await Promise.all(sourceFolders.map(filesUnder))).flat();
  const compiler = "node_modules/typescript/package.json";
  for (const file of ["tsconfig.json", "package.json", compiler, ...sources]) {
    hash
      .update(`${file}\0`)
      .update(await readFile(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
};

/** @returns {Promise<{ hash?: string, files?: ReadonlyArray<string> }>} what the last finished build noted */
const lastBuild = async () => {
  try {
    return JSON.parse(await readFile(stamp, "utf8"));
  } catch {
    return {};
  }
};

/** Whether `dist/` is what the present sources compile to. */
export const isBuilt = async () => {
  const { hash, files } = await lastBuild();
  if (hash === undefined || files === undefined) return false;
  const there = new Set(await filesUnder("dist"));
  return files.every((file) => there.has(file)) && hash === (await sourceHash());
};

/** @param {(pid: number) => void} onStart */
const compile = async (onStart) => {
  // Beside `dist` and at its depth, since source maps hold relative paths.
  const next = path.join(root, "dist.next");
  await rm(next, { recursive: true, force: true });
  const tsc = createRequire(path.join(root, "package.json")).resolve("typescript/bin/tsc");
  const args = [tsc, "-p", "tsconfig.json", "--outDir", next, "--noEmitOnError", "--pretty", "false"];
  const { code, output } = await run(process.execPath, args, { cwd: root, onStart });
  if (code !== 0) throw new Error(`The package does not compile:\n${tail(output, 40)}`);
  for (const command of commands) await chmod(path.join(next, command), 0o755).catch(() => {});
  const previous = path.join(root, "dist.previous");
  await rm(previous, { recursive: true, force: true });
  await rename(dist, previous).catch(() => {});
  await rename(next, dist);
  await rm(previous, { recursive: true, force: true });
};

/**
 * Builds where something has changed. The caller holds the repository's lock.
 * @param {import("./lib/progress.mjs").Say} say
 * @param {(pid: number) => void} onStart
 */
export const build = async (say, onStart) => {
  if (await isBuilt()) return;
  const hash = await sourceHash();
  await mkdir(scratch, { recursive: true });
  await rm(stamp, { force: true });
  await withProgress(say, "Building the package", () => compile(onStart));
  await writeFile(`${stamp}.new`, JSON.stringify({ hash, files: await filesUnder("dist") }));
  await rename(`${stamp}.new`, stamp);
};

if (isMain(import.meta.url)) {
  locked(repositoryLock, sayOnStderr, (onStart) => build(sayOnStderr, onStart)).catch((error) => {
    sayOnStderr(error.message);
    process.exitCode = 1;
  });
}
