import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Facts, Opening } from "../../../cli/doctor/facts";
import { checkConnection, checkGuard, checkPortal, checkToken } from "../../../cli/doctor/portal";
import type { Result } from "../../../cli/doctor/result";
import { notChecked, ok, problem, warning } from "../../../cli/doctor/result";
import {
  configuration,
  daySpent,
  facts,
  failedWith,
  noScope,
  opened,
  unauthorized,
  unavailable,
  unreachable,
} from "../../pure/cli/doctor/helper";

const all = (of: Facts): ReadonlyArray<Result> =>
  [checkConnection, checkToken, checkPortal, checkGuard].map((check) => check(of));
const withoutId = E.right({ ...configuration, portalId: O.none });
const answers = ok("HubSpot answers");
const accepted = ok("HubSpot accepts it");
const mendScope =
  "add the scope to the service key or app in HubSpot, and give the token it then shows in the environment (HUBSPOT_ACCESS_TOKEN)";

describe("the checks of connection, token, portal and guard", () => {
  it("are fine where all is", () => {
    expect(all(facts())).to.deep.equal([
      answers,
      accepted,
      ok("111, a sandbox account, time zone Europe/Berlin"),
      ok("HUBSPOT_PORTAL_ID is the portal's id"),
    ]);
  });

  for (const [accountType, words] of [
    ["STANDARD", "a standard account"],
    ["DEVELOPER_TEST", "a developer test account"],
    ["APP_DEVELOPER", "an app developer account"],
    ["NEW_KIND", "an account of the kind NEW_KIND"],
  ] as const)
    it(`tell what kind of account it is: ${words}`, () => {
      const of = facts({
        opening: opened({ account: E.right({ portalId: 111, accountType, uiDomain: "app.hubspot.com" }) }),
      });
      expect(checkPortal(of)).to.deep.equal(ok(`111, ${words}, app.hubspot.com`));
    });

  it("tell no more of an account than HubSpot does", () =>
    expect(checkPortal(facts({ opening: opened({ account: E.right({ portalId: 111 }) }) }))).to.deep.equal(ok("111")));

  it("warn where no portal id guards the portal, with the id to set", () => {
    expect(checkGuard(facts({ settings: withoutId, variables: "STAGING" }))).to.deep.equal(
      warning(
        "HUBSPOT_STAGING_PORTAL_ID is not set, so a token of another portal would not be noticed",
        "set HUBSPOT_STAGING_PORTAL_ID, or hubspot:portalId in a stack, to 111",
      ),
    );
  });

  it("are not made where there is no token", () => {
    const because = notChecked("there is no token");
    expect(all(facts({ opening: { _tag: "NoToken" } }))).to.deep.equal([because, because, because, because]);
  });

  it("are not made where a setting is wrong", () => {
    const because = notChecked("a setting is wrong");
    const settings = E.left({ setting: "HUBSPOT_PORTAL_ID", problem: "is no number; write one" });
    expect(all(facts({ settings, opening: { _tag: "WrongSetting" } }))).to.deep.equal([
      because,
      because,
      because,
      because,
    ]);
  });

  it("end where nobody answers", () => {
    const because = notChecked("HubSpot does not answer as it should");
    expect(all(failedWith(unreachable))).to.deep.equal([
      problem(
        "the portal cannot be reached, nobody answers there (ECONNREFUSED)",
        "check the network and HUBSPOT_BASE_URL, then run again",
      ),
      because,
      because,
      because,
    ]);
    expect(checkConnection(failedWith(unavailable))).to.deep.equal(
      problem("HubSpot is not available (503)", "run again later"),
    );
  });

  it("end where the token is not valid", () => {
    const because = notChecked("the token is not valid");
    expect(all(failedWith(unauthorized))).to.deep.equal([
      answers,
      problem(
        "HubSpot does not accept the access token (401); HubSpot says: It is expired",
        "give a valid token in the environment (HUBSPOT_ACCESS_TOKEN)",
      ),
      because,
      because,
    ]);
  });

  it("end where the quota is spent, which they say", () => {
    const because = notChecked("the portal's quota is spent");
    expect(all(failedWith(daySpent))).to.deep.equal([answers, because, because, because]);
  });

  it("end at a token of another portal", () => {
    const opening: Opening = { _tag: "WrongPortal", actual: 222, expected: 111 };
    expect(all(facts({ opening }))).to.deep.equal([
      answers,
      accepted,
      ok("222"),
      problem(
        "HUBSPOT_PORTAL_ID is 111, but the token belongs to portal 222; nothing else was read",
        "give the token of portal 111, or correct HUBSPOT_PORTAL_ID",
      ),
    ]);
  });

  it("end where a token may not ask which portal it belongs to, and no portal id is configured", () => {
    const of = facts({ settings: withoutId, opening: { _tag: "UnknownPortal", error: noScope } });
    expect(all(of)).to.deep.equal([
      answers,
      accepted,
      problem(
        "the access token needs the scope a.read (403); correlationId c-1",
        `${mendScope}; or set HUBSPOT_PORTAL_ID to the portal's id, which is then taken on trust`,
      ),
      warning(
        "HUBSPOT_PORTAL_ID is not set, so a token of another portal would not be noticed",
        "set HUBSPOT_PORTAL_ID, or hubspot:portalId in a stack, to the portal's id",
      ),
    ]);
  });

  it("go on with a configured portal id that is taken on trust", () => {
    expect(all(facts({ opening: opened({ account: E.left(noScope) }) }))).to.deep.equal([
      answers,
      accepted,
      warning(
        "111 by HUBSPOT_PORTAL_ID alone, because the access token needs the scope a.read (403); correlationId c-1",
        mendScope,
      ),
      notChecked("the token may not ask which portal it belongs to"),
    ]);
  });
});
