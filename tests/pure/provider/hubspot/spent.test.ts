import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { Call } from "../../../../provider/hubspot/error";
import type { Reply } from "../../../../provider/hubspot/send";
import { spent, spentForMs } from "../../../../provider/hubspot/spent";
import { testRuntime } from "../../../support/provider/runtime";

const call: Call = { method: "GET", path: "/x", doing: "reading" };
const reply = (status: number, policyName = "", retryAfter?: string): Reply => ({
  status,
  header: (name) => (name === "retry-after" ? (retryAfter ?? null) : null),
  text: JSON.stringify({ policyName }),
});
const seconds = reply(429, "TEN_SECONDLY_ROLLING");

describe("a quota that is spent", () => {
  const date = new Date("2026-06-01T12:00:00Z");
  const table: ReadonlyArray<readonly [string, Reply, number | undefined]> = [
    ["not at all", reply(200, "DAILY", "3600"), undefined],
    ["for seconds", seconds, undefined],
    ["for five minutes", reply(429, "SECONDLY", "300"), undefined],
    ["for longer", reply(429, "SECONDLY", "301"), 301_000],
    ["until a moment", reply(429, "", "Mon, 01 Jun 2026 13:00:00 GMT"), 3_600_000],
    ["for the day", reply(429, "DAILY"), Infinity],
    ["for the day, whatever it says beside that", reply(429, "DAILY", "1"), Infinity],
  ];
  for (const [what, answer, ms] of table) {
    it(`${what}: ${ms === undefined ? "is waited for, or asked again" : "is not waited for"}`, () =>
      expect(spentForMs(answer, date)).to.equal(ms));
  }

  const play = async (
    final: Reply,
  ): Promise<{ readonly send: () => Promise<unknown>; readonly sent: () => number }> => {
    const runtime = testRuntime();
    let sent = 0;
    const send = spent(runtime)(() => async () => {
      sent++;
      return E.right(sent === 3 ? final : seconds);
    })({ call });
    for (let n = 0; n < 5; n++) expect(await send()).to.deep.equal(E.right(n < 2 ? seconds : final));
    expect(sent, "no further request leaves").to.equal(3);
    runtime.pass(3_600_000);
    return { send, sent: () => sent };
  };

  it("for the day answers all that come after it, for ever", async () => {
    const { send, sent } = await play(reply(429, "DAILY"));
    await send();
    expect(sent()).to.equal(3);
  });

  it("for an hour answers all that come within it", async () => {
    const { send, sent } = await play(reply(429, "SECONDLY", "3600"));
    await send();
    expect(sent()).to.equal(4);
  });
});
