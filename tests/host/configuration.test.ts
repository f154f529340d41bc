/** The configuration as the real process gets it: there at once, shared, and never the end of the process. */
import { expect } from "chai";
import { scenes } from "./support/scene";
import { checked, declared, succeeded, text, unlabeled, withoutHomes } from "./support/values";

const pair = "contacts/companies";

describe("the configuration of the provider process", () => {
  const begin = scenes();
  const inputs = declared(pair, [unlabeled(5)]);

  it("is there for the first calls, though all of them come at once", async () => {
    const { host, requests } = await begin();
    const answers = await Promise.all(Array.from({ length: 20 }, () => host.check({}, inputs)));
    expect(withoutHomes(answers)).to.deep.equal(
      answers.map(() => ({ inputs: { ...checked(pair, [unlabeled(5)]), ...text }, failures: [] })),
    );
    expect(requests()).to.deep.equal(["GET account", "GET all"]);
  });

  it("is asked for the portal once, however many resources are made at once", async () => {
    const { host, requests } = await begin();
    const pairs = ["contacts/companies", "companies/contacts", "deals/contacts", "contacts/deals", "deals/companies"];
    const created = await Promise.all(pairs.map((each) => host.create(checked(each, [unlabeled(5)]))));
    expect(created.map((each) => succeeded(each).id)).to.deep.equal(pairs);
    expect([...requests()].sort()).to.deep.equal(
      ["GET account", "GET all", ...pairs.map((each) => `POST ${each}/batch/update`)].sort(),
    );
  });

  const garbage: ReadonlyArray<readonly [string, unknown, string]> = [
    ["hubspot:accessToken", 5, "is empty; give the token of a service key or private app"],
    ["hubspot:accessToken", { nested: ["t"] }, "is empty; give the token of a service key or private app"],
    ["hubspot:baseUrl", ["https://api.hubapi.com"], "is not a URL; write for example https://api.hubapi.com"],
    ["hubspot:portalId", {}, '"[object Object]" is not the id of a portal; write its number, such as 12345678'],
    ["hubspot:previewChecks", [], '"" is neither true nor false'],
  ];
  for (const [key, value, problem] of garbage) {
    it(`may hold ${JSON.stringify(value)} as ${key}: then check says so, and nothing else breaks`, async () => {
      const { host, sandbox } = await begin();
      const config = { "hubspot:accessToken": sandbox.token, "hubspot:baseUrl": sandbox.url, [key]: value };
      expect(await host.configure(config)).to.equal(undefined);
      expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([
        { property: "", reason: `${key} ${problem}` },
      ]);
      expect(await host.create(checked(pair, [unlabeled(5)]))).to.deep.equal({
        error: `${key} ${problem}`,
        code: "UNKNOWN",
      });
      expect([sandbox.requests(), host.printed()]).to.deep.equal([[], ""]);
    });
  }

  it("may be empty: what has not changed needs none", async () => {
    const { host, sandbox } = await begin({ config: {} });
    expect(succeeded(await host.check(checked(pair, [unlabeled(5)]), inputs)).failures).to.deep.equal([]);
    expect(sandbox.requests()).to.deep.equal([]);
  });
});
