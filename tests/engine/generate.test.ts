/** An existing portal brought in from the seed `demo`; `generate.night.test.ts` brings in the large one. */
import { readFile, writeFile } from "node:fs/promises";
import { expect } from "chai";
import { existingPortals, good, inFolder } from "./support/existingPortal";

describe("an existing portal", function () {
  this.timeout(600_000);
  const { begin, generate, comesInAndIsLeft } = existingPortals();

  it("of the seed demo comes in without a difference, changes as its program does, and is left as it was", () =>
    comesInAndIsLeft({ seed: "demo", by: "npm", resources: 59, most: 41 + 8 + 5 }));

  it("that is read again unchanged gives the same bytes, and files of others stay", async () => {
    const brought = await begin("demo");
    const { stack } = brought;
    const texts = async (): Promise<ReadonlyArray<string>> =>
      Promise.all(["index.ts", "import.json", "README.md"].map((name) => readFile(inFolder(stack, name), "utf8")));
    await good(generate(brought));
    const first = await texts();
    expect((await good(generate(brought))).stdout).to.contain("is as it should be already");
    expect(await texts()).to.deep.equal(first);

    await writeFile(inFolder(stack, "index.ts"), "// somebody's own\n");
    const refused = await generate(brought);
    expect([refused.code, refused.stdout]).to.deep.equal([2, ""]);
    expect(refused.stderr).to.match(
      /^error: \S+ has files that would be overwritten, and index\.ts is not as this command wrote it; nothing was written: .*--force\n$/,
    );
    expect(await readFile(inFolder(stack, "index.ts"), "utf8")).to.equal("// somebody's own\n");
  });
});
