import { expect } from "chai";
import { collectSuppositions, inPortal } from "../../../../cli/audit/supposition";
import { objectNames } from "../../../../cli/portal/objectNames";
import { car, content, limit } from "./support";

const read = (text: string) => collectSuppositions(text)[0];
const refusal = (text: string): string => {
  try {
    return JSON.stringify(read(text));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const label = { from: "contacts", to: "car", typeId: 36, inverseTypeId: 37, label: "Drives", inverseLabel: "Driver" };
const portal = content({ labels: [label], limits: [limit("contacts/car", 2, "Primary")] });
const placed = (text: string) => collectSuppositions(text).map(inPortal(portal, objectNames([car])))[0];

describe("audit: --if", () => {
  it("names a pair in any spelling, a label in quotes or not, and a limit", () => {
    expect(
      [
        "contacts/companies=3",
        " CONTACT/0-2=3 ",
        "p111_car/line item=2147483647",
        "contacts/companies:Decision maker=1",
        'contacts/companies:"Decision maker"=1',
        "contacts/companies:a=b/c:d=1",
        "contacts/companies:'=1",
      ].map(read),
    ).to.deep.equal([
      { from: "contacts", to: "companies", limit: 3 },
      { from: "contacts", to: "companies", limit: 3 },
      { from: "p111_car", to: "line_items", limit: 2_147_483_647 },
      { from: "contacts", to: "companies", label: "Decision maker", limit: 1 },
      { from: "contacts", to: "companies", label: "Decision maker", limit: 1 },
      { from: "contacts", to: "companies", label: "a=b/c:d", limit: 1 },
      { from: "contacts", to: "companies", label: "'", limit: 1 },
    ]);
  });

  it("can be repeated, and keeps its order", () => {
    const pair = { from: "contacts", to: "companies" };
    expect(collectSuppositions("contacts/companies=1", collectSuppositions("contacts/companies=2"))).to.deep.equal([
      { ...pair, limit: 2 },
      { ...pair, limit: 1 },
    ]);
  });

  it("refuses what is no pair and limit", () => {
    const form =
      'Write a pair and a limit from 1 on, such as contacts/companies=3, or a label of it: "contacts/companies:Decision maker=1".';
    for (const text of [
      "",
      "contacts",
      "contacts/companies",
      "contacts=3",
      "contacts/companies=0",
      "contacts/companies=-1",
      "contacts/companies=1.5",
      "contacts/companies=2147483648",
      "contacts/companies/deals=1",
      "contacts/companies:=1",
    ])
      expect(refusal(text), text).to.equal(form);
    expect(refusal("con%/companies=1")).to.equal(
      '"con%" is no object type; write a name such as contacts; a custom object by its name (car), or as 2-1234567 or p1234567_car.',
    );
  });

  it("is brought to the portal's portable names, its own labels and limited ones", () => {
    expect(
      ["p111_CAR/2-7=1", "2-7/contacts:Driver=1", "contacts/Car:Primary=1", "0-1/2-99=1"].map(placed),
    ).to.deep.equal([
      { from: "car", to: "car", limit: 1 },
      { from: "car", to: "contacts", label: "Driver", limit: 1 },
      { from: "contacts", to: "car", label: "Primary", limit: 1 },
      { from: "contacts", to: "2-99", limit: 1 },
    ]);
  });

  it("is trouble where the portal has no such object type or label", () => {
    expect(() => placed("contacts/cat=1")).to.throw(
      '--if: "cat" is none of HubSpot\'s object types, and the portal has no custom object of that name; did you mean "car"? Its custom objects are car',
    );
    expect(() => placed("contacts/car:Driver=1")).to.throw(
      '--if: contacts/car has no label "Driver" that people made or limited; did you mean "Drives"?',
    );
    expect(() => placed("contacts/car:Champion=1")).to.throw(
      '--if: contacts/car has no label "Champion" that people made or limited; it has "Drives", "Primary"',
    );
  });
});
