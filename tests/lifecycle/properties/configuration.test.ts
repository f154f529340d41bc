/** Laws of a configuration's life, whichever way HubSpot answers. */
import { expect } from "chai";
import fc from "fast-check";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import { hasType, sameType, without } from "../../../provider/associationType";
import type { Diff, Properties, Saved } from "../../../provider/lifecycle/resource";
import type { LimitInput } from "../../../provider/model";
import type { SwitchesInput } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import type { Process } from "../../support/provider/process";
import { asJson, newProcess } from "../../support/provider/process";
import { runs } from "../../support/seeds";
import type { Limits } from "../../support/pairs";
import { asText, holdsTheRule, validLimits } from "../../support/pairs";
import type { Declaration, PairOfPortal, Program } from "../support/portal";
import { declarations, isCustomPair, pairs, portal, programs, sandboxName, switches } from "../support/portal";

const sandbox = createSandbox({ portals: [portal], quota: { max: 1_000_000 } });

/** Puts a portal in place on which these limits stand. */
const begin = ({ pair }: PairOfPortal, found: Limits, chosen: SwitchesInput): void => {
  sandbox.reset();
  sandbox.setState({
    portals: [
      {
        ...portal,
        limits: found.map((limit) => ({ from: sandboxName(pair.from), to: sandboxName(pair.to), ...limit })),
      },
    ],
    switches: chosen,
  });
};

const standing = (): Limits =>
  (sandbox.state().portals[0]?.limits ?? []).map(({ category, typeId, maxToObjectIds }) => ({
    category,
    typeId,
    maxToObjectIds,
  }));

const right = async <L, A>(task: TaskEither<L, A>): Promise<A> => {
  const result = await task();
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

const checked = async (process = newProcess(sandbox), olds: Properties, program: Program): Promise<Properties> => {
  const { inputs, failures } = await process.resource.check(olds, { ...program })();
  expect(failures).to.deep.equal([]);
  return asJson(inputs);
};

const differs = ({ resource }: Process, { id, outputs }: Saved, inputs: Properties): Diff => {
  const result = resource.diff(id, outputs, inputs);
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

/** What `pulumi up` does with a resource: it checks it, and creates or updates it, in one process; an id stays. */
const up = async (
  old: Saved | undefined,
  oldInputs: Properties,
  program: Program,
): Promise<Saved & { inputs: Properties }> => {
  const process = newProcess(sandbox);
  const inputs = await checked(process, oldInputs, program);
  const saved =
    old === undefined
      ? await right(process.resource.create(inputs))
      : differs(process, old, inputs).changes
        ? await right(process.resource.update(old.id, old.outputs, inputs))
        : old;
  return asJson({ id: old?.id ?? saved.id, outputs: saved.outputs, inputs });
};

const destroy = ({ id, outputs }: Saved): Promise<void> => right(newProcess(sandbox).resource.delete(id, outputs));

const refreshed = async ({ id, outputs }: Saved): Promise<unknown> =>
  asJson(O.toUndefined(await right(newProcess(sandbox).resource.read(id, outputs))));

const authoritativeOrOverlaid = (found: Limits, { limits, authoritative }: Declaration): Limits =>
  authoritative ? limits : [...without(found, limits), ...limits];

interface Case {
  readonly of: PairOfPortal;
  readonly found: Limits;
  readonly chosen: SwitchesInput;
  readonly onDelete: "restore" | "purge";
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom(...pairs), switches, fc.constantFrom("restore", "purge"))
  .chain(([of, chosen, onDelete]) =>
    validLimits(of).map((found) => ({
      of,
      found,
      chosen,
      onDelete,
    })),
  );

describe("a configuration", () => {
  const single = cases.chain((example) =>
    declarations(example.of)
      .filter((declared) => holdsTheRule(example.of.unlabeled, authoritativeOrOverlaid(example.found, declared)))
      .chain((declared) => {
        const wording = programs(example.of, declared.limits, { ...declared, onDelete: example.onDelete });
        return fc.tuple(wording, wording).map(([program, again]) => ({ ...example, declared, program, again }));
      }),
  );

  it("puts on the portal what it says, and nothing else where it is authoritative", async () => {
    await fc.assert(
      fc.asyncProperty(single, async ({ of, found, chosen, declared, program }) => {
        begin(of, found, chosen);
        await up(undefined, {}, program);
        expect(asText(standing())).to.deep.equal(asText(authoritativeOrOverlaid(found, declared)));
      }),
      { numRuns: runs(120) },
    );
  });

  /** Whether only the portal tells that one wording names the type of another, so that an update has to ask. */
  const isUnlabeledOnlyIn = (of: PairOfPortal, program: Program, again: Program): boolean =>
    isCustomPair(of) && again.limits.some(isUnlabeled) && !program.limits.some(isUnlabeled);

  /** Another spelling is what the state has to learn. */
  const isRespelled = (before: Properties, now: Properties): boolean =>
    before["fromObjectType"] !== now["fromObjectType"] || before["toObjectType"] !== now["toObjectType"];

  const isUnlabeled = (limit: LimitInput): boolean => "unlabeled" in limit;

  it("has no difference to itself, however it is written, and checks to the same", async () => {
    await fc.assert(
      fc.asyncProperty(single, async ({ of, found, chosen, program, again }) => {
        begin(of, found, chosen);
        const saved = await up(undefined, {}, program);
        for (const other of [program, again]) {
          const process = newProcess(sandbox);
          const inputs = await checked(process, saved.inputs, other);
          expect(process.resource.diff(saved.id, saved.outputs, inputs)).to.deep.equal(
            E.right({
              changes: isUnlabeledOnlyIn(of, program, other) || isRespelled(saved.inputs, inputs),
              replaces: [],
            }),
          );
          expect(await checked(undefined, saved.inputs, inputs as unknown as Program)).to.deep.equal(inputs);
        }
      }),
      { numRuns: runs(80) },
    );
  });

  it("written in other words writes nothing, and is the same from then on", async () => {
    await fc.assert(
      fc.asyncProperty(single, async ({ of, found, chosen, program, again }) => {
        begin(of, found, chosen);
        const saved = await up(undefined, {}, program);
        const onPortal = standing();
        const since = sandbox.requests().length;
        const reworded = await up(saved, saved.inputs, again);
        const { id, outputs } = await up(reworded, reworded.inputs, again);
        expect({ id, outputs }).to.deep.equal({ id: saved.id, outputs: reworded.outputs });
        expect(sandbox.requests(since).filter(({ method }) => method !== "GET")).to.deep.equal([]);
        expect(standing()).to.deep.equal(onPortal);
      }),
      { numRuns: runs(80) },
    );
  });

  it("is read back as it was made", async () => {
    await fc.assert(
      fc.asyncProperty(single, async ({ of, found, chosen, program }) => {
        begin(of, found, chosen);
        const { id, outputs, inputs } = await up(undefined, {}, program);
        expect(await refreshed({ id, outputs })).to.deep.equal({ id, outputs, inputs });
      }),
      { numRuns: runs(120) },
    );
  });

  /** An object limit that is dropped goes back to what it was: what is still declared must be within that. */
  const afterChange = ({ found, onDelete, of }: Case, first: Declaration, second: Declaration): Limits => {
    const between = authoritativeOrOverlaid(found, first);
    const back = onDelete === "restore" ? found.filter((limit) => sameType(limit, of.unlabeled)) : [];
    const dropped = without(first.limits, second.limits);
    return authoritativeOrOverlaid(
      [...without(between, dropped), ...back.filter((limit) => hasType(dropped, limit))],
      second,
    );
  };

  const changing = cases
    .chain((example) =>
      fc.tuple(declarations(example.of), declarations(example.of)).chain(([first, second]) => {
        const wording = (declared: Declaration): fc.Arbitrary<Program> =>
          programs(example.of, declared.limits, { ...declared, onDelete: example.onDelete });
        return fc.tuple(wording(first), wording(second)).map(([a, b]) => ({ ...example, first, second, a, b }));
      }),
    )
    .filter(
      (example) =>
        holdsTheRule(example.of.unlabeled, authoritativeOrOverlaid(example.found, example.first)) &&
        holdsTheRule(example.of.unlabeled, afterChange(example, example.first, example.second)),
    );

  it("that changed on the way leaves the portal as it was found, or without what it managed", async () => {
    await fc.assert(
      fc.asyncProperty(changing, async ({ of, found, chosen, onDelete, first, second, a, b }) => {
        begin(of, found, chosen);
        const made = await up(undefined, {}, a);
        const changed = await up(made, made.inputs, b);
        const onPortal = standing();
        expect(asText(onPortal.filter((limit) => without([limit], second.limits).length === 0))).to.deep.equal(
          asText(second.limits),
        );
        if (second.authoritative) expect(asText(onPortal)).to.deep.equal(asText(second.limits));
        await destroy(changed);
        const managed = [...first.limits, ...second.limits];
        const left =
          onDelete === "restore" ? found : first.authoritative || second.authoritative ? [] : without(found, managed);
        expect(asText(standing())).to.deep.equal(asText(left));
      }),
      { numRuns: runs(250) },
    );
  });
});
