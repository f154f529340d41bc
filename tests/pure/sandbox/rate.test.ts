import { expect } from "chai";
import type { DirectSandbox } from "../../../sandbox";
import { admit, noUsage, quotaOf } from "../../../sandbox/rate";
import { ask, configurations, started, withoutCorrelationId } from "./helper";

const all = `${configurations}/all`;
const rateHeaders = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("x-hubspot-ratelimit")));

describe("sandbox: the rolling window", () => {
  const quota = quotaOf("free", false, { max: 2 });
  const admissions = (times: ReadonlyArray<number>): ReadonlyArray<boolean> => {
    let usage = noUsage;
    return times.map((now) => {
      const admission = admit(usage, now, quota);
      usage = admission.usage;
      return admission.refusedBy === null;
    });
  };

  it("lets through as many as fit into any window, and no more", () => {
    expect(admissions([0, 9_000, 9_999, 10_000, 10_001, 18_999, 19_000])).to.deep.equal([
      ...[true, true, false],
      ...[true, false, false],
      true,
    ]);
  });

  it("does not count what it refused", () => {
    expect(admissions([0, 1, 2, 3, 9_999, 10_000, 10_001])).to.deep.equal([
      ...[true, true],
      ...[false, false, false],
      ...[true, true],
    ]);
  });

  it("allows what the plans allow, and 110 to OAuth apps", () => {
    const window = { policy: "TEN_SECONDLY_ROLLING", windowMilliseconds: 10_000, othersPerWindow: 0 };
    expect((["free", "professional", "enterprise"] as const).map((plan) => quotaOf(plan, false))).to.deep.equal([
      { ...window, max: 100, daily: 250_000 },
      { ...window, max: 190, daily: 625_000 },
      { ...window, max: 190, daily: 1_000_000 },
    ]);
    expect(quotaOf("enterprise", true)).to.deep.equal({ ...window, max: 110, daily: null });
  });

  it("of a second is a tenth of that of ten seconds", () => {
    const secondly = { policy: "SECONDLY", windowMilliseconds: 1_000, othersPerWindow: 0 };
    expect(quotaOf("free", false, { policy: "SECONDLY" })).to.deep.equal({ ...secondly, max: 10, daily: 250_000 });
    expect(quotaOf("free", true, { policy: "SECONDLY" })).to.deep.equal({ ...secondly, max: 11, daily: null });
    expect(quotaOf("free", false, { policy: "SECONDLY", max: 4 }, 7)).to.deep.equal({ ...secondly, max: 4, daily: 7 });
  });
});

describe("sandbox: quota", () => {
  it("shows in the headers of every answer", async () => {
    const sandbox = await started({ plan: "free" });
    await ask(sandbox, "GET", all);
    const { headers } = await ask(sandbox, "GET", `${configurations}/widgets/deals`);
    expect(rateHeaders(headers)).to.deep.equal({
      "x-hubspot-ratelimit-max": "100",
      "x-hubspot-ratelimit-remaining": "98",
      "x-hubspot-ratelimit-interval-milliseconds": "10000",
      "x-hubspot-ratelimit-daily": "250000",
      "x-hubspot-ratelimit-daily-remaining": "249998",
    });
  });

  it("refuses what is over it with 429, until the window has moved on", async () => {
    let now = 0;
    const sandbox = await started({ quota: { max: 2, windowMilliseconds: 1_000 }, clock: () => now });
    await ask(sandbox, "GET", all);
    now = 500;
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    const refused = await ask(sandbox, "GET", all);
    expect([refused.status, withoutCorrelationId(refused.body)]).to.deep.equal([
      429,
      {
        status: "error",
        message: "You have reached your ten_secondly_rolling limit.",
        errorType: "RATE_LIMIT",
        policyName: "TEN_SECONDLY_ROLLING",
      },
    ]);
    expect(refused.headers.get("x-hubspot-ratelimit-remaining")).to.equal("0");
    now = 1_000;
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    expect((await ask(sandbox, "GET", all)).status).to.equal(429);
  });

  it("belongs to the portal: its tokens share it, other portals do not", async () => {
    const portals = [{ portalId: 1, tokens: ["a", "b"] }, { portalId: 2 }];
    const sandbox = await started({ portals, quota: { max: 1 } });
    const statuses = [];
    for (const token of ["a", "b", "sandbox-token-2"])
      statuses.push((await ask({ ...sandbox, token }, "GET", all)).status);
    expect(statuses).to.deep.equal([200, 429, 200]);
  });

  it("is fresh after a reset, and not after a new state", async () => {
    const sandbox = await started({ quota: { max: 1 } });
    await ask(sandbox, "GET", all);
    sandbox.setState(sandbox.state());
    expect((await ask(sandbox, "GET", all)).status).to.equal(429);
    sandbox.reset();
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
  });

  it("is that of the portal's plan, where it names one", async () => {
    const sandbox = await started({ plan: "free", portals: [{ portalId: 1, plan: "enterprise" }] });
    const { headers } = await ask(sandbox, "GET", all);
    expect(headers.get("x-hubspot-ratelimit-max")).to.equal("190");
  });

  it("of a second is refused in its own words", async () => {
    let now = 0;
    const sandbox = await started({ quota: { policy: "SECONDLY", max: 1 }, clock: () => now });
    const first = await ask(sandbox, "GET", all);
    expect([first.status, first.headers.get("x-hubspot-ratelimit-interval-milliseconds")]).to.deep.equal([200, "1000"]);
    now = 999;
    const refused = await ask(sandbox, "GET", all);
    expect([refused.status, withoutCorrelationId(refused.body)]).to.deep.equal([
      429,
      {
        status: "error",
        message: "You have reached your secondly limit.",
        errorType: "RATE_LIMIT",
        policyName: "SECONDLY",
      },
    ]);
    now = 1_000;
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
  });

  it("lets through all of several hundred simultaneous requests that fit, and no more", async () => {
    const sandbox = await started({ plan: "free" });
    const statuses = await Promise.all(
      Array.from({ length: 150 }, async () => (await ask(sandbox, "GET", all)).status),
    );
    expect(statuses.filter((status) => status === 200)).to.have.length(100);
    expect(statuses.filter((status) => status === 429)).to.have.length(50);
  });
});

/** The status of an answer, and what is left of the window and of the day. */
const spent = async (sandbox: Pick<DirectSandbox, "handle" | "token">): Promise<ReadonlyArray<unknown>> => {
  const { status, headers } = await ask(sandbox, "GET", all);
  return [
    status,
    headers.get("x-hubspot-ratelimit-remaining"),
    headers.get("x-hubspot-ratelimit-daily"),
    headers.get("x-hubspot-ratelimit-daily-remaining"),
  ];
};

describe("sandbox: the daily quota", () => {
  it("is refused as DAILY once it is spent, however long one waits that day", async () => {
    let now = 0;
    const sandbox = await started({ dailyQuota: 2, quota: { max: 9 }, clock: () => now });
    expect(await spent(sandbox)).to.deep.equal([200, "8", "2", "1"]);
    expect(await spent(sandbox)).to.deep.equal([200, "7", "2", "0"]);
    now = 86_399_999;
    const refused = await ask(sandbox, "GET", all);
    expect([refused.status, withoutCorrelationId(refused.body)]).to.deep.equal([
      429,
      { status: "error", message: "You have reached your daily limit.", errorType: "RATE_LIMIT", policyName: "DAILY" },
    ]);
    expect(await spent(sandbox)).to.deep.equal([429, "9", "2", "0"]);
    now = 86_400_000;
    expect(await spent(sandbox)).to.deep.equal([200, "8", "2", "1"]);
  });

  it("does not count what the window refused", async () => {
    let now = 0;
    const sandbox = await started({ dailyQuota: 2, quota: { max: 1 }, clock: () => now });
    expect(await spent(sandbox)).to.deep.equal([200, "0", "2", "1"]);
    expect(await spent(sandbox)).to.deep.equal([429, "0", "2", "1"]);
    now = 10_000;
    expect(await spent(sandbox)).to.deep.equal([200, "0", "2", "0"]);
  });

  it("belongs to each portal, and is fresh after a reset", async () => {
    const sandbox = await started({ portals: [{ portalId: 1, tokens: ["a"] }, { portalId: 2 }], dailyQuota: 1 });
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    expect((await ask(sandbox, "GET", all)).status).to.equal(429);
    expect((await ask({ ...sandbox, token: "sandbox-token-2" }, "GET", all)).status).to.equal(200);
    sandbox.reset();
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
  });
});

describe("sandbox: another integration", () => {
  it("takes its part of each window at even distances, so that less remains than was spent", async () => {
    let now = 0;
    const quota = { max: 10, windowMilliseconds: 1_000, othersPerWindow: 4 };
    const sandbox = await started({ quota, dailyQuota: 100, clock: () => now });
    const seen = [];
    for (now of [0, 249, 250, 999, 1_000, 1_001, 5_000]) seen.push([now, ...(await spent(sandbox))]);
    expect(seen).to.deep.equal([
      [0, 200, "9", "100", "99"],
      [249, 200, "8", "100", "98"],
      [250, 200, "6", "100", "96"],
      [999, 200, "3", "100", "93"],
      [1_000, 200, "2", "100", "91"],
      [1_001, 200, "1", "100", "90"],
      [5_000, 200, "5", "100", "73"],
    ]);
  });

  it("leaves the rest of each window, and no more", async () => {
    let now = 0;
    const quota = { max: 10, windowMilliseconds: 1_000, othersPerWindow: 7 };
    const sandbox = await started({ quota, clock: () => now });
    await ask(sandbox, "GET", all);
    now = 2_000;
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await ask(sandbox, "GET", all)).status);
    expect(statuses).to.deep.equal([200, 200, 200, 429, 429]);
  });

  it("spends the day of a portal, too", async () => {
    let now = 0;
    const quota = { max: 10, othersPerWindow: 5 };
    const sandbox = await started({ quota, dailyQuota: 20, clock: () => now });
    await ask(sandbox, "GET", all);
    now = 36_000;
    expect(await spent(sandbox)).to.deep.equal([200, "4", "20", "0"]);
    expect(await spent(sandbox)).to.deep.equal([429, "4", "20", "0"]);
    now = 86_400_000;
    expect(await spent(sandbox)).to.deep.equal([200, "4", "20", "19"]);
  });
});
