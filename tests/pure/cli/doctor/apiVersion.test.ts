import { expect } from "chai";
import { checkApiVersion } from "../../../../cli/doctor/apiVersion";
import { warning } from "../../../../cli/doctor/result";

const change = "set HUBSPOT_API_VERSION, or hubspot:apiVersion in a stack, to 2026-09";

describe("the check of the API version", () => {
  for (const [version, today, mark] of [
    ["v4", "2026-09-29", "ok"],
    ["v4", "2026-09-30", "warning"],
    ["v4", "2027-03-30", "warning"],
    ["2025-09", "2026-08-15", "ok"],
    ["2025-09", "2026-09-01", "warning"],
    ["2026-03", "2026-11-24", "ok"],
    ["2026-09", "2028-02-29", "ok"],
    ["2026-09", "2028-03-01", "warning"],
    ["2027-03", "2026-11-24", "warning"],
    ["2027-03", "2027-11-24", "warning"],
  ] as const)
    it(`${version} on ${today}: ${mark}`, () =>
      expect(checkApiVersion(version, new Date(`${today}T00:00:00Z`), undefined).mark).to.equal(mark));

  const today = new Date("2026-11-24T00:00:00Z");

  it("tells the end of HubSpot's support", () => {
    expect(checkApiVersion("v4", today, undefined)).to.deep.equal(
      warning("v4, which HubSpot supports until 30 March 2027", change),
    );
    expect(checkApiVersion("2026-03", today, undefined)).to.deep.equal({
      mark: "ok",
      says: "2026-03, which HubSpot supports until September 2027",
    });
  });

  it("tells that it is over", () => {
    expect(checkApiVersion("v4", new Date("2027-04-01T00:00:00Z"), undefined)).to.deep.equal(
      warning("v4 has been without HubSpot's support since 30 March 2027", change),
    );
  });

  it("tells a version that nobody here knows, by the portal's own variable", () => {
    expect(checkApiVersion("2028-03", today, "STAGING")).to.deep.equal(
      warning(
        "2028-03 is newer than 2026-09, the newest that this package knows",
        "install a newer pulumi-hubspot-associations, or set HUBSPOT_STAGING_API_VERSION, or hubspot:apiVersion in a stack, to 2026-09",
      ),
    );
  });
});
