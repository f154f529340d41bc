// @ts-check
/** A copy of the repository in which something may be broken: sources of its own, and the packages that are installed here. */
import { cp, mkdir, mkdtemp, readdir, readlink, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Not copied: what is not needed, and `node_modules`, which is linked. */
const leftOut = [".git", "node_modules", "coverage", path.join(".cache", "mutation")];

/**
 * The installed packages, one link each. Links among them that lead back into the repository lead into the copy.
 * @param {string} from
 * @param {string} to
 */
const linkPackages = async (from, to) => {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const there = path.join(from, entry.name);
    await symlink(entry.isSymbolicLink() ? await readlink(there) : there, path.join(to, entry.name));
  }
};

/**
 * Copies the repository as it stands, changes that are not committed included.
 * @param {string} repository
 * @returns {Promise<{ readonly root: string, readonly remove: () => Promise<void> }>}
 */
export const copyOf = async (repository) => {
  const root = await mkdtemp(path.join(await realpath(tmpdir()), "planted-"));
  const ignored = leftOut.map((name) => path.join(repository, name));
  await cp(repository, root, { recursive: true, verbatimSymlinks: true, filter: (file) => !ignored.includes(file) });
  await linkPackages(path.join(repository, "node_modules"), path.join(root, "node_modules"));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
};
