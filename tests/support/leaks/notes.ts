/**
 * What the tests of a run have searched, noted in a folder that `npm test` names, so that its last check can look for
 * the same secrets in everything that was printed. Where no folder is named, nothing is noted.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as t from "io-ts";
import type { Secret } from "./secret";

/** What one search was for, and how many bytes it went through. */
export interface Note {
  readonly secrets: ReadonlyArray<Secret>;
  readonly bytes: number;
}

const Note = t.type({ secrets: t.array(t.type({ what: t.string, text: t.string })), bytes: t.number });

/** Names the folder with the evidence of a run: `notes`, and `printed` with a file for each check. */
export const evidenceVariable = "PULUMI_HUBSPOT_ASSOCIATIONS_EVIDENCE";

const notesIn = (evidence: string): string => path.join(evidence, "notes");

/** Notes a search. Each process has a file of its own, since several run at a time. */
export const note = (searched: Note): void => {
  const evidence = process.env[evidenceVariable];
  if (evidence === undefined) return;
  mkdirSync(notesIn(evidence), { recursive: true });
  appendFileSync(path.join(notesIn(evidence), `${process.pid}.jsonl`), `${JSON.stringify(searched)}\n`);
};

/** The notes of all processes. */
export const readNotes = (evidence: string): ReadonlyArray<Note> => {
  const folder = notesIn(evidence);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const lines = files.flatMap((file) => readFileSync(path.join(folder, file), "utf8").trimEnd().split("\n"));
  return lines.map((line) => {
    const value: unknown = JSON.parse(line);
    if (!Note.is(value)) throw new Error(`No note of a search: ${line.length} characters`);
    return value;
  });
};
