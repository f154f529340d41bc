/**
 * The engine creates what replaces a resource before it deletes the old one, and a limit has a natural key: a careless
 * delete would remove what was just written. After each of these the portal is as the program says.
 */
import { expect } from "chai";
import { configuration, ofLabel, unlabeled } from "./support/program";
import type { Story } from "./support/story";
import { chapters, ok, standing } from "./support/story";

const champions = {
  "contacts/deals": 41,
  "deals/contacts": 43,
  "contacts/tickets": 45,
  "tickets/contacts": 47,
  "deals/tickets": 49,
  "car/contacts": 61,
};

const labels = Object.entries(champions).map(([pair, typeId]) => {
  const [from = "", to = ""] = pair.split("/");
  return { from, to, typeId, inverseTypeId: typeId + 100, label: "Champion", name: `champion_${typeId}` };
});

/** What stands before the stack is there. */
const found = { "contacts/deals 4": 50, "contacts/deals USER_DEFINED 41": 20, "deals/tickets 27": 9 };

const first =
  configuration("old", "contacts/companies", [unlabeled(5)]) +
  configuration("oldChanging", "deals/contacts", [unlabeled(5), ofLabel(43, 1)]) +
  configuration("oldSpeaking", "contacts/deals", [unlabeled(5), ofLabel(41, 1)]) +
  configuration("was", "companies/contacts", [unlabeled(5)]) +
  configuration("a", "quotes/deals", [unlabeled(5)]) +
  configuration("b", "deals/quotes", [unlabeled(6)]) +
  configuration("one", "contacts/tickets", [unlabeled(5), ofLabel(45, 2)]) +
  configuration("two", "tickets/contacts", [unlabeled(5), ofLabel(47, 2)]) +
  configuration("three", "deals/tickets", [unlabeled(5), ofLabel(49, 2)]) +
  configuration("spelled", "car/contacts", [ofLabel(61, 2)]);

const second =
  configuration("new", "contacts/companies", [unlabeled(5)]) +
  configuration("newChanging", "deals/contacts", [unlabeled(7)]) +
  configuration("newSpeaking", "contacts/deals", [unlabeled(5)], { authoritative: true }) +
  configuration("is", "companies/contacts", [unlabeled(5)], { options: `{ aliases: [{ name: "was" }] }` }) +
  configuration("a", "deals/quotes", [unlabeled(7)]) +
  configuration("b", "quotes/deals", [unlabeled(8)]) +
  configuration("two", "contacts/tickets", [ofLabel(45, 2)]) +
  configuration("three", "tickets/contacts", [unlabeled(5), ofLabel(47, 3)]) +
  configuration("one", "deals/tickets", [unlabeled(6)]) +
  configuration("spelled", "2-123/contacts", [ofLabel(61, 2)]);

const afterSecond = {
  "contacts/companies 279": 5,
  "deals/contacts 3": 7,
  "contacts/deals 4": 5,
  "companies/contacts 280": 5,
  "deals/quotes 63": 7,
  "quotes/deals 64": 8,
  "contacts/tickets USER_DEFINED 45": 2,
  "tickets/contacts 16": 5,
  "tickets/contacts USER_DEFINED 47": 3,
  "deals/tickets 27": 6,
  "car/contacts USER_DEFINED 61": 2,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A state that holds one resource more. */
const withResource = (state: unknown, resource: unknown): unknown => {
  const deployment = isRecord(state) ? state["deployment"] : undefined;
  const resources = isRecord(deployment) ? deployment["resources"] : undefined;
  if (!isRecord(state) || !isRecord(deployment) || !Array.isArray(resources)) throw new Error("Not a state");
  return { ...state, deployment: { ...deployment, resources: [...resources, resource] } };
};

describe("nothing is lost", () => {
  const begin = chapters();
  let story: Story;
  let old: unknown;
  let backToTheFirst: () => Promise<void>;
  before(async () => {
    story = await begin({
      program: first,
      portal: { labels, limits: standing(found), objectTypes: [{ objectTypeId: "2-123", name: "car" }] },
    });
    await ok(story.up());
    old = await story.resource("old");
    backToTheFirst = await story.bookmark();
  });

  it("when resources are renamed, swap their pairs, change them in a ring, or are spelled anew", async () => {
    await story.program(second);
    const up = await ok(story.up());
    expect(story.limits()).to.deep.equal(afterSecond);
    expect(up.told.summary).to.deep.equal({ created: 3, updated: 1, replaced: 5, deleted: 3, changes: 12 });
    expect(Object.keys(await story.resources()).sort()).to.deep.equal([
      "a",
      "b",
      "is",
      "new",
      "newChanging",
      "newSpeaking",
      "one",
      "spelled",
      "three",
      "two",
    ]);
    expect((await story.up("--expect-no-changes")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 11 },
      requests: [],
    });
  });

  it("by --target-replace", async () => {
    const { urn } = await story.resource("new");
    const up = await ok(story.up("--target-replace", urn));
    expect(up.told.summary["replaced"]).to.equal(1);
    expect(story.limits()).to.deep.equal(afterSecond);
  });

  it("when the engine is killed between the create and the delete of a rename", async () => {
    // What such a kill leaves: a state that holds both.
    await story.stack.import(withResource(await story.stack.exported(), old));
    expect((await ok(story.up())).told.summary).to.deep.equal({ deleted: 1, unchanged: 11 });
    expect(story.limits()).to.deep.equal(afterSecond);
  });

  it("when all is destroyed, with --run-program or without, though the resources of the program claim their own limits", async () => {
    await story.program(first);
    for (const flags of [[], ["--run-program"]]) {
      await backToTheFirst();
      await ok(story.destroy(...flags));
      expect([story.limits(), await story.stack.resources()]).to.deep.equal([found, []]);
    }
  });
});
