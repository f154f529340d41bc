/** The wire that other tests use in the place of a socket gives what HTTP gives, whatever fault is played. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { HubSpotError } from "../../../provider/hubspot/error";
import type { Reply, Request, Wire } from "../../../provider/hubspot/send";
import { transport } from "../../../provider/hubspot/transport";
import { secret } from "../../../provider/secret";
import type { DripFault, Fault, Sandbox } from "../../../sandbox";
import { hostileAnswers, startSandbox } from "../../../sandbox";
import { virtualTime } from "../../support/provider/time";
import { wireTo } from "../../support/provider/wire";

const root = "/crm/associations/v4/definitions/configurations/contacts/companies";
const read: Request["call"] = { method: "GET", path: root, doing: "reading" };
const update: Request["call"] = { method: "POST", path: `${root}/batch/update`, doing: "setting" };
const purge: Request["call"] = { method: "POST", path: `${root}/batch/purge`, doing: "purging" };
const type = { category: "HUBSPOT_DEFINED", typeId: 279 };

const requests: ReadonlyArray<readonly [string, Request]> = [
  ["a read", { call: read }],
  ["a write", { call: update, json: { inputs: [{ ...type, maxToObjectIds: 5 }] } }],
  ["a purge", { call: purge, json: { inputs: [type] } }],
];

const faults: ReadonlyArray<readonly [string, Fault | undefined]> = [
  ["no fault", undefined],
  ["a reset", "reset"],
  ["no answer", "hang"],
  ["an answer that breaks off", "truncate"],
  ["a reset when all is done", "applied-then-reset"],
  ["a connection that was given up", "stale"],
  ["an answer that is too slow", { delay: 600_000 }],
  ["a slow answer", { delay: 1 }],
  ["an answer in drops that do not end", { drip: { bytes: 1, everyMilliseconds: 600_000 } }],
  ["an answer in quick drops", { drip: { bytes: 50, everyMilliseconds: 1 } }],
  ["a huge answer", { huge: 17_000_000 }],
  ["a status without a body", { status: 503 }],
  ["an empty status", { status: 204 }],
  ["a status with headers", { status: 429, body: { policyName: "SECONDLY" }, headers: { "Retry-After": "3" } }],
  ["HTML", { status: 502, body: "<html>Straße</html>" }],
  ["half a JSON", { status: 200, body: '{"results":[' }],
  ["a redirect", hostileAnswers.redirect("https://elsewhere.test/x")],
  ["words that mean harm", hostileAnswers.terminalEscapes()],
];

const longEnough = 60_000;

/** Whether no whole answer comes within any time that a test has; an empty one has no drops. */
const isEndless = ({ call }: Request, fault: Fault | undefined): boolean => {
  if (typeof fault !== "object") return fault === "hang";
  return "delay" in fault ? fault.delay > longEnough : "drip" in fault && call !== purge && isSlow(fault);
};

const isSlow = ({ drip: { everyMilliseconds } }: DripFault): boolean => everyMilliseconds > longEnough;

const headers = ["content-type", "content-length", "retry-after", "location", "x-hubspot-ratelimit-max"];

/** A result as data, without what differs each time. */
const shown = (result: E.Either<HubSpotError, Reply>): unknown =>
  E.isLeft(result)
    ? result.left
    : {
        status: result.right.status,
        headers: headers.map((name) => result.right.header(name)),
        text: result.right.text.replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"a time"'),
      };

describe("the wire without a socket", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({ portals: [{ portalId: 111 }] });
  });
  after(() => sandbox.close());

  /** What comes of a request after one that went well, what stands then, and what the journal has. */
  const played = async (wire: Wire, request: Request, fault: Fault | undefined): Promise<unknown> => {
    sandbox.reset();
    const limit = { from: "contacts", to: "companies", category: "USER_DEFINED", typeId: 36, maxToObjectIds: 1 };
    const portal = {
      portalId: 111,
      limits: [{ ...limit, category: "HUBSPOT_DEFINED", typeId: 280, from: "companies", to: "contacts" }],
    };
    sandbox.setState({ portals: [portal] });
    const bearer = secret(sandbox.token);
    const send = wire(longEnough);
    await send({ call: read, bearer })();
    sandbox.faults(fault === undefined ? [] : [{ match: {}, fault }]);
    const result = shown(await send({ ...request, bearer })());
    return {
      result,
      limits: sandbox.state().portals[0]?.limits,
      journal: sandbox.requests().map(({ at: _at, milliseconds: _ms, ...entry }) => entry),
    };
  };

  /** HTTP; where no whole answer ever comes, the time is up once the second request has come. */
  const http = (request: Request, fault: Fault | undefined): Wire => {
    const up = new AbortController();
    const whenItHasCome = async (): Promise<void> => {
      while (sandbox.requests().length < 2) await new Promise((resolve) => setImmediate(resolve));
      up.abort();
    };
    if (!isEndless(request, fault)) return transport({ baseUrl: sandbox.url, userAgent: "tests/1" });
    sandbox.reset();
    void whenItHasCome();
    return transport({ baseUrl: sandbox.url, userAgent: "tests/1" }, () => up.signal);
  };

  for (const [what, request] of requests)
    for (const [name, fault] of faults)
      it(`gives what HTTP gives: ${what}, ${name}`, async () => {
        const byHttp = await played(http(request, fault), request, fault);
        const direct = await played(wireTo(sandbox, virtualTime()), request, fault);
        expect(direct).to.deep.equal(byHttp);
      });
});
