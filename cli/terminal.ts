/** How a command speaks: results on stdout, talk on stderr, and signs of life where something takes longer. */
import { fileTrouble, Trouble } from "./trouble";

/** Writes a result; waits until it is out, so that nothing is lost when the process ends. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      const closed = "code" in error && error.code === "EPIPE";
      reject(
        closed
          ? new Trouble("the output was closed before all of it was written; run again without closing it early")
          : fileTrouble("cannot write the output", error),
      );
    };
    process.stdout.once("error", failed);
    process.stdout.write(text.endsWith("\n") || text === "" ? text : `${text}\n`, (error) => {
      if (error) return failed(error);
      process.stdout.off("error", failed);
      resolve();
    });
  });

/** JSON for programs, with the same bytes for the same value. */
export const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value, undefined, 2)}\n`);

/** Says something to the person who is there. A stderr that is closed takes nothing and fails nothing. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** What takes shorter than this needs no sign of life. */
const quietMs = 1_000;
/** Where no terminal rewrites its line, a new one comes this often. */
const lineEveryMs = 5_000;

/** Signs of life of one piece of work. */
export interface Progress {
  /** So much is done. */
  readonly update: (text: string) => void;
  /** It is over, well or not. */
  readonly end: () => void;
}

/** The clock and the stream, for tests. */
export interface ProgressSurroundings {
  readonly now: () => number;
  readonly stream: Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean };
}

const eraseLine = "\r\x1b[K";

/** On a terminal one line that is rewritten, elsewhere a line now and then; nothing before the first second is over. */
export const progress = (
  { now, stream }: ProgressSurroundings = { now: () => performance.now(), stream: process.stderr },
): Progress => {
  const rewrites = stream.isTTY === true;
  let next = now() + quietMs;
  let shown = false;
  return {
    update: (text) => {
      if (now() < next) return;
      shown = true;
      next = now() + (rewrites ? 100 : lineEveryMs);
      stream.write(rewrites ? `${eraseLine}${text}` : `${text}\n`);
    },
    end: () => {
      if (shown && rewrites) stream.write(eraseLine);
    },
  };
};
