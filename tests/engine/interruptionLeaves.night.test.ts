/** What an interrupted `up` leaves beside the next one, which heals it: what is remembered, what other commands do. */
import { expect } from "chai";
import { configuration, pairs, unlabeled } from "./support/program";
import { interrupted } from "./support/interruption";
import type { Kill, Moment } from "./support/interruption";
import { pendingOf } from "./support/state";
import type { Story } from "./support/story";
import { ok, standing, stories } from "./support/story";

const pair = "contacts/companies";
const limit = "contacts/companies 279";
const program = (max: number): string => configuration("a", pair, [unlabeled(max)]);
const stood = { limits: standing({ [limit]: 10 }) };

const interrupt = (story: Story, kill: Kill, moment: Moment, ...flags: ReadonlyArray<string>): Promise<string> =>
  interrupted(() => story.stack.start("up", "--yes", "--skip-preview", ...flags), story.sandbox, kill, moment).then(
    async ({ done }) => (await done).output,
  );

describe("an up that was killed", () => {
  const begin = stories();

  const killed = async (moment: Moment, max = 5): Promise<Story> => {
    const story = await begin({ program: program(max), portal: stood });
    await interrupt(story, "everything", moment);
    await ok(story.run("cancel", "--yes"));
    return story;
  };
  const previous = async (story: Story): Promise<unknown> => (await story.resource("a")).outputs["previous"];

  it("before its create took effect forgets nothing: destroy restores what stood", async () => {
    const story = await killed({ hanging: 1 });
    await ok(story.up());
    expect(await previous(story)).to.deep.equal([{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }]);
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ [limit]: 10 });
  });

  it("after its create took effect is adopted by the next as if our own number had stood there: destroy leaves it", async () => {
    const story = await killed({ unanswered: 1 });
    await ok(story.up());
    expect(await previous(story)).to.deep.equal([{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 }]);
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ [limit]: 5 });
  });

  it("after its update took effect forgets nothing: destroy restores what stood before the create", async () => {
    const story = await begin({ program: program(5), portal: stood });
    await ok(story.up());
    await story.program(program(6));
    await interrupt(story, "everything", { unanswered: 1 });
    await ok(story.run("cancel", "--yes"));
    await ok(story.up());
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ [limit]: 10 });
  });

  it("after its create took effect leaves a limit that only an up knows: a destroy at once does not take it away", async () => {
    const story = await begin({ program: program(5) });
    await interrupt(story, "everything", { unanswered: 1 });
    await ok(story.run("cancel", "--yes"));
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ [limit]: 5 });
    await story.program(configuration("a", pair, [unlabeled(5)], { onDelete: "purge" }));
    await ok(story.up());
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({});
  });

  it("has pending creates, which a refresh keeps until --clear-pending-creates; an up then adopts without a warning", async () => {
    const story = await killed({ unanswered: 1 });
    await ok(story.refresh());
    expect(pendingOf(await story.stack.exported())).to.deep.equal(["creating a"]);
    await ok(story.refresh("--clear-pending-creates"));
    expect(pendingOf(await story.stack.exported())).to.deep.equal([]);
    expect(await story.resources()).to.deep.equal({});
    const up = await ok(story.up());
    expect(up.told.summary).to.deep.equal({ created: 1, unchanged: 1 });
    expect(up.output).not.to.contain("pending operations");
    expect(story.limits()).to.deep.equal({ [limit]: 5 });
  });
});

describe("Ctrl-C, once,", () => {
  const begin = stories();
  const ten = pairs(10);
  const tenOf = (max: number): string =>
    ten.map((one) => configuration(one.replace("/", "-to-"), one, [unlabeled(max)], { onDelete: "purge" })).join("");
  const batches = (story: Story): ReadonlyArray<string> =>
    story.sandbox
      .requests()
      .filter(({ method }) => method === "POST")
      .map(({ path }) => path);

  const convergesNow = async (story: Story): Promise<void> => {
    await ok(story.up());
    expect(Object.values(story.limits())).to.deep.equal(ten.map(() => 5));
    expect(Object.keys(await story.resources())).to.have.length(ten.length);
    const { told } = await ok(story.up());
    expect([Object.keys(told.summary), told.requests]).to.deep.equal([["unchanged"], []]);
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({});
  };

  /** Two at a time, so that most of the ten have not begun. */
  const stopped = async (story: Story, faults: Parameters<Story["sandbox"]["faults"]>[0]): Promise<void> => {
    story.sandbox.faults(faults);
    const running = story.stack.start("up", "--yes", "--skip-preview", "--parallel", "2");
    while (new Set(batches(story)).size < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    running.kill("SIGINT");
    const { code, output } = await running.done;
    story.sandbox.faults([]);
    expect(code, output).to.equal(1);
    expect(output).to.contain("^C received; cancelling");
    expect(output).to.match(/error: update (canceled|failed)/);
    expect(new Set(batches(story)).size, "pairs of which a batch was sent").to.equal(2);
    expect(pendingOf(await story.stack.exported())).to.deep.equal([]);
  };

  it("while requests hang lets them run into their time-outs, begins nothing more, and the next up goes on", async () => {
    const story = await begin({ program: tenOf(5), config: { "hubspot:requestTimeoutSeconds": "1" } });
    await stopped(story, [{ match: { method: "POST" }, times: 1_000, fault: "hang" }]);
    expect(story.limits()).to.deep.equal({});
    await convergesNow(story);
  });
});
