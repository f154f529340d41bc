/**
 * What Pulumi's dynamic host demands of results, asked of the real process: what it passes on, and what would be lost.
 */
import { expect } from "chai";
import { scenes } from "./support/scene";
import { checked, declared, ofType, succeeded, text, unlabeled, withoutTimes, withoutHomes } from "./support/values";

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
    expect(withoutHomes(await host.check({}, declared("0-1/Company", [unlabeled(5)])))).to.deep.equal({
      inputs: { ...checked(pair, [unlabeled(5)]), ...text },
      failures: [],
    });
  });

  it("from create: the id as a text, and all inputs and outputs", async () => {
    const { host, limits } = await begin({ portal: { limits: [standing(279, 10)] } });
    const inputs = checked(pair, [unlabeled(5), ofType(1, 1)]);
    const { id, properties } = succeeded(await host.create(inputs));
    expect(id).to.equal(pair);
    expect(withoutHomes(withoutTimes(properties))).to.deep.equal({
      ...inputs,
      resolved: [
        { category: "HUBSPOT_DEFINED", typeId: 279 },
        { category: "HUBSPOT_DEFINED", typeId: 1 },
      ],
      results: [
        { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
        { category: "HUBSPOT_DEFINED", typeId: 1, userEnforcedMaxToObjectIds: 1 },
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
        { category: "HUBSPOT_DEFINED", typeId: 1, userEnforcedMaxToObjectIds: 2 },
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
    expect(withoutHomes(await host.create(inputs))).to.deep.equal({
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
          { category: "HUBSPOT_DEFINED", typeId: 1, userEnforcedMaxToObjectIds: 1 },
          { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 7 },
        ],
      },
      inputs: { ...checked(pair, limits), ...text, __home: created.properties["__home"] },
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
    expect(withoutHomes(read)).to.deep.equal({
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
