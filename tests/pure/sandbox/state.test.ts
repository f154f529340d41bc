import { expect } from "chai";
import type { StateInput } from "../../../sandbox";
import { defaultSwitches } from "../../../sandbox/switches";
import { ask, configurations, hubSpotDefined, started, userDefined } from "./helper";

const statePath = "/__sandbox/state";
const all = `${configurations}/all`;

const written: StateInput = {
  portals: [
    {
      portalId: 7,
      accountType: "SANDBOX",
      plan: "free",
      tokens: ["a", { token: "b", missingScopes: ["crm.objects.contacts.read"] }, { token: "c", expired: true }],
      objectTypes: [{ objectTypeId: "2-123", name: "car" }],
      labels: [
        { from: "contact", to: "0-2", typeId: 10, label: "Decision maker", inverseLabel: "Decided by" },
        { from: "CAR", to: "contacts", typeId: 20, label: null },
        { from: "contacts", to: "contacts", typeId: 30, label: "Spouse" },
        { from: "contacts", to: "contacts", typeId: 31, label: "Parent", inverseLabel: "Child" },
        {
          from: "deals",
          to: "p7_car",
          typeId: 40,
          inverseTypeId: 50,
          label: "1st car",
          category: "INTEGRATOR_DEFINED",
          name: "first",
        },
      ],
      limits: [{ from: "0-1", to: "2-123", category: "USER_DEFINED", typeId: 21, maxToObjectIds: 3 }],
      recordUsage: [
        {
          from: "0-1",
          to: "p7_car",
          records: [
            { objectId: 1, associated: 4 },
            { objectId: 17_705_714_757, label: "Ada", associated: 3 },
          ],
        },
        { from: "car", to: "contact", records: [] },
      ],
    },
    { portalId: 8 },
  ],
  switches: { purgeStatus: 200, newObjectAssociations: "none" },
};

const read = {
  portals: [
    {
      portalId: 7,
      accountType: "SANDBOX",
      plan: "free",
      tokens: [
        { token: "a", missingScopes: [], expired: false },
        { token: "b", missingScopes: ["crm.objects.contacts.read"], expired: false },
        { token: "c", missingScopes: [], expired: true },
      ],
      objectTypes: [{ objectTypeId: "2-123", name: "car" }],
      labels: [
        {
          name: "decision_maker_10",
          from: "contacts",
          to: "companies",
          category: "USER_DEFINED",
          typeId: 10,
          label: "Decision maker",
          inverseTypeId: 11,
          inverseLabel: "Decided by",
        },
        {
          name: "car_to_contacts_20",
          from: "car",
          to: "contacts",
          category: "USER_DEFINED",
          typeId: 20,
          label: null,
          inverseTypeId: 21,
          inverseLabel: null,
        },
        {
          name: "spouse_30",
          from: "contacts",
          to: "contacts",
          category: "USER_DEFINED",
          typeId: 30,
          label: "Spouse",
          inverseTypeId: 30,
          inverseLabel: "Spouse",
        },
        {
          name: "parent_31",
          from: "contacts",
          to: "contacts",
          category: "USER_DEFINED",
          typeId: 31,
          label: "Parent",
          inverseTypeId: 32,
          inverseLabel: "Child",
        },
        {
          name: "first",
          from: "deals",
          to: "car",
          category: "INTEGRATOR_DEFINED",
          typeId: 40,
          label: "1st car",
          inverseTypeId: 50,
          inverseLabel: "1st car",
        },
      ],
      limits: [{ from: "contacts", to: "car", category: "USER_DEFINED", typeId: 21, maxToObjectIds: 3 }],
      recordUsage: [
        {
          from: "contacts",
          to: "car",
          records: [
            { objectId: 1, associated: 4 },
            { objectId: 17_705_714_757, label: "Ada", associated: 3 },
          ],
        },
        { from: "car", to: "contacts", records: [] },
      ],
    },
    {
      portalId: 8,
      accountType: "STANDARD",
      plan: "professional",
      tokens: [{ token: "sandbox-token-8", missingScopes: [], expired: false }],
      objectTypes: [],
      labels: [],
      limits: [],
    },
  ],
  switches: { ...defaultSwitches, purgeStatus: 200, newObjectAssociations: "none" },
};

describe("sandbox: state", () => {
  it("is, by itself, one empty portal with a token that everybody knows", async () => {
    const sandbox = await started();
    expect([sandbox.portalId, sandbox.token]).to.deep.equal([4242424, "sandbox-token-4242424"]);
    expect(sandbox.state()).to.deep.equal({
      portals: [
        {
          portalId: 4242424,
          accountType: "STANDARD",
          plan: "professional",
          tokens: [{ token: "sandbox-token-4242424", missingScopes: [], expired: false }],
          objectTypes: [],
          labels: [],
          limits: [],
        },
      ],
      switches: defaultSwitches,
    });
  });

  it("is put in place as people write it, and read back in full", async () => {
    const sandbox = await started();
    const put = await ask(sandbox, "PUT", statePath, written);
    expect([put.status, put.body]).to.deep.equal([200, read]);
    expect((await ask(sandbox, "GET", statePath)).body).to.deep.equal(read);
    expect(sandbox.state()).to.deep.equal(read);
  });

  it("that was read can be put in place, and stays the same", async () => {
    const sandbox = await started();
    sandbox.setState(written);
    sandbox.setState(sandbox.state());
    expect(sandbox.state()).to.deep.equal(read);
  });

  it("that is put in place without switches has those of the start", async () => {
    const sandbox = await started({ switches: { errorStatus: 200 }, plan: "enterprise" });
    sandbox.setState({ portals: [{ portalId: 1 }], switches: { errorStatus: 207, createStatus: 200 } });
    sandbox.setState({ portals: [{ portalId: 1 }] });
    expect(sandbox.state().switches).to.deep.equal({ ...defaultSwitches, errorStatus: 200 });
    expect(sandbox.state().portals[0]?.plan).to.equal("enterprise");
  });

  it("follows what is written", async () => {
    const sandbox = await started();
    const inputs = [hubSpotDefined(279, 5)];
    await ask(sandbox, "POST", `${configurations}/contact/0-2/batch/update`, { inputs });
    const limits = [{ from: "contacts", to: "companies", ...hubSpotDefined(279, 5) }];
    expect(sandbox.state().portals[0]?.limits).to.deep.equal(limits);
  });

  it("goes back to the start by a reset", async () => {
    const sandbox = await started({ portals: [{ portalId: 7, limits: [] }], switches: { noLabel: "null" } });
    const start = sandbox.state();
    sandbox.setState(written);
    await ask(sandbox, "POST", "/__sandbox/reset");
    expect(sandbox.state()).to.deep.equal(start);
  });

  it("of several portals is kept apart by their tokens", async () => {
    const sandbox = await started({ portals: [{ portalId: 1, tokens: ["a", "b"] }, { portalId: 2 }] });
    const as = (token: string) => ({ ...sandbox, token });
    const inputs = [hubSpotDefined(279, 5)];
    await ask(as("b"), "POST", `${configurations}/contacts/companies/batch/update`, { inputs });
    const row = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 };
    expect((await ask(as("a"), "GET", all)).body).to.deep.equal({ results: [row] });
    expect((await ask(as("sandbox-token-2"), "GET", all)).body).to.deep.equal({ results: [] });
    const account = await ask(as("sandbox-token-2"), "GET", "/account-info/v3/details");
    expect(Object(account.body).portalId).to.equal(2);
  });

  it("may give one type id to two pairs, which a portal's rows then do not tell apart", async () => {
    const labels = [
      { from: "contacts", to: "companies", typeId: 10, label: "One", name: "one" },
      { from: "contacts", to: "deals", typeId: 10, label: "Other", name: "other" },
    ];
    const limits = [
      { from: "contacts", to: "companies", ...userDefined(10, 1) },
      { from: "contacts", to: "deals", ...userDefined(10, 2) },
    ];
    const sandbox = await started({ portals: [{ portalId: 7, labels, limits }] });
    const rows = [
      { ...userDefined(10), label: "One", userEnforcedMaxToObjectIds: 1 },
      { ...userDefined(10), label: "Other", userEnforcedMaxToObjectIds: 2 },
    ];
    expect((await ask(sandbox, "GET", all)).body)
      .to.have.deep.property("results")
      .with.deep.members(rows);
  });

  const portal = { portalId: 7 };
  const label = { from: "contacts", to: "companies", typeId: 10, label: "One" };
  const wrong: ReadonlyArray<readonly [unknown, ReadonlyArray<string>]> = [
    [[], ["expected an object, got []", "portals: expected a list, got nothing", "portals: a sandbox needs a portal"]],
    [{ portals: [] }, ["portals: a sandbox needs a portal"]],
    [
      { portals: [{ portalId: "7", accounttype: "STANDARD" }] },
      [
        "portals[0].accounttype: there is no such key; known are portalId, accountType, plan, tokens, oauth, objectTypes, labels, nextTypeId, limits, recordUsage",
        'portals[0].portalId: expected a whole number from 1 to 2147483647, got "7"',
      ],
    ],
    [
      { portals: [portal, portal] },
      ["portals: the portal 7 stands there twice", "portals: the token sandbox-token-7 stands there twice"],
    ],
    [
      {
        portals: [
          { portalId: 1, tokens: ["x"] },
          { portalId: 2, tokens: ["x"] },
        ],
      },
      ["portals: the token x stands there twice"],
    ],
    [
      { portals: [{ ...portal, tokens: [{ token: "", expired: "yes" }] }] },
      [
        'portals[0].tokens[0].token: expected a text, got ""',
        'portals[0].tokens[0].expired: expected true or false, got "yes"',
      ],
    ],
    [
      { portals: [{ ...portal, accountType: "BIG", plan: "gold" }] },
      [
        'portals[0].accountType: expected one of STANDARD, DEVELOPER_TEST, SANDBOX, APP_DEVELOPER, got "BIG"',
        'portals[0].plan: expected one of free, professional, enterprise, got "gold"',
      ],
    ],
    [
      { portals: [{ ...portal, objectTypes: [{ objectTypeId: "0-1", name: "car" }] }] },
      ["portals[0].objectTypes[0].objectTypeId: a custom object type's id is like 2-123"],
    ],
    [
      { portals: [{ ...portal, labels: [{ ...label, to: "car" }] }] },
      ['portals[0].labels[0].to: there is no object type "car"; custom ones stand in the portal\'s objectTypes'],
    ],
    [
      { portals: [{ ...portal, labels: [label, { ...label, name: "other" }] }] },
      [
        "portals[0].labels: the association type contacts to companies: USER_DEFINED 10 stands there twice",
        "portals[0].labels: the association type companies to contacts: USER_DEFINED 11 stands there twice",
      ],
    ],
    [
      {
        portals: [
          {
            ...portal,
            labels: [
              { ...label, name: "a" },
              { ...label, typeId: 20, name: "a" },
            ],
          },
        ],
      },
      ["portals[0].labels: the name a stands there twice"],
    ],
    [
      { portals: [{ ...portal, limits: [{ from: "contacts", to: "deals", ...hubSpotDefined(279, 0) }] }] },
      [
        "portals[0].limits[0].maxToObjectIds: expected a whole number from 1 to 2147483647, got 0",
        "portals[0].limits[0]: the pair has no such association type: contacts to deals: HUBSPOT_DEFINED 279",
      ],
    ],
    [
      {
        portals: [
          {
            ...portal,
            recordUsage: [
              { from: "contacts", to: "deals", records: [{ objectId: 1, associated: 0 }] },
              { from: "contact", to: "0-3", records: [{ objectId: 2, associated: 1, name: "Ada" }] },
              {
                from: "contacts",
                to: "car",
                records: [
                  { objectId: 3, associated: 1 },
                  { objectId: 3, associated: 2 },
                ],
              },
              { from: "deals", to: "deals" },
            ],
          },
        ],
      },
      [
        "portals[0].recordUsage[0].records[0].associated: expected a whole number from 1 to 2147483647, got 0",
        "portals[0].recordUsage[1].records[0].name: there is no such key; known are objectId, label, associated",
        "portals[0].recordUsage[2].records: the record 3 stands there twice",
        'portals[0].recordUsage[2].to: there is no object type "car"; custom ones stand in the portal\'s objectTypes',
        "portals[0].recordUsage[3].records: expected a list, got nothing",
        "portals[0].recordUsage: the pair contacts to deals stands there twice",
      ],
    ],
    [
      { portals: [portal], switches: { errorStatus: 500, readsBehind: -1, fast: true } },
      [
        `switches.fast: there is no such key; known are ${Object.keys(defaultSwitches).join(", ")}`,
        "switches.errorStatus: expected one of 200, 207, got 500",
        "switches.readsBehind: expected a whole number from 0 to 2147483647, got -1",
      ],
    ],
  ];
  for (const [state, problems] of wrong)
    it(`that is wrong is refused and changes nothing: ${problems[0]}`, async () => {
      const sandbox = await started();
      const before = sandbox.state();
      const { status, body } = await ask(sandbox, "PUT", statePath, state);
      const error = `The state is wrong:\n${problems.map((problem) => `  ${problem}`).join("\n")}`;
      expect([status, body]).to.deep.equal([400, { error }]);
      expect(sandbox.state()).to.deep.equal(before);
    });

  it("that is no JSON is refused", async () => {
    const { status, body } = await ask(await started(), "PUT", statePath, "{");
    expect([status, body]).to.deep.equal([400, { error: "The body is no JSON" }]);
  });

  it("is not found under another path, which says what there is", async () => {
    const { status, body } = await ask(await started(), "DELETE", statePath);
    expect([status, Object(body).error]).to.deep.equal([404, "There is no DELETE /__sandbox/state"]);
  });
});
