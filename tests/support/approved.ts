/**
 * Outputs that somebody has looked at and found good, in `tests/approved/`. Another output fails the test; after a change
 * that is meant, `PULUMI_HUBSPOT_ASSOCIATIONS_APPROVE=1` writes the new one, for `git diff` to show.
 */
import { expect } from "chai";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const folder = path.resolve(__dirname, "../approved");

/** Compares a text with the approved file of this name, such as `graph/demo.mmd`. */
export const expectApproved = async (name: string, text: string): Promise<void> => {
  const file = path.join(folder, name);
  if (process.env["PULUMI_HUBSPOT_ASSOCIATIONS_APPROVE"] === "1") {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    return;
  }
  const approved = await readFile(file, "utf8").catch(() => undefined);
  expect(text, `tests/approved/${name} (PULUMI_HUBSPOT_ASSOCIATIONS_APPROVE=1 writes it)`).to.equal(approved);
};
