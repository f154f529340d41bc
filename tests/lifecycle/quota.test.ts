/** A quota that a company's other integrations share: it is used up, not overdrawn, and all changes come through. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import { renderFailure } from "../../provider/failure";
import type { DirectSandbox, QuotaOptions } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import { idOf, portalWith, standingLimits } from "../support/manyPairs";
import { newProcess } from "../support/provider/process";
import { testRuntime } from "../support/provider/runtime";
import { virtualTime } from "../support/provider/time";
import { wireTo } from "../support/provider/wire";

const count = 300;
const limits = standingLimits(count);

/** A request and its answer are each so many milliseconds on their way. */
const journey = 25;
const windowMilliseconds = 10_000;

/** Changes every limit, so many at a time: the engine's own default is four for each core. */
const changeAll = async (quota: QuotaOptions, parallel = 16): Promise<DirectSandbox> => {
  const time = virtualTime();
  const sandbox = createSandbox({
    portals: [{ portalId: 111, ...portalWith(limits) }],
    quota,
    clock: time.now,
  });
  const { resource } = newProcess(
    sandbox,
    {},
    testRuntime(undefined, time),
    wireTo(sandbox, time, () => journey),
  );
  const waiting = [...limits];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { from, to, category, typeId } = next;
      const pair = { fromObjectType: idOf(from), toObjectType: idOf(to) };
      const inputs = { ...pair, authoritative: false, onCreate: "adopt", onDelete: "restore" };
      const limit = (maxToObjectIds: number): object => ({ category, typeId, maxToObjectIds });
      const old = { ...inputs, limits: [limit(1)], resolved: [{ category, typeId }], previous: [], portalId: 111 };
      const id = `${pair.fromObjectType}/${pair.toObjectType}`;
      const changed = await resource.update(id, old, { ...inputs, limits: [limit(2)] })();
      if (E.isLeft(changed)) throw new Error(renderFailure(changed.left.failure).join("\n"));
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  expect(new Set(sandbox.state().portals[0]?.limits.map(({ maxToObjectIds }) => maxToObjectIds))).to.deep.equal(
    new Set([2]),
  );
  return sandbox;
};

const refusedBy = (sandbox: DirectSandbox): number => sandbox.requests().filter(({ status }) => status === 429).length;

describe("300 changed pairs", () => {
  it("go out as fast as the quota lets them, at least 93 % of it used, and never faster", async () => {
    const sandbox = await changeAll({ windowMilliseconds });
    expect(sandbox.requests().filter(({ status }) => status !== 200)).to.deep.equal([]);
    const moments = sandbox.requests().map(({ at }) => at);
    const inFirstWindow = moments.filter((at) => at < (moments[0] ?? 0) + windowMilliseconds).length;
    console.log(
      `      ${inFirstWindow} of 190 requests of a window used: ${((inFirstWindow / 190) * 100).toFixed(1)} %`,
    );
    expect(inFirstWindow / 190).to.be.within(0.93, 1);
  });

  it("all come through while another integration takes half of the quota, and few are refused", async () => {
    const refused = refusedBy(await changeAll({ windowMilliseconds, othersPerWindow: 95 }));
    console.log(`      ${refused} of ${count} requests were refused by the quota, and sent again`);
    expect(refused).to.be.at.most(count / 10);
  });

  it("all come through when all of them are sent at once", async () => {
    await changeAll({ windowMilliseconds, othersPerWindow: 95 }, count);
  });

  it("all come through within the second's quota of a portal, and few are refused", async () => {
    const policy = { policy: "SECONDLY", windowMilliseconds: 1_000, max: 60 } as const;
    expect(refusedBy(await changeAll(policy))).to.be.at.most(count / 10);
  });
});
