/** How many requests labels and their limits take in each command. */
import { expect } from "chai";
import { configuration, label, ofOutput, ofText } from "./support/program";
import { ok, stories, tally } from "./support/story";

const names = ["champion", "sponsor", "buyer"];

/** Three labels on a pair whose directions are both limited, by ids, and three on one with a limit in one direction. */
const program =
  names
    .map(
      (name) =>
        label(`${name}OfCompany`, {
          fromObjectType: "contacts",
          toObjectType: "companies",
          name: `${name}_of_company`,
          label: `The ${name}`,
          inverseLabel: `Has the ${name}`,
        }) +
        label(`${name}OfDeal`, {
          fromObjectType: "contacts",
          toObjectType: "deals",
          name: `${name}_of_deal`,
          label: `The ${name}`,
          inverseLabel: `Has the ${name}`,
        }),
    )
    .join("") +
  configuration(
    "there",
    "contacts/companies",
    names.map((name) => ofOutput(`${name}OfCompany.typeId`, 2)),
  ) +
  configuration(
    "back",
    "companies/contacts",
    names.map((name) => ofOutput(`${name}OfCompany.inverseTypeId`, 3)),
  ) +
  configuration(
    "deals",
    "contacts/deals",
    names.map((name) => ofText(`The ${name}`, 4)),
    { options: `{ dependsOn: [${names.map((name) => `${name}OfDeal`).join(", ")}] }` },
  );

describe("the requests for labels", () => {
  const begin = stories();

  it("are one for each label, one batch for each limited direction, and one list for each directed pair", async () => {
    const story = await begin({ program });
    const told: Record<string, unknown> = {};
    const tell = async (what: string, run: ReturnType<typeof story.run>): Promise<void> => {
      told[what] = tally((await ok(run)).told.requests);
    };
    await tell("a preview of what is new", story.preview());
    await tell("an up that creates", story.up());
    await tell("a preview of nothing new", story.preview());
    await tell("a refresh", story.refresh());
    await tell("an up that finds nothing to do", story.up());
    await tell("a destroy", story.destroy());
    expect(told).to.deep.equal({
      "a preview of what is new": { "GET account": 1, "GET all": 1, "GET pair/labels": 2 },
      "an up that creates": {
        "GET account": 1,
        "GET all": 1,
        // In the preview the ids for the other direction of the first pair are not known, so nothing is looked for there.
        "GET pair/labels": 3,
        "POST pair/labels": 6,
        "POST pair/batch/update": 3,
      },
      "a preview of nothing new": {},
      "a refresh": { "GET account": 1, "GET all": 1, "GET pair/labels": 4 },
      "an up that finds nothing to do": {},
      "a destroy": { "GET account": 1, "GET all": 1, "DELETE pair/labels": 6, "POST pair/batch/purge": 3 },
    });
    expect([story.labels(), story.limits()]).to.deep.equal([[], {}]);
  });
});
