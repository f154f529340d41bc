/** What reading a portal asks, and what it does where it may not ask. */
import { expect } from "chai";
import { assemble } from "../../../cli/portal/assemble";
import type { PortalContent } from "../../../cli/portal/content";
import { gather } from "../../../cli/portal/gather";
import { openPortal } from "../../../cli/portal/open";
import type { Selection } from "../../../cli/portal/selection";
import { everything, readPairOption, selectedOf } from "../../../cli/portal/selection";
import type { PortalInput, Sandbox, SandboxOptions } from "../../../sandbox";
import { startSandbox } from "../../../sandbox";
import { commandIo } from "../../support/commandIo";
import { contentOfState } from "../../support/seedContent";
import { settingsOf } from "../support/run";

interface Read {
  readonly content: PortalContent;
  readonly told: ReadonlyArray<string>;
  /** How many of each kind, by the last part of the path. */
  readonly asked: Readonly<Record<string, number>>;
}

const kindOf = (path: string): string =>
  path.includes("/schemas/")
    ? "schema"
    : path.endsWith("/schemas")
      ? "schemas"
      : path.includes("/limits/associations/")
        ? "tracking"
        : path.endsWith("/labels")
          ? "labels"
          : path.endsWith("/all")
            ? "all"
            : path.endsWith("/details")
              ? "account"
              : "pair";

describe("reading a portal", () => {
  const open: Sandbox[] = [];
  afterEach(() => Promise.all(open.splice(0).map((sandbox) => sandbox.close())));

  const begin = async (options: SandboxOptions): Promise<Sandbox> => {
    const sandbox = await startSandbox({ quota: { max: 10_000 }, ...options });
    open.push(sandbox);
    return sandbox;
  };

  const read = async (sandbox: Sandbox, selection: Selection = everything): Promise<Read> => {
    const before = sandbox.requests().length;
    const told: string[] = [];
    const live = await openPortal(commandIo({ env: settingsOf(sandbox) }), undefined);
    const gathered = await gather(live, selection, { update: () => undefined }, (message) => told.push(message));
    const asked: Record<string, number> = {};
    for (const { path } of sandbox.requests().slice(before)) asked[kindOf(path)] = (asked[kindOf(path)] ?? 0) + 1;
    return { content: assemble(gathered), told, asked };
  };

  const denied = (...paths: ReadonlyArray<string>): Parameters<Sandbox["faults"]>[0] =>
    paths.map((path) => ({
      match: { path },
      times: 1_000,
      fault: {
        status: 403,
        body: {
          status: "error",
          category: "MISSING_SCOPES",
          message: "not granted",
          errors: [{ context: { requiredGranularScopes: ["crm.schemas.custom.read"] } }],
        },
      },
    }));

  const demo = { seed: "demo" };

  it("asks once for the whole, once for each labeled direction and once for each object type in them", async () => {
    const sandbox = await begin(demo);
    const { content, told, asked } = await read(sandbox);
    expect(asked).to.deep.equal({ account: 1, all: 1, tracking: 1, schemas: 1, labels: 41, schema: 8 });
    expect([content.labels.length, content.limits.length, content.leftOut, told]).to.deep.equal([40, 30, [], []]);
    expect([content.portalId, content.accountType]).to.deep.equal([4242424, "STANDARD"]);
    expect(content.customObjects.map(({ name }) => name)).to.deep.equal(["contract", "partner"]);
  });

  it("finds what the state of the portal holds", async () => {
    const sandbox = await begin(demo);
    const { content } = await read(sandbox);
    const [portal] = sandbox.state().portals;
    if (portal === undefined) throw new Error("no portal");
    const expected = contentOfState(portal);
    const texts = ({ labels }: PortalContent): ReadonlyArray<string> =>
      labels.map((label) => [label.label, label.inverseLabel].sort().join(" | ")).sort();
    const numbers = ({ limits }: PortalContent): ReadonlyArray<string> =>
      limits.map((one) => `${one.from}/${one.to} ${one.category} ${one.typeId} ${one.maxToObjectIds}`).sort();
    expect([texts(content), numbers(content)]).to.deep.equal([texts(expected), numbers(expected)]);
  });

  it("of one pair asks for that pair alone, and gives the same as the whole", async () => {
    const sandbox = await begin(demo);
    const whole = (await read(sandbox)).content;
    for (const pair of ["contacts/companies", "Company/0-1", "deals/p4242424_contract"]) {
      const selection = { ...everything, pairs: [readPairOption(pair)] };
      const { content, asked } = await read(sandbox, selection);
      expect(content).to.deep.equal(selectedOf(whole, selection));
      expect(asked).to.deep.equal({ account: 1, schemas: 1, labels: 2, pair: 2, schema: 2 });
    }
  });

  it("of one object type asks for its pairs only, and of labels or limits alone for no more than those need", async () => {
    const sandbox = await begin(demo);
    const whole = (await read(sandbox)).content;
    const ofPartner = { ...everything, objects: ["partner"] };
    const partner = await read(sandbox, ofPartner);
    expect(partner.content).to.deep.equal(selectedOf(whole, ofPartner));
    expect(partner.asked["labels"]).to.equal(8);

    const labels = await read(sandbox, { ...everything, limits: false });
    expect(labels.content).to.deep.equal({ ...whole, limits: [] });
    expect(labels.asked["all"]).to.equal(undefined);
    const limits = await read(sandbox, { ...everything, labels: false });
    expect(limits.content).to.deep.equal({ ...whole, labels: [] });
    expect(limits.asked["schema"]).to.equal(undefined);
  });

  it("without limits tracking finds labeled pairs by schemas, and says what that costs", async () => {
    const sandbox = await begin(demo);
    const whole = await read(sandbox);
    sandbox.faults(denied("/limits/associations/"));
    const { content, told, asked } = await read(sandbox);
    expect(content).to.deep.equal(whole.content);
    // A schema does not tell which of its types have a label: the seven pairs of each custom object with activities
    // are asked for too, each way.
    expect(asked).to.include({ schema: 34, labels: 41 + 28 });
    expect(told).to.deep.equal([
      "which pairs have labels is read from 34 schemas, one request each, because the access token needs the scope crm.schemas.custom.read (403)",
    ]);
  });

  it("without schemas goes by ids and texts, and leaves out of labels what it cannot know", async () => {
    const sandbox = await begin(demo);
    const whole = await read(sandbox);
    sandbox.faults(denied("/crm-object-schemas/"));
    const { content, told } = await read(sandbox);
    expect(told.map((line) => line.replace(/, because .*/, ""))).to.deep.equal([
      "custom objects go by their ids, which are this portal's own",
      "not every label's internal name can be read",
    ]);
    expect(content.limits.length).to.equal(30);
    expect(content.limits.some(({ from }) => from === "2-4801")).to.equal(true);
    expect(content.labels.every(({ name }) => name === undefined)).to.equal(true);
    // Whatever is there is right: each of these is a label of the portal, with both of its ids.
    const ids = whole.content.labels.map((label) => [label.typeId, label.inverseTypeId].sort().join());
    for (const label of content.labels) expect(ids).to.include([label.typeId, label.inverseTypeId].sort().join());
    expect(content.leftOut.length).to.be.greaterThan(0);
    for (const { what, why } of content.leftOut)
      expect([what.startsWith("the label "), why.startsWith("the portal does not tell which label")]).to.deep.equal([
        true,
        true,
      ]);
  });

  it("without either still has HubSpot's own limits, and says what is missing", async () => {
    const sandbox = await begin(demo);
    sandbox.faults(denied("/crm-object-schemas/", "/limits/associations/"));
    const { content } = await read(sandbox);
    expect(content.limits.every(({ category }) => category === "HUBSPOT_DEFINED")).to.equal(true);
    expect(content.limits.length).to.equal(8);
    expect(content.leftOut[0]).to.deep.equal({
      what: "labels, and limits on them",
      why: "neither limits tracking nor schemas can be read",
    });
    const limits = content.leftOut.filter(({ what }) => what.startsWith("the limit "));
    expect(limits.length).to.equal(22);
  });

  it("asks a pair itself where one number comes twice, and finds the limits of a custom pair without labels", async () => {
    const portal: PortalInput = {
      portalId: 111,
      objectTypes: [{ objectTypeId: "2-5", name: "car" }],
      labels: [
        { from: "contacts", to: "companies", name: "one", typeId: 40, inverseTypeId: 41, label: "Owner" },
        { from: "deals", to: "tickets", name: "two", typeId: 40, inverseTypeId: 41, label: "Owner" },
        { from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: null, inverseLabel: null },
      ],
      limits: [
        { from: "contacts", to: "companies", category: "USER_DEFINED", typeId: 40, maxToObjectIds: 3 },
        { from: "deals", to: "tickets", category: "USER_DEFINED", typeId: 40, maxToObjectIds: 4 },
        { from: "contacts", to: "car", category: "USER_DEFINED", typeId: 50, maxToObjectIds: 2 },
      ],
    };
    const sandbox = await begin({ portals: [portal] });
    const { content, asked } = await read(sandbox);
    expect(content.limits).to.deep.equal([
      {
        from: "contacts",
        to: "companies",
        category: "USER_DEFINED",
        typeId: 40,
        maxToObjectIds: 3,
        naming: "label",
        label: "Owner",
      },
      { from: "contacts", to: "car", category: "USER_DEFINED", typeId: 50, maxToObjectIds: 2, naming: "unlabeled" },
      {
        from: "deals",
        to: "tickets",
        category: "USER_DEFINED",
        typeId: 40,
        maxToObjectIds: 4,
        naming: "label",
        label: "Owner",
      },
    ]);
    expect(asked).to.include({ pair: 2, labels: 5 });
  });
});
