/** Importing the SDK costs a program next to nothing: Pulumi's own SDK, which it has anyway, and a few small files. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect } from "chai";

const root = path.resolve(__dirname, "../../..");

describe("importing the SDK", () => {
  it("loads @pulumi/pulumi and the SDK's own files, nothing else", () => {
    const program = `
      require("@pulumi/pulumi");
      const before = new Set(Object.keys(require.cache));
      require("./sdk");
      console.log(JSON.stringify(Object.keys(require.cache).filter((file) => !before.has(file))));
    `;
    const loaded: unknown = JSON.parse(
      execFileSync(process.execPath, ["--require", "tsx/cjs", "--eval", program], { cwd: root, encoding: "utf8" }),
    );
    const files = Array.isArray(loaded) ? loaded.map((file) => path.relative(root, String(file))) : [];
    expect(files.sort()).to.deep.equal([
      "sdk/associationConfiguration.ts",
      "sdk/associationLabel.ts",
      "sdk/associationModel.ts",
      "sdk/associationModel/expand.ts",
      "sdk/associationModel/fields.ts",
      "sdk/associationModel/mistake.ts",
      "sdk/associationModel/read.ts",
      "sdk/associationModel/rules.ts",
      "sdk/associationTypes.ts",
      "sdk/dynamicResource.ts",
      "sdk/index.ts",
      "sdk/labelsOfProgram.ts",
      "sdk/lastTransformation.ts",
      "sdk/lookups.ts",
      "sdk/nearest.ts",
      "sdk/objectTypeName.ts",
      "sdk/objectTypes.ts",
      "sdk/pairsOfProgram.ts",
      "sdk/programError.ts",
      "sdk/provider.ts",
      "sdk/providerSettings.ts",
      "sdk/thisRun.ts",
    ]);
  });
});
