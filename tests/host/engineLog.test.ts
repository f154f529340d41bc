/** What the provider says besides results and errors: warnings in the engine's log, or on stderr where there is none. */
import { expect } from "chai";
import { scenes } from "./support/scene";
import { declared, succeeded, unlabeled } from "./support/values";

const pair = "contacts/companies";
const inputs = declared(pair, [unlabeled(5)]);
const portal = {
  limits: [{ from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 50 }],
};
const warning =
  'contacts/companies: this changes what stands in the portal: HUBSPOT_DEFINED 279 ("Contact to company") from 50 to 5';

describe("a warning", () => {
  const begin = scenes();

  it("goes to the engine's log, as a warning that stays", async () => {
    const { host } = await begin({ portal });
    expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([]);
    expect(host.logged()).to.deep.equal([{ severity: "WARNING", message: warning, ephemeral: false }]);
    expect(host.printed()).to.equal("");
  });

  it("is said once, though a replacement is checked twice", async () => {
    const { host } = await begin({ portal });
    await host.check({}, inputs);
    await host.check({}, inputs);
    expect(host.logged()).to.have.length(1);
  });

  for (const engine of ["refusing", "nobody"] as const) {
    it(`goes to stderr, with a name before it, where the engine's address is ${engine}`, async () => {
      const { host } = await begin({ portal, engine });
      expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([]);
      expect(host.logged()).to.deep.equal([]);
      expect(host.printed()).to.equal(`hubspot-associations: ${warning}\n`);
    });
  }
});
