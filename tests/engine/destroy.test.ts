/** What is left behind: the portal as it was found, or without the limits, by `onDelete`. */
import { expect } from "chai";
import type { OnDelete } from "../../sdk";
import { configuration, ofLabel, ofType, unlabeled } from "./support/program";
import { standing, stories } from "./support/story";

const reads = ["GET account", "GET all"];
const [updated, purged] = ["batch/update", "batch/purge"].map((path) => `POST contacts/companies/${path}`);
const champion = { from: "contacts", to: "companies", typeId: 37, label: "Champion" };

describe("destroy", () => {
  const begin = stories();

  it("leaves the portal as it was found: limits that stood before come back, the others go", async () => {
    const before = {
      "contacts/companies 279": 10,
      "contacts/companies USER_DEFINED 37": 8,
      "deals/contacts 3": 20,
      "contacts/deals 4": 30,
    };
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1), ofLabel(37, 2)]) +
        configuration("b", "deals/contacts", [unlabeled(7)]) +
        configuration("c", "companies/contacts", [unlabeled(9)]),
      portal: { labels: [champion], limits: standing(before) },
    });
    await story.up();
    const destroy = await story.destroy();
    expect({ ...destroy.told, requests: [...destroy.told.requests].sort() }).to.deep.equal({
      code: 0,
      summary: { deleted: 4 },
      requests: [
        ...reads,
        "POST companies/contacts/batch/purge 280",
        `${purged} 1`,
        // The object limit rises before the label's, which would be above it.
        `${updated} 279=10`,
        `${updated} USER_DEFINED 37=8`,
        "POST deals/contacts/batch/update 3=20",
      ],
    });
    expect(story.limits()).to.deep.equal(before);
    expect(await story.stack.resources()).to.deep.equal([]);
  });

  const after: Readonly<Record<OnDelete, Readonly<Record<string, number>>>> = {
    restore: { "contacts/companies 279": 10 },
    purge: {},
  };
  for (const onDelete of ["restore", "purge"] as const) {
    it(`with onDelete "${onDelete}" after several updates leaves ${onDelete === "purge" ? "no limit" : "the first value"}`, async () => {
      const story = await begin({ portal: { limits: standing({ "contacts/companies 279": 10 }) } });
      const remembered: Array<unknown> = [];
      for (const limits of [[unlabeled(5)], [unlabeled(6), ofType(1, 2)], [ofType(1, 3), unlabeled(4)]]) {
        await story.program(configuration("a", "contacts/companies", limits, { onDelete }));
        await story.up();
        remembered.push((await story.resource("a")).outputs["previous"]);
      }
      const first = [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }];
      expect(remembered).to.deep.equal([first, first, first]);
      expect(story.limits()).to.deep.equal({ "contacts/companies 279": 4, "contacts/companies 1": 3 });
      expect((await story.destroy()).code).to.equal(0);
      expect(story.limits()).to.deep.equal(after[onDelete]);
    });
  }

  it("goes by the onDelete of the last up, which a change of it alone sets without a batch", async () => {
    const program = (onDelete: OnDelete): string =>
      configuration("a", "contacts/companies", [unlabeled(5)], { onDelete });
    const story = await begin({
      program: program("restore"),
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
    });
    await story.up();
    await story.program(program("purge"));
    expect((await story.up()).told).to.deep.equal({ code: 0, summary: { updated: 1, unchanged: 1 }, requests: reads });
    expect((await story.destroy()).told).to.deep.equal({
      code: 0,
      summary: { deleted: 2 },
      requests: [...reads, `${purged} 279`],
    });
    expect(story.limits()).to.deep.equal({});
  });

  it("asks nothing to be done where the portal is already as it was found", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofType(1, 1)]),
      portal: { limits: standing({ "contacts/companies 279": 10 }) },
    });
    await story.up();
    story.meanwhile({ "contacts/companies 279": 10, "contacts/companies 1": undefined });
    expect((await story.destroy()).told).to.deep.equal({ code: 0, summary: { deleted: 2 }, requests: reads });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10 });
  });

  it("is done with a label that the portal no longer has", async () => {
    const story = await begin({
      program: configuration("a", "contacts/companies", [unlabeled(5), ofLabel(37, 2)]),
      portal: { labels: [champion], limits: standing({ "contacts/companies USER_DEFINED 37": 4 }) },
    });
    await story.up();
    story.sandbox.setState({ portals: [{ portalId: 111, limits: standing({ "contacts/companies 279": 5 }) }] });
    expect((await story.destroy()).code).to.equal(0);
    expect(story.limits()).to.deep.equal({});
    expect(await story.stack.resources()).to.deep.equal([]);
  });

  it("of one resource that leaves the program puts back its pair alone", async () => {
    const kept = configuration("kept", "companies/contacts", [unlabeled(6)]);
    const story = await begin({
      program: kept + configuration("gone", "contacts/companies", [unlabeled(5)]),
      portal: { limits: standing({ "contacts/companies 279": 10, "companies/contacts 280": 20 }) },
    });
    await story.up();
    await story.program(kept);
    expect((await story.up()).told).to.deep.equal({
      code: 0,
      summary: { deleted: 1, unchanged: 2 },
      requests: [...reads, `${updated} 279=10`],
    });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 10, "companies/contacts 280": 6 });
  });
});
