/** Which portal a token belongs to is known before anything else is asked, and what happens where it cannot be known. */
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import type { Properties } from "./harness";
import { scenes } from "./support/scene";
import { checked, declared, messageOf, succeeded, unlabeled, withoutCorrelationId } from "./support/values";

const pair = "contacts/companies";
const inputs = checked(pair, [unlabeled(5)]);
const state: Properties = {
  ...inputs,
  resolved: [{ category: "HUBSPOT_DEFINED", typeId: 279 }],
  results: [{ category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 }],
  others: [],
  previous: [],
  portalId: 111,
};
const onlyTheAccount = ["GET account"];

describe("a token that may not ask which portal it belongs to", () => {
  const begin = scenes();
  const token = "token-6c1e-without-the-scope";
  const portal = { tokens: [{ token, missingScopes: ["oauth"] }] };
  const configured = ({ url }: Sandbox, portalId?: string): Properties => ({
    "hubspot:accessToken": token,
    "hubspot:baseUrl": url,
    ...(portalId === undefined ? {} : { "hubspot:portalId": portalId }),
  });

  it("reads and writes nothing as long as nobody says which portal is meant", async () => {
    const { sandbox, nextHost, requests, limits } = await begin({ portal });
    const host = await nextHost({ config: configured(sandbox) });
    const message =
      "asking which portal the token belongs to: the access token needs the scope oauth (403); HubSpot says: This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes; add the scope to the service key or app in HubSpot, and give the token it then shows in the stack configuration (hubspot:accessToken); refresh and destroy use the token of the last pulumi up, unless they are run with --run-program; correlationId ID; or set portalId to the portal's id, which is then taken on trust; nothing was read or written";
    const { failures } = succeeded(await host.check({}, declared(pair, [unlabeled(5)])));
    expect(failures.map(({ reason }) => withoutCorrelationId(reason))).to.deep.equal([message]);
    const answers = [
      await host.create(inputs),
      await host.read(pair, state),
      await host.update(pair, state, checked(pair, [unlabeled(6)])),
      await host.delete(pair, state),
    ];
    expect(answers.map(messageOf)).to.deep.equal(answers.map(() => message));
    expect(new Set(requests())).to.deep.equal(new Set(onlyTheAccount));
    expect(limits()).to.deep.equal({});
  });

  it("works for the portal that the configuration means, and it is said once what cannot be noticed", async () => {
    const { sandbox, nextHost, limits } = await begin({ portal });
    const host = await nextHost({ config: configured(sandbox, "111") });
    expect(succeeded(await host.check({}, declared(pair, [unlabeled(5)]))).failures).to.deep.equal([]);
    const { id, properties } = succeeded(await host.create(inputs));
    expect(properties["portalId"]).to.equal(111);
    expect(succeeded(await host.read(id, properties)).id).to.equal(id);
    expect(limits()).to.deep.equal({ "contacts/companies 279": 5 });
    expect(host.logged().map(({ message }) => message)).to.deep.equal([
      "the token of the stack configuration (hubspot:accessToken) may not ask which portal it belongs to, because the access token needs the scope oauth (403); portalId 111 is taken on trust, and a token of another portal would not be noticed",
    ]);
  });

  it("is still kept from the state of another portal by the configured id", async () => {
    const { sandbox, nextHost, requests } = await begin({ portal });
    const host = await nextHost({ config: configured(sandbox, "111") });
    const elsewhere = { ...state, portalId: 222 };
    for (const answer of [await host.read(pair, elsewhere), await host.delete(pair, elsewhere)]) {
      expect(messageOf(answer)).to.contain("belongs to portal 111, but this resource lives in portal 222");
    }
    expect(new Set(requests())).to.deep.equal(new Set(onlyTheAccount));
  });
});

describe("a token of another portal than that of the stack's resources", () => {
  const begin = scenes();
  const token = "token-6c1e-of-the-portal-222";
  const news = declared("deals/contacts", [unlabeled(7)]);
  const lives = "belongs to portal 222, but this resource lives in portal 111";
  const others = "belongs to portal 222, but other resources of this stack live in portal 111";
  const scene = async (more: Properties = {}) => {
    const { sandbox, nextHost, requests } = await begin({ others: [{ portalId: 222, tokens: [token] }] });
    const host = await nextHost({
      config: { "hubspot:accessToken": token, "hubspot:baseUrl": sandbox.url, ...more },
    });
    return { host, requests };
  };

  it("is noticed in a preview where a new resource comes after one that stands", async () => {
    const { host, requests } = await scene();
    expect(succeeded(await host.diff(pair, state, inputs)).changes).to.equal("DIFF_NONE");
    const { failures } = succeeded(await host.check({}, news));
    expect(failures.map(({ reason }) => reason).join()).to.contain(others);
    expect(messageOf(await host.create(checked("deals/contacts", [unlabeled(7)])))).to.contain(others);
    expect(requests()).to.deep.equal(["GET account"]);
  });

  it("is noticed in a preview where a resource that stands comes after a new one", async () => {
    const { host } = await scene();
    expect(succeeded(await host.check({}, news)).failures).to.deep.equal([]);
    const unchanged = succeeded(await host.check(inputs, inputs));
    expect(messageOf(await host.diff(pair, state, unchanged.inputs))).to.contain(lives);
  });

  it("is right for what lives there already, wherever the others are", async () => {
    const { host, requests } = await scene();
    succeeded(await host.diff(pair, state, inputs));
    const there = { ...state, portalId: 222 };
    expect(succeeded(await host.update(pair, there, checked(pair, [unlabeled(6)]))).properties["portalId"]).to.equal(
      222,
    );
    expect(requests()).to.deep.equal(["GET account", "GET all", `POST ${pair}/batch/update`]);
  });

  it("is not what is wanted because the configuration names that portal", async () => {
    const { host } = await scene({ "hubspot:portalId": "222" });
    const unchanged = succeeded(await host.check(inputs, inputs));
    expect(messageOf(await host.diff(pair, state, unchanged.inputs))).to.contain(lives);
  });
});
