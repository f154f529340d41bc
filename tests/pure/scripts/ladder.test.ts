import { expect } from "chai";
import { firstThatWorks } from "../../../scripts/lib/ladder.mjs";

type Attempt = () => Promise<{ found: string } | { why: string }>;
const rung = (name: string, attempt: Attempt): { name: string; attempt: Attempt } => ({ name, attempt });

describe("the ladder", () => {
  it("stops at the first rung that works", async () => {
    const result = await firstThatWorks([
      rung("the PATH", async () => ({ why: "nothing there" })),
      rung("the cache", async () => ({ found: "cached" })),
      rung("a build", () => Promise.reject(new Error("nobody should build"))),
    ]);
    expect(result).to.deep.equal({ found: "cached" });
  });

  it("says of each rung why it does not work, thrown or told", async () => {
    const result = await firstThatWorks([
      rung("the PATH", async () => ({ why: "v3.100.0 is older than v3.254.0" })),
      rung("the official release", () => Promise.reject(new Error("get.pulumi.com cannot be reached"))),
    ]);
    expect(result).to.deep.equal({
      whys: ["the PATH: v3.100.0 is older than v3.254.0", "the official release: get.pulumi.com cannot be reached"],
    });
  });
});
