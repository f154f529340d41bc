/** How a command speaks: results on stdout, talk on stderr, and signs of life where something takes longer. */
import type { Io } from "./io";
import { fileTrouble, Trouble } from "./trouble";

const asLines = (text: string): string => (text.endsWith("\n") || text === "" ? text : `${text}\n`);

/** Writes a result; waits until it is out, so that nothing is lost when the process ends. */
export const print = ({ stdout }: Io, text: string): Promise<void> =>
  stdout.write(asLines(text)).catch((error: unknown) => {
    throw error instanceof Error && "code" in error && error.code === "EPIPE"
      ? new Trouble("the output was closed before all of it was written; run again without closing it early")
      : fileTrouble("cannot write the output", error);
  });

/** JSON for programs, with the same bytes for the same value. */
export const printJson = (io: Io, value: unknown): Promise<void> =>
  print(io, `${JSON.stringify(value, undefined, 2)}\n`);

/** Says something to the person who is there. Never fails: a stderr that is closed takes nothing. */
export const say = ({ stderr }: Pick<Io, "stderr">, text: string): Promise<void> =>
  stderr.write(asLines(text)).catch(() => undefined);

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

const eraseLine = "\r\x1b[K";

/** On a terminal one line that is rewritten, elsewhere a line now and then; nothing before the first second is over. */
export const progress = ({ stderr, time: { now } }: Pick<Io, "stderr" | "time">): Progress => {
  const show = (text: string): void => void stderr.write(text).catch(() => undefined);
  const rewrites = stderr.isTerminal;
  let next = now() + quietMs;
  let shown = false;
  return {
    update: (text) => {
      if (now() < next) return;
      shown = true;
      next = now() + (rewrites ? 100 : lineEveryMs);
      show(rewrites ? `${eraseLine}${text}` : `${text}\n`);
    },
    end: () => {
      if (shown && rewrites) show(eraseLine);
    },
  };
};
