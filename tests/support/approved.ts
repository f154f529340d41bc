/** Outputs that somebody has looked at and approved, kept in files beside the tests. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";

const folder = join(__dirname, "../approved");

/** The text is the approved one; with PULUMI_HUBSPOT_ASSOCIATIONS_APPROVE=1 it becomes it. */
export const approved = (relativePath: string, text: string): void => {
  const file = join(folder, relativePath);
  if (process.env["PULUMI_HUBSPOT_ASSOCIATIONS_APPROVE"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).to.equal(readFileSync(file, "utf8"));
};
