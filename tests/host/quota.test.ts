/** A quota that does not come back in time, and one that is spent for today, end the run. */
import { expect } from "chai";
import type { StandingLimit } from "../../sandbox";
import { idOf, portalWith, standingLimits } from "../support/manyPairs";
import type { Failed, Host } from "./harness";
import { scenes } from "./support/scene";
import { checked, messageOf, ofLabel, succeeded, unlabeled } from "./support/values";

const limits = standingLimits(120);
const portal = portalWith(limits);

const change = (host: Host, { from, to, typeId }: StandingLimit): Promise<object | Failed> => {
  const pair = `${idOf(from)}/${idOf(to)}`;
  const type = { category: "USER_DEFINED", typeId };
  const old = { ...checked(pair, [ofLabel(typeId, 1)]), resolved: [type], results: [], others: [], previous: [] };
  return host.update(pair, { ...old, portalId: 111 }, checked(pair, [ofLabel(typeId, 2)]));
};

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
      const answers = await Promise.all(limits.map((limit) => change(host, limit)));
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
