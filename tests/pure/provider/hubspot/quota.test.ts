import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Call, HubSpotError } from "../../../../provider/hubspot/error";
import { meter, quotaOf } from "../../../../provider/hubspot/quota";
import type { Reply } from "../../../../provider/hubspot/send";

const call: Call = { method: "GET", path: "/x", doing: "reading" };
const reply = (status: number, headers: Readonly<Record<string, string>>): Reply => ({
  status,
  header: (name) => headers[name] ?? null,
  text: "",
});
const window = {
  "x-hubspot-ratelimit-max": "190",
  "x-hubspot-ratelimit-remaining": "0",
  "x-hubspot-ratelimit-interval-milliseconds": "10000",
};
const day = { "x-hubspot-ratelimit-daily": "625000", "x-hubspot-ratelimit-daily-remaining": "624999" };

describe("the quota that an answer tells", () => {
  const table: ReadonlyArray<readonly [string, Readonly<Record<string, string>>, object]> = [
    [
      "of seconds and of the day",
      { ...window, ...day },
      { max: 190, remaining: 0, intervalMs: 10_000, daily: 625_000, dailyRemaining: 624_999 },
    ],
    ["of seconds alone, as OAuth has it", window, { max: 190, remaining: 0, intervalMs: 10_000 }],
    ["not at all", {}, {}],
    ["in no numbers", { "x-hubspot-ratelimit-max": "many", "x-hubspot-ratelimit-remaining": "-1" }, {}],
  ];
  for (const [what, headers, quota] of table) it(what, () => expect(quotaOf(reply(200, headers))).to.deep.equal(quota));
});

describe("the last quota that was told", () => {
  const after = async (answers: ReadonlyArray<Reply | HubSpotError>) => {
    const { metered, latest } = meter();
    for (const answer of answers) {
      const either = "_tag" in answer ? E.left(answer) : E.right(answer);
      expect(await metered(() => async () => either)({ call })(), "the answer passes as it is").to.equal(either);
    }
    return latest();
  };
  const lost: HubSpotError = { _tag: "Unanswered", call, why: "reset", mayHaveTakenEffect: false };

  it("is none before an answer", async () => {
    expect([await after([]), await after([lost])]).to.deep.equal([O.none, O.none]);
  });

  it("is that of the last answer, refusals included", async () => {
    expect(await after([reply(200, window), reply(429, day)])).to.deep.equal(
      O.some({ daily: 625_000, dailyRemaining: 624_999 }),
    );
  });

  it("stays where an answer tells none, or none comes", async () => {
    expect(await after([reply(200, day), reply(401, {}), lost])).to.deep.equal(
      O.some({ daily: 625_000, dailyRemaining: 624_999 }),
    );
  });
});
