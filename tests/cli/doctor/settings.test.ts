import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { notChecked, ok, problem } from "../../../cli/doctor/result";
import type { Facts } from "../../../cli/doctor/facts";
import {
  checkBaseUrl,
  checkCeiling,
  checkCredentials,
  checkSettings,
  checkVersion,
} from "../../../cli/doctor/settings";
import type { Configuration } from "../../../provider/configuration";
import { secret } from "../../../provider/secret";
import { configuration, facts, identity } from "../../pure/cli/doctor/helper";

const set = (more: Partial<Configuration>, variables?: string): Facts =>
  facts({ settings: E.right({ ...configuration, ...more }), variables });

describe("the check of the settings", () => {
  it("tells where they are read from", () => {
    expect(checkSettings(facts())).to.deep.equal(ok("read from HUBSPOT_*"));
    expect(checkSettings(facts({ variables: "STAGING" }))).to.deep.equal(ok("read from HUBSPOT_STAGING_*"));
  });

  for (const [wrong, says, mend] of [
    ["is not a URL; write one", "HUBSPOT_BASE_URL is not a URL", "write one"],
    ["can hold a host, nothing else", "HUBSPOT_BASE_URL can hold a host, nothing else", "correct HUBSPOT_BASE_URL"],
  ] as const)
    it(`tells which one ${wrong}, and the rest is not known`, () => {
      const spoilt = facts({ settings: E.left({ setting: "HUBSPOT_BASE_URL", problem: wrong }) });
      expect(checkSettings(spoilt)).to.deep.equal(problem(says, mend));
      for (const check of [checkCredentials, checkBaseUrl, checkVersion, checkCeiling])
        expect(check(spoilt)).to.deep.equal(notChecked("a setting is wrong"));
    });
});

describe("the check of the credentials", () => {
  it("tells the name of the variable and not what is in it", () => {
    expect(checkCredentials(facts())).to.deep.equal(ok("the token in HUBSPOT_ACCESS_TOKEN"));
    const source = { _tag: "Environment", portal: "STAGING" } as const;
    const staging = { ...identity, origin: { source, setting: "accessToken" } as const };
    expect(checkCredentials(set({ identity: O.some(staging) }))).to.deep.equal(
      ok("the token in HUBSPOT_STAGING_ACCESS_TOKEN"),
    );
    const oauth = { ...identity, origin: { source, setting: "refreshToken" } as const };
    expect(checkCredentials(set({ identity: O.some(oauth) }))).to.deep.equal(
      ok("OAuth, with the refresh token in HUBSPOT_STAGING_REFRESH_TOKEN"),
    );
  });

  it("tells where a token is expected", () => {
    expect(checkCredentials(set({ identity: O.none }, "STAGING"))).to.deep.equal(
      problem("there is no token", "set HUBSPOT_STAGING_ACCESS_TOKEN to that of a service key or private app"),
    );
  });
});

describe("the check of the base URL", () => {
  for (const [baseUrl, says] of [
    ["https://api.hubapi.com", "https://api.hubapi.com"],
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787, on this machine: a sandbox, or a proxy"],
    [
      "https://proxy.example/hubspot",
      "https://proxy.example/hubspot, which is not HubSpot's own: right for a proxy alone",
    ],
  ] as const)
    it(`tells whose it is: ${baseUrl}`, () =>
      expect(checkBaseUrl(set({ identity: O.some({ ...identity, baseUrl }) }))).to.deep.equal(ok(says)));

  it("is not made where there is no token", () =>
    expect(checkBaseUrl(set({ identity: O.none }))).to.deep.equal(notChecked("there is no token")));
});

describe("the check of the ceiling", () => {
  it("tells the ceiling that the user has set, or that there is none", () => {
    expect(checkCeiling(facts())).to.deep.equal(ok("none of one's own; the portal's quota counts"));
    expect(checkCeiling(set({ requestsPerTenSeconds: 50 }, "STAGING"))).to.deep.equal(
      ok("50 requests in 10 s, by HUBSPOT_STAGING_REQUESTS_PER_TEN_SECONDS"),
    );
  });
});

it("the check of the API version looks at the version that is set", () => {
  expect(checkVersion(facts()).says).to.equal("2026-09, which HubSpot supports until March 2028");
  expect(checkVersion(set({ apiVersion: "v4" })).mark).to.equal("warning");
});

it("no check shows a token", () => {
  const credentials = { _tag: "AccessToken", accessToken: secret("made-up-and-secret") } as const;
  const spoken = set({ identity: O.some({ ...identity, credentials }) });
  for (const check of [checkSettings, checkCredentials, checkBaseUrl, checkVersion, checkCeiling])
    expect(JSON.stringify(check(spoken))).not.to.contain("made-up-and-secret");
});
