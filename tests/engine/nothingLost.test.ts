/**
 * The engine creates what replaces a resource before it deletes the old one, and a limit has a natural key: a careless
 * delete would remove what was just written. After each of these the portal is as the program says.
 */
import { expect } from "chai";
import { configuration, ofType, unlabeled } from "./support/program";
import type { Step, Story } from "./support/story";
import { ok, standing, stories } from "./support/story";

const [pair, mirrored, elsewhere] = ["contacts/companies", "companies/contacts", "deals/contacts"];

describe("nothing is lost", () => {
  const begin = stories();

  const begun = async (...options: Parameters<typeof begin>): Promise<Story> => {
    const story = await begin(...options);
    await ok(story.up());
    return story;
  };
  const next = async (story: Story, program: string, ...flags: ReadonlyArray<string>): Promise<Step> => {
    await story.program(program);
    return ok(story.up(...flags));
  };
  const unchangedNow = async (story: Story): Promise<void> => {
    const { summary, requests } = (await ok(story.up())).told;
    expect([Object.keys(summary), requests]).to.deep.equal([["unchanged"], []]);
  };

  it("when a resource is renamed without an alias", async () => {
    const story = await begun({ program: configuration("old", pair, [unlabeled(5)]) });
    await next(story, configuration("new", pair, [unlabeled(5)]));
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    await unchangedNow(story);
  });

  it("when a renamed resource changes on the way: what the new one says, and no more", async () => {
    const story = await begun({ program: configuration("old", pair, [unlabeled(5), ofType(1, 1)]) });
    await next(story, configuration("new", pair, [unlabeled(7)]));
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 7 });
  });

  it("when a renamed resource becomes authoritative: the old one's values do not come back", async () => {
    const story = await begun({
      program: configuration("old", pair, [unlabeled(5), ofType(1, 1)]),
      portal: { limits: standing({ "contacts/companies 279": 50, "contacts/companies 1": 20 }) },
    });
    await next(story, configuration("new", pair, [unlabeled(5)], { authoritative: true }));
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });

  it("when two resources swap pairs", async () => {
    const story = await begun({
      program: configuration("a", pair, [unlabeled(5)]) + configuration("b", mirrored, [unlabeled(6)]),
    });
    await next(story, configuration("a", mirrored, [unlabeled(7)]) + configuration("b", pair, [unlabeled(8)]));
    expect(story.limits()).to.deep.equal({ "companies/contacts 280": 7, "contacts/companies 279": 8 });
    await unchangedNow(story);
  });

  for (const takerFirst of [true, false]) {
    it(`when a limit moves to a resource that is registered ${takerFirst ? "before" : "after"} its old one`, async () => {
      const giver = configuration("giver", pair, [unlabeled(5)]);
      const taker = configuration("taker", pair, [ofType(1, 2)]);
      const story = await begun({
        program:
          configuration("giver", pair, [unlabeled(5), ofType(1, 2)]) +
          configuration("taker", elsewhere, [unlabeled(9)]),
      });
      await next(story, takerFirst ? taker + giver : giver + taker);
      expect(story.limits()).to.deep.equal({ "contacts/companies 1": 2, "contacts/companies 279": 5 });
      await unchangedNow(story);
    });
  }

  it("by --target-replace", async () => {
    const story = await begun({ program: configuration("a", pair, [unlabeled(5)]) });
    await ok(story.up("--target-replace", (await story.resource("a")).urn));
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    await unchangedNow(story);
  });

  it("when the engine is killed while a renamed resource is created", async () => {
    const story = await begun({ program: configuration("old", pair, [unlabeled(5)]) });
    // The batch takes effect and its answer is held back, so the engine dies with the create under way.
    story.sandbox.faults([{ match: { method: "POST" }, fault: { delay: 60_000 } }]);
    const before = story.sandbox.requests().length;
    await story.program(configuration("new", pair, [unlabeled(7)]));
    const running = story.stack.start("up", "--yes", "--skip-preview");
    while (!story.sandbox.requests(before).some(({ method }) => method === "POST")) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    running.killAll();
    await running.done;
    story.sandbox.faults([]);
    await story.run("cancel", "--yes");
    await ok(story.up());
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 7 });
    await unchangedNow(story);
  });

  it("when the engine is killed between the create and the delete of a rename", async () => {
    const story = await begun({ program: configuration("old", pair, [unlabeled(5)]) });
    const old = await story.resource("old");
    await next(story, configuration("new", pair, [unlabeled(5)]));
    // What such a kill leaves: a state that holds both.
    const state = (await story.stack.exported()) as { deployment: { resources: unknown[] } };
    state.deployment.resources.push(old);
    await story.stack.import(state);
    expect((await ok(story.up())).told.summary).to.deep.equal({ deleted: 1, unchanged: 2 });
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });

  it("of one resource of a pair, when another one of it is dropped", async () => {
    const kept = configuration("kept", pair, [unlabeled(5)]);
    const story = await begun({ program: kept + configuration("dropped", pair, [ofType(1, 2)]) });
    await next(story, kept);
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });

  for (const flags of [[], ["--run-program"]]) {
    it(`by claims: ${["destroy", ...flags].join(" ")} restores what stood before, and purges the rest`, async () => {
      const story = await begun({
        program: configuration("a", pair, [unlabeled(5), ofType(1, 1)]) + configuration("b", mirrored, [unlabeled(6)]),
        portal: { limits: standing({ "contacts/companies 279": 50 }) },
      });
      await ok(story.destroy(...flags));
      expect(story.limits()).to.deep.equal({ "contacts/companies 279": 50 });
      expect(await story.stack.resources()).to.deep.equal([]);
    });
  }

  it("by the token of another portal: nothing is read, nothing written, nothing gone from the state", async () => {
    const story = await begun({
      program: configuration("a", pair, [unlabeled(5)]),
      others: [{ portalId: 222, tokens: ["token-of-222"] }],
    });
    const before = await story.resources();
    await story.stack.config({ "hubspot:accessToken": { secret: "token-of-222" } });
    await story.program(configuration("a", pair, [unlabeled(6)]));
    const commands = [() => story.refresh("--run-program"), () => story.up(), () => story.destroy("--run-program")];
    for (const command of commands) {
      const { code, output, told } = await command();
      expect(code, output).not.to.equal(0);
      expect(output).to.contain("belongs to portal 222, but this resource lives in portal 111");
      expect(told.requests).to.deep.equal(["222: GET account"]);
    }
    expect(await story.resources()).to.deep.equal(before);
    expect([story.limits(111), story.limits(222)]).to.deep.equal([{ "contacts/companies 279": 5 }, {}]);
  });
});
