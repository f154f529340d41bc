/** The catalogue: it says what the data say, and its file is what the data give. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import data from "../../../data/association-types.json";
import { associationTypes } from "../../../sdk";

const root = path.resolve(__dirname, "../../..");

const generate = (...args: string[]): { readonly status: number | null; readonly stderr: string } => {
  const script = path.join(root, "scripts/generate-association-types.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: "utf8" });
  return { status, stderr };
};

describe("associationTypes", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "association-types-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("has every HubSpot-defined type once", () => {
    const wanted = data.types.map(({ typeId }) => typeId).sort((a, b) => a - b);
    const found = Object.values(associationTypes);
    expect(wanted.length).to.equal(412);
    expect(found.map(({ typeId }): number => typeId).sort((a, b) => a - b)).to.deep.equal(wanted);
    expect(found.filter(({ category }) => category !== "HUBSPOT_DEFINED")).to.deep.equal([]);
  });

  it("names a type by its direction and its qualifiers", () => {
    expect({
      contactToCompany: associationTypes.contactToCompany.typeId,
      companyToContact: associationTypes.companyToContact.typeId,
      contactToCompanyPrimary: associationTypes.contactToCompanyPrimary.typeId,
      companyPrimaryToDeal: associationTypes.companyPrimaryToDeal.typeId,
      companyParentToCompanyChild: associationTypes.companyParentToCompanyChild.typeId,
      lineItemUpcomingToSubscription: associationTypes.lineItemUpcomingToSubscription.typeId,
    }).to.deep.equal({
      contactToCompany: 279,
      companyToContact: 280,
      contactToCompanyPrimary: 1,
      companyPrimaryToDeal: 6,
      companyParentToCompanyChild: 13,
      lineItemUpcomingToSubscription: 565,
    });
  });

  it("tells an editor each type's label and its direction", () => {
    const source = readFileSync(path.join(root, "sdk/associationTypes.ts"), "utf8");
    expect(source).to.include(
      `  /** "Contact to primary company": contacts (0-1) → companies (0-2). */\n` +
        `  contactToCompanyPrimary: { category: "HUBSPOT_DEFINED", typeId: 1 },\n`,
    );
  });

  it("is current", () => {
    expect(generate("--check")).to.deep.equal({ status: 0, stderr: "" });
  });

  it("is called out where it is not current", () => {
    const out = path.join(folder, "stale.ts");
    writeFileSync(out, "export const associationTypes = {};\n");
    expect(generate("--check", "--out", out)).to.deep.equal({
      status: 1,
      stderr: `${path.relative(root, out)} is not current: run node scripts/generate-association-types.mjs\n`,
    });
  });

  it("is not written where two types would have one name", () => {
    const file = path.join(folder, "data.json");
    const out = path.join(folder, "out.ts");
    const type = { from: "contact", to: "company", label: "Contact to company" };
    writeFileSync(file, JSON.stringify({ types: [279, 280].map((typeId) => ({ typeId, ...type })) }));
    expect(generate("--data", file, "--out", out)).to.deep.equal({
      status: 1,
      stderr: "Association types 279 and 280 would both be called contactToCompany.\n",
    });
    expect(() => readFileSync(out)).to.throw("ENOENT");
  });
});
