import { expect } from "chai";
import fc from "fast-check";
import type { BatchInput, BatchOutcome, PairLimit } from "../../../sandbox/limits";
import { applyBatch } from "../../../sandbox/limits";
import type { SandboxSwitches } from "../../../sandbox/switches";
import { defaultSwitches } from "../../../sandbox/switches";

const types = [
  { category: "HUBSPOT_DEFINED", typeId: 279, label: null },
  { category: "HUBSPOT_DEFINED", typeId: 1, label: "Primary" },
  { category: "USER_DEFINED", typeId: 10, label: "Decision maker" },
];

const unlabeled = (maxToObjectIds: number): PairLimit => ({ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds });
const label = (maxToObjectIds: number): PairLimit => ({ category: "USER_DEFINED", typeId: 10, maxToObjectIds });
const purged = ({ category, typeId }: PairLimit): BatchInput => ({ category, typeId, maxToObjectIds: null });

const run = (
  limits: ReadonlyArray<PairLimit>,
  inputs: ReadonlyArray<BatchInput>,
  switches: Partial<SandboxSwitches> = {},
): BatchOutcome => applyBatch(types, limits, inputs, { ...defaultSwitches, ...switches });

const accepted = (outcome: BatchOutcome): boolean => outcome.refused.length === 0;

describe("sandbox: a label's limit and the object limit", () => {
  it("a label's limit above the object limit is refused, and nothing is applied", () => {
    const input = label(6);
    const outcome = run([unlabeled(5)], [input]);
    const refusal = {
      _tag: "LabelAboveObjectLimit",
      input,
      label: { ...input, label: "Decision maker" },
      objectLimit: 5,
    };
    expect(outcome).to.deep.equal({ limits: [unlabeled(5)], applied: [], refused: [refusal] });
  });

  it("a label's limit stands free where there is no object limit", () => {
    expect(run([], [label(6)])).to.deep.equal({ limits: [label(6)], applied: [label(6)], refused: [] });
  });

  it("an equal limit is allowed, or refused, by the switch", () => {
    expect(accepted(run([unlabeled(5)], [label(5)]))).to.equal(true);
    expect(accepted(run([unlabeled(5)], [label(5)], { labelEqualsObjectLimit: "refused" }))).to.equal(false);
    expect(accepted(run([unlabeled(5)], [label(4)], { labelEqualsObjectLimit: "refused" }))).to.equal(true);
  });

  it("the object limit does not fall below a standing label's limit", () => {
    const input = unlabeled(3);
    const outcome = run([unlabeled(5), label(4)], [input]);
    const refusal = {
      _tag: "LabelAboveObjectLimit",
      input,
      label: { ...label(4), label: "Decision maker" },
      objectLimit: 3,
    };
    expect(outcome).to.deep.equal({ limits: [unlabeled(5), label(4)], applied: [], refused: [refusal] });
  });

  it("a batch is checked after its last input", () => {
    expect(accepted(run([unlabeled(5), label(4)], [label(7), unlabeled(8)]))).to.equal(true);
    expect(accepted(run([unlabeled(5), label(4)], [unlabeled(2), label(1)]))).to.equal(true);
  });

  it("or after each input, by the switch", () => {
    const each = { limitCheck: "eachInput" } as const;
    expect(accepted(run([unlabeled(5), label(4)], [label(7), unlabeled(8)], each))).to.equal(false);
    expect(accepted(run([unlabeled(5), label(4)], [unlabeled(8), label(7)], each))).to.equal(true);
    expect(accepted(run([unlabeled(5), label(4)], [unlabeled(2), label(1)], each))).to.equal(false);
    expect(accepted(run([unlabeled(5), label(4)], [label(1), unlabeled(2)], each))).to.equal(true);
  });

  it("a purge of the object limit frees the labels", () => {
    expect(run([unlabeled(5)], [purged(unlabeled(1))]).limits).to.deep.equal([]);
    expect(accepted(run([unlabeled(5)], [purged(unlabeled(1)), label(9)]))).to.equal(true);
  });
});

describe("sandbox: a batch with valid and invalid inputs", () => {
  const unknown: BatchInput = { category: "USER_DEFINED", typeId: 99, maxToObjectIds: 1 };

  it("is refused as a whole", () => {
    const outcome = run([], [unknown, unlabeled(5)]);
    expect(outcome).to.deep.equal({ limits: [], applied: [], refused: [{ _tag: "NoSuchType", input: unknown }] });
  });

  it("or has its valid inputs applied, by the switch", () => {
    const outcome = run([], [unknown, unlabeled(5)], { mixedBatch: "applyValid" });
    expect(outcome).to.deep.equal({
      limits: [unlabeled(5)],
      applied: [unlabeled(5)],
      refused: [{ _tag: "NoSuchType", input: unknown }],
    });
  });

  it("loses a falling object limit with the label that was to fall before it", () => {
    const inputs = [unlabeled(3), label(6)];
    const outcome = run([unlabeled(5), label(4)], inputs, { mixedBatch: "applyValid" });
    expect(outcome.limits).to.deep.equal([unlabeled(5), label(4)]);
    expect(outcome.refused.map(({ input }) => input)).to.deep.equal([label(6), unlabeled(3)]);
  });
});

describe("sandbox: laws of a batch", () => {
  const amount = fc.integer({ min: 1, max: 6 });
  const type = fc.constantFrom(...types, { category: "USER_DEFINED", typeId: 99, label: null });
  const input = fc
    .record({ type, maxToObjectIds: fc.option(amount, { nil: null }) })
    .map(({ type: { category, typeId }, maxToObjectIds }): BatchInput => ({ category, typeId, maxToObjectIds }));
  const inputs = fc.array(input, { maxLength: 5 });
  const switches = fc.record({
    mixedBatch: fc.constantFrom("rejectAll", "applyValid"),
    labelEqualsObjectLimit: fc.constantFrom("allowed", "refused"),
    limitCheck: fc.constantFrom("wholeBatch", "eachInput"),
  });
  const standing = (batches: ReadonlyArray<ReadonlyArray<BatchInput>>, chosen: Partial<SandboxSwitches>) =>
    batches.reduce<ReadonlyArray<PairLimit>>((limits, batch) => run(limits, batch, chosen).limits, []);

  it("no sequence of batches leaves a label above the object limit", () => {
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 4 }), switches, (batches, chosen) => {
        const limits = standing(batches, chosen);
        const object = limits.find(({ typeId }) => typeId === 279)?.maxToObjectIds ?? Infinity;
        const most = chosen.labelEqualsObjectLimit === "allowed" ? object : object - 1;
        for (const { typeId, maxToObjectIds } of limits) if (typeId !== 279) expect(maxToObjectIds).to.be.at.most(most);
      }),
    );
  });

  it("a batch that is applied twice leaves what it left the first time", () => {
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 3 }), inputs, switches, (batches, batch, chosen) => {
        const once = run(standing(batches, chosen), batch, chosen);
        if (!accepted(once)) return;
        const twice = run(once.limits, batch, { ...chosen, limitCheck: "wholeBatch" });
        expect(new Set(twice.limits.map((limit) => JSON.stringify(limit)))).to.deep.equal(
          new Set(once.limits.map((limit) => JSON.stringify(limit))),
        );
      }),
    );
  });

  it("every input is either applied or refused, and those of a refused batch change nothing", () => {
    fc.assert(
      fc.property(inputs, inputs, switches, (before, batch, chosen) => {
        const limits = standing([before], chosen);
        const { applied, refused, limits: after } = run(limits, batch, chosen);
        if (refused.length === 0) expect(applied).to.deep.equal(batch);
        else if (chosen.mixedBatch === "rejectAll") expect(after).to.deep.equal(limits);
        else expect(applied.length + refused.length).to.equal(batch.length);
      }),
    );
  });
});
