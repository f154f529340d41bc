/** Several portals in one program, each with a `Provider` of its own. */
import { expect } from "chai";
import { configuration, unlabeled } from "./support/program";
import type { Story } from "./support/story";
import { standing, stories } from "./support/story";

const others = [
  { portalId: 222, tokens: ["token-of-222"], limits: standing({ "contacts/companies 279": 20 }) },
  { portalId: 333, tokens: ["token-of-333"] },
];
const config = {
  "engine:production": { secret: "token-of-222" },
  "engine:staging": { secret: "token-of-333" },
};

/** Two providers; the program knows where the sandbox is from its configuration. */
const providers = `
  const config = new pulumi.Config("engine");
  const to = (name, portalId) => new hubspot.Provider(name, {
    accessToken: config.requireSecret(name), portalId, baseUrl: config.require("url"),
  });
  const production = to("production", 222);
  const staging = to("staging", 333);
`;

describe("two portals in one program", () => {
  const begin = stories();

  const beginWithPortals = async (program: string): Promise<Story> => {
    const story = await begin({ others, config });
    await story.stack.config({ "engine:url": story.sandbox.url });
    await story.program(providers + program);
    return story;
  };
  const sorted = (requests: ReadonlyArray<string>): ReadonlyArray<string> => [...requests].sort();

  it("are each asked and written with their own token, and the stack's portal not at all", async () => {
    const story = await beginWithPortals(
      configuration("a", "contacts/companies", [unlabeled(5)], { options: "{ provider: production }" }) +
        configuration("b", "contacts/companies", [unlabeled(7)], { options: "{ provider: staging }" }),
    );
    const preview = await story.preview();
    expect({ ...preview.told, requests: sorted(preview.told.requests) }).to.deep.equal({
      code: 0,
      summary: { "to create": 5 },
      requests: ["222: GET account", "222: GET all", "333: GET account", "333: GET all"],
    });
    expect(preview.output).to.contain(
      `warning: contacts/companies: this changes what stands in the portal: HUBSPOT_DEFINED 279 ("Contact to company") from 20 to 5`,
    );
    const up = await story.up();
    expect({ ...up.told, requests: sorted(up.told.requests) }).to.deep.equal({
      code: 0,
      summary: { created: 5 },
      requests: [
        "222: GET account",
        "222: GET all",
        "222: POST contacts/companies/batch/update 279=5",
        "333: GET account",
        "333: GET all",
        "333: POST contacts/companies/batch/update 279=7",
      ],
    });
    const resources = await story.resources();
    expect([resources["a"]?.outputs["portalId"], resources["b"]?.outputs["portalId"]]).to.deep.equal([222, 333]);
    expect((await story.up("--expect-no-changes")).told).to.deep.equal({
      code: 0,
      summary: { unchanged: 5 },
      requests: [],
    });

    story.meanwhile({ "contacts/companies 279": 8 }, 333);
    const refresh = await story.refresh();
    expect(sorted(refresh.told.requests)).to.deep.equal(sorted(preview.told.requests));
    expect((await story.up()).told.requests).to.deep.equal([
      "333: GET account",
      "333: GET all",
      "333: POST contacts/companies/batch/update 279=7",
    ]);
    expect([story.limits(111), story.limits(222), story.limits(333)]).to.deep.equal([
      {},
      { "contacts/companies 279": 5 },
      { "contacts/companies 279": 7 },
    ]);
    await story.destroy();
    expect([story.limits(222), story.limits(333)]).to.deep.equal([{ "contacts/companies 279": 20 }, {}]);
  });

  it("are told apart when a resource moves: it is set in the one, then put back in the other", async () => {
    const inPortal = (provider: string): string =>
      providers + configuration("a", "contacts/companies", [unlabeled(5)], { options: `{ provider: ${provider} }` });
    const story = await beginWithPortals("");
    await story.program(inPortal("production"));
    await story.up();
    await story.program(inPortal("staging"));
    const up = await story.up();
    expect(up.told.code, up.output).to.equal(0);
    expect(up.told.summary).to.deep.equal({ replaced: 1, unchanged: 3 });
    expect([story.limits(222), story.limits(333)]).to.deep.equal([
      { "contacts/companies 279": 20 },
      { "contacts/companies 279": 5 },
    ]);
    expect((await story.resource("a")).outputs["portalId"]).to.equal(333);
  });

  it("are checked apart: two numbers for one limit are an error only where both are in one portal", async () => {
    const story = await beginWithPortals(
      configuration("a", "contacts/companies", [unlabeled(5)], { options: "{ provider: staging }" }) +
        configuration("b", "contacts/companies", [unlabeled(7)], { options: "{ provider: staging }" }),
    );
    const preview = await story.preview();
    expect(preview.code).not.to.equal(0);
    // Which of the two is checked first is not said.
    expect(preview.output).to.match(
      /HUBSPOT_DEFINED 279 \("Contact to company"\) of contacts\/companies is (7 here and 5|5 here and 7) in another resource of this program; declare it once/,
    );
  });

  it("fails the preview where a token belongs to another portal than its provider means", async () => {
    const story = await begin({ others, mayHoldCredentials: ["program/index.js"] });
    await story.program(`
      const wrong = new hubspot.Provider("wrong", {
        accessToken: "token-of-222", portalId: 333, baseUrl: ${JSON.stringify(story.sandbox.url)},
      });
      ${configuration("a", "contacts/companies", [unlabeled(5)], { options: "{ provider: wrong }" })}
    `);
    const preview = await story.preview();
    expect(preview.code).not.to.equal(0);
    expect(preview.output).to.contain(
      `the token of the hubspot.Provider "wrong" belongs to portal 222, but the configuration means portal 333 (portalId)`,
    );
    expect(preview.told.requests).to.deep.equal(["222: GET account"]);
  });
});
