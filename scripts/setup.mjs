// @ts-check
/**
 * `npm run setup`: makes a clone ready, whatever state it is in: dependencies as the lock file has them, the package
 * built, the Pulumi CLI at hand. Does nothing, quickly, where all is done. May be killed at any point and run again,
 * and twice at once. Plain Node, since nothing may be installed yet.
 */
import path from "node:path";
import { build, isBuilt } from "./build.mjs";
import { dependenciesDisagree, installDependencies } from "./lib/dependencies.mjs";
import { locked } from "./lib/lock.mjs";
import { sayOnStderr } from "./lib/progress.mjs";
import { findPulumi } from "./lib/pulumi.mjs";
import { isMain, repositoryLock, root } from "./lib/root.mjs";
import { isAtLeast, parseVersion } from "./lib/versions.mjs";

const neededNode = /** @type {const} */ ([20, 0, 0]);

const requireNode = () => {
  const version = parseVersion(process.version);
  if (version !== undefined && isAtLeast(version, neededNode)) return;
  throw new Error(`Node ${neededNode[0]} or newer is needed, and this is ${process.version}: https://nodejs.org/`);
};

/**
 * Makes everything ready but the Pulumi CLI.
 * @param {import("./lib/progress.mjs").Say} say
 */
export const prepareRepository = async (say) => {
  if ((await dependenciesDisagree(root)) === undefined && (await isBuilt())) return;
  await locked(repositoryLock, say, async (onStart) => {
    if ((await dependenciesDisagree(root)) !== undefined) await installDependencies(root, say, onStart);
    await build(say, onStart);
  });
};

/**
 * Makes everything ready.
 * @param {{ readonly quiet?: boolean }} [options] `quiet` says nothing, however long it takes
 * @returns {Promise<{ readonly pulumi: string, readonly path: string }>} the folder of the Pulumi CLI, and the PATH on
 *   which it comes first (the user's own PATH where it is found there already)
 */
export const setup = async ({ quiet = false } = {}) => {
  const say = quiet ? () => {} : sayOnStderr;
  requireNode();
  await prepareRepository(say);
  const { folder, own } = await findPulumi(say);
  const before = process.env["PATH"] ?? "";
  return { pulumi: folder, path: own ? [folder, before].join(path.delimiter) : before };
};

if (isMain(import.meta.url)) {
  setup().then(
    ({ pulumi }) => console.log(`Ready. The Pulumi CLI is in ${pulumi}`),
    (error) => {
      sayOnStderr(error.message);
      process.exitCode = 1;
    },
  );
}
