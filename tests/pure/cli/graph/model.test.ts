import { expect } from "chai";
import { around, countLabels, graphOf } from "../../../../cli/graph/model";
import { cardinalityText, labelText, summary } from "../../../../cli/graph/words";
import type { PortalContent, PortalLabel, PortalLimit } from "../../../../cli/portal/content";
import { seedContent } from "../../../support/seedContent";

const content = (labels: ReadonlyArray<PortalLabel>, limits: ReadonlyArray<PortalLimit>): PortalContent => ({
  portalId: 111,
  customObjects: [],
  labels,
  limits,
  leftOut: [],
});

const unlabeled = (from: string, to: string, maxToObjectIds: number): PortalLimit => ({
  from,
  to,
  category: "HUBSPOT_DEFINED",
  typeId: 1,
  maxToObjectIds,
  naming: "unlabeled",
});

const byId = (from: string, to: string, category: string, typeId: number, maxToObjectIds: number): PortalLimit => ({
  from,
  to,
  category,
  typeId,
  maxToObjectIds,
  naming: "id",
});

describe("graph: model", () => {
  it("a number stands on the side of the records that it counts", () => {
    const limits = [unlabeled("contacts", "companies", 5), unlabeled("companies", "contacts", 500)];
    expect(graphOf(content([], limits)).pairs).to.deep.equal([
      { left: "contacts", right: "companies", limits: { left: 500, right: 5 }, labels: [] },
    ]);
  });

  it("cardinalities are written as people know them", () => {
    const written = [{ left: 1, right: 1 }, { left: 1 }, { right: 1 }, {}, { left: 500, right: 5 }];
    expect(written.map(cardinalityText)).to.deep.equal(["1:1", "1:n", "n:1", "n:m", "500:5"]);
  });

  it("a label that is written from the right side is turned, its limits too", () => {
    const label = {
      from: "deals",
      to: "contacts",
      typeId: 10,
      label: "Buyer",
      inverseTypeId: 11,
      inverseLabel: "Buys",
    };
    const limits: ReadonlyArray<PortalLimit> = [
      { from: "deals", to: "contacts", category: "USER_DEFINED", typeId: 10, maxToObjectIds: 1, naming: "label" },
    ];
    expect(graphOf(content([label], limits)).pairs).to.deep.equal([
      {
        left: "contacts",
        right: "deals",
        limits: {},
        labels: [{ left: "Buyer", right: "Buys", limits: { left: 1 } }],
      },
    ]);
  });

  it("a limit of HubSpot's own type is not that of a label with the same id", () => {
    const label = { from: "contacts", to: "deals", typeId: 4, label: "A", inverseTypeId: 5, inverseLabel: "B" };
    const graph = graphOf(content([label], [byId("contacts", "deals", "HUBSPOT_DEFINED", 4, 7)]));
    expect(graph.pairs.flatMap(({ labels }) => labels)).to.deep.equal([
      { left: "B", right: "A", limits: {} },
      { left: "Contact to deal", right: "Contact to deal", limits: { right: 7 } },
    ]);
  });

  it("both directions of one of HubSpot's own types are one row, and a type that nobody knows goes by its id", () => {
    const graph = graphOf(
      content(
        [],
        [
          { ...byId("companies", "deals", "HUBSPOT_DEFINED", 6, 9), label: "Primary" },
          { ...byId("deals", "companies", "HUBSPOT_DEFINED", 5, 1), label: "Primary" },
          byId("companies", "deals", "WORK", 77, 4),
        ],
      ),
    );
    expect(graph.pairs.flatMap(({ labels }) => labels)).to.deep.equal([
      { left: "Primary", right: "Primary", limits: { left: 1, right: 9 } },
      { left: "WORK 77", right: "WORK 77", limits: { right: 4 } },
    ]);
  });

  it("object types stand in HubSpot's order, custom ones after them and marked", async () => {
    const graph = graphOf(await seedContent("demo"));
    expect(graph.objects.map(({ name, isCustom }) => (isCustom ? `${name}*` : name))).to.deep.equal([
      "contacts",
      "companies",
      "deals",
      "tickets",
      "invoices",
      "services",
      "contract*",
      "partner*",
    ]);
    expect(summary(graph)).to.equal("8 object types, 25 pairs, 40 labels");
  });

  it("an object type that HubSpot has added since is no custom one", () => {
    const { objects } = graphOf(content([], [unlabeled("0-999", "2-77", 1)]));
    expect(objects).to.deep.equal([
      { name: "0-999", isCustom: false },
      { name: "2-77", isCustom: true },
    ]);
  });

  it("a label between records of one type counts each end by its own text", async () => {
    const { pairs } = graphOf(await seedContent("demo"));
    const self = pairs.find(({ left, right }) => left === "contacts" && right === "contacts");
    expect(self?.labels.map((label) => `${labelText(label)} ${cardinalityText(label.limits)}`)).to.deep.equal([
      "Colleague n:m",
      "Direct report / Manager n:1",
      "Referral / Referred by n:m",
    ]);
  });

  it("an object type that was asked for is there, even where it has nothing", async () => {
    const graph = graphOf(await seedContent("demo"));
    expect(around(graph, ["users"])).to.deep.equal({
      portalId: graph.portalId,
      objects: [{ name: "users", isCustom: false }],
      pairs: [],
    });
    expect(countLabels(around(graph, ["invoices"]))).to.equal(3);
  });
});
