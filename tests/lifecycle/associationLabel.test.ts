import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { renderFailure } from "../../provider/failure";
import type { Found, Interrupted, Properties, Saved } from "../../provider/lifecycle/resource";
import { UNKNOWN } from "../../provider/unknown";
import type { PortalInput, DirectSandbox, SwitchesInput } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import type { Process } from "../support/provider/process";
import { asJson, atHome, newProcess } from "../support/provider/process";

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
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [{ portalId: 111 }], quota: { max: 1_000_000 } });
  });

  const begin = (portal: Partial<PortalInput> = {}, switches: SwitchesInput = {}): Process => {
    sandbox.reset();
    sandbox.setState({ portals: [{ portalId: 111, nextTypeId: 50, ...portal }], switches });
    return newProcess(sandbox);
  };
  /** Labels, and the unlabeled type of a pair that has one of them: not what custom objects have from the start. */
  const labels = (): ReadonlyArray<string> =>
    (sandbox.state().portals[0]?.labels ?? [])
      .filter(({ typeId }) => typeId >= 36)
      .map(
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
    expect([inputs, failures]).to.deep.equal([atHome(process, checked), []]);
    expect(wentWell(await create(process, inputs))).to.deep.equal({
      id: "contacts/companies/50",
      outputs: {
        ...atHome(process, checked),
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
      'contacts/companies: the portal has the label "Decision maker" (USER_DEFINED 36) already, and onCreate is "fail", because a label that is deleted takes its associations along; set onCreate: "adopt" to look after it (destroying it then leaves it there, unless onDelete is "delete"), or choose another text; a resource that was renamed needs aliases',
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
    expect(unchanged).to.deep.equal(O.some({ ...saved, inputs: atHome(process, checked) }));
    expect(process.label.diff(saved.id, saved.outputs, checked)).to.deep.equal(
      E.right({ changes: false, replaces: [], deleteBeforeReplace: false }),
    );
    const [portal] = sandbox.state().portals;
    if (portal === undefined) throw new Error("no portal");
    const [own] = portal.labels;
    if (own === undefined) throw new Error("no label");
    sandbox.setState({ portals: [{ ...portal, labels: [{ ...own, inverseLabel: "By hand" }] }] });
    const drifted = await read(newProcess(sandbox), saved);
    expect(O.isSome(drifted) && drifted.value.inputs).to.deep.equal(
      atHome(process, { ...checked, inverseLabel: "By hand" }),
    );
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

  describe("that wants a text which another label leaves in the same run", () => {
    const label = (name: string, text: string, inverseLabel: string): Properties => ({
      ...checked,
      name,
      label: text,
      inverseLabel,
    });
    const a = label("a", "A", "by A");
    const b = label("b", "B", "by B");
    const c = label("c", "C", "by C");

    /** Makes the labels, and then gives them other inputs, all at once, in the order of the names. */
    const changed = async (
      from: ReadonlyArray<Properties>,
      to: ReadonlyArray<Properties>,
    ): Promise<ReadonlyArray<string>> => {
      const first = begin();
      const made: Saved[] = [];
      for (const each of from) made.push(wentWell(await create(first, each)));
      const next = newProcess(sandbox);
      const before = sandbox.requests().length;
      await Promise.all(
        to.map(async (inputs, i) => {
          const old = from[i];
          expect((await next.label.check(old ?? {}, inputs)()).failures).to.deep.equal([]);
        }),
      );
      const results = await Promise.all(
        to.map((inputs, i) => {
          const saved = made[i];
          return saved === undefined
            ? next.label.create(asJson(inputs))()
            : next.label.update(saved.id, asJson(saved.outputs), asJson(inputs))();
        }),
      );
      results.forEach(wentWell);
      expect(sandbox.requests(before).filter(({ status }) => status !== null && status >= 400)).to.deep.equal([]);
      return labels().map((text) => text.replace(/: .*? \d+ /, ": "));
    };

    it("waits for it", async () => {
      expect(
        await changed([a, b, c], [label("a", "B", "by B"), label("b", "C", "by C"), label("c", "D", "by D")]),
      ).to.deep.equal(["a: B | 51 by B", "b: C | 53 by C", "c: D | 55 by D"]);
    });

    it("waits for it too where it is new", async () => {
      expect(await changed([a], [label("a", "A 2", "by A 2"), label("n", "A", "by A")])).to.deep.equal([
        "a: A 2 | 51 by A 2",
        "n: A | 53 by A",
      ]);
    });

    it("steps aside where they wait in a circle", async () => {
      expect(await changed([a, b], [label("a", "B", "by B"), label("b", "A", "by A")])).to.deep.equal([
        "a: B | 51 by B",
        "b: A | 53 by A",
      ]);
      expect(
        await changed([a, b, c], [label("a", "B", "by A"), label("b", "C", "by B"), label("c", "A", "by C")]),
      ).to.deep.equal(["a: B | 51 by A", "b: C | 53 by B", "c: A | 55 by C"]);
      expect(await changed([a, b], [label("a", "B", "by A"), label("b", "B 2", "by B")])).to.deep.equal([
        "a: B | 51 by A",
        "b: B 2 | 53 by B",
      ]);
    });

    it("exchanges its own two texts", async () => {
      expect(await changed([a], [label("a", "by A", "A")])).to.deep.equal(["a: by A | 51 A"]);
    });
  });

  describe("whose answer is lost", () => {
    const lost = (method: string) => ({
      match: { method, path: "labels" },
      times: 1,
      fault: "applied-then-reset" as const,
    });

    it("is found where it was made, and made once", async () => {
      const process = begin();
      sandbox.faults([lost("POST")]);
      const { id } = wentWell(await create(process, checked));
      expect([id, labels().length]).to.deep.equal(["contacts/companies/50", 1]);
    });

    it("has its new texts all the same", async () => {
      const process = begin();
      const saved = wentWell(await create(process, checked));
      sandbox.faults([lost("PUT")]);
      wentWell(await newProcess(sandbox).label.update(saved.id, asJson(saved.outputs), { ...checked, label: "New" })());
      expect(labels()).to.deep.equal(["decision_maker: contacts/companies 50 New | 51 Decided by"]);
    });

    it("has them where no attempt is answered, too, because they show; and a label that is taken over as well", async () => {
      const process = begin(standing);
      const adopting = { ...checked, inverseLabel: "Is decided by", onCreate: "adopt" };
      sandbox.faults([{ ...lost("PUT"), times: 100 }]);
      const saved = wentWell(await create(process, adopting));
      expect(labels()).to.deep.equal(["dm: contacts/companies 36 Decision maker | 37 Is decided by"]);
      wentWell(
        await newProcess(sandbox).label.update(saved.id, asJson(saved.outputs), { ...adopting, label: "New" })(),
      );
      expect(labels()).to.deep.equal(["dm: contacts/companies 36 New | 37 Is decided by"]);
      sandbox.faults([]);
    });

    it("does not have them where they do not show", async () => {
      const process = begin();
      const saved = wentWell(await create(process, checked));
      sandbox.faults([{ match: { method: "PUT" }, times: 100, fault: "reset" }]);
      const update = newProcess(sandbox).label.update(saved.id, asJson(saved.outputs), { ...checked, label: "New" });
      expect(wentWrong(await update())).to.deep.equal([
        'changing the label 50 of contacts to companies to "New": no answer, because the connection broke (ECONNRESET); run again',
      ]);
      sandbox.faults([]);
    });

    it("is told where it is that of the other side, for a label that is taken over", async () => {
      const process = begin(standing);
      sandbox.faults([{ match: { path: "/companies/contacts/labels" }, fault: { status: 401 } }]);
      expect(wentWrong(await create(process, { ...checked, onCreate: "adopt" }))).to.deep.equal([
        'contacts/companies: the label "Decision maker" has its texts, and its other side could not be read; reading the association types of companies to contacts: HubSpot does not accept the access token (401); give a valid token',
      ]);
    });

    it("is gone all the same", async () => {
      const process = begin();
      const saved = wentWell(await create(process, checked));
      for (const deleteUnknownStatus of [204, 400] as const) {
        const [portal] = sandbox.state().portals;
        if (portal === undefined) throw new Error("no portal");
        sandbox.setState({ portals: [portal], switches: { deleteUnknownStatus } });
        sandbox.faults([lost("DELETE")]);
        const gone = await newProcess(sandbox).label.delete(saved.id, asJson(saved.outputs))();
        expect(E.isRight(gone)).to.equal(true);
        expect(labels()).to.deep.equal([]);
      }
    });

    it("is not certain where nothing more can be asked", async () => {
      const process = begin();
      wentWell(await create(process, { ...checked, name: "other", label: "Other", inverseLabel: "Of the other" }));
      sandbox.faults([
        { match: { method: "POST", path: "labels" }, times: 1, fault: "applied-then-reset" },
        { match: { path: "labels" }, times: 100, fault: { status: 503 } },
      ]);
      const [reason = ""] = wentWrong(await create(process, checked));
      expect(reason).to.match(
        /^contacts\/companies: it is not certain whether the label "Decision maker" was made; making the label "Decision maker" of contacts to companies: HubSpot is not available \(503\); run again later; where pulumi up then says that it stands already, onCreate: "adopt" takes it over, and onDelete: "delete" lets it go again$/,
      );
      sandbox.faults([]);
    });
  });

  describe("that HubSpot refuses", () => {
    const withoutId = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
      texts.map((text) => text.replace(/; correlationId .*/, ""));

    it("because of its name is told in HubSpot's words", async () => {
      const process = begin();
      wentWell(await create(process, checked));
      expect(
        withoutId(wentWrong(await create(process, { ...checked, label: "Another", inverseLabel: "By another" }))),
      ).to.deep.equal([
        'making the label "Another" of contacts to companies: HubSpot refused (400); HubSpot says: Association definition named decision_maker already exists for portal; correct what HubSpot names, then run again',
      ]);
    });

    it("because the pair has fifty is told by the preview, and by the create", async () => {
      const fifty = Array.from({ length: 50 }, (_, i) => ({ ...pair, typeId: 100 + 2 * i, label: `Label ${i}` }));
      const process = begin({ labels: fifty });
      const { failures } = await process.label.check({}, decisionMaker)();
      expect(failures).to.deep.equal([
        "contacts/companies: HubSpot allows 50 labels for a pair, the portal has 50 there, and this program adds 1; delete some first",
      ]);
      expect(withoutId(wentWrong(await create(process, checked)))).to.deep.equal([
        'making the label "Decision maker" of contacts to companies: HubSpot refused (437); HubSpot says: No more than 50 association types are allowed between 0-1 and 0-2; delete a label that nobody needs, then run again',
      ]);
    });

    it("because the pair has fifty is told too where a custom object is named, and from either side", async () => {
      const labels = Array.from({ length: 49 }, (_, i) => ({
        from: "contacts",
        to: "car",
        typeId: 100 + 2 * i,
        label: `Label ${i}`,
      }));
      const process = begin({ objectTypes: [{ objectTypeId: "2-123", name: "car" }], labels });
      const driver = {
        ...decisionMaker,
        toObjectType: "car",
        name: "driver",
        label: "Driver",
        inverseLabel: "Driven by",
      };
      const owner = { ...driver, fromObjectType: "car", toObjectType: "contacts", name: "owner", label: "Owned by" };
      expect((await process.label.check({}, driver)()).failures).to.deep.equal([]);
      expect((await process.label.check({}, { ...owner, inverseLabel: "Owner" })()).failures).to.deep.equal([
        "car/contacts: HubSpot allows 50 labels for a pair, the portal has 49 there, and this program adds 2; delete some first",
      ]);
    });

    it("because it is gone is told with the way to make it anew", async () => {
      const process = begin();
      const saved = wentWell(await create(process, checked));
      const [portal] = sandbox.state().portals;
      if (portal === undefined) throw new Error("no portal");
      sandbox.setState({ portals: [{ ...portal, labels: [] }] });
      const next = newProcess(sandbox);
      expect(
        wentWrong(await next.label.update(saved.id, asJson(saved.outputs), { ...checked, label: "New" })()),
      ).to.deep.equal([
        "contacts/companies: the label USER_DEFINED 50 is not there any more; pulumi refresh takes it out of the state, and pulumi up then makes it anew",
      ]);
    });
  });

  describe("against what a program says", () => {
    const outputs: Properties = {
      ...checked,
      category: "USER_DEFINED",
      typeId: 50,
      inverseTypeId: 51,
      adopted: false,
      portalId: 111,
      fromObjectTypeId: "0-1",
      toObjectTypeId: "0-2",
    };
    const same = { changes: false, replaces: [], deleteBeforeReplace: false };
    const change = { ...same, changes: true };
    const flipped = {
      fromObjectType: "companies",
      toObjectType: "contacts",
      label: "Decided by",
      inverseLabel: "Decision maker",
    };
    const table: ReadonlyArray<readonly [string, Properties, Properties, unknown]> = [
      ["is the same", {}, {}, same],
      ["changes with its text", {}, { label: "New" }, change],
      ["changes with its other text", {}, { inverseLabel: "New" }, change],
      [
        "is another with another name",
        {},
        { name: "new" },
        { changes: true, replaces: ["name"], deleteBeforeReplace: true },
      ],
      [
        "is another on another pair",
        {},
        { toObjectType: "deals" },
        { changes: true, replaces: ["toObjectType"], deleteBeforeReplace: true },
      ],
      ["is the same one, seen from the other side", {}, flipped, change],
      ["is not known yet with an unknown text", {}, { label: UNKNOWN }, change],
      [
        "is two types and no longer one",
        { toObjectType: "contacts", toObjectTypeId: "0-1", inverseTypeId: 50, inverseLabel: undefined },
        { toObjectType: "contacts" },
        { changes: true, replaces: ["inverseLabel"], deleteBeforeReplace: true },
      ],
      [
        "is the custom object's however that is spelt, which the state has to learn",
        { toObjectType: "car", toObjectTypeId: "2-123" },
        { toObjectType: "p111_car" },
        { changes: true, replaces: [], deleteBeforeReplace: false },
      ],
    ];
    for (const [what, old, news, expected] of table) {
      it(what, () => {
        const process = newProcess(sandbox);
        expect(process.label.diff("id", asJson({ ...outputs, ...old }), { ...checked, ...news })).to.deep.equal(
          E.right(expected),
        );
      });
    }

    it("turns round in place", async () => {
      const process = begin();
      const saved = wentWell(await create(process, checked));
      const before = sandbox.requests().length;
      const turned = wentWell(
        await newProcess(sandbox).label.update(saved.id, asJson(saved.outputs), { ...checked, ...flipped })(),
      );
      expect([turned.outputs["typeId"], turned.outputs["inverseTypeId"], turned.id]).to.deep.equal([51, 50, saved.id]);
      expect(requests(before)).to.deep.equal([]);
      expect(await read(newProcess(sandbox), turned)).to.deep.equal(
        O.some({ ...turned, inputs: atHome(process, { ...checked, ...flipped }) }),
      );
    });
  });

  it("is had by its id alone, its name from the schema", async () => {
    const process = begin(standing);
    const got = await process.label.read("contacts/companies/36", {})();
    expect(got).to.deep.equal(
      E.right(
        O.some({
          id: "contacts/companies/36",
          inputs: { ...checked, name: "dm" },
          outputs: {
            ...checked,
            name: "dm",
            category: "USER_DEFINED",
            typeId: 36,
            inverseTypeId: 37,
            adopted: true,
            portalId: 111,
            fromObjectTypeId: "0-1",
            toObjectTypeId: "0-2",
          },
        }),
      ),
    );
    const missing = await process.label.read("contacts/companies/99", {})();
    expect(E.isLeft(missing) && renderFailure(missing.left)).to.deep.equal([
      "contacts/companies: the label does not exist: portal 111 has no label USER_DEFINED 99 on this pair",
    ]);
    const wrong = await process.label.read("contacts/companies", {})();
    expect(E.isLeft(wrong) && renderFailure(wrong.left)).to.deep.equal([
      'id: "contacts/companies" is no id of an AssociationLabel; write <from>/<to>/<typeId>, for example contacts/companies/37',
    ]);
  });
});
