import { expect } from "chai";
import * as E from "fp-ts/Either";
import { day, endOfDay, spentForToday } from "../../../../provider/hubspot/day";
import type { Call } from "../../../../provider/hubspot/error";
import type { Reply } from "../../../../provider/hubspot/send";

const hours = 3_600_000;

describe("a portal's day", () => {
  const table: ReadonlyArray<readonly [now: string, offsetHours: number, end: string]> = [
    ["2026-06-01T12:00:00Z", 0, "2026-06-02T00:00:00Z"],
    ["2026-06-01T12:00:00Z", -5, "2026-06-02T05:00:00Z"],
    ["2026-06-02T04:59:59Z", -5, "2026-06-02T05:00:00Z"],
    ["2026-06-02T05:00:00Z", -5, "2026-06-03T05:00:00Z"],
    ["2026-06-01T22:30:00Z", 2, "2026-06-02T22:00:00Z"],
    ["2026-06-01T20:00:00Z", 5.5, "2026-06-02T18:30:00Z"],
  ];
  for (const [now, offset, end] of table) {
    it(`at ${now}, ${offset} h ahead of UTC, ends at ${end}`, () =>
      expect(endOfDay(new Date(now), offset * hours)).to.deep.equal(new Date(end)));
  }

  it("has an end that is known once the account has told its time zone", () => {
    const today = day(() => new Date("2026-06-01T12:00:00Z"));
    expect(today.end()).to.equal(undefined);
    today.learn({ portalId: 1, utcOffsetMilliseconds: -5 * hours });
    expect(today.end()).to.deep.equal(new Date("2026-06-02T05:00:00Z"));
  });
});

describe("a daily quota that is spent", () => {
  const call: Call = { method: "GET", path: "/x", doing: "reading" };
  const reply = (status: number, policyName: string): Reply => ({
    status,
    header: () => null,
    text: JSON.stringify({ policyName }),
  });

  it("lets no further request leave, and answers each as the first", async () => {
    let sent = 0;
    const send = spentForToday()(() => async () => {
      sent++;
      return E.right(sent < 3 ? reply(429, "TEN_SECONDLY_ROLLING") : reply(429, "DAILY"));
    });
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push(await send({ call })());
    expect(sent).to.equal(3);
    expect(answers.map((answer) => E.isRight(answer) && JSON.parse(answer.right.text).policyName)).to.deep.equal([
      "TEN_SECONDLY_ROLLING",
      "TEN_SECONDLY_ROLLING",
      "DAILY",
      "DAILY",
      "DAILY",
    ]);
  });
});
