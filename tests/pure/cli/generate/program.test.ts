/** The text of a program: what a portal says is a text in it, and never code. */
import { expect } from "chai";
import * as prettier from "prettier";
import type { Plan } from "../../../../cli/generate/plan";
import { plan } from "../../../../cli/generate/plan";
import { programText } from "../../../../cli/generate/program";
import type { PortalContent, PortalLimit } from "../../../../cli/portal/content";
import { declaredBy } from "../../../lifecycle/support/generated";

const pair = { from: "contacts", to: "companies" };
const limit = (more: Partial<PortalLimit>): PortalLimit => ({
  ...pair,
  category: "USER_DEFINED",
  typeId: 40,
  maxToObjectIds: 2,
  naming: "id",
  ...more,
});

const planned = (content: Partial<PortalContent>): Plan =>
  plan({ portalId: 111, customObjects: [], labels: [], limits: [], leftOut: [], ...content });

describe("the text of a program", () => {
  it("names HubSpot's own types by the SDK's constants, with what people see, and others by id only where it must", () => {
    const text = programText(
      planned({
        limits: [
          limit({ category: "HUBSPOT_DEFINED", typeId: 279, naming: "unlabeled", maxToObjectIds: 5 }),
          limit({ category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary", maxToObjectIds: 1 }),
          limit({ label: "Owner" }),
          limit({ typeId: 50, label: "Champion", naming: "label" }),
          limit({ category: "HUBSPOT_DEFINED", typeId: 99_999, maxToObjectIds: 3 }),
        ],
      }),
    );
    expect(text.slice(text.indexOf("  limits:"))).to.equal(`  limits: [
    { unlabeled: true, maxToObjectIds: 5 },
    // "Contact to primary company", "Primary" in HubSpot
    { ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 },
    // "Owner": only this portal's own id tells which one is meant
    { category: "USER_DEFINED", typeId: 40, maxToObjectIds: 2 },
    { label: "Champion", maxToObjectIds: 2 },
    // without a label: HubSpot's own, and not in its published list
    { category: "HUBSPOT_DEFINED", typeId: 99999, maxToObjectIds: 3 },
  ],
});
`);
  });

  it("says so where there is nothing", () => {
    expect(programText(planned({})).split("\n").slice(-3)).to.deep.equal([
      "",
      "// The portal has neither labels nor limits.",
      "",
    ]);
  });

  for (const [what, words] of [
    ["the end of a line", "a\nthrow new Error('code')"],
    ["a line separator", "a\u2028throw new Error('code')"],
    ["a carriage return", "a\rthrow new Error('code')"],
    ["a quote", `"); throw new Error("code"); ("`],
    ["both quotes", `'"'); throw new Error("code"); ('`],
    ["a backslash at its end", "a\\"],
    ["a template", "${process.exit(3)}` + `"],
    ["the end of a comment", "*/ throw new Error('code') /*"],
  ] as const)
    it(`takes a text with ${what} for a text, in a label, in a limit and in a comment`, async () => {
      const label = { ...pair, name: "it", typeId: 60, label: words, inverseTypeId: 61, inverseLabel: `${words}!` };
      const program = programText(
        planned({
          labels: [label],
          limits: [limit({ label: words }), limit({ typeId: 60, label: words.concat("?"), naming: "label" })],
        }),
      );
      expect(declaredBy(program).map(({ args }) => args)).to.deep.equal([
        { fromObjectType: "contacts", toObjectType: "companies", name: "it", label: words, inverseLabel: `${words}!` },
        {
          fromObjectType: "contacts",
          toObjectType: "companies",
          limits: [
            { category: "USER_DEFINED", typeId: 40, maxToObjectIds: 2 },
            { label: `${words}?`, maxToObjectIds: 2 },
          ],
        },
      ]);
      expect(await prettier.format(program, { parser: "typescript" })).to.equal(program);
    });
});
