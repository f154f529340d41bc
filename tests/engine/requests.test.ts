/** How many requests each command makes: as few as can be, whatever the number of resources. */
import { expect } from "chai";
import { configuration, ofLabel, pairs, unlabeled } from "./support/program";
import { standing, stories, tally } from "./support/story";

const reads = { "GET account": 1, "GET all": 1 };

/** One resource for each pair; the first `changed` have another number than the rest. */
const program = (count: number, changed = 0): string =>
  pairs(count)
    .map((pair, i) => configuration(pair.replace("/", "-to-"), pair, [unlabeled(i < changed ? 6 : 5)]))
    .join("");

describe("the requests of one process", () => {
  const begin = stories();

  it("are two for reading, and one for each pair that changes", async () => {
    const count = 100;
    // The refresh, update and destroy of a hundred pairs would not fit into one window of a true portal's quota.
    const story = await begin({ program: program(count), quota: { max: 10_000 } });
    const told: Record<string, unknown> = {};
    const tell = async (what: string, run: ReturnType<typeof story.run>): Promise<void> => {
      const step = await run;
      told[what] = [step.told.code, tally(step.told.requests)];
    };
    await tell("a preview of what is new", story.preview());
    await tell("an up that creates", story.up());
    await tell("an up, with its preview, that finds nothing to do", story.run("up", "--yes"));
    await story.program(program(count, 3));
    await tell("a preview of changed numbers", story.preview());
    await tell("an up that changes three", story.up());
    await tell("a refresh", story.refresh());
    await tell("a refresh with its preview", story.run("refresh", "--yes"));
    await tell("a destroy", story.destroy());
    expect(told).to.deep.equal({
      "a preview of what is new": [0, reads],
      "an up that creates": [0, { ...reads, "POST pair/batch/update": count }],
      "an up, with its preview, that finds nothing to do": [0, {}],
      "a preview of changed numbers": [0, {}],
      "an up that changes three": [0, { ...reads, "POST pair/batch/update": 3 }],
      "a refresh": [0, reads],
      "a refresh with its preview": [0, { "GET account": 2, "GET all": 2 }],
      "a destroy": [0, { ...reads, "POST pair/batch/purge": count }],
    });
    expect(story.limits()).to.deep.equal({});
  });

  it("hold one more for each pair whose own association types are named by id", async () => {
    const label = (from: string, to: string, typeId: number) => ({ from, to, typeId, label: "Champion" });
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [unlabeled(5), ofLabel(37, 1)]) +
        configuration("b", "deals/contacts", [ofLabel(39, 2), ofLabel(41, 3)]) +
        configuration("c", "companies/contacts", [unlabeled(6)]),
      portal: {
        labels: [
          label("contacts", "companies", 37),
          label("deals", "contacts", 39),
          { ...label("deals", "contacts", 41), label: "Sponsor" },
        ],
      },
    });
    const look = { ...reads, "GET pair/labels": 2 };
    expect(tally((await story.preview()).told.requests)).to.deep.equal(look);
    expect(tally((await story.up()).told.requests)).to.deep.equal({ ...look, "POST pair/batch/update": 3 });
    expect((await story.up()).told.requests).to.deep.equal([]);
    expect(tally((await story.refresh()).told.requests)).to.deep.equal(reads);
  });

  it("hold one more for each authoritative pair, which is read as a whole", async () => {
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [unlabeled(5)], { authoritative: true }) +
        configuration("b", "deals/contacts", [unlabeled(5)], { authoritative: true }) +
        configuration("c", "companies/contacts", [unlabeled(6)]),
      portal: { limits: standing({ "contacts/companies 1": 3 }) },
    });
    const look = { ...reads, "GET pair": 2 };
    expect(tally((await story.preview()).told.requests)).to.deep.equal(look);
    expect(tally((await story.up()).told.requests)).to.deep.equal({
      ...look,
      "POST pair/batch/purge": 1,
      "POST pair/batch/update": 3,
    });
    expect(tally((await story.refresh()).told.requests)).to.deep.equal(look);
    expect((await story.up()).told.requests).to.deep.equal([]);
  });

  it("know no third read where a type has two rows in the list of all, except of that pair", async () => {
    const story = await begin({
      program:
        configuration("a", "contacts/companies", [ofLabel(37, 1)]) +
        configuration("b", "companies/contacts", [unlabeled(6)]),
      portal: { labels: [{ from: "contacts", to: "companies", typeId: 37, label: "Champion" }] },
    });
    await story.up();
    const row = { category: "USER_DEFINED", typeId: 37, userEnforcedMaxToObjectIds: 9 };
    const results = [
      row,
      { ...row, userEnforcedMaxToObjectIds: 1 },
      { category: "HUBSPOT_DEFINED", typeId: 280, userEnforcedMaxToObjectIds: 6 },
    ];
    story.sandbox.faults([{ match: { path: "/all$" }, fault: { status: 200, body: { results } } }]);
    expect((await story.refresh()).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 3 },
      requests: ["GET account", "GET all", "GET contacts/companies"],
    });
  });
});
