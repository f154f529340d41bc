import { expect } from "chai";
import type { DirectSandbox, FaultRule } from "../../../sandbox";
import { ask, configurations, hubSpotDefined, started, withoutCorrelationId } from "./helper";

const all = `${configurations}/all`;
const path = `${configurations}/contacts/companies/batch/update`;
const body = { inputs: [hubSpotDefined(279, 5)] };
const limit = { from: "contacts", to: "companies", ...hubSpotDefined(279, 5) };

const limits = (sandbox: DirectSandbox): unknown => sandbox.state().portals[0]?.limits;

/** `lost` where no answer came. */
const outcome = async (asked: Promise<{ readonly status: number }>): Promise<number | string> => {
  try {
    return (await asked).status;
  } catch {
    return "lost";
  }
};

describe("sandbox: faults", () => {
  it("are set by the control path", async () => {
    const sandbox = await started();
    const rules = [{ match: { method: "GET", path: "configurations/all$" }, times: 1, fault: { status: 503 } }];
    expect((await ask(sandbox, "POST", "/__sandbox/faults", rules)).status).to.equal(204);
    expect((await ask(sandbox, "GET", all)).status).to.equal(503);
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
  });

  it("a status comes with its body and headers, and nothing takes effect", async () => {
    const sandbox = await started();
    const error = { status: "error", message: "Locked" };
    sandbox.faults([{ match: {}, fault: { status: 477, body: error, headers: { "retry-after": "3600" } } }]);
    const answer = await ask(sandbox, "POST", path, body);
    expect([answer.status, answer.body, answer.headers.get("retry-after")]).to.deep.equal([477, error, "3600"]);
    expect(answer.headers.get("content-type")).to.equal("application/json;charset=utf-8");
    expect(limits(sandbox)).to.deep.equal([]);
  });

  for (const text of ["<html>Bad gateway</html>", '{"results":[{"categ', ""])
    it(`a body that is a text is sent as it is: ${JSON.stringify(text)}`, async () => {
      const sandbox = await started();
      sandbox.faults([{ match: {}, fault: { status: 200, body: text } }]);
      const answer = await sandbox.handle({ method: "GET", path: all });
      if (answer._tag !== "Answered") throw new Error(answer._tag);
      expect(answer.body).to.equal(text);
      expect(answer.headers["content-type"]).to.equal(text === "" ? undefined : "text/html;charset=utf-8");
    });

  it("a status needs no body", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, fault: { status: 204 } }]);
    const answer = await ask(sandbox, "GET", all);
    expect([answer.status, answer.body]).to.deep.equal([204, undefined]);
  });

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

  it("hit the requests that match, so many times, after so many", async () => {
    const sandbox = await started();
    sandbox.faults([
      { match: { method: "post", path: "/contacts/" }, after: 1, times: 2, fault: { status: 502 } },
      { match: { path: "configurations/all" }, fault: { status: 503 } },
    ]);
    const statuses = [];
    for (const [method, at] of [
      ["POST", path],
      ["GET", `${configurations}/contacts/companies`],
      ["POST", path],
      ["GET", all],
      ["POST", path],
      ["POST", path],
      ["GET", all],
    ] as const)
      statuses.push((await ask(sandbox, method, at, method === "POST" ? body : undefined)).status);
    expect(statuses).to.deep.equal([200, 200, 502, 503, 502, 200, 200]);
  });

  it("the first that matches is played, and the next ones wait", async () => {
    const sandbox = await started();
    sandbox.faults([
      { match: {}, fault: { status: 502 } },
      { match: {}, fault: { status: 503 } },
    ]);
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await ask(sandbox, "GET", all)).status);
    expect(statuses).to.deep.equal([502, 503, 200]);
  });

  it("are replaced by new ones and ended by a reset", async () => {
    const sandbox = await started();
    const broken: FaultRule = { match: {}, times: 9, fault: { status: 502 } };
    sandbox.faults([broken]);
    sandbox.faults([]);
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    sandbox.faults([broken]);
    expect((await ask(sandbox, "POST", "/__sandbox/reset")).status).to.equal(204);
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
  });

  it("hit one portal's requests alone, by the token", async () => {
    const sandbox = await started({ portals: [{ portalId: 1, tokens: ["a", "b"] }, { portalId: 2 }] });
    sandbox.faults([{ match: { portalId: 1 }, times: 2, fault: { status: 502 } }]);
    const statuses = [];
    for (const token of ["sandbox-token-2", "garbage", "b", "a", "a"])
      statuses.push((await ask({ ...sandbox, token }, "GET", all)).status);
    statuses.push((await ask(sandbox, "GET", all, undefined, {})).status);
    expect(statuses).to.deep.equal([200, 401, 502, 502, 200, 401]);
  });

  it("count for each rule by itself, in whatever way the rule matches", async () => {
    const sandbox = await started({ portals: [{ portalId: 1, tokens: ["a"] }, { portalId: 2 }] });
    sandbox.faults([
      { match: { portalId: 1 }, after: 1, fault: { status: 502 } },
      { match: { method: "GET" }, after: 2, fault: { status: 503 } },
    ]);
    const statuses = [];
    for (const token of ["a", "sandbox-token-2", "a", "a"])
      statuses.push((await ask({ ...sandbox, token }, "GET", all)).status);
    expect(statuses).to.deep.equal([200, 200, 502, 503]);
  });

  it("come before authentication, and do not count for the quota", async () => {
    const sandbox = await started({ quota: { max: 1 } });
    sandbox.faults([{ match: {}, fault: { status: 502 } }]);
    expect((await ask(sandbox, "GET", all, undefined, {})).status).to.equal(502);
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
  });

  it("leave the control paths alone", async () => {
    const sandbox = await started();
    sandbox.faults([{ match: {}, fault: "reset" }]);
    expect((await ask(sandbox, "GET", "/__sandbox/state")).status).to.equal(200);
  });

  for (const [rules, problem] of [
    [{}, "expected a list, got {}"],
    [
      [{ match: {}, fault: "explode" }],
      '[0].fault: expected one of reset, hang, hold, truncate, applied-then-reset, stale, got "explode"',
    ],
    [
      [{ match: {}, fault: {} }],
      '[0].fault: expected {"status": …}, {"delay": …}, {"drip": …}, {"huge": …} or one of reset, hang, hold, truncate, ' +
        "applied-then-reset, stale",
    ],
    [
      [{ match: {}, fault: { delay: 1, status: 200 } }],
      "[0].fault.delay: there is no such key; known are status, body",
    ],
    [
      [{ match: {}, fault: { drip: { bytes: 0, everyMilliseconds: 1 } } }],
      "[0].fault.drip.bytes: expected a whole number from 1 to 2147483647, got 0",
    ],
    [
      [{ match: {}, fault: { drip: { bytes: 1 } } }],
      "[0].fault.drip.everyMilliseconds: expected a whole number from 1 to 2147483647, got nothing",
    ],
    [[{ match: {}, fault: { huge: 99 } }], "[0].fault.huge: expected a whole number from 100 to 2147483647, got 99"],
    [[{ match: {}, fault: { huge: 100, gzip: 9 } }], "[0].fault.gzip: expected true or false, got 9"],
    [[{ match: { portalId: "7" }, fault: "hang" }], "[0].match.portalId: expected a whole number from 1 to 2147483647"],
    [[{ match: { underWay: 0 }, fault: "hang" }], "[0].match.underWay: expected a whole number from 1 to 2147483647"],
    [[{ match: {}, fault: { status: 700 } }], "[0].fault.status: an HTTP status is from 200 to 599"],
    [[{ match: { path: "(" }, fault: "hang" }], "[0].match.path: expected a part of a path or a regular expression"],
    [
      [{ match: { url: "x" }, fault: "hang" }],
      "[0].match.url: there is no such key; known are method, path, portalId, underWay",
    ],
    [[{ match: {}, times: 0, fault: "hang" }], "[0].times: expected a whole number from 1 to 2147483647, got 0"],
    [[{ fault: "hang" }], "[0].match: expected an object, got nothing"],
  ] as const)
    it(`are refused where they are wrong: ${problem}`, async () => {
      const sandbox = await started();
      const answer = await ask(sandbox, "POST", "/__sandbox/faults", rules);
      expect(answer.status).to.equal(400);
      expect(Object(answer.body).error).to.contain(`The faults are wrong:\n  ${problem}`);
      expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    });

  it("can say what HubSpot says", async () => {
    const sandbox = await started();
    const daily = {
      status: "error",
      message: "You have reached your daily limit.",
      correlationId: "c0ffee00-0000-0000-0000-000000000000",
    };
    sandbox.faults([{ match: {}, fault: { status: 429, body: { ...daily, policyName: "DAILY" } } }]);
    const answer = await ask(sandbox, "GET", all);
    expect(withoutCorrelationId(answer.body)).to.deep.equal({
      status: "error",
      message: "You have reached your daily limit.",
      policyName: "DAILY",
    });
  });
});
