/** HubSpot's own object types as the SDK knows them: the data's, spelt as the provider spells them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import * as E from "fp-ts/Either";
import data from "../../../data/object-types.json";
import { normalizeObjectType } from "../../../provider/objectTypes";
import { normalizedObjectType } from "../../../sdk/objectTypeName";
import { objectTypes } from "../../../sdk/objectTypes";

const root = path.resolve(__dirname, "../../..");

const generate = (...args: string[]): { readonly status: number | null; readonly stderr: string } => {
  const script = path.join(root, "scripts/generate-object-types.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: "utf8" });
  return { status, stderr };
};

describe("objectTypes", () => {
  it("are those of the data, and the file is current", () => {
    expect(objectTypes).to.deep.equal(data.types);
    expect(generate("--check")).to.deep.equal({ status: 0, stderr: "" });
  });

  it("are called out where the file is not current", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "object-types-"));
    try {
      const out = path.join(folder, "stale.ts");
      writeFileSync(out, "export const objectTypes = [];\n");
      expect(generate("--check", "--out", out)).to.deep.equal({
        status: 1,
        stderr: `${path.relative(root, out)} is not current: run node scripts/generate-object-types.mjs\n`,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("have the provider's spelling, whatever is written for them", () => {
    for (const { objectTypeId, name, singular } of objectTypes) {
      const words = [objectTypeId, name, singular, name.replace(/_/g, " "), singular.replace(/_/g, "-")];
      for (const spelling of words.flatMap((word) => [word, word.toUpperCase(), ` ${word}\n`])) {
        expect(normalizeObjectType(spelling), spelling).to.deep.equal(E.right(name));
        expect(normalizedObjectType(spelling), spelling).to.equal(name);
      }
    }
  });

  it("leave every other one as it is written, trimmed", () => {
    for (const spelling of ["car", "Car", "2-1234567", "0-999", "p1234567_LeaseContract"]) {
      expect(normalizedObjectType(` ${spelling} `)).to.equal(spelling);
    }
  });
});
