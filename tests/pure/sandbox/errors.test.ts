import { expect } from "chai";
import type { DirectSandbox, SwitchesInput } from "../../../sandbox";
import {
  ask,
  configurations,
  hubSpotDefined,
  started,
  userDefined,
  withoutCorrelationId,
  withoutTimes,
} from "./helper";

const all = `${configurations}/all`;
const update = (pair: string): string => `${configurations}/${pair}/batch/update`;

describe("sandbox: errors", () => {
  it("a type that the pair does not have cancels the batch", async () => {
    const sandbox = await started();
    const { status, body } = await ask(sandbox, "POST", update("contacts/deals"), { inputs: [hubSpotDefined(5, 1)] });
    expect(status).to.equal(207);
    expect(withoutTimes(body)).to.deep.equal({
      status: "CANCELED",
      results: [],
      numErrors: 1,
      errors: [
        {
          status: "error",
          category: "VALIDATION_ERROR",
          subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE",
          message: "0-5 is not a valid association type between CONTACT and DEAL",
          context: { type: ["0-5"], fromObjectType: ["CONTACT"], toObjectType: ["DEAL"] },
        },
      ],
    });
  });

  it("a user-defined type that the pair does not have is named as one", async () => {
    const sandbox = await started({ portals: [{ portalId: 7, objectTypes: [{ objectTypeId: "2-1", name: "car" }] }] });
    const { body } = await ask(sandbox, "POST", update("line_items/p_car"), { inputs: [userDefined(279, 1)] });
    expect(withoutTimes(body)).to.deep.equal({
      status: "CANCELED",
      results: [],
      numErrors: 1,
      errors: [
        {
          status: "error",
          category: "VALIDATION_ERROR",
          subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE",
          message: "2-279 is not a valid association type between LINE_ITEM and p7_car",
          context: { type: ["2-279"], fromObjectType: ["LINE_ITEM"], toObjectType: ["p7_car"] },
        },
      ],
    });
  });

  it("a purge of a type that the pair does not have cancels the batch", async () => {
    const sandbox = await started();
    const inputs = [hubSpotDefined(279), hubSpotDefined(5)];
    const path = `${configurations}/contacts/companies/batch/purge`;
    const { status, body } = await ask(sandbox, "POST", path, { inputs });
    expect(status).to.equal(207);
    expect(withoutTimes(body)).to.deep.include({ status: "CANCELED", results: [], numErrors: 1 });
  });

  it("an unknown object type cannot be inferred", async () => {
    const sandbox = await started();
    const error = { status: "error", message: "Unable to infer object type from: widgets" };
    for (const [method, path] of [
      ["GET", `${configurations}/widgets/deals`],
      ["GET", `${configurations}/deals/widgets`],
      ["POST", update("deals/widgets")],
      ["GET", "/crm/associations/v4/widgets/deals/labels"],
    ] as const) {
      const { status, body } = await ask(sandbox, method, path, method === "POST" ? { inputs: [] } : undefined);
      expect([status, withoutCorrelationId(body)]).to.deep.equal([400, error]);
    }
  });

  for (const [what, headers] of [
    ["no token", {}],
    ["an empty token", { authorization: "Bearer " }],
    ["another scheme", { authorization: "Basic abc" }],
  ] as const)
    it(`${what} is no authentication`, async () => {
      const { status, body } = await ask(await started(), "GET", all, undefined, headers);
      expect([status, withoutCorrelationId(body)]).to.deep.equal([
        401,
        {
          status: "error",
          message:
            "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
          category: "INVALID_AUTHENTICATION",
        },
      ]);
    });

  it("a text that is no token has expired in 1970", async () => {
    const { status, body } = await ask(await started(), "GET", all, undefined, { authorization: "Bearer garbage" });
    expect(status).to.equal(401);
    const { message, ...rest } = Object(withoutCorrelationId(body));
    expect(message).to.match(/^The OAuth token used to make this call expired \d{5} day\(s\) ago\.$/);
    expect(rest).to.deep.equal({
      status: "error",
      category: "EXPIRED_AUTHENTICATION",
      context: { "expire time": ["1970-01-01T00:00:00.000Z"] },
    });
  });

  it("an expired token has expired five minutes ago", async () => {
    const sandbox = await started({ portals: [{ portalId: 7, tokens: [{ token: "old", expired: true }] }] });
    const { status, body } = await ask(sandbox, "GET", "/account-info/v3/details");
    expect(status).to.equal(401);
    expect(withoutCorrelationId(body)).to.deep.include({
      status: "error",
      message: "The OAuth token used to make this call expired 5 minute(s) ago.",
      category: "EXPIRED_AUTHENTICATION",
    });
  });

  const scoped = (missingScopes: ReadonlyArray<string>): Promise<DirectSandbox> =>
    started({ portals: [{ portalId: 7, tokens: [{ token: "little", missingScopes }] }] });

  it("a missing scope is named, and keeps no one from the account details", async () => {
    const sandbox = await scoped(["crm.objects.contacts.read", "crm.objects.contacts.write"]);
    const { status, body } = await ask(sandbox, "GET", `${configurations}/contacts/companies`);
    expect([status, withoutCorrelationId(body)]).to.deep.equal([
      403,
      {
        status: "error",
        message:
          "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
        errors: [
          {
            message: "One or more of the following scopes are required.",
            context: { requiredGranularScopes: ["crm.objects.contacts.read", "crm.objects.contacts.write"] },
          },
        ],
        links: { scopes: "https://developers.hubspot.com/scopes" },
        category: "MISSING_SCOPES",
      },
    ]);
    expect((await ask(sandbox, "GET", "/account-info/v3/details")).status).to.equal(200);
  });

  /** The statuses that a token without these scopes gets from these reads. */
  const statusesWithout = async (
    missingScopes: ReadonlyArray<string>,
    paths: ReadonlyArray<string>,
    switches: SwitchesInput = {},
  ): Promise<ReadonlyArray<number>> => {
    const tokens = [{ token: "little", missingScopes }];
    const objectTypes = [{ objectTypeId: "2-1", name: "car" }];
    const sandbox = await started({ portals: [{ portalId: 7, tokens, objectTypes }], switches });
    const statuses = [];
    for (const path of paths) statuses.push((await ask(sandbox, "GET", path)).status);
    return statuses;
  };
  const labels = (pair: string): string => `/crm/associations/v4/${pair}/labels`;
  const schemas = "/crm-object-schemas/v3/schemas";
  const reads = [
    labels("contacts/deals"),
    labels("0-3/0-3"),
    `${schemas}/deals`,
    labels("contacts/companies"),
    labels("contacts/p_car"),
    schemas,
    all,
    "/crm/v3/limits/associations/labels",
  ];

  it("a missing scope of one object concerns the paths that name this object, however they do", async () => {
    const refusedReads = async (scope: string): Promise<ReadonlyArray<string>> => {
      const statuses = await statusesWithout([scope], reads);
      return reads.filter((_, i) => statuses[i] === 403);
    };
    expect(await refusedReads("crm.objects.deals.read")).to.deep.equal(reads.slice(0, 3));
    expect(await refusedReads("crm.objects.custom.read")).to.deep.equal([labels("contacts/p_car"), schemas]);
    expect(await refusedReads("crm.schemas.deals.read")).to.deep.equal([`${schemas}/deals`]);
    expect(await refusedReads("crm.schemas.custom.read")).to.deep.equal([schemas]);
    expect(await refusedReads("tickets")).to.deep.equal([]);
    expect(await refusedReads("crm.objects.line_items.read")).to.deep.equal([]);
  });

  it("missingScopeConcerns: or everything but the account, as does a scope that names no object", async () => {
    const all403 = reads.map(() => 403);
    const everything = { missingScopeConcerns: "everything" } as const;
    expect(await statusesWithout(["crm.objects.deals.read"], reads, everything)).to.deep.equal(all403);
    expect(await statusesWithout(["e-commerce"], reads)).to.deep.equal(all403);
  });

  it("a missing write scope keeps no one from reading", async () => {
    const sandbox = await scoped(["crm.objects.contacts.write"]);
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    const inputs = [hubSpotDefined(279, 5)];
    expect((await ask(sandbox, "POST", update("contacts/companies"), { inputs })).status).to.equal(403);
    expect(sandbox.state().portals[0]?.limits).to.deep.equal([]);
  });

  it("a missing oauth scope keeps account details back, and nothing else", async () => {
    const sandbox = await scoped(["oauth"]);
    const { status, body } = await ask(sandbox, "GET", "/account-info/v3/details");
    expect(status).to.equal(403);
    const errors = [
      {
        message: "One or more of the following scopes are required.",
        context: { requiredGranularScopes: ["oauth"] },
      },
    ];
    expect(withoutCorrelationId(body)).to.deep.include({ status: "error", category: "MISSING_SCOPES", errors });
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    expect((await ask(sandbox, "POST", update("contacts/companies"), { inputs: [] })).status).to.equal(200);
  });

  it("a missing scope is not named where another one is needed", async () => {
    const sandbox = await scoped(["oauth", "crm.objects.contacts.write"]);
    const { status, body } = await ask(sandbox, "POST", update("contacts/companies"), { inputs: [] });
    expect([status, body])
      .to.have.nested.property("[1].errors[0].context.requiredGranularScopes")
      .that.deep.equals(["crm.objects.contacts.write"]);
    expect(status).to.equal(403);
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
  });

  for (const [what, input, message] of [
    ["0", hubSpotDefined(279, 0), "inputs[0].maxToObjectIds: expected a whole number from 1 to 2147483647, got 0"],
    [
      "1.5",
      hubSpotDefined(279, 1.5),
      "inputs[0].maxToObjectIds: expected a whole number from 1 to 2147483647, got 1.5",
    ],
    ["-1", hubSpotDefined(279, -1), "inputs[0].maxToObjectIds: expected a whole number from 1 to 2147483647, got -1"],
    [
      "2^31",
      hubSpotDefined(279, 2 ** 31),
      "inputs[0].maxToObjectIds: expected a whole number from 1 to 2147483647, got 2147483648",
    ],
    [
      "a text",
      { ...hubSpotDefined(279), maxToObjectIds: "5" },
      'inputs[0].maxToObjectIds: expected a whole number from 1 to 2147483647, got "5"',
    ],
  ] as const)
    it(`${what} is no limit`, async () => {
      const { status, body } = await ask(await started(), "POST", update("contacts/companies"), { inputs: [input] });
      expect([status, withoutCorrelationId(body)]).to.deep.equal([
        400,
        { status: "error", message: `Invalid input JSON: ${message}`, category: "VALIDATION_ERROR" },
      ]);
    });

  for (const [what, body] of [
    ["no JSON", "{"],
    ["no inputs", {}],
    ["inputs that are no list", { inputs: 1 }],
    ["an input without a type", { inputs: [{ category: "HUBSPOT_DEFINED", maxToObjectIds: 1 }] }],
    ["an input without a category", { inputs: [{ typeId: 279, maxToObjectIds: 1 }] }],
    ["an unknown category", { inputs: [{ category: "MINE", typeId: 279, maxToObjectIds: 1 }] }],
    ["an input without a limit", { inputs: [hubSpotDefined(279)] }],
  ] as const)
    it(`${what} is refused`, async () => {
      const sandbox = await started();
      const answer = await ask(sandbox, "POST", update("contacts/companies"), body);
      expect(answer.status).to.equal(400);
      expect(withoutCorrelationId(answer.body)).to.deep.include({ status: "error", category: "VALIDATION_ERROR" });
      expect(sandbox.state().portals[0]?.limits).to.deep.equal([]);
    });

  for (const [method, path] of [
    ["GET", "/crm/v3/objects/contacts"],
    ["GET", "/crm/associations/2024-01/definitions/configurations/all"],
    ["DELETE", all],
    ["GET", `${configurations}/contacts/`],
    ["GET", `${configurations}/%/contacts`],
    ["GET", "/"],
  ] as const)
    it(`${method} ${path} is served by nobody`, async () => {
      const { status, body } = await ask(await started(), method, path);
      expect([status, withoutCorrelationId(body)]).to.deep.equal([
        404,
        { status: "error", message: "resource not found" },
      ]);
    });
});
