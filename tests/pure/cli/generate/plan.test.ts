import { expect } from "chai";
import type { Plan } from "../../../../cli/generate/plan";
import { plan } from "../../../../cli/generate/plan";
import type { PortalContent, PortalLabel, PortalLimit } from "../../../../cli/portal/content";

const pair = { from: "contacts", to: "companies" };
const label = (text: string, more: Partial<PortalLabel> = {}): PortalLabel => ({
  ...pair,
  name: text.toLowerCase().replaceAll(" ", "_"),
  typeId: 40,
  label: text,
  inverseTypeId: 41,
  inverseLabel: text,
  ...more,
});
const limit = (more: Partial<PortalLimit>): PortalLimit => ({
  ...pair,
  category: "USER_DEFINED",
  typeId: 40,
  maxToObjectIds: 2,
  naming: "label",
  ...more,
});
const unlabeled = limit({ category: "HUBSPOT_DEFINED", typeId: 279, naming: "unlabeled" });

const planned = (content: Partial<PortalContent>): Plan =>
  plan({ portalId: 111, customObjects: [], labels: [], limits: [], leftOut: [], ...content });

const labelsIn = ({ sections }: Plan): ReadonlyArray<string> =>
  sections.flatMap(({ labels }) =>
    labels.map(({ resource, label: { name, label: text }, remark }) =>
      [resource, name, text, ...(remark === undefined ? [] : [remark])].join(" | "),
    ),
  );
const limitsIn = ({ sections }: Plan): ReadonlyArray<string> =>
  sections.flatMap(({ limits }) =>
    limits.flatMap(({ resource, limits: all }) =>
      all.map(({ naming, typeId, maxToObjectIds }) => `${resource} ${naming} ${typeId} = ${maxToObjectIds}`),
    ),
  );

describe("the plan of a program", () => {
  it("has a section for each two object types, labels before limits, and both directions", () => {
    const { sections } = planned({
      labels: [label("Owner"), label("Boss", { from: "contacts", to: "contacts", inverseTypeId: 40 })],
      limits: [unlabeled, limit({ from: "companies", to: "contacts", typeId: 41, label: "Owner" })],
    });
    expect(
      sections.map((one) => [
        `${one.pair.from}/${one.pair.to}`,
        one.labels.map(({ resource }) => resource),
        one.limits.map(({ resource }) => resource),
      ]),
    ).to.deep.equal([
      ["contacts/contacts", ["boss"], []],
      ["contacts/companies", ["owner"], ["contacts-to-companies", "companies-to-contacts"]],
    ]);
  });

  it("gives each resource and each label a name of its own, and says where it is not the portal's", () => {
    const { name: _, ...nameless } = label("Décideur n° 1", { typeId: 60 });
    expect(
      labelsIn(
        planned({
          labels: [
            label("One", { name: "decision_maker" }),
            label("Two", { name: "decision__maker", typeId: 50 }),
            label("Three", { name: "3-of-us", typeId: 70 }),
            nameless,
            { ...nameless, label: "顧客", inverseLabel: "顧客" },
          ],
        }),
      ),
    ).to.deep.equal([
      "decision-maker | decision_maker | One",
      "decision-maker-2 | decision__maker | Two",
      'label-3-of-us | label_3_of_us | Three | "3-of-us" in the portal, which is no name that HubSpot would give today',
      "decideur-n-1 | decideur_n_1 | Décideur n° 1 | the portal did not tell this label's internal name",
      "label | label | 顧客 | the portal did not tell this label's internal name",
    ]);
  });

  it("leaves out labels that the provider would refuse, with the reason", () => {
    const same = { from: "contacts", to: "contacts" };
    const { leftOut, ...rest } = planned({
      labels: [
        label("Owner"),
        label("owner", { name: "owner_2", typeId: 50 }),
        label("Peer", { ...same, typeId: 60, inverseTypeId: 61 }),
        label("x".repeat(300), { name: "long", typeId: 70 }),
      ],
    });
    expect(labelsIn({ ...rest, leftOut })).to.deep.equal(["owner | owner | Owner"]);
    expect(
      leftOut.map(({ what, why }) => `${what.slice(0, 60)}: ${why.replace(/x{50,}/, "x".repeat(100))}`),
    ).to.deep.equal([
      'the label "owner" from contacts to companies: another label of the pair shows the same text (the label "Owner" from contacts to companies)',
      'the label "Peer" from contacts to contacts: it has two sides that say the same, which no program can tell apart',
      `the label "${"x".repeat(49)}: label: "${"x".repeat(100)}… has 300 characters; write a label of 255 at most`,
    ]);
  });

  it("names limits by ids where texts differ in capitals only", () => {
    expect(
      limitsIn(planned({ limits: [limit({ label: "Owner" }), limit({ label: "owner", typeId: 50 })] })),
    ).to.deep.equal(["contacts-to-companies id 40 = 2", "contacts-to-companies id 50 = 2"]);
  });

  it("leaves out limits that HubSpot or this provider would refuse, with the reason", () => {
    const { leftOut, ...rest } = planned({
      limits: [
        unlabeled,
        limit({ label: "Owner", maxToObjectIds: 3 }),
        limit({ label: "Peer", typeId: 50 }),
        limit({ naming: "id", category: "OF_TOMORROW", typeId: 60 }),
        limit({ label: "None", typeId: 70, maxToObjectIds: 0 }),
      ],
    });
    expect(limitsIn({ ...rest, leftOut })).to.deep.equal([
      "contacts-to-companies unlabeled 279 = 2",
      "contacts-to-companies label 50 = 2",
    ]);
    expect(leftOut.map(({ what }) => what)).to.deep.equal([
      'the limit 3 on USER_DEFINED 40 ("Owner") from contacts to companies',
      "the limit 2 on OF_TOMORROW 60 from contacts to companies",
      'the limit 0 on USER_DEFINED 70 ("None") from contacts to companies',
    ]);
    for (const [i, words] of [/more than the 2/, /HUBSPOT_DEFINED/, /whole number from 1/].entries())
      expect(leftOut[i]?.why).to.match(words);
  });

  it("has nothing of an empty portal", () => {
    expect(planned({})).to.deep.equal({ sections: [], leftOut: [] });
  });
});
