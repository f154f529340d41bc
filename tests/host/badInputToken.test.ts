/** Tokens that HubSpot does not accept, that may too little, or that open another portal than the one that is meant. */
import { expect } from "chai";
import { configurationFor, scenes } from "./support/scene";
import { checked, declared, messageOf, succeeded, unlabeled, withoutCorrelationId } from "./support/values";

const pair = "contacts/companies";
const inputs = declared(pair, [unlabeled(5)]);
const whoseToken = "asking which portal the token belongs to";
const setting = "setting limits of contacts to companies";
const stack = "the stack configuration (hubspot:accessToken)";
const lastUp = "refresh and destroy use the token of the last pulumi up, unless they are run with --run-program";

describe("a token", () => {
  const begin = scenes();
  const expired =
    "HubSpot does not accept the access token (401); HubSpot says: The OAuth token used to make this call expired 5 minute(s) ago";

  it("that has expired fails the preview, and a refresh says how to get past it", async () => {
    const { host, nextHost, sandbox, requests } = await begin({
      portal: { tokens: [{ token: "token-of-yesterday", expired: true }] },
    });
    const message = `${whoseToken}: ${expired}; give a valid token in ${stack}; ${lastUp}; correlationId ID`;
    const { failures } = succeeded(await host.check({}, inputs));
    expect(failures.map(({ reason }) => withoutCorrelationId(reason))).to.deep.equal([message]);
    const outcomes = [
      await (await nextHost()).read(pair, checked(pair, [unlabeled(5)])),
      await (await nextHost()).delete(pair, checked(pair, [unlabeled(5)])),
    ];
    expect(outcomes.map(messageOf)).to.deep.equal([message, message]);
    expect(requests()).to.deep.equal(["GET account", "GET account", "GET account"]);
    expect(sandbox.state().portals[0]?.limits).to.deep.equal([]);
  });

  it("of an explicit provider or of the environment is named as such", async () => {
    const { nextHost, sandbox } = await begin();
    const bad = { ...configurationFor(sandbox), "hubspot:accessToken": "unknown-token" };
    const hosts = [
      await nextHost({ config: { ...bad, "hubspot:provider": "staging" } }),
      await nextHost({ config: {}, env: { HUBSPOT_ACCESS_TOKEN: "unknown-token", HUBSPOT_BASE_URL: sandbox.url } }),
    ];
    const told = await Promise.all(
      hosts.map(async (host) => succeeded(await host.check({}, inputs)).failures.map(({ reason }) => reason)),
    );
    expect(told.flat().map((reason) => /give a valid token in [^;]*/.exec(reason)?.[0])).to.deep.equal([
      'give a valid token in the hubspot.Provider "staging"',
      "give a valid token in the environment (HUBSPOT_ACCESS_TOKEN)",
    ]);
    expect([...told.flat(), ...hosts.map((host) => host.printed())].join()).not.to.contain("unknown-token");
  });

  it("that may read and not write fails the create with the scopes that HubSpot names", async () => {
    const { host, limits } = await begin({
      portal: {
        tokens: [
          { token: "token-of-a-reader", missingScopes: ["crm.objects.contacts.write", "crm.objects.companies.write"] },
        ],
      },
    });
    expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([]);
    expect(messageOf(await host.create(checked(pair, [unlabeled(5)])))).to.equal(
      `${setting}: the access token needs one of the scopes crm.objects.contacts.write, crm.objects.companies.write (403); HubSpot says: This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes; add the scope to the service key or app in HubSpot, and give the token it then shows in ${stack}; ${lastUp}; correlationId ID`,
    );
    expect(limits()).to.deep.equal({});
  });

  it("that may not even read fails the preview with the scope", async () => {
    const { host } = await begin({
      portal: { tokens: [{ token: "token-of-nobody", missingScopes: ["crm.objects.contacts.read"] }] },
      switches: { missingScopeConcerns: "everything" },
    });
    const { failures } = succeeded(await host.check({}, inputs));
    expect(failures.map(({ reason }) => /needs [^;]*/.exec(reason)?.[0])).to.deep.equal([
      "needs the scope crm.objects.contacts.read (403)",
    ]);
  });

  it("of another portal than the configuration means: nothing is read, nothing is written", async () => {
    const { nextHost, sandbox, requests } = await begin({ others: [{ portalId: 222 }] });
    const config = { ...configurationFor(sandbox), "hubspot:portalId": "222" };
    const wrong = `the token of ${stack} belongs to portal 111, but the configuration means portal 222 (portalId); give the token of that portal, or correct portalId; nothing was read or written`;
    const host = await nextHost({ config });
    expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([{ property: "", reason: wrong }]);
    const failed = { error: wrong, code: "UNKNOWN" };
    expect([
      await host.create(checked(pair, [unlabeled(5)])),
      await host.read(pair, checked(pair, [unlabeled(5)])),
      await host.delete(pair, checked(pair, [unlabeled(5)])),
    ]).to.deep.equal([failed, failed, failed]);
    expect(requests()).to.deep.equal(["GET account"]);
  });

  it("of another portal than the state's: nothing is read, nothing is written", async () => {
    const { host, requests } = await begin({ others: [{ portalId: 222 }] });
    const state = { ...checked(pair, [unlabeled(5)]), portalId: 222 };
    const failed = {
      error: `the token of ${stack} belongs to portal 111, but this resource lives in portal 222, and a stack does not move to another portal; give the token of that portal, select its stack, or give the resource another hubspot.Provider; nothing was read or written`,
      code: "UNKNOWN",
    };
    expect([
      await host.read(pair, state),
      await host.update(pair, state, checked(pair, [unlabeled(6)])),
      await host.delete(pair, state),
    ]).to.deep.equal([failed, failed, failed]);
    expect(requests()).to.deep.equal(["GET account"]);
  });
});
