/** Lookups of a program: whom they ask, how often, what stays secret, and what they say where nothing is found. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { Sandbox } from "../../../sandbox";
import type { AssociationTypeArgs, PairArgs } from "../../../sdk";
import {
  getAssociationType,
  getAssociationTypeOutput,
  getAssociationTypes,
  getAssociationTypesOutput,
  Provider,
} from "../../../sdk";
import { expectNoLeak } from "../../support/leaks/expectNoLeak";
import { openSandbox, secretsOf } from "../../support/sandbox";
import { startProgram, valueOf } from "../../pure/sdk/helper";

const pair = { fromObjectType: "contacts", toObjectType: "companies" };
const between = { from: "contacts", to: "companies" };
const labels = [
  { ...between, typeId: 36, inverseTypeId: 37, label: "Decision maker", inverseLabel: "Decided by" },
  { ...between, typeId: 38, inverseTypeId: 39, label: "Champion", inverseLabel: "Championed by" },
];
const decisionMaker = { category: "USER_DEFINED", typeId: 36 };
const account = "/account-info/v3/details";
const contactsToCompanies = "contacts/companies/labels";

/** What a lookup was rejected with, as Pulumi shows it. */
const rejection = async (lookup: Promise<unknown>): Promise<string> => {
  try {
    await lookup;
  } catch (error) {
    if (pulumi.RunError.isInstance(error)) return error.message;
    throw error;
  }
  return "nothing is rejected";
};

/** What a program would see of an output, and whether it is secret; `"not known"` where it would see nothing. */
const seen = async (output: pulumi.Output<unknown>): Promise<{ readonly value: unknown; readonly secret: boolean }> => {
  let value: unknown = "not known";
  const secret = await pulumi.isSecret(
    output.apply((known) => {
      value = known;
    }),
  );
  return { value, secret };
};

describe("lookups", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await openSandbox();
  });
  after(() => sandbox.close());

  const stack = (more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
    "hubspot:accessToken": sandbox.token,
    "hubspot:baseUrl": sandbox.url,
    ...more,
  });

  beforeEach(async () => {
    sandbox.reset();
    sandbox.setState({
      portals: [
        { portalId: 111, labels },
        { portalId: 222, labels: labels.map((label) => ({ ...label, typeId: label.typeId + 100 })) },
      ],
    });
    await startProgram(stack());
  });

  /** Which requests there were, such as `GET contacts/companies/labels`. */
  const asked = (): ReadonlyArray<string> =>
    sandbox.requests().map(({ path }) => path.replace(/^\/crm\/associations\/[^/]+\//, ""));

  const tokenOf = (portalId: number): string =>
    sandbox.credentials().find((credential) => credential.portalId === portalId)?.secret ?? "";

  const providerOf = (portalId: number, accessToken: pulumi.Input<string> = tokenOf(portalId)): Provider =>
    new Provider(`portal-${portalId}`, { accessToken, portalId, baseUrl: sandbox.url });

  it("list the association types of a pair, HubSpot's own among them, with the stack's configuration", async () => {
    const { types, ...about } = await getAssociationTypes({ fromObjectType: "0-1", toObjectType: "Company" });
    expect(about).to.deep.equal({ ...pair, portalId: 111 });
    expect(types).to.deep.include.members([
      { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary" },
      { category: "HUBSPOT_DEFINED", typeId: 279 },
      { ...decisionMaker, label: "Decision maker" },
    ]);
    expect(asked()).to.deep.equal([account, contactsToCompanies]);
  });

  it("find the type that a label means, with just what names it in a limit", async () => {
    expect([
      await getAssociationType({ ...pair, label: "Decision maker" }),
      await getAssociationType({ ...pair, label: "Primary" }),
    ]).to.deep.equal([decisionMaker, { category: "HUBSPOT_DEFINED", typeId: 1 }]);
  });

  it("ask nobody for the own association of HubSpot's object types, not even without credentials", async () => {
    await startProgram();
    expect(await getAssociationType({ ...pair, unlabeled: true })).to.deep.equal({
      category: "HUBSPOT_DEFINED",
      typeId: 279,
    });
    expect(asked()).to.deep.equal([]);
  });

  it("find a custom object by its plain name, and its own association", async () => {
    sandbox.setState({
      portals: [
        {
          portalId: 111,
          objectTypes: [{ objectTypeId: "2-123", name: "car" }],
          labels: [
            { from: "car", to: "contacts", typeId: 51, inverseTypeId: 52, label: null },
            { from: "car", to: "contacts", typeId: 53, inverseTypeId: 54, label: "Driver", inverseLabel: "Drives" },
          ],
        },
      ],
    });
    const cars = { fromObjectType: "car", toObjectType: "contacts" };
    expect([
      await getAssociationType({ ...cars, unlabeled: true }),
      await getAssociationType({ ...cars, label: "Driver" }),
    ]).to.deep.equal([
      { category: "USER_DEFINED", typeId: 51 },
      { category: "USER_DEFINED", typeId: 53 },
    ]);
    expect(asked()).to.deep.equal([account, "/crm-object-schemas/v3/schemas", "2-123/contacts/labels"]);
  });

  it("ask once for a pair in a run, also at the same time and in every spelling, and again in the next run", async () => {
    await Promise.all([
      getAssociationTypes(pair),
      getAssociationTypes({ fromObjectType: "contact", toObjectType: "0-2" }),
      getAssociationType({ ...pair, label: "Champion" }),
      valueOf(getAssociationTypesOutput(pair)),
    ]);
    await getAssociationType({ ...pair, label: "Decision maker" });
    expect(asked()).to.deep.equal([account, contactsToCompanies]);
    await startProgram(stack());
    await getAssociationTypes(pair);
    expect(asked()).to.deep.equal([account, contactsToCompanies, account, contactsToCompanies]);
  });

  it("ask each portal with its own token, and keep their answers apart", async () => {
    const provider = providerOf(222);
    expect([
      await getAssociationType({ ...pair, label: "Champion" }, { provider }),
      await getAssociationType({ ...pair, label: "Champion" }),
    ]).to.deep.equal([
      { category: "USER_DEFINED", typeId: 138 },
      { category: "USER_DEFINED", typeId: 38 },
    ]);
    expect(sandbox.requests().map(({ portalId }) => portalId)).to.deep.equal([222, 222, 111, 111]);
  });

  it("ask with a provider whose token is a promise or an output, and the answer is no secret", async () => {
    const provider = providerOf(222, pulumi.secret(Promise.resolve(tokenOf(222))));
    const label = pulumi.output("Champion");
    const champion = { category: "USER_DEFINED", typeId: 138 };
    expect(await seen(getAssociationTypeOutput({ ...pair, label }, { provider }))).to.deep.equal({
      value: champion,
      secret: false,
    });
    expect(await getAssociationType({ ...pair, label: "Champion" }, { provider })).to.deep.equal(champion);
    const { value, secret } = await seen(getAssociationTypesOutput(pair, { provider }));
    expect(secret).to.equal(false);
    await expectNoLeak(secretsOf(sandbox), [{ where: "the answer", bytes: Buffer.from(JSON.stringify(value)) }]);
  });

  it("leave the token a secret, and answer in secret where an argument is one", async () => {
    const provider = providerOf(222, pulumi.secret(tokenOf(222)));
    const label = pulumi.secret("Champion");
    expect(await seen(getAssociationTypeOutput({ ...pair, label }, { provider }))).to.deep.equal({
      value: { category: "USER_DEFINED", typeId: 138 },
      secret: true,
    });
    expect(await pulumi.isSecret(provider.accessToken)).to.equal(true);
  });

  it("know nothing yet, and ask nobody, where a preview does not know an argument or the provider's token", async () => {
    const unknown = pulumi.output([pulumi.unknown]).apply(String);
    const provider = providerOf(222, unknown);
    const notKnown = { value: "not known", secret: false };
    expect([
      await seen(getAssociationTypesOutput(pair, { provider })),
      await seen(getAssociationTypeOutput({ ...pair, label: unknown })),
      await seen(getAssociationTypeOutput({ ...pair, unlabeled: true, toObjectType: unknown })),
      await seen(getAssociationTypeOutput({ ...pair, label: "Champion" }, { provider }).typeId),
    ]).to.deep.equal([notKnown, notKnown, notKnown, notKnown]);
    expect(await rejection(getAssociationTypes(pair, { provider }))).to.equal(
      `getAssociationTypes contacts/companies: the hubspot.Provider "portal-222" is not known yet, since a value of it comes from a resource that this preview would create; use getAssociationTypesOutput, whose result is known when that is`,
    );
    expect(asked()).to.deep.equal([]);
  });

  it("name the labels that there are where one is not found, the nearest first, and the other direction", async () => {
    expect([
      await rejection(getAssociationType({ ...pair, label: "Champoin" })),
      await rejection(getAssociationType({ ...pair, label: "Decided by" })),
      await rejection(getAssociationType({ fromObjectType: "deals", toObjectType: "quotes", label: "Champion" })),
    ]).to.deep.equal([
      `getAssociationType contacts/companies: label: the portal has no label "Champoin" from contacts to companies; this pair has "Champion", "Primary", "Decision maker", "Billing Contact"`,
      `getAssociationType contacts/companies: label: the portal has no label "Decided by" from contacts to companies; this pair has "Primary", "Decision maker", "Champion", "Billing Contact"; "Decided by" is of the other direction, companies to contacts`,
      `getAssociationType deals/quotes: label: the portal has no label "Champion" from deals to quotes; it has none there, so make the label first`,
    ]);
  });

  it("name both types where a label means two", async () => {
    sandbox.setState({ portals: [{ portalId: 111, labels: labels.map((one) => ({ ...one, label: "Champion" })) }] });
    expect(await rejection(getAssociationType({ ...pair, label: "Champion" }))).to.equal(
      `getAssociationType contacts/companies: label: this means USER_DEFINED 36 and USER_DEFINED 38 from contacts to companies; write { category, typeId, maxToObjectIds } to say which`,
    );
  });

  it("say what resources say where the configuration is not right", async () => {
    const failures: Array<string> = [];
    const configurations: ReadonlyArray<Readonly<Record<string, string>>> = [
      { "hubspot:baseUrl": sandbox.url },
      stack({ "hubspot:portalId": "999" }),
      stack({ "hubspot:portalId": "mine" }),
    ];
    for (const configuration of configurations) {
      await startProgram(configuration);
      failures.push(await rejection(getAssociationTypes(pair)));
    }
    expect(failures).to.deep.equal([
      "getAssociationTypes contacts/companies: no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN (OAuth by refresh token: hubspot:clientId, hubspot:clientSecret and hubspot:refreshToken)",
      "getAssociationTypes contacts/companies: the token of the stack configuration (hubspot:accessToken) belongs to portal 111, but the configuration means portal 999 (portalId); give the token of that portal, or correct portalId; nothing was read or written",
      'getAssociationTypes contacts/companies: hubspot:portalId "mine" is not the id of a portal; write its number, such as 12345678',
    ]);
    expect(asked()).to.deep.equal([account]);
  });

  it("say which token HubSpot does not accept, and never show it", async () => {
    const provider = providerOf(222, "a-token-that-nobody-knows");
    const message = await rejection(getAssociationTypes(pair, { provider }));
    expect(message).to.match(
      /^getAssociationTypes contacts\/companies: asking which portal the token belongs to: HubSpot does not accept the access token \(401\); .*give a valid token in the hubspot\.Provider "portal-222"/,
    );
    expect(message).not.to.contain("a-token-that-nobody-knows");
  });

  it("say it where the portal has no such object type", async () => {
    expect(await rejection(getAssociationTypes({ fromObjectType: "contcts", toObjectType: "companies" }))).to.equal(
      `getAssociationTypes contcts/companies: fromObjectType: "contcts" is none of HubSpot's object types, and the portal has no custom objects; did you mean "contacts"?`,
    );
  });

  it("tell mistakes of a program without types by their fields, before anybody is asked", async () => {
    const typed = (more: object): Promise<unknown> =>
      getAssociationType({ ...pair, ...more } as unknown as AssociationTypeArgs);
    const all = (args: unknown): Promise<unknown> => getAssociationTypes(args as PairArgs);
    expect(
      await Promise.all([
        rejection(typed({ label: "" })),
        rejection(typed({ label: "Champion", unlabeled: true })),
        rejection(typed({ unlabeled: false })),
        rejection(typed({ label: undefined })),
        rejection(typed({ lable: "Champion" })),
        rejection(typed({ label: pulumi.output("Champion") })),
        rejection(all({ fromObjectType: "contacts", toObjectType: 5 })),
        rejection(all(undefined)),
      ]),
    ).to.deep.equal([
      `getAssociationType: label: "" is no label; write the label's text as label, or unlabeled: true for the pair's own association`,
      "getAssociationType: label: stands beside unlabeled; keep one of the two",
      "getAssociationType: unlabeled: false names no association type; write the label's text as label, or unlabeled: true for the pair's own association",
      "getAssociationType: label: missing; write the label's text as label, or unlabeled: true for the pair's own association",
      `getAssociationType: lable: there is no such key (its value is "Champion"); did you mean "label"?`,
      "getAssociationType: label: this is an output; use getAssociationTypeOutput, which waits for its value",
      `getAssociationTypes: toObjectType: 5 is no object type; write for example "contacts"`,
      [
        `getAssociationTypes: fromObjectType: missing; write for example "contacts"`,
        `getAssociationTypes: toObjectType: missing; write for example "contacts"`,
      ].join("\n"),
    ]);
    expect(asked()).to.deep.equal([]);
  });

  it("ask again after a failure that may pass", async () => {
    const unavailable = { status: 400, body: { status: "error", message: "not now" } };
    sandbox.faults([{ match: { path: "labels" }, times: 1, fault: unavailable }]);
    expect(await rejection(getAssociationTypes(pair))).to.contain("HubSpot says: not now");
    expect((await getAssociationTypes(pair)).portalId).to.equal(111);
  });
});
