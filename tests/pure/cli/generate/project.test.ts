/** What a generated project looks like, whole. */
import { expect } from "chai";
import { importFile, importFileText } from "../../../../cli/generate/importFile";
import { plan } from "../../../../cli/generate/plan";
import { programText } from "../../../../cli/generate/program";
import { projectFiles } from "../../../../cli/generate/project";
import { objectNames } from "../../../../cli/portal/objectNames";
import { AssociationConfiguration, AssociationLabel } from "../../../../sdk";
import { approved } from "../../../support/approved";
import { startProgram, valueOf } from "../../sdk/helper";
import { seedContent } from "../../../support/seedContent";

describe("a generated project", () => {
  it("of the seed demo is the approved one", async () => {
    const content = await seedContent("demo");
    const planned = plan(content);
    const project = { name: "crm", portalId: content.portalId, version: "1.2.3", leftOut: planned.leftOut };
    approved("generate/demo/index.ts.txt", programText(planned));
    approved("generate/demo/import.json", importFileText(importFile(planned, content)));
    for (const [name, text] of Object.entries(projectFiles(project))) approved(`generate/demo/${name}.txt`, text);
  });

  it("lists in its README what is not in it, each on one line", () => {
    const files = projectFiles({
      name: "crm",
      portalId: 111,
      version: "1.2.3",
      leftOut: [{ what: 'the label "a\nb"', why: "no reason" }],
    });
    expect(files["README.md"]).to.contain('## What is not in it\n\n- the label "a b": no reason\n');
  });

  it("holds the provider's text and the type tokens that the SDK's own classes register", async () => {
    const registered = await startProgram();
    const content = await seedContent("demo");
    const { resources } = importFile(plan(content), content);
    const one = new AssociationLabel("one", {
      fromObjectType: "deals",
      toObjectType: "deals",
      name: "one",
      label: "One",
    });
    const two = new AssociationConfiguration("two", {
      fromObjectType: "deals",
      toObjectType: "contacts",
      limits: [{ unlabeled: true, maxToObjectIds: 1 }],
    });
    await Promise.all([valueOf(one.urn), valueOf(two.urn)]);
    const textOf = (type: string, inputs: unknown): string =>
      `${type} ${typeof inputs === "object" && inputs !== null && "__provider" in inputs ? String(inputs.__provider) : ""}`;
    const seen = new Set(registered.map(({ type, inputs }) => textOf(type, inputs)));
    const written = new Set(resources.map(({ type, inputs }) => textOf(type, inputs)));
    expect([...written].sort()).to.deep.equal([...seen].sort());
  });
});

describe("names of object types", () => {
  const custom = [
    { objectTypeId: "2-1", name: "car", fullyQualifiedName: "p1_car" },
    { objectTypeId: "2-2", name: "Contact", fullyQualifiedName: "p1_Contact" },
    { objectTypeId: "2-3", name: "pet", fullyQualifiedName: "p1_pet" },
    { objectTypeId: "2-4", name: "Pet", fullyQualifiedName: "p1_Pet" },
    { objectTypeId: "2-5", name: "has-hyphen", fullyQualifiedName: "p1_has-hyphen" },
  ];
  const { nameOf, idOf } = objectNames(custom);

  it("are portable where they mean one thing everywhere, and ids where they do not", () => {
    expect(["0-1", "0-999", "2-1", "2-2", "2-3", "2-4", "2-5", "2-99"].map(nameOf)).to.deep.equal([
      "contacts", "0-999", "car", "2-2", "2-3", "2-4", "2-5", "2-99",
    ]); // prettier-ignore
  });

  it("lead back to ids, in every spelling", () => {
    expect(["contacts", "0-1", "car", "CAR", "p1_car", "2-99", "boat"].map(idOf)).to.deep.equal([
      "0-1", "0-1", "2-1", "2-1", "2-1", "2-99", undefined,
    ]); // prettier-ignore
  });
});
