import { expect } from "chai";
import { isAtLeast, parseVersion } from "../../../scripts/lib/versions.mjs";

describe("versions", () => {
  it("are read from what pulumi, node and go print", () => {
    const printed = ["v3.259.0\n", "v20.20.2", "go version go1.26.8 linux/amd64", "go version go1.26 darwin/arm64"];
    expect(printed.map(parseVersion)).to.deep.equal([
      [3, 259, 0],
      [20, 20, 2],
      [1, 26, 8],
      [1, 26, 0],
    ]);
  });

  it("are not read where there is none", () => {
    expect(parseVersion("no version set")).to.equal(undefined);
    expect(parseVersion("")).to.equal(undefined);
  });

  it("of a pre-release stand before the release and after what came before it", () => {
    const beta = parseVersion("v3.254.0-beta.1") ?? [0, 0, 0];
    expect(isAtLeast(beta, [3, 254, 0])).to.equal(false);
    expect(isAtLeast(beta, [3, 253, 9])).to.equal(true);
    expect(isAtLeast(parseVersion("go1.27rc1") ?? [0, 0, 0], [1, 26, 8])).to.equal(true);
  });

  it("compare number by number", () => {
    expect(isAtLeast([3, 254, 0], [3, 254, 0])).to.equal(true);
    expect(isAtLeast([3, 1000, 0], [3, 254, 0])).to.equal(true);
    expect(isAtLeast([3, 253, 99], [3, 254, 0])).to.equal(false);
    expect(isAtLeast([2, 999, 0], [3, 254, 0])).to.equal(false);
    expect(isAtLeast([4, 0, 0], [3, 254, 9])).to.equal(true);
  });
});
