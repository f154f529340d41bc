import { expect } from "chai";
import { isAtLeast, parseVersion } from "../../../../cli/doctor/version";

describe("a version", () => {
  for (const [text, version] of [
    ["20.20.2", [20, 20, 2]],
    ["v3.259.0\n", [3, 259, 0]],
    ["3.254.0-alpha.1", [3, 254, -0.5]],
    ["no version", undefined],
  ] as const)
    it(`is read from ${JSON.stringify(text)}`, () => expect(parseVersion(text)).to.deep.equal(version));

  for (const [version, least, fits] of [
    [[3, 254, 0], [3, 254, 0], true],
    [[3, 254, -0.5], [3, 254, 0], false],
    [[3, 253, 9], [3, 254, 0], false],
    [[4, 0, 0], [3, 254, 0], true],
    [[2, 999, 0], [3, 254, 0], false],
  ] as const)
    it(`${version.join(".")} is ${fits ? "" : "not "}at least ${least.join(".")}`, () =>
      expect(isAtLeast(version, least)).to.equal(fits));
});
