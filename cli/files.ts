/** Writing files whole or not at all: what stood there stays until all that is new is on the disk. */
import { lstat, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileTrouble } from "./trouble";

/** What stands in a file; none where there is no file. */
export const contentsOf = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, "utf8");
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
  readonly file: string;
  readonly temporary: string;
}

/**
 * Writes files into a folder that is made if need be. First all go to the disk beside their places, then each takes its
 * place: a disk that is full leaves everything as it was.
 * @throws Trouble that names the file
 */
export const writeFiles = async (folder: string, files: Readonly<Record<string, string>>): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw fileTrouble(`cannot make the folder ${folder}`, error);
  }
  const waiting: Waiting[] = [];
  const discard = (): Promise<unknown> =>
    Promise.allSettled(waiting.map(({ temporary }) => rm(temporary, { force: true })));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    const replaced = await isReplaced(file);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      if (replaced) {
        waiting.push({ file, temporary });
        await writeFile(temporary, text);
      } else await writeFile(file, text);
    } catch (error) {
      await discard();
      throw fileTrouble(`cannot write ${file}`, error);
    }
  }
  for (const { file, temporary } of waiting) {
    try {
      await rename(temporary, file);
    } catch (error) {
      await discard();
      throw fileTrouble(`cannot write ${file}`, error);
    }
  }
};

/** Writes one file. */
export const writeWhole = (file: string, text: string): Promise<void> =>
  writeFiles(path.dirname(file), { [path.basename(file)]: text });
