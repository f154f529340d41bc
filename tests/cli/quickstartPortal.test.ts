/** The first command of a newcomer starts the built sandbox: that it does so is seen in every run, not at night alone. */
import { expect } from "chai";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

describe("the portal of the quickstart", () => {
  it("starts with what its seed says, and ends when it is stopped", async () => {
    const { isRunning, startPortal } = await import("../../scripts/quickstart/portal.mjs");
    const folder = await mkdtemp(join(tmpdir(), "quickstart-portal-"));
    const limit = { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 };
    try {
      const seed = join(folder, "seed.json");
      await writeFile(seed, JSON.stringify({ portals: [{ portalId: 111, limits: [limit] }] }));
      const portal = await startPortal(seed);
      expect([portal.portalId, await portal.limits()]).to.deep.equal([111, [limit]]);
      await portal.stop();
      expect(await isRunning(portal.url)).to.equal(false);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
