import { expect } from "chai";
import { admit, emptyWindow, quotas } from "../../../sandbox/rate";
import type { RateWindow } from "../../../sandbox/rate";
import { ask, configurations, started, withoutCorrelationId } from "./helper";

const all = `${configurations}/all`;
const rateHeaders = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("x-hubspot-ratelimit")));

describe("sandbox: the rolling window", () => {
  const quota = { max: 2, windowMilliseconds: 10_000, daily: 5 };
  const admissions = (times: ReadonlyArray<number>): ReadonlyArray<boolean> => {
    let window: RateWindow = emptyWindow;
    return times.map((now) => {
      const admission = admit(window, now, quota);
      window = admission.window;
      return admission.admitted;
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

  it("allows what the plans allow", () => {
    expect(quotas).to.deep.equal({
      free: { max: 100, windowMilliseconds: 10_000, daily: 250_000 },
      professional: { max: 190, windowMilliseconds: 10_000, daily: 625_000 },
      enterprise: { max: 190, windowMilliseconds: 10_000, daily: 1_000_000 },
    });
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

  it("lets through all of several hundred simultaneous requests that fit, and no more", async () => {
    const sandbox = await started({ plan: "free" });
    const statuses = await Promise.all(
      Array.from({ length: 150 }, async () => (await ask(sandbox, "GET", all)).status),
    );
    expect(statuses.filter((status) => status === 200)).to.have.length(100);
    expect(statuses.filter((status) => status === 429)).to.have.length(50);
  });
});
