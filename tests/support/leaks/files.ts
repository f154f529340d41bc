/** Files as evidence: their contents and their names, all that stands in a folder at any depth. Links lead elsewhere. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Evidence } from "./search";

/**
 * The files under a folder, named relative to it.
 * @param except those that may hold secrets, such as `program/index.js`
 */
export async function* filesUnder(folder: string, except: ReadonlyArray<string> = []): AsyncGenerator<Evidence> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const nameOf = (entry: (typeof entries)[number]): string =>
    path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/");
  yield { where: "the names of files", bytes: Buffer.from(entries.map(nameOf).join("\n")) };
  for (const entry of entries) {
    const where = nameOf(entry);
    if (entry.isFile() && !except.includes(where)) yield { where, bytes: await readFile(path.join(folder, where)) };
  }
}
