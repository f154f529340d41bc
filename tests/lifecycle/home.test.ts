/** Where a resource lives is decided once, and noted: on whose word, in which portal, and under which ids. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Configuration } from "../../provider/configuration";
import { readHome, withoutHome } from "../../provider/lifecycle/home";
import type { Checked, Properties } from "../../provider/lifecycle/resource";
import { secret } from "../../provider/secret";
import { UNKNOWN } from "../../provider/unknown";
import type { DirectSandbox, PortalInput } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import { newEngine } from "../support/engine/engine";
import { hooksIn } from "../support/engine/inProcess";
import type { Registered, Run } from "../support/engine/run";
import { reasonsOf } from "../support/engine/run";
import { declared, unlabeled } from "../support/inputs";
import type { Process } from "../support/provider/process";
import { newProcess } from "../support/provider/process";

const portals: ReadonlyArray<PortalInput> = [
  {
    portalId: 111,
    tokens: ["token-one", "token-two"],
    objectTypes: [{ objectTypeId: "2-7", name: "car" }],
    labels: [{ from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: null, inverseLabel: null }],
  },
  { portalId: 222, tokens: ["token-of-222"] },
];

describe("the home of a resource", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals, quota: { max: 1_000_000 } });
  });
  beforeEach(() => {
    sandbox.reset();
    sandbox.setState({ portals });
  });

  /** A process with this token, of the stack's configuration or of a Provider. */
  const as = (token: string, provider?: string, more: Partial<Configuration> = {}): Process => {
    const source =
      provider === undefined
        ? ({ _tag: "StackConfiguration" } as const)
        : ({ _tag: "ExplicitProvider", name: provider } as const);
    const identity = O.some({
      origin: { source, setting: "accessToken" as const },
      credentials: { _tag: "AccessToken" as const, accessToken: secret(token) },
      baseUrl: "https://sandbox.test",
    });
    return newProcess(sandbox, { identity, source, ...more });
  };
  const run = (process: Process): Run => ({ hooks: hooksIn(process) });
  /** The processes of a command: of the stack's configuration, and of the Provider "eu". */
  const two = (tokenOfProvider: string): Run => {
    const [own, eu] = [hooksIn(as("token-one")), hooksIn(as(tokenOfProvider, "eu"))];
    return { hooks: (kind, provider) => (provider === "eu" ? eu : own)(kind) };
  };
  const asked = (since: number): ReadonlyArray<string> =>
    sandbox.requests(since).map(({ method, path }) => `${method} ${path.replace(/\?.*/, "")}`);
  const account = "GET /account-info/v3/details";
  const schemas = "GET /crm-object-schemas/v3/schemas";

  const five = declared("contacts/companies", [unlabeled(5)]);
  const limits: Registered = { name: "limits", kind: "AssociationConfiguration", inputs: five };
  const other: Registered = {
    name: "other",
    kind: "AssociationConfiguration",
    inputs: declared("companies/contacts", [unlabeled(7)]),
  };
  const label = (toObjectType: string, more: Properties = {}): Registered => ({
    name: "label",
    kind: "AssociationLabel",
    inputs: {
      fromObjectType: "contacts",
      toObjectType,
      name: "driver",
      label: "Driver",
      inverseLabel: "Driven",
      ...more,
    },
  });

  /** The same stack as an import, or a release before homes, leaves it. */
  const beforeHomes = (engine: ReturnType<typeof newEngine>): ReturnType<typeof newEngine> =>
    newEngine(
      engine.state().map((held) => ({ ...held, inputs: withoutHome(held.inputs), outputs: withoutHome(held.outputs) })),
    );

  /** An up of a program, and what it asked of the portal. */
  const up = async (
    engine: ReturnType<typeof newEngine>,
    process: Process,
    program: ReadonlyArray<Registered>,
  ): Promise<{ readonly failures: ReadonlyArray<string>; readonly requests: ReadonlyArray<string> }> => {
    const since = sandbox.requests().length;
    const failures = reasonsOf(await engine.up(run(process), program));
    return { failures, requests: asked(since) };
  };
  const standing = (): unknown =>
    sandbox.state().portals.map(({ portalId, limits: all, labels }) => ({
      portalId,
      limits: all.map(({ typeId, maxToObjectIds }) => `${typeId}=${maxToObjectIds}`),
      labels: labels.flatMap(({ label: text }) => text ?? []),
    }));

  it("lets the same program ask nothing, and a rotated token ask once whose it is, without an update", async () => {
    const engine = newEngine();
    const program = [limits, other, label("car")];
    expect((await up(engine, as("token-one"), program)).failures).to.deep.equal([]);
    expect(await up(engine, as("token-one"), program)).to.deep.equal({ failures: [], requests: [] });
    const updated: Array<string> = [];
    const since = sandbox.requests().length;
    const ended = ({ kind }: { readonly kind: string }): boolean => updated.push(kind) > 0;
    expect(await engine.up({ ...run(as("token-two")), ended }, program)).to.deep.equal([]);
    expect([updated, asked(since)]).to.deep.equal([[], [account]]);
    expect(await up(engine, as("token-two"), program)).to.deep.equal({ failures: [], requests: [] });
    // A refresh brings back what the outputs know; on whose word, the refresh itself knows.
    expect(reasonsOf(await engine.refresh(run(as("token-two"))))).to.deep.equal([]);
    expect(await up(engine, as("token-two"), program)).to.deep.equal({ failures: [], requests: [] });
  });

  for (const previewChecks of [true, false])
    for (const portalId of [O.none, O.some(222)])
      it(`is no other portal under the same Provider: refused before anything is written, previewChecks: ${previewChecks}, portalId ${O.isSome(portalId)}`, async () => {
        const engine = newEngine();
        await up(engine, as("token-one"), [limits]);
        const before = [standing(), engine.state()];
        const moved = as("token-of-222", undefined, { previewChecks, portalId });
        const { failures, requests } = await up(engine, moved, [limits, other]);
        expect(failures[0]).to.contain(
          "belongs to portal 222, but this resource lives in portal 111, and a stack does not move to another portal",
        );
        expect(requests).to.deep.equal([account]);
        expect([standing(), engine.state()]).to.deep.equal(before);
        // The way back is free.
        expect(await up(engine, as("token-one"), [limits])).to.deep.equal({ failures: [], requests: [] });
      });

  it("is not left because the configuration names another portal: that is refused, and nothing is asked", async () => {
    const engine = newEngine();
    await up(engine, as("token-one"), [limits]);
    const { failures, requests } = await up(engine, as("token-one", undefined, { portalId: O.some(222) }), [limits]);
    expect([failures.length, requests]).to.deep.equal([1, []]);
    expect(failures[0]).to.contain("belongs to portal 111, but the configuration means portal 222 (portalId)");
  });

  it("is another where a resource is given the Provider of another portal: made there, and left here", async () => {
    const engine = newEngine();
    expect(reasonsOf(await engine.up(two("token-of-222"), [limits]))).to.deep.equal([]);
    expect(reasonsOf(await engine.up(two("token-of-222"), [{ ...limits, provider: "eu" }]))).to.deep.equal([]);
    expect(standing()).to.deep.equal([
      { portalId: 111, limits: [], labels: [] },
      { portalId: 222, limits: ["279=5"], labels: [] },
    ]);
  });

  it("is not another where a Provider of another name means the same portal", async () => {
    const engine = newEngine();
    await engine.up(two("token-two"), [limits]);
    const since = sandbox.requests().length;
    expect(reasonsOf(await engine.up(two("token-two"), [{ ...limits, provider: "eu" }]))).to.deep.equal([]);
    expect(asked(since)).to.deep.equal([account]);
  });

  it("is a failure where another Provider's portal cannot be learnt", async () => {
    const engine = newEngine();
    await engine.up(two("token-of-222"), [limits]);
    sandbox.faults([{ match: { path: "/account-info/" }, times: 9, fault: { status: 503, body: { message: "no" } } }]);
    const before = standing();
    expect(reasonsOf(await engine.up(two("token-of-222"), [{ ...limits, provider: "eu" }]))).to.deep.equal([
      "whether its hubspot.Provider means the portal where this resource lives cannot be decided, because HubSpot is not available (503); nothing was changed; run again",
    ]);
    expect(standing()).to.deep.equal(before);
  });

  it("learns another spelling with one look at the schemas and no write, and never asks again", async () => {
    const engine = newEngine();
    const turned = label("contacts", {
      fromObjectType: "car",
      label: "Driven",
      inverseLabel: "Driver",
    });
    await up(engine, as("token-one"), [label("2-7")]);
    const before = standing();
    for (const [program, requests] of [
      [label("car"), [account, schemas]],
      [turned, []],
      [label("p111_car"), []],
      [label("2-7"), []],
      [turned, [account, schemas]],
    ] as const) {
      expect(await up(engine, as("token-one"), [program])).to.deep.equal({ failures: [], requests });
      sandbox.faults([{ match: { path: "/" }, times: 99, fault: { status: 503, body: { message: "no" } } }]);
      expect(await up(engine, as("token-one"), [program])).to.deep.equal({ failures: [], requests: [] });
      sandbox.faults([]);
      expect(standing()).to.deep.equal(before);
    }
  });

  for (const authoritative of [true, false])
    it(`is gone with its custom object, also where another one of its name was made since, authoritative: ${authoritative}`, async () => {
      const engine = newEngine();
      const own = { category: "USER_DEFINED", typeId: 50, maxToObjectIds: 3 };
      const ofCars: Registered = {
        name: "cars",
        kind: "AssociationConfiguration",
        inputs: declared("contacts/car", [own], { authoritative }),
      };
      const byText = { ...ofCars, inputs: declared("contacts/car", [{ unlabeled: true, maxToObjectIds: 3 }]) };
      expect((await up(engine, as("token-one"), [ofCars, label("car")])).failures).to.deep.equal([]);
      const anew: PortalInput = {
        portalId: 111,
        tokens: ["token-one", "token-two"],
        objectTypes: [{ objectTypeId: "2-8", name: "car" }],
        labels: [{ from: "contacts", to: "car", typeId: 70, inverseTypeId: 71, label: null, inverseLabel: null }],
      };
      sandbox.setState({ portals: [anew] });
      expect(reasonsOf(await engine.refresh(run(as("token-one"))))).to.deep.equal([]);
      expect(engine.state()).to.deep.equal([]);
      expect((await up(engine, as("token-one"), [byText, label("car")])).failures).to.deep.equal([]);
      expect(standing()).to.deep.equal([{ portalId: 111, limits: ["70=3"], labels: ["Driver"] }]);
    });

  const faulty = (path: string, status = 503): void =>
    sandbox.faults([
      { match: { path }, times: 99, fault: { status, body: { message: "no", category: "MISSING_SCOPES" } } },
    ]);

  for (const name of ["cra", "compnies", "p222_car", "p111_cra"])
    for (const status of [503, 403])
      for (const previewChecks of [true, false])
        it(`is kept where "${name}" may be mistyped and schemas answer ${status}, previewChecks: ${previewChecks}`, async () => {
          const engine = newEngine();
          await up(engine, as("token-one"), [label("car")]);
          const before = [standing(), engine.state()];
          faulty("/crm-object-schemas/", status);
          const { failures } = await up(engine, as("token-one", undefined, { previewChecks }), [label(name)]);
          expect(failures[0]).to.match(/^toObjectType: whether .* nothing was changed; run again, or write /);
          expect([standing(), engine.state()]).to.deep.equal(before);
        });

  it("has the id in the outputs too once the schemas tell it, so that a destroy finds its label", async () => {
    const engine = newEngine();
    faulty("/crm-object-schemas/", 403);
    expect((await up(engine, as("token-one"), [label("p111_car")])).failures).to.deep.equal([]);
    sandbox.faults([]);
    expect((await up(engine, as("token-two"), [label("car")])).failures).to.deep.equal([]);
    expect(engine.state()[0]?.outputs["toObjectTypeId"]).to.equal("2-7");
    expect(reasonsOf(await engine.refresh(run(as("token-two"))))).to.deep.equal([]);
    expect(engine.state().length).to.equal(1);
    expect(reasonsOf(await engine.destroy(run(as("token-two"))))).to.deep.equal([]);
    expect(standing()).to.deep.equal([
      { portalId: 111, limits: [], labels: [] },
      { portalId: 222, limits: [], labels: [] },
    ]);
  });

  it("is asked for again where its object was not told, and a second resource on its pair is then refused", async () => {
    const ofCars = (name: string, to: string): Registered => ({
      name,
      kind: "AssociationConfiguration",
      inputs: declared(`contacts/${to}`, [{ category: "USER_DEFINED", typeId: 50, maxToObjectIds: 3 }]),
    });
    const engine = newEngine();
    sandbox.faults([
      { match: { path: "/crm-object-schemas/" }, times: 1, fault: { status: 503, body: { message: "no" } } },
    ]);
    expect((await up(engine, as("token-one"), [ofCars("one", "car")])).failures).to.deep.equal([]);
    const { failures } = await up(engine, as("token-one"), [ofCars("one", "car"), ofCars("two", "2-7")]);
    expect(failures.join()).to.contain("put all its limits into one resource");
  });

  it("of a label between records of one type is the same from the other side, in whichever words", async () => {
    for (const [from, to] of [
      ["car", "2-7"],
      ["p111_car", "P111_CAR"],
    ] as const) {
      sandbox.setState({ portals });
      const engine = newEngine();
      const own = (label: string, inverseLabel: string): Registered => ({
        name: "label",
        kind: "AssociationLabel",
        inputs: { fromObjectType: from, toObjectType: to, name: "driver", label, inverseLabel },
      });
      await up(engine, as("token-one"), [own("Driver", "Driven")]);
      const { failures, requests } = await up(engine, as("token-one"), [own("Driven", "Driver")]);
      expect([failures, requests]).to.deep.equal([[], []]);
    }
  });

  it("of a custom object with a standard object's name is not the standard one's", async () => {
    const engine = newEngine();
    await up(engine, as("token-one"), [label("projects")]);
    faulty("/crm-object-schemas/");
    const { failures } = await up(engine, as("token-one"), [label("p111_projects")]);
    expect(failures[0]).to.contain('whether the portal has a custom object "p111_projects" cannot be told');
  });

  it("goes with its Provider also where an import brought none", async () => {
    const engine = newEngine();
    await engine.up(two("token-of-222"), [limits]);
    const older = beforeHomes(engine);
    expect(reasonsOf(await older.up(two("token-of-222"), [limits]))).to.deep.equal([]);
    expect(reasonsOf(await older.up(two("token-of-222"), [{ ...limits, provider: "eu" }]))).to.deep.equal([]);
    expect(standing()).to.deep.equal([
      { portalId: 111, limits: [], labels: [] },
      { portalId: 222, limits: ["279=5"], labels: [] },
    ]);
  });

  it("is decided by a preview that does not know a label's text yet", async () => {
    const engine = newEngine();
    await up(engine, as("token-one"), [label("2-7")]);
    expect(await engine.preview(run(as("token-one")), [label("car", { label: UNKNOWN })])).to.deep.equal({
      changes: ["update label"],
      failures: [],
    });
  });

  it("is noted by one question where an import brought none, and the question changes nothing", async () => {
    const engine = newEngine();
    await up(engine, as("token-one"), [limits, label("car")]);
    const older = beforeHomes(engine);
    const updated: Array<string> = [];
    const since = sandbox.requests().length;
    const ended = ({ kind }: { readonly kind: string }): boolean => updated.push(kind) > 0;
    expect(await older.up({ ...run(as("token-one")), ended }, [limits, label("car")])).to.deep.equal([]);
    expect([updated, asked(since)]).to.deep.equal([[], [account, schemas]]);
    expect(await up(older, as("token-one"), [limits, label("car")])).to.deep.equal({ failures: [], requests: [] });
  });

  it("tells nothing of the credentials but that they are the same, and another digest in another portal", async () => {
    const check = (process: Process): Promise<Checked> => process.resource.check({}, five)();
    const { inputs } = await check(as("token-one"));
    const home = readHome(inputs);
    expect(O.isSome(home) && home.value.credentials).to.match(/^[\w-]{22}$/);
    expect(JSON.stringify(inputs)).to.not.contain("token-one");
    const marks = [111, 222].map((portalId) => {
      const { portal } = as("token-one").context;
      return E.isRight(portal) ? portal.right.access.mark(portalId) : "";
    });
    expect(new Set(marks).size).to.equal(2);
  });
});
