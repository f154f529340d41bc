/** A custom object is its id, on the real engine: another spelling, and a label written from its other side. */
import { expect } from "chai";
import { configuration } from "./support/program";
import type { Story } from "./support/story";
import { chapters, failed, ok } from "./support/story";

const label = (from: string, to: string, text: string, inverse: string): string =>
  `new hubspot.AssociationLabel("driver", ${JSON.stringify({
    fromObjectType: from,
    toObjectType: to,
    name: "driver",
    label: text,
    inverseLabel: inverse,
  })});\n`;

const limits = (to: string): string =>
  configuration("limits", `contacts/${to}`, [{ category: "USER_DEFINED", typeId: 50, maxToObjectIds: 3 }]);

const byId = label("contacts", "2-7", "Driver", "Driven by") + limits("2-7");
const byName = label("contacts", "car", "Driver", "Driven by") + limits("car");
const turned = label("car", "contacts", "Driven by", "Driver") + limits("car");

describe("a custom object that a program begins to write by its name", () => {
  const begin = chapters();
  let story: Story;
  let stood: unknown;
  const standing = (): unknown => [story.labels(), story.limits()];
  const schemasFail = (): void =>
    story.sandbox.faults([
      { match: { path: "/crm-object-schemas/" }, times: 9, fault: { status: 503, body: { message: "not now" } } },
    ]);

  before(async () => {
    story = await begin({
      program: byId,
      portal: {
        objectTypes: [{ objectTypeId: "2-7", name: "car" }],
        labels: [{ from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: null, inverseLabel: null }],
        nextTypeId: 60,
      },
    });
    await ok(story.up());
    stood = standing();
  });

  it("fails the preview and the up where the schemas are not answered, and nothing is remade", async () => {
    await story.program(byName);
    schemasFail();
    for (const step of [await failed(story.preview()), await failed(story.up())])
      expect(step.output).to.match(
        /toObjectType: whether "car" is the "2-7" of the state cannot be decided, because .*\(503\); nothing was changed; run again, or write "2-7"/,
      );
    expect(standing()).to.deep.equal(stood);
  });

  it("is one update that sends nothing, after one look at the schemas", async () => {
    story.sandbox.faults([]);
    expect((await ok(story.up())).told).to.deep.equal({
      code: 0,
      summary: { updated: 2, unchanged: 1 },
      requests: ["GET account", "GET schemas"],
    });
    expect(standing()).to.deep.equal(stood);
  });

  it("asks nothing from then on, and turns a label round without the schemas", async () => {
    schemasFail();
    expect((await story.up("--expect-no-changes")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 3 },
      requests: [],
    });
    await story.program(turned);
    expect((await ok(story.up())).told).to.deep.equal({ code: 0, summary: { updated: 1, unchanged: 2 }, requests: [] });
    expect(standing()).to.deep.equal(stood);
  });
});
