/**
 * An `up` that comes to a sudden end at a moment that the sandbox holds still, and what heals it: the life of one stack
 * that is killed four times. `interruption.night.test.ts` has all kinds of ends at many moments, and a table of what
 * the engine leaves behind; `interruptionLeaves.night.test.ts` what other commands make of that.
 */
import { expect } from "chai";
import type { FaultRule } from "../../sandbox";
import { kills, providerOf, until } from "./support/interruption";
import type { Kill } from "./support/interruption";
import type { Running } from "./harness";
import { configuration, unlabeled } from "./support/program";
import { pendingOf } from "./support/state";
import type { Story } from "./support/story";
import { chapters, failed, ok, standing } from "./support/story";

const [hung, held, renamed] = ["contacts/companies", "tickets/deals", "deals/contacts"];
const stood = { "contacts/companies 279": 10, "tickets/deals 28": 10 };

const two = (max: number): string =>
  configuration("hung", hung, [unlabeled(max)]) + configuration("held", held, [unlabeled(max)]);
const three = (max: number, name = "new"): string => two(max) + configuration(name, renamed, [unlabeled(max)]);

const batchesTo = (pair: string, fault: FaultRule["fault"], times = 1): FaultRule => ({
  match: { method: "POST", path: `${pair}/batch` },
  times,
  fault,
});

interface Interrupted extends Running {
  /** The processes of its provider when it was ended. */
  readonly providers: ReadonlyArray<number>;
}

describe("an up that is interrupted", () => {
  const begin = chapters();
  let story: Story;
  const left: Array<Running> = [];
  before(async () => {
    story = await begin({ program: two(5), portal: { limits: standing(stood) } });
  });
  after(() => left.forEach((running) => running.killAll()));

  const limits = (max: number) => ({
    "contacts/companies 279": max,
    "tickets/deals 28": max,
    "deals/contacts 3": max,
  });
  const previous = async (name: string): Promise<unknown> => (await story.resource(name)).outputs["previous"];
  const pending = async (): Promise<ReadonlyArray<string>> => [...pendingOf(await story.stack.exported())].sort();

  const all =
    (...pairs: ReadonlyArray<string>) =>
    (asked: ReadonlyArray<string>): boolean =>
      pairs.every((pair) => asked.includes(pair));

  /** The pairs to which batches have gone since. */
  const asked = (since: number): ReadonlyArray<string> =>
    story.sandbox
      .requests(since)
      .flatMap(({ method, path }) => (method === "POST" ? [path.split("/").slice(-4, -2).join("/")] : []))
      .sort();

  /** Starts an up, and ends it once such batches are under way and the state on the disk says so. */
  const interrupted = async (
    kill: Kill,
    faults: ReadonlyArray<FaultRule>,
    isThere: (asked: ReadonlyArray<string>) => boolean,
    operations: number,
    ...flags: ReadonlyArray<string>
  ): Promise<Interrupted> => {
    story.sandbox.faults(faults);
    const since = story.sandbox.requests().length;
    const running = story.stack.start("up", "--yes", "--skip-preview", ...flags);
    left.push(running);
    await until(running, () => isThere(asked(since)));
    await until(running, async () => (await pending()).length >= operations);
    const providers = providerOf(running);
    await kills[kill](running);
    return { ...running, providers };
  };

  it("by the end of the whole machine leaves a lock and pending creates", async () => {
    const running = await interrupted(
      "everything",
      [batchesTo(hung, "hang"), batchesTo(held, "hold")],
      all(hung, held),
      2,
    );
    expect((await running.done).code).to.equal(137);
    story.sandbox.faults([]);
    expect(await pending()).to.deep.equal(["creating held", "creating hung"]);
    expect(story.limits()).to.deep.equal({ ...stood, "tickets/deals 28": 5 });
    expect((await failed(story.up())).output).to.contain("the stack is currently locked");
    await ok(story.run("cancel", "--yes"));
  });

  it("while it creates leaves a limit that only an up knows: a destroy at once does not take it away", async () => {
    const back = await story.bookmark();
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ ...stood, "tickets/deals 28": 5 });
    await back();
  });

  it("while it creates is adopted by the next one, which remembers what had taken effect as if it had stood there", async () => {
    await story.program(three(5, "old"));
    const up = await ok(story.up());
    expect(up.output).to.contain("pending operations");
    expect(story.limits()).to.deep.equal(limits(5));
    expect([await previous("hung"), await previous("held")]).to.deep.equal([
      [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 }],
      [{ category: "HUBSPOT_DEFINED", typeId: 28, maxToObjectIds: 5 }],
    ]);
  });

  it("has pending creates, of which each command warns until a refresh with --clear-pending-creates", async () => {
    expect(await pending()).to.deep.equal(["creating held", "creating hung"]);
    await ok(story.refresh("--clear-pending-creates"));
    expect(await pending()).to.deep.equal([]);
    expect(Object.keys(await story.resources()).sort()).to.deep.equal(["held", "hung", "old"]);
  });

  it("by the end of the engine alone is followed by nothing: what its provider would send again does not leave any more", async () => {
    await story.program(three(6));
    const since = story.sandbox.requests().length;
    const busy = { status: 503, headers: { "retry-after": "1" } };
    const faults = [batchesTo(hung, busy), batchesTo(held, "hold"), batchesTo(renamed, "hold")];
    const running = await interrupted("engine", faults, all(hung, held, renamed), 3);
    const { providers } = running;
    expect((await running.done).code).to.equal(137);
    story.sandbox.faults([]);
    // The provider is stopped during the next up, so that it sends nothing before that ends, however short its wait.
    providers.forEach((pid) => process.kill(pid, "SIGSTOP"));
    expect(await pending()).to.deep.equal(["creating new", "updating held", "updating hung"]);
    await ok(story.run("cancel", "--yes"));
    await story.program(three(7));
    await ok(story.up());
    expect(story.limits()).to.deep.equal(limits(7));
    expect(Object.keys(await story.resources()).sort()).to.deep.equal(["held", "hung", "new"]);
    expect(providers.length).to.be.at.least(1);
    providers.forEach((pid) => process.kill(pid, "SIGCONT"));
    // Its wait of a second is long over: it asks for the engine, and would have sent its batch within this refresh.
    await ok(story.refresh("--clear-pending-creates"));
    running.killAll();
    expect([asked(since).filter((pair) => pair === hung).length, story.limits()]).to.deep.equal([2, limits(7)]);
  });

  it("by the end of its provider fails what is under way, and the next one does it", async () => {
    await story.program(three(8));
    const running = await interrupted("provider", [batchesTo(held, "hold")], all(held), 1);
    expect((await running.done).code).to.equal(1);
    story.sandbox.faults([]);
    expect(await pending()).to.deep.equal([]);
    await ok(story.up());
    expect(story.limits()).to.deep.equal(limits(8));
  });

  it("by Ctrl-C lets what is under way come through, begins nothing more, and the next one goes on", async () => {
    await story.program(three(9));
    const since = story.sandbox.requests().length;
    const running = await interrupted(
      "Ctrl-C",
      [hung, held, renamed].map((pair) => batchesTo(pair, "hold")),
      (pairs) => pairs.length > 0,
      1,
      "--parallel",
      "1",
    );
    await Promise.race([running.printed(/\^C received; cancelling/), running.done]);
    story.sandbox.faults([]);
    story.sandbox.release();
    const { code, output } = await running.done;
    expect(code, output).to.equal(1);
    expect(output).to.match(/error: update (canceled|failed)/);
    expect([asked(since).length, await pending()]).to.deep.equal([1, []]);
    expect(Object.values(story.limits()).sort()).to.deep.equal([8, 8, 9]);
    await ok(story.up());
    expect(asked(since).length).to.equal(3);
    expect(story.limits()).to.deep.equal(limits(9));
  });

  it("forgets nothing that it could know: destroy restores what stood before the first one", async () => {
    expect((await story.up("--expect-no-changes")).told.requests).to.deep.equal([]);
    await ok(story.destroy());
    // What two interrupted creates had done could not be told from what stood there.
    expect(story.limits()).to.deep.equal({ ...stood, "tickets/deals 28": 5, "deals/contacts 3": 6 });
  });
});
