/** One program, as it is, on several portals whose ids differ: a custom object by its name, labels by their texts. */
import { expect } from "chai";
import type { PortalInput } from "../../sandbox";
import { diagnostics } from "./support/diagnostics";
import { configuration, label, ofText, unlabeled } from "./support/program";
import type { Story } from "./support/story";
import { ok, stories } from "./support/story";

const program =
  label("inspected", {
    fromObjectType: "car",
    toObjectType: "contacts",
    name: "inspector",
    label: "Inspector",
    inverseLabel: "Inspects",
  }) +
  configuration("cars", "car/contacts", [unlabeled(5), ofText("Inspector", 2)], {
    options: "{ dependsOn: [inspected] }",
  }) +
  configuration("companies", "contacts/companies", [ofText("Decision maker", 3), ofText("Primary", 1)]);

const portal = (carId: string, decisionMaker: number, text = "Decision maker"): Omit<PortalInput, "portalId"> => ({
  objectTypes: [{ objectTypeId: carId, name: "car" }],
  labels: [{ from: "contacts", to: "companies", typeId: decisionMaker, name: "decision_maker", label: text }],
});

describe("one program on several portals", () => {
  const begin = stories();

  /** What the portal has, by texts and names instead of ids. */
  const model = ({ sandbox }: Story, portalId: number): Readonly<Record<string, number>> => {
    const found = sandbox.state().portals.find((one) => one.portalId === portalId);
    const { labels = [], limits = [] } = found ?? {};
    const textOf = (from: string, category: string, typeId: number): string => {
      if (category === "HUBSPOT_DEFINED") return String(typeId);
      const own = labels.flatMap((one) => [
        { from: one.from, typeId: one.typeId, text: one.label },
        { from: one.to, typeId: one.inverseTypeId, text: one.inverseLabel },
      ]);
      return own.find((side) => side.from === from && side.typeId === typeId)?.text ?? "unlabeled";
    };
    return Object.fromEntries(
      limits.map(({ from, to, category, typeId, maxToObjectIds }) => [
        `${from}/${to} ${textOf(from, category, typeId)}`,
        maxToObjectIds,
      ]),
    );
  };

  const wanted = {
    "car/contacts unlabeled": 5,
    "car/contacts Inspector": 2,
    "contacts/companies Decision maker": 3,
    "contacts/companies 1": 1,
  };

  it("makes the same model on each, whatever the ids there, and takes a label in other capitals, saying so", async () => {
    const first = await begin({
      program,
      portal: { nextTypeId: 50, ...portal("2-123", 36) },
      others: [
        { portalId: 222, tokens: ["token-of-222"], nextTypeId: 700, ...portal("2-987654", 61) },
        { portalId: 333, tokens: ["token-of-333"], nextTypeId: 900, ...portal("2-55", 77, "DECISION Maker") },
      ],
    });
    const on = (portalId: number): Promise<Story> =>
      begin({ beside: first, program, config: { "hubspot:accessToken": { secret: `token-of-${portalId}` } } });
    const second = await on(222);
    const third = await on(333);
    await ok(first.up());
    await ok(second.up());
    const preview = await ok(third.preview());
    expect(diagnostics(preview.output)).to.deep.equal([
      "pulumi:pulumi:Stack (engine-dev):",
      `warning: contacts/companies: limits[0].label: "Decision maker" is taken to mean "DECISION Maker", as the portal writes it`,
    ]);
    await ok(third.up());
    expect([model(first, 111), model(first, 222)]).to.deep.equal([wanted, wanted]);
    const { "contacts/companies Decision maker": three, ...others } = wanted;
    expect(model(first, 333)).to.deep.equal({ ...others, "contacts/companies DECISION Maker": three });
    const ids = (inspector: number, unlabeledType: number, decisionMaker: number) => ({
      [`car/contacts USER_DEFINED ${inspector}`]: 2,
      [`car/contacts USER_DEFINED ${unlabeledType}`]: 5,
      [`contacts/companies USER_DEFINED ${decisionMaker}`]: 3,
      "contacts/companies 1": 1,
    });
    expect([first.limits(111), first.limits(222), first.limits(333)]).to.deep.equal([
      ids(50, 52, 36),
      ids(700, 702, 61),
      ids(900, 902, 77),
    ]);
    expect((await second.up()).told).to.deep.equal({ code: 0, summary: { unchanged: 4 }, requests: [] });
    await ok(second.destroy());
    expect([second.limits(222), second.labels(222)]).to.deep.equal([
      {},
      [
        "decision_maker: contacts/companies 61 Decision maker | 62 Decision maker",
        // HubSpot has made the pair's own type along with the label, and keeps it.
        "car_to_contacts: car/contacts 702 - | 703 -",
      ],
    ]);
    expect([model(first, 111), Object.keys(model(first, 333)).length]).to.deep.equal([wanted, 4]);
  });
});
