/** Quotas that a company's other integrations share: none is overdrawn, and one that is spent for today ends the run. */
import { expect } from "chai";
import type { LabelInput, PortalInput, QuotaOptions, StandingLimit } from "../../sandbox";
import type { Failed, Host } from "./harness";
import type { Scene } from "./support/scene";
import { scenes } from "./support/scene";
import { checked, messageOf, ofLabel, succeeded, unlabeled } from "./support/values";

const count = 300;
const objects = Array.from({ length: 18 }, (_, i) => ({ objectTypeId: `2-${100 + i}`, name: `thing${i}` }));
/** Custom objects, each of them paired with each: more than enough directed pairs. */
const labels: ReadonlyArray<LabelInput> = objects.flatMap((to, j) =>
  objects.slice(0, j).map((from, i) => {
    const typeId = 1_000 + 2 * (j * objects.length + i);
    return { from: from.name, to: to.name, typeId, label: null };
  }),
);
const limits: ReadonlyArray<StandingLimit> = labels
  .flatMap(({ from, to, typeId }) => [
    { from, to, category: "USER_DEFINED", typeId, maxToObjectIds: 1 },
    { from: to, to: from, category: "USER_DEFINED", typeId: typeId + 1, maxToObjectIds: 1 },
  ])
  .slice(0, count);
const idOf = (name: string): string => objects.find((object) => object.name === name)?.objectTypeId ?? name;
const portal: Omit<PortalInput, "portalId"> = { objectTypes: objects, labels, limits };

const change = (host: Host, { from, to, typeId }: StandingLimit): Promise<object | Failed> => {
  const pair = `${idOf(from)}/${idOf(to)}`;
  const type = { category: "USER_DEFINED", typeId };
  const old = { ...checked(pair, [ofLabel(typeId, 1)]), resolved: [type], results: [], others: [], previous: [] };
  return host.update(pair, { ...old, portalId: 111 }, checked(pair, [ofLabel(typeId, 2)]));
};

/** Changes every limit, so many at a time: the engine's own default is four for each core. */
const changeAll = async (host: Host, parallel = 16): Promise<void> => {
  const waiting = [...limits];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) succeeded(await change(host, next));
  };
  await Promise.all(Array.from({ length: parallel }, worker));
};

const statuses = ({ sandbox }: Scene): ReadonlyArray<number | null> => sandbox.requests().map(({ status }) => status);

/** A portal's quota of 190 requests, in a window that tests can wait for. */
const quota = (more: QuotaOptions = {}): QuotaOptions => ({ windowMilliseconds: 4_000, ...more });

describe("300 changed pairs", () => {
  const begin = scenes();

  it("go out as fast as the quota lets them, at least 93 % of it used, and never faster", async () => {
    const scene = await begin({ portal, sandbox: { quota: quota() } });
    await changeAll(scene.host);
    expect(statuses(scene).filter((status) => status !== 200)).to.deep.equal([]);
    const moments = scene.sandbox.requests().map(({ at }) => at);
    const inFirstWindow = moments.filter((at) => at < (moments[0] ?? 0) + 4_000).length;
    console.log(
      `      ${inFirstWindow} of 190 requests of a window used: ${((inFirstWindow / 190) * 100).toFixed(1)} %`,
    );
    expect(inFirstWindow / 190).to.be.within(0.93, 1);
    expect(new Set(scene.sandbox.state().portals[0]?.limits.map(({ maxToObjectIds }) => maxToObjectIds))).to.deep.equal(
      new Set([2]),
    );
  });

  it("all come through while another integration takes half of the quota", async () => {
    const scene = await begin({ portal, sandbox: { quota: quota({ othersPerWindow: 95 }) } });
    await changeAll(scene.host);
    const refused = statuses(scene).filter((status) => status === 429).length;
    console.log(`      ${refused} of ${statuses(scene).length} requests were refused by the quota, and sent again`);
    expect(refused).to.be.at.most(count / 10);
  });

  it("all come through when all of them are sent at once", async () => {
    const scene = await begin({ portal, sandbox: { quota: quota({ othersPerWindow: 95 }) } });
    await changeAll(scene.host, count);
    expect(new Set(scene.sandbox.state().portals[0]?.limits.map(({ maxToObjectIds }) => maxToObjectIds))).to.deep.equal(
      new Set([2]),
    );
  });

  it("all come through within the second's quota of a portal", async () => {
    const policy = { policy: "SECONDLY", windowMilliseconds: 400, max: 60 } as const;
    const scene = await begin({ portal, sandbox: { quota: policy } });
    await changeAll(scene.host);
    expect(statuses(scene).filter((status) => status === 429).length).to.be.at.most(count / 10);
  });
});

describe("a quota", () => {
  const begin = scenes();
  const bodies = {
    "for the day": { policyName: "DAILY" },
    "for an hour": { policyName: "TEN_SECONDLY_ROLLING" },
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`spent ${what} that does not come back in time fails all resources at once, and not one after another`, async () => {
      const { host, sandbox } = await begin({ portal });
      succeeded(await host.create(checked("contacts/companies", [unlabeled(5)])));
      const fault = { status: 429, body, headers: { "retry-after": "3600" } };
      sandbox.faults([{ match: { method: "POST" }, fault }]);
      const before = sandbox.requests().length;
      expect(messageOf(await host.create(checked("deals/contacts", [unlabeled(5)])))).to.contain("429");
      const answers = await Promise.all(limits.slice(0, 120).map((limit) => change(host, limit)));
      for (const answer of answers) expect(messageOf(answer)).to.contain("429");
      // With a pause of a tenth of the window after each, this would come too late for any test.
      expect(sandbox.requests().length).to.equal(before + 1);
    });
  }
});

describe("a daily quota that is spent", () => {
  const begin = scenes();
  const pairs = ["contacts/companies", "companies/contacts", "deals/contacts", "contacts/deals", "deals/companies"];

  it("ends the run: what is under way is not sent again, nothing more leaves, and the message says until when", async () => {
    const { host, requests, sandbox, limits: standing } = await begin({ sandbox: { dailyQuota: 4 } });
    const answers = await Promise.all(pairs.map((pair) => host.create(checked(pair, [unlabeled(5)]))));
    const failed = answers.filter((answer) => "error" in answer);
    const writes = requests().filter((request) => request.startsWith("POST"));
    expect([failed.length, Object.keys(standing()).length]).to.deep.equal([3, 2]);
    expect(new Set(writes).size, "none is sent twice").to.equal(writes.length);
    const before = requests().length;
    const next = await host.create(checked("companies/deals", [unlabeled(5)]));
    expect(requests().length).to.equal(before);
    // The sandbox's portals are five hours behind UTC.
    const message =
      /^setting limits of .*: the portal's daily quota of API calls is spent \(429\); HubSpot says: You have reached your daily limit; run again after midnight of the portal's time zone, \d{4}-\d\d-\d\dT05:00Z; correlationId ID$/;
    for (const answer of [...failed, next]) expect(messageOf(answer)).to.match(message);
    expect(sandbox.requests().filter(({ status }) => status === 429).length).to.be.within(1, 3);
  });

  it("of which the account's answer itself tells leaves the hour open", async () => {
    const { sandbox, nextHost } = await begin({ sandbox: { dailyQuota: 1 } });
    await (await nextHost()).create(checked("contacts/companies", [unlabeled(5)]));
    const second = await nextHost();
    const asked = sandbox.requests().length;
    expect(messageOf(await second.create(checked("contacts/companies", [unlabeled(5)])))).to.match(
      /^asking which portal the token belongs to: .*; run again after midnight of the portal's time zone; correlationId ID$/,
    );
    expect(sandbox.requests().length).to.equal(asked + 1);
  });
});
