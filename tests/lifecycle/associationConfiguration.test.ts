import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import { renderFailure } from "../../provider/failure";
import type { Interrupted, Properties, Saved } from "../../provider/lifecycle/resource";
import type { DirectSandbox, StandingLimit, SwitchesInput } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import { checked } from "../support/inputs";
import { atHome, asJson, newProcess } from "../support/provider/process";

const pair = { from: "contacts", to: "companies" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const primary = { category: "HUBSPOT_DEFINED", typeId: 1 };
const label = { category: "USER_DEFINED", typeId: 36 };
type Type = typeof own;
const stands = (type: Type, maxToObjectIds: number): StandingLimit => ({ ...pair, ...type, maxToObjectIds });
const limit = (type: Type, maxToObjectIds: number) => ({ ...type, maxToObjectIds });

describe("the life of an AssociationConfiguration", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [{ portalId: 111 }], quota: { max: 1_000_000 } });
  });

  const found = (limits: ReadonlyArray<StandingLimit>, switches: SwitchesInput = {}): void => {
    sandbox.reset();
    sandbox.setState({
      portals: [
        {
          portalId: 111,
          objectTypes: [{ objectTypeId: "2-123", name: "car" }],
          labels: [{ ...pair, typeId: 36, inverseTypeId: 37, label: "Decision maker" }],
          limits,
        },
      ],
      switches,
    });
  };
  const standing = (): ReadonlyArray<string> =>
    (sandbox.state().portals[0]?.limits ?? [])
      .map(({ typeId, maxToObjectIds }) => `${typeId} = ${maxToObjectIds}`)
      .sort();
  const asked = (): ReadonlyArray<string> =>
    sandbox
      .requests()
      .map(({ method, path }) => `${method} ${path.replace(/^.*\/(definitions\/configurations|v3)\//, "")}`);

  const right = async <L, A>(task: TaskEither<L, A>): Promise<A> => {
    const result = await task();
    if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
    return result.right === undefined ? result.right : asJson(result.right);
  };
  const left = async <L, A>(task: TaskEither<L, A>): Promise<L> => {
    const result = await task();
    if (E.isRight(result)) throw new Error(`went through: ${JSON.stringify(result.right)}`);
    return result.left;
  };
  const created = (limits: unknown, more?: Properties): Promise<Saved> =>
    right(newProcess(sandbox).resource.create(checked(limits, more)));

  /** What the user reads, without what is different each time, and what the state keeps. */
  const interrupted = ({ failure, kept }: Interrupted) => ({
    reasons: renderFailure(failure).map((text) => text.replace(/; correlationId [-0-9a-f]+/g, "")),
    kept: O.toUndefined(kept),
  });

  describe("a write whose answer was lost", () => {
    it("is read back where a retry was refused: it had taken effect", async () => {
      found([]);
      sandbox.faults([
        { match: { method: "POST" }, fault: "applied-then-reset" },
        { match: { method: "POST" }, fault: { status: 400, body: { message: "no" } } },
      ]);
      const saved = await created([limit(own, 5)]);
      expect(saved.outputs["results"]).to.deep.equal([{ ...own, userEnforcedMaxToObjectIds: 5 }]);
      expect(asked().slice(2)).to.deep.equal([
        "POST contacts/companies/batch/update",
        "POST contacts/companies/batch/update",
        "GET contacts/companies",
      ]);
    });

    it("is read back where a retry was refused: it had not, which nobody knows, and the next up does it", async () => {
      found([stands(own, 9)]);
      sandbox.faults([
        { match: { method: "POST" }, fault: "reset" },
        { match: { method: "POST" }, fault: { status: 400, body: { message: "no" } } },
      ]);
      const failure = interrupted(await left(newProcess(sandbox).resource.create(checked([limit(own, 5)]))));
      expect(failure.reasons.length).to.equal(1);
      expect(failure.reasons[0]).to.match(/279 to 5 is not certain; .*HubSpot says: no/);
      expect(asked().slice(-1)).to.deep.equal(["GET contacts/companies"]);
      expect(standing()).to.deep.equal(["279 = 9"]);
      const outputs = failure.kept?.outputs ?? {};
      expect([outputs["results"], outputs["previous"]]).to.deep.equal([
        [{ ...own, userEnforcedMaxToObjectIds: 9 }],
        [limit(own, 9)],
      ]);
      await right(newProcess(sandbox).resource.update("contacts/companies", outputs, checked([limit(own, 5)])));
      expect(standing()).to.deep.equal(["279 = 5"]);
    });

    it("is kept as asked where it cannot be read back, and the next up heals it", async () => {
      found([]);
      sandbox.faults([
        { match: { method: "POST" }, times: 9, fault: "applied-then-reset" },
        { match: { path: "contacts/companies$" }, times: 9, fault: { status: 400 } },
      ]);
      const { kept } = interrupted(await left(newProcess(sandbox).resource.create(checked([limit(own, 5)]))));
      sandbox.faults([]);
      expect([kept?.outputs["limits"], kept?.outputs["resolved"]]).to.deep.equal([[limit(own, 5)], [own]]);
      const { resource } = newProcess(sandbox);
      const healed = await right(
        resource.update("contacts/companies", asJson(kept?.outputs ?? {}), checked([limit(own, 5)])),
      );
      expect(healed.outputs["results"]).to.deep.equal([{ ...own, userEnforcedMaxToObjectIds: 5 }]);
    });
  });

  describe("a change of which only a part was applied", () => {
    it("keeps what is true, so that the next up does the rest", async () => {
      found([stands(primary, 4), stands(label, 3)]);
      const saved = await created([limit(own, 10), limit(primary, 2)], { onDelete: "purge" });
      sandbox.faults([{ match: { path: "batch/update" }, fault: { status: 400, body: { message: "not now" } } }]);
      const wanted = checked([limit(own, 5)], { onDelete: "purge" });
      const first = newProcess(sandbox);
      const { kept, reasons } = interrupted(await left(first.resource.update(saved.id, saved.outputs, wanted)));
      expect(reasons.length).to.equal(1);
      expect(reasons[0]).to.contain("contacts/companies: HUBSPOT_DEFINED 279 to 5 was not applied");
      expect(standing()).to.deep.equal(["279 = 10", "36 = 3"]);
      const outputs = asJson(kept?.outputs ?? {});
      expect([outputs["limits"], outputs["resolved"], outputs["results"]]).to.deep.equal([
        [limit(own, 10)],
        [own],
        [{ ...own, userEnforcedMaxToObjectIds: 10 }],
      ]);
      const second = newProcess(sandbox);
      expect(second.resource.diff(saved.id, outputs, wanted)).to.deep.equal(E.right({ changes: true, replaces: [] }));
      await right(second.resource.update(saved.id, outputs, wanted));
      expect(standing()).to.deep.equal(["279 = 5", "36 = 3"]);
    });

    it("is refused as a whole where a batch is, and applied in part where HubSpot does so", async () => {
      for (const [mixedBatch, after, kept] of [
        ["rejectAll", [], undefined],
        ["applyValid", ["279 = 5"], [limit(own, 5)]],
      ] as const) {
        found([], { mixedBatch });
        const wanted = checked([limit(own, 5), { category: "USER_DEFINED", typeId: 99, maxToObjectIds: 1 }]);
        const failure = interrupted(await left(newProcess(sandbox).resource.create(wanted)));
        expect(standing()).to.deep.equal(after);
        expect(failure.kept?.outputs["limits"]).to.deep.equal(kept);
        expect(failure.reasons.join()).to.contain("2-99 is not a valid association type between CONTACT and COMPANY");
      }
    });
  });

  it("that may overwrite nothing is refused at the create too, not just when it was previewed", async () => {
    found([stands(own, 9), stands(label, 3)]);
    const make = (more: Properties) =>
      newProcess(sandbox).resource.create(checked([limit(own, 5)], { onCreate: "fail", ...more }));
    expect((await left(make({}))).failure).to.deep.equal({
      _tag: "AlreadyThere",
      pair,
      standing: [{ type: own, from: 9, to: 5 }],
    });
    expect((await left(make({ authoritative: true }))).failure).to.deep.equal({
      _tag: "AlreadyThere",
      pair,
      standing: [
        { type: own, from: 9, to: 5 },
        { type: label, label: "Decision maker", from: 3 },
      ],
    });
    await right(make({ limits: [limit(own, 9)] }));
    expect(standing()).to.deep.equal(["279 = 9", "36 = 3"]);
  });

  it("that takes over what another has just let go sets it again, though reads lag behind", async () => {
    found([]);
    const first = await created([limit(own, 5), limit(label, 1)]);
    const second = await created([limit(primary, 1)]);
    found([stands(own, 5), stands(label, 1), stands(primary, 1)], { readsBehind: 1 });
    const { resource } = newProcess(sandbox);
    await right(resource.update(first.id, first.outputs, checked([limit(label, 1)])));
    const next = checked([limit(primary, 1), limit(own, 5)]);
    await resource.check(checked([limit(primary, 1)]), next)();
    await right(resource.update(second.id, second.outputs, next));
    expect(standing()).to.deep.equal(["1 = 1", "279 = 5", "36 = 1"]);
  });

  it("whose dropped type HubSpot does not let go still looks after it", async () => {
    found([]);
    const saved = await created([limit(own, 5), limit(label, 2)]);
    sandbox.faults([{ match: { path: "batch/purge" }, fault: { status: 400, body: { message: "not now" } } }]);
    const refused = interrupted(
      await left(newProcess(sandbox).resource.update(saved.id, saved.outputs, checked([limit(own, 5)]))),
    );
    expect(refused.kept).to.equal(undefined);
    // Where a part of the change went through, the state keeps the rest under its own id.
    sandbox.faults([
      {
        match: { path: "batch/purge" },
        fault: {
          status: 207,
          body: {
            status: "COMPLETE",
            results: [{ ...label, userEnforcedMaxToObjectIds: 2 }],
            startedAt: "2025-01-01T00:00:00Z",
            completedAt: "2025-01-01T00:00:00Z",
          },
        },
      },
    ]);
    const partly = interrupted(
      await left(newProcess(sandbox).resource.update(saved.id, saved.outputs, checked([limit(own, 5)]))),
    );
    expect(partly.kept?.outputs["limits"]).to.deep.equal([limit(own, 5), limit(label, 2)]);
    await right(
      newProcess(sandbox).resource.update(saved.id, asJson(partly.kept?.outputs ?? {}), checked([limit(own, 5)])),
    );
    expect(standing()).to.deep.equal(["279 = 5"]);
  });

  describe("an undeclared limit of the pair", () => {
    it("that stands in the way is named", async () => {
      for (const labelAboveObjectLimit of ["batchError", "badRequest"] as const) {
        found([stands(own, 2)], { labelAboveObjectLimit });
        const { reasons, kept } = interrupted(
          await left(newProcess(sandbox).resource.create(checked([limit(label, 3)]))),
        );
        expect([reasons.length, kept]).to.deep.equal([1, undefined]);
        expect(reasons[0]).to.contain("the pair as a whole is limited to 2 (HUBSPOT_DEFINED 279)");
      }
    });
  });

  describe("a delete", () => {
    it("of a type that the portal no longer has is done", async () => {
      found([]);
      const saved = await created([limit(own, 5), limit(label, 1)]);
      sandbox.setState({ portals: [{ portalId: 111, limits: [stands(own, 5)] }] });
      await right(newProcess(sandbox).resource.delete(saved.id, saved.outputs));
      expect(standing()).to.deep.equal([]);
    });

    it("of an object type that the portal no longer has is done, also where something stood before", async () => {
      found([]);
      sandbox.setState({
        portals: [
          {
            portalId: 111,
            objectTypes: [{ objectTypeId: "2-123", name: "car" }],
            labels: [{ from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: "Driver" }],
            limits: [{ from: "contacts", to: "car", category: "USER_DEFINED", typeId: 50, maxToObjectIds: 9 }],
          },
        ],
      });
      const saved = await created([{ category: "USER_DEFINED", typeId: 50, maxToObjectIds: 1 }], {
        toObjectType: "2-123",
      });
      expect(saved.outputs["previous"]).to.deep.equal([{ category: "USER_DEFINED", typeId: 50, maxToObjectIds: 9 }]);
      sandbox.setState({ portals: [{ portalId: 111 }] });
      await right(newProcess(sandbox).resource.delete(saved.id, saved.outputs));
    });

    it("purges a label whose earlier value the pair's own limit does not allow any more, of a custom object too", async () => {
      const driver = { from: "contacts", to: "car", category: "USER_DEFINED", typeId: 52 };
      const whole = { ...driver, typeId: 50, maxToObjectIds: 3 };
      const stand = (limits: ReadonlyArray<StandingLimit>): void =>
        sandbox.setState({
          portals: [
            {
              portalId: 111,
              objectTypes: [{ objectTypeId: "2-123", name: "car" }],
              labels: [
                { from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: null },
                { from: "contacts", to: "car", typeId: 52, inverseTypeId: 53, label: "Driver" },
              ],
              limits,
            },
          ],
        });
      found([]);
      stand([{ ...driver, maxToObjectIds: 6 }]);
      const saved = await created([{ category: "USER_DEFINED", typeId: 52, maxToObjectIds: 1 }], {
        toObjectType: "car",
      });
      stand([{ ...driver, maxToObjectIds: 1 }, whole]);
      await right(newProcess(sandbox).resource.delete(saved.id, saved.outputs));
      expect(standing()).to.deep.equal(["50 = 3"]);
    });

    it("leaves alone what another resource of the run declares, and asks nothing for it", async () => {
      found([stands(own, 50)]);
      const saved = await created([limit(own, 5), limit(label, 1)]);
      const { resource } = newProcess(sandbox);
      await resource.check({}, checked([{ unlabeled: true, maxToObjectIds: 5 }]))();
      await right(resource.delete(saved.id, saved.outputs));
      expect(standing()).to.deep.equal(["279 = 5"]);
    });

    it("that HubSpot refuses is a failure, and the state stays", async () => {
      found([]);
      const saved = await created([limit(own, 5)]);
      sandbox.faults([{ match: { method: "POST" }, fault: { status: 400, body: { message: "not now" } } }]);
      const failure = await left(newProcess(sandbox).resource.delete(saved.id, saved.outputs));
      expect(renderFailure(failure).join()).to.contain("HubSpot says: not now");
      expect(standing()).to.deep.equal(["279 = 5"]);
    });
  });

  it("in another portal than its state's reads nothing and writes nothing", async () => {
    found([]);
    const saved = await created([limit(own, 5)]);
    const elsewhere = { ...saved.outputs, portalId: 222 };
    for (const run of [
      (resource: ReturnType<typeof newProcess>["resource"]) => left(resource.read(saved.id, elsewhere)),
      (resource: ReturnType<typeof newProcess>["resource"]) => left(resource.delete(saved.id, elsewhere)),
      async (resource: ReturnType<typeof newProcess>["resource"]) =>
        (await left(resource.update(saved.id, elsewhere, checked([limit(own, 6)])))).failure,
    ]) {
      const before = sandbox.requests().length;
      expect(await run(newProcess(sandbox).resource)).to.deep.equal({
        _tag: "WrongPortal",
        origin: { source: { _tag: "StackConfiguration" }, setting: "accessToken" },
        actual: 111,
        expected: 222,
        expectedBy: "state",
      });
      expect(asked().slice(before)).to.deep.equal(["GET details"]);
    }
    expect(standing()).to.deep.equal(["279 = 5"]);
  });

  describe("a read", () => {
    it("shows drift under the program's own selectors and order, and nothing else", async () => {
      found([stands(primary, 1)]);
      const limits = [limit(label, 1), { unlabeled: true, maxToObjectIds: 5 }, limit(primary, 2)];
      const saved = await created(limits);
      sandbox.setState({
        portals: [{ ...sandbox.state().portals[0], portalId: 111, limits: [stands(own, 7), stands(primary, 2)] }],
      });
      const read = O.toUndefined(await right(newProcess(sandbox).resource.read(saved.id, saved.outputs)));
      const drifted = [{ unlabeled: true, maxToObjectIds: 7 }, limit(primary, 2)];
      expect(read).to.deep.equal({
        id: saved.id,
        inputs: atHome(newProcess(sandbox), checked(drifted)),
        outputs: {
          ...saved.outputs,
          limits: drifted,
          resolved: [own, primary],
          results: [
            { ...own, userEnforcedMaxToObjectIds: 7 },
            { ...primary, label: "Primary", userEnforcedMaxToObjectIds: 2 },
          ],
        },
      });
    });

    it("finds nothing where nothing of it stands, unless it is authoritative", async () => {
      found([]);
      const saved = await created([limit(own, 5)]);
      found([stands(label, 1)]);
      expect(await right(newProcess(sandbox).resource.read(saved.id, saved.outputs))).to.deep.equal(O.none);
      const speaking = { ...saved.outputs, authoritative: true };
      const read = O.toUndefined(await right(newProcess(sandbox).resource.read(saved.id, speaking)));
      expect([read?.outputs["limits"], read?.outputs["others"]]).to.deep.equal([
        [],
        [{ ...label, label: "Decision maker", userEnforcedMaxToObjectIds: 1 }],
      ]);
      expect(
        newProcess(sandbox).resource.diff(saved.id, read?.outputs ?? {}, checked([], { authoritative: true })),
      ).to.deep.equal(E.right({ changes: true, replaces: [] }));
    });

    it("of a state that an older release wrote needs its inputs alone", async () => {
      found([stands(own, 5)]);
      const read = await right(newProcess(sandbox).resource.read("contacts/companies", checked([limit(own, 5)])));
      expect(O.toUndefined(read)?.inputs).to.deep.equal(atHome(newProcess(sandbox), checked([limit(own, 5)])));
    });

    it("by its id alone gives all that the pair has, whatever spells the id", async () => {
      found([stands(own, 5), stands(label, 1)]);
      const read = O.toUndefined(await right(newProcess(sandbox).resource.read("0-1/Company", {})));
      expect([read?.id, read?.inputs]).to.deep.equal(["contacts/companies", checked([limit(own, 5), limit(label, 1)])]);
    });

    it("by the id of a pair without limits, or by no id at all, is a failure", async () => {
      found([]);
      const { resource } = newProcess(sandbox);
      expect((await left(resource.read("contacts/companies", {})))._tag).to.equal("NotThere");
      for (const id of ["contacts", "contacts/companies/279", "contcats/companies", "", "/"]) {
        expect((await left(resource.read(id, {})))._tag, id).to.equal("InvalidInputs");
      }
    });
  });
});
