/** HubSpot's own client and our labels on one portal: each sees what the other has done. */
import { Client } from "@hubspot/api-client";
import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { renderFailure } from "../../../provider/failure";
import type { Found, Interrupted, Properties, Saved } from "../../../provider/lifecycle/resource";
import type { PortalInput, Sandbox } from "../../../sandbox";
import { startSandbox } from "../../../sandbox";
import { asJson, newProcess } from "../../support/provider/process";

const checked: Properties = {
  fromObjectType: "contacts",
  toObjectType: "companies",
  name: "decision_maker",
  label: "Decision maker",
  inverseLabel: "Decided by",
  onCreate: "fail",
};
const texts = { label: "Decision maker", inverseLabel: "Decided by" };
const pair = ["contacts", "companies"] as const;

const wentWell = (result: E.Either<Interrupted, Saved>): Saved => {
  if (E.isLeft(result)) throw new Error(renderFailure(result.left.failure).join("\n"));
  return result.right;
};

describe("HubSpot's own client beside our labels", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({ portals: [{ portalId: 111 }], quota: { max: 1_000_000 } });
  });
  after(() => sandbox.close());

  const begin = (
    portal: Partial<PortalInput> = {},
  ): Client["crm"]["associations"]["v4"]["schema"]["definitionsApi"] => {
    sandbox.reset();
    sandbox.setState({ portals: [{ portalId: 111, nextTypeId: 50, ...portal }] });
    return new Client({ accessToken: sandbox.token, basePath: sandbox.url }).crm.associations.v4.schema.definitionsApi;
  };
  /** What the client lists of people's labels, in both directions. */
  const listed = async (api: ReturnType<typeof begin>): Promise<ReadonlyArray<string>> => {
    const sides = await Promise.all([api.getAll("contacts", "companies"), api.getAll("companies", "contacts")]);
    return sides.flatMap(({ results }) =>
      results.flatMap(({ category, typeId, label }) =>
        category === "USER_DEFINED" ? [`${typeId} ${label ?? "-"}`] : [],
      ),
    );
  };
  const create = async (inputs: Properties): Promise<Saved> =>
    wentWell(await newProcess(sandbox).label.create(asJson(inputs))());
  const read = async ({ id, outputs }: Saved): Promise<Found> => {
    const result = await newProcess(sandbox).label.read(id, asJson(outputs))();
    if (E.isLeft(result)) throw new Error(renderFailure(result.left).join("\n"));
    return result.right;
  };
  const update = async ({ id, outputs }: Saved, news: Properties): Promise<Saved> =>
    wentWell(await newProcess(sandbox).label.update(id, asJson(outputs), news)());
  const remove = async ({ id, outputs }: Saved): Promise<boolean> =>
    E.isRight(await newProcess(sandbox).label.delete(id, asJson(outputs))());

  it("sees a label that we make, change and delete", async () => {
    const api = begin();
    const saved = await create(checked);
    expect(await listed(api)).to.deep.equal(["50 Decision maker", "51 Decided by"]);
    const changed = await update(saved, { ...checked, label: "Decider" });
    expect(await listed(api)).to.deep.equal(["50 Decider", "51 Decided by"]);
    expect(await remove(changed)).to.equal(true);
    expect(await listed(api)).to.deep.equal([]);
  });

  it("changes a label of ours, which a refresh sees and an update puts right", async () => {
    const api = begin();
    const saved = await create(checked);
    // Without a text for the other side HubSpot overwrites both.
    await api.update(...pair, { associationTypeId: 50, label: "By hand" });
    const drifted = { ...checked, label: "By hand", inverseLabel: "By hand" };
    expect(await read(saved)).to.deep.equal(
      O.some({
        id: saved.id,
        inputs: { ...drifted, __home: saved.outputs["__home"] },
        outputs: { ...saved.outputs, ...drifted },
      }),
    );
    await api.update("companies", "contacts", { associationTypeId: 51, label: "Decides", inverseLabel: "Decided" });
    const found = await read(saved);
    if (O.isNone(found)) throw new Error("The label is gone");
    expect(found.value.inputs).to.deep.include({ ...checked, label: "Decided", inverseLabel: "Decides" });
    expect(newProcess(sandbox).label.diff(saved.id, found.value.outputs, checked)).to.deep.equal(
      E.right({ changes: true, replaces: [], deleteBeforeReplace: false }),
    );
    await update({ id: saved.id, outputs: found.value.outputs }, checked);
    expect(await listed(api)).to.deep.equal(["50 Decision maker", "51 Decided by"]);
  });

  it("deletes a label of ours, which is gone for a refresh, and done for a delete", async () => {
    const api = begin();
    const saved = await create(checked);
    await api.remove("companies", "contacts", 51);
    expect(await read(saved)).to.deep.equal(O.none);
    expect(await remove(saved)).to.equal(true);
    expect((await create(checked)).id).to.equal("contacts/companies/52");
    expect(await listed(api)).to.deep.equal(["52 Decision maker", "53 Decided by"]);
  });

  it("makes a label that we refuse, take over, and leave in the portal", async () => {
    const api = begin();
    const made = await api.create(...pair, { name: "decision_maker", ...texts });
    expect(made.results.map(({ typeId }) => typeId)).to.deep.equal([50, 51]);
    const refused = await newProcess(sandbox).label.create(asJson(checked))();
    expect(E.isLeft(refused) && refused.left.failure._tag).to.equal("LabelThere");
    const adopted = await create({ ...checked, inverseLabel: "Is decided by", onCreate: "adopt" });
    expect([adopted.id, adopted.outputs["inverseTypeId"]]).to.deep.equal(["contacts/companies/50", 51]);
    expect(await listed(api)).to.deep.equal(["50 Decision maker", "51 Is decided by"]);
    expect(await remove(adopted)).to.equal(true);
    expect(await listed(api)).to.deep.equal(["50 Decision maker", "51 Is decided by"]);
  });

  it("makes a label whose limit a program sets by its text, on each side", async () => {
    const api = begin();
    await api.create(...pair, { name: "decision_maker", ...texts });
    for (const [fromObjectType, toObjectType, label, typeId] of [
      ["contacts", "companies", "Decision maker", 50],
      ["companies", "contacts", "Decided by", 51],
    ] as const) {
      const { resource } = newProcess(sandbox);
      const limits = [{ label, maxToObjectIds: 2 }];
      const { inputs, failures } = await resource.check({}, { fromObjectType, toObjectType, limits })();
      expect(failures).to.deep.equal([]);
      const { outputs } = wentWell(await resource.create(asJson(inputs))());
      expect(outputs["resolved"]).to.deep.equal([{ category: "USER_DEFINED", typeId }]);
    }
    const limits = sandbox.state().portals[0]?.limits;
    expect(limits).to.deep.equal([
      { from: "contacts", to: "companies", category: "USER_DEFINED", typeId: 50, maxToObjectIds: 2 },
      { from: "companies", to: "contacts", category: "USER_DEFINED", typeId: 51, maxToObjectIds: 2 },
    ]);
  });
});
