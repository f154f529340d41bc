/**
 * What something that stands where the portal should be may answer: a definite answer fails the preview with one
 * message, one that broke off is a warning, and nothing is taken for written that is not.
 */
import { expect } from "chai";
import type { Fault } from "../../sandbox";
import { scenes } from "./support/scene";
import { checked, declared, succeeded, unlabeled } from "./support/values";

const pair = "contacts/companies";
const inputs = declared(pair, [unlabeled(5)]);
const whoseToken = "asking which portal the token belongs to";
const reading = "reading the portal's limits";
const setting = "setting limits of contacts to companies";
const elsewhere = "check hubspot:baseUrl and any proxy in between";
const notSeen = "the portal could not be looked at, so what stands there is not shown";

/** Answers that are not HubSpot's, and what is said of them. */
const strange: ReadonlyArray<readonly [what: string, fault: Fault, because: string]> = [
  ["HTML", { status: 200, body: "<!doctype html><title>Log in</title>" }, "it is HTML, not JSON"],
  ["half a JSON", { status: 200, body: '{"results":[{"category":' }, "it is broken JSON"],
  ["an empty body", { status: 200, body: "" }, "its body is empty"],
  ["a JSON of no object", { status: 200, body: '"ok"' }, "the body has another shape"],
  ["a JSON without what matters", { status: 200, body: { ok: true } }, ""],
];

describe("an answer that is not HubSpot's", () => {
  const begin = scenes();
  const missing = { "account-info": "portalId", "/all$": "results", "batch/update$": "results" } as const;

  for (const [path, doing] of [
    ["account-info", whoseToken],
    ["/all$", reading],
  ] as const) {
    for (const [what, fault, because] of strange) {
      it(`${what}, when ${doing}, fails the preview`, async () => {
        const { host, sandbox, writes } = await begin();
        sandbox.faults([{ match: { path }, times: 9, fault }]);
        const problem = because === "" ? `"${missing[path]}" is missing or of another type` : because;
        expect(succeeded(await host.check({}, inputs)).failures.map(({ reason }) => reason)).to.deep.equal([
          `${doing}: the answer (200) is not HubSpot's, because ${problem}; ${elsewhere}`,
        ]);
        expect([writes(), host.logged(), host.printed()]).to.deep.equal([[], [], ""]);
      });
    }
  }

  for (const [what, fault, because] of strange) {
    it(`${what}, to a batch, is not certain, though the pair shows nothing yet: it is kept, and the next up heals it`, async () => {
      const { host, nextHost, sandbox, requests, limits } = await begin();
      sandbox.faults([{ match: { path: "batch/update$" }, fault }]);
      const problem = because === "" ? '"results" is missing or of another type' : because;
      const failed = await host.create(checked(pair, [unlabeled(5)]));
      if (!("partial" in failed) || failed.partial === undefined) throw new Error(JSON.stringify(failed));
      const { id, properties, reasons } = failed.partial;
      expect([id, properties["limits"], properties["results"], reasons]).to.deep.equal([
        pair,
        [unlabeled(5)],
        [],
        [
          `${pair}: HUBSPOT_DEFINED 279 to 5 is not certain; ${setting}: the answer (200) is not HubSpot's, because ${problem}; ${elsewhere}; pulumi up (or destroy) then finds out what stands, and sends what is missing`,
        ],
      ]);
      const reads = ["GET account", "GET all"];
      const lookedAt = [`GET ${pair}`, `GET ${pair}`, `GET ${pair}`];
      expect(requests()).to.deep.equal([...reads, `POST ${pair}/batch/update`, ...lookedAt]);
      expect(limits()).to.deep.equal({});
      succeeded(await (await nextHost()).update(pair, properties, checked(pair, [unlabeled(5)])));
      expect(limits()).to.deep.equal({ "contacts/companies 279": 5 });
    });
  }

  it("that names a field it cannot read gives its path", async () => {
    const { host, sandbox } = await begin();
    const results = [
      { category: "HUBSPOT_DEFINED", typeId: 279 },
      { category: "HUBSPOT_DEFINED", typeId: "one" },
    ];
    sandbox.faults([{ match: { path: "/all$" }, fault: { status: 200, body: { results } } }]);
    expect(succeeded(await host.check({}, inputs)).failures.map(({ reason }) => reason)).to.deep.equal([
      `${reading}: the answer (200) is not HubSpot's, because "results.1.typeId" is missing or of another type; ${elsewhere}`,
    ]);
  });

  it("because there is no such path points at the settings that make the path", async () => {
    const { host, sandbox } = await begin();
    sandbox.faults([{ match: { path: "account-info" }, fault: { status: 404, body: "<h1>Not found</h1>" } }]);
    expect(succeeded(await host.check({}, inputs)).failures.map(({ reason }) => reason)).to.deep.equal([
      `${whoseToken}: HubSpot refused (404) and gave no reason; check hubspot:baseUrl and hubspot:apiVersion`,
    ]);
  });
});

describe("an answer that breaks off", () => {
  const begin = scenes();

  for (const [path, doing] of [
    ["account-info", whoseToken],
    ["/all$", reading],
  ] as const) {
    it(`when ${doing}, is a warning at preview`, async () => {
      const { host, sandbox } = await begin();
      sandbox.faults([{ match: { path }, times: 9, fault: "truncate" }]);
      expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([]);
      expect(host.logged().map(({ message }) => message)).to.deep.equal([
        `${notSeen}; ${doing}: no answer, because the connection broke (ECONNRESET); run again`,
      ]);
    });
  }

  it("to a batch, is asked for again, since the same request is safe to repeat", async () => {
    const { host, sandbox, requests, limits } = await begin();
    sandbox.faults([{ match: { method: "POST" }, fault: "truncate" }]);
    expect(succeeded(await host.create(checked(pair, [unlabeled(5)]))).id).to.equal(pair);
    const batch = `POST ${pair}/batch/update`;
    expect(requests()).to.deep.equal(["GET account", "GET all", batch, batch]);
    expect(limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });
});
