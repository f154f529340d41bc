import { expect } from "chai";
import * as E from "fp-ts/Either";
import { decodeAccount, decodeBatch, decodeRows } from "../../../../provider/hubspot/codecs";

const type = { category: "HUBSPOT_DEFINED", typeId: 279 };

describe("rows", () => {
  it("keep what they need of what HubSpot sends", () => {
    const results = [
      { ...type, label: null, userEnforcedMaxToObjectIds: 5, newField: { x: 1 } },
      { category: "USER_DEFINED", typeId: 36, label: "Champion", userEnforcedMaxToObjectIds: null },
      { category: "A_NEWER_CATEGORY", typeId: 1 },
    ];
    expect(decodeRows({ results, paging: {} })).to.deep.equal(
      E.right([
        { ...type, userEnforcedMaxToObjectIds: 5 },
        { category: "USER_DEFINED", typeId: 36, label: "Champion" },
        { category: "A_NEWER_CATEGORY", typeId: 1 },
      ]),
    );
  });

  const table: ReadonlyArray<readonly [string, unknown, string]> = [
    ["no object", "x", "the body has another shape"],
    ["null", null, "the body has another shape"],
    ["no results", {}, '"results" is missing or of another type'],
    ["results that are no list", { results: {} }, '"results" is missing or of another type'],
    ["a row that is no object", { results: [5] }, '"results.0" is missing or of another type'],
    [
      "a row without a category",
      { results: [{ ...type }, { typeId: 1 }] },
      '"results.1.category" is missing or of another type',
    ],
    [
      "a typeId that is a text",
      { results: [{ ...type, typeId: "279" }] },
      '"results.0.typeId" is missing or of another type',
    ],
    [
      "a typeId that is no whole number",
      { results: [{ ...type, typeId: 1.5 }] },
      '"results.0.typeId" is missing or of another type',
    ],
    [
      "a limit that is a text",
      { results: [{ ...type, userEnforcedMaxToObjectIds: "5" }] },
      '"results.0.userEnforcedMaxToObjectIds" is missing or of another type',
    ],
  ];
  for (const [what, body, problem] of table) {
    it(`with ${what} are an error with its path`, () => expect(decodeRows(body)).to.deep.equal(E.left(problem)));
  }
});

describe("the account", () => {
  it("is its portal's id and kind", () => {
    expect(
      decodeAccount({ portalId: 111, accountType: "SANDBOX", timeZone: "Europe/Berlin", uiDomain: "app.hubspot.com" }),
    ).to.deep.equal(
      E.right({ portalId: 111, accountType: "SANDBOX", timeZone: "Europe/Berlin", uiDomain: "app.hubspot.com" }),
    );
    expect(decodeAccount({ portalId: 111 })).to.deep.equal(E.right({ portalId: 111 }));
    expect(decodeAccount({ portalId: 111, accountType: null })).to.deep.equal(E.right({ portalId: 111 }));
  });

  it("without a portal's id is an error with its path", () => {
    expect(decodeAccount({ accountType: "STANDARD" })).to.deep.equal(
      E.left('"portalId" is missing or of another type'),
    );
    expect(decodeAccount({ portalId: "111" })).to.deep.equal(E.left('"portalId" is missing or of another type'));
  });
});

describe("a batch", () => {
  const times = { requestedAt: "r", startedAt: "s", completedAt: "c" };

  it("keeps all that HubSpot says of it", () => {
    expect(
      decodeBatch({
        status: "COMPLETE",
        results: [{ ...type, userEnforcedMaxToObjectIds: 5 }],
        ...times,
        links: { self: "https://x" },
        numErrors: 0,
        errors: [],
        extra: true,
      }),
    ).to.deep.equal(
      E.right({
        status: "COMPLETE",
        results: [{ ...type, userEnforcedMaxToObjectIds: 5 }],
        ...times,
        links: { self: "https://x" },
        numErrors: 0,
        errors: [],
      }),
    );
  });

  it("needs nothing but results", () => {
    expect(decodeBatch({ results: [] })).to.deep.equal(E.right({ results: [] }));
    expect(decodeBatch({ results: [], status: null, numErrors: null, errors: null, links: null })).to.deep.equal(
      E.right({ results: [] }),
    );
  });

  it("takes an error's subCategory as a text, and leaves it out as an object", () => {
    const errors = (subCategory: unknown): unknown =>
      E.map(({ errors: read }: { readonly errors?: unknown }) => read)(
        decodeBatch({ results: [], errors: [{ message: "no", subCategory }] }),
      );
    expect(errors("crm.associations.INVALID_ASSOCIATION_TYPE")).to.deep.equal(
      E.right([{ message: "no", subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE" }]),
    );
    expect(errors({ code: 1 })).to.deep.equal(E.right([{ message: "no" }]));
    expect(errors(null)).to.deep.equal(E.right([{ message: "no" }]));
  });

  it("takes an error's context as lists of texts", () => {
    const context = { type: ["0-5"], one: "x", many: ["a", 1, null], none: null, other: { a: 1 } };
    expect(decodeBatch({ results: [], errors: [{ context }] })).to.deep.equal(
      E.right({
        results: [],
        errors: [{ context: { type: ["0-5"], one: ["x"], many: ["a"], none: [], other: [] } }],
      }),
    );
  });

  it("keeps an error that says nothing", () => {
    expect(
      decodeBatch({
        results: [],
        errors: [{}, { category: null, message: null, status: null, id: null, context: null }],
      }),
    ).to.deep.equal(E.right({ results: [], errors: [{}, {}] }));
  });

  it("of another shape is an error with its path", () => {
    expect(decodeBatch({ status: "DONE", results: [] })).to.deep.equal(
      E.left('"status" is missing or of another type'),
    );
    expect(decodeBatch({ status: "COMPLETE" })).to.deep.equal(E.left('"results" is missing or of another type'));
  });
});
