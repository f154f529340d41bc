/**
 * The last check of `npm test`: no secret that a test has used stands in anything that the checks have printed. With
 * `--may-be-nothing`, a run whose tests have searched for no secret is good too.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { evidenceVariable, readNotes } from "./support/leaks/notes";
import { verdictOn } from "./support/leaks/verdict";

const judge = async (evidence: string, mayBeNothing: boolean): Promise<void> => {
  const folder = path.join(evidence, "printed");
  const printed = (await readdir(folder)).map(async (name) => ({
    where: `what ${name} printed`,
    bytes: await readFile(path.join(folder, name)),
  }));
  const notes = readNotes(evidence);
  const { good, text } = verdictOn(notes, await Promise.all(printed));
  console.log(text);
  process.exitCode = good || (notes.length === 0 && mayBeNothing) ? 0 : 1;
};

const evidence = process.env[evidenceVariable];
if (evidence === undefined) throw new Error(`${evidenceVariable} names no folder`);
void judge(evidence, process.argv.includes("--may-be-nothing"));
