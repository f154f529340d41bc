import { expect } from "chai";
import { objectNamed } from "../../../../cli/graph/objects";
import { Trouble } from "../../../../cli/trouble";
import { seedContent } from "../../../support/seedContent";

describe("graph: --object", () => {
  it("takes every spelling that HubSpot takes", async () => {
    const content = await seedContent("demo");
    const spellings = ["contact", "0-1", "Line items", "contract", "CONTRACT", "2-4801", "p4242424_contract", "0-999"];
    expect(spellings.map((spelling) => objectNamed(content, spelling))).to.deep.equal([
      "contacts",
      "contacts",
      "line_items",
      "contract",
      "contract",
      "contract",
      "contract",
      "0-999",
    ]);
  });

  it("says what is wrong with a name that the portal does not have", async () => {
    const content = await seedContent("demo");
    expect(() => objectNamed(content, "contrct")).to.throw(
      Trouble,
      '--object contrct: "contrct" is none of HubSpot\'s object types, and the portal has no custom object of that name; ' +
        'did you mean "contract"? Its custom objects are contract, partner',
    );
    expect(() => objectNamed(content, "a/b")).to.throw(Trouble, "--object a/b: write a name such as contacts");
  });
});
