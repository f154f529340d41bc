/** What a model stands for: which labels and which limits. */
import { expect } from "chai";
import type { AssociationModelArgs, ModelAssociation } from "../../../../sdk";
import { expand } from "../../../../sdk/associationModel/expand";

const contactsToCompanies = { fromObjectType: "contacts", toObjectType: "companies" } as const;

/** The expansion, without what is undefined. */
const expanded = (...associations: ReadonlyArray<ModelAssociation>): unknown => {
  const model: AssociationModelArgs = { associations };
  return JSON.parse(JSON.stringify(expand(model)));
};

const configuration = (
  fromObjectType: string,
  toObjectType: string,
  limits: ReadonlyArray<object>,
  more: object = {},
) => ({ key: `${fromObjectType}/${toObjectType}`, fromObjectType, toObjectType, limits, after: [], ...more });

const unlabeled = (maxToObjectIds: number) => ({ _tag: "Unlabeled", maxToObjectIds });
const existing = (label: string, maxToObjectIds: number) => ({ _tag: "Existing", label, maxToObjectIds });
const made = (name: string, side: "label" | "inverseLabel", maxToObjectIds: number) => ({
  _tag: "Made",
  name,
  side,
  maxToObjectIds,
});

describe("a model", () => {
  it("gives limits to the directions that it counts", () => {
    expect(
      expanded(
        { ...contactsToCompanies, maxToObjectIds: 5, maxFromObjectIds: 500 },
        { fromObjectType: "deals", toObjectType: "companies", maxToObjectIds: 1 },
        { fromObjectType: "tickets", toObjectType: "contacts", maxFromObjectIds: 30 },
      ),
    ).to.deep.equal({
      _tag: "Expanded",
      labels: [],
      configurations: [
        configuration("contacts", "companies", [unlabeled(5)]),
        configuration("companies", "contacts", [unlabeled(500)]),
        configuration("deals", "companies", [unlabeled(1)]),
        configuration("contacts", "tickets", [unlabeled(30)]),
      ],
    });
  });

  it("makes the labels that have a name, and limits each side of them", () => {
    expect(
      expanded({
        ...contactsToCompanies,
        labels: [
          {
            name: "decision_maker",
            label: "Decision maker",
            inverseLabel: "Decided by",
            maxToObjectIds: 2,
            maxFromObjectIds: 1,
            onCreate: "adopt",
            onDelete: "keep",
          },
          { name: "friend", label: "Friend", maxFromObjectIds: 7 },
          { name: "unlimited", label: "Unlimited" },
        ],
      }),
    ).to.deep.equal({
      _tag: "Expanded",
      labels: [
        {
          ...contactsToCompanies,
          name: "decision_maker",
          label: "Decision maker",
          inverseLabel: "Decided by",
          onCreate: "adopt",
          onDelete: "keep",
        },
        { ...contactsToCompanies, name: "friend", label: "Friend" },
        { ...contactsToCompanies, name: "unlimited", label: "Unlimited" },
      ],
      configurations: [
        configuration("contacts", "companies", [made("decision_maker", "label", 2)], {
          after: ["decision_maker", "friend", "unlimited"],
        }),
        configuration(
          "companies",
          "contacts",
          [made("decision_maker", "inverseLabel", 1), made("friend", "inverseLabel", 7)],
          { after: ["decision_maker", "friend", "unlimited"] },
        ),
      ],
    });
  });

  it("limits labels without a name by their text as each side reads it, and makes none", () => {
    expect(
      expanded({
        ...contactsToCompanies,
        maxToObjectIds: 5,
        labels: [
          { label: "Primary", maxToObjectIds: 1, maxFromObjectIds: 100 },
          { label: "Manager", inverseLabel: "Managed by", maxFromObjectIds: 3 },
        ],
      }),
    ).to.deep.equal({
      _tag: "Expanded",
      labels: [],
      configurations: [
        configuration("contacts", "companies", [unlabeled(5), existing("Primary", 1)]),
        configuration("companies", "contacts", [existing("Primary", 100), existing("Managed by", 3)]),
      ],
    });
  });

  it("speaks for both directions of an authoritative pair, and says to both how limits come and go", () => {
    expect(
      expanded({
        ...contactsToCompanies,
        maxToObjectIds: 5,
        authoritative: true,
        onCreate: "fail",
        onDelete: "purge",
      }),
    ).to.deep.equal({
      _tag: "Expanded",
      labels: [],
      configurations: [
        configuration("contacts", "companies", [unlabeled(5)], {
          authoritative: true,
          onCreate: "fail",
          onDelete: "purge",
        }),
        configuration("companies", "contacts", [], { authoritative: true, onCreate: "fail", onDelete: "purge" }),
      ],
    });
  });

  it("puts everything between records of one object type into one direction", () => {
    expect(
      expanded({
        fromObjectType: "contact",
        toObjectType: "0-1",
        maxToObjectIds: 50,
        authoritative: true,
        labels: [
          { name: "manager", label: "Manager", inverseLabel: "Employee", maxToObjectIds: 20, maxFromObjectIds: 1 },
          { name: "spouse", label: "Spouse", inverseLabel: "Spouse", maxToObjectIds: 1 },
          { label: "Parent", inverseLabel: "Child", maxToObjectIds: 8, maxFromObjectIds: 2 },
        ],
      }),
    ).to.deep.equal({
      _tag: "Expanded",
      labels: [
        {
          fromObjectType: "contacts",
          toObjectType: "contacts",
          name: "manager",
          label: "Manager",
          inverseLabel: "Employee",
        },
        {
          fromObjectType: "contacts",
          toObjectType: "contacts",
          name: "spouse",
          label: "Spouse",
          inverseLabel: "Spouse",
        },
      ],
      configurations: [
        configuration(
          "contacts",
          "contacts",
          [
            unlabeled(50),
            made("manager", "label", 20),
            made("spouse", "label", 1),
            existing("Parent", 8),
            made("manager", "inverseLabel", 1),
            existing("Child", 2),
          ],
          { authoritative: true, after: ["manager", "spouse"] },
        ),
      ],
    });
  });

  it("has one spelling for HubSpot's object types, and leaves custom ones as they are", () => {
    expect(
      expanded(
        { fromObjectType: "Line Item", toObjectType: " 0-3 ", maxToObjectIds: 1 },
        { fromObjectType: " car ", toObjectType: "CONTACT", maxToObjectIds: 1 },
        { fromObjectType: "2-1234567", toObjectType: "p1_Lease", maxToObjectIds: 1 },
      ),
    ).to.deep.equal({
      _tag: "Expanded",
      labels: [],
      configurations: [
        configuration("line_items", "deals", [unlabeled(1)]),
        configuration("car", "contacts", [unlabeled(1)]),
        configuration("2-1234567", "p1_Lease", [unlabeled(1)]),
      ],
    });
  });

  it("may be empty, may name what it takes over, and may have a label as limited as its pair", () => {
    expect(expanded()).to.deep.equal({ _tag: "Expanded", labels: [], configurations: [] });
    const association = {
      ...contactsToCompanies,
      maxToObjectIds: 5,
      labels: [{ name: "friend", label: "Friend", maxToObjectIds: 5 }],
    };
    const aliases = { "contacts/companies": "contact-to-company", friend: { name: "friend" } };
    expect(expand({ associations: [association], aliases })).to.have.property("_tag", "Expanded");
  });
});
