/** How failures leave the real process: what the engine keeps, what the user reads, and that nothing else is printed. */
import { expect } from "chai";
import itself from "../../package.json";
import { scenes } from "./support/scene";
import { checked, ofLabel, text, unlabeled, withoutTimes, withoutHomes } from "./support/values";

const pair = "contacts/companies";

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
    expect(withoutHomes({ ...failed, partial: { ...failed.partial, properties: kept } })).to.deep.equal({
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
