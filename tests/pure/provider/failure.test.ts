import { expect } from "chai";
import * as O from "fp-ts/Option";
import type { Failure } from "../../../provider/failure";
import { renderFailure, showOverwritten } from "../../../provider/failure";
import type { HubSpotError } from "../../../provider/hubspot/error";
import type { BatchInput, Outcome } from "../../../provider/limits/outcome";
import { applied, notApplied, unknown } from "../../../provider/limits/outcome";
import type { BatchError } from "../../../provider/model";

const pair = { from: "contacts", to: "companies" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 36 };
const five: BatchInput = { ...own, maxToObjectIds: O.some(5) };
const nine: BatchInput = { ...label, maxToObjectIds: O.some(9) };
const gone: BatchInput = { ...label, maxToObjectIds: O.none };
const call = { method: "POST", path: "/x", doing: "setting limits of contacts to companies" } as const;
const spent: HubSpotError = { _tag: "DailyQuotaSpent", call, mayHaveTakenEffect: false };
const reset: HubSpotError = { _tag: "Unanswered", call, why: "the connection broke", mayHaveTakenEffect: true };
const refused: HubSpotError = { _tag: "Refused", call, status: 400, message: "too high", mayHaveTakenEffect: false };
const stack = { _tag: "StackConfiguration" } as const;
const origin = { source: stack, setting: "accessToken" } as const;
const oauth = { source: stack, setting: "refreshToken" } as const;

const rejected = (input: BatchInput, because: BatchError): Outcome => ({ _tag: "Rejected", input, because });
const altered = (input: BatchInput, stored: O.Option<number>): Outcome => ({ _tag: "Altered", input, stored });
const partly = (
  outcomes: ReadonlyArray<Outcome>,
  more: Partial<Extract<Failure, { outcomes: unknown }>> = {},
): Failure => ({
  _tag: "PartlyApplied",
  pair,
  outcomes,
  stopped: O.none,
  objectLimit: O.none,
  ...more,
});

describe("a failure, as the user reads it", () => {
  const table: ReadonlyArray<readonly [string, Failure, ReadonlyArray<string>]> = [
    [
      "each wrong input for itself",
      {
        _tag: "InvalidInputs",
        failures: [
          { path: "limits[0].typeId", problem: "is missing" },
          { path: "onCreate", problem: "is wrong" },
        ],
      },
      ["limits[0].typeId: is missing", "onCreate: is wrong"],
    ],
    [
      "inputs that are not wrong, only unknown",
      { _tag: "InvalidInputs", failures: [] },
      ["not all inputs are known yet"],
    ],
    [
      "a wrong setting",
      { _tag: "InvalidConfiguration", failure: { setting: "hubspot:baseUrl", problem: "is not a URL" } },
      ["hubspot:baseUrl is not a URL"],
    ],
    [
      "no credentials",
      { _tag: "MissingCredentials", source: stack },
      [
        "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN (OAuth by refresh token: hubspot:clientId, hubspot:clientSecret and hubspot:refreshToken)",
      ],
    ],
    [
      "another portal than the configuration's",
      {
        _tag: "WrongPortal",
        origin: { source: { _tag: "Environment" }, setting: "accessToken" },
        actual: 222,
        expected: 111,
        expectedBy: "configuration",
      },
      [
        "the token of the environment (HUBSPOT_ACCESS_TOKEN) belongs to portal 222, but the configuration means portal 111 (portalId); give the token of that portal, or correct portalId; nothing was read or written",
      ],
    ],
    [
      "another portal than the state's",
      {
        _tag: "WrongPortal",
        origin: { source: { _tag: "ExplicitProvider", name: "staging" }, setting: "accessToken" },
        actual: 222,
        expected: 111,
        expectedBy: "state",
      },
      [
        'the token of the hubspot.Provider "staging" belongs to portal 222, but this resource lives in portal 111, and a stack does not move to another portal; give the token of that portal, select its stack, or give the resource another hubspot.Provider; nothing was read or written',
      ],
    ],
    [
      "limits that are there already",
      {
        _tag: "AlreadyThere",
        pair,
        standing: [
          { type: own, from: 10, to: 5 },
          { type: label, label: "Champion", from: 3 },
        ],
      },
      [
        'contacts/companies: the portal has limits of its own that would change (HUBSPOT_DEFINED 279 ("Contact to company") from 10 to 5, USER_DEFINED 36 ("Champion") from 3 to no limit), and onCreate is "fail"; set onCreate: "adopt" to take them over, or declare what stands there',
      ],
    ],
    ["something that is not there", { _tag: "NotThere", pair, problem: "no limit" }, ["contacts/companies: no limit"]],
    [
      "an error of HubSpot's",
      { _tag: "HubSpotFailed", pair: O.some(pair), origin, error: spent },
      [
        "setting limits of contacts to companies: the portal's daily quota of API calls is spent (429); run again after midnight of the portal's time zone",
      ],
    ],
    [
      "a token that is not accepted, with where it comes from",
      {
        _tag: "HubSpotFailed",
        pair: O.none,
        origin,
        error: { _tag: "Unauthorized", call, mayHaveTakenEffect: false },
      },
      [
        "setting limits of contacts to companies: HubSpot does not accept the access token (401); give a valid token in the stack configuration (hubspot:accessToken); refresh and destroy use the token of the last pulumi up, unless they are run with --run-program",
      ],
    ],
    [
      "OAuth credentials that are not accepted, with where they come from",
      {
        _tag: "HubSpotFailed",
        pair: O.none,
        origin: oauth,
        error: {
          _tag: "NotGranted",
          call: { method: "POST", path: "/oauth/v1/token", doing: "asking for an access token" },
          status: 400,
          message: "missing or invalid refresh token",
          mayHaveTakenEffect: false,
        },
      },
      [
        "asking for an access token: HubSpot gives no access token for the OAuth credentials (400); HubSpot says: missing or invalid refresh token; give the client id, the client secret and the refresh token of an app that is installed in the portal in the stack configuration (hubspot:refreshToken); refresh and destroy use the token of the last pulumi up, unless they are run with --run-program",
      ],
    ],
    [
      "a token that may not ask which portal it belongs to",
      {
        _tag: "UnknownPortal",
        origin,
        error: {
          _tag: "MissingScopes",
          call: { ...call, doing: "asking which portal the token belongs to" },
          scopes: ["oauth"],
          mayHaveTakenEffect: false,
        },
      },
      [
        "asking which portal the token belongs to: the access token needs the scope oauth (403); add the scope to the service key or app in HubSpot, and give the token it then shows in the stack configuration (hubspot:accessToken); refresh and destroy use the token of the last pulumi up, unless they are run with --run-program; or set portalId to the portal's id, which is then taken on trust; nothing was read or written",
      ],
    ],
    [
      "another portal than that of the stack's other resources",
      { _tag: "WrongPortal", origin: oauth, actual: 222, expected: 111, expectedBy: "stack" },
      [
        "the token of the stack configuration (hubspot:refreshToken) belongs to portal 222, but other resources of this stack live in portal 111; give the token of that portal, or select its stack; nothing was read or written",
      ],
    ],
    [
      "a token that lacks scopes, with where it comes from",
      {
        _tag: "HubSpotFailed",
        pair: O.none,
        origin: { source: { _tag: "Environment" }, setting: "accessToken" },
        error: { _tag: "MissingScopes", call, scopes: ["a"], mayHaveTakenEffect: false },
      },
      [
        "setting limits of contacts to companies: the access token needs the scope a (403); add the scope to the service key or app in HubSpot, and give the token it then shows in the environment (HUBSPOT_ACCESS_TOKEN)",
      ],
    ],
    ["nothing of what was applied", partly([applied(five)]), []],
    [
      "what HubSpot stored instead",
      partly([altered(five, O.some(4)), altered(nine, O.none)]),
      [
        "contacts/companies: HUBSPOT_DEFINED 279 to 5: HubSpot stored 4 instead; run pulumi again, or declare what it stored",
        "contacts/companies: USER_DEFINED 36 to 9: HubSpot stored no limit instead; run pulumi again, or declare what it stored",
      ],
    ],
    [
      "why HubSpot refused an input, as far as it said",
      partly([
        applied(five),
        rejected(nine, { message: "too high", category: "VALIDATION_ERROR", id: "e-1" }),
        rejected(nine, { category: "VALIDATION_ERROR" }),
        rejected(gone, {}),
      ]),
      [
        "contacts/companies: USER_DEFINED 36 to 9 was refused by HubSpot: too high (e-1); correct it and run pulumi again",
        "contacts/companies: USER_DEFINED 36 to 9 was refused by HubSpot: VALIDATION_ERROR; correct it and run pulumi again",
        'contacts/companies: USER_DEFINED 36 to "many" was refused by HubSpot: no reason given; correct it and run pulumi again',
      ],
    ],
    [
      "an undeclared limit of the pair that is in the way of a label's, and of no other's",
      partly(
        [
          rejected(nine, { message: "too high" }),
          rejected(gone, {}),
          rejected({ ...nine, maxToObjectIds: O.some(3) }, {}),
        ],
        {
          objectLimit: O.some({ ...own, maxToObjectIds: 3 }),
        },
      ),
      [
        "contacts/companies: USER_DEFINED 36 to 9 was refused by HubSpot: too high; the pair as a whole is limited to 3 (HUBSPOT_DEFINED 279): raise that limit, or declare it with { unlabeled: true, … }",
        'contacts/companies: USER_DEFINED 36 to "many" was refused by HubSpot: no reason given; correct it and run pulumi again',
        "contacts/companies: USER_DEFINED 36 to 3 was refused by HubSpot: no reason given; correct it and run pulumi again",
      ],
    ],
    [
      "an undeclared limit of the pair that may be why a whole batch was refused",
      partly([notApplied(nine)], {
        _tag: "NothingApplied",
        stopped: O.some(refused),
        objectLimit: O.some({ ...own, maxToObjectIds: 3 }),
      }),
      [
        "contacts/companies: USER_DEFINED 36 to 9 was not applied; setting limits of contacts to companies: HubSpot refused (400); HubSpot says: too high; correct what HubSpot names, then run again; the pair as a whole is limited to 3 (HUBSPOT_DEFINED 279): raise that limit, or declare it with { unlabeled: true, … }",
      ],
    ],
    [
      "what is not certain, and why",
      partly([unknown(five, O.some(reset)), unknown(nine, O.none)]),
      [
        "contacts/companies: HUBSPOT_DEFINED 279 to 5 is not certain; setting limits of contacts to companies: no answer, because the connection broke; run again; pulumi up (or destroy) then finds out what stands, and sends what is missing",
        "contacts/companies: USER_DEFINED 36 to 9 does not show on the portal yet; run the same command again; pulumi up (or destroy) then finds out what stands, and sends what is missing",
      ],
    ],
    [
      "what was not applied, because of an error or of another input",
      partly([notApplied(five)], { stopped: O.some(spent) }),
      [
        "contacts/companies: HUBSPOT_DEFINED 279 to 5 was not applied; setting limits of contacts to companies: the portal's daily quota of API calls is spent (429); run again after midnight of the portal's time zone",
      ],
    ],
    [
      "what was not applied, because of another input",
      partly([notApplied(five)]),
      [
        "contacts/companies: HUBSPOT_DEFINED 279 to 5 was not applied, because HubSpot refused another part of the change",
      ],
    ],
  ];
  for (const [what, failure, texts] of table) {
    it(`${failure._tag}: ${what}`, () => expect(renderFailure(failure)).to.deep.equal(texts));
  }
});

describe("a limit that would change", () => {
  it("has the portal's own label, else the catalogue's, else none", () => {
    expect(showOverwritten({ type: own, label: "Ours", from: 1, to: 2 })).to.equal(
      'HUBSPOT_DEFINED 279 ("Ours") from 1 to 2',
    );
    expect(showOverwritten({ type: own, from: 1, to: 2 })).to.equal(
      'HUBSPOT_DEFINED 279 ("Contact to company") from 1 to 2',
    );
    expect(showOverwritten({ type: label, from: 1 })).to.equal("USER_DEFINED 36 from 1 to no limit");
  });
});
