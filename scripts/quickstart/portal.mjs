// @ts-check
/**
 * The portal of the quickstart: a sandbox in a process of its own, which ends when this one does, however that comes.
 */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "../lib/root.mjs";

/** @typedef {{ readonly from: string, readonly to: string, readonly category: string, readonly typeId: number, readonly maxToObjectIds: number }} Limit */
/** @typedef {{ readonly method: string, readonly path: string, readonly status: number | null, readonly requestBody?: unknown }} Request */

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ readonly url: string, readonly portalId: number, readonly accessToken: string }>}
 */
const announcement = (child) =>
  new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error("The sandbox has no output");
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line)));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The sandbox did not start; it ended with code ${code}`)));
  });

/** @param {Limit} limit */
const sortKey = ({ from, to, category, typeId }) => `${from}/${to}/${category}/${String(typeId).padStart(10, "0")}`;

/** The file of the built command, as those who install the package get it. */
const command = async () => {
  const { bin } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  return path.join(root, bin["pulumi-hubspot-associations"]);
};

/**
 * Starts a portal.
 * @param {string} seed a file with the state to start from
 */
export const startPortal = async (seed) => {
  const args = [await command(), "sandbox", "--port", "0", "--seed", seed, "--exit-on-stdin-end"];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "ignore"] });
  const { url, portalId, accessToken } = await announcement(child);

  /** @returns {Promise<unknown>} */
  const ask = async (/** @type {string} */ path) => (await fetch(`${url}/__sandbox/${path}`)).json();

  return {
    url,
    portalId,
    accessToken,

    /** @returns {Promise<ReadonlyArray<Limit>>} the limits that stand, in a lasting order */
    limits: async () => {
      const state = /** @type {{ portals: [{ limits: Limit[] }] }} */ (await ask("state"));
      return [...state.portals[0].limits].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    },

    /** @returns {Promise<ReadonlyArray<Request>>} what was asked of the portal after its first `since` requests */
    requests: async (since = 0) => {
      const journal = /** @type {{ requests: Request[] }} */ (await ask(`requests?since=${since}`));
      return journal.requests;
    },

    /**
     * Sets a limit the way any other program would.
     * @param {Limit} limit
     */
    setLimit: async ({ from, to, ...input }) => {
      const answer = await fetch(`${url}/crm/associations/v4/definitions/configurations/${from}/${to}/batch/update`, {
        method: "POST",
        headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
        body: JSON.stringify({ inputs: [input] }),
      });
      if (!answer.ok) throw new Error(`The portal refused a limit: ${await answer.text()}`);
    },

    /** @returns {Promise<void>} */
    stop: () =>
      new Promise((resolve) => {
        // Ctrl-C in a terminal reaches the sandbox too, and may have ended it already.
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.stdin.on("error", () => {}).end();
      }),
  };
};

/**
 * Whether a sandbox still answers there.
 * @param {string} url
 */
export const isRunning = async (url) => {
  try {
    const answer = await fetch(`${url}/__sandbox/state`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  } catch {
    return false;
  }
};
