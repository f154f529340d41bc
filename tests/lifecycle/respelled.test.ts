/** A custom object that a program begins to write in another way is the same one: checks see that, too. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import { withoutHome } from "../../provider/lifecycle/home";
import type { Checked, Properties, Saved } from "../../provider/lifecycle/resource";
import type { PortalInput, DirectSandbox } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import type { Process } from "../support/provider/process";
import { asJson, newProcess } from "../support/provider/process";

const portal: PortalInput = {
  portalId: 111,
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [
    { from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: null, inverseLabel: null },
    { from: "contacts", to: "car", typeId: 52, inverseTypeId: 53, label: "Driver", inverseLabel: "Driven by" },
  ],
  limits: [{ from: "contacts", to: "car", category: "USER_DEFINED", typeId: 52, maxToObjectIds: 2 }],
};

const driver = (maxToObjectIds: number): Properties => ({ label: "Driver", maxToObjectIds });
const driverById = (maxToObjectIds: number): Properties => ({ category: "USER_DEFINED", typeId: 52, maxToObjectIds });
const inputs = (toObjectType: string, limit: Properties, more: Properties = {}): Properties => ({
  fromObjectType: "contacts",
  toObjectType,
  limits: [limit],
  authoritative: false,
  onCreate: "adopt",
  onDelete: "restore",
  ...more,
});

const declaredTwice = (here: string, there: string): string =>
  `limits: another resource of this program declares contacts/${here} too${here === there ? "" : ` (as contacts/${there})`}; put all its limits into one resource`;

describe("a custom object in another spelling", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [portal], quota: { max: 1_000_000 } });
  });

  const right = async <L, A>(task: TaskEither<L, A>): Promise<A> => {
    const result = await task();
    if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
    return result.right === undefined ? result.right : asJson(result.right);
  };

  const checkedAll = async (
    all: ReadonlyArray<readonly [olds: Properties, news: Properties]>,
  ): Promise<ReadonlyArray<Checked>> => {
    const { resource } = newProcess(sandbox);
    const results: Checked[] = [];
    for (const [olds, news] of all) {
      const { inputs: checked, failures } = await resource.check(olds, news)();
      results.push({ inputs: withoutHome(checked), failures });
    }
    return results;
  };

  for (const [before, now] of [
    ["2-123", "car"],
    ["car", "2-123"],
    ["2-123", "p111_car"],
  ] as const) {
    it(`has its pair all the same, from ${before} to ${now}`, async () => {
      const respelled = [inputs(before, driver(2)), inputs(now, driver(2))] as const;
      const other = [{}, inputs("2-123", driver(3))] as const;
      expect(await checkedAll([respelled, other])).to.deep.equal([
        { inputs: inputs(now, driver(2)), failures: [] },
        { inputs: inputs("2-123", driver(3)), failures: [declaredTwice("2-123", now)] },
      ]);
      const [, second] = await checkedAll([other, respelled]);
      expect(second).to.deep.equal({ inputs: inputs(now, driver(2)), failures: [declaredTwice(now, "2-123")] });
    });
  }

  it('is no new resource, so that onCreate: "fail" does not hold it back', async () => {
    const fail = { onCreate: "fail" };
    expect(await checkedAll([[inputs("2-123", driver(2), fail), inputs("car", driver(3), fail)]])).to.deep.equal([
      { inputs: inputs("car", driver(3), fail), failures: [] },
    ]);
  });

  describe("in a resource that stays as it is", () => {
    const whole = { unlabeled: true, maxToObjectIds: 5 };
    const both = { ...inputs("2-123", driver(2)), limits: [whole, driver(2)], onDelete: "purge" };
    const standing = (): ReadonlyArray<number> =>
      (sandbox.state().portals[0]?.limits ?? []).map(({ typeId }) => typeId).sort();

    /**
     * What a rename leaves that was killed before its delete: two resources on one pair, and a process of which the
     * second one is checked without a change.
     */
    const made = async (first: Properties): Promise<{ readonly saved: Saved; readonly process: Process }> => {
      sandbox.setState({ portals: [portal] });
      const saved = await right(newProcess(sandbox).resource.create(first));
      await right(newProcess(sandbox).resource.create(inputs("p111_car", driver(2))));
      sandbox.faults([]);
      const process = newProcess(sandbox);
      const unchanged = inputs("p111_car", driver(2));
      expect((await process.resource.check(unchanged, unchanged)()).failures).to.deep.equal([]);
      return { saved, process };
    };

    it("keeps what a delete of another one gives up", async () => {
      const { saved, process } = await made(both);
      await right(process.resource.delete(saved.id, saved.outputs));
      expect(standing()).to.deep.equal([52]);
    });

    it("does not keep another one from its delete where the token may not read schemas", async () => {
      const { saved, process } = await made({ ...both, limits: [whole] });
      const body = { status: "error", category: "MISSING_SCOPES", message: "no" };
      sandbox.faults([{ match: { path: "/crm-object-schemas/" }, times: 9, fault: { status: 403, body } }]);
      await right(process.resource.delete(saved.id, saved.outputs));
      expect(standing()).to.deep.equal([52]);
    });
  });

  it("in a resource that stays as it is is compared with a new one, though nothing of the new one needs a portal", async () => {
    const unchanged = inputs("car", driver(2));
    const [, second] = await checkedAll([
      [unchanged, unchanged],
      [{}, inputs("2-123", driverById(3))],
    ]);
    expect(second?.failures).to.deep.equal([declaredTwice("2-123", "car")]);
  });
});
