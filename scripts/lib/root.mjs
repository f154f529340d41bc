// @ts-check
/**
 * Where the repository is, the folder in it that may be deleted at any time, and what runs as a command.
 */
import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Git-ignored: locks, stamps. */
export const scratch = path.join(root, ".cache");

/** Held by whoever changes `node_modules` or `dist`. */
export const repositoryLock = path.join(scratch, "setup.lock");

/**
 * Whether a module is what `node` was asked to run, and not imported by another.
 * @param {string} url the module's `import.meta.url`
 */
export const isMain = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
