/** Two resources on one directed pair are seen to be so, however each of them names it. */
import { expect } from "chai";
import fc from "fast-check";
import type { Properties } from "../../../provider/lifecycle/resource";
import type { DirectSandbox } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import { newProcess } from "../../support/provider/process";
import { runs } from "../../support/seeds";
import { pairs, portal } from "../support/portal";
import type { Declared, Writing } from "../support/stack";
import { anyWriting, inputsOf, typesOf } from "../support/stack";

/** What the state has of a resource that is checked: nothing, the same, another number, or other words. */
const histories = ["none", "same", "anotherNumber", "otherWords"] as const;

const examples = fc.constantFrom(...pairs).chain((of) =>
  fc
    .record({
      types: fc.tuple(fc.constantFrom(...typesOf(of)), fc.constantFrom(...typesOf(of))),
      history: fc.constantFrom(...histories),
      first: anyWriting,
      before: anyWriting,
      second: anyWriting,
      isWhole: fc.boolean(),
      elsewhere: fc.constantFrom(...pairs.filter((other) => other !== of)),
    })
    .map(({ types: [type, other], history, first, before, second, isWhole, elsewhere }) => {
      const declared = (writing: Writing, maxToObjectIds: number, more: Partial<Declared> = {}): Properties =>
        inputsOf({
          of,
          limits: [{ ...type, maxToObjectIds }],
          authoritative: false,
          onDelete: "restore",
          writing,
          ...more,
        });
      const olds = {
        none: {},
        same: declared(first, 2),
        anotherNumber: declared(first, 7),
        otherWords: declared(before, 2),
      };
      return {
        olds: olds[history],
        first: declared(first, 2),
        again: declared(second, 3, { limits: [{ ...other, maxToObjectIds: 3 }], authoritative: isWhole }),
        elsewhere: inputsOf({ of: elsewhere, limits: [], authoritative: true, onDelete: "restore", writing: second }),
      };
    }),
);

describe("two resources", () => {
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

  it("are refused on one directed pair, and only there", async () => {
    await fc.assert(
      fc.asyncProperty(examples, async ({ olds, first, again, elsewhere }) => {
        expect(await reasons(olds, first, elsewhere)).to.deep.equal([]);
        const [reason, ...others] = await reasons(olds, first, again);
        expect(reason).to.match(
          /^limits: another resource of this program declares \S+ too( \(as \S+\))?; put all its limits into one resource$/,
        );
        expect(others).to.deep.equal([]);
      }),
      { numRuns: runs(200) },
    );
  });
});
