/**
 * An `up` that comes to a sudden end, at whatever moment, is healed by the next one: the portal is as the program says
 * and the state knows it, whether the engine, its provider or the whole machine went away.
 *
 * What the engine leaves behind, with a backend of files, and what the user then needs:
 *
 * | ended by                | exit | lock  | pending operations | processes                  | commands                |
 * | ----------------------- | ---- | ----- | ------------------ | -------------------------- | ----------------------- |
 * | SIGKILL of the engine   | 137  | stays | what was under way | provider and language host | `pulumi cancel`, `up`   |
 * | SIGKILL of everything   | 137  | stays | what was under way | none                       | `pulumi cancel`, `up`   |
 * | SIGKILL of the provider | 1    | none  | none               | none                       | `up`                    |
 * | Ctrl-C (or SIGTERM)     | 1    | none  | none               | none                       | `up`                    |
 * | Ctrl-C twice            | 8    | none  | what was under way | none                       | `up`                    |
 *
 * After one Ctrl-C the engine begins nothing more and waits for what is under way. Pending updates and deletes are
 * forgotten by the next `up`; pending creates stay, and each `up` warns of them, until
 * `pulumi refresh --clear-pending-creates`.
 */
import { expect } from "chai";
import { configuration, ownLimit, pairs, unlabeled } from "./support/program";
import type { Kill, Moment } from "./support/interruption";
import { interrupted, isHeld, showMoment } from "./support/interruption";
import { nameOf, pendingOf, resourcesOf } from "./support/state";
import type { Story } from "./support/story";
import { ok, standing, stories } from "./support/story";

interface Interruption {
  readonly kill: Kill;
  readonly moment: Moment;
}

/** What a program declares: the numbers of pairs, by the names of their resources. */
type Declared = ReadonlyMap<string, { readonly pair: string; readonly max: number }>;

const all = pairs(40);
const [managed, more, foreign] = [all.slice(0, 30), all.slice(30, 36), all.slice(36)];

/** More than a portal gives in ten seconds: the kills follow each other faster than a user's. */
const quota = { max: 10_000 };

const declare = (entries: ReadonlyArray<readonly [name: string, pair: string, max: number]>): Declared =>
  new Map(entries.map(([name, pair, max]) => [name, { pair, max }]));

const plainName = (pair: string): string => pair.replace("/", "-to-");

const program = (declared: Declared, onDelete: "purge" | "restore"): string =>
  [...declared].map(([name, { pair, max }]) => configuration(name, pair, [unlabeled(max)], { onDelete })).join("");

/** What stands on a portal that is as declared, as a story shows it. */
const limitsOf = (declared: Declared): Readonly<Record<string, number>> =>
  Object.fromEntries([...declared.values()].map(({ pair, max }) => [ownLimit(pair), max]));

/** Each resource as the state has it, so that one that is there twice shows. */
const inState = (state: unknown): ReadonlyArray<unknown> =>
  resourcesOf(state)
    .filter(({ type }) => type.endsWith(":AssociationConfiguration"))
    .map(({ urn, id, outputs, delete: dying, initErrors = [] }) => ({
      name: nameOf(urn),
      id,
      limits: outputs["limits"],
      portalId: outputs["portalId"],
      dying: dying === true,
      initErrors,
    }))
    .sort((one, other) => one.name.localeCompare(other.name));

const expectedInState = (declared: Declared): ReadonlyArray<unknown> =>
  [...declared]
    .map(([name, { pair, max }]) => ({
      name,
      id: pair,
      limits: [unlabeled(max)],
      portalId: 111,
      dying: false,
      initErrors: [],
    }))
    .sort((one, other) => one.name.localeCompare(other.name));

describe("an up that is interrupted", function () {
  this.timeout(900_000);
  const begin = stories();
  const healed: Array<Kill> = [];
  after(() => {
    const kinds = [...new Set(healed)].map((kill) => `${healed.filter((one) => one === kill).length} of ${kill}`);
    console.log(`    interruption: ${healed.length} kills (${kinds.join(", ")}), all healed`);
  });

  /** What the next up brings about, whatever the one before was doing. */
  const heal = async (
    story: Story,
    declared: Declared,
    onDelete: "purge" | "restore",
    elsewhere: Readonly<Record<string, number>>,
    { kill, moment }: Interruption,
  ): Promise<void> => {
    await story.program(program(declared, onDelete));
    const start = (): ReturnType<Story["stack"]["start"]> => story.stack.start("up", "--yes", "--skip-preview");
    const running = await interrupted(start, story.sandbox, kill, moment);
    const { code, output } = await running.done;
    const which = `${kill}, ${showMoment(moment)}\n${output}`;
    const pending = pendingOf(await story.stack.exported());
    if (kill === "provider" || kill === "Ctrl-C") expect(pending, which).to.deep.equal([]);
    else if (isHeld(moment)) expect(pending, which).not.to.deep.equal([]);

    let next = await story.up();
    const lockStays = code === 137;
    expect(/the stack is currently locked/.test(next.output), which).to.equal(lockStays);
    if (lockStays) {
      await ok(story.run("cancel", "--yes"));
      next = await story.up();
    }
    expect(next.code, `${which}\n${next.output}`).to.equal(0);
    running.killAll();
    expect(story.limits(), which).to.deep.equal({ ...elsewhere, ...limitsOf(declared) });
    const { told } = await ok(story.up());
    expect([Object.keys(told.summary), told.requests], which).to.deep.equal([["unchanged"], []]);
    const creates = pending.filter((operation) => operation.startsWith("creating ")).sort();
    let state = await story.stack.exported();
    expect([...pendingOf(state)].sort(), which).to.deep.equal(creates);
    expect(inState(state), which).to.deep.equal(expectedInState(declared));
    if (creates.length > 0) {
      await ok(story.refresh("--clear-pending-creates"));
      state = await story.stack.exported();
      expect(pendingOf(state), which).to.deep.equal([]);
      expect(inState(state), which).to.deep.equal(expectedInState(declared));
    }
    healed.push(kill);
  };

  /** Two stacks at once. */
  const inTwoStacks = async (
    lanes: readonly [ReadonlyArray<Interruption>, ReadonlyArray<Interruption>],
    lane: (interruptions: ReadonlyArray<Interruption>) => Promise<void>,
  ): Promise<void> => {
    const ended = await Promise.allSettled(lanes.map(lane));
    for (const end of ended) if (end.status === "rejected") throw end.reason;
  };

  it("while it creates thirty from nothing is healed by the next, and destroy leaves an empty portal", () =>
    inTwoStacks(
      [
        [
          { kill: "engine", moment: { unanswered: 1 } },
          { kill: "everything", moment: { hanging: 12 } },
          { kill: "provider", moment: { unanswered: 20 } },
          { kill: "Ctrl-C", moment: "before the first request" },
        ],
        [
          { kill: "everything", moment: "before the first request" },
          { kill: "Ctrl-C twice", moment: { unanswered: 8 } },
          { kill: "engine", moment: { answered: 30 } },
          { kill: "provider", moment: { arriving: 4 } },
        ],
      ],
      async (interruptions) => {
        const story = await begin({ quota });
        for (const [i, interruption] of interruptions.entries()) {
          const declared = declare(managed.map((pair) => [plainName(pair), pair, 5 + i]));
          await heal(story, declared, "purge", {}, interruption);
          await ok(story.destroy());
          expect(story.limits()).to.deep.equal({});
          expect(inState(await story.stack.exported())).to.deep.equal([]);
        }
      },
    ));

  it("while it updates thirty is healed by the next, and destroy restores what stood before the first", () =>
    inTwoStacks(
      [
        [
          { kill: "provider", moment: "before the first request" },
          { kill: "engine", moment: { hanging: 15 } },
          { kill: "Ctrl-C", moment: { unanswered: 9 } },
          { kill: "everything", moment: { answered: 30 } },
        ],
        [
          { kill: "engine", moment: { arriving: 6 } },
          { kill: "Ctrl-C twice", moment: { hanging: 25 } },
          { kill: "everything", moment: { unanswered: 18 } },
          { kill: "provider", moment: { hanging: 3 } },
        ],
      ],
      async (interruptions) => {
        const before = Object.fromEntries(managed.slice(0, 15).map((pair, i) => [ownLimit(pair), 100 + i]));
        const story = await begin({ portal: { limits: standing(before) }, quota });
        const declared = (max: number): Declared => declare(managed.map((pair) => [plainName(pair), pair, max]));
        await story.program(program(declared(5), "restore"));
        await ok(story.up());
        for (const [i, interruption] of interruptions.entries())
          await heal(story, declared(6 + i), "restore", {}, interruption);
        await ok(story.destroy());
        expect(story.limits()).to.deep.equal(before);
      },
    ));

  it("while it changes, renames, creates and deletes is healed by the next, and touches nothing else", () =>
    inTwoStacks(
      [
        [
          { kill: "everything", moment: { arriving: 10 } },
          { kill: "engine", moment: { unanswered: 22 } },
          { kill: "provider", moment: { unanswered: 13 } },
          { kill: "Ctrl-C twice", moment: { hanging: 24 } },
        ],
        [
          { kill: "Ctrl-C", moment: { arriving: 18 } },
          { kill: "everything", moment: { unanswered: 24 } },
          { kill: "engine", moment: { hanging: 5 } },
          { kill: "provider", moment: { hanging: 21 } },
        ],
      ],
      async (interruptions) => {
        const elsewhere = Object.fromEntries(foreign.map((pair, i) => [ownLimit(pair), 200 + i]));
        const story = await begin({ portal: { limits: standing(elsewhere) }, quota });
        /** Ten stay, eight change, six are renamed, six go and six come, each time. */
        const declared = (round: number): Declared =>
          declare([
            ...managed.slice(0, 10).map((pair) => [plainName(pair), pair, 5] as const),
            ...managed.slice(10, 18).map((pair) => [plainName(pair), pair, 5 + round] as const),
            ...managed.slice(18, 24).map((pair) => [`${plainName(pair)}-${round}`, pair, 7 + round] as const),
            ...(round % 2 === 0 ? managed.slice(24) : more).map((pair) => [plainName(pair), pair, 6] as const),
          ]);
        await story.program(program(declared(0), "purge"));
        await ok(story.up());
        for (const [i, interruption] of interruptions.entries())
          await heal(story, declared(i + 1), "purge", elsewhere, interruption);
        await ok(story.destroy());
        expect(story.limits()).to.deep.equal(elsewhere);
      },
    ));
});
