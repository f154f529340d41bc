/**
 * What may be wrong with the configuration: each mistake is a failure at preview that names the setting where the user
 * has set it, and the way out. No request is made, so that no token goes where it should not, and none is printed.
 */
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import { startSandbox } from "../../sandbox";
import { madeUp } from "../support/leaks/secret";
import type { Properties } from "./harness";
import { startHost } from "./harness";
import { configurationFor } from "./support/scene";
import { declared, ofType, succeeded, unlabeled } from "./support/values";

const inputs = declared("contacts/companies", [unlabeled(5)]);
const token = madeUp("token");

interface Mistake {
  /** Besides the URL and token of a portal, of which `null` takes one away. */
  readonly config?: Readonly<Record<string, string | null>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly message: string;
}

const nothing = { accessToken: null, baseUrl: null };
const noCredentials =
  "no access token is configured; run `pulumi config set --secret hubspot:accessToken` or set HUBSPOT_ACCESS_TOKEN (OAuth by refresh token: hubspot:clientId, hubspot:clientSecret and hubspot:refreshToken)";
const lineBreak = "holds a line break; a token is one line, without the newline a file or a pipe puts at its end";
const versions =
  "is no version of HubSpot's API; write v4, or a dated version such as 2026-03 (March or September, from 2025-09)";
const clear = (url: string): string =>
  `${url} would send the token in the clear; write https, or http for this machine only (localhost)`;

const mistakes: Readonly<Record<string, Mistake>> = {
  "no token anywhere": { config: nothing, message: noCredentials },
  "an empty token in the environment, which counts as none": {
    config: nothing,
    env: { HUBSPOT_ACCESS_TOKEN: "" },
    message: noCredentials,
  },
  "an empty token": {
    config: { accessToken: "" },
    message: "hubspot:accessToken is empty; give the token of a service key or private app",
  },
  "a token with a line break": { config: { accessToken: `${token}\n` }, message: `hubspot:accessToken ${lineBreak}` },
  "a token with a line break in the environment": {
    config: nothing,
    env: { HUBSPOT_ACCESS_TOKEN: `${token}\r\n` },
    message: `HUBSPOT_ACCESS_TOKEN ${lineBreak}`,
  },
  "a token with a blank": {
    config: { accessToken: `Bearer ${token}` },
    message: "hubspot:accessToken holds a blank or a character that no token has; copy it again from HubSpot",
  },
  "http to another machine": {
    config: { baseUrl: "http://api.hubapi.example" },
    message: `hubspot:baseUrl ${clear("http://api.hubapi.example")}`,
  },
  "http to a name that only begins like this machine's": {
    config: { baseUrl: "http://localhost.example:8787" },
    message: `hubspot:baseUrl ${clear("http://localhost.example:8787")}`,
  },
  "a base URL without a scheme": {
    config: { baseUrl: "api.hubapi.com" },
    message: "hubspot:baseUrl is not a URL; write for example https://api.hubapi.com",
  },
  "a base URL with a password": {
    config: { baseUrl: "https://user:password@api.hubapi.com" },
    message: "hubspot:baseUrl can hold a scheme, a host, a port and a path, nothing else",
  },
  "an unknown API version": { config: { apiVersion: "v3" }, message: `hubspot:apiVersion "v3" ${versions}` },
  "an API version of no March and no September": {
    config: { apiVersion: "2026-05" },
    message: `hubspot:apiVersion "2026-05" ${versions}`,
  },
  "a token in the stack and the base URL in the environment": {
    config: { baseUrl: null },
    env: { HUBSPOT_BASE_URL: "https://proxy.example" },
    message:
      "HUBSPOT_BASE_URL is set, but the token comes from the stack configuration (hubspot:accessToken); set both in one place, or neither",
  },
  "a token in the environment and the base URL in the stack": {
    config: { accessToken: null },
    env: { HUBSPOT_ACCESS_TOKEN: token },
    message:
      "hubspot:baseUrl is set, but the token comes from the environment (HUBSPOT_ACCESS_TOKEN); set both in one place, or neither",
  },
  "a portal's name for its id": {
    config: { portalId: "production" },
    message: 'hubspot:portalId "production" is not the id of a portal; write its number, such as 12345678',
  },
  "two portals that are meant": {
    config: { portalId: "111" },
    env: { HUBSPOT_PORTAL_ID: "222" },
    message: "HUBSPOT_PORTAL_ID 222 is another portal than the stack configuration's 111; remove one of the two",
  },
  "no requests at all": {
    config: { requestsPerTenSeconds: "0" },
    message:
      'hubspot:requestsPerTenSeconds "0" is not a whole number from 1 to 1000000; write how many requests may be sent in 10 seconds',
  },
  "a time-out with its unit": {
    config: { requestTimeoutSeconds: "30s" },
    message:
      'hubspot:requestTimeoutSeconds "30s" is not a whole number from 1 to 3600; write how many seconds one request may take',
  },
  "a yes that is not true": {
    config: { previewChecks: "yes" },
    message: 'hubspot:previewChecks "yes" is neither true nor false',
  },
  "an explicit provider without credentials, whatever the environment has": {
    config: { ...nothing, provider: "staging" },
    env: { HUBSPOT_ACCESS_TOKEN: token },
    message:
      'the hubspot.Provider "staging" has no credentials; give it accessToken, or OAuth\'s clientId, clientSecret and refreshToken, since it takes none from the stack configuration or the environment',
  },
  "an explicit provider with an empty token": {
    config: { provider: "staging", accessToken: "" },
    message: 'accessToken of the hubspot.Provider "staging" is empty; give the token of a service key or private app',
  },
};

describe("a mistake in the configuration", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({ portals: [{ portalId: 111, tokens: [token] }] });
  });
  after(() => sandbox.close());

  const configured = (changes: Mistake["config"] = {}): Properties => {
    const config: Record<string, unknown> = { ...configurationFor(sandbox) };
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) delete config[`hubspot:${key}`];
      else config[`hubspot:${key}`] = value;
    }
    return config;
  };

  for (const [what, { config, env = {}, message }] of Object.entries(mistakes)) {
    it(`such as ${what}`, async () => {
      const host = await startHost({ config: configured(config), env });
      try {
        expect(succeeded(await host.check({}, inputs)).failures.map(({ reason }) => reason)).to.deep.equal([message]);
        expect([sandbox.requests(), host.logged(), host.printed()]).to.deep.equal([[], [], ""]);
      } finally {
        await host.stop();
      }
    });
  }

  it("is told for each resource, beside what is wrong with the resource itself", async () => {
    const host = await startHost({ config: configured({ apiVersion: "v3" }) });
    try {
      const reasons = async (limits: unknown): Promise<ReadonlyArray<string>> =>
        succeeded(await host.check({}, declared("contacts/companies", limits))).failures.map(({ reason }) => reason);
      expect(await reasons([ofType(1, 1)])).to.deep.equal([`hubspot:apiVersion "v3" ${versions}`]);
      expect(await reasons([])).to.deep.equal([
        "limits: [] declares nothing; add a limit, or set authoritative: true so that the pair has none",
        `hubspot:apiVersion "v3" ${versions}`,
      ]);
    } finally {
      await host.stop();
    }
  });
});
