import { expect } from "chai";
import * as O from "fp-ts/Option";
import type { Cli } from "../../../../cli/doctor/facts";
import { checkCli, checkNode, checkPackage, checkSdk } from "../../../../cli/doctor/machine";
import type { Mark } from "../../../../cli/doctor/result";
import { machine } from "./helper";

describe("the check of Node", () => {
  it("is fine from 20 on", () => {
    expect(checkNode(machine)).to.deep.equal({ mark: "ok", says: "20.20.2" });
    expect(checkNode({ ...machine, node: "24.1.0" }).mark).to.equal("ok");
  });

  it("says how to mend an older one", () => {
    expect(checkNode({ ...machine, node: "18.19.0" })).to.deep.equal({
      mark: "problem",
      says: "18.19.0 is older than 20, which this package needs",
      mend: "install Node 20 or newer, from https://nodejs.org",
    });
  });
});

it("the check of this package tells its version", () =>
  expect(checkPackage(machine)).to.deep.equal({ mark: "ok", says: "0.1.0" }));

describe("the check of @pulumi/pulumi", () => {
  for (const [sdk, node, mark] of [
    ["3.216.0", "20.0.0", "ok"],
    ["3.215.9", "20.0.0", "problem"],
    ["4.0.0", "24.0.0", "problem"],
    ["a branch", "24.0.0", "problem"],
    ["3.248.0", "20.0.0", "ok"],
    ["3.249.0", "20.20.2", "problem"],
    ["3.249.0", "22.0.0", "ok"],
  ] as const)
    it(`${sdk} on Node ${node}: ${mark}`, () =>
      expect(checkSdk({ ...machine, sdk: O.some(sdk), node }).mark).to.equal(mark));

  it("says what does not fit, and what does", () => {
    expect(checkSdk({ ...machine, sdk: O.some("3.259.0") })).to.deep.equal({
      mark: "problem",
      says: "3.259.0 needs Node 22 or newer, and this is 20.20.2",
      mend: 'install Node 22 or newer, or npm install "@pulumi/pulumi@~3.248.0", the last for Node 20',
    });
  });

  it("where there is none, only a program would miss it", () => {
    expect(checkSdk({ ...machine, sdk: O.none })).to.deep.equal({
      mark: "warning",
      says: "none is installed for the current folder",
      mend: "run doctor in the folder of a program, or npm install @pulumi/pulumi there",
    });
  });
});

describe("the check of the Pulumi CLI", () => {
  const table: ReadonlyArray<readonly [Cli, Mark]> = [
    [{ _tag: "Found", version: "v3.254.0" }, "ok"],
    [{ _tag: "Found", version: "v3.253.9" }, "warning"],
    [{ _tag: "Found", version: "v4.0.0" }, "warning"],
    [{ _tag: "Found", version: "hello" }, "problem"],
    [{ _tag: "Missing" }, "problem"],
    [{ _tag: "Broken", why: "it ends with 1" }, "problem"],
  ];
  for (const [cli, mark] of table)
    it(`${JSON.stringify(cli)}: ${mark}`, () => expect(checkCli({ cli }).mark).to.equal(mark));

  it("says how to get one", () => {
    expect(checkCli({ cli: { _tag: "Missing" } })).to.deep.equal({
      mark: "problem",
      says: "there is no pulumi on the PATH",
      mend: "install the Pulumi CLI, from https://www.pulumi.com/docs/install/",
    });
  });
});
