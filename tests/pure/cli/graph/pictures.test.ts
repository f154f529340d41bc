import { expect } from "chai";
import { toDot } from "../../../../cli/graph/dot";
import { toMermaid } from "../../../../cli/graph/mermaid";
import type { Graph } from "../../../../cli/graph/model";
import { graphOf } from "../../../../cli/graph/model";
import { loadLayout, toSvg } from "../../../../cli/graph/svg";
import { approved } from "../../../support/approved";
import { seedContent } from "../../../support/seedContent";

const nothing: Graph = { portalId: 111, objects: [], pairs: [] };

describe("graph: pictures", () => {
  it("demo as Mermaid", async () => {
    const graph = graphOf(await seedContent("demo"));
    approved("graph/demo.mmd", toMermaid(graph, true));
    approved("graph/demo-no-labels.mmd", toMermaid(graph, false));
  });

  it("demo as DOT", async () => {
    approved("graph/demo.dot", toDot(graphOf(await seedContent("demo")), true));
  });

  it("demo as SVG", async () => {
    const dot = toDot(graphOf(await seedContent("demo")), true);
    const svg = toSvg(dot, await loadLayout(), {
      title: "Object model of HubSpot portal 4242424",
      description: "demo",
    });
    approved("graph/demo.svg", svg);
  });

  it("names that Mermaid keeps for itself, and names that look alike, are nodes of their own", () => {
    const names = ["end", "a-b", "a_b", "style"];
    const objects = names.map((name) => ({ name, isCustom: true }));
    const text = toMermaid({ portalId: 111, objects, pairs: [] }, true);
    expect([...text.matchAll(/^ {2}(\w+)\["(.*)"\]/gm)].map(([, id, name]) => [id, name])).to.deep.equal([
      ["custom_end", "<b>end</b>"],
      ["custom_a_b", "<b>a-b</b>"],
      ["custom_a_b_2", "<b>a_b</b>"],
      ["custom_style", "<b>style</b>"],
    ]);
  });

  it("a portal without anything is a picture that says so", async () => {
    const dot = toDot(nothing, true);
    const says = "Portal 111 has no labels and no limits";
    expect(toMermaid(nothing, true)).to.contain(`nothing["${says}"]`);
    expect(toSvg(dot, await loadLayout(), { title: "", description: "" })).to.contain(`>${says}</text>`);
  });

  it("every colour of the light picture has a dark one", async () => {
    const dot = toDot(graphOf(await seedContent("demo")), true);
    const svg = toSvg(dot, await loadLayout(), { title: "", description: "" });
    const [style = "", drawing = ""] = svg.split("</style>");
    const used = [...drawing.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([attribute]) => attribute);
    expect([...new Set(used)].filter((attribute) => !style.includes(`[${attribute}]{`))).to.deep.equal([]);
  });

  it("a text of wide characters has room", async () => {
    const label = { left: "担当者".repeat(12), right: "担当者".repeat(12), limits: { right: 1 } };
    const objects = ["contacts", "deals"].map((name) => ({ name, isCustom: false }));
    const pairs = [{ left: "contacts", right: "deals", limits: {}, labels: [label] }];
    const dot = toDot({ portalId: 111, objects, pairs }, true);
    const svg = toSvg(dot, await loadLayout(), { title: "", description: "" });
    const starts = (text: string): number => Number(new RegExp(`x="([\\d.]+)"[^>]*>${text}<`).exec(svg)?.[1]);
    // They are drawn 12 pixels wide.
    expect(starts("n:1") - starts(label.left)).to.be.above(36 * 12);
  });
});
