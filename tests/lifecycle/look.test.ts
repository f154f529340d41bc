import { expect } from "chai";
import * as O from "fp-ts/Option";
import type { Properties } from "../../provider/lifecycle/resource";
import { UNKNOWN } from "../../provider/unknown";
import type { FaultRule, PortalInput, DirectSandbox } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import type { Process } from "../support/provider/process";
import { atHome, newProcess } from "../support/provider/process";

const hubSpotDefined = (typeId: number, maxToObjectIds: unknown) => ({
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});
const userDefined = (typeId: number, maxToObjectIds: unknown) => ({ category: "USER_DEFINED", typeId, maxToObjectIds });
const unlabeled = (maxToObjectIds: unknown) => ({ unlabeled: true, maxToObjectIds });

const inputs = (limits: unknown, more: Properties = {}): Properties => ({
  fromObjectType: "contacts",
  toObjectType: "companies",
  limits,
  ...more,
});

const pair = { from: "contacts", to: "companies" };
const standing: Partial<PortalInput> = {
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [
    { ...pair, typeId: 36, inverseTypeId: 37, label: "Decision maker", inverseLabel: "Decided by" },
    { ...pair, typeId: 38, inverseTypeId: 39, label: "Champion", inverseLabel: "Championed by" },
  ],
  limits: [
    { ...pair, category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 },
    { ...pair, category: "USER_DEFINED", typeId: 36, maxToObjectIds: 3 },
  ],
};

describe("a look at the portal", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [{ portalId: 111 }], quota: { max: 1_000_000 } });
  });

  interface Seen {
    readonly failures: ReadonlyArray<string>;
    readonly said: ReadonlyArray<string>;
    readonly asked: ReadonlyArray<string>;
  }

  const looked = async (
    news: Properties,
    options: {
      readonly olds?: Properties;
      readonly portal?: Partial<PortalInput>;
      readonly faults?: ReadonlyArray<FaultRule>;
      readonly process?: Process;
    } = {},
  ): Promise<Seen> => {
    sandbox.reset();
    sandbox.setState({ portals: [{ portalId: 111, ...(options.portal ?? standing) }] });
    sandbox.faults(options.faults ?? []);
    const { resource, runtime } = options.process ?? newProcess(sandbox);
    const { failures } = await resource.check(options.olds ?? {}, news)();
    return {
      failures,
      said: runtime.said,
      asked: sandbox.requests().map(({ path }) => path.replace(/^.*\/(definitions\/configurations|v4)\//, "")),
    };
  };
  const account = "/account-info/v3/details";

  it("says nothing where nothing stands that would change", async () => {
    expect(await looked(inputs([unlabeled(10), hubSpotDefined(1, 5), userDefined(38, 1)]))).to.deep.equal({
      failures: [],
      said: [],
      asked: [account, "contacts/companies/labels", "all"],
    });
  });

  it("says what would be overwritten, from what to what", async () => {
    const { failures, said } = await looked(inputs([unlabeled(5), userDefined(36, 4)]));
    expect([failures, said]).to.deep.equal([
      [],
      [
        'contacts/companies: this changes what stands in the portal: HUBSPOT_DEFINED 279 ("Contact to company") from 10 to 5',
        'contacts/companies: this changes what stands in the portal: USER_DEFINED 36 ("Decision maker") from 3 to 4',
      ],
    ]);
  });

  it("says, with the pair, that a label is taken in other capitals, and nothing of one that is written alike", async () => {
    const { failures, said } = await looked(
      inputs([
        { label: "DECISION maker", maxToObjectIds: 3 },
        { label: "Champion", maxToObjectIds: 2 },
      ]),
    );
    expect([failures, said]).to.deep.equal([
      [],
      [
        'contacts/companies: limits[0].label: "DECISION maker" is taken to mean "Decision maker", as the portal writes it',
      ],
    ]);
  });

  it("says what an authoritative resource would take away, and asks for the whole pair", async () => {
    const { failures, said, asked } = await looked(inputs([unlabeled(10)], { authoritative: true }));
    expect([failures, said, asked]).to.deep.equal([
      [],
      [
        'contacts/companies: this changes what stands in the portal: USER_DEFINED 36 ("Decision maker") from 3 to no limit',
      ],
      [account, "contacts/companies"],
    ]);
  });

  it("fails where onCreate says so, for limits to change and limits to take away", async () => {
    const { failures, said } = await looked(inputs([unlabeled(5)], { authoritative: true, onCreate: "fail" }));
    expect([failures, said]).to.deep.equal([
      [
        'contacts/companies: the portal has limits of its own that would change (HUBSPOT_DEFINED 279 ("Contact to company") from 10 to 5, USER_DEFINED 36 ("Decision maker") from 3 to no limit), and onCreate is "fail"; set onCreate: "adopt" to take them over, or declare what stands there',
      ],
      [],
    ]);
  });

  it("lets onCreate: fail pass where the same stands, and where the resource is not new", async () => {
    expect((await looked(inputs([unlabeled(10)], { onCreate: "fail" }))).failures).to.deep.equal([]);
    const olds = inputs([unlabeled(10)], { onCreate: "fail" });
    const { failures, said } = await looked(inputs([unlabeled(10), userDefined(36, 1)], { onCreate: "fail" }), {
      olds,
    });
    expect([failures, said.length]).to.deep.equal([[], 1]);
  });

  it("fails on a type that the pair lacks, and names those it has, and the other direction where it is meant", async () => {
    expect((await looked(inputs([userDefined(36, 3), userDefined(37, 1), userDefined(99, 1)]))).failures).to.deep.equal(
      [
        'limits[1].typeId: the portal has no USER_DEFINED 37 between contacts and companies; 37 ("Decided by") is of the other direction, companies to contacts; this pair has 36 ("Decision maker"), 38 ("Champion")',
        'limits[2].typeId: the portal has no USER_DEFINED 99 between contacts and companies; this pair has 36 ("Decision maker"), 38 ("Champion")',
      ],
    );
    expect((await looked(inputs([userDefined(99, 1)]), { portal: {} })).failures).to.deep.equal([
      "limits[0].typeId: the portal has no USER_DEFINED 99 between contacts and companies; it has none there, so make the label first",
    ]);
  });

  it("says what HubSpot will refuse because of an undeclared limit of the pair", async () => {
    const { failures, said } = await looked(inputs([userDefined(38, 11), hubSpotDefined(1, 10)]));
    expect([failures, said]).to.deep.equal([
      [],
      [
        "contacts/companies: HubSpot will refuse limits[0] (USER_DEFINED 38 to 11), because the pair as a whole is limited to 10 in the portal; raise that limit, or declare it with { unlabeled: true, … }",
      ],
    ]);
  });

  it("fails on an object type that the portal lacks", async () => {
    const { failures } = await looked(inputs([userDefined(1, 1)], { toObjectType: "2-999" }));
    expect(failures.map((text) => text.replace(/correlationId .*/, "correlationId"))).to.deep.equal([
      "reading the association types of contacts to 2-999: the portal has no such object type (400); HubSpot says: Unable to infer object type from: 2-999; correct the object type, or create the custom object first; correlationId",
    ]);
  });

  describe("is taken", () => {
    const olds = inputs([unlabeled(10), userDefined(36, 3)]);
    const table: ReadonlyArray<readonly [string, Properties, Properties, taken: boolean]> = [
      ["for a new resource", {}, olds, true],
      ["for a type that is new", olds, inputs([unlabeled(10), hubSpotDefined(1, 3)]), true],
      ["for a resource that becomes authoritative", olds, { ...olds, authoritative: true }, true],
      [
        "for another pair",
        olds,
        { ...olds, limits: [hubSpotDefined(280, 1)], fromObjectType: "companies", toObjectType: "contacts" },
        true,
      ],
      ["not for a number that changes", olds, inputs([unlabeled(9), userDefined(36, 2)]), false],
      ["not for a type that goes", olds, inputs([unlabeled(10)]), false],
      [
        "not for another spelling",
        olds,
        inputs([userDefined(36, 3), hubSpotDefined(279, 10)], { fromObjectType: "0-1" }),
        false,
      ],
      ["not for what is not known yet", olds, inputs([unlabeled(UNKNOWN), UNKNOWN]), false],
    ];
    for (const [what, before, news, taken] of table) {
      it(what, async () => {
        const process = newProcess(sandbox);
        const old = before === olds ? atHome(process, olds) : before;
        expect((await looked(news, { olds: old, process })).asked.length > 0).to.equal(taken);
      });
    }

    it("not where it is switched off", async () => {
      const process = newProcess(sandbox, { previewChecks: false });
      // Whose the token is, is asked all the same: it is noted in the inputs.
      expect(await looked(inputs([unlabeled(5)]), { process })).to.deep.equal({
        failures: [],
        said: [],
        asked: [account],
      });
    });

    it("not where the configuration is not known yet", async () => {
      const process = newProcess(sandbox, { notKnownYet: true, identity: O.none });
      expect(await looked(inputs([unlabeled(5)]), { process })).to.deep.equal({ failures: [], said: [], asked: [] });
    });

    it("once by all resources of a run", async () => {
      const process = newProcess(sandbox);
      await looked(inputs([unlabeled(10)]), { process });
      const again = await process.resource.check(
        {},
        inputs([hubSpotDefined(280, 1)], { fromObjectType: "companies", toObjectType: "contacts" }),
      )();
      expect(again.failures).to.deep.equal([]);
      expect(sandbox.requests().length).to.equal(2);
    });
  });

  describe("that gets no answer", () => {
    const said503 =
      "the portal could not be looked at, so what stands there is not shown; reading the portal's limits: HubSpot is not available (503); run again later";

    it("fails nothing, is tried once and told once", async () => {
      const process = newProcess(sandbox);
      const faults: ReadonlyArray<FaultRule> = [{ match: { path: "/all" }, times: 100, fault: { status: 503 } }];
      expect(await looked(inputs([unlabeled(5)]), { process, faults })).to.deep.equal({
        failures: [],
        said: [said503],
        asked: [account, "all"],
      });
      await process.resource.check({}, inputs([unlabeled(5)], { toObjectType: "deals" }))();
      expect([sandbox.requests().length, process.runtime.said.length, process.runtime.slept]).to.deep.equal([2, 1, []]);
    });

    it("is told once by many at the same time", async () => {
      const process = newProcess(sandbox);
      sandbox.reset();
      sandbox.faults([{ match: {}, times: 100, fault: "reset" }]);
      const checks = ["companies", "deals", "tickets"].map((toObjectType) =>
        process.resource.check({}, inputs([unlabeled(5)], { toObjectType }))(),
      );
      expect((await Promise.all(checks)).flatMap(({ failures }) => failures)).to.deep.equal([]);
      expect(process.runtime.said.length).to.equal(1);
    });

    it("does not keep the create from being more patient", async () => {
      const process = newProcess(sandbox);
      const faults: ReadonlyArray<FaultRule> = [{ match: { path: "/all" }, times: 2, fault: { status: 503 } }];
      await looked(inputs([unlabeled(5)]), { process, faults });
      const { inputs: news } = await process.resource.check({}, inputs([unlabeled(5)]))();
      const created = await process.resource.create(news)();
      expect(created._tag).to.equal("Right");
    });
  });

  it("with a token that is not accepted fails, with where the token comes from", async () => {
    const process = newProcess({ ...sandbox, token: "wrong" });
    const { failures, said } = await looked(inputs([unlabeled(5)]), { process });
    expect(failures.length).to.equal(1);
    expect(failures[0]).to.contain("does not accept the access token");
    expect(failures[0]).to.contain("the stack configuration (hubspot:accessToken)");
    expect(said).to.deep.equal([]);
  });

  it("with a token of another portal than is meant fails, and looks no further", async () => {
    const process = newProcess(sandbox, { portalId: O.some(222) });
    const { failures, asked } = await looked(inputs([unlabeled(5)]), { process });
    expect([failures.length, asked]).to.deep.equal([1, [account]]);
    expect(failures[0]).to.contain("belongs to portal 111, but the configuration means portal 222");
  });

  it("with a token that may not read schemas says how to write a custom object, where it would need one", async () => {
    const forbidden = { status: 403, body: { status: "error", category: "MISSING_SCOPES", message: "no" } };
    const faults: ReadonlyArray<FaultRule> = [
      { match: { path: "/crm-object-schemas/" }, times: 100, fault: forbidden },
    ];
    const seen = async (fromObjectType: string, toObjectType: string) =>
      (await looked(inputs([userDefined(1, 1)], { fromObjectType, toObjectType }), { faults })).failures;
    const told = (path: string): string =>
      `${path}: "car" cannot be found among the portal's custom objects, because the access token needs scopes that it does not have (403); add the scope to the service key or app in HubSpot, or write "p111_car" or the object's id`;
    expect(await seen("car", "p111_car")).to.deep.equal([told("fromObjectType")]);
    expect(await seen("car", "car")).to.deep.equal([told("fromObjectType"), told("toObjectType")]);
    expect((await seen("contacts", "p111_car")).join()).to.contain("the portal has no USER_DEFINED 1");
  });

  it("without a token says what to set", async () => {
    const process = newProcess(sandbox, { identity: O.none });
    expect((await looked(inputs([unlabeled(5)]), { process })).failures).to.deep.equal([
      "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN (OAuth by refresh token: hubspot:clientId, hubspot:clientSecret and hubspot:refreshToken)",
    ]);
  });
});
