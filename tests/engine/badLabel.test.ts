/** Labels, and limits on labels, that are refused: what the user reads, whole. */
import { expect } from "chai";
import { diagnostics, problems } from "./support/diagnostics";
import { configuration, decisionMaker, label, ofText } from "./support/program";
import { failed, stories } from "./support/story";

const seeded = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    from: "contacts",
    to: "companies",
    typeId: 1_000 + 2 * i,
    name: `seeded_${i}`,
    label: `Seeded ${i}`,
  }));

describe("a label that is refused", () => {
  const begin = stories();

  it("for its own inputs, or for another label of the program, says why before anything is asked", async () => {
    const story = await begin({
      program: label("decided", { ...decisionMaker, name: "decision-maker", inverseLabel: "" }),
    });
    const wrong = await failed(story.preview());
    expect([wrong.told.requests, problems(wrong.output)]).to.deep.equal([
      [],
      [
        `decided: name: "decision-maker" has a hyphen, which HubSpot does not allow in a name; write "decision_maker"`,
        `decided: inverseLabel: "" is no label; write the text that people read, such as "Decision maker"`,
      ],
    ]);
    await story.program(
      label("decided", decisionMaker) +
        label("again", { ...decisionMaker, name: "another", inverseLabel: "Another" }, "{ dependsOn: [decided] }"),
    );
    const twice = await failed(story.preview());
    expect(problems(twice.output)).to.deep.equal([
      `again: label: "Decision maker" is what the label "decision_maker" of this program shows from contacts to ` +
        `companies; declare it once, or choose another text`,
    ]);
  });

  it("because the pair has fifty already says so in the preview, and in the up that finds it so", async () => {
    const story = await begin({ program: label("decided", decisionMaker), portal: { labels: seeded(50) } });
    const preview = await failed(story.preview());
    expect([preview.told.requests, problems(preview.output)]).to.deep.equal([
      ["GET account", "GET contacts/companies/labels"],
      [
        "decided: contacts/companies: HubSpot allows 50 labels for a pair, the portal has 50 there, and this program " +
          "adds 1; delete some first",
      ],
    ]);

    await story.stack.config({ "hubspot:previewChecks": "false" });
    const up = await failed(story.up());
    expect(up.told.requests).to.deep.equal([
      "GET account",
      "GET contacts/companies/labels",
      "POST contacts/companies/labels decision_maker",
    ]);
    const said = diagnostics(up.output).map((line) => line.replace(/(correlationId) [0-9a-f-]{36}$/, "$1 …"));
    expect(said).to.include(
      `error: making the label "Decision maker" of contacts to companies: HubSpot refused (437); HubSpot says: No more ` +
        `than 50 association types are allowed between 0-1 and 0-2; delete a label that nobody needs, then run again; ` +
        `correlationId …`,
    );
    expect(story.labels().length).to.equal(50);
  });
});

describe("a limit on a label that is refused", () => {
  const begin = stories();

  it("because the portal has none of that text, one in the other direction, or two, says what there is", async () => {
    const story = await begin({
      program: configuration("limited", "contacts/companies", [
        ofText("Decision makr", 2),
        ofText("Decided by", 2),
        ofText("Champion", 2),
      ]),
      portal: {
        labels: [
          { from: "contacts", to: "companies", typeId: 36, label: "Decision maker", inverseLabel: "Decided by" },
          { from: "contacts", to: "companies", typeId: 40, label: "CHAMPION", inverseLabel: "Has" },
          { from: "contacts", to: "companies", typeId: 42, label: "champion", inverseLabel: "Has one" },
        ],
      },
    });
    const preview = await failed(story.preview());
    expect([[...preview.told.requests].sort(), problems(preview.output)]).to.deep.equal([
      ["GET account", "GET all", "GET companies/contacts/labels", "GET contacts/companies/labels"],
      [
        `limited: limits[0].label: the portal has no label "Decision makr" from contacts to companies; this pair has ` +
          `"Decision maker", "Primary", "CHAMPION", "champion", "Billing"`,
        `limited: limits[1].label: the portal has no label "Decided by" from contacts to companies; this pair has ` +
          `"Primary", "Billing", "Decision maker", "CHAMPION", "champion"; "Decided by" is of the other direction, ` +
          `companies to contacts`,
        `limited: limits[2].label: this means USER_DEFINED 40 and USER_DEFINED 42 from contacts to companies; write ` +
          `{ category, typeId, maxToObjectIds } to say which`,
      ],
    ]);
  });
});
