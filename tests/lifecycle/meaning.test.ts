import { expect } from "chai";
import * as E from "fp-ts/Either";
import { renderFailure } from "../../provider/failure";
import type { Interrupted, Properties, Saved } from "../../provider/lifecycle/resource";
import type { PortalInput, DirectSandbox } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import type { Process } from "../support/provider/process";
import { asJson, newProcess } from "../support/provider/process";
import { testRuntime } from "../support/provider/runtime";

const pair = { fromObjectType: "contacts", toObjectType: "companies" };
const champion: Properties = {
  ...pair,
  name: "champion",
  label: "Champion",
  inverseLabel: "Championed by",
  onCreate: "fail",
};
const limited = (label: string, more: Properties = {}): Properties => ({
  ...pair,
  limits: [{ label, maxToObjectIds: 2 }],
  authoritative: false,
  onCreate: "adopt",
  onDelete: "restore",
  ...more,
});

const told = (result: E.Either<Interrupted, Saved>): unknown =>
  E.isLeft(result) ? renderFailure(result.left.failure) : result.right.outputs["resolved"];
const saved = (result: E.Either<Interrupted, Saved>): Saved => {
  if (E.isLeft(result)) throw new Error(renderFailure(result.left.failure).join("\n"));
  return result.right;
};

describe("a limit that names a label", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [{ portalId: 111 }], quota: { max: 1_000_000 } });
  });

  const portalWith = (portal: Partial<PortalInput> = {}): void => {
    sandbox.reset();
    sandbox.setState({ portals: [{ portalId: 111, nextTypeId: 50, ...portal }] });
  };
  /** A process in which no time passes, so that only what happens can end a wait. */
  const patient = (): Process =>
    newProcess(sandbox, {}, { ...testRuntime(), sleep: () => () => new Promise(() => {}) });
  const checked = async ({ label, resource }: Process, ...all: ReadonlyArray<readonly [Properties, Properties]>) => {
    for (const [olds, news] of all) {
      const kind = "name" in news ? label : resource;
      expect((await kind.check(olds, news)()).failures).to.deep.equal([]);
    }
  };

  it("waits for the label that another resource of the run makes", async () => {
    portalWith();
    const process = patient();
    await checked(process, [{}, champion], [{}, limited("Champion")]);
    const limit = process.resource.create(limited("Champion"))();
    saved(await process.label.create(champion)());
    expect(told(await limit)).to.deep.equal([{ category: "USER_DEFINED", typeId: 50 }]);
    expect(sandbox.requests().filter(({ path }) => path.endsWith("/labels")).length).to.equal(2);
  });

  it("waits for the pair's own association of a custom object, which its first label brings along", async () => {
    portalWith({ objectTypes: [{ objectTypeId: "2-123", name: "car" }] });
    const process = patient();
    const driver = { ...champion, toObjectType: "car" };
    const limits = { ...limited("-", { toObjectType: "car" }), limits: [{ unlabeled: true, maxToObjectIds: 3 }] };
    await checked(process, [{}, driver], [{}, limits]);
    const limit = process.resource.create(limits)();
    saved(await process.label.create(driver)());
    expect(told(await limit)).to.deep.equal([{ category: "USER_DEFINED", typeId: 52 }]);
  });

  it("does not take the label that is about to be deleted and made anew", async () => {
    portalWith();
    const first = newProcess(sandbox);
    const label = saved(await first.label.create(champion)());
    const configuration = saved(await first.resource.create(limited("Champion"))());
    const renamed = { ...champion, name: "best_friend" };

    const process = patient();
    await checked(process, [champion, renamed], [{}, renamed], [limited("Champion"), limited("Champion")]);
    const difference = process.resource.diff(configuration.id, asJson(configuration.outputs), limited("Champion"));
    expect(E.isRight(difference) && difference.right.changes).to.equal(true);
    const limit = process.resource.update(configuration.id, asJson(configuration.outputs), limited("Champion"))();
    expect(E.isRight(await process.label.delete(label.id, asJson(label.outputs))())).to.equal(true);
    saved(await process.label.create(renamed)());
    expect(told(await limit)).to.deep.equal([{ category: "USER_DEFINED", typeId: 52 }]);
    expect((sandbox.state().portals[0]?.limits ?? []).map(({ typeId }) => typeId)).to.deep.equal([52]);
  });

  it("gives up on a label that does not come, with the way to put the two in order", async () => {
    portalWith();
    const process = newProcess(sandbox);
    await checked(process, [{}, champion], [{}, limited("champion")]);
    expect(told(await process.resource.create(limited("champion"))())).to.deep.equal([
      'limits[0].label: the portal has no label "champion" from contacts to companies; this pair has "Primary", "Billing Contact"; an AssociationLabel of this program declares one that is not made yet, so name it in dependsOn',
    ]);
  });

  it("that another one of them means as well is told, where preview could not know it", async () => {
    portalWith({ labels: [{ from: "contacts", to: "companies", typeId: 36, label: "Champion" }] });
    const twice = limited("Champion", {
      limits: [
        { category: "USER_DEFINED", typeId: 36, maxToObjectIds: 1 },
        { label: "champion", maxToObjectIds: 2 },
      ],
    });
    expect(told(await newProcess(sandbox).resource.create(twice)())).to.deep.equal([
      'limits[1]: "champion" (USER_DEFINED 36) stands in limits[0] already; remove one of the two',
    ]);
  });
});
