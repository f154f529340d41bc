import { expect } from "chai";
import { isApiVersion, paths, tokenPath, trackingPaths } from "../../../../provider/hubspot/paths";

/** A name with characters that mean something in a path. */
const pair = { from: "contacts", to: "a/b?" };

describe("a version of HubSpot's API", () => {
  it("is v4, or a March or September in which there are dated association paths", () => {
    const versions = ["v4", "2025-09", "2026-03", "2026-09", "2030-03"];
    expect(versions.map(isApiVersion)).to.deep.equal(versions.map(() => true));
    const others = ["v3", "", "2025-03", "2026-04", "2026-3", "x2026-03", "2026-03x", "226-03", "12026-03"];
    expect(others.map(isApiVersion)).to.deep.equal(others.map(() => false));
  });
});

describe("the paths of HubSpot's API", () => {
  const said = (version: string) => {
    const { limits, updateLimits, purgeLimits, labels, label, schema, ...rest } = paths(version);
    return [
      ...Object.values(rest),
      limits(pair),
      updateLimits(pair),
      purgeLimits(pair),
      labels(pair),
      label(pair, 7),
      schema("a/b?"),
    ];
  };

  it("of v4 are those of v3 where there is no other", () => {
    expect(said("v4")).to.deep.equal([
      "/account-info/v3/details",
      "/crm/associations/v4/definitions/configurations/all",
      "/crm-object-schemas/v3/schemas",
      "/crm/associations/v4/definitions/configurations/contacts/a%2Fb%3F",
      "/crm/associations/v4/definitions/configurations/contacts/a%2Fb%3F/batch/update",
      "/crm/associations/v4/definitions/configurations/contacts/a%2Fb%3F/batch/purge",
      "/crm/associations/v4/contacts/a%2Fb%3F/labels",
      "/crm/associations/v4/contacts/a%2Fb%3F/labels/7",
      "/crm-object-schemas/v3/schemas/a%2Fb%3F",
    ]);
  });

  it("of a dated version name it everywhere", () => {
    expect(said("2026-03")).to.deep.equal([
      "/account-info/2026-03/details",
      "/crm/associations/2026-03/definitions/configurations/all",
      "/crm-object-schemas/2026-03/schemas",
      "/crm/associations/2026-03/definitions/configurations/contacts/a%2Fb%3F",
      "/crm/associations/2026-03/definitions/configurations/contacts/a%2Fb%3F/batch/update",
      "/crm/associations/2026-03/definitions/configurations/contacts/a%2Fb%3F/batch/purge",
      "/crm/associations/2026-03/contacts/a%2Fb%3F/labels",
      "/crm/associations/2026-03/contacts/a%2Fb%3F/labels/7",
      "/crm-object-schemas/2026-03/schemas/a%2Fb%3F",
    ]);
  });

  it("of limits tracking are elsewhere, and OAuth's has a version of its own", () => {
    const tracking = (version: string) => {
      const { labels, recordsFrom, recordsTo, recordsOf } = trackingPaths(version);
      return [labels, recordsFrom, recordsTo("a/b?"), recordsOf(pair)];
    };
    const under = (base: string) => [
      `${base}/associations/labels`,
      `${base}/associations/records/from`,
      `${base}/associations/records/a%2Fb%3F/to`,
      `${base}/associations/records/contacts/a%2Fb%3F`,
    ];
    expect(tracking("v4")).to.deep.equal(under("/crm/v3/limits"));
    expect(tracking("2026-03")).to.deep.equal(under("/crm/limits/2026-03"));
    expect(tokenPath).to.equal("/oauth/v1/token");
  });
});
