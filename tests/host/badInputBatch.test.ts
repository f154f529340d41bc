/** Batches that HubSpot refuses, in part or as a whole, and what of that a preview knows beforehand. */
import { expect } from "chai";
import { scenes } from "./support/scene";
import {
  checked,
  declared,
  messageOf,
  ofLabel,
  ofType,
  succeeded,
  text,
  unlabeled,
  withoutCorrelationId,
  withoutTimes,
} from "./support/values";

const pair = "contacts/companies";
const setting = "setting limits of contacts to companies";

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
      'limits[1].typeId: the portal has no USER_DEFINED 38 between contacts and companies; this pair has 37 ("Champion")',
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
