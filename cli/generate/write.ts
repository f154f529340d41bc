/**
 * Writes a project without overwriting what is not its own. A small file remembers what was written, so that the next
 * time a file that somebody changed is told from one that nobody did.
 */
import { createHash } from "node:crypto";
import path from "node:path";
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { contentsOf, writeFiles } from "../files";
import type { Io } from "../io";
import { Trouble } from "../trouble";

/** Remembers the files of the last time, each with a digest of its text. */
export const recordFile = ".pulumi-hubspot-associations.json";

const Record = t.type({ files: t.record(t.string, t.string) });

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

const readRecord = (text: string | undefined): ReadonlyMap<string, string> => {
  if (text === undefined) return new Map();
  try {
    const read = Record.decode(JSON.parse(text));
    return new Map(E.isRight(read) ? Object.entries(read.right.files) : []);
  } catch {
    return new Map();
  }
};

const recordText = (files: Readonly<Record<string, string>>): string =>
  `${JSON.stringify({ files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, digest(text)])) }, undefined, 2)}\n`;

/** What became of the files. */
export interface Written {
  readonly written: ReadonlyArray<string>;
  /** They were as they should be. */
  readonly unchanged: ReadonlyArray<string>;
  /** They are people's now, and stay. */
  readonly kept: ReadonlyArray<string>;
}

/**
 * @param files all files of the project
 * @param replaceable those that say what stands in the portal; the others, once written, are people's to change
 * @throws Trouble where a file would be overwritten that this command did not write, or that was changed since
 */
export const writeProject = async (
  place: Pick<Io, "cwd">,
  folder: string,
  files: Readonly<Record<string, string>>,
  replaceable: ReadonlyArray<string>,
  force: boolean,
): Promise<Written> => {
  const record = readRecord(await contentsOf(place, path.join(folder, recordFile)));
  const [toWrite, unchanged, kept, foreign]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const [name, text] of Object.entries(files)) {
    const standing = await contentsOf(place, path.join(folder, name));
    const before = record.get(name);
    if (standing === text) unchanged.push(name);
    else if (standing === undefined || force || before === digest(standing)) toWrite.push(name);
    else if (before !== undefined && !replaceable.includes(name)) kept.push(name);
    else foreign.push(name);
  }
  if (foreign.length > 0) {
    const are = foreign.length === 1 ? "is" : "are";
    throw new Trouble(
      `${folder} has files that would be overwritten, and ${foreign.join(", ")} ${are} not as this command wrote ${
        foreign.length === 1 ? "it" : "them"
      }; nothing was written: choose another folder with --out, or overwrite with --force`,
    );
  }
  const texts = Object.fromEntries(toWrite.map((name) => [name, files[name] ?? ""]));
  // What people changed is still remembered as it was written.
  const remembered = { ...files, ...Object.fromEntries(kept.map((name) => [name, ""])) };
  await writeFiles(place, folder, { ...texts, [recordFile]: recordText(remembered) });
  return { written: toWrite, unchanged, kept };
};
