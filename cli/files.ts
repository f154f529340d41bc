/**
 * Reading files, and writing them whole or not at all: what stood there stays until all that is new is on the disk.
 * Relative paths begin in the command's folder; messages call a file as the user did.
 */
import { randomBytes } from "node:crypto";
import { lstat, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Io } from "./io";
import { fileTrouble } from "./trouble";

/** The folder in which relative paths begin. */
type Place = Pick<Io, "cwd">;

/** What stands in a file. */
export const textOf = ({ cwd }: Place, file: string): Promise<string> =>
  readFile(path.resolve(cwd, file), "utf8").catch((error: unknown) => {
    throw fileTrouble(`cannot read ${file}`, error);
  });

/** What stands in a file; none where there is no file. */
export const contentsOf = async ({ cwd }: Place, file: string): Promise<string | undefined> => {
  try {
    return await readFile(path.resolve(cwd, file), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw fileTrouble(`cannot read ${file}`, error);
  }
};

/** A device or a pipe takes what is written to it; anything else is replaced. */
const isReplaced = async (file: string): Promise<boolean> => {
  try {
    return (await lstat(await realpath(file))).isFile();
  } catch {
    return true;
  }
};

interface Waiting {
  /** As the user called it. */
  readonly file: string;
  readonly at: string;
  readonly temporary: string;
}

/**
 * Writes files into a folder that is made if need be. First all go to the disk beside their places, then each takes its
 * place: a disk that is full leaves everything as it was.
 * @throws Trouble that names the file
 */
export const writeFiles = async (
  { cwd }: Place,
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> => {
  try {
    await mkdir(path.resolve(cwd, folder), { recursive: true });
  } catch (error) {
    throw fileTrouble(`cannot make the folder ${folder}`, error);
  }
  const waiting: Waiting[] = [];
  const discard = (): Promise<unknown> =>
    Promise.allSettled(waiting.map(({ temporary }) => rm(temporary, { force: true })));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    const at = path.resolve(cwd, file);
    const replaced = await isReplaced(at);
    const temporary = `${at}.${randomBytes(6).toString("hex")}.tmp`;
    try {
      if (replaced) {
        waiting.push({ file, at, temporary });
        await writeFile(temporary, text);
      } else await writeFile(at, text);
    } catch (error) {
      await discard();
      throw fileTrouble(`cannot write ${file}`, error);
    }
  }
  for (const { file, at, temporary } of waiting) {
    try {
      await rename(temporary, at);
    } catch (error) {
      await discard();
      throw fileTrouble(`cannot write ${file}`, error);
    }
  }
};

/** Writes one file. */
export const writeWhole = (place: Place, file: string, text: string): Promise<void> =>
  writeFiles(place, path.dirname(file), { [path.basename(file)]: text });
