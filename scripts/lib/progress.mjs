// @ts-check
/**
 * Telling the person who waits what is being done. All of it goes to stderr, so that stdout stays for results.
 */
import { clearInterval, setInterval } from "node:timers";

/** @typedef {(line: string) => void} Say */

/** @type {Say} */
export const sayOnStderr = (line) => void process.stderr.write(`${line}\n`);

/**
 * `75_000` as `1 min 15 s`.
 * @param {number} milliseconds
 */
export const duration = (milliseconds) => {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/**
 * Says what begins, that it still goes on (every 15 s), and how long it took.
 * @template A
 * @param {Say} say
 * @param {string} what such as "Building the Pulumi CLI"
 * @param {() => Promise<A>} work
 * @returns {Promise<A>}
 */
export const withProgress = async (say, what, work) => {
  const start = Date.now();
  say(`${what} …`);
  const timer = setInterval(() => say(`${what} … (${duration(Date.now() - start)})`), 15_000);
  try {
    const result = await work();
    if (Date.now() - start >= 2_000) say(`${what}: done in ${duration(Date.now() - start)}.`);
    return result;
  } finally {
    clearInterval(timer);
  }
};
