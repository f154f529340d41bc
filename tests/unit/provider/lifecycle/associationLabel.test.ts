import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { renderFailure } from "../../../../provider/failure";
import type { Found, Interrupted, Properties, Saved } from "../../../../provider/lifecycle/resource";
import type { PortalInput, Sandbox, SwitchesInput } from "../../../../sandbox";
import { startSandbox } from "../../../../sandbox";
import type { Process } from "../support/process";
import { asJson, newProcess } from "../support/process";

const decisionMaker: Properties = {
  fromObjectType: "contacts",
  toObjectType: "companies",
  name: "decision_maker",
  label: "Decision maker",
  inverseLabel: "Decided by",
};
const checked: Properties = { ...decisionMaker, onCreate: "fail" };

const pair = { from: "contacts", to: "companies" };
const standing: Partial<PortalInput> = {
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [{ ...pair, typeId: 36, inverseTypeId: 37, label: "Decision maker", inverseLabel: "Decided by", name: "dm" }],
};

const wentWell = (result: E.Either<Interrupted, Saved>): Saved => {
  if (E.isLeft(result)) throw new Error(renderFailure(result.left.failure).join("\n"));
  return result.right;
};
const wentWrong = (result: E.Either<Interrupted, Saved>): ReadonlyArray<string> =>
  E.isLeft(result) ? renderFailure(result.left.failure) : ["it went well"];

describe("the life of a label", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({ portals: [{ portalId: 111 }], quota: { max: 1_000_000 } });
  });
  after(() => sandbox.close());

  const begin = (portal: Partial<PortalInput> = {}, switches: SwitchesInput = {}): Process => {
    sandbox.reset();
    sandbox.setState({ portals: [{ portalId: 111, nextTypeId: 50, ...portal }], switches });
    return newProcess(sandbox);
  };
  const labels = (): ReadonlyArray<string> =>
    (sandbox.state().portals[0]?.labels ?? []).map(
      ({ name, from, to, typeId, label, inverseTypeId, inverseLabel }) =>
        `${name}: ${from}/${to} ${typeId} ${label ?? "-"} | ${inverseTypeId} ${inverseLabel ?? "-"}`,
    );
  const requests = (from = 0): ReadonlyArray<string> =>
    sandbox
      .requests(from)
      .map(
        ({ method, path }) =>
          `${method} ${path.replace(/^\/crm\/associations\/v4\//, "").replace(/^.*details$/, "account")}`,
      );
  const create = async ({ label }: Process, inputs: Properties): Promise<E.Either<Interrupted, Saved>> =>
    label.create(asJson(inputs))();
  const read = async ({ label }: Process, { id, outputs }: Saved): Promise<Found> => {
    const result = await label.read(id, asJson(outputs))();
    if (E.isLeft(result)) throw new Error(renderFailure(result.left).join("\n"));
    return result.right;
  };

  it("begins with both of its sides, whose ids are outputs", async () => {
    const process = begin();
    const { inputs, failures } = await process.label.check({}, decisionMaker)();
    expect([inputs, failures]).to.deep.equal([checked, []]);
    expect(wentWell(await create(process, inputs))).to.deep.equal({
      id: "contacts/companies/50",
      outputs: {
        ...checked,
        category: "USER_DEFINED",
        typeId: 50,
        inverseTypeId: 51,
        adopted: false,
        portalId: 111,
        fromObjectTypeId: "0-1",
        toObjectTypeId: "0-2",
      },
    });
    expect(labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decision maker | 51 Decided by"]);
    expect(requests()).to.deep.equal([
      "GET account",
      "GET contacts/companies/labels",
      "POST contacts/companies/labels",
    ]);
    expect(process.runtime.said).to.deep.equal([]);
  });

  describe("has the right ids", () => {
    const { inverseLabel: _, ...single } = checked;
    const table: ReadonlyArray<readonly [string, Properties, readonly [number, number], lists: number]> = [
      ["of a label with two texts", checked, [50, 51], 0],
      ["of a label with one text for both sides", single, [50, 51], 2],
      ["of one that is its own inverse", { ...single, toObjectType: "contacts" }, [50, 50], 0],
      ["of a paired one between records of one type", { ...checked, toObjectType: "contacts" }, [50, 51], 0],
      ["on a custom object, whose own type comes along", { ...checked, toObjectType: "car" }, [50, 51], 0],
    ];
    for (const [what, inputs, ids, lists] of table) {
      for (const createdLabelOrder of ["forwardFirst", "inverseFirst"] as const) {
        it(`${what}, answered ${createdLabelOrder}`, async () => {
          const process = begin({ objectTypes: [{ objectTypeId: "2-123", name: "car" }] }, { createdLabelOrder });
          const { outputs } = wentWell(await create(process, inputs));
          expect([outputs["typeId"], outputs["inverseTypeId"]]).to.deep.equal(ids);
          expect(requests().filter((request) => /^GET .*labels$/.test(request)).length).to.equal(1 + lists);
        });
      }
    }
  });

  it("takes over one that stands only where it is told to, and says so in the preview", async () => {
    const process = begin(standing);
    const refused = await process.label.check({}, decisionMaker)();
    expect(refused.failures).to.deep.equal([
      'contacts/companies: the portal has the label "Decision maker" (USER_DEFINED 36) already, and onCreate is "fail", because a label that is deleted takes its associations along; set onCreate: "adopt" to look after it (destroying it then leaves it there), or choose another text',
    ]);
    expect(wentWrong(await create(process, checked))).to.deep.equal(refused.failures);
    const adopting = { ...decisionMaker, label: "Decision Maker", inverseLabel: "Is decided by", onCreate: "adopt" };
    const next = newProcess(sandbox);
    expect((await next.label.check({}, adopting)()).failures).to.deep.equal([]);
    expect(next.runtime.said).to.deep.equal([
      'contacts/companies: the label "Decision maker" (USER_DEFINED 36) stands in the portal and is taken over; it then reads "Decision Maker"; its other side then reads "Is decided by"',
    ]);
    const { id, outputs } = wentWell(await create(next, adopting));
    expect([id, outputs["inverseTypeId"], outputs["adopted"]]).to.deep.equal(["contacts/companies/36", 37, true]);
    expect(labels()).to.deep.equal(["dm: contacts/companies 36 Decision Maker | 37 Is decided by"]);
    expect(E.isRight(await next.label.delete(id, asJson(outputs))())).to.equal(true);
    expect(labels().length).to.equal(1);
  });

  it("is read as it stands, each side, and is gone where it was deleted", async () => {
    const process = begin();
    const saved = wentWell(await create(process, checked));
    const unchanged = await read(newProcess(sandbox), saved);
    expect(unchanged).to.deep.equal(O.some({ ...saved, inputs: checked }));
    expect(process.label.diff(saved.id, saved.outputs, checked)).to.deep.equal(
      E.right({ changes: false, replaces: [], deleteBeforeReplace: false }),
    );
    const [portal] = sandbox.state().portals;
    if (portal === undefined) throw new Error("no portal");
    const [own] = portal.labels;
    if (own === undefined) throw new Error("no label");
    sandbox.setState({ portals: [{ ...portal, labels: [{ ...own, inverseLabel: "By hand" }] }] });
    const drifted = await read(newProcess(sandbox), saved);
    expect(O.isSome(drifted) && drifted.value.inputs).to.deep.equal({ ...checked, inverseLabel: "By hand" });
    sandbox.setState({ portals: [{ ...portal, labels: [] }] });
    expect(await read(newProcess(sandbox), saved)).to.deep.equal(O.none);
  });

  it("changes its texts under the same ids, and goes", async () => {
    const process = begin();
    const saved = wentWell(await create(process, checked));
    const news = { ...checked, label: "Decider" };
    const next = newProcess(sandbox);
    const before = sandbox.requests().length;
    const changed = wentWell(await next.label.update(saved.id, asJson(saved.outputs), news)());
    expect(changed).to.deep.equal({ id: saved.id, outputs: { ...saved.outputs, label: "Decider" } });
    expect(labels()).to.deep.equal(["decision_maker: contacts/companies 50 Decider | 51 Decided by"]);
    expect(requests(before)).to.deep.equal(["GET account", "PUT contacts/companies/labels"]);
    const last = newProcess(sandbox);
    expect(E.isRight(await last.label.delete(saved.id, asJson(changed.outputs))())).to.equal(true);
    expect(labels()).to.deep.equal([]);
    expect(E.isRight(await last.label.delete(saved.id, asJson(changed.outputs))())).to.equal(true);
  });

  it("stays where another resource of the run has taken it over", async () => {
    const process = begin();
    const saved = wentWell(await create(process, checked));
    const next = newProcess(sandbox);
    wentWell(await create(next, { ...checked, onCreate: "adopt" }));
    expect(E.isRight(await next.label.delete(saved.id, asJson(saved.outputs))())).to.equal(true);
    expect(labels().length).to.equal(1);
  });
});
