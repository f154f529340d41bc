/**
 * The model of the engine, on which the tests of the lifecycle stand, does what the engine does: the same story on both,
 * the same hooks, the same state. Which of the resources that are ready the engine registers first varies, so the model
 * registers them as the engine just did. One at a time, checks and diffs then come in the same order, and so do creates,
 * updates and deletes of replaced resources; several at a time, each resource's hooks do.
 */
import { expect } from "chai";
import { hooksIn } from "../support/engine/inProcess";
import type { Engine } from "../support/engine/engine";
import { newEngine } from "../support/engine/engine";
import type { Properties } from "../support/engine/hooks";
import type { Registered } from "../support/engine/run";
import { trace } from "../support/engine/run";
import { newProcess } from "../support/provider/process";
import { closeAll } from "../support/closeAll";
import { openSandbox } from "../support/sandbox";
import type { DirectSandbox, PortalInput, Sandbox } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import type { Run, Stack } from "./harness";
import { newStack } from "./harness";
import type { HookLog } from "./support/hookLog";
import { noteHooks, subjectOf } from "./support/hookLog";
import { nameOf } from "./support/state";

const portal: PortalInput = {
  portalId: 111,
  nextTypeId: 50,
  tokens: ["engine-model-token"],
  limits: [{ from: "companies", to: "contacts", category: "HUBSPOT_DEFINED", typeId: 280, maxToObjectIds: 3 }],
  // One of the two labels stands, so that ids do not depend on which is made first.
  labels: [
    {
      ...{ from: "contacts", to: "companies", name: "standing", typeId: 40, inverseTypeId: 41 },
      ...{ label: "Sponsor", inverseLabel: "Sponsor, inverse" },
    },
  ],
};
/** A batch of which one input is refused has applied the others: a partial failure without a wait. */
const options = { portals: [portal], switches: { mixedBatch: "applyValid" }, quota: { max: 1_000_000 } } as const;

const label = (name: string, text: string): Registered => ({
  name,
  kind: "AssociationLabel",
  inputs: {
    ...{ fromObjectType: "contacts", toObjectType: "companies" },
    ...{ name, label: text, inverseLabel: `${text}, inverse`, onCreate: "adopt", onDelete: "delete" },
  },
});
const limits = (pair: string, ...all: ReadonlyArray<Properties>): Registered => {
  const [fromObjectType, toObjectType] = pair.split("/");
  return { name: pair, kind: "AssociationConfiguration", inputs: { fromObjectType, toObjectType, limits: all } };
};
const own = (maxToObjectIds: number): Properties => ({ unlabeled: true, maxToObjectIds });
const byId = (typeId: number, maxToObjectIds: number): Properties => ({
  ...{ category: "USER_DEFINED", typeId },
  maxToObjectIds,
});

/** A configuration whose limit is on a label of the program, by the label's output. */
const onLabel = (of: string, maxToObjectIds: number): Registered => ({
  name: "contacts/companies",
  kind: "AssociationConfiguration",
  dependsOn: [of],
  inputs: (outputOf) => ({
    fromObjectType: "contacts",
    toObjectType: "companies",
    limits: [{ category: "USER_DEFINED", typeId: outputOf(of, "typeId"), maxToObjectIds }],
  }),
});

interface Step {
  readonly what: string;
  readonly command: "up" | "refresh" | "destroy";
  readonly program?: ReadonlyArray<Registered>;
  /** Something that others do to the portal before. */
  readonly meanwhile?: (sandbox: DirectSandbox) => void;
  readonly fails?: true;
}

const lower = (sandbox: DirectSandbox): void => {
  const state = sandbox.state();
  sandbox.setState({
    ...state,
    portals: state.portals.map((each) => ({
      ...each,
      limits: each.limits.map((limit) => (limit.from === "deals" ? { ...limit, maxToObjectIds: 1 } : limit)),
    })),
  });
};

const decided = label("decided", "Decision maker");
const lone = label("lone", "Sponsor");
const begun = [decided, onLabel("decided", 2), limits("companies/contacts", own(4)), lone];
const changed = [decided, onLabel("decided", 1), limits("deals/companies", own(9)), label("lone", "Patron")];
const refused = [
  decided,
  onLabel("decided", 1),
  limits("deals/companies", own(8), byId(9_999, 2)),
  label("lone", "Patron"),
];
const story: ReadonlyArray<Step> = [
  { what: "makes what is new, dependents last", command: "up", program: begun },
  { what: "checks and compares what is unchanged, and calls nothing more", command: "up", program: begun },
  { what: "updates, creates, and deletes at the end", command: "up", program: changed },
  { what: "keeps what a partial failure left", command: "up", program: refused, fails: true },
  { what: "updates after a partial failure whatever diff says", command: "up", program: changed },
  { what: "takes drift over into inputs and outputs", command: "refresh", meanwhile: lower },
  {
    what: "creates before it deletes a replaced pair, and deletes a renamed label before it makes it again",
    command: "up",
    program: [decided, onLabel("decided", 1), limits("deals/contacts", own(9)), label("another", "Patron")],
  },
  { what: "deletes dependents first, and checks nothing", command: "destroy" },
];

/** The logical names that programs give to resources; a replaced one keeps its name. */
const nameIn = (registered: Registered): string =>
  registered.name === "deals/contacts" || registered.name === "deals/companies"
    ? "moving"
    : registered.name === "another" || registered.name === "lone"
      ? "renamed"
      : registered.name;

const literal = (value: unknown): string => JSON.stringify(value);

/** A program's resources in the order in which they are registered. */
const source = (program: ReadonlyArray<Registered>): string =>
  program
    .map((registered, i) => {
      const { kind, inputs } = registered;
      const output = (name: string, key: string): unknown => ({
        $: `r${program.findIndex((one) => one.name === name)}.${key}`,
      });
      const args = literal(typeof inputs === "function" ? inputs(output) : inputs).replace(/\{"\$":"([^"]+)"\}/g, "$1");
      return `const r${i} = new hubspot.${kind}(${literal(nameIn(registered))}, ${args});`;
    })
    .join("\n");

/** Without times, which the clock decides, and without Pulumi's own property. */
const comparable = ({
  __provider: _provider,
  requestedAt: _requested,
  startedAt: _started,
  completedAt: _completed,
  ...properties
}: Properties): Properties => properties;

/** A program in the order in which its resources were first checked; what was not checked comes last. */
const inOrderOf = (hooks: ReadonlyArray<string>, program: ReadonlyArray<Registered>): ReadonlyArray<Registered> => {
  const at = ({ name }: Registered): number => {
    const found = hooks.indexOf(`check ${name}`);
    return found === -1 ? hooks.length : found;
  };
  return [...program].sort((a, b) => at(a) - at(b));
};

interface Kept {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

interface Played {
  readonly hooks: ReadonlyArray<string>;
  readonly state: ReadonlyMap<string, Kept>;
}

class Both {
  private constructor(
    private readonly stack: Stack,
    private readonly log: HookLog,
    private readonly real: Sandbox,
    private readonly model: DirectSandbox,
    private readonly engine: Engine,
    private readonly parallel: number,
  ) {}

  static async begin(parallel: number): Promise<Both> {
    const real = await openSandbox(options);
    const stack = await newStack({
      config: {
        "hubspot:accessToken": { secret: real.token },
        "hubspot:baseUrl": real.url,
        "hubspot:previewChecks": "false",
      },
    });
    return new Both(stack, await noteHooks(stack), real, createSandbox(options), newEngine(), parallel);
  }

  async play({
    command,
    program = [],
    meanwhile,
    fails,
  }: Step): Promise<{ readonly real: Played; readonly model: Played }> {
    meanwhile?.(this.real);
    meanwhile?.(this.model);
    await this.stack.program(source(program));
    const flags = ["--parallel", String(this.parallel)];
    const run: Run = await this.stack[command](...flags);
    expect(run.code !== 0, run.output).to.equal(fails === true);

    const subjects: string[] = [];
    const hooks = hooksIn(newProcess(this.model, { previewChecks: false }));
    const noted = trace({
      hooks: (kind) => {
        const of = hooks(kind);
        const note = (hook: string, properties: Properties): void =>
          void subjects.push(`${hook} ${subjectOf(properties)}`);
        return {
          check: (olds, news) => (note("check", news), of.check(olds, news)),
          diff: (id, olds, news) => (note("diff", news), of.diff(id, olds, news)),
          create: (inputs) => (note("create", inputs), of.create(inputs)),
          read: (id, outputs) => (note("read", outputs), of.read(id, outputs)),
          update: (id, olds, news) => (note("update", news), of.update(id, olds, news)),
          delete: (id, outputs) => (note("delete", outputs), of.delete(id, outputs)),
        };
      },
      parallel: this.parallel,
    });
    const real = await this.log.since();
    const named = inOrderOf(real, program).map((registered) => ({ ...registered, name: nameIn(registered) }));
    const failures = command === "up" ? await this.engine.up(noted.run, named) : await this.engine[command](noted.run);
    expect(failures.length > 0, JSON.stringify(failures)).to.equal(fails === true);

    const resources = (await this.stack.resources()).filter(({ type }) => type.startsWith("pulumi-nodejs:dynamic/"));
    return {
      real: {
        hooks: real,
        state: new Map(
          resources.map(({ urn, id = "", inputs, outputs }) => [
            nameOf(urn),
            { id, inputs: comparable(inputs), outputs: comparable(outputs) },
          ]),
        ),
      },
      model: {
        hooks: subjects,
        state: new Map(
          this.engine
            .state()
            .map(({ name, id, inputs, outputs }) => [
              name,
              { id, inputs: comparable(inputs), outputs: comparable(outputs) },
            ]),
        ),
      },
    };
  }

  end(): Promise<void> {
    return closeAll([this.stack.cleanup, this.real.close]);
  }
}

const sorted = (state: ReadonlyMap<string, Kept>): ReadonlyArray<readonly [string, Kept]> =>
  [...state].sort(([a], [b]) => a.localeCompare(b));

const about = (hooks: ReadonlyArray<string>, subject: string): ReadonlyArray<string> =>
  hooks.filter((hook) => hook.endsWith(` ${subject}`));

const subjectsOf = (hooks: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(hooks.map((hook) => hook.replace(/^\w+ /, ""))),
];

const only = (hooks: ReadonlyArray<string>, ...kinds: ReadonlyArray<string>): ReadonlyArray<string> =>
  hooks.filter((hook) => kinds.some((kind) => hook.startsWith(`${kind} `)));

/** Deletes at the end come as soon as nothing needs them: in no order but that. */
const withoutLastDeletes = (hooks: ReadonlyArray<string>): ReadonlyArray<string> => {
  const last = hooks.findLastIndex((hook) => !hook.startsWith("delete "));
  return hooks.slice(0, last + 1);
};

/** What holds of the order of hooks however many resources are at work. */
const expectDependenciesFirst = (hooks: ReadonlyArray<string>): void => {
  const at = (hook: string): number => hooks.indexOf(hook);
  if (at("create decided") !== -1) expect(at("check contacts/companies")).to.be.above(at("create decided"));
  if (at("delete decided") !== -1) expect(at("delete decided")).to.be.above(at("delete contacts/companies"));
};

/** How much is still checked after a failure is a race in the engine, and nothing comes of it. */
const expectAlike = (fails: Step["fails"], ours: ReadonlyArray<string>, theirs: ReadonlyArray<string>): void => {
  const length = fails === true ? Math.min(ours.length, theirs.length) : Infinity;
  expect(ours.slice(0, length)).to.deep.equal(theirs.slice(0, length));
};

const expectSame = ({ fails }: Step, real: Played, model: Played): void => {
  for (const { hooks } of [real, model]) expectDependenciesFirst(hooks);
  expect(sorted(model.state)).to.deep.equal(sorted(real.state));
  for (const subject of subjectsOf(real.hooks)) {
    const [theirs, ours] = [about(real.hooks, subject), about(model.hooks, subject)];
    expectAlike(fails, ours, theirs);
  }
};

describe("the model of the engine", () => {
  describe("does what the engine does, one resource at a time:", () => {
    let both: Both;
    before(async () => {
      both = await Both.begin(1);
    });
    after(() => both.end());

    for (const step of story) {
      it(step.what, async () => {
        const { real, model } = await both.play(step);
        expectSame(step, real, model);
        if (step.command !== "up") return;
        const steps = (hooks: ReadonlyArray<string>) => only(withoutLastDeletes(hooks), "create", "update", "delete");
        expect(steps(model.hooks)).to.deep.equal(steps(real.hooks));
        expectAlike(step.fails, only(model.hooks, "check", "diff"), only(real.hooks, "check", "diff"));
      });
    }
  });

  describe("does what the engine does, several resources at a time:", () => {
    let both: Both;
    before(async () => {
      both = await Both.begin(8);
    });
    after(() => both.end());

    for (const step of [story[0], story[2], story[7]].flatMap((each) => each ?? [])) {
      it(step.what, async () => {
        const { real, model } = await both.play(step);
        expectSame(step, real, model);
        expect([...model.hooks].sort()).to.deep.equal([...real.hooks].sort());
      });
    }
  });
});
