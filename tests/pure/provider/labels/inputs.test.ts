import { expect } from "chai";
import * as O from "fp-ts/Option";
import {
  inverseOf,
  isSymmetric,
  knownLabelInputs,
  pairOfLabel,
  readLabelInputs,
  textsOf,
} from "../../../../provider/labels/inputs";
import { showFailure } from "../../../../provider/limits/rules";
import { UNKNOWN } from "../../../../provider/unknown";

type Fields = Readonly<Record<string, unknown>>;

const valid: Fields = {
  fromObjectType: "contact",
  toObjectType: "0-2",
  name: "decision_maker",
  label: "Decision maker",
};

const failures = (inputs: Fields): ReadonlyArray<string> => readLabelInputs(inputs).failures.map(showFailure);

describe("the inputs of a label", () => {
  it("are normalized, with the defaults filled in", () => {
    const { failures, declared, normalized } = readLabelInputs(valid);
    expect([failures, normalized]).to.deep.equal([
      [],
      { ...valid, fromObjectType: "contacts", toObjectType: "companies", onCreate: "fail" },
    ]);
    expect(knownLabelInputs(declared)).to.deep.equal(
      O.some({ ...valid, fromObjectType: "contacts", toObjectType: "companies", onCreate: "fail" }),
    );
  });

  it("keep what they say, of the other side and of the end too", () => {
    const all = { ...valid, inverseLabel: "Decided by", label: "x".repeat(255), onCreate: "adopt", onDelete: "keep" };
    const { failures, declared } = readLabelInputs(all);
    expect([failures, knownLabelInputs(declared)]).to.deep.equal([
      [],
      O.some({ ...all, fromObjectType: "contacts", toObjectType: "companies" }),
    ]);
  });

  it("keep an object type that is wrong as it was written", () => {
    const { normalized } = readLabelInputs({ ...valid, fromObjectType: "a/b", toObjectType: 5 });
    expect([normalized["fromObjectType"], normalized["toObjectType"]]).to.deep.equal(["a/b", 5]);
  });

  it("pass where they are not known yet", () => {
    const unknown = Object.fromEntries(
      ["fromObjectType", "toObjectType", "name", "label", "inverseLabel", "onCreate", "onDelete"].map((key) => [
        key,
        UNKNOWN,
      ]),
    );
    const { declared } = readLabelInputs(unknown);
    expect([failures(unknown), knownLabelInputs(declared)]).to.deep.equal([[], O.none]);
  });

  const table: ReadonlyArray<readonly [string, Fields, ReadonlyArray<string>]> = [
    [
      "a name with hyphens",
      { ...valid, name: "decision-maker-2" },
      ['name: "decision-maker-2" has a hyphen, which HubSpot does not allow in a name; write "decision_maker_2"'],
    ],
    [
      "a name that begins with a digit",
      { ...valid, name: "2nd_contact" },
      ['name: "2nd_contact" begins with a digit, which HubSpot does not allow in a name; write "label_2nd_contact"'],
    ],
    [
      "an empty name",
      { ...valid, name: " " },
      ['name: " " is no name; write HubSpot\'s internal name of the label, such as "decision_maker"'],
    ],
    [
      "an empty label",
      { ...valid, label: " " },
      ['label: " " is no label; write the text that people read, such as "Decision maker"'],
    ],
    [
      "an empty inverse label",
      { ...valid, inverseLabel: "" },
      ['inverseLabel: "" is no label; write the text that people read, such as "Decision maker"'],
    ],
    [
      "a label that is too long",
      { ...valid, label: "x".repeat(256) },
      [`label: "${"x".repeat(119)}… has 256 characters; write a label of 255 at most`],
    ],
    [
      "everything missing",
      {},
      [
        'fromObjectType: missing; write for example "contacts"',
        'toObjectType: missing; write for example "contacts"',
        'name: missing; write HubSpot\'s internal name of the label, such as "decision_maker"',
        'label: missing; write the text that people read, such as "Decision maker"',
      ],
    ],
    [
      "words that are none",
      { ...valid, onCreate: "adapt", onDelete: "restore", inverselabel: "x" },
      [
        'inverselabel: there is no such key (its value is "x"); did you mean "inverseLabel"?',
        'onCreate: "adapt" is none of "adopt", "fail"; did you mean "adopt"?',
        'onDelete: "restore" is none of "delete", "keep"',
      ],
    ],
  ];
  for (const [what, inputs, told] of table) {
    it(`refuse ${what}`, () => expect(failures(inputs)).to.deep.equal(told));
  }

  it("say one text for both sides, or two; of one object type that makes one association type, or two", () => {
    expect(inverseOf({ label: "Friend" })).to.equal("Friend");
    expect([textsOf({ label: "Friend" }), textsOf({ label: "Manager", inverseLabel: "Employee" })]).to.deep.equal([
      { label: "Friend", inverseLabel: "Friend" },
      { label: "Manager", inverseLabel: "Employee" },
    ]);
    expect(
      pairOfLabel({ fromObjectType: "contacts", toObjectType: "deals", name: "a", label: "A", onCreate: "fail" }),
    ).to.deep.equal({ from: "contacts", to: "deals" });
    const [self, other] = [
      { from: "contacts", to: "contacts" },
      { from: "contacts", to: "companies" },
    ];
    expect([
      isSymmetric(self, { label: "Friend" }),
      isSymmetric(self, { label: "Friend", inverseLabel: "Friend" }),
      isSymmetric(self, { label: "Manager", inverseLabel: "Employee" }),
      isSymmetric(other, { label: "Friend" }),
    ]).to.deep.equal([true, true, false, false]);
  });
});
