/** Access tokens from a refresh token: asked for once, renewed when they expire, and what is said where there is none. */
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import type { Properties } from "./harness";
import type { Scene, SceneOptions } from "./support/scene";
import { scenes } from "./support/scene";
import { checked, declared, messageOf, succeeded, unlabeled } from "./support/values";

const app = {
  clientId: "client-5b0d-of-a-test",
  clientSecret: "client+secret/5b0d-of-a-test",
  refreshToken: "refresh=token/5b0d-of-a-test",
};
const pairs = ["contacts/companies", "companies/contacts", "deals/contacts", "contacts/deals", "deals/companies"];
const asked = "POST /oauth/v1/token";
const updated = (pair: string): string => `POST ${pair}/batch/update`;

const configured = ({ url }: Sandbox, more: Properties = {}): Properties => ({
  "hubspot:clientId": app.clientId,
  "hubspot:clientSecret": app.clientSecret,
  "hubspot:refreshToken": app.refreshToken,
  "hubspot:baseUrl": url,
  ...more,
});

describe("OAuth credentials", () => {
  const scene = scenes();
  /** A process that is configured with the app's credentials, on a portal in which the app is installed. */
  const begin = async (options: SceneOptions = {}): Promise<Scene> => {
    const begun = await scene({ portal: { oauth: app }, ...options });
    const host = await begun.nextHost({ config: configured(begun.sandbox) });
    return { ...begun, host };
  };

  it("become one access token for everything that a process asks", async () => {
    const { host, requests, limits } = await begin();
    for (const pair of pairs) succeeded(await host.check({}, declared(pair, [unlabeled(5)])));
    const made = await Promise.all(pairs.map((pair) => host.create(checked(pair, [unlabeled(5)]))));
    made.forEach(succeeded);
    expect(requests().slice(0, 3)).to.deep.equal([asked, "GET account", "GET all"]);
    expect(requests().slice(3).sort()).to.deep.equal(pairs.map(updated).sort());
    expect(Object.values(limits())).to.deep.equal(pairs.map(() => 5));
  });

  it("give another access token where the portal calls the first one expired, one for all that wait", async () => {
    let now = 0;
    const { host, requests, limits } = await begin({ sandbox: { clock: () => now } });
    succeeded(await host.create(checked("contacts/companies", [unlabeled(5)])));
    // For the portal half an hour is over, for the process it is not.
    now += 1_800_000;
    const before = requests().length;
    const others = pairs.slice(1);
    const made = await Promise.all(others.map((pair) => host.create(checked(pair, [unlabeled(5)]))));
    made.forEach(succeeded);
    const since = requests().slice(before);
    expect(since.filter((request) => request === asked)).to.deep.equal([asked]);
    for (const pair of others) expect(since.filter((request) => request === updated(pair)).length).to.be.at.most(2);
    expect(Object.values(limits())).to.deep.equal(pairs.map(() => 5));
  });

  it("whose access tokens are expired from the start end in one error, not in a loop", async () => {
    const { host, requests } = await begin({ sandbox: { accessTokenMilliseconds: 0 } });
    const message = messageOf(await host.create(checked("contacts/companies", [unlabeled(5)])));
    expect(message).to.match(
      /^asking which portal the token belongs to: HubSpot does not accept the access token \(401\)/,
    );
    expect(message).to.contain("give a valid token in the stack configuration (hubspot:refreshToken)");
    expect(requests()).to.deep.equal([asked, "GET account", asked, "GET account"]);
  });

  const sources = {
    "the stack configuration (hubspot:refreshToken)": (sandbox: Sandbox) => ({
      config: configured(sandbox, { "hubspot:refreshToken": "revoked-5b0d-of-a-test" }),
    }),
    'the hubspot.Provider "staging"': (sandbox: Sandbox) => ({
      config: configured(sandbox, { "hubspot:refreshToken": "revoked-5b0d-of-a-test", "hubspot:provider": "staging" }),
    }),
    "the environment (HUBSPOT_REFRESH_TOKEN)": ({ url }: Sandbox) => ({
      config: {},
      env: {
        HUBSPOT_CLIENT_ID: app.clientId,
        HUBSPOT_CLIENT_SECRET: app.clientSecret,
        HUBSPOT_REFRESH_TOKEN: "revoked-5b0d-of-a-test",
        HUBSPOT_BASE_URL: url,
      },
    }),
  };
  for (const [where, options] of Object.entries(sources)) {
    it(`of ${where} that HubSpot refuses fail a check and a create, with where they stand, and nothing is asked`, async () => {
      const { sandbox, nextHost, requests } = await scene({ portal: { oauth: app } });
      const host = await nextHost(options(sandbox));
      const { failures } = succeeded(await host.check({}, declared("contacts/companies", [unlabeled(5)])));
      const messages = [
        ...failures.map(({ reason }) => messageOf({ error: reason })),
        messageOf(await host.create(checked("contacts/companies", [unlabeled(5)]))),
      ];
      const message = `asking for an access token: HubSpot gives no access token for the OAuth credentials (400); HubSpot says: missing or invalid refresh token; give the client id, the client secret and the refresh token of an app that is installed in the portal in ${where}; ${where.includes("environment") ? "" : "refresh and destroy use the token of the last pulumi up, unless they are run with --run-program; "}correlationId ID`;
      expect(messages).to.deep.equal([message, message]);
      expect(requests()).to.deep.equal([asked]);
    });
  }

  it("are guarded like a token: another portal's app reads and writes nothing", async () => {
    const { sandbox, nextHost, requests } = await scene({ others: [{ portalId: 222, oauth: app }] });
    const host = await nextHost({ config: configured(sandbox, { "hubspot:portalId": "111" }) });
    expect(messageOf(await host.create(checked("contacts/companies", [unlabeled(5)])))).to.equal(
      "the token of the stack configuration (hubspot:refreshToken) belongs to portal 222, but the configuration means portal 111 (portalId); give the token of that portal, or correct portalId; nothing was read or written",
    );
    expect(requests()).to.deep.equal([asked, "GET account"]);
  });

  it("are asked with again where OAuth does not answer", async () => {
    const { host, sandbox, requests } = await begin();
    sandbox.faults([{ match: { path: "/oauth/" }, fault: "reset" }]);
    succeeded(await host.create(checked("contacts/companies", [unlabeled(5)])));
    expect(requests()).to.deep.equal([asked, asked, "GET account", "GET all", updated("contacts/companies")]);
  });

  it("come back in no message, should somebody send them along in an answer", async () => {
    const { host, sandbox } = await begin();
    const echo = {
      status: 400,
      body: { message: `no ${app.clientSecret} and no ${encodeURIComponent(app.refreshToken)}` },
    };
    sandbox.faults([{ match: { path: "/oauth/" }, fault: echo }]);
    expect(messageOf(await host.create(checked("contacts/companies", [unlabeled(5)])))).to.contain(
      "HubSpot says: no [secret] and no [secret];",
    );
  });
});
