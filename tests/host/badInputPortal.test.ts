/**
 * What a portal, or something that stands where it should be, may answer: a definite answer fails the preview with one
 * message, anything that may pass is a warning, and nothing is taken for written that is not.
 */
import { expect } from "chai";
import type { Fault } from "../../sandbox";
import { configurationFor, scenes } from "./support/scene";
import {
  checked,
  declared,
  ofLabel,
  ofType,
  succeeded,
  text,
  unlabeled,
  withoutCorrelationId,
  withoutTimes,
} from "./support/values";

const pair = "contacts/companies";
const inputs = declared(pair, [unlabeled(5)]);
const whoseToken = "asking which portal the token belongs to";
const reading = "reading the portal's limits";
const setting = "setting limits of contacts to companies";
const elsewhere = "check hubspot:baseUrl and any proxy in between";
const stack = "the stack configuration (hubspot:accessToken)";
const lastUp = "refresh and destroy use the token of the last pulumi up, unless they are run with --run-program";
const notSeen = "the portal could not be looked at, so what stands there is not shown";

/** Answers that are not HubSpot's, and what is said of them. */
const strange: ReadonlyArray<readonly [what: string, fault: Fault, because: string]> = [
  ["HTML", { status: 200, body: "<!doctype html><title>Log in</title>" }, "it is HTML, not JSON"],
  ["half a JSON", { status: 200, body: '{"results":[{"category":' }, "it is broken JSON"],
  ["an empty body", { status: 200, body: "" }, "its body is empty"],
  ["a JSON of no object", { status: 200, body: '"ok"' }, "the body has another shape"],
  ["a JSON without what matters", { status: 200, body: { ok: true } }, ""],
];

/** The error of a call that must have failed. */
const messageOf = (outcome: object | undefined): string => {
  if (outcome === undefined || !("error" in outcome)) throw new Error(`No error: ${JSON.stringify(outcome)}`);
  return withoutCorrelationId(String(outcome.error));
};

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
    it(`${what}, to a batch, is an error without a state, once the pair shows that nothing was set`, async () => {
      const { host, sandbox, requests, limits } = await begin();
      sandbox.faults([{ match: { path: "batch/update$" }, times: 9, fault }]);
      const problem = because === "" ? '"results" is missing or of another type' : because;
      expect(await host.create(checked(pair, [unlabeled(5)]))).to.deep.equal({
        error: `${setting}: the answer (200) is not HubSpot's, because ${problem}; ${elsewhere}`,
        code: "UNKNOWN",
      });
      expect(requests()).to.deep.equal(["GET account", "GET all", `POST ${pair}/batch/update`, `GET ${pair}`]);
      expect(limits()).to.deep.equal({});
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

describe("a batch that HubSpot refuses", () => {
  const begin = scenes();
  const refused = (typeId: number, max: number, category = 2): string =>
    `contacts/companies: USER_DEFINED ${typeId} to ${max} was refused by HubSpot: ${category}-${typeId} is not a valid association type between CONTACT and COMPANY; correct it and run pulumi again`;
  const notApplied = (type: string, max: number): string =>
    `contacts/companies: ${type} to ${max} was not applied, because HubSpot refused another part of the change`;
  const three = checked(pair, [unlabeled(5), ofLabel(37, 2), ofType(1, 1)]);

  it("for one of three limits, where one stops all: no state, and each limit is accounted for", async () => {
    const { host, limits } = await begin();
    expect(await host.create(three)).to.deep.equal({
      error: [refused(37, 2), notApplied("HUBSPOT_DEFINED 1", 1), notApplied("HUBSPOT_DEFINED 279", 5)].join("\n"),
      code: "UNKNOWN",
    });
    expect(limits()).to.deep.equal({});
  });

  it("for one of three limits, where the others are applied: they are kept, the reason names the one", async () => {
    const { host, limits } = await begin({ switches: { mixedBatch: "applyValid" } });
    const failed = await host.create(three);
    if (!("partial" in failed) || failed.partial === undefined) throw new Error(JSON.stringify(failed));
    const { id, properties, reasons } = failed.partial;
    const { limits: kept, onDelete, __provider } = withoutTimes(properties);
    expect({ error: failed.error, id, reasons, kept, onDelete, __provider }).to.deep.equal({
      error: refused(37, 2),
      id: pair,
      reasons: [refused(37, 2)],
      kept: [unlabeled(5), ofType(1, 1)],
      onDelete: "restore",
      ...text,
    });
    expect(limits()).to.deep.equal({ "contacts/companies 1": 1, "contacts/companies 279": 5 });
  });

  it("for all of its limits: no state, and a reason for each", async () => {
    const { host, limits } = await begin({ switches: { mixedBatch: "applyValid" } });
    expect(await host.create(checked(pair, [ofLabel(37, 2), ofLabel(38, 3), ofLabel(39, 4)]))).to.deep.equal({
      error: [refused(37, 2), refused(38, 3), refused(39, 4)].join("\n"),
      code: "UNKNOWN",
    });
    expect(limits()).to.deep.equal({});
  });

  it("as a whole: HubSpot's words, what to do, and what its support asks for", async () => {
    const { host, sandbox } = await begin();
    const body = { status: "error", message: "Too many limits.", category: "VALIDATION_ERROR", correlationId: "c-1" };
    sandbox.faults([{ match: { method: "POST" }, fault: { status: 400, body } }]);
    expect(messageOf(await host.create(three))).to.equal(
      `${setting}: HubSpot refused (400); HubSpot says: Too many limits; correct what HubSpot names, then run again; correlationId c-1`,
    );
  });

  it("because of a limit that nobody declares names that limit", async () => {
    const standing = { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 3 };
    const { host } = await begin({ portal: { limits: [standing] } });
    expect(messageOf(await host.create(checked(pair, [ofType(1, 4)])))).to.equal(
      'contacts/companies: HUBSPOT_DEFINED 1 to 4 was refused by HubSpot: The limit 4 of the label "Primary" between CONTACT and COMPANY is too high for the object limit 3; the pair as a whole is limited to 3 (HUBSPOT_DEFINED 279): raise that limit, or declare it with { unlabeled: true, … }',
    );
  });

  it("because of its type is known at preview where the type is the portal's own", async () => {
    const { host, writes } = await begin({
      portal: { labels: [{ from: "contacts", to: "companies", typeId: 37, label: "Champion", inverseTypeId: 40 }] },
    });
    const reasons = async (limits: unknown): Promise<ReadonlyArray<string>> =>
      succeeded(await host.check({}, declared(pair, limits))).failures.map(({ reason }) => reason);
    expect(await reasons([unlabeled(5), ofLabel(38, 2)])).to.deep.equal([
      'limits[1].typeId: the portal has no USER_DEFINED 38 between contacts and companies; its USER_DEFINED types there are 37 ("Champion")',
    ]);
    expect(succeeded(await host.check({}, declared("deals/tickets", [ofLabel(38, 2)]))).failures).to.deep.equal([
      {
        property: "",
        reason:
          "limits[0].typeId: the portal has no USER_DEFINED 38 between deals and tickets; it has none there, so make the label first",
      },
    ]);
    expect(writes()).to.deep.equal([]);
  });

  it("because of its object type is known at preview", async () => {
    const { host, writes } = await begin();
    const [reason = ""] = succeeded(await host.check({}, declared("contacts/2-9", [ofLabel(37, 2)]))).failures.map(
      ({ reason }) => withoutCorrelationId(reason),
    );
    expect(reason).to.equal(
      "reading the association types of contacts to 2-9: the portal has no such object type (400); HubSpot says: Unable to infer object type from: 2-9; correct the object type, or create the custom object first; correlationId ID",
    );
    expect(writes()).to.deep.equal([]);
  });
});

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
        tokens: [{ token: "reader", missingScopes: ["crm.objects.contacts.write", "crm.objects.deals.write"] }],
      },
    });
    expect(succeeded(await host.check({}, inputs)).failures).to.deep.equal([]);
    expect(messageOf(await host.create(checked(pair, [unlabeled(5)])))).to.equal(
      `${setting}: the access token needs one of the scopes crm.objects.contacts.write, crm.objects.deals.write (403); HubSpot says: This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes; add the scope to the service key or app in HubSpot, and give the token it then shows in ${stack}; ${lastUp}; correlationId ID`,
    );
    expect(limits()).to.deep.equal({});
  });

  it("that may not even read fails the preview with the scope", async () => {
    const { host } = await begin({
      portal: { tokens: [{ token: "none", missingScopes: ["crm.schemas.contacts.read"] }] },
    });
    const { failures } = succeeded(await host.check({}, inputs));
    expect(failures.map(({ reason }) => /needs [^;]*/.exec(reason)?.[0])).to.deep.equal([
      "needs the scope crm.schemas.contacts.read (403)",
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
      error: `the token of ${stack} belongs to portal 111, but this resource lives in portal 222; give the token of that portal, or select its stack; nothing was read or written`,
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
