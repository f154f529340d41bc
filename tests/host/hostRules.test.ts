/**
 * What Pulumi's dynamic host demands of a provider, asked of the real process: what it passes on, what would be lost,
 * and what its user would see.
 */
import { expect } from "chai";
import itself from "../../package.json";
import { scenes } from "./support/scene";
import { checked, declared, ofLabel, ofType, succeeded, text, unlabeled, withoutTimes } from "./support/values";

const pair = "contacts/companies";
const standing = (typeId: number, maxToObjectIds: number) => ({
  from: "contacts",
  to: "companies",
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});

describe("what the provider process returns", () => {
  const begin = scenes();

  it("from check: the inputs with names normalized and defaults filled in", async () => {
    const { host } = await begin();
    expect(await host.check({}, declared("0-1/Company", [unlabeled(5)]))).to.deep.equal({
      inputs: { ...checked(pair, [unlabeled(5)]), ...text },
      failures: [],
    });
  });

  it("from create: the id as a text, and all inputs and outputs", async () => {
    const { host, limits } = await begin({ portal: { limits: [standing(279, 10)] } });
    const inputs = checked(pair, [unlabeled(5), ofType(1, 1)]);
    const { id, properties } = succeeded(await host.create(inputs));
    expect(id).to.equal(pair);
    expect(withoutTimes(properties)).to.deep.equal({
      ...inputs,
      resolved: [
        { category: "HUBSPOT_DEFINED", typeId: 279 },
        { category: "HUBSPOT_DEFINED", typeId: 1 },
      ],
      results: [
        { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
        { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 1 },
      ],
      others: [],
      previous: [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
      portalId: 111,
      fromObjectTypeId: "0-1",
      toObjectTypeId: "0-2",
      status: "COMPLETE",
      ...text,
    });
    expect(limits()).to.deep.equal({ "contacts/companies 1": 1, "contacts/companies 279": 5 });
  });

  it("from update: all inputs and outputs too, though only the difference is sent", async () => {
    const { host, sandbox } = await begin();
    const created = succeeded(await host.create(checked(pair, [unlabeled(5), ofType(1, 1)])));
    const before = sandbox.requests().length;
    const inputs = checked(pair, [ofType(1, 2), unlabeled(5)], { onDelete: "purge" });
    const { properties } = succeeded(await host.update(pair, created.properties, inputs));
    expect(sandbox.requests(before).flatMap(({ requestBody }) => requestBody ?? [])).to.deep.equal([
      { inputs: [ofType(1, 2)] },
    ]);
    expect(withoutTimes(properties)).to.deep.equal({
      ...withoutTimes(created.properties),
      ...inputs,
      resolved: [
        { category: "HUBSPOT_DEFINED", typeId: 1 },
        { category: "HUBSPOT_DEFINED", typeId: 279 },
      ],
      results: [
        { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 2 },
        { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
      ],
    });
  });

  it("where HubSpot leaves out all that it may: nothing that cannot cross", async () => {
    const { host, sandbox } = await begin();
    const results = [{ category: "HUBSPOT_DEFINED", typeId: 279, label: null, userEnforcedMaxToObjectIds: 5 }];
    const body = { results, errors: null, links: null, status: null, extra: { deep: [null] } };
    sandbox.faults([{ match: { method: "POST" }, fault: { status: 200, body } }]);
    const inputs = checked(pair, [unlabeled(5)]);
    expect(await host.create(inputs)).to.deep.equal({
      id: pair,
      properties: {
        ...inputs,
        resolved: [{ category: "HUBSPOT_DEFINED", typeId: 279 }],
        results: [{ category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 }],
        others: [],
        previous: [],
        portalId: 111,
        fromObjectTypeId: "0-1",
        toObjectTypeId: "0-2",
        ...text,
      },
    });
  });

  it("from read: what stands now, in the outputs and in the inputs", async () => {
    const { host, nextHost, sandbox } = await begin();
    const created = succeeded(await host.create(checked(pair, [ofType(1, 1), unlabeled(5)])));
    sandbox.setState({ portals: [{ portalId: 111, limits: [standing(1, 1), standing(279, 7)] }] });
    const limits = [ofType(1, 1), unlabeled(7)];
    const drifted = { ...created.properties, limits };
    expect(await (await nextHost()).read(pair, created.properties)).to.deep.equal({
      id: pair,
      properties: {
        ...drifted,
        results: [
          { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 1 },
          { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 7 },
        ],
      },
      inputs: { ...checked(pair, limits), ...text },
    });
  });

  it("from read where nothing stands any more: no id, by which the engine knows that it is gone", async () => {
    const { host, nextHost, sandbox } = await begin();
    const created = succeeded(await host.create(checked(pair, [unlabeled(5)])));
    sandbox.setState({ portals: [{ portalId: 111 }] });
    expect(await (await nextHost()).read(pair, created.properties)).to.deep.equal({
      id: "",
      properties: text,
      inputs: undefined,
    });
  });

  it("from read of a state that some other release wrote: what its inputs alone tell", async () => {
    const { host } = await begin({ portal: { limits: [standing(279, 7)] } });
    const read = succeeded(await host.read(pair, checked(pair, [unlabeled(5)])));
    expect(read).to.deep.equal({
      id: pair,
      properties: {
        ...checked(pair, [unlabeled(7)]),
        resolved: [{ category: "HUBSPOT_DEFINED", typeId: 279 }],
        results: [{ category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 7 }],
        others: [],
        ...text,
      },
      inputs: { ...checked(pair, [unlabeled(7)]), ...text },
    });
  });

  it("from delete: nothing, and what stood before stands again", async () => {
    const { host, nextHost, limits } = await begin({ portal: { limits: [standing(279, 10)] } });
    const created = succeeded(await host.create(checked(pair, [unlabeled(5), ofType(1, 1)])));
    expect(await (await nextHost()).delete(pair, created.properties)).to.equal(undefined);
    expect(limits()).to.deep.equal({ "contacts/companies 279": 10 });
  });

  it("from diff: whether something changes and what makes it another resource, whatever the provider's text", async () => {
    const { host } = await begin();
    const olds = checked(pair, [unlabeled(5), ofType(1, 1)]);
    const answers = await Promise.all([
      host.diff(pair, { ...olds, __provider: "an older text" }, checked(pair, [ofType(1, 1), unlabeled(5)])),
      host.diff(pair, olds, checked(pair, [unlabeled(6), ofType(1, 1)])),
      host.diff(pair, olds, checked("contacts/deals", [unlabeled(5)])),
    ]);
    expect(answers).to.deep.equal([
      { changes: "DIFF_NONE", replaces: [], deleteBeforeReplace: false },
      { changes: "DIFF_SOME", replaces: [], deleteBeforeReplace: false },
      { changes: "DIFF_SOME", replaces: ["toObjectType"], deleteBeforeReplace: false },
    ]);
  });
});

describe("a failure in the provider process", () => {
  const begin = scenes();
  const refusal = {
    status: 400,
    body: { status: "error", message: "The portal says no.", category: "VALIDATION_ERROR", correlationId: "c-1" },
  };
  const because = "HubSpot refused (400); HubSpot says: The portal says no; correct what HubSpot names, then run again";
  const inputs = checked(pair, [unlabeled(5), ofLabel(37, 2)]);

  it("of which a part stands keeps that part, with the provider's text and all inputs, and reasons that stand alone", async () => {
    const { host, limits } = await begin({ switches: { mixedBatch: "applyValid" } });
    const failed = await host.create(inputs);
    const reason =
      "contacts/companies: USER_DEFINED 37 to 2 was refused by HubSpot: 2-37 is not a valid association type between CONTACT and COMPANY; correct it and run pulumi again";
    if (!("partial" in failed) || failed.partial === undefined) throw new Error(JSON.stringify(failed));
    const { errors, numErrors, ...kept } = withoutTimes(failed.partial.properties);
    expect({ ...failed, partial: { ...failed.partial, properties: kept } }).to.deep.equal({
      error: reason,
      code: "UNKNOWN",
      partial: {
        id: pair,
        properties: {
          ...checked(pair, [unlabeled(5)]),
          resolved: [{ category: "HUBSPOT_DEFINED", typeId: 279 }],
          results: [{ category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 }],
          others: [],
          previous: [],
          portalId: 111,
          fromObjectTypeId: "0-1",
          toObjectTypeId: "0-2",
          status: "COMPLETE",
          ...text,
        },
        reasons: [reason],
      },
    });
    expect([numErrors, Array.isArray(errors)]).to.deep.equal([1, true]);
    expect(limits()).to.deep.equal({ "contacts/companies 279": 5 });
    expect(host.printed()).to.equal("");
  });

  it("of which nothing stands is an error and nothing else, so that no state is made of it", async () => {
    const { host, sandbox } = await begin();
    sandbox.faults([{ match: { method: "POST" }, fault: refusal }]);
    expect(await host.create(inputs)).to.deep.equal({
      error: `setting limits of contacts to companies: ${because}; correlationId c-1`,
      code: "UNKNOWN",
    });
    expect(host.printed()).to.equal("");
  });

  it("of a read, a delete or a diff says itself once: the process prints no stack beside it", async () => {
    const { host, sandbox } = await begin();
    const reading = `reading the portal's limits: ${because}; correlationId c-1`;
    sandbox.faults([{ match: { path: "/all$" }, times: 2, fault: refusal }]);
    const failures = [await host.read(pair, inputs), await host.delete(pair, inputs)];
    expect(failures).to.deep.equal(failures.map(() => ({ error: reading, code: "UNKNOWN" })));
    expect(host.printed()).to.match(/^(: \n)*$/);
  });

  it("of a `.get` whose pair has no limit says that it does not exist", async () => {
    const { host } = await begin();
    expect(await host.read(pair, {})).to.deep.equal({
      error: "contacts/companies: the configuration does not exist: portal 111 has no limit on this pair",
      code: "UNKNOWN",
    });
  });

  it("of a check is a failure and never an error, without a property, which the engine would print badly", async () => {
    const { host } = await begin();
    const news = { limits: "?", onCreate: [1], strange: { deep: [null] } };
    expect(await host.check({ limits: { no: "list" } }, news)).to.deep.equal({
      inputs: { ...news, authoritative: false, onDelete: "restore", ...text },
      failures: [
        `strange: there is no such key (its value is {"deep":[null]}); the keys here are fromObjectType, toObjectType, limits, authoritative, onCreate, onDelete`,
        'fromObjectType: missing; write for example "contacts"',
        'toObjectType: missing; write for example "contacts"',
        'limits: "?" is no list; write for example [{ unlabeled: true, maxToObjectIds: 5 }]',
        'onCreate: [1] is none of "adopt", "fail"',
      ].map((reason) => ({ property: "", reason })),
    });
    expect(host.printed()).to.equal("");
  });
});

describe("the configuration of the provider process", () => {
  const begin = scenes();
  const inputs = declared(pair, [unlabeled(5)]);

  it("is there for the first calls, though all of them come at once", async () => {
    const { host, requests } = await begin();
    const answers = await Promise.all(Array.from({ length: 20 }, () => host.check({}, inputs)));
    expect(answers).to.deep.equal(
      answers.map(() => ({ inputs: { ...checked(pair, [unlabeled(5)]), ...text }, failures: [] })),
    );
    expect(requests()).to.deep.equal(["GET account", "GET all"]);
  });

  it("is asked for the portal once, however many resources are made at once", async () => {
    const { host, requests } = await begin();
    const pairs = ["contacts/companies", "companies/contacts", "deals/contacts", "contacts/deals", "deals/companies"];
    const created = await Promise.all(pairs.map((each) => host.create(checked(each, [unlabeled(5)]))));
    expect(created.map((each) => succeeded(each).id)).to.deep.equal(pairs);
    expect([...requests()].sort()).to.deep.equal(
      ["GET account", "GET all", ...pairs.map((each) => `POST ${each}/batch/update`)].sort(),
    );
  });

  const garbage: ReadonlyArray<readonly [string, unknown, string]> = [
    ["hubspot:accessToken", 5, "is empty; give the token of a service key or private app"],
    ["hubspot:accessToken", { nested: ["t"] }, "is empty; give the token of a service key or private app"],
    ["hubspot:baseUrl", ["https://api.hubapi.com"], "is not a URL; write for example https://api.hubapi.com"],
    ["hubspot:portalId", {}, '"[object Object]" is not the id of a portal; write its number, such as 12345678'],
    ["hubspot:previewChecks", [], '"" is neither true nor false'],
  ];
  for (const [key, value, problem] of garbage) {
    it(`may hold ${JSON.stringify(value)} as ${key}: then check says so, and nothing else breaks`, async () => {
      const { host, sandbox } = await begin();
      const config = { "hubspot:accessToken": sandbox.token, "hubspot:baseUrl": sandbox.url, [key]: value };
      expect(await host.configure(config)).to.equal(undefined);
      expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([
        { property: "", reason: `${key} ${problem}` },
      ]);
      expect(await host.create(checked(pair, [unlabeled(5)]))).to.deep.equal({
        error: `${key} ${problem}`,
        code: "UNKNOWN",
      });
      expect([sandbox.requests(), host.printed()]).to.deep.equal([[], ""]);
    });
  }

  it("may be empty: what has not changed needs none", async () => {
    const { host, sandbox } = await begin({ config: {} });
    expect(succeeded(await host.check(checked(pair, [unlabeled(5)]), inputs)).failures).to.deep.equal([]);
    expect(sandbox.requests()).to.deep.equal([]);
  });
});

describe("a kind of resource that this release does not know", () => {
  const begin = scenes();

  it("is answered by what to do, whatever is asked of it", async () => {
    const { host } = await begin({ kind: "Nope" });
    const error = `pulumi-hubspot-associations ${itself.version} knows no resource "Nope"; install the release that declared it, or a newer one`;
    const news = { anything: 1 };
    const __provider = `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("Nope")`;
    expect(await host.check({}, news)).to.deep.equal({
      inputs: { ...news, __provider },
      failures: [{ property: "", reason: error }],
    });
    const answers = [
      await host.diff("a", news, news),
      await host.create(news),
      await host.read("a", news),
      await host.update("a", news, news),
      await host.delete("a", news),
    ];
    expect(answers).to.deep.equal(answers.map(() => ({ error, code: "UNKNOWN" })));
    expect(host.printed()).to.match(/^(: \n)*$/);
  });
});
