import { expect } from "chai";
import type { JournalEntry } from "../../../sandbox";
import { ask, configurations, hubSpotDefined, started } from "./helper";

const all = `${configurations}/all`;
const path = `${configurations}/contacts/companies/batch/update`;

const withoutTimes = (entries: ReadonlyArray<JournalEntry>): ReadonlyArray<unknown> =>
  entries.map(({ milliseconds, at, ...rest }, i) => {
    expect(at).to.be.at.least(entries[i - 1]?.at ?? 0);
    if (rest.status !== null) expect(milliseconds).to.be.at.least(0);
    return rest;
  });

describe("sandbox: the journal", () => {
  it("says what was asked, by whom, and how it was answered", async () => {
    const sandbox = await started({ portals: [{ portalId: 7 }] });
    const body = { inputs: [hubSpotDefined(279, 5)] };
    await ask(sandbox, "GET", `${all}?hapikey=secret`);
    await ask(sandbox, "POST", path, body);
    await ask(sandbox, "POST", path, "no JSON");
    await ask(sandbox, "GET", all, undefined, { authorization: "Bearer garbage" });
    await ask(sandbox, "GET", "/nowhere");
    expect(withoutTimes(sandbox.requests())).to.deep.equal([
      { n: 1, method: "GET", path: all, portalId: 7, status: 200 },
      { n: 2, method: "POST", path, portalId: 7, status: 200, requestBody: body },
      { n: 3, method: "POST", path, portalId: 7, status: 400, requestBody: "no JSON" },
      { n: 4, method: "GET", path: all, status: 401 },
      { n: 5, method: "GET", path: "/nowhere", status: 404 },
    ]);
  });

  it("says which fault was played", async () => {
    const sandbox = await started({ portals: [{ portalId: 7 }] });
    sandbox.faults([
      { match: {}, fault: "reset" },
      { match: {}, fault: "applied-then-reset" },
      { match: {}, fault: { status: 503 } },
    ]);
    for (let i = 0; i < 3; i += 1) await ask(sandbox, "GET", all).catch(() => undefined);
    expect(withoutTimes(sandbox.requests())).to.deep.equal([
      { n: 1, method: "GET", path: all, status: null, fault: "reset" },
      { n: 2, method: "GET", path: all, status: null, portalId: 7, fault: "applied-then-reset" },
      { n: 3, method: "GET", path: all, status: 503, fault: "status 503" },
    ]);
  });

  it("is read over HTTP, from a number on, and does not speak of that", async () => {
    const sandbox = await started();
    await ask(sandbox, "GET", all);
    await ask(sandbox, "GET", `${configurations}/contacts/deals`);
    const { status, body } = await ask(sandbox, "GET", "/__sandbox/requests");
    expect([status, body]).to.deep.equal([200, { requests: sandbox.requests() }]);
    const since = await ask(sandbox, "GET", "/__sandbox/requests?since=1");
    expect(since.body).to.deep.equal({ requests: sandbox.requests().slice(1) });
    expect(sandbox.requests(1)).to.deep.equal(sandbox.requests().slice(1));
    expect(sandbox.requests()).to.have.length(2);
  });

  it("never holds a token, wherever it was sent", async () => {
    const sandbox = await started({ accessToken: "a-secret-token" });
    await ask(sandbox, "GET", all);
    await ask(sandbox, "GET", `${all}?access_token=a-secret-token`);
    await ask(sandbox, "GET", all, undefined, { authorization: "Bearer another-secret-token" });
    expect(sandbox.requests()).to.have.length(3);
    expect(JSON.stringify((await ask(sandbox, "GET", "/__sandbox/requests")).body)).not.to.contain("secret-token");
  });

  it("begins anew with a reset, and a request from before does not come into it", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, fault: { delay: 20 } }]);
    const late = ask(sandbox, "GET", all);
    while (sandbox.requests().length === 0) await new Promise((resolve) => setImmediate(resolve));
    sandbox.reset();
    await ask(sandbox, "GET", "/account-info/v3/details");
    await late;
    expect(withoutTimes(sandbox.requests())).to.deep.equal([
      { n: 1, method: "GET", path: "/account-info/v3/details", portalId: sandbox.portalId, status: 200 },
    ]);
  });
});
