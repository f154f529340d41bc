import { expect } from "chai";
import { notes } from "../../../../cli/compare/notes";
import { label, portal, staging } from "./support/two";

describe("the notes of a comparison", () => {
  it("say what a side does not tell", () => {
    const content = portal(111, {
      labels: [label("contacts/companies", 7, "Champion", ""), label("contacts/deals", 9, "Buyer")],
      leftOut: [{ what: "the labels of deals/car", why: "the token lacks crm.objects.deals.read" }],
    });
    expect(notes({ name: "staging", content })).to.deep.equal([
      "note: left out of staging, so not compared: the labels of deals/car (the token lacks crm.objects.deals.read)",
      "note: staging does not tell the internal names of 1 of its labels, so those are not compared",
    ]);
  });

  it("are none of a portal that tells everything", () => {
    expect(notes({ name: "staging", content: staging })).to.deep.equal([]);
  });
});
