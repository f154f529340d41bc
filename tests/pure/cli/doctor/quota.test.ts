import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { checkDailyQuota, checkQuota } from "../../../../cli/doctor/quota";
import { notChecked, ok, problem, unknown, warning } from "../../../../cli/doctor/result";
import { secret } from "../../../../provider/secret";
import { configuration, daySpent, facts, identity, unreachable } from "./helper";

const window = { max: 190, remaining: 185, intervalMs: 10_000 };

describe("the check of the quota", () => {
  it("tells what is left", () => {
    expect(checkQuota(facts())).to.deep.equal(ok("190 requests in 10 s, 185 left"));
    expect(checkQuota(facts({ quota: O.some({ ...window, remaining: 19 }) })).mark).to.equal("ok");
  });

  it("warns where others leave little", () => {
    expect(checkQuota(facts({ quota: O.some({ ...window, remaining: 18 }) }))).to.deep.equal(
      warning(
        "190 requests in 10 s, 18 left: others use it too",
        "set HUBSPOT_REQUESTS_PER_TEN_SECONDS, or hubspot:requestsPerTenSeconds in a stack, to leave room for other integrations",
      ),
    );
  });

  it("does not know what no answer told", () => {
    expect(checkQuota(facts({ quota: O.none }))).to.deep.equal(unknown("no answer told it"));
    expect(checkQuota(facts({ quota: O.none, opening: { _tag: "Failed", error: unreachable } }))).to.deep.equal(
      notChecked("HubSpot does not answer as it should"),
    );
  });
});

describe("the check of the quota of the day", () => {
  const mend = "wait for midnight of the portal's time zone, or find out which integration uses so many";
  const left = (dailyRemaining: number) => facts({ quota: O.some({ ...window, daily: 1_000, dailyRemaining }) });

  it("tells what is left, warns where it is little, and is a problem where it is nothing", () => {
    expect([100, 99, 0].map((remaining) => checkDailyQuota(left(remaining)))).to.deep.equal([
      ok("1000 requests, 100 left"),
      warning("1000 requests, 99 left", mend),
      problem("1000 requests, 0 left", mend),
    ]);
  });

  it("tells it also where it is what kept the portal closed", () => {
    expect(checkDailyQuota({ ...left(0), opening: { _tag: "Failed", error: daySpent } }).mark).to.equal("problem");
  });

  it("is not there for OAuth apps, and not known where nothing tells it", () => {
    const text = secret("made-up");
    const credentials = { _tag: "OAuth", clientId: text, clientSecret: text, refreshToken: text } as const;
    const settings = E.right({ ...configuration, identity: O.some({ ...identity, credentials }) });
    expect(checkDailyQuota(facts({ settings, quota: O.some(window) }))).to.deep.equal(
      ok("none; OAuth apps have no quota of the day"),
    );
    expect(checkDailyQuota(facts({ quota: O.some(window) }))).to.deep.equal(unknown("no answer told it"));
  });
});
