import { expect } from "chai";
import type { Origin } from "../../../../provider/credentials";
import type { Call, HubSpotError } from "../../../../provider/hubspot/error";
import { isDefinite, renderHubSpotError } from "../../../../provider/hubspot/error";

const call: Call = { method: "POST", path: "/crm/x", doing: "setting limits of contacts to companies" };
const common = { call, mayHaveTakenEffect: false };
const said = { ...common, message: "HubSpot's own words", correlationId: "c-1" };

/** Each member of the union, with all that it can say and with the least. */
const table: ReadonlyArray<readonly [HubSpotError, string, definite: boolean]> = [
  [
    { _tag: "Unauthorized", ...said, category: "EXPIRED_AUTHENTICATION" },
    "setting limits of contacts to companies: HubSpot does not accept the access token (401); HubSpot says: HubSpot's own words; give a valid token; correlationId c-1",
    true,
  ],
  [
    { _tag: "Unauthorized", ...common },
    "setting limits of contacts to companies: HubSpot does not accept the access token (401); give a valid token",
    true,
  ],
  [
    { _tag: "MissingScopes", ...said, scopes: ["a.read", "b.read"] },
    "setting limits of contacts to companies: the access token needs one of the scopes a.read, b.read (403); HubSpot says: HubSpot's own words; add the scope to the service key or app in HubSpot, and give the token it then shows; correlationId c-1",
    true,
  ],
  [
    { _tag: "MissingScopes", ...common, scopes: [] },
    "setting limits of contacts to companies: the access token needs scopes that it does not have (403); add the scope to the service key or app in HubSpot, and give the token it then shows",
    true,
  ],
  [
    { _tag: "UnknownObjectType", ...said },
    "setting limits of contacts to companies: the portal has no such object type (400); HubSpot says: HubSpot's own words; correct the object type, or create the custom object first; correlationId c-1",
    true,
  ],
  [
    { _tag: "Refused", ...said, status: 409, category: "CONFLICT" },
    "setting limits of contacts to companies: HubSpot refused (409); HubSpot says: HubSpot's own words; correct what HubSpot names, then run again; correlationId c-1",
    true,
  ],
  [
    { _tag: "MissingScopes", ...common, scopes: ["a.read"] },
    "setting limits of contacts to companies: the access token needs the scope a.read (403); add the scope to the service key or app in HubSpot, and give the token it then shows",
    true,
  ],
  [
    { _tag: "Refused", ...common, message: "No such thing.", status: 404 },
    "setting limits of contacts to companies: HubSpot refused (404); HubSpot says: No such thing; check hubspot:baseUrl and hubspot:apiVersion",
    true,
  ],
  [
    { _tag: "Refused", ...common, status: 403 },
    "setting limits of contacts to companies: HubSpot refused (403) and gave no reason; check what the token may do",
    true,
  ],
  [
    { _tag: "Refused", ...common, status: 418 },
    "setting limits of contacts to companies: HubSpot refused (418) and gave no reason; run again later",
    true,
  ],
  [
    { _tag: "DailyQuotaSpent", ...said },
    "setting limits of contacts to companies: the portal's daily quota of API calls is spent (429); HubSpot says: HubSpot's own words; run again after midnight of the portal's time zone; correlationId c-1",
    false,
  ],
  [
    { _tag: "DailyQuotaSpent", ...common, until: new Date("2026-06-02T05:00:00Z") },
    "setting limits of contacts to companies: the portal's daily quota of API calls is spent (429); run again after midnight of the portal's time zone, 2026-06-02T05:00Z",
    false,
  ],
  [
    { _tag: "RateLimited", ...said, policy: "TEN_SECONDLY_ROLLING" },
    "setting limits of contacts to companies: the portal's quota stayed spent (429 TEN_SECONDLY_ROLLING); HubSpot says: HubSpot's own words; run again later, or set hubspot:requestsPerTenSeconds to leave room for other integrations; correlationId c-1",
    false,
  ],
  [
    { _tag: "Unavailable", ...said, status: 503 },
    "setting limits of contacts to companies: HubSpot is not available (503); HubSpot says: HubSpot's own words; run again later; correlationId c-1",
    false,
  ],
  [
    { _tag: "Unanswered", ...common, why: "nothing came back within 30 s", mayHaveTakenEffect: true },
    "setting limits of contacts to companies: no answer, because nothing came back within 30 s; run again",
    false,
  ],
  [
    { _tag: "Unanswered", ...common, why: "the connection broke (ECONNRESET)" },
    "setting limits of contacts to companies: no answer, because the connection broke (ECONNRESET); run again",
    false,
  ],
  [
    { _tag: "Unreachable", ...common, because: "noSuchHost", why: "ENOTFOUND" },
    "setting limits of contacts to companies: the portal cannot be reached, there is no host of that name (ENOTFOUND); check the network and hubspot:baseUrl, then run again",
    false,
  ],
  [
    { _tag: "Unreachable", ...common, because: "noNames", why: "EAI_AGAIN" },
    "setting limits of contacts to companies: the portal cannot be reached, host names cannot be looked up (EAI_AGAIN); check the network and hubspot:baseUrl, then run again",
    false,
  ],
  [
    { _tag: "Unreachable", ...common, because: "nobodyThere", why: "ECONNREFUSED" },
    "setting limits of contacts to companies: the portal cannot be reached, nobody answers there (ECONNREFUSED); check the network and hubspot:baseUrl, then run again",
    false,
  ],
  [
    { _tag: "Unreachable", ...common, because: "noTrust", why: "CERT_HAS_EXPIRED" },
    "setting limits of contacts to companies: the portal cannot be reached, the connection would not be safe (CERT_HAS_EXPIRED); check hubspot:baseUrl, and any proxy or certificate in between",
    false,
  ],
  [
    { _tag: "NotGranted", ...said, status: 400 },
    "setting limits of contacts to companies: HubSpot gives no access token for the OAuth credentials (400); HubSpot says: HubSpot's own words; give the client id, the client secret and the refresh token of an app that is installed in the portal; correlationId c-1",
    true,
  ],
  [
    { _tag: "Unreadable", ...common, status: 200, problem: "it is HTML, not JSON" },
    "setting limits of contacts to companies: the answer (200) is not HubSpot's, because it is HTML, not JSON; check hubspot:baseUrl and any proxy in between",
    true,
  ],
];

describe("an error between call and answer", () => {
  for (const [error, text, definite] of table) {
    it(`${error._tag} says what was tried, what happened and what to do${definite ? ", and is definite" : ""}`, () => {
      expect(renderHubSpotError(error)).to.equal(text);
      expect(isDefinite(error)).to.equal(definite);
    });
  }

  it("names where the token comes from only where the token is the trouble", () => {
    const origin: Origin = { source: { _tag: "StackConfiguration" }, setting: "accessToken" };
    expect(renderHubSpotError({ _tag: "Unauthorized", ...said }, origin)).to.equal(
      "setting limits of contacts to companies: HubSpot does not accept the access token (401); HubSpot says: HubSpot's own words; give a valid token in the stack configuration (hubspot:accessToken); refresh and destroy use the token of the last pulumi up, unless they are run with --run-program; correlationId c-1",
    );
    expect(renderHubSpotError({ _tag: "Unavailable", ...common, status: 503 }, origin)).to.equal(
      "setting limits of contacts to companies: HubSpot is not available (503); run again later",
    );
  });

  it("speaks of environment variables where the token comes from there, for one portal or for one of several", () => {
    const origin = (portal?: string): Origin => ({
      source: { _tag: "Environment", ...(portal === undefined ? {} : { portal }) },
      setting: "accessToken",
    });
    expect(renderHubSpotError({ _tag: "Unauthorized", ...common }, origin())).to.equal(
      "setting limits of contacts to companies: HubSpot does not accept the access token (401); give a valid token in the environment (HUBSPOT_ACCESS_TOKEN)",
    );
    expect(
      renderHubSpotError({ _tag: "Unreadable", ...common, status: 200, problem: "it is a page" }, origin("STAGING")),
    ).to.equal(
      "setting limits of contacts to companies: the answer (200) is not HubSpot's, because it is a page; check HUBSPOT_STAGING_BASE_URL and any proxy in between",
    );
  });
});
