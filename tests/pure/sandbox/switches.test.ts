import { expect } from "chai";
import type { PortalInput, DirectSandbox, SwitchesInput } from "../../../sandbox";
import type { Answer } from "./helper";
import {
  ask,
  configurations,
  hubSpotDefined,
  isObject,
  started,
  userDefined,
  withoutCorrelationId,
  withoutTimes,
} from "./helper";

const pair = `${configurations}/contacts/companies`;
const all = `${configurations}/all`;
const portal: PortalInput = {
  portalId: 7,
  labels: [{ from: "contacts", to: "companies", typeId: 10, label: "Decision maker" }],
};
const row = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 };

const withSwitches = (switches: SwitchesInput): Promise<DirectSandbox> => started({ portals: [portal], switches });
const update = (sandbox: DirectSandbox, ...inputs: ReadonlyArray<unknown>): Promise<Answer> =>
  ask(sandbox, "POST", `${pair}/batch/update`, { inputs });
const results = (answer: Answer): unknown => (isObject(answer.body) ? answer.body["results"] : undefined);

describe("sandbox: switches", () => {
  it("errorStatus: a batch with errors is answered 200", async () => {
    const { status, body } = await update(await withSwitches({ errorStatus: 200 }), hubSpotDefined(5, 1));
    expect(status).to.equal(200);
    expect(withoutTimes(body)).to.deep.include({ status: "CANCELED", numErrors: 1 });
  });

  it("createStatus: a create is answered 200", async () => {
    const sandbox = await withSwitches({ createStatus: 200 });
    const answer = await ask(sandbox, "POST", `${pair}/batch/create`, { inputs: [hubSpotDefined(279, 5)] });
    expect([answer.status, withoutTimes(answer.body)]).to.deep.equal([200, { status: "COMPLETE", results: [row] }]);
  });

  it("purgeStatus: a purge is answered 200 with a body", async () => {
    const sandbox = await withSwitches({ purgeStatus: 200 });
    const answer = await ask(sandbox, "POST", `${pair}/batch/purge`, { inputs: [hubSpotDefined(279)] });
    expect([answer.status, withoutTimes(answer.body)]).to.deep.equal([200, { status: "COMPLETE", results: [] }]);
  });

  for (const batchStatus of ["PENDING", "PROCESSING"] as const)
    it(`batchStatus: a batch is ${batchStatus}, and shows after some reads`, async () => {
      const sandbox = await withSwitches({ batchStatus, readsBehind: 2 });
      const answer = await update(sandbox, hubSpotDefined(279, 5));
      expect([answer.status, withoutTimes(answer.body)]).to.deep.equal([200, { status: batchStatus, results: [] }]);
      const reads = [await ask(sandbox, "GET", pair), await ask(sandbox, "GET", all), await ask(sandbox, "GET", pair)];
      expect(reads.map(results)).to.deep.equal([[], [], [row]]);
    });

  it("readsBehind: reads of a written pair lag, those of others do not", async () => {
    const deals = { from: "contacts", to: "deals", ...hubSpotDefined(4, 3) };
    const sandbox = await started({ portals: [{ ...portal, limits: [deals] }], switches: { readsBehind: 1 } });
    await update(sandbox, hubSpotDefined(279, 5));
    const dealRow = { ...hubSpotDefined(4), userEnforcedMaxToObjectIds: 3 };
    expect(results(await ask(sandbox, "GET", `${configurations}/contacts/deals`))).to.deep.equal([dealRow]);
    expect(results(await ask(sandbox, "GET", all))).to.deep.equal([dealRow]);
    expect(results(await ask(sandbox, "GET", all))).to.deep.equal([row, dealRow]);
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([row]);
  });

  it("readsBehind: two writes in a row show what stood before the first", async () => {
    const sandbox = await withSwitches({ readsBehind: 1 });
    await update(sandbox, hubSpotDefined(279, 4));
    await update(sandbox, hubSpotDefined(279, 5));
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([]);
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([row]);
  });

  it("readsBehind: a state that is put in place shows at once", async () => {
    const sandbox = await withSwitches({ readsBehind: 9 });
    await update(sandbox, hubSpotDefined(279, 4));
    sandbox.setState({
      portals: [{ ...portal, limits: [{ from: "contacts", to: "companies", ...hubSpotDefined(279, 5) }] }],
    });
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([row]);
  });

  it("readsBehind: of two pairs that are written, each lags by itself, in whichever way it is read", async () => {
    const sandbox = await withSwitches({ readsBehind: 2 });
    const deals = `${configurations}/contacts/deals`;
    await update(sandbox, hubSpotDefined(279, 5));
    await ask(sandbox, "GET", pair);
    await ask(sandbox, "POST", `${deals}/batch/update`, { inputs: [hubSpotDefined(4, 3)] });
    const dealRow = { ...hubSpotDefined(4), userEnforcedMaxToObjectIds: 3 };
    const shown = [];
    for (const path of [all, all, deals, all]) shown.push(results(await ask(sandbox, "GET", path)));
    expect(shown).to.deep.equal([[], [row], [dealRow], [row, dealRow]]);
  });

  it("readsBehind: a purged limit still shows, and one that was changed shows its old number", async () => {
    const sandbox = await started({
      portals: [{ ...portal, limits: [{ from: "contacts", to: "companies", ...hubSpotDefined(279, 4) }] }],
      switches: { readsBehind: 1 },
    });
    const old = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 4 };
    await update(sandbox, hubSpotDefined(279, 5));
    expect(results(await ask(sandbox, "GET", all))).to.deep.equal([old]);
    expect(results(await ask(sandbox, "GET", all))).to.deep.equal([row]);
    await ask(sandbox, "POST", `${pair}/batch/purge`, { inputs: [hubSpotDefined(279)] });
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([row]);
    expect(results(await ask(sandbox, "GET", all))).to.deep.equal([]);
  });

  /** What a pair and everything show at these moments, after updates at some of them. */
  const over = async (
    switches: SwitchesInput,
    moments: ReadonlyArray<readonly [now: number, write?: number]>,
  ): Promise<ReadonlyArray<unknown>> => {
    let now = 0;
    const sandbox = await started({ portals: [portal], switches, clock: () => now });
    const shown: unknown[] = [];
    for (const [moment, write] of moments) {
      now = moment;
      if (write !== undefined) await update(sandbox, hubSpotDefined(279, write));
      shown.push([results(await ask(sandbox, "GET", pair)), results(await ask(sandbox, "GET", all))]);
    }
    return shown;
  };
  const withMax = (userEnforcedMaxToObjectIds: number) => [{ ...hubSpotDefined(279), userEnforcedMaxToObjectIds }];

  it("behindMilliseconds: reads of a pair and of everything lag until the time is over", async () => {
    expect(await over({ behindMilliseconds: 1_000 }, [[0, 4], [999], [1_000], [1_500, 5], [2_500]])).to.deep.equal([
      [[], []],
      [[], []],
      [withMax(4), withMax(4)],
      [withMax(4), withMax(4)],
      [withMax(5), withMax(5)],
    ]);
  });

  it("behindMilliseconds: a second write while the first lags puts it off further", async () => {
    expect(await over({ behindMilliseconds: 1_000 }, [[0, 4], [500, 5], [1_499], [1_500]])).to.deep.equal([
      [[], []],
      [[], []],
      [[], []],
      [withMax(5), withMax(5)],
    ]);
  });

  it("behindMilliseconds: with readsBehind, both must be over", async () => {
    const switches = { behindMilliseconds: 1_000, readsBehind: 3 };
    expect(await over(switches, [[0, 4], [500], [1_000]])).to.deep.equal([
      [[], []],
      [[], []],
      [withMax(4), withMax(4)],
    ]);
    expect(await over(switches, [[0, 4], [1_000]])).to.deep.equal([
      [[], []],
      [[], withMax(4)],
    ]);
  });

  it("mixedBatch: the valid inputs of a batch are applied", async () => {
    const sandbox = await withSwitches({ mixedBatch: "applyValid" });
    const { status, body } = await update(sandbox, userDefined(99, 1), hubSpotDefined(279, 5));
    expect(status).to.equal(207);
    expect(withoutTimes(body)).to.deep.include({ status: "COMPLETE", results: [row], numErrors: 1 });
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([row]);
  });

  it("mixedBatch: by itself, an invalid input keeps the valid ones from being applied", async () => {
    const sandbox = await withSwitches({});
    const { body } = await update(sandbox, userDefined(99, 1), hubSpotDefined(279, 5));
    expect(withoutTimes(body)).to.deep.include({ status: "CANCELED", results: [], numErrors: 1 });
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([]);
  });

  it("noLimit: all types of a pair have rows, without the field", async () => {
    const sandbox = await withSwitches({ noLimit: "noField" });
    await update(sandbox, hubSpotDefined(279, 5));
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([
      { ...hubSpotDefined(1), label: "Primary" },
      row,
      { ...hubSpotDefined(931), label: "Billing Contact" },
      { ...userDefined(10), label: "Decision maker" },
    ]);
  });

  it("noLimit: or with null, in the reading of everything too", async () => {
    const sandbox = await withSwitches({ noLimit: "null" });
    const primary = { ...hubSpotDefined(1), label: "Primary", userEnforcedMaxToObjectIds: null };
    expect(results(await ask(sandbox, "GET", pair))).to.deep.include(primary);
    expect(results(await ask(sandbox, "GET", all))).to.deep.include(primary);
    expect(results(await ask(sandbox, "GET", all))).to.deep.include({
      ...userDefined(11),
      label: "Decision maker",
      userEnforcedMaxToObjectIds: null,
    });
  });

  it("noLabel: a type without a label has null", async () => {
    const sandbox = await withSwitches({ noLabel: "null" });
    const created = await ask(sandbox, "POST", `${pair}/batch/create`, { inputs: [hubSpotDefined(279, 5)] });
    expect(results(created)).to.deep.equal([{ ...row, label: null }]);
    expect(results(await ask(sandbox, "GET", pair))).to.deep.equal([{ ...row, label: null }]);
  });

  const tooHigh =
    'The limit 6 of the label "Decision maker" between CONTACT and COMPANY is too high for the object limit 5';

  it("tell no label in the answer to an update, whatever they say of labels", async () => {
    for (const noLabel of ["noField", "null"] as const) {
      const sandbox = await withSwitches({ noLabel });
      const answer = await update(sandbox, hubSpotDefined(1, 1), userDefined(10, 2));
      expect(results(answer)).to.deep.equal([
        { ...hubSpotDefined(1), userEnforcedMaxToObjectIds: 1 },
        { ...userDefined(10), userEnforcedMaxToObjectIds: 2 },
      ]);
    }
  });

  it("labelAboveObjectLimit: by itself, an error in the batch", async () => {
    const sandbox = await withSwitches({});
    const { status, body } = await update(sandbox, hubSpotDefined(279, 5), userDefined(10, 6));
    expect(status).to.equal(207);
    expect(withoutTimes(body)).to.deep.equal({
      status: "CANCELED",
      results: [],
      numErrors: 1,
      errors: [
        {
          status: "error",
          category: "VALIDATION_ERROR",
          message: tooHigh,
          context: { type: ["2-10"], fromObjectType: ["CONTACT"], toObjectType: ["COMPANY"] },
        },
      ],
    });
  });

  it("labelAboveObjectLimit: or a 400", async () => {
    const sandbox = await withSwitches({ labelAboveObjectLimit: "badRequest" });
    const { status, body } = await update(sandbox, hubSpotDefined(279, 5), userDefined(10, 6));
    const error = { status: "error", message: tooHigh, category: "VALIDATION_ERROR" };
    expect([status, withoutCorrelationId(body)]).to.deep.equal([400, error]);
    expect(sandbox.state().portals[0]?.limits).to.deep.equal([]);
  });

  it("labelAboveObjectLimit: a 400 applies nothing, not even the valid inputs", async () => {
    const sandbox = await withSwitches({ labelAboveObjectLimit: "badRequest", mixedBatch: "applyValid" });
    expect((await update(sandbox, hubSpotDefined(279, 5), userDefined(10, 6))).status).to.equal(400);
    expect(sandbox.state().portals[0]?.limits).to.deep.equal([]);
  });

  it("labelEqualsObjectLimit and limitCheck reach the batch", async () => {
    const equal = await withSwitches({ labelEqualsObjectLimit: "refused" });
    expect((await update(equal, hubSpotDefined(279, 5), userDefined(10, 5))).status).to.equal(207);
    const ordered = await withSwitches({ limitCheck: "eachInput" });
    await update(ordered, hubSpotDefined(279, 5));
    expect((await update(ordered, userDefined(10, 6), hubSpotDefined(279, 7))).status).to.equal(207);
    expect((await update(ordered, hubSpotDefined(279, 7), userDefined(10, 6))).status).to.equal(200);
  });
});
