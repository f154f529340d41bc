/** The example programs as they stand, from nothing to done, without a difference afterwards, and back to nothing. */
import { expect } from "chai";
import { readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";
import { repository } from "./harness";
import { failed, ok, stories } from "./support/story";

/** The program of an example in JavaScript, kept apart from what the story puts before it. */
const programOf = async (name: string): Promise<string> => {
  const source = await readFile(path.join(repository, "examples", name, "index.ts"), "utf8");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  return `((exports) => {\n${outputText}\n})(exports);`;
};

describe("the example", () => {
  const begin = stories();

  it("object-model makes a whole portal's labels and limits, has nothing left to do, and leaves nothing", async () => {
    const story = await begin({ program: await programOf("object-model"), portal: { nextTypeId: 50 } });
    await ok(story.up());
    const names = story.labels().map((label) => label.replace(/:.*/, ""));
    expect([...names].sort()).to.deep.equal(["decision_maker", "manager", "reseller", "signatory"]);
    const { "contacts/companies 279": most, "contacts/companies 1": primary } = story.limits();
    expect([most, primary, Object.keys(story.limits()).length]).to.deep.equal([5, 1, 13]);
    expect((await story.up("--expect-no-changes")).told.requests).to.deep.equal([]);
    expect(Object.keys(await story.outputs())).to.deep.equal(["decisionMaker"]);

    await ok(story.destroy());
    expect([story.labels(), story.limits()]).to.deep.equal([[], {}]);
  });

  it("labels-and-limits makes a label with the limits of both directions, and protects it", async () => {
    const story = await begin({ program: await programOf("labels-and-limits"), portal: { nextTypeId: 50 } });
    await ok(story.up());
    expect(story.labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decision maker | 51 Decided by"]);
    expect(story.limits()).to.deep.equal({
      "contacts/companies 279": 5,
      "contacts/companies USER_DEFINED 50": 2,
      "contacts/companies 1": 1,
      "companies/contacts 280": 500,
      "companies/contacts USER_DEFINED 51": 3,
    });
    expect(await story.outputs()).to.deep.equal({ typeIds: { contactToCompany: 50, companyToContact: 51 } });

    const destroy = await failed(story.destroy());
    expect(destroy.output).to.contain("cannot be deleted\n    because it is protected");
    expect(story.labels().length).to.equal(1);
    await ok(story.run("state", "unprotect", "--all", "--yes"));
    await ok(story.destroy());
    expect([story.labels(), story.limits()]).to.deep.equal([[], {}]);
  });
});
