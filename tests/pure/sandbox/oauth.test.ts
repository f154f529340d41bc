import { expect } from "chai";
import type { PortalInput, DirectSandbox, SandboxOptions } from "../../../sandbox";
import type { Answer } from "./helper";
import { ask, configurations, hubSpotDefined, isObject, started, withoutCorrelationId } from "./helper";

const all = `${configurations}/all`;
const path = "/oauth/v1/token";

const app = { clientId: "client-7", clientSecret: "the-secret", refreshToken: "refresh-7" };
const portal: PortalInput = { portalId: 7, oauth: app };
const right = {
  grant_type: "refresh_token",
  client_id: "client-7",
  client_secret: "the-secret",
  refresh_token: "refresh-7",
};

const form = { "content-type": "application/x-www-form-urlencoded;charset=utf-8" };
const refresh = (sandbox: DirectSandbox, fields: Readonly<Record<string, string>> = right): Promise<Answer> =>
  ask(sandbox, "POST", path, new URLSearchParams(fields).toString(), form);

const accessTokenIn = ({ body }: Answer): string => {
  const token = isObject(body) ? body["access_token"] : undefined;
  if (typeof token !== "string") throw new Error(`No access token: ${JSON.stringify(body)}`);
  return token;
};

const withApp = (options: SandboxOptions = {}): Promise<DirectSandbox> => started({ portals: [portal], ...options });

describe("sandbox: OAuth", () => {
  it("gives out an access token that opens the portal", async () => {
    const sandbox = await withApp();
    const answer = await refresh(sandbox);
    const token = accessTokenIn(answer);
    expect([answer.status, answer.body]).to.deep.equal([
      200,
      {
        token_type: "bearer",
        token_use: "access_token",
        hub_id: 7,
        refresh_token: "refresh-7",
        access_token: token,
        expires_in: 1800,
      },
    ]);
    expect(answer.headers.get("x-hubspot-ratelimit-max")).to.equal(null);
    const account = await ask({ ...sandbox, token }, "GET", "/account-info/v3/details");
    expect([account.status, Object(account.body).portalId]).to.deep.equal([200, 7]);
    const inputs = [hubSpotDefined(279, 5)];
    const update = `${configurations}/contacts/companies/batch/update`;
    expect((await ask({ ...sandbox, token }, "POST", update, { inputs })).status).to.equal(200);
  });

  it("tells every credential there ever was, whatever stands now", async () => {
    const sandbox = await withApp();
    const issued = accessTokenIn(await refresh(sandbox));
    sandbox.setState({ portals: [{ portalId: 7, tokens: ["token-of-later"] }] });
    sandbox.reset();
    expect(sandbox.credentials()).to.deep.equal([
      { kind: "access token", portalId: 7, secret: "sandbox-token-7" },
      { kind: "client secret", portalId: 7, secret: "the-secret" },
      { kind: "refresh token", portalId: 7, secret: "refresh-7" },
      { kind: "access token", portalId: 7, secret: issued },
      { kind: "access token", portalId: 7, secret: "token-of-later" },
    ]);
  });

  for (const [what, fields, status, message] of [
    ["an unknown client", { client_id: "client-8" }, "BAD_CLIENT_ID", "missing or unknown client id"],
    ["a wrong secret", { client_secret: "x" }, "BAD_CLIENT_SECRET", "missing or invalid client secret"],
    ["a wrong refresh token", { refresh_token: "x" }, "BAD_REFRESH_TOKEN", "missing or invalid refresh token"],
    ["another grant type", { grant_type: "authorization_code" }, "BAD_GRANT_TYPE", "missing or unknown grant type"],
  ] as const)
    it(`refuses ${what}, or none, with 400`, async () => {
      const sandbox = await withApp();
      const absent = Object.fromEntries(Object.entries(right).filter(([name]) => !(name in fields)));
      for (const sent of [{ ...right, ...fields }, absent]) {
        const answer = await refresh(sandbox, sent);
        expect([answer.status, withoutCorrelationId(answer.body)]).to.deep.equal([400, { status, message }]);
      }
    });

  it("reads nothing but forms", async () => {
    const sandbox = await withApp();
    for (const [body, headers] of [
      [JSON.stringify(right), { "content-type": "application/json" }],
      [JSON.stringify(right), form],
      [new URLSearchParams(right).toString(), { "content-type": "application/json" }],
    ] as const) {
      const answer = await ask(sandbox, "POST", path, body, headers);
      expect([answer.status, Object(answer.body).status]).to.deep.equal([400, "BAD_GRANT_TYPE"]);
    }
    expect((await ask(sandbox, "GET", `${path}?${new URLSearchParams(right)}`)).status).to.equal(404);
  });

  it("knows nobody where no portal has an app", async () => {
    const answer = await refresh(await started());
    expect([answer.status, Object(answer.body).status]).to.deep.equal([400, "BAD_CLIENT_ID"]);
  });

  it("of one app in several portals gives access by the refresh token", async () => {
    const portals = [portal, { portalId: 8, oauth: { ...app, refreshToken: "refresh-8" } }];
    const sandbox = await started({ portals });
    const seen = [];
    for (const refresh_token of ["refresh-8", "refresh-7"]) {
      const token = accessTokenIn(await refresh(sandbox, { ...right, refresh_token }));
      const account = await ask({ ...sandbox, token }, "GET", "/account-info/v3/details");
      seen.push(Object(account.body).portalId);
    }
    expect(seen).to.deep.equal([8, 7]);
  });

  it("access tokens expire each at its time, and a new one helps", async () => {
    let now = 0;
    const portals = [{ ...portal, oauth: { ...app, expiresInSeconds: 60 } }];
    const sandbox = await started({ portals, clock: () => now });
    const answer = await refresh(sandbox);
    expect(Object(answer.body).expires_in).to.equal(60);
    const first = { ...sandbox, token: accessTokenIn(answer) };
    now = 30_000;
    const second = { ...sandbox, token: accessTokenIn(await refresh(sandbox)) };
    const statuses: unknown[] = [];
    for (now of [59_999, 60_000, 89_999, 90_000])
      statuses.push([(await ask(first, "GET", all)).status, (await ask(second, "GET", all)).status]);
    expect(statuses).to.deep.equal([
      [200, 200],
      [401, 200],
      [401, 200],
      [401, 401],
    ]);
    const third = { ...sandbox, token: accessTokenIn(await refresh(sandbox)) };
    expect((await ask(third, "GET", all)).status).to.equal(200);
  });

  it("an access token that expired says for how long it has been so", async () => {
    let now = 0;
    const sandbox = await withApp({ clock: () => now });
    const opened = { ...sandbox, token: accessTokenIn(await refresh(sandbox)) };
    const messages = [];
    for (now of [1_800_000, 1_860_000, 1_800_000 + 49 * 3_600_000]) {
      const { status, body } = await ask(opened, "GET", all);
      expect(withoutCorrelationId(body)).to.deep.include({ status: "error", category: "EXPIRED_AUTHENTICATION" });
      messages.push([status, Object(body).message]);
    }
    expect(messages).to.deep.equal([
      [401, "The OAuth token used to make this call expired 0 second(s) ago."],
      [401, "The OAuth token used to make this call expired 1 minute(s) ago."],
      [401, "The OAuth token used to make this call expired 2 day(s) ago."],
    ]);
  });

  it("access tokens can live shorter or longer than their answer says", async () => {
    let now = 0;
    const sandbox = await withApp({ clock: () => now, accessTokenMilliseconds: 10 });
    const answer = await refresh(sandbox);
    expect(Object(answer.body).expires_in).to.equal(1800);
    const opened = { ...sandbox, token: accessTokenIn(answer) };
    now = 9;
    expect((await ask(opened, "GET", all)).status).to.equal(200);
    now = 10;
    expect((await ask(opened, "GET", all)).status).to.equal(401);
  });

  it("access tokens have a quota of their own, 110 in ten seconds and no daily one", async () => {
    let now = 0;
    const sandbox = await withApp({ dailyQuota: 1, plan: "free", clock: () => now });
    const opened = { ...sandbox, token: accessTokenIn(await refresh(sandbox)) };
    expect((await ask(sandbox, "GET", all)).status).to.equal(200);
    expect((await ask(sandbox, "GET", all)).status).to.equal(429);
    const { status, headers } = await ask(opened, "GET", all);
    expect([status, ...[...headers].filter(([name]) => name.startsWith("x-hubspot-ratelimit"))]).to.deep.equal([
      200,
      ["x-hubspot-ratelimit-interval-milliseconds", "10000"],
      ["x-hubspot-ratelimit-max", "110"],
      ["x-hubspot-ratelimit-remaining", "109"],
    ]);
    const answers = await Promise.all(Array.from({ length: 110 }, () => ask(opened, "GET", all)));
    expect(answers.filter((answer) => answer.status === 200)).to.have.length(109);
    now = 10_000;
    expect((await ask(opened, "GET", all)).status).to.equal(200);
  });

  it("access tokens outlive a new state, but not the app, nor a reset", async () => {
    const sandbox = await withApp();
    const opened = { ...sandbox, token: accessTokenIn(await refresh(sandbox)) };
    sandbox.setState({ portals: [{ ...portal, oauth: { ...app, refreshToken: "another" } }] });
    expect((await ask(opened, "GET", all)).status).to.equal(200);
    expect(Object((await refresh(sandbox)).body).status).to.equal("BAD_REFRESH_TOKEN");
    sandbox.setState({ portals: [{ portalId: 7 }] });
    expect((await ask(opened, "GET", all)).status).to.equal(401);
    sandbox.reset();
    expect((await ask(opened, "GET", all)).status).to.equal(401);
    expect((await refresh(sandbox)).status).to.equal(200);
  });

  it("can be disturbed by faults like any other path", async () => {
    const sandbox = await withApp();
    sandbox.faults([{ match: { path: path }, fault: { status: 503 } }]);
    expect((await refresh(sandbox)).status).to.equal(503);
    expect((await refresh(sandbox)).status).to.equal(200);
  });

  it("leaves no credentials in the journal, whatever is sent where", async () => {
    const sandbox = await withApp();
    const token = accessTokenIn(await refresh(sandbox));
    await refresh(sandbox, { ...right, client_secret: "wrong-secret" });
    await ask(sandbox, "POST", path, right);
    await ask(sandbox, "GET", `/oauth/v1/access-tokens/${token}`);
    await ask(sandbox, "DELETE", "/oauth/v1/refresh-tokens/refresh-7");
    await ask(sandbox, "POST", "/token", new URLSearchParams(right).toString(), form);
    expect(sandbox.requests().map(({ milliseconds: _, at: _at, ...entry }) => entry)).to.deep.equal([
      { n: 1, method: "POST", path, portalId: 7, status: 200 },
      { n: 2, method: "POST", path, status: 400 },
      { n: 3, method: "POST", path, status: 400 },
      { n: 4, method: "GET", path: "/oauth/v1/access-tokens", status: 404 },
      { n: 5, method: "DELETE", path: "/oauth/v1/refresh-tokens", status: 404 },
      { n: 6, method: "POST", path: "/token", status: 404 },
    ]);
    const { body } = await ask(sandbox, "GET", "/__sandbox/requests");
    for (const secret of [token, "secret", "refresh-7", "client-7"])
      expect(JSON.stringify(body)).not.to.contain(secret);
  });

  it("is part of the state, with its defaults filled in", async () => {
    const sandbox = await withApp();
    expect(sandbox.state().portals[0]?.oauth).to.deep.equal({ ...app, expiresInSeconds: 1800 });
    sandbox.setState(sandbox.state());
    expect(sandbox.state().portals[0]?.oauth).to.deep.equal({ ...app, expiresInSeconds: 1800 });
  });

  it("is refused where it is wrong", async () => {
    const sandbox = await withApp();
    const oauth = { clientId: "", clientSecret: "x", expiresInSeconds: 0, scope: "x" };
    const { status, body } = await ask(sandbox, "PUT", "/__sandbox/state", {
      portals: [
        { portalId: 7, oauth },
        { ...portal, portalId: 8 },
        { ...portal, portalId: 9 },
      ],
    });
    expect([status, body]).to.deep.equal([
      400,
      {
        error: [
          "The state is wrong:",
          "  portals[0].oauth.scope: there is no such key; known are clientId, clientSecret, refreshToken, expiresInSeconds",
          '  portals[0].oauth.clientId: expected a text, got ""',
          "  portals[0].oauth.refreshToken: expected a text, got nothing",
          "  portals[0].oauth.expiresInSeconds: expected a whole number from 1 to 2147483647, got 0",
          "  portals: the refresh token refresh-7 stands there twice",
        ].join("\n"),
      },
    ]);
  });
});
