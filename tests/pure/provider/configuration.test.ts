import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Configuration } from "../../../provider/configuration";
import { readConfiguration, showConfigurationFailure } from "../../../provider/configuration";
import { missingCredentials, showOrigin } from "../../../provider/credentials";
import type { Source } from "../../../provider/source";
import { UNKNOWN } from "../../../provider/unknown";
import { revealed } from "../../support/provider/revealed";

type Values = Readonly<Record<string, unknown>>;

const explicit: Source = { _tag: "ExplicitProvider", name: "staging" };
const stack: Source = { _tag: "StackConfiguration" };
const environment: Source = { _tag: "Environment" };

/** What is configured: keys without `hubspot:`, and environment variables without `HUBSPOT_`. */
interface Configured {
  readonly stack?: Values;
  /** Makes it an explicit provider with these arguments. */
  readonly provider?: Values;
  readonly environment?: Values;
}

const read = (configured: Configured): ReturnType<typeof readConfiguration> => {
  const own: Values = configured.provider
    ? { provider: explicit.name, ...configured.provider }
    : (configured.stack ?? {});
  return readConfiguration(
    (key) => own[key.replace(/^hubspot:/, "")],
    (name) => configured.environment?.[name.replace(/^HUBSPOT_/, "")],
  );
};

const nothing: Configuration = {
  apiVersion: "v4",
  requestsPerTenSeconds: Infinity,
  requestTimeoutSeconds: 30,
  previewChecks: true,
  identity: O.none,
  portalId: O.none,
  notKnownYet: false,
  source: stack,
};
const api = "https://api.hubapi.com";
/** As it is shown, with secrets in plain text. */
const identity = (source: Source, accessToken: string, baseUrl = api): { readonly identity: O.Option<unknown> } => ({
  identity: O.some({
    origin: { source, setting: "accessToken" },
    credentials: { _tag: "AccessToken", accessToken: `secret: ${accessToken}` },
    baseUrl,
  }),
});
const oauth = { clientId: "c", clientSecret: "s", refreshToken: "r" };
const oauthIdentity = (source: Source, baseUrl = api): { readonly identity: O.Option<unknown> } => ({
  identity: O.some({
    origin: { source, setting: "refreshToken" },
    credentials: { _tag: "OAuth", clientId: "secret: c", clientSecret: "secret: s", refreshToken: "secret: r" },
    baseUrl,
  }),
});

/** What was read, or the failure as one line. */
const shown = (configured: Configured): unknown => revealed(E.getOrElseW(showConfigurationFailure)(read(configured)));

describe("the configuration", () => {
  const table: ReadonlyArray<
    readonly [string, Configured, Partial<Omit<Configuration, "identity">> & { readonly identity?: unknown }]
  > = [
    ["takes OAuth's credentials from the stack", { stack: oauth }, oauthIdentity(stack)],
    [
      "takes OAuth's credentials from the environment",
      { environment: { CLIENT_ID: "c", CLIENT_SECRET: "s", REFRESH_TOKEN: "r", BASE_URL: "https://proxy.example" } },
      oauthIdentity(environment, "https://proxy.example"),
    ],
    [
      "takes OAuth's credentials from an explicit provider",
      { provider: oauth, environment: { ACCESS_TOKEN: "e" } },
      { source: explicit, ...oauthIdentity(explicit) },
    ],
    [
      "prefers the stack's token to the environment's OAuth",
      { stack: { accessToken: "t" }, environment: { CLIENT_ID: "c", CLIENT_SECRET: "s", REFRESH_TOKEN: "r" } },
      identity(stack, "t"),
    ],
    ["of nothing has no identity", {}, {}],
    ["takes a token from the stack", { stack: { accessToken: "t" } }, identity(stack, "t")],
    ["takes a token from the environment", { environment: { ACCESS_TOKEN: "t" } }, identity(environment, "t")],
    [
      "prefers the stack's token to the environment's",
      { stack: { accessToken: "s" }, environment: { ACCESS_TOKEN: "e" } },
      identity(stack, "s"),
    ],
    [
      "of an explicit provider has an identity all its own, and only other settings from the environment",
      {
        provider: { accessToken: "p" },
        environment: {
          ACCESS_TOKEN: "e",
          BASE_URL: "https://other",
          PORTAL_ID: "7",
          API_VERSION: "2026-03",
          REQUESTS_PER_TEN_SECONDS: "5",
          REQUEST_TIMEOUT_SECONDS: "5",
          PREVIEW_CHECKS: "false",
        },
      },
      {
        source: explicit,
        ...identity(explicit, "p"),
        apiVersion: "2026-03",
        requestsPerTenSeconds: 5,
        requestTimeoutSeconds: 5,
        previewChecks: false,
      },
    ],
    [
      "of an explicit provider without credentials has none, whatever the environment holds",
      { provider: {}, environment: { ACCESS_TOKEN: "e" } },
      { source: explicit },
    ],
    [
      "takes everything from the stack, as texts",
      {
        stack: {
          accessToken: "t",
          baseUrl: "https://proxy.example/hubspot/",
          portalId: "111",
          apiVersion: "2026-03",
          requestsPerTenSeconds: "50",
          requestTimeoutSeconds: "10",
          previewChecks: "false",
        },
      },
      {
        ...identity(stack, "t", "https://proxy.example/hubspot"),
        portalId: O.some(111),
        apiVersion: "2026-03",
        requestsPerTenSeconds: 50,
        requestTimeoutSeconds: 10,
        previewChecks: false,
      },
    ],
    [
      "takes everything from an explicit provider, typed",
      {
        provider: {
          accessToken: "t",
          baseUrl: "https://proxy.example",
          portalId: 111,
          apiVersion: "v4",
          requestsPerTenSeconds: 50,
          requestTimeoutSeconds: 10,
          previewChecks: false,
        },
      },
      {
        source: explicit,
        ...identity(explicit, "t", "https://proxy.example"),
        portalId: O.some(111),
        requestsPerTenSeconds: 50,
        requestTimeoutSeconds: 10,
        previewChecks: false,
      },
    ],
    [
      "takes everything from the environment",
      {
        environment: {
          ACCESS_TOKEN: "t",
          BASE_URL: "https://proxy.example",
          PORTAL_ID: "111",
          API_VERSION: "2025-09",
          REQUESTS_PER_TEN_SECONDS: "50",
          REQUEST_TIMEOUT_SECONDS: "10",
          PREVIEW_CHECKS: "false",
        },
      },
      {
        ...identity(environment, "t", "https://proxy.example"),
        portalId: O.some(111),
        apiVersion: "2025-09",
        requestsPerTenSeconds: 50,
        requestTimeoutSeconds: 10,
        previewChecks: false,
      },
    ],
    [
      "lets settings fall back one by one, the stack's first",
      {
        stack: { accessToken: "t", apiVersion: "2026-03" },
        environment: { API_VERSION: "2025-09", REQUEST_TIMEOUT_SECONDS: "5", PREVIEW_CHECKS: "false" },
      },
      { ...identity(stack, "t"), apiVersion: "2026-03", requestTimeoutSeconds: 5, previewChecks: false },
    ],
    [
      "lets true be said over the environment's false",
      { stack: { previewChecks: "true" }, environment: { PREVIEW_CHECKS: "false" } },
      { previewChecks: true },
    ],
    [
      "takes a portal id from the environment as one more guard",
      { stack: { accessToken: "t" }, environment: { PORTAL_ID: "111" } },
      { ...identity(stack, "t"), portalId: O.some(111) },
    ],
    [
      "knows the portal that is meant where it has no credentials",
      { stack: { portalId: "111" } },
      { portalId: O.some(111) },
    ],
    [
      "takes the same portal id twice",
      { stack: { accessToken: "t", portalId: "111" }, environment: { PORTAL_ID: "111" } },
      { ...identity(stack, "t"), portalId: O.some(111) },
    ],
    [
      "takes empty environment variables for none",
      {
        stack: { accessToken: "t" },
        environment: {
          ACCESS_TOKEN: "",
          CLIENT_ID: "",
          CLIENT_SECRET: "",
          REFRESH_TOKEN: "",
          PORTAL_ID: "",
          BASE_URL: "",
          API_VERSION: "",
          REQUESTS_PER_TEN_SECONDS: "",
          REQUEST_TIMEOUT_SECONDS: "",
          PREVIEW_CHECKS: "",
        },
      },
      identity(stack, "t"),
    ],
    [
      "takes a token beside empty environment variables",
      { environment: { ACCESS_TOKEN: "t", CLIENT_ID: "", BASE_URL: "", PORTAL_ID: "" } },
      identity(environment, "t"),
    ],
    [
      "takes empty settings of the stack for none",
      {
        stack: {
          portalId: "",
          apiVersion: "",
          requestsPerTenSeconds: "",
          requestTimeoutSeconds: "",
          previewChecks: "",
        },
      },
      {},
    ],
  ];
  for (const [what, configured, expected] of table) {
    it(what, () => expect(shown(configured)).to.deep.equal({ ...nothing, ...expected }));
  }

  for (const key of [
    "accessToken",
    "clientId",
    "clientSecret",
    "refreshToken",
    "portalId",
    "baseUrl",
    "apiVersion",
    "requestsPerTenSeconds",
    "requestTimeoutSeconds",
    "previewChecks",
  ]) {
    // prettier-ignore
    it(`is not known yet while ${key} is another resource's output, and asks the environment for nothing`, () => {
      expect(
        shown({ provider: { accessToken: "t", [key]: UNKNOWN }, environment: { ACCESS_TOKEN: "e" } }),
      ).to.deep.equal({ ...nothing, source: explicit, notKnownYet: true });
    });
  }
});

describe("a configuration that is wrong", () => {
  const failures: ReadonlyArray<readonly [string, Configured, string]> = [
    [
      "an empty token of the stack, rather than the environment's",
      { stack: { accessToken: "" }, environment: { ACCESS_TOKEN: "e" } },
      "hubspot:accessToken is empty; give the token of a service key or private app",
    ],
    [
      "a blank token",
      { provider: { accessToken: "  " } },
      'accessToken of the hubspot.Provider "staging" is empty; give the token of a service key or private app',
    ],
    [
      "a token that is no text",
      { provider: { accessToken: 5 } },
      'accessToken of the hubspot.Provider "staging" is empty; give the token of a service key or private app',
    ],
    [
      "a token with the newline of a file",
      { environment: { ACCESS_TOKEN: "secret-token\n" } },
      "HUBSPOT_ACCESS_TOKEN holds a line break; a token is one line, without the newline a file or a pipe puts at its end",
    ],
    [
      "a token with a header in it",
      { stack: { accessToken: "t\r\nx-evil: 1" } },
      "hubspot:accessToken holds a line break; a token is one line, without the newline a file or a pipe puts at its end",
    ],
    [
      "a token with a blank",
      { stack: { accessToken: "Bearer secret-token" } },
      "hubspot:accessToken holds a blank or a character that no token has; copy it again from HubSpot",
    ],
    [
      "a token in quotes of a text program",
      { stack: { accessToken: "“secret-token”" } },
      "hubspot:accessToken holds a blank or a character that no token has; copy it again from HubSpot",
    ],
    [
      "a token and OAuth credentials in one source",
      { stack: { accessToken: "t", clientSecret: "s" } },
      "hubspot:clientSecret stands beside an access token; give either the token or the OAuth credentials",
    ],
    [
      "OAuth credentials without all three",
      { stack: { clientId: "c", refreshToken: "r" } },
      "hubspot:clientSecret is missing beside hubspot:clientId; OAuth needs clientId, clientSecret and refreshToken, all in one place",
    ],
    [
      "OAuth credentials of which one stands in another source",
      { stack: { clientId: "c", clientSecret: "s" }, environment: { REFRESH_TOKEN: "r" } },
      "hubspot:refreshToken is missing beside hubspot:clientId; OAuth needs clientId, clientSecret and refreshToken, all in one place",
    ],
    [
      "an empty client secret",
      { provider: { ...oauth, clientSecret: "" } },
      'clientSecret of the hubspot.Provider "staging" is empty; give the client secret of the OAuth app',
    ],
    [
      "a refresh token with the newline of a file",
      { environment: { CLIENT_ID: "c", CLIENT_SECRET: "s", REFRESH_TOKEN: "secret-token\n" } },
      "HUBSPOT_REFRESH_TOKEN holds a line break; a token is one line, without the newline a file or a pipe puts at its end",
    ],
    [
      "a token in the place of another setting, which is not repeated",
      { stack: { portalId: "pat-na1-0000-secret-token-0000" } },
      "hubspot:portalId a text of 30 characters is not the id of a portal; write its number, such as 12345678",
    ],
    [
      "a base URL of the environment beside the stack's token",
      { stack: { accessToken: "t" }, environment: { BASE_URL: "https://elsewhere.example" } },
      "HUBSPOT_BASE_URL is set, but the token comes from the stack configuration (hubspot:accessToken); set both in one place, or neither",
    ],
    [
      "a base URL of the stack beside the environment's token",
      { stack: { baseUrl: "http://localhost:8787" }, environment: { ACCESS_TOKEN: "t" } },
      "hubspot:baseUrl is set, but the token comes from the environment (HUBSPOT_ACCESS_TOKEN); set both in one place, or neither",
    ],
    [
      "two portal ids",
      { stack: { accessToken: "t", portalId: "111" }, environment: { PORTAL_ID: "222" } },
      "HUBSPOT_PORTAL_ID 222 is another portal than the stack configuration's 111; remove one of the two",
    ],
    ...["0", "-1", "1.5", "x", "9007199254740993", "1e3"].map((portalId): [string, Configured, string] => [
      `the portal id ${portalId}`,
      { stack: { portalId } },
      `hubspot:portalId "${portalId}" is not the id of a portal; write its number, such as 12345678`,
    ]),
    [
      "a portal id that is no number",
      { provider: { accessToken: "t", portalId: true } },
      'portalId of the hubspot.Provider "staging" "true" is not the id of a portal; write its number, such as 12345678',
    ],
    ...["v3", "2026-04", "2025-03", "2026-3", "latest"].map((apiVersion): [string, Configured, string] => [
      `the API version ${apiVersion}`,
      { environment: { API_VERSION: apiVersion } },
      `HUBSPOT_API_VERSION "${apiVersion}" is no version of HubSpot's API; write v4, or a dated version such as 2026-03 (March or September, from 2025-09)`,
    ]),
    [
      "no requests at all",
      { stack: { requestsPerTenSeconds: "0" } },
      'hubspot:requestsPerTenSeconds "0" is not a whole number from 1 to 1000000; write how many requests may be sent in 10 seconds',
    ],
    [
      "more requests than that",
      { stack: { requestsPerTenSeconds: "1000001" } },
      'hubspot:requestsPerTenSeconds "1000001" is not a whole number from 1 to 1000000; write how many requests may be sent in 10 seconds',
    ],
    [
      "a time-out of more than an hour",
      { environment: { REQUEST_TIMEOUT_SECONDS: "3601" } },
      'HUBSPOT_REQUEST_TIMEOUT_SECONDS "3601" is not a whole number from 1 to 3600; write how many seconds one request may take',
    ],
    [
      "previewChecks that are neither",
      { stack: { previewChecks: "no" } },
      'hubspot:previewChecks "no" is neither true nor false',
    ],
    [
      "a wrong setting of the environment that the stack's would hide",
      { stack: { previewChecks: "true" }, environment: { PREVIEW_CHECKS: "no" } },
      'HUBSPOT_PREVIEW_CHECKS "no" is neither true nor false',
    ],
  ];
  for (const [what, configured, text] of failures) {
    it(`${what}: is told where it stands`, () => expect(shown(configured)).to.equal(text));
  }

  it("never shows a token", () => {
    for (const [what, configured] of failures) expect(shown(configured), what).not.to.contain("secret-token");
  });
});

describe("the base URL", () => {
  const baseUrlOf = (baseUrl: string): string =>
    E.match(showConfigurationFailure, ({ identity: found }: Configuration) =>
      O.isSome(found) ? found.value.baseUrl : "no identity",
    )(read({ stack: { accessToken: "t", baseUrl } }));

  const accepted: ReadonlyArray<readonly [string, string]> = [
    ["https://api.hubapi.com", api],
    ["https://api.hubapi.com/", api],
    ["https://API.hubapi.com:443///", api],
    ["https://api-eu1.hubapi.com:8443", "https://api-eu1.hubapi.com:8443"],
    ["https://proxy.example/a/b/", "https://proxy.example/a/b"],
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787"],
    ["http://127.0.0.1:8787/", "http://127.0.0.1:8787"],
    ["http://127.9.9.9", "http://127.9.9.9"],
    ["http://127.1:80/prefix/", "http://127.0.0.1/prefix"],
    ["http://localhost:8787", "http://localhost:8787"],
    ["HTTP://LOCALHOST", "http://localhost"],
    ["http://[::1]:8787", "http://[::1]:8787"],
    ["http://[0:0:0:0:0:0:0:1]", "http://[::1]"],
    ["http://2130706433", "http://127.0.0.1"],
  ];
  for (const [written, url] of accepted) {
    it(`may be ${written}`, () => expect(baseUrlOf(written)).to.equal(url));
  }

  const clear = (shownUrl: string): string =>
    `hubspot:baseUrl ${shownUrl} would send the token in the clear; write https, or http for this machine only (localhost)`;
  const more = "hubspot:baseUrl can hold a scheme, a host, a port and a path, nothing else";
  const none = "hubspot:baseUrl is not a URL; write for example https://api.hubapi.com";
  const refused: ReadonlyArray<readonly [string, string]> = [
    ["http://api.hubapi.com", clear("http://api.hubapi.com")],
    ["http://127.0.0.1.evil.com", clear("http://127.0.0.1.evil.com")],
    ["http://localhost.evil.com:80", clear("http://localhost.evil.com")],
    ["http://evil-localhost", clear("http://evil-localhost")],
    ["http://localhost.", clear("http://localhost.")],
    ["http://0.0.0.0", clear("http://0.0.0.0")],
    ["http://[::ffff:7f00:1]", clear("http://[::ffff:7f00:1]")],
    ["http://[::2]", clear("http://[::2]")],
    ["http://10.0.0.1", clear("http://10.0.0.1")],
    ["ftp://localhost", clear("ftp://localhost")],
    ["http://localhost@evil.com", more],
    ["http://127.0.0.1:80@evil.com/", more],
    ["https://user:password@api.hubapi.com", more],
    ["https://:password@api.hubapi.com", more],
    ["https://api.hubapi.com?x=1", more],
    ["https://api.hubapi.com#x", more],
    ["api.hubapi.com", none],
    ["", none],
    ["https://", none],
    ["http://127.0.0.256", none],
  ];
  for (const [written, text] of refused) {
    it(`may not be ${written === "" ? "empty" : written}`, () => expect(baseUrlOf(written)).to.equal(text));
  }

  it("is judged by where a URL really leads", () => {
    expect(baseUrlOf("http://localhost\\@evil.com")).to.equal("http://localhost/@evil.com");
    expect(baseUrlOf("http:\\\\evil.com")).to.equal(clear("http://evil.com"));
    expect(baseUrlOf("ht\ntp://evil.com")).to.equal(clear("http://evil.com"));
  });

  it("is no text: refused", () => {
    expect(shown({ provider: { accessToken: "t", baseUrl: 5 } })).to.equal(
      'baseUrl of the hubspot.Provider "staging" is not a URL; write for example https://api.hubapi.com',
    );
  });
});

describe("where credentials come from", () => {
  it("is named in messages, with the setting that holds them", () => {
    const shownFor = (setting: "accessToken" | "refreshToken"): ReadonlyArray<string> =>
      [explicit, stack, environment].map((source) => showOrigin({ source, setting }));
    expect([...shownFor("accessToken"), ...shownFor("refreshToken")]).to.deep.equal([
      'the hubspot.Provider "staging"',
      "the stack configuration (hubspot:accessToken)",
      "the environment (HUBSPOT_ACCESS_TOKEN)",
      'the hubspot.Provider "staging"',
      "the stack configuration (hubspot:refreshToken)",
      "the environment (HUBSPOT_REFRESH_TOKEN)",
    ]);
  });

  it("where no credentials are, and what to do", () => {
    expect([explicit, stack].map(missingCredentials)).to.deep.equal([
      'the hubspot.Provider "staging" has no credentials; give it accessToken, or OAuth\'s clientId, clientSecret and refreshToken, since it takes none from the stack configuration or the environment',
      "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN (OAuth by refresh token: hubspot:clientId, hubspot:clientSecret and hubspot:refreshToken)",
    ]);
  });
});
