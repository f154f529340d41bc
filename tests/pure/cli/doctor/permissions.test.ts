import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { Probes } from "../../../../cli/doctor/facts";
import { checkReading, checkWriting } from "../../../../cli/doctor/permissions";
import { notChecked, ok, unknown } from "../../../../cli/doctor/result";
import { facts, noScope, opened, probes, unavailable, unreachable } from "./helper";

const each: ReadonlyArray<keyof Probes> = ["limits", "labels", "customObjects", "tracking"];
const spoilt = (what: keyof Probes, error = noScope) =>
  facts({ opening: opened({ probes: { ...probes, [what]: E.left(error) } }) });

describe("what the token may read", () => {
  it("is told with how much there is", () => {
    expect(each.map((what) => checkReading(what)(facts()))).to.deep.equal([
      ok("readable, 30 limits"),
      ok("readable, 1 association type from contacts to companies"),
      ok("readable, 2 types"),
      ok("readable, 4 directed pairs with labels"),
    ]);
  });

  for (const [what, mark, without] of [
    ["limits", "problem", "no limit can be previewed, set, refreshed or generated"],
    ["labels", "problem", "labels, and limits by a label's text, cannot be managed or generated"],
    [
      "customObjects",
      "warning",
      "programs cannot call custom objects by their plain names, and generate knows neither those nor the internal names of labels",
    ],
    [
      "tracking",
      "warning",
      "generate and snapshot find labels by asking pair by pair, which takes more requests, and audit cannot tell usage",
    ],
  ] as const)
    it(`${what}: the scope that is missing is named, and what does not work without it`, () => {
      expect(checkReading(what)(spoilt(what))).to.deep.equal({
        mark,
        says: `the access token needs the scope a.read (403); correlationId c-1; without it ${without}`,
        mend: "add the scope to the service key or app in HubSpot, and give the token it then shows in the environment (HUBSPOT_ACCESS_TOKEN)",
      });
    });

  it("is a problem where it fails for another reason, and the others are still told", () => {
    const of = spoilt("tracking", unavailable);
    expect(each.map((what) => checkReading(what)(of).mark)).to.deep.equal(["ok", "ok", "ok", "problem"]);
  });

  it("is not known where the portal was not opened", () => {
    const of = facts({ opening: { _tag: "Failed", error: unreachable } });
    for (const what of each)
      expect(checkReading(what)(of)).to.deep.equal(notChecked("HubSpot does not answer as it should"));
  });

  it("says nothing of writing, and says so", () =>
    expect(checkWriting()).to.deep.equal(
      unknown(
        "not tried, because nothing but writing would tell; a scope that is missing is named when pulumi up needs it",
      ),
    ));
});
