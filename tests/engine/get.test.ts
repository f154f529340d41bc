/** Reading what is in the portal without managing it. */
import { expect } from "chai";
import { standing, stories } from "./support/story";

const get = (id: string): string => `
  const read = hubspot.AssociationConfiguration.get("read", ${JSON.stringify(id)});
  Object.assign(exports, { id: read.id, limits: read.limits, results: read.results, portalId: read.portalId,
    from: [read.fromObjectType, read.fromObjectTypeId], to: [read.toObjectType, read.toObjectTypeId] });
`;

describe("AssociationConfiguration.get", () => {
  const begin = stories();

  it("gives all limits of a pair, and writes nothing, not even on destroy", async () => {
    const before = { "contacts/companies 279": 10, "contacts/companies 1": 3, "companies/contacts 280": 4 };
    const story = await begin({ program: get("contact/0-2"), portal: { limits: standing(before) } });
    const up = await story.up();
    expect(up.told).to.deep.equal({
      code: 0,
      summary: { created: 1 },
      requests: ["GET account", "GET contacts/companies"],
    });
    expect(await story.stack.outputs()).to.deep.equal({
      // The engine keeps the id as the program wrote it.
      id: "contact/0-2",
      portalId: 111,
      from: ["contacts", "0-1"],
      to: ["companies", "0-2"],
      limits: [
        { category: "HUBSPOT_DEFINED", typeId: 1, maxToObjectIds: 3 },
        { category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 },
      ],
      results: [
        { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", userEnforcedMaxToObjectIds: 3 },
        { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 10 },
      ],
    });
    expect((await story.destroy()).told).to.deep.include({ code: 0, requests: [] });
    expect(story.limits()).to.deep.equal(before);
  });

  it("of a pair without limits fails with words that say so", async () => {
    const story = await begin({ program: get("contacts/companies") });
    const preview = await story.preview();
    expect(preview.code).not.to.equal(0);
    expect(preview.output).to.contain(
      "contacts/companies: the configuration does not exist: portal 111 has no limit on this pair",
    );
    expect(preview.told.requests).to.deep.equal(["GET account", "GET contacts/companies"]);
  });

  it("with an id that is none says how ids are written", async () => {
    const story = await begin({ program: get("contacts-companies") });
    const preview = await story.preview();
    expect(preview.code).not.to.equal(0);
    expect(preview.output).to.contain(
      `id: "contacts-companies" is no id of an AssociationConfiguration; write <from>/<to>, for example contacts/companies`,
    );
    expect(preview.told.requests).to.deep.equal([]);
  });
});
