/**
 * Ends a process whose engine is gone. It has nobody to serve any more, and nobody is left to end it: it would stay for
 * as long as the machine runs.
 */
import type { Task } from "fp-ts/Task";

const lookEveryMs = 2_000;
/** Once may be chance. */
const missedInARow = 2;

/**
 * Looks after the engine from now on. The process may end meanwhile by itself; whoever waits here does not hold it up.
 * @param engineAlive false only where an engine that was there no longer listens; one that is slow is there
 * @returns stops looking
 */
export const watchEngine = (engineAlive: Task<boolean>, end: () => void, everyMs = lookEveryMs): (() => void) => {
  let missed = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async (): Promise<void> => {
    missed = (await engineAlive()) ? 0 : missed + 1;
    if (isStopped) return;
    if (missed === missedInARow) return end();
    timer = setTimeout(() => void look(), everyMs).unref();
  };
  void look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
};
