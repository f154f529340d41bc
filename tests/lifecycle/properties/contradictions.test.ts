/** Two resources that mean the same type are seen to do so, however each of them names it and its pair. */
import { expect } from "chai";
import fc from "fast-check";
import type { Properties } from "../../../provider/lifecycle/resource";
import type { DirectSandbox } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import { newProcess } from "../../support/provider/process";
import { runs } from "../../support/seeds";
import { pairs, portal } from "../support/portal";
import type { Writing } from "../support/stack";
import { anyWriting, inputsOf, typesOf } from "../support/stack";

/** What the state has of a resource that is checked: nothing, the same, another number, or other words. */
const histories = ["none", "same", "anotherNumber", "otherWords"] as const;

const examples = fc.constantFrom(...pairs).chain((of) =>
  fc
    .record({
      type: fc.constantFrom(...typesOf(of)),
      history: fc.constantFrom(...histories),
      first: anyWriting,
      before: anyWriting,
      second: anyWriting,
    })
    .map(({ type, history, first, before, second }) => {
      const inputs = (writing: Writing, maxToObjectIds: number): Properties =>
        inputsOf({ of, limits: [{ ...type, maxToObjectIds }], authoritative: false, onDelete: "restore", writing });
      const olds = { none: {}, same: inputs(first, 2), anotherNumber: inputs(first, 7), otherWords: inputs(before, 2) };
      return { olds: olds[history], first: inputs(first, 2), alike: inputs(second, 2), unlike: inputs(second, 3) };
    }),
);

describe("two resources with the same type", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [portal], quota: { max: 1_000_000 } });
  });

  /** What checks of both say, the second one being new. */
  const reasons = async (olds: Properties, first: Properties, second: Properties): Promise<ReadonlyArray<string>> => {
    const { resource } = newProcess(sandbox);
    const before = await resource.check(olds, first)();
    const { failures } = await resource.check({}, second)();
    return [...before.failures, ...failures];
  };

  it("are refused where they give it two numbers, and only there", async () => {
    await fc.assert(
      fc.asyncProperty(examples, async ({ olds, first, alike, unlike }) => {
        expect(await reasons(olds, first, alike)).to.deep.equal([]);
        const [reason, ...others] = await reasons(olds, first, unlike);
        expect(reason).to.match(
          /^limits\[0\]: .* is 3 here and 2 in another resource of this program; declare it once$/,
        );
        expect(others).to.deep.equal([]);
      }),
      { numRuns: runs(200) },
    );
  });
});
