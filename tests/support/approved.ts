/** Output that somebody has looked at and approved: a text that differs from its file fails the test. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

/** With `PULUMI_HUBSPOT_ASSOCIATIONS_APPROVE=1` the file is written instead, to be looked at before it is committed. */
export const approved = (relativePath: string, text: string): void => {
  const file = path.join(__dirname, "../approved", relativePath);
  if (process.env["PULUMI_HUBSPOT_ASSOCIATIONS_APPROVE"] === "1") {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).to.equal(existsSync(file) ? readFileSync(file, "utf8") : `nothing: ${file} is not there`);
};
