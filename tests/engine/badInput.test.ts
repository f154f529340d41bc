/**
 * A program with mistakes in several resources. The engine ends a preview at the first resource whose check fails, in
 * no certain order: all mistakes of that one are told, those of the others once it is right.
 */
import { expect } from "chai";
import { configuration, unlabeled } from "./support/program";
import { stories } from "./support/story";

type Args = Readonly<Record<string, unknown>>;

const contactsToCompanies = { fromObjectType: "contacts", toObjectType: "companies" };
const companiesToContacts = { fromObjectType: "companies", toObjectType: "contacts" };

/** Mistakes that the compiler would tell: programs in JavaScript, or with values from configuration, make them. */
const mistakes: Readonly<Record<string, { readonly args: Args; readonly right: Args; readonly told: Array<string> }>> =
  {
    a: {
      args: {
        ...contactsToCompanies,
        limits: [
          { unlabeled: true, maxToObjectIds: 0 },
          { lable: "Primary", maxToObjectIds: 1 },
        ],
      },
      right: { ...contactsToCompanies, limits: [unlabeled(5)] },
      told: [
        "limits[0].maxToObjectIds: 0 is not a whole number from 1 to 2147483647; write how many records of the to type one record of the from type may have",
        'limits[1].lable: there is no such key (its value is "Primary"); did you mean "label"?',
      ],
    },
    b: {
      args: { ...companiesToContacts, limits: [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 1 }] },
      right: { ...companiesToContacts, limits: [unlabeled(5)] },
      told: [
        'limits[0].typeId: HUBSPOT_DEFINED 279 is "Contact to company", not companies to contacts; write 280 ("Company to contact")',
      ],
    },
    c: {
      args: { fromObjectType: "tickets!", toObjectType: "companies", limits: [unlabeled(1)], onDelete: "purged" },
      right: { fromObjectType: "tickets", toObjectType: "companies", limits: [unlabeled(1)] },
      told: [
        `fromObjectType: "tickets!" is none of HubSpot's object types; write a name such as contacts; a custom object by its name (car), or as 2-1234567 or p1234567_car`,
        'onDelete: "purged" is none of "restore", "purge"; did you mean "purge"?',
      ],
    },
  };

const program = (corrected: ReadonlySet<string>): string =>
  Object.entries(mistakes)
    .map(([name, { args, right }]) => {
      const written = JSON.stringify(corrected.has(name) ? right : args);
      return `new hubspot.AssociationConfiguration("${name}", ${written});\n`;
    })
    .join("") + configuration("right", "deals/companies", [unlabeled(5)]);

/** What was told of which resource, in the engine's frame. */
const toldOf = (output: string): ReadonlyArray<readonly [name: string, message: string]> =>
  (output.split("Diagnostics:\n")[1] ?? "").split("\n").flatMap((line) => {
    const [, name, message] = /^ +error: .* resource '(.*?)' has a problem: (.*)$/.exec(line) ?? [];
    return name === undefined || message === undefined ? [] : [[name, message] as const];
  });

describe("five mistakes in three resources", () => {
  const begin = stories();

  it("are told by the preview, all those of a resource at once, and nothing is written until the last is right", async () => {
    const corrected = new Set<string>();
    const story = await begin({ program: program(corrected) });
    while (corrected.size < 3) {
      const preview = await story.preview();
      expect(preview.code, preview.output).not.to.equal(0);
      const told = toldOf(preview.output);
      const [name = ""] = told[0] ?? [];
      expect(told).to.deep.equal((mistakes[name]?.told ?? ["a resource with a mistake"]).map((text) => [name, text]));
      corrected.add(name);
      await story.program(program(corrected));
    }
    expect(story.sandbox.requests().filter(({ method }) => method !== "GET")).to.deep.equal([]);
    expect((await story.preview()).told.summary).to.deep.equal({ "to create": 5 });
  });

  it("end an up without a preview just as well, before anything of the wrong resources is written", async () => {
    const story = await begin({ program: program(new Set(["b"])) });
    const up = await story.up();
    expect(up.code, up.output).not.to.equal(0);
    const written = story.sandbox.requests().filter(({ method }) => method !== "GET");
    expect(
      written.map(({ path }) => path).filter((path) => !/companies\/contacts|deals\/companies/.test(path)),
    ).to.deep.equal([]);
    expect(toldOf(up.output).map(([name]) => name)).to.satisfy(
      (names: ReadonlyArray<string>) => names.length > 0 && names.every((name) => name === "a" || name === "c"),
    );
  });
});

describe("an explicit provider without credentials", () => {
  const begin = stories();

  it("ends the program at its line, though the stack's configuration has some", async () => {
    const story = await begin({
      program: `const staging = new hubspot.Provider("staging", {});\n${configuration("a", "deals/companies", [unlabeled(5)], { options: "{ provider: staging }" })}`,
    });
    const preview = await story.preview();
    expect(preview.code).not.to.equal(0);
    expect(preview.output).to.contain(
      `hubspot.Provider "staging" has no credentials. Pass accessToken (of a service key or a private app), or OAuth's clientId, clientSecret and refreshToken. ` +
        `An explicit provider takes them from its arguments only, not from the stack's hubspot: configuration and not from HUBSPOT_ variables; ` +
        `for example accessToken: new pulumi.Config("staging").requireSecret("accessToken") after pulumi config set --secret staging:accessToken.`,
    );
    expect(preview.told.requests).to.deep.equal([]);
  });
});
