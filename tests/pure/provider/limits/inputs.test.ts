import { expect } from "chai";
import * as O from "fp-ts/Option";
import { readInputs } from "../../../../provider/limits/inputs";
import { UNKNOWN } from "../../../../provider/unknown";

type Fields = Readonly<Record<string, unknown>>;

const limit: Fields = { unlabeled: true, maxToObjectIds: 5 };
const valid: Fields = { fromObjectType: "contacts", toObjectType: "companies", limits: [limit] };
const unlabeled = { _tag: "Unlabeled" };
const byId = (category: string, typeId: number) => ({ _tag: "ById", type: { category, typeId } });

const failuresOf = (inputs: Fields): ReadonlyArray<string> =>
  readInputs(inputs).failures.map(({ path, problem }) => `${path}: ${problem}`);

/** The failures of a resource whose only limit is this. */
const failuresOfLimit = (value: unknown): ReadonlyArray<string> => failuresOf({ ...valid, limits: [value] });

describe("inputs that are right", () => {
  it("get their names normalized and their defaults filled in", () => {
    expect(readInputs({ fromObjectType: "0-1", toObjectType: "Company", limits: [limit] })).to.deep.equal({
      failures: [],
      declared: {
        from: O.some("contacts"),
        to: O.some("companies"),
        limits: O.some([O.some({ path: "limits[0]", selector: O.some(unlabeled), maxToObjectIds: O.some(5) })]),
        authoritative: O.some(false),
        onCreate: O.some("adopt"),
        onDelete: O.some("restore"),
      },
      normalized: {
        fromObjectType: "contacts",
        toObjectType: "companies",
        limits: [limit],
        authoritative: false,
        onCreate: "adopt",
        onDelete: "restore",
      },
    });
  });

  it("keep what they say, and the order of their limits", () => {
    const limits = [
      { category: "USER_DEFINED", typeId: 36, maxToObjectIds: 1 },
      { unlabeled: true, maxToObjectIds: 2_147_483_647 },
      { category: "WORK", typeId: 2_147_483_647, maxToObjectIds: 2 },
      { category: "INTEGRATOR_DEFINED", typeId: 1, maxToObjectIds: 3 },
      { category: "HUBSPOT_DEFINED", typeId: 1, maxToObjectIds: 4 },
    ];
    const { failures, declared, normalized } = readInputs({
      ...valid,
      limits,
      authoritative: true,
      onCreate: "fail",
      onDelete: "purge",
    });
    expect(failures).to.deep.equal([]);
    expect(normalized).to.deep.equal({ ...valid, limits, authoritative: true, onCreate: "fail", onDelete: "purge" });
    expect(declared).to.deep.equal({
      from: O.some("contacts"),
      to: O.some("companies"),
      limits: O.some(
        [
          { selector: byId("USER_DEFINED", 36), max: 1 },
          { selector: unlabeled, max: 2_147_483_647 },
          { selector: byId("WORK", 2_147_483_647), max: 2 },
          { selector: byId("INTEGRATOR_DEFINED", 1), max: 3 },
          { selector: byId("HUBSPOT_DEFINED", 1), max: 4 },
        ].map(({ selector, max }, i) =>
          O.some({ path: `limits[${i}]`, selector: O.some(selector), maxToObjectIds: O.some(max) }),
        ),
      ),
      authoritative: O.some(true),
      onCreate: O.some("fail"),
      onDelete: O.some("purge"),
    });
  });

  it("are the same when they are read again", () => {
    const { normalized } = readInputs({ fromObjectType: "0-1", toObjectType: "Company", limits: [limit] });
    expect(readInputs(normalized).normalized).to.deep.equal(normalized);
  });
});

describe("inputs that are not known yet", () => {
  for (const key of ["fromObjectType", "toObjectType", "limits", "authoritative", "onCreate", "onDelete"]) {
    it(`${key} passes as it is, and nothing else is lost`, () => {
      const inputs = { ...readInputs(valid).normalized, [key]: UNKNOWN };
      const { failures, declared, normalized } = readInputs(inputs);
      const field = { fromObjectType: "from", toObjectType: "to" }[key] ?? key;
      expect(failures).to.deep.equal([]);
      expect(normalized).to.deep.equal(inputs);
      expect(declared).to.deep.equal({ ...readInputs(valid).declared, [field]: O.none });
    });
  }

  const inALimit: ReadonlyArray<readonly [string, unknown, unknown]> = [
    ["a limit", UNKNOWN, O.none],
    [
      "unlabeled",
      { unlabeled: UNKNOWN, maxToObjectIds: 5 },
      O.some({ path: "limits[1]", selector: O.none, maxToObjectIds: O.some(5) }),
    ],
    [
      "category",
      { category: UNKNOWN, typeId: 1, maxToObjectIds: 5 },
      O.some({ path: "limits[1]", selector: O.none, maxToObjectIds: O.some(5) }),
    ],
    [
      "typeId",
      { category: "USER_DEFINED", typeId: UNKNOWN, maxToObjectIds: 5 },
      O.some({ path: "limits[1]", selector: O.none, maxToObjectIds: O.some(5) }),
    ],
    [
      "maxToObjectIds",
      { category: "USER_DEFINED", typeId: 1, maxToObjectIds: UNKNOWN },
      O.some({ path: "limits[1]", selector: O.some(byId("USER_DEFINED", 1)), maxToObjectIds: O.none }),
    ],
  ];
  for (const [what, value, read] of inALimit) {
    it(`${what} within the list leaves the other limits known`, () => {
      const { failures, declared, normalized } = readInputs({ ...valid, limits: [limit, value] });
      expect(failures).to.deep.equal([]);
      expect(normalized["limits"]).to.deep.equal([limit, value]);
      expect(declared.limits).to.deep.equal(
        O.some([O.some({ path: "limits[0]", selector: O.some(unlabeled), maxToObjectIds: O.some(5) }), read]),
      );
    });
  }

  it("do not hide what is wrong beside them", () => {
    expect(failuresOfLimit({ category: UNKNOWN, typeId: 0, maxToObjectIds: UNKNOWN })).to.deep.equal([
      "limits[0].typeId: 0 is not a whole number from 1 to 2147483647; write the id of the association type",
    ]);
  });
});

const ways =
  "write { unlabeled: true, maxToObjectIds }, { label, maxToObjectIds } or { category, typeId, maxToObjectIds }";
const example = "write for example [{ unlabeled: true, maxToObjectIds: 5 }]";
const maxIs = "write how many records of the to type one record of the from type may have";

describe("inputs that are wrong", () => {
  const resources: ReadonlyArray<readonly [string, Fields, ReadonlyArray<string>]> = [
    [
      "nothing at all",
      {},
      [
        'fromObjectType: missing; write for example "contacts"',
        'toObjectType: missing; write for example "contacts"',
        `limits: missing; ${example}`,
      ],
    ],
    [
      "every field at once",
      { fromObjectType: 1, toObjectType: "  ", limits: {}, authoritative: "yes", onCreate: "fial", onDelete: null },
      [
        'fromObjectType: 1 is no object type; write for example "contacts"',
        'toObjectType: "  " is no object type; write for example "contacts"',
        `limits: {} is no list; ${example}`,
        'authoritative: "yes" is neither true nor false',
        'onCreate: "fial" is none of "adopt", "fail"; did you mean "fail"?',
        'onDelete: null is none of "restore", "purge"',
      ],
    ],
    [
      "an object type that can be none",
      { ...valid, fromObjectType: "contacts/companies" },
      [
        'fromObjectType: "contacts/companies" is none of HubSpot\'s object types; write a name such as contacts; a custom object by its name (car), or as 2-1234567 or p1234567_car',
      ],
    ],
    [
      "keys that are not there",
      { ...valid, onDelet: "purge", "a b": 1 },
      [
        'onDelet: there is no such key (its value is "purge"); did you mean "onDelete"?',
        "a b: there is no such key (its value is 1); the keys here are fromObjectType, toObjectType, limits, authoritative, onCreate, onDelete",
      ],
    ],
    ["a list that is a text", { ...valid, limits: "5" }, [`limits: "5" is no list; ${example}`]],
    ["a list that is null", { ...valid, limits: null }, [`limits: null is no list; ${example}`]],
  ];
  for (const [what, inputs, failures] of resources) {
    it(`${what}: each is told`, () => expect(failuresOf(inputs)).to.deep.equal(failures));
  }

  const limits: ReadonlyArray<readonly [string, unknown, ReadonlyArray<string>]> = [
    ["a number", 5, [`limits[0]: 5 is no limit; ${ways}`]],
    ["null", null, [`limits[0]: null is no limit; ${ways}`]],
    ["a list", [limit], [`limits[0]: [{"unlabeled":true,"maxToObjectIds":5}] is no limit; ${ways}`]],
    [
      "without a selector",
      { maxToObjectIds: 5 },
      [`limits[0]: {"maxToObjectIds":5} names no association type; ${ways}`],
    ],
    ["empty", {}, [`limits[0]: {} names no association type; ${ways}`, `limits[0].maxToObjectIds: missing; ${maxIs}`]],
    [
      "by a label that is undefined, which is not the unlabeled one",
      { label: undefined, maxToObjectIds: 5 },
      ["limits[0].label: undefined is no label; write its text, or { unlabeled: true } for the pair's own"],
    ],
    [
      "by an empty label",
      { label: " ", maxToObjectIds: 5 },
      [`limits[0].label: " " is no label; write its text, or { unlabeled: true } for the pair's own`],
    ],
    [
      "unlabeled and by id",
      { unlabeled: true, typeId: 279, maxToObjectIds: 5 },
      [
        `limits[0]: names its association type more than once, by { unlabeled: true } and by { typeId: 279 }; keep one of them`,
      ],
    ],
    [
      "unlabeled, by label and by id",
      { unlabeled: true, label: "x", category: "USER_DEFINED", typeId: 36, maxToObjectIds: 5 },
      [
        `limits[0]: names its association type more than once, by { unlabeled: true } and by { label: "x" } and by { category: "USER_DEFINED", typeId: 36 }; keep one of them`,
      ],
    ],
    [
      "unlabeled: false",
      { unlabeled: false, maxToObjectIds: 5 },
      [`limits[0].unlabeled: false names no association type; ${ways}`],
    ],
    [
      "unlabeled: undefined",
      { unlabeled: undefined, maxToObjectIds: 5 },
      [`limits[0].unlabeled: undefined names no association type; ${ways}`],
    ],
    [
      "without a category",
      { typeId: 279, maxToObjectIds: 5 },
      ['limits[0].category: missing; write one of "HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"'],
    ],
    [
      "without a typeId",
      { category: "USER_DEFINED", maxToObjectIds: 5 },
      ["limits[0].typeId: missing; write the id of the association type"],
    ],
    [
      "of a category that is near one",
      { category: "USER_DEFIND", typeId: 1, maxToObjectIds: 5 },
      [
        'limits[0].category: "USER_DEFIND" is none of "HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"; did you mean "USER_DEFINED"?',
      ],
    ],
    [
      "of three mistakes",
      { category: 1, typeId: "x", maxToObjectIds: -1 },
      [
        'limits[0].category: 1 is none of "HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"',
        'limits[0].typeId: "x" is not a whole number from 1 to 2147483647; write the id of the association type',
        `limits[0].maxToObjectIds: -1 is not a whole number from 1 to 2147483647; ${maxIs}`,
      ],
    ],
    [
      "with a misspelt selector, which is told once",
      { unlabelled: true, maxToObjectIds: 5 },
      ['limits[0].unlabelled: there is no such key (its value is true); did you mean "unlabeled"?'],
    ],
    [
      "with a misspelt number, which is told once",
      { unlabeled: true, maxToObjects: 5 },
      ['limits[0].maxToObjects: there is no such key (its value is 5); did you mean "maxToObjectIds"?'],
    ],
    [
      "with a strange key and a wrong number",
      { unlabeled: true, maxToObjectIds: 0, weight: 3 },
      [
        "limits[0].weight: there is no such key (its value is 3); the keys here are unlabeled, label, category, typeId, maxToObjectIds",
        `limits[0].maxToObjectIds: 0 is not a whole number from 1 to 2147483647; ${maxIs}`,
      ],
    ],
  ];
  for (const [what, value, failures] of limits) {
    it(`a limit ${what}`, () => expect(failuresOfLimit(value)).to.deep.equal(failures));
  }

  const numbers: ReadonlyArray<readonly [unknown, string]> = [
    [0, "0"],
    [-5, "-5"],
    [1.5, "1.5"],
    [2 ** 31, "2147483648"],
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [true, "true"],
    [null, "null"],
    [[], "[]"],
    [[5], "[5]"],
    ["five", '"five"'],
    ["", '""'],
    ["05", '"05"'],
    ["1e3", '"1e3"'],
  ];
  for (const [value, shown] of numbers) {
    it(`a limit of ${shown}`, () => {
      expect(failuresOfLimit({ unlabeled: true, maxToObjectIds: value })).to.deep.equal([
        `limits[0].maxToObjectIds: ${shown} is not a whole number from 1 to 2147483647; ${maxIs}`,
      ]);
    });
  }

  it("a number in quotes, or a truth value, is told how to lose them", () => {
    for (const max of ["5", "25"]) {
      expect(failuresOfLimit({ unlabeled: true, maxToObjectIds: max })).to.deep.equal([
        `limits[0].maxToObjectIds: "${max}" is not a whole number from 1 to 2147483647; write ${max} without quotes`,
      ]);
    }
    expect(["true", "false"].flatMap((authoritative) => failuresOf({ ...valid, authoritative }))).to.deep.equal([
      'authoritative: "true" is neither true nor false; write true without quotes',
      'authoritative: "false" is neither true nor false; write false without quotes',
    ]);
  });

  it("every limit that is wrong is told, each by its index", () => {
    const { failures, declared, normalized } = readInputs({ ...valid, limits: [5, limit, { maxToObjectIds: 1 }] });
    expect(failures.map(({ path }) => path)).to.deep.equal(["limits[0]", "limits[2]"]);
    expect(declared.limits).to.deep.equal(O.none);
    expect(normalized["limits"]).to.deep.equal([5, limit, { maxToObjectIds: 1 }]);
  });

  it("a wrong name stays as it was written", () => {
    expect(readInputs({ ...valid, fromObjectType: "contcats" }).normalized["fromObjectType"]).to.equal("contcats");
  });
});
