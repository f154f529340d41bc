/** The laws of planning, for any limits that may stand and any that may be wanted. */
import { expect } from "chai";
import fc from "fast-check";
import * as O from "fp-ts/Option";
import { findType, hasType, justType, sameType, without } from "../../../provider/associationType";
import type { PairState, Step, Wanted } from "../../../provider/limits/plan";
import { applyStep, plan } from "../../../provider/limits/plan";
import type { AssociationType, Limit } from "../../../provider/model";
import type { Limits } from "../../support/pairs";
import { asText, holdsTheRule, validLimits } from "../../support/pairs";
import { runs } from "../../support/seeds";

/** A label may have the number of the unlabeled type, in another category. */
const unlabeled: AssociationType = { category: "HUBSPOT_DEFINED", typeId: 279 };
const labels: ReadonlyArray<AssociationType> = [
  { category: "USER_DEFINED", typeId: 279 },
  { category: "HUBSPOT_DEFINED", typeId: 1 },
  { category: "USER_DEFINED", typeId: 36 },
];
const all = [unlabeled, ...labels];

interface Case {
  readonly standing: PairState;
  readonly wanted: Wanted;
}

const afterAll = ({ standing, wanted }: Case): Limits => [
  ...without(without(standing.limits, wanted.limits), wanted.dropped),
  ...wanted.limits,
];

/** What stays untouched, what is stated, what is dropped: any of it, in any order. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(
    validLimits({ unlabeled, labels }),
    validLimits({ unlabeled, labels }),
    fc.shuffledSubarray(all),
    fc.shuffledSubarray(all),
  )
  .chain(([limits, target, managed, order]) => {
    const stated = target.filter((limit) => hasType(managed, limit));
    const dropped = without(managed, target);
    return fc
      .tuple(fc.shuffledSubarray(stated, { minLength: stated.length }), fc.constant(order))
      .map(([shuffled]): Case => ({
        standing: { unlabeled: O.some(unlabeled), limits },
        wanted: { limits: shuffled, dropped },
      }));
  })
  .filter((example) => holdsTheRule(unlabeled, afterAll(example)));

const folded = ({ standing }: Case, steps: ReadonlyArray<Step>): PairState => steps.reduce(applyStep, standing);

/** The inputs of a batch, each as a batch of its own. */
const oneByOne = (step: Step): ReadonlyArray<Step> =>
  step._tag === "Purge"
    ? step.types.map((type): Step => ({ _tag: "Purge", types: [type] }))
    : step.limits.map((limit): Step => ({ _tag: "Update", limits: [limit] }));

/** The pair after each input of a batch, taken in this order. */
const inputByInput = (limits: Limits, step: Step): ReadonlyArray<Limits> => {
  let state: PairState = { unlabeled: O.some(unlabeled), limits };
  return oneByOne(step).map((one) => (state = applyStep(state, one)).limits);
};

/** HubSpot's examples disagree on whether a label's limit may equal the pair's: this holds if it may not. */
const isStrict = (limits: Limits): boolean => {
  const most = findType(limits, unlabeled)?.maxToObjectIds ?? Infinity;
  return limits.every((limit) => limit.maxToObjectIds < most || sameType(limit, unlabeled));
};

const permutations = <A>(items: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  items.length <= 1
    ? [items]
    : items.flatMap((first, i) => permutations(items.toSpliced(i, 1)).map((rest) => [first, ...rest]));

const reordered = (step: Step): ReadonlyArray<Step> =>
  step._tag === "Purge"
    ? permutations(step.types).flatMap(([first, ...rest]): ReadonlyArray<Step> =>
        first === undefined ? [] : [{ _tag: "Purge", types: [first, ...rest] }],
      )
    : permutations(step.limits).flatMap(([first, ...rest]): ReadonlyArray<Step> =>
        first === undefined ? [] : [{ _tag: "Update", limits: [first, ...rest] }],
      );

/** What a whole batch may be taken for: its inputs one by one, in whatever order. */
const holdsInAnyOrder = (limits: Limits, step: Step): boolean =>
  reordered(step).every((order) => inputByInput(limits, order).every((each) => holdsTheRule(unlabeled, each)));

const changedBy = ({ standing, wanted }: Case): ReadonlyArray<Limit> =>
  wanted.limits.filter((limit) => !asText(standing.limits).includes(asText([limit])[0] ?? ""));

describe("the plan of a pair", () => {
  const holds = (law: (example: Case, steps: ReadonlyArray<Step>) => void): void =>
    fc.assert(
      fc.property(cases, (example) => law(example, plan(example.standing, example.wanted, example.standing.limits))),
      { numRuns: runs(1500) },
    );

  it("reaches what is wanted and leaves everything else", () => {
    holds((example, steps) => {
      expect(asText(folded(example, steps).limits)).to.deep.equal(asText(afterAll(example)));
    });
  });

  it("never has a label above the pair as a whole, whatever HubSpot makes of the order within a batch", () => {
    holds(({ standing }, steps) => {
      let { limits } = standing;
      for (const step of steps) {
        expect(holdsInAnyOrder(limits, step), JSON.stringify(step)).to.equal(true);
        limits = applyStep({ ...standing, limits }, step).limits;
        expect(holdsTheRule(unlabeled, limits)).to.equal(true);
      }
    });
  });

  it("needs no equal limits on the way where there are none in the end, if inputs are taken in their order", () => {
    holds((example, steps) => {
      let { limits } = example.standing;
      fc.pre(isStrict(limits) && isStrict(afterAll(example)));
      for (const each of steps.flatMap((step) => oneByOne(step))) {
        limits = applyStep({ ...example.standing, limits }, each).limits;
        expect(isStrict(limits), JSON.stringify(each)).to.equal(true);
      }
    });
  });

  it("has no update left once it is carried out", () => {
    holds((example, steps) => {
      const after = folded(example, steps);
      expect(plan(after, { ...example.wanted, dropped: [] }, after.limits)).to.deep.equal([]);
    });
  });

  it("states every limit of which only a read says that it stands, and purges what does not show", () => {
    holds(({ standing, wanted }) => {
      const steps = plan(standing, wanted, []);
      const set = steps.flatMap((step) => (step._tag === "Update" ? step.limits : []));
      expect(asText(set)).to.deep.equal(asText(wanted.limits));
      expect(steps.flatMap((step) => (step._tag === "Purge" ? step.types : []))).to.have.deep.members([
        ...wanted.dropped.map(justType),
      ]);
      expect(steps.length).to.be.at.most(3);
    });
  });

  it("is a purge of what is dropped, then one update, or two where one would depend on the order of its inputs", () => {
    holds((example, steps) => {
      const { standing, wanted } = example;
      const purged = wanted.dropped;
      const [first, ...rest] = changedBy(example);
      const afterPurge = without(standing.limits, purged);
      const updates =
        first === undefined ? 0 : holdsInAnyOrder(afterPurge, { _tag: "Update", limits: [first, ...rest] }) ? 1 : 2;
      expect(steps.map(({ _tag }) => _tag)).to.deep.equal([
        ...(purged.length > 0 ? ["Purge"] : []),
        ...Array.from({ length: updates }, () => "Update"),
      ]);
    });
  });

  it("names no type twice and nothing that is as it should be", () => {
    holds((example, steps) => {
      const purged = steps.flatMap((step) => (step._tag === "Purge" ? step.types : []));
      const set = steps.flatMap((step) => (step._tag === "Update" ? step.limits : []));
      const standing = asText(example.standing.limits);
      expect(asText(set)).to.deep.equal(asText(changedBy(example)));
      expect(asText(set).filter((limit) => standing.includes(limit))).to.deep.equal([]);
      expect(purged).to.have.deep.members([...example.wanted.dropped.map(justType)]);
    });
  });

  it("of a pair whose unlabeled type is not known is one update", () => {
    holds(({ standing, wanted }) => {
      const steps = plan({ ...standing, unlabeled: O.none }, wanted, standing.limits);
      expect(steps.filter(({ _tag }) => _tag === "Update").length).to.be.at.most(1);
    });
  });
});
