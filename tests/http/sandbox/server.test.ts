/** The server gives over HTTP what the sandbox gives in its own process; what only a server has. */
import { expect } from "chai";
import { Client } from "@hubspot/api-client";
import type { Answer } from "../../pure/sandbox/helper";
import { ask as askDirectly, configurations, hubSpotDefined, withoutCorrelationId } from "../../pure/sandbox/helper";
import { startSandbox } from "../../../sandbox";
import { ask, started } from "./helper";

const all = `${configurations}/all`;
const portal = {
  portalId: 7,
  oauth: { clientId: "client-7", clientSecret: "the-secret", refreshToken: "refresh-7" },
};

/** Headers that are the connection's own. */
const ofTheConnection = new Set(["connection", "date", "keep-alive", "transfer-encoding"]);

const shown = ({ status, headers, body }: Answer): unknown => ({
  status,
  headers: [...headers].filter(([name]) => !ofTheConnection.has(name)),
  body: JSON.parse(
    JSON.stringify(body ?? null)
      .replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"a time"')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "an id")
      .replace(/"access_token":"[^"]*"/g, '"access_token":"a token"'),
  ),
});

const limits = { inputs: [hubSpotDefined(279, 5)] };
const grant = new URLSearchParams({
  grant_type: "refresh_token",
  client_id: "client-7",
  client_secret: "the-secret",
  refresh_token: "refresh-7",
}).toString();

describe("sandbox: the server", () => {
  for (const [what, asking] of [
    ["a read", ["GET", all]],
    ["a read with a query", ["GET", `${all}?after=1`]],
    ["a write", ["POST", `${configurations}/contacts/companies/batch/update`, limits]],
    ["an answer without a body", ["POST", `${configurations}/contacts/companies/batch/purge`, limits]],
    ["a refusal", ["GET", `${configurations}/widgets/deals`]],
    ["a path that there is not", ["GET", "/crm/nothing"]],
    ["a path of two slashes", ["GET", "//"]],
    ["a path of two slashes and a query", ["GET", "//?a=//"]],
    ["half a JSON", ["POST", `${configurations}/contacts/companies/batch/update`, '{"inputs":[']],
    ["no token", ["GET", all, undefined, {}]],
    ["a form", ["POST", "/oauth/v1/token", grant, { "content-type": "application/x-www-form-urlencoded" }]],
    ["the state", ["GET", "/__sandbox/state"]],
    ["another state", ["PUT", "/__sandbox/state", { portals: [{ portalId: 8 }] }]],
    ["the requests since one", ["GET", "/__sandbox/requests?since=1"]],
    ["faults", ["POST", "/__sandbox/faults", [{ match: {}, fault: { status: 503 } }]]],
    ["a reset", ["POST", "/__sandbox/reset"]],
    ["a control path that there is not", ["GET", "/__sandbox/nothing"]],
  ] as const)
    it(`gives what the sandbox gives in its own process: ${what}`, async () => {
      const [method, path, body, headers] = asking;
      const options = { portals: [portal] };
      const [first, second] = [await started(options), await started(options)];
      const direct = await askDirectly(first, method, path, body, headers);
      expect(shown(await ask(second, method, path, body, headers))).to.deep.equal(shown(direct));
      expect(second.state()).to.deep.equal(first.state());
      const journal = (requests: typeof first.requests): unknown =>
        requests().map(({ at: _at, milliseconds: _milliseconds, ...entry }) => entry);
      expect(journal(second.requests)).to.deep.equal(journal(first.requests));
    });

  it("gives an error that HubSpot would give, with an id of its own", async () => {
    const { body } = await ask(await started(), "GET", all, undefined, {});
    expect(withoutCorrelationId(body)).to.have.property("message");
  });

  it("gives an access token to HubSpot's own client", async () => {
    const { url } = await started({ portals: [portal] });
    const client = new Client({ basePath: url });
    const { accessToken, ...rest } = await client.oauth.tokensApi.create(
      "refresh_token",
      undefined,
      undefined,
      "client-7",
      "the-secret",
      "refresh-7",
    );
    expect({ ...rest }).to.deep.equal({ tokenType: "bearer", refreshToken: "refresh-7", expiresIn: 1800 });
    client.setAccessToken(accessToken);
    const answer = await client.apiRequest({ method: "GET", path: all });
    expect([answer.status, await answer.json()]).to.deep.equal([200, { results: [] }]);
  });

  it("cannot have a port that is taken, which is Node's own error", async () => {
    const { url } = await started();
    const refusal = await startSandbox({ port: Number(new URL(url).port) }).catch(String);
    expect(refusal).to.contain("EADDRINUSE");
  });
});
