import { expect } from "chai";
import type { Sandbox } from "../../../sandbox";
import { ask, started } from "./helper";
import { configurations, hubSpotDefined } from "../../pure/sandbox/helper";

const all = `${configurations}/all`;
const path = `${configurations}/contacts/companies/batch/update`;
const body = { inputs: [hubSpotDefined(279, 5)] };
const limit = { from: "contacts", to: "companies", ...hubSpotDefined(279, 5) };

const limits = (sandbox: Sandbox): unknown => sandbox.state().portals[0]?.limits;

/** `lost` where no answer came. */
const outcome = async (asked: Promise<{ readonly status: number }>): Promise<number | string> => {
  try {
    return (await asked).status;
  } catch {
    return "lost";
  }
};

/** So many requests have come. There is no event for what is looked at from outside. */
const came = async (sandbox: Sandbox, requests: number): Promise<void> => {
  while (sandbox.requests().length < requests) await new Promise((resolve) => setImmediate(resolve));
};

/** What a client gets that asks, and gives up once the sandbox has so many requests. */
const givenUp = async (sandbox: Sandbox, requests: number): Promise<number | string> => {
  const give = new AbortController();
  const asked = outcome(fetch(`${sandbox.url}${all}`, { signal: give.signal }));
  await came(sandbox, requests);
  give.abort();
  return asked;
};

describe("sandbox: faults on a connection", () => {
  it("reset: the connection breaks, and nothing takes effect", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, fault: "reset" }]);
    expect(await outcome(ask(sandbox, "POST", path, body))).to.equal("lost");
    expect(limits(sandbox)).to.deep.equal([]);
    expect((await ask(sandbox, "POST", path, body)).status).to.equal(200);
  });

  it("applied-then-reset: the connection breaks after the write", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, fault: "applied-then-reset" }]);
    expect(await outcome(ask(sandbox, "POST", path, body))).to.equal("lost");
    expect(limits(sandbox)).to.deep.equal([limit]);
  });

  it("truncate: the answer breaks off after the write", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, fault: "truncate" }]);
    const response = await fetch(`${sandbox.url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${sandbox.token}` },
      body: JSON.stringify(body),
    });
    expect(response.status).to.equal(200);
    expect(await response.text().catch(() => "broken")).to.equal("broken");
    expect(limits(sandbox)).to.deep.equal([limit]);
  });

  it("hang: no answer comes, nothing takes effect, and the sandbox still closes", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, times: 2, fault: "hang" }]);
    const hanging = outcome(ask(sandbox, "POST", path, body));
    expect(await givenUp(sandbox, 2)).to.equal("lost");
    expect(limits(sandbox)).to.deep.equal([]);
    await sandbox.close();
    expect(await hanging).to.equal("lost");
  });

  it("delay: the write takes effect at once, the answer comes later", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, fault: { delay: 30 } }]);
    expect((await ask(sandbox, "POST", path, body)).status).to.equal(200);
    expect(sandbox.requests()[0]?.milliseconds).to.be.at.least(29);
    expect(limits(sandbox)).to.deep.equal([limit]);
  });

  it("delay: a long one keeps neither a client that gives up nor the close", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, times: 2, fault: { delay: 3_600_000 } }]);
    const waiting = outcome(ask(sandbox, "GET", all));
    expect(await givenUp(sandbox, 2)).to.equal("lost");
    await sandbox.close();
    expect(await waiting).to.equal("lost");
  });

  it("hold: the write takes effect at once, the answer comes when it is released", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: { method: "POST" }, fault: "hold" }]);
    const waiting = ask(sandbox, "POST", path, body);
    while (sandbox.requests().length < 1) await ask(sandbox, "GET", "/__sandbox/state");
    expect([limits(sandbox), sandbox.requests()[0]?.fault, sandbox.requests()[0]?.status]).to.deep.equal([
      [limit],
      "hold",
      null,
    ]);
    expect((await ask(sandbox, "POST", "/__sandbox/release")).body).to.deep.equal({ released: 1 });
    expect((await waiting).status).to.equal(200);
    expect(sandbox.release()).to.equal(0);
  });

  it("hold: keeps neither a client that gives up nor the close", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, times: 2, fault: "hold" }]);
    const waiting = outcome(ask(sandbox, "GET", all));
    expect(await outcome(fetch(`${sandbox.url}${all}`, { signal: AbortSignal.timeout(20) }))).to.equal("lost");
    await sandbox.close();
    expect(await waiting).to.equal("lost");
  });

  it("hit requests only while so many are under way", async () => {
    const sandbox = await started();
    sandbox.faults([
      { match: { path: "/deals" }, times: 2, fault: "hang" },
      { match: { underWay: 3 }, times: 9, fault: { status: 503 } },
    ]);
    const read = async () => (await ask(sandbox, "GET", all)).status;
    const statuses = [await read()];
    const give = new AbortController();
    const hanging = [];
    for (const n of [1, 2]) {
      hanging.push(outcome(fetch(`${sandbox.url}${configurations}/deals/companies`, { signal: give.signal })));
      while (sandbox.requests().filter((entry) => entry.fault === "hang").length < n)
        await new Promise((resolve) => setImmediate(resolve));
      statuses.push(await read());
    }
    give.abort();
    expect(await Promise.all(hanging)).to.deep.equal(["lost", "lost"]);
    while ((await read()) === 503);
    expect(statuses).to.deep.equal([200, 200, 503]);
  });
});
