/** What a resource has to remove is removed, whatever a read shows and whatever answer was lost. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { renderFailure } from "../../provider/failure";
import type { Interrupted, Properties, Saved } from "../../provider/lifecycle/resource";
import type { FaultRule, DirectSandbox, SandboxState, SwitchesInput } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import { checked } from "../support/inputs";
import { asJson, newProcess } from "../support/provider/process";

const type = (typeId: number): Properties => ({ category: "HUBSPOT_DEFINED", typeId });
const limit = (typeId: number, maxToObjectIds: number): Properties => ({ ...type(typeId), maxToObjectIds });

const lost = (path: string): FaultRule => ({ match: { method: "POST", path }, times: 6, fault: "reset" });

describe("the removal of a limit that the resource manages", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [{ portalId: 111 }], quota: { max: 1_000_000 } });
  });

  const begin = (limits: ReadonlyArray<readonly [typeId: number, number]> = [], switches: SwitchesInput = {}): void => {
    sandbox.reset();
    sandbox.setState({
      portals: [
        {
          portalId: 111,
          limits: limits.map(([typeId, maxToObjectIds]) => ({
            ...{ from: "contacts", to: "companies", category: "HUBSPOT_DEFINED" },
            ...{ typeId, maxToObjectIds },
          })),
        },
      ],
      switches,
    });
  };
  const standing = (): ReadonlyArray<string> =>
    (sandbox.state().portals[0]?.limits ?? [])
      .map(({ typeId, maxToObjectIds }) => `${typeId}=${maxToObjectIds}`)
      .sort();
  const well = ({ outputs }: Saved): Properties => asJson(outputs);
  const kept = (result: E.Either<Interrupted, Saved>): Properties => {
    if (E.isRight(result)) throw new Error("it went well");
    if (O.isNone(result.left.kept)) throw new Error(renderFailure(result.left.failure).join("\n"));
    return asJson(result.left.kept.value.outputs);
  };
  const done = (result: E.Either<Interrupted, Saved>): Properties => {
    if (E.isLeft(result)) throw new Error(renderFailure(result.left.failure).join("\n"));
    return well(result.right);
  };
  const create = (news: Properties) => newProcess(sandbox).resource.create(news)();
  const update = (olds: Properties, news: Properties) =>
    newProcess(sandbox).resource.update("contacts/companies", olds, news)();
  const destroy = async (olds: Properties): Promise<ReadonlyArray<string>> => {
    const result = await newProcess(sandbox).resource.delete("contacts/companies", olds)();
    return E.isLeft(result) ? renderFailure(result.left) : [];
  };

  describe("whose answer was lost", () => {
    for (const authoritative of [true, false]) {
      it(`is sent again by a destroy, authoritative: ${authoritative}`, async () => {
        begin();
        const first = done(await create(checked([limit(279, 5), limit(1, 2)], { authoritative })));
        sandbox.faults([lost("batch/purge")]);
        const second = kept(await update(first, checked([limit(279, 5)], { authoritative })));
        sandbox.faults([]);
        expect(standing()).to.deep.equal(["1=2", "279=5"]);
        expect(await destroy(second)).to.deep.equal([]);
        expect(standing()).to.deep.equal([]);
      });

      it(`is sent again by the next up, which does not take the number that it had set for one that stood before, authoritative: ${authoritative}`, async () => {
        begin();
        const program = checked([limit(279, 5)], { authoritative });
        const first = done(await create(checked([limit(279, 5), limit(1, 2)], { authoritative })));
        sandbox.faults([lost("batch/purge")]);
        const second = kept(await update(first, program));
        sandbox.faults([]);
        const diff = newProcess(sandbox).resource.diff("contacts/companies", second, program);
        expect(E.isRight(diff) && diff.right.changes).to.equal(true);
        const third = done(await update(second, checked([limit(279, 5), limit(1, 3)], { authoritative })));
        expect([standing(), third["previous"]]).to.deep.equal([["1=3", "279=5"], []]);
        const fourth = done(await update(third, program));
        expect([standing(), fourth["others"]]).to.deep.equal([["279=5"], []]);
      });
    }
  });

  describe("while reads still show what stood before", () => {
    /** Reads lag behind the writes of a command, and those of the next one too. */
    const lagging: SwitchesInput = { readsBehind: 20 };
    const program = checked([limit(279, 5), limit(1, 2)]);

    it("is sent by a destroy though the limit does not show yet", async () => {
      begin([], lagging);
      const first = done(await create(program));
      expect(await destroy(first)).to.deep.equal([]);
      expect(standing()).to.deep.equal([]);
    });

    it("puts back what stood before, though a read still shows that", async () => {
      begin([[1, 1]], lagging);
      const first = done(await create(program));
      expect(await destroy(first)).to.deep.equal([]);
      expect(standing()).to.deep.equal(["1=1"]);
    });

    it("is sent by an update that drops the limit, though it does not show yet", async () => {
      begin([], lagging);
      const first = done(await create(program));
      done(await update(first, checked([limit(279, 5)])));
      expect(standing()).to.deep.equal(["279=5"]);
    });

    it("is sent by an update that puts a limit back to a number that still shows", async () => {
      begin([[279, 5]], lagging);
      const first = done(await create(checked([limit(279, 5)])));
      const second = done(await update(first, checked([limit(279, 7)])));
      done(await update(second, checked([limit(279, 5)])));
      expect(standing()).to.deep.equal(["279=5"]);
    });

    for (const authoritative of [true, false]) {
      const all = checked([limit(279, 5), limit(1, 2)], { authoritative });
      const fewer = checked([limit(279, 6)], { authoritative });

      it(`is not taken for done where its answer was lost, authoritative: ${authoritative}`, async () => {
        begin([], lagging);
        const first = done(await create(all));
        sandbox.faults([lost("batch/purge")]);
        const second = kept(await update(first, fewer));
        expect(second["limits"]).to.deep.equal([limit(279, 5), limit(1, 2)]);
        expect(standing()).to.deep.equal(["1=2", "279=5"]);
        sandbox.faults([]);
        done(await update(second, fewer));
        expect(standing()).to.deep.equal(["279=6"]);
      });
    }

    it("is remembered with what stays, where nothing could be read afterwards", async () => {
      begin([], lagging);
      const first = done(await create(program));
      sandbox.faults([
        lost("batch/purge"),
        { match: { method: "GET", path: "/companies" }, times: 99, fault: "reset" },
      ]);
      const second = kept(await update(first, checked([limit(279, 6)])));
      expect(second["limits"]).to.deep.equal([limit(279, 5), limit(1, 2)]);
      sandbox.faults([]);
      expect(await destroy(second)).to.deep.equal([]);
      expect(standing()).to.deep.equal([]);
    });

    for (const [what, before, path] of [
      ["a limit", [], "batch/purge"],
      ["a value", [[1, 1]], "batch/update"],
    ] as const) {
      it(`is not taken for done by a destroy that took ${what} away without an answer`, async () => {
        begin(before, lagging);
        const first = done(await create(checked([limit(1, 2)])));
        sandbox.faults([lost(path)]);
        expect((await destroy(first)).join()).to.contain("is not certain");
        expect(standing()).to.deep.equal(["1=2"]);
        sandbox.faults([]);
        expect(await destroy(first)).to.deep.equal([]);
        expect(standing()).to.deep.equal(before.map(([typeId, value]) => `${typeId}=${value}`));
      });
    }

    it("keeps no create from sending its limits, though a read still shows them", async () => {
      begin([], {});
      const first = done(await create(program));
      const before: SandboxState = sandbox.state();
      sandbox.setState({ ...before, switches: { ...before.switches, ...lagging } });
      expect(await destroy(first)).to.deep.equal([]);
      done(await create(checked([limit(279, 6), limit(1, 2)])));
      expect(standing()).to.deep.equal(["1=2", "279=6"]);
    });
  });

  it("fails the destroy, and is told, where no attempt gets an answer", async () => {
    begin();
    const first = done(await create(checked([limit(279, 5)])));
    sandbox.faults([lost("batch/purge")]);
    expect((await destroy(first)).join()).to.contain("is not certain");
    expect(standing()).to.deep.equal(["279=5"]);
  });
});

describe("a limit of others that stood before a create whose answer was lost", () => {
  it("is remembered by an update that drops it and then ends with the daily quota, and is put back by destroy", async () => {
    const sandbox = createSandbox({
      portals: [
        {
          portalId: 111,
          limits: [{ from: "deals", to: "companies", category: "HUBSPOT_DEFINED", typeId: 5, maxToObjectIds: 2 }],
        },
      ],
    });
    const ofDeals = (limits: ReadonlyArray<Properties>): Properties => checked(limits, { fromObjectType: "deals" });
    const error = (status: number, more: Properties) => ({ status, body: { status: "error", ...more } });
    sandbox.faults([{ match: { path: "/" }, times: 7, after: 2, fault: error(500, { message: "not now" }) }]);
    const first = await newProcess(sandbox).resource.create(ofDeals([limit(5, 1)]))();
    if (E.isRight(first) || O.isNone(first.left.kept)) throw new Error("it was not kept");
    const spent = error(429, { errorType: "RATE_LIMIT", policyName: "DAILY" });
    sandbox.faults([{ match: { path: "/" }, times: 1, after: 3, fault: spent }]);
    const { outputs } = first.left.kept.value;
    const { resource } = newProcess(sandbox);
    const second = await resource.update("deals/companies", asJson(outputs), ofDeals([limit(341, 1)]))();
    if (E.isRight(second) || O.isNone(second.left.kept)) throw new Error("it was not kept");
    sandbox.faults([]);
    // The new limit of the pair as a whole is below the 2, so the 2 had to go first; the state still has it.
    expect(second.left.kept.value.outputs["previous"]).to.deep.equal([limit(5, 2)]);
    const destroyed = await newProcess(sandbox).resource.delete(
      "deals/companies",
      asJson(second.left.kept.value.outputs),
    )();
    expect(E.isRight(destroyed)).to.equal(true);
    const limits = sandbox.state().portals[0]?.limits ?? [];
    expect(limits.map(({ typeId, maxToObjectIds }) => [typeId, maxToObjectIds])).to.deep.equal([[5, 2]]);
  });
});
