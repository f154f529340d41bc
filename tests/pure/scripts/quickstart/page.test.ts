/** What the quickstart prints of requests and limits, and when in colour. */
import { expect } from "chai";
import { limitTable, newPage, summary, wantsColours } from "../../../../scripts/quickstart/page.mjs";

const read = { method: "GET", path: "/account-info/v3/details", status: 200 };
const update = {
  method: "POST",
  path: "/crm/associations/v4/definitions/configurations/contacts/companies/batch/update",
  status: 200,
  requestBody: {
    inputs: [
      { category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 },
      { category: "HUBSPOT_DEFINED", typeId: 1, maxToObjectIds: 1 },
    ],
  },
};
const purge = {
  method: "POST",
  path: "/crm/associations/v4/definitions/configurations/contacts/companies/batch/purge",
  status: 204,
  requestBody: { inputs: [{ category: "HUBSPOT_DEFINED", typeId: 279 }] },
};

describe("the quickstart's page", () => {
  it("counts reads and batches", () => {
    expect([[], [read], [update], [read, update, purge, read, read]].map(summary)).to.deep.equal([
      "none",
      "1 read",
      "1 batch",
      "3 reads, 2 batches",
    ]);
  });

  it("names each request with its inputs and its answer", () => {
    let printed = "";
    newPage(false, (text) => (printed += text)).requests([read, update, purge, { ...read, status: null }]);
    expect(printed).to.equal(`
requests: 2 reads, 2 batches
    GET  /account-info/v3/details → 200
    POST /crm/associations/v4/definitions/configurations/contacts/companies/batch/update → 200  {279: 5, 1: 1}
    POST /crm/associations/v4/definitions/configurations/contacts/companies/batch/purge → 204  {279}
    GET  /account-info/v3/details → no answer
`);
  });

  it("shows limits in HubSpot's words, a portal's own types by their category", () => {
    expect(
      limitTable([
        { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 },
        { from: "deals", to: "contacts", category: "USER_DEFINED", typeId: 279, maxToObjectIds: 20 },
      ]),
    ).to.equal(
      "contacts → companies   Contact to company (279)   at most 5\n" +
        "deals → contacts       USER_DEFINED (279)         at most 20",
    );
  });

  it("is in colour on a terminal only, and not where somebody said no", () => {
    expect([
      wantsColours({ isTTY: true }, { TERM: "xterm" }),
      wantsColours({ isTTY: true }, { TERM: "xterm", NO_COLOR: "1" }),
      wantsColours({ isTTY: true }, { TERM: "dumb" }),
      wantsColours({}, { TERM: "xterm" }),
    ]).to.deep.equal([true, false, false, false]);
  });

  it("has no escape codes where it is not in colour", () => {
    let printed = "";
    const page = newPage(false, (text) => (printed += text));
    page.stage("Preview");
    page.command("pulumi preview");
    page.output("Previewing\n\n    + 1 to create");
    page.done("Done.");
    expect(printed).to.equal("\n1. Preview\n$ pulumi preview\n    Previewing\n\n        + 1 to create\n\nDone.\n");
  });
});
