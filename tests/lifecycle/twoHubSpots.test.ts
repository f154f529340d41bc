/**
 * The sandbox and the strict HubSpot, two readings of the same documents, are asked the same: their answers mean the
 * same. Where they do not, a fact decides, and the disagreement is listed until it is gone.
 */
import { expect } from "chai";
import fc from "fast-check";
import { createSandbox } from "../../sandbox";
import { runs } from "../support/seeds";
import { strictHubSpot } from "../support/strictHubSpot";
import type { Answers } from "./support/twoHubSpots/disagreements";
import { differ, disagreements, part, unlisted } from "./support/twoHubSpots/disagreements";
import type { MadeLabel } from "./support/twoHubSpots/documented";
import { documented, made } from "./support/twoHubSpots/documented";
import type { Question } from "./support/twoHubSpots/question";
import { question } from "./support/twoHubSpots/question";
import { speaker } from "./support/twoHubSpots/speaker";

const car = { objectTypeId: "2-7", name: "car" };

/** Where HubSpot's behavior is not known, the sandbox is as harsh as it can be told to be. */
const sandbox = createSandbox({
  portals: [{ portalId: 111, objectTypes: [car] }],
  quota: { max: 10_000_000 },
  switches: { labelEqualsObjectLimit: "refused", limitCheck: "eachInput" },
});

/** Asks both, one question after another, until their portals differ. */
const play = async (questions: ReadonlyArray<Question>): Promise<ReadonlyArray<Answers>> => {
  sandbox.reset();
  const [one, other] = [speaker(sandbox), speaker(strictHubSpot({ customObjects: [car] }))];
  const labels = new Map<string, MadeLabel>();
  const all: Answers[] = [];
  for (const each of questions) {
    const asked = documented(each, labels);
    const answers = { question: asked, sandbox: await one.ask(asked), strict: await other.ask(asked) };
    all.push(answers);
    if (part(answers)) break;
    if (asked.do === "create" && answers.strict.outcome === "done") labels.set(asked.name, made(asked));
  }
  return all;
};

describe("the sandbox and the strict HubSpot", () => {
  it("mean the same by their answers, but for the listed disagreements", async () => {
    const counts = { asked: 0, done: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 40, size: "max" }), async (questions) => {
        const all = await play(questions);
        counts.asked += all.length;
        counts.done += all.filter(({ strict }) => strict.outcome === "done").length;
        for (const answers of unlisted(all)) throw new Error(`they disagree: ${JSON.stringify(answers, undefined, 2)}`);
      }),
      { numRuns: runs(100) },
    );
    console.log(`      ${counts.asked} questions, ${counts.done} of them done`);
  });

  const seldom: ReadonlyArray<readonly [what: string, ReadonlyArray<Question>]> = [
    [
      "of the 51st label of a pair",
      Array.from({ length: 51 }, (_, i) => ({
        do: "create",
        of: i % 2 === 0 ? ["contacts", "companies"] : ["companies", "contacts"],
        name: `n${i}`,
        label: `Text ${i}`,
        inverse: `Of ${i}`,
      })),
    ],
    [
      "of a plain association that is deleted with and without labels",
      [
        { do: "create", of: ["contacts", "2-7"], name: "a", label: "Advisor" },
        {
          do: "update",
          of: ["2-7", "contacts"],
          inputs: [
            ["plain", 5],
            ["a:inverse", 2],
          ],
        },
        { do: "delete", of: ["contacts", "2-7"], type: "plain" },
        { do: "delete", of: ["contacts", "2-7"], type: "a:label" },
        { do: "all" },
        { do: "delete", of: ["contacts", "2-7"], type: "plain" },
        { do: "all" },
        { do: "list", of: ["2-7", "contacts"] },
      ],
    ],
    [
      "of a label that is deleted with its limits, and of one that takes its place",
      [
        { do: "create", of: ["contacts", "companies"], name: "a", label: "Advisor", inverse: "By advisor" },
        { do: "update", of: ["contacts", "companies"], inputs: [["a:label", 5]] },
        { do: "update", of: ["companies", "contacts"], inputs: [["a:inverse", 4]] },
        { do: "update", of: ["companies", "contacts"], inputs: [[280, 6]] },
        { do: "delete", of: ["contacts", "companies"], type: "a:label" },
        { do: "all" },
        { do: "create", of: ["contacts", "companies"], name: "a", label: "Advisor", inverse: "By advisor" },
        { do: "pair", of: ["companies", "contacts"] },
      ],
    ],
    [
      "of a plain association that is made alone",
      [
        { do: "create", of: ["contacts", "2-7"], name: "plain", label: "" },
        { do: "list", of: ["2-7", "contacts"] },
        { do: "tracking" },
      ],
    ],
  ];
  for (const [what, questions] of seldom)
    it(`mean the same ${what}`, async () => {
      expect(unlisted(await play(questions))).to.deep.equal([]);
    });

  for (const { what, fact, example, is } of disagreements)
    it(`disagree on ${what}; what decides is that ${fact}`, async () => {
      const last = (await play(example)).at(-1);
      if (last === undefined || !differ(last)) throw new Error("they agree now: take it from the list");
      expect(is(last), JSON.stringify(last)).to.equal(true);
    });
});
