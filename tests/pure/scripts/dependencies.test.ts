import { expect } from "chai";
import { disagreement } from "../../../scripts/lib/dependencies.mjs";

const linux = { os: "linux", cpu: "x64" };
const mocha = { version: "11.8.0", integrity: "sha512-a" };
const lock = {
  packages: {
    "": {},
    "node_modules/mocha": mocha,
    "node_modules/esbuild-linux": {
      version: "1.0.0",
      integrity: "sha512-b",
      optional: true,
      os: ["linux"],
      cpu: ["x64"],
    },
    "node_modules/esbuild-mac": {
      version: "1.0.0",
      integrity: "sha512-c",
      optional: true,
      os: ["darwin"],
      cpu: ["x64"],
    },
    "node_modules/quickstart": { link: true },
  },
};
const { "": _root, "node_modules/esbuild-mac": _mac, ...installed } = lock.packages;

describe("the dependencies", () => {
  it("agree with the lock file when all is installed but what is made for other platforms", () => {
    expect(disagreement(lock, { packages: installed }, linux)).to.equal(undefined);
  });

  it("disagree before the first install and after one that was interrupted", () => {
    expect(disagreement(lock, undefined, linux)).to.equal("nothing is installed");
  });

  it("disagree when they were installed on another platform", () => {
    expect(disagreement(lock, { packages: installed }, { os: "darwin", cpu: "x64" })).to.equal(
      "node_modules/esbuild-mac is missing",
    );
  });

  it("disagree when a package is missing, of another version, of other content, or left over", () => {
    const { "node_modules/mocha": _mocha, ...without } = installed;
    const variants = [
      without,
      { ...installed, "node_modules/mocha": { ...mocha, version: "11.7.0" } },
      { ...installed, "node_modules/mocha": { ...mocha, integrity: "sha512-x" } },
      { ...installed, "node_modules/jest": { version: "30.0.0" } },
    ];
    expect(variants.map((packages) => disagreement(lock, { packages }, linux))).to.deep.equal([
      "node_modules/mocha is missing",
      "node_modules/mocha is another version",
      "node_modules/mocha is another version",
      "node_modules/jest is not in the lock file",
    ]);
  });
});
