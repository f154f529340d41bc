/**
 * Whether the engine is still there. This process outlives an engine that was killed, and what it sent then, after its
 * waits, would undo what a later command has done.
 */
import { connect } from "node:net";
import type { Task } from "fp-ts/Task";

/** An answer is good for so long: what leaves within that time of a kill was under way when it came. */
const goodForMs = 1_000;
const connectWithinMs = 1_000;

/** Only "nobody listens" says that it is gone; whatever else goes wrong says nothing of the engine. */
const listens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: connectWithinMs });
    const done = (there: boolean): void => {
      socket.destroy();
      resolve(there);
    };
    socket.once("connect", () => done(true));
    socket.once("timeout", () => done(true));
    socket.once("error", (error) => done(!("code" in error && error.code === "ECONNREFUSED")));
  });

/** An engine that was never seen is not missed. */
export const engineAlive = (address: string | undefined, now: () => number): Task<boolean> => {
  const [, host, port] = /^(.+):(\d+)$/.exec(address ?? "") ?? [];
  if (host === undefined || port === undefined) return () => Promise.resolve(true);
  let seenAt: number | undefined;
  return async () => {
    if (seenAt !== undefined && now() - seenAt < goodForMs) return true;
    const there = await listens(host.replace(/^\[|\]$/g, ""), Number(port));
    if (there) seenAt = now();
    return there || seenAt === undefined;
  };
};
