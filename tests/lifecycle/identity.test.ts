/** Whether a program means the object type of the state is asked of the portal, or the check fails: no guess. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import type { Configuration } from "../../provider/configuration";
import { renderFailure } from "../../provider/failure";
import { readHome } from "../../provider/lifecycle/home";
import type { Properties, Resource, Saved } from "../../provider/lifecycle/resource";
import type { FaultRule, PortalInput, DirectSandbox } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import { asJson, atHome, newProcess } from "../support/provider/process";

const portal: PortalInput = {
  portalId: 111,
  nextTypeId: 60,
  objectTypes: [
    { objectTypeId: "2-7", name: "car" },
    { objectTypeId: "2-8", name: "boat" },
  ],
  limits: [{ from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 3 }],
};

const label = (toObjectType: string): Properties => ({
  fromObjectType: "contacts",
  toObjectType,
  name: "driver",
  label: "Driver",
  inverseLabel: "Driven by",
  onCreate: "fail",
});
const turned: Properties = {
  fromObjectType: "car",
  toObjectType: "contacts",
  name: "driver",
  label: "Driven by",
  inverseLabel: "Driver",
  onCreate: "fail",
};
const limits = (toObjectType: string, typeId = 279): Properties => ({
  fromObjectType: "contacts",
  toObjectType,
  limits: [{ category: typeId === 279 ? "HUBSPOT_DEFINED" : "USER_DEFINED", typeId, maxToObjectIds: 5 }],
  authoritative: false,
  onCreate: "adopt",
  onDelete: "restore",
});

const failing = (path: string): FaultRule => ({
  match: { path },
  times: 1,
  fault: { status: 503, body: { status: "error", message: "not now" } },
});

const right = async <L, A>(task: TaskEither<L, A>): Promise<A> => {
  const result = await task();
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return asJson(result.right);
};

describe("an object type that a program writes in another way", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [portal], quota: { max: 1_000_000 } });
  });

  const begin = async (): Promise<{ readonly label: Saved; readonly limits: Saved }> => {
    sandbox.reset();
    sandbox.setState({ portals: [portal] });
    const made = newProcess(sandbox);
    const first = await right(made.label.create(label("2-7")));
    return { label: first, limits: await right(made.resource.create(limits("2-7", 60))) };
  };

  const failuresOf = async (resource: Resource, olds: Properties, news: Properties): Promise<ReadonlyArray<string>> =>
    (await resource.check(olds, news)()).failures;

  for (const previewChecks of [true, false]) {
    const more: Partial<Configuration> = { previewChecks };
    for (const path of ["/crm-object-schemas/", "/account-info/"]) {
      it(`fails the check where ${path} is not answered, with previewChecks: ${previewChecks}`, async () => {
        await begin();
        sandbox.faults([failing(path)]);
        const process = newProcess(sandbox, more);
        for (const failures of [
          await failuresOf(process.label, label("2-7"), label("car")),
          await failuresOf(process.resource, limits("2-7", 60), limits("car", 60)),
        ]) {
          expect(failures.length).to.equal(1);
          expect(failures[0]).to.match(
            /^toObjectType: whether "car" is the "2-7" of the state cannot be decided, because .*\(503\); nothing was changed; run again, or write "2-7"$/,
          );
        }
      });
    }

    it(`replaces nothing where the portal says that it is the same, with previewChecks: ${previewChecks}`, async () => {
      const state = await begin();
      for (const [kind, saved, olds, news] of [
        ["label", state.label, label("2-7"), label("car")],
        ["label", state.label, label("2-7"), turned],
        ["resource", state.limits, limits("2-7", 60), limits("car", 60)],
      ] as const) {
        const resource = newProcess(sandbox, more)[kind];
        const { inputs, failures } = await resource.check(olds, news)();
        expect(failures).to.deep.equal([]);
        const diff = resource.diff(saved.id, saved.outputs, inputs);
        expect(E.isRight(diff) ? diff.right.replaces : diff.left).to.deep.equal([]);
      }
    });

    it(`replaces the resource where the portal says that it is another, with previewChecks: ${previewChecks}`, async () => {
      const state = await begin();
      const { label: resource } = newProcess(sandbox, more);
      const { inputs, failures } = await resource.check(label("2-7"), label("boat"))();
      expect(failures).to.deep.equal([]);
      const diff = resource.diff(state.label.id, state.label.outputs, inputs);
      expect(E.isRight(diff) ? diff.right.replaces : diff.left).to.deep.equal(["toObjectType"]);
    });
  }

  it("is decided though the preview's look for another resource got no answer", async () => {
    await begin();
    sandbox.faults([failing("/configurations/all")]);
    const process = newProcess(sandbox);
    expect(await failuresOf(process.resource, {}, limits("companies"))).to.deep.equal([]);
    const { inputs, failures } = await process.label.check(label("2-7"), label("car"))();
    expect([inputs["toObjectType"], readHome(inputs), failures]).to.deep.equal([
      "car",
      readHome(atHome(process, {}, { toObjectTypeId: "2-7" })),
      [],
    ]);
  });

  it("fails the check, and says what to write instead, where the token may not read schemas", async () => {
    await begin();
    const body = { status: "error", category: "MISSING_SCOPES", message: "no" };
    sandbox.faults([{ match: { path: "/crm-object-schemas/" }, times: 9, fault: { status: 403, body } }]);
    expect(await failuresOf(newProcess(sandbox).label, label("2-7"), label("car"))).to.deep.equal([
      'toObjectType: whether "car" is the "2-7" of the state cannot be decided, because the access token needs scopes that it does not have (403); nothing was changed; run again, or write "2-7"',
    ]);
  });

  for (const previewChecks of [true, false]) {
    const more: Partial<Configuration> = { previewChecks };
    const ofCars = (fromObjectType: string, toObjectType: string, inverseLabel?: string): Properties => ({
      ...label(toObjectType),
      fromObjectType,
      inverseLabel,
    });

    it(`on one side of a pair of its own kind is the same one, previewChecks: ${previewChecks}`, async () => {
      for (const inverseLabel of ["Driven by", undefined]) {
        sandbox.reset();
        sandbox.setState({ portals: [portal] });
        const [olds, news] = [ofCars("2-7", "2-7", inverseLabel), ofCars("car", "2-7", inverseLabel)];
        const { id, outputs } = await right(newProcess(sandbox).label.create(olds));
        const { label: resource, context } = newProcess(sandbox, more);
        const { inputs, failures } = await resource.check(olds, news)();
        expect(failures).to.deep.equal([]);
        const diff = resource.diff(id, outputs, inputs);
        expect(E.isRight(diff) ? diff.right : diff.left).to.deep.include({ changes: true, replaces: [] });
        expect(context.claims.labels.remake({ from: "2-7", to: "2-7" }, "Driver")).to.equal(false);
        sandbox.faults([failing("/crm-object-schemas/")]);
        expect(await failuresOf(newProcess(sandbox, more).label, olds, news)).to.have.length(1);
      }
    });

    it(`that the portal does not have is an error before anything goes, previewChecks: ${previewChecks}`, async () => {
      await begin();
      for (const [name, meant] of [
        ["cra", 'did you mean "car"? Its'],
        ["p222_car", "its"],
      ] as const) {
        const { label: resource } = newProcess(sandbox, more);
        expect(await failuresOf(resource, label("2-7"), label(name))).to.deep.equal([
          `toObjectType: "${name}" is none of HubSpot's object types, and the portal has no custom object of that name; ${meant} custom objects are car, boat`,
        ]);
      }
    });

    it(`is told for each side, with the id of that side, previewChecks: ${previewChecks}`, async () => {
      await begin();
      sandbox.faults([failing("/crm-object-schemas/")]);
      const { label: resource } = newProcess(sandbox, more);
      const failures = await failuresOf(resource, ofCars("2-7", "2-8"), ofCars("car", "boat"));
      expect(failures.map((failure) => failure.replace(/decided, .*, or write/, "decided, or write"))).to.deep.equal([
        'fromObjectType: whether "car" is the "2-7" of the state cannot be decided, or write "2-7"',
        'toObjectType: whether "boat" is the "2-8" of the state cannot be decided, or write "2-8"',
      ]);
    });
  }

  it("replaces nothing where the other words tell another pair, and no schema tells that its object is there", async () => {
    await begin();
    const body = { status: "error", category: "MISSING_SCOPES", message: "no" };
    sandbox.faults([{ match: { path: "/crm-object-schemas/" }, times: 9, fault: { status: 403, body } }]);
    const elsewhere = { ...label("p111_car"), fromObjectType: "companies" };
    const mirror = { ...limits("contacts", 61), fromObjectType: "p111_car" };
    for (const failures of [
      await failuresOf(newProcess(sandbox).label, label("2-7"), elsewhere),
      await failuresOf(newProcess(sandbox).resource, limits("2-7", 60), mirror),
    ])
      expect(failures.join()).to.match(
        /ObjectType: whether the portal has a custom object "p111_car" cannot be told, because .*, and this resource would be replaced; nothing was changed; run again, or write the object's id$/,
      );
  });

  for (const previewChecks of [true, false]) {
    for (const kind of ["label", "resource"] as const) {
      it(`by an id that the state does not know is told by the portal or an error, ${kind}, previewChecks: ${previewChecks}`, async () => {
        const more: Partial<Configuration> = { previewChecks };
        const inputs = (name: string): Properties => (kind === "label" ? label(name) : limits(name, 60));
        await begin();
        const body = { status: "error", category: "MISSING_SCOPES", message: "no" };
        const mayNot: FaultRule = { match: { path: "/crm-object-schemas/" }, times: 99, fault: { status: 403, body } };
        if (kind === "label") sandbox.setState({ portals: [portal] });
        sandbox.faults([mayNot]);
        const saved = await right(newProcess(sandbox)[kind].create(inputs("p111_car")));
        expect(saved.outputs).to.not.have.property("toObjectTypeId");
        const diffed = async (): Promise<unknown> => {
          const resource = newProcess(sandbox, more)[kind];
          const checked = await resource.check(inputs("p111_car"), { ...inputs("2-7"), onCreate: "adopt" })();
          expect(checked.failures).to.deep.equal([]);
          const diff = resource.diff(saved.id, saved.outputs, checked.inputs);
          return E.isRight(diff) ? [diff.right.changes, diff.right.replaces] : renderFailure(diff.left);
        };
        expect(await diffed()).to.deep.equal([
          'toObjectType: whether "2-7" is the "p111_car" of the state cannot be decided, because neither the state nor the portal tells the id that goes with the name; nothing was changed; run again, or write "p111_car"',
        ]);
        sandbox.faults([]);
        // The update writes the id into the state, so that nothing is left to decide.
        expect(await diffed()).to.deep.equal([true, []]);
        const since = sandbox.requests().length;
        const { resource, label: ofLabel } = newProcess(sandbox, more);
        const hooks = kind === "label" ? ofLabel : resource;
        const news = (await hooks.check(inputs("p111_car"), inputs("2-7"))()).inputs;
        const { outputs } = await right(hooks.update(saved.id, saved.outputs, news));
        expect(sandbox.requests(since).filter(({ method }) => method !== "GET")).to.deep.equal([]);
        const diff = newProcess(sandbox, more)[kind].diff(saved.id, outputs, inputs("2-7"));
        expect(E.isRight(diff) ? diff.right.changes : diff.left).to.equal(false);
      });
    }
  }

  it("asks the portal nothing where the names alone decide", async () => {
    await begin();
    const since = sandbox.requests().length;
    for (const [before, now] of [
      ["2-7", "2-8"],
      ["2-7", "contacts"],
      ["car", "p111_car"],
      ["companies", "company"],
    ] as const) {
      const process = newProcess(sandbox, { previewChecks: false });
      const olds = atHome(process, label(before), before === "car" ? { toObjectTypeId: "2-7" } : {});
      expect(await failuresOf(process.label, olds, label(now))).to.deep.equal([]);
    }
    expect(sandbox.requests(since)).to.deep.equal([]);
  });
});
