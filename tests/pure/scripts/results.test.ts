import { expect } from "chai";
import { checkResult, isGood, lastLine, mochaResult, total } from "../../../scripts/lib/results.mjs";

describe("the results of a test run", () => {
  it("add up to one line", () => {
    const results = [checkResult(0), mochaResult(1, { passes: 40, failures: 2, pending: 1 }), checkResult(2)];
    expect(lastLine(total(results))).to.equal("41 passed, 3 failed");
  });

  it("have a failure where mocha ends badly without naming one", () => {
    expect(mochaResult(1, undefined)).to.deep.equal({ passed: 0, failed: 1 });
    expect(mochaResult(1, { passes: 3, failures: 0, pending: 0 })).to.deep.equal({ passed: 3, failed: 1 });
  });

  it("have a failure where a suite ran no test", () => {
    expect(mochaResult(0, { passes: 0, failures: 0, pending: 5 })).to.deep.equal({ passed: 0, failed: 1, pending: 5 });
  });

  it("are good only where something passed and nothing failed", () => {
    expect([total([]), checkResult(0), checkResult(1)].map(isGood)).to.deep.equal([false, true, false]);
  });
});
