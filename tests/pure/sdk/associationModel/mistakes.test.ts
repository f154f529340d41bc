/** What is wrong with a model: everything at once, each with its path, its value and the way out. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { expand } from "../../../../sdk/associationModel/expand";
import { showMistake } from "../../../../sdk/associationModel/mistake";

const mistakesOf = (model: unknown): ReadonlyArray<string> => {
  const expansion = expand(model);
  return expansion._tag === "Mistaken" ? expansion.mistakes.map(showMistake) : [];
};

const pair = { fromObjectType: "contacts", toObjectType: "companies" };

/** The mistakes of a model with these associations. */
const of = (...associations: ReadonlyArray<unknown>): ReadonlyArray<string> => mistakesOf({ associations });

/** The mistakes of a pair with these labels. */
const ofLabels = (...labels: ReadonlyArray<unknown>): ReadonlyArray<string> => of({ ...pair, labels });

const example = `{ fromObjectType: "contacts", toObjectType: "companies", maxToObjectIds: 5 }`;

describe("a model that is wrong", () => {
  it("in its shape says what to write", () => {
    expect(
      [undefined, null, [], "crm", pulumi.output({}), {}, { associations: {} }, { associations: [null, []] }].map(
        mistakesOf,
      ),
    ).to.deep.equal([
      [`undefined is no model; write for example { associations: [${example}] }`],
      [`null is no model; write for example { associations: [${example}] }`],
      [`[] is no model; write for example { associations: [${example}] }`],
      [`"crm" is no model; write for example { associations: [${example}] }`],
      ["is an output or a promise; a model is plain data, since it decides which resources there are"],
      [`associations: missing; write for example [${example}]`],
      [`associations: {} is no list; write for example [${example}]`],
      [
        `associations[0]: null is no association; write for example ${example}`,
        `associations[1]: [] is no association; write for example ${example}`,
      ],
    ]);
  });

  it("in a key names the nearest one, and does not miss the right one besides", () => {
    expect(of({ ...pair, maxToObjectIds: 1, onCreat: pulumi.output("adopt") })).to.deep.equal([
      'associations[0].onCreat: there is no such key (its value is an output); did you mean "onCreate"?',
    ]);
    expect(mistakesOf({ associatons: [], aliasses: {} })).to.deep.equal([
      'associatons: there is no such key (its value is []); did you mean "associations"?',
      'aliasses: there is no such key (its value is {}); did you mean "aliases"?',
    ]);
    expect(
      of({ fromObjetType: "contacts", toObjectType: "companies", max: 5, labels: [{ nmae: "a", label: "A" }] }),
    ).to.deep.equal([
      'associations[0].fromObjetType: there is no such key (its value is "contacts"); did you mean "fromObjectType"?',
      "associations[0].max: there is no such key (its value is 5); the keys here are fromObjectType, toObjectType, maxToObjectIds, maxFromObjectIds, labels, authoritative, onCreate, onDelete",
      'associations[0].labels[0].nmae: there is no such key (its value is "a"); did you mean "name"?',
    ]);
  });

  it("in object types says which", () => {
    expect(
      of(
        { maxToObjectIds: 1 },
        { fromObjectType: " ", toObjectType: 5, maxToObjectIds: 1 },
        { fromObjectType: "contacts/companies", toObjectType: pulumi.output("companies"), maxToObjectIds: 1 },
      ),
    ).to.deep.equal([
      'associations[0].fromObjectType: missing; write for example "contacts"',
      'associations[0].toObjectType: missing; write for example "contacts"',
      'associations[1].fromObjectType: " " is no object type; write for example "contacts"',
      'associations[1].toObjectType: 5 is no object type; write for example "contacts"',
      'associations[2].fromObjectType: "contacts/companies" is no object type, since it has a slash; write for example "contacts"',
      "associations[2].toObjectType: is an output or a promise; a model is plain data, since it decides which resources there are",
    ]);
  });

  it("in numbers says what a number is", () => {
    const max = (value: unknown): ReadonlyArray<string> => of({ ...pair, maxToObjectIds: value });
    const wrong = (value: string, write = "leave it out for no limit"): ReadonlyArray<string> => [
      `associations[0].maxToObjectIds: ${value} is not a whole number from 1 to 2147483647; ${write}`,
    ];
    expect([0, -1, 1.5, NaN, 2 ** 31, null, true, "5", "many", 5n, {}].map(max)).to.deep.equal([
      wrong("0"),
      wrong("-1"),
      wrong("1.5"),
      wrong("NaN"),
      wrong("2147483648"),
      wrong("null"),
      wrong("true"),
      wrong('"5"', "write 5 without quotes"),
      wrong('"many"'),
      wrong("5"),
      wrong("{}"),
    ]);
    expect([1, 2 ** 31 - 1].map(max)).to.deep.equal([[], []]);
    expect(ofLabels({ name: "a", label: "A", maxToObjectIds: 0, maxFromObjectIds: "2" })).to.deep.equal([
      "associations[0].labels[0].maxToObjectIds: 0 is not a whole number from 1 to 2147483647; leave it out for no limit",
      'associations[0].labels[0].maxFromObjectIds: "2" is not a whole number from 1 to 2147483647; write 2 without quotes',
    ]);
  });

  it("in what shall happen names what there is", () => {
    expect(
      of({
        ...pair,
        authoritative: "true",
        onCreate: "adpot",
        onDelete: "keep",
        labels: [{ name: "a", label: "A", onCreate: 5, onDelete: "restore" }],
      }),
    ).to.deep.equal([
      'associations[0].labels[0].onCreate: 5 is neither "adopt" nor "fail"',
      'associations[0].labels[0].onDelete: "restore" is neither "delete" nor "keep"',
      'associations[0].authoritative: "true" is neither true nor false; write true without quotes',
      'associations[0].onCreate: "adpot" is neither "adopt" nor "fail"; did you mean "adopt"?',
      'associations[0].onDelete: "keep" is neither "restore" nor "purge"',
    ]);
  });

  it("in a label says what a label is", () => {
    expect(of({ ...pair, labels: { name: "a" } })).to.deep.equal([
      'associations[0].labels: {"name":"a"} is no list; write for example [{ name: "decision_maker", label: "Decision maker" }]',
    ]);
    expect(
      ofLabels(
        "Primary",
        { name: "a" },
        { label: " ", maxToObjectIds: 1 },
        { name: "b", label: "B", inverseLabel: "" },
      ),
    ).to.deep.equal([
      'associations[0].labels[0]: "Primary" is no label; write for example { name: "decision_maker", label: "Decision maker" }',
      'associations[0].labels[1].label: missing; write for example "Decision maker"',
      'associations[0].labels[2].label: " " is no text that people could read; write for example "Decision maker"',
      'associations[0].labels[3].inverseLabel: "" is no text that people could read; write for example "Decided by"',
    ]);
  });

  it("in a label's name says which one HubSpot takes", () => {
    const ofName = (name: unknown, label = "Buying Role (EU)"): ReadonlyArray<string> => ofLabels({ name, label });
    const path = "associations[0].labels[0].name";
    const refused = (what: string, write: string): ReadonlyArray<string> => [
      `${path}: ${what}, which HubSpot does not take in a label's internal name; write for example "${write}"`,
    ];
    expect([
      ofName("decision-maker"),
      ofName("2nd_contact"),
      ofName("-"),
      ofName(""),
      ofName(undefined, "決裁者"),
      ofName(undefined, "!"),
    ]).to.deep.equal([
      refused('"decision-maker" has a hyphen', "decision_maker"),
      refused('"2nd_contact" begins with a digit', "label_2nd_contact"),
      refused('"-" has a hyphen', "buying_role_eu"),
      [
        `${path}: "" is no name; write for example "buying_role_eu", or leave the key out for a label that stands already`,
      ],
      [
        `${path}: undefined is no name; write for example "決裁者", or leave the key out for a label that stands already`,
      ],
      [
        `${path}: undefined is no name; write for example "decision_maker", or leave the key out for a label that stands already`,
      ],
    ]);
  });

  it("about a label that stands already asks for a number, and for nothing that it cannot have", () => {
    expect(ofLabels({ label: "Primary" }, { label: "Champion", maxToObjectIds: 1, onDelete: "keep" })).to.deep.equal([
      'associations[0].labels[1].onDelete: "keep" is for labels that are made, which have a name; add one, or leave onDelete out',
      'associations[0].labels[0]: limits nothing; give "Primary" maxToObjectIds or maxFromObjectIds, or a name if the label is to be made',
    ]);
  });

  it("by declaring nothing says so", () => {
    const nothing =
      "declares nothing; add maxToObjectIds, maxFromObjectIds or labels, or set authoritative: true so that the pair has no limits";
    expect(
      of(pair, { fromObjectType: "deals", toObjectType: "contacts", labels: [], authoritative: false }),
    ).to.deep.equal([`associations[0]: ${nothing}`, `associations[1]: ${nothing}`]);
  });

  it("by naming a pair twice says how to merge the two", () => {
    const one = { maxToObjectIds: 1 };
    expect(
      of(
        { ...pair, ...one },
        { fromObjectType: "Company", toObjectType: "0-1", ...one },
        { fromObjectType: "CONTACT", toObjectType: "0-2", ...one },
        { fromObjectType: "car", toObjectType: "car", ...one },
        { fromObjectType: "Car", toObjectType: "car", ...one },
      ),
    ).to.deep.equal([
      "associations[1]: companies to contacts is the pair of associations[0] seen from the other side; merge the two, its maxToObjectIds is maxFromObjectIds there",
      "associations[2]: contacts to companies stands in associations[0] already; merge the two",
      "associations[4]: Car to car stands in associations[3] already; merge the two",
    ]);
  });

  it("by naming two labels the same says which", () => {
    expect(
      of(
        { ...pair, labels: [{ name: "owner", label: "Owner" }] },
        { fromObjectType: "deals", toObjectType: "contacts", labels: [{ name: "owner", label: "Owner" }] },
      ),
    ).to.deep.equal([
      'associations[1].labels[0].name: "owner" is the name of associations[0].labels[0] already; it is unique in the portal, choose another one',
    ]);
  });

  it("by one text for two labels of a direction says which", () => {
    expect(
      ofLabels(
        { name: "a", label: "Friend" },
        { name: "b", label: " Friend " },
        { name: "c", label: "Knows", inverseLabel: "Friend" },
        { label: "Friend", maxToObjectIds: 1 },
        { name: "d", label: "friend", inverseLabel: "Known by" },
        { name: "e", label: "Known by" },
      ),
    ).to.deep.equal([
      'associations[0].labels[1].label: "Friend" is what associations[0].labels[0].label shows from contacts to companies already; choose another text',
      'associations[0].labels[2].inverseLabel: "Friend" is what associations[0].labels[0].label shows from companies to contacts already; choose another text',
      'associations[0].labels[3].label: "Friend" is what associations[0].labels[0].label shows from contacts to companies already; keep one of the two labels, with the numbers of both',
      'associations[0].labels[5].label: "Known by" is what associations[0].labels[4].inverseLabel shows from companies to contacts already; choose another text',
    ]);
    const within = { fromObjectType: "contacts", toObjectType: "contacts" };
    expect(
      of({
        ...within,
        labels: [
          { name: "manager", label: "Manager", inverseLabel: "Employee" },
          { label: "Employee", inverseLabel: "Boss", maxToObjectIds: 3 },
        ],
      }),
    ).to.deep.equal([
      'associations[0].labels[1].label: "Employee" is what associations[0].labels[0].inverseLabel shows from contacts to contacts already; keep one of the two labels, with the numbers of both',
    ]);
  });

  it("by two labels that stand already and are one on a side says which", () => {
    expect(
      ofLabels(
        { label: "Manager", inverseLabel: "Managed by", maxToObjectIds: 1 },
        { label: "Boss", inverseLabel: "Managed by", maxToObjectIds: 1 },
        { label: "Managed by", maxFromObjectIds: 1 },
      ),
    ).to.deep.equal([
      'associations[0].labels[1].inverseLabel: "Managed by" is what associations[0].labels[0].inverseLabel shows from companies to contacts already; keep one of the two labels, with the numbers of both',
      'associations[0].labels[2].label: "Managed by" is what associations[0].labels[0].inverseLabel shows from companies to contacts already; keep one of the two labels, with the numbers of both',
    ]);
  });

  it("knows that the other side of a label that stands already may say something else", () => {
    expect(
      ofLabels({ label: "Manager", maxToObjectIds: 1 }, { name: "m", label: "Managed by", inverseLabel: "Manager" }),
    ).to.deep.equal([]);
  });

  it("by a label above its pair says which of the two to change", () => {
    expect(
      of(
        {
          ...pair,
          maxToObjectIds: 5,
          maxFromObjectIds: 2,
          labels: [{ name: "a", label: "A", maxToObjectIds: 6, maxFromObjectIds: 3 }],
        },
        {
          fromObjectType: "deals",
          toObjectType: "deals",
          maxToObjectIds: 5,
          labels: [{ label: "B", inverseLabel: "C", maxToObjectIds: 5, maxFromObjectIds: 6 }],
        },
      ),
    ).to.deep.equal([
      "associations[0].labels[0].maxToObjectIds: 6 is more than the 5 that associations[0].maxToObjectIds allows whatever the label; lower it, or raise associations[0].maxToObjectIds",
      "associations[0].labels[0].maxFromObjectIds: 3 is more than the 2 that associations[0].maxFromObjectIds allows whatever the label; lower it, or raise associations[0].maxFromObjectIds",
      "associations[1].labels[0].maxFromObjectIds: 6 is more than the 5 that associations[1].maxToObjectIds allows whatever the label; lower it, or raise associations[1].maxToObjectIds",
    ]);
  });

  it("by two numbers where HubSpot keeps one says which to write", () => {
    expect(
      of({
        fromObjectType: "contacts",
        toObjectType: "contacts",
        maxFromObjectIds: 3,
        labels: [
          { name: "spouse", label: "Spouse", maxToObjectIds: 1, maxFromObjectIds: 2 },
          { label: "Friend", inverseLabel: " Friend", maxFromObjectIds: 2 },
        ],
      }),
    ).to.deep.equal([
      "associations[0].maxFromObjectIds: 3: HubSpot keeps one number for both ways of contacts to contacts; write maxToObjectIds: 3 instead",
      'associations[0].labels[0].maxFromObjectIds: 2: HubSpot keeps one number for both ways of "Spouse" from contacts to contacts (a label with an inverseLabel of its own has two); leave it out, maxToObjectIds: 1 counts both ways',
      'associations[0].labels[1].maxFromObjectIds: 2: HubSpot keeps one number for both ways of "Friend" from contacts to contacts (a label with an inverseLabel of its own has two); write maxToObjectIds: 2 instead',
    ]);
  });

  it("by more labels than HubSpot takes says how many it takes", () => {
    const labels = (count: number): ReadonlyArray<unknown> =>
      Array.from({ length: count }, (_, i) => ({ name: `l${i}`, label: `L${i}` }));
    expect(ofLabels(...labels(50), { label: "Primary", maxToObjectIds: 1 })).to.deep.equal([]);
    expect(ofLabels(...labels(51))).to.deep.equal([
      "associations[0].labels: 51 labels are made here; HubSpot takes at most 50 for a pair of object types",
    ]);
  });

  it("in what it takes over names the nearest key", () => {
    const associations = [
      { ...pair, maxToObjectIds: 5, labels: [{ name: "decision_maker", label: "Decision maker" }] },
    ];
    const aliases = {
      "0-1/Company": "a",
      decision_make: "b",
      something: "c",
      "contacts/companies": "d",
    };
    expect(mistakesOf({ associations, aliases })).to.deep.equal([
      'aliases["0-1/Company"]: nothing in the model has this key; did you mean "contacts/companies"?',
      'aliases["decision_make"]: nothing in the model has this key; did you mean "decision_maker"?',
      'aliases["something"]: nothing in the model has this key; the keys are contacts/companies, decision_maker',
    ]);
    expect(mistakesOf({ associations, aliases: { decision_maker: " ", "contacts/companies": 5 } })).to.deep.equal([
      'aliases["decision_maker"]: " " is no logical name of a resource; write for example "contact-to-company"',
      'aliases["contacts/companies"]: 5 is no logical name of a resource; write for example "contact-to-company"',
    ]);
    expect(mistakesOf({ associations, aliases: ["a"] })).to.deep.equal([
      'aliases: ["a"] takes nothing over; write for example { "contacts/companies": "contact-to-company" }',
    ]);
  });

  it("shows the beginning of a long value, and a whole one up to 120 characters", () => {
    const shown = (text: string): ReadonlyArray<string> => of({ ...pair, maxToObjectIds: text });
    const is = (text: string): ReadonlyArray<string> => [
      `associations[0].maxToObjectIds: ${text} is not a whole number from 1 to 2147483647; leave it out for no limit`,
    ];
    expect(shown("x".repeat(118))).to.deep.equal(is(`"${"x".repeat(118)}"`));
    expect(shown("x".repeat(119))).to.deep.equal(is(`"${"x".repeat(119)}…`));
  });

  it("takes a text for a number only where it is written like one", () => {
    const ways = (value: string): string =>
      of({ ...pair, maxToObjectIds: value })
        .join()
        .split("; ")
        .slice(-1)
        .join();
    expect(["25", "05", "1e3", "x5"].map(ways)).to.deep.equal([
      "write 25 without quotes",
      ...Array.from({ length: 3 }, () => "leave it out for no limit"),
    ]);
  });

  it("says that a word in quotes is no truth value, and of other values no more than that", () => {
    expect(["false", 5].map((authoritative) => of({ ...pair, maxToObjectIds: 1, authoritative }))).to.deep.equal([
      ['associations[0].authoritative: "false" is neither true nor false; write false without quotes'],
      ["associations[0].authoritative: 5 is neither true nor false"],
    ]);
  });

  it("proposes a name without other characters around it, from the text where the name gives none", () => {
    const proposed = (name: string, label: unknown = "A"): string =>
      /for example "(\w+)"/.exec(ofLabels({ name, label }).join())?.[1] ?? "none";
    expect(["__a-b__", "a-1", "1 a-b"].map((name) => proposed(name))).to.deep.equal(["a_b", "a_1", "label_1_a_b"]);
    expect([proposed(" "), proposed("-", 5)]).to.deep.equal(["a", "decision_maker"]);
  });

  it("of which one object type is missing is told that alone", () => {
    expect(of({ fromObjectType: "contacts", maxToObjectIds: 1 }, { ...pair, maxToObjectIds: 1 })).to.deep.equal([
      'associations[0].toObjectType: missing; write for example "contacts"',
    ]);
  });

  it("about a label that stands already takes keys without a value for none, and tells a strange key alone", () => {
    expect(ofLabels({ label: "Primary", maxToObjectIds: 1, onCreate: undefined, onDelete: undefined })).to.deep.equal(
      [],
    );
    expect(ofLabels({ label: "Primary", maxToObjectIds: 1, onCreate: "fail" })).to.deep.equal([
      'associations[0].labels[0].onCreate: "fail" is for labels that are made, which have a name; add one, or leave onCreate out',
    ]);
    expect(ofLabels({ label: "Primary", maxToObjectIds: 1, nmae: "a", onCreate: "fail" })).to.deep.equal([
      'associations[0].labels[0].nmae: there is no such key (its value is "a"); did you mean "name"?',
    ]);
  });

  it("compares texts as people see them, of labels that are right", () => {
    const within = { fromObjectType: "contacts", toObjectType: "contacts" };
    expect(
      ofLabels({ name: "a", label: "Works  at" }, { name: "b", label: "Works at", inverseLabel: "B" }),
    ).to.deep.equal([
      'associations[0].labels[1].label: "Works at" is what associations[0].labels[0].label shows from contacts to companies already; choose another text',
    ]);
    expect(ofLabels({ name: "a", label: "A" }, { name: "b", label: "A", maxToObjectIds: 0 })).to.have.length(1);
    const friend = { label: "Friend", inverseLabel: "Friend" };
    expect(
      of({
        ...within,
        labels: [
          { name: "a", ...friend },
          { name: "b", ...friend },
        ],
      }),
    ).to.deep.equal([
      'associations[0].labels[1].label: "Friend" is what associations[0].labels[0].label shows from contacts to contacts already; choose another text',
    ]);
  });

  it("in what it takes over shows no more than twenty keys", () => {
    const labels = (count: number): ReadonlyArray<unknown> =>
      Array.from({ length: count }, (_, i) => ({ name: `l${i}`, label: `L${i}` }));
    const keys = (count: number): string =>
      mistakesOf({ associations: [{ ...pair, labels: labels(count) }], aliases: { somethingElse: "a" } })
        .join()
        .replace(/.*the keys are /, "");
    const names = Array.from({ length: 20 }, (_, i) => `l${i}`).join(", ");
    expect([keys(20), keys(21)]).to.deep.equal([names, `${names}, …`]);
  });

  it("is told everything at once, however strange its values", () => {
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    expect(
      of(
        { ...pair, maxToObjectIds: 0, labels: [{ name: "a-b", label: "A" }] },
        { ...pair, maxToObjectIds: circular, onCreate: { of: pulumi.output(1) }, onDelete: [5n, pulumi.output(1)] },
      ),
    ).to.deep.equal([
      "associations[0].maxToObjectIds: 0 is not a whole number from 1 to 2147483647; leave it out for no limit",
      `associations[0].labels[0].name: "a-b" has a hyphen, which HubSpot does not take in a label's internal name; write for example "a_b"`,
      "associations[1].maxToObjectIds: a value that contains itself is not a whole number from 1 to 2147483647; leave it out for no limit",
      'associations[1].onCreate: {"of":"an output"} is neither "adopt" nor "fail"',
      'associations[1].onDelete: ["5","an output"] is neither "restore" nor "purge"',
      "associations[1]: contacts to companies stands in associations[0] already; merge the two",
    ]);
  });
});
