import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { HubSpotError } from "../../../../provider/hubspot/error";
import type { Reply, Request } from "../../../../provider/hubspot/send";
import { traced } from "../../../../provider/hubspot/traced";
import { secret } from "../../../../provider/secret";
import { testRuntime } from "../../../support/provider/runtime";

const call = { method: "POST", path: "/crm/x", doing: "setting limits" } as const;
const request: Request = { call, json: { a: 1 }, bearer: secret("the-token"), form: secret("the-form"), attempt: 2 };

const lineOf = async (answer: Reply | HubSpotError, sent = request): Promise<string> => {
  const runtime = testRuntime();
  await traced(runtime)(() => async () => {
    runtime.pass(34.6);
    return "_tag" in answer ? E.left(answer) : E.right(answer);
  })(sent)();
  return runtime.traced.join("\n");
};
const reply = (status: number, text = "", headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  header: (name) => headers[name] ?? null,
  text,
});

describe("the trace of a request", () => {
  it("is one line: method, path, status, milliseconds, attempt", async () => {
    expect(await lineOf(reply(200))).to.equal("POST /crm/x 200 35 ms attempt 2");
    expect(await lineOf(reply(200), { call })).to.equal("POST /crm/x 200 35 ms attempt 1");
  });

  it("has the correlation id of an error's body, or of an answer's header, where it looks like one", async () => {
    const body = JSON.stringify({ correlationId: "c-1" });
    expect(await lineOf(reply(400, body))).to.equal("POST /crm/x 400 35 ms attempt 2 correlationId c-1");
    const strange = JSON.stringify({ correlationId: "c-1\u001b[2J" });
    expect(await lineOf(reply(400, strange))).to.equal("POST /crm/x 400 35 ms attempt 2");
    const header = { "x-hubspot-correlation-id": "c-2" };
    expect(await lineOf(reply(200, body, header))).to.equal("POST /crm/x 200 35 ms attempt 2 correlationId c-2");
  });

  it("says what kept an answer away", async () => {
    const lost: HubSpotError = { _tag: "Unanswered", call, why: "it took longer than 1 s", mayHaveTakenEffect: true };
    expect(await lineOf(lost)).to.equal("POST /crm/x Unanswered (it took longer than 1 s) 35 ms attempt 2");
  });

  it("holds neither token nor body", async () => {
    expect(await lineOf(reply(200, "the-answer"))).not.to.match(/the-/);
  });
});
