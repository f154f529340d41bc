import { expect } from "chai";
import { day, endOfDay } from "../../../../provider/hubspot/day";

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
