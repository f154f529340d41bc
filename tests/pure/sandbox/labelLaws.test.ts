import { expect } from "chai";
import fc from "fast-check";
import type { DirectSandbox } from "../../../sandbox";
import type { Answer } from "./helper";
import { started } from "./helper";
import { create, remove, results } from "./labelHelper";

describe("sandbox: laws of labels", () => {
  const objectType = fc.constantFrom("contacts", "companies", "car", "2-456");
  const created = fc.record({
    from: objectType,
    to: objectType,
    label: fc.constantFrom("A", "B", "C"),
    inverseLabel: fc.option(fc.constantFrom("A", "B", "D"), { nil: undefined }),
  });
  const objectTypes = [
    { objectTypeId: "2-123", name: "car" },
    { objectTypeId: "2-456", name: "boat" },
  ];
  const seed = { from: "contacts", to: "companies", typeId: 7801, label: "Seeded" };
  const typeIdsIn = (sandbox: DirectSandbox): ReadonlyArray<number> =>
    (sandbox.state().portals[0]?.labels ?? []).flatMap(({ typeId, inverseTypeId }) => [
      ...new Set([typeId, inverseTypeId]),
    ]);
  const typeIdOf = (answer: Answer): number => Number(Object(results(answer)[0])["typeId"]);

  it("ids are unique in a portal, every state that comes of it can be put in place, and a delete undoes a create", async () => {
    const sandbox = await started({
      portals: [{ portalId: 77, objectTypes, labels: [seed] }],
      quota: { max: 1_000_000 },
    });
    const start = sandbox.state();
    await fc.assert(
      fc.asyncProperty(fc.array(created, { minLength: 1, maxLength: 6 }), created, async (before, last) => {
        sandbox.setState(start);
        for (const [i, { from, to, ...texts }] of before.entries())
          await create(sandbox, `${from}/${to}`, { name: `label_${i}`, ...texts });
        const ids = typeIdsIn(sandbox);
        expect(new Set(ids).size).to.equal(ids.length);
        const [portal] = sandbox.state().portals;
        const { from, to, ...texts } = last;
        const made = await create(sandbox, `${from}/${to}`, { name: "last", ...texts });
        if (made.status !== 200) {
          expect([made.status, sandbox.state().portals[0]]).to.deep.equal([400, portal]);
          return;
        }
        const state = sandbox.state();
        sandbox.setState(state);
        expect(sandbox.state()).to.deep.equal(state);
        expect(ids).not.to.include(typeIdOf(made));
        expect((await remove(sandbox, `${from}/${to}`, typeIdOf(made))).status).to.equal(204);
        const left = sandbox.state().portals[0]?.labels.filter(({ label }) => label !== null);
        expect(left).to.deep.equal(portal?.labels.filter(({ label }) => label !== null));
      }),
      { numRuns: 30 },
    );
  });
});
