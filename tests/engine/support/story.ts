/**
 * A stack and the portal it works on, told step by step: what each command said it did, which requests it made of the
 * portal, and what stands there afterwards. Everything in short texts, so that a test compares it whole. At its end no
 * credential stands in anything that it has printed or left behind.
 */
import { expect } from "chai";
import type {
  JournalEntry,
  Label,
  LabelInput,
  PortalInput,
  Sandbox,
  StandingLimit,
  SwitchesInput,
} from "../../../sandbox";
import { closeAll } from "../../support/closeAll";
import { expectNoLeak } from "../../support/leaks/expectNoLeak";
import type { Evidence } from "../../support/leaks/search";
import { journalOf, openSandbox, secretsOf } from "../../support/sandbox";
import type { ConfigValue, Run, Stack, StateResource } from "../harness";
import { newStack, summaryOf } from "../harness";
import type { Environment } from "./command";
import { nameOf } from "./state";

/** What a command did, as far as tests compare it. */
export interface Told {
  readonly code: number;
  /** The counts under `Resources:`, the stack among them. */
  readonly summary: Readonly<Record<string, number>>;
  /** In short, as `showRequest` puts them, in the order of their arrival. */
  readonly requests: ReadonlyArray<string>;
}

/** A command that has ended. */
export interface Step extends Run {
  readonly told: Told;
}

export interface StoryOptions {
  readonly program?: string;
  /** Another story, on whose portals this one goes on; then nothing is said of portals here. */
  readonly beside?: Story;
  /** What stands in portal 111 at the start. */
  readonly portal?: Omit<PortalInput, "portalId">;
  /** Portals beside it. */
  readonly others?: ReadonlyArray<PortalInput>;
  readonly switches?: SwitchesInput;
  /** More than HubSpot's plans give, where a test asks for much at once. */
  readonly quota?: { readonly max: number };
  /** Beside, or instead of, portal 111's token and URL; `null` for no configuration at all. */
  readonly config?: Readonly<Record<string, ConfigValue>> | null;
  /** The environment of the commands; it may need to know where the portal is. */
  readonly env?: (sandbox: Sandbox) => Environment;
  /** Files of the stack's folder in which the test itself writes a credential, such as `program/index.js`. */
  readonly mayHoldCredentials?: ReadonlyArray<string>;
}

export type Kind = "AssociationConfiguration" | "AssociationLabel";

export interface Story {
  readonly sandbox: Sandbox;
  readonly stack: Stack;
  /** From now on the program says this. */
  program(source: string): Promise<void>;
  preview(...flags: ReadonlyArray<string>): Promise<Step>;
  up(...flags: ReadonlyArray<string>): Promise<Step>;
  refresh(...flags: ReadonlyArray<string>): Promise<Step>;
  destroy(...flags: ReadonlyArray<string>): Promise<Step>;
  /** Any command, such as `run("up", "--yes")`, which has a preview before its update. */
  run(...args: ReadonlyArray<string>): Promise<Step>;
  /** What stands in a portal, as {@link showLimits} shows it. */
  limits(portalId?: number): Readonly<Record<string, number>>;
  /** Somebody sets or removes (`undefined`) limits in HubSpot's settings. */
  meanwhile(changes: Readonly<Record<string, number | undefined>>, portalId?: number): void;
  /** The labels that stand in a portal, as {@link showLabel} shows them. */
  labels(portalId?: number): ReadonlyArray<string>;
  /**
   * Somebody makes, changes or deletes (`undefined`) labels in HubSpot's settings, by their names: those that stand
   * become what is said here, others need all that a label has. Limits of a deleted one go along.
   */
  relabel(changes: Readonly<Record<string, Partial<LabelInput> | undefined>>, portalId?: number): void;
  /** The resources of the state, by their names: the association configurations, or those of some kinds. */
  resources(...kinds: ReadonlyArray<Kind>): Promise<Readonly<Record<string, StateResource>>>;
  /** One resource of the state; throws where there is none. */
  resource(name: string): Promise<StateResource>;
  /** The stack's outputs, secrets in plain text. */
  outputs(): Promise<Readonly<Record<string, unknown>>>;
  /**
   * Notes the state and the portals as they are now, and gives what brings both back: a story goes on in another way from
   * where it was, without living through all that came before once more.
   */
  bookmark(): Promise<() => Promise<void>>;
  /**
   * Ends it before the test does: removes the stack, then rejects if a credential was found in what it has printed, in
   * its files or in the sandbox's journal.
   */
  end(): Promise<void>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeText = (category: unknown, typeId: unknown): string =>
  category === "HUBSPOT_DEFINED" ? String(typeId) : `${String(category)} ${String(typeId)}`;

/** The inputs of a batch, such as `1=1 279=5`, or `279` where one is purged; their order says nothing. */
const showBatch = (body: unknown): string => {
  const inputs = isRecord(body) && Array.isArray(body["inputs"]) ? body["inputs"].filter(isRecord) : [];
  return inputs
    .map(
      ({ category, typeId, maxToObjectIds: max }) => typeText(category, typeId) + (max === undefined ? "" : `=${max}`),
    )
    .sort()
    .join(" ");
};

const roots =
  /^\/(crm\/associations\/[^/]+\/definitions\/configurations|crm\/associations\/[^/]+|crm-object-schemas\/[^/]+)\//;

/** The name of a new label, the id of a changed one. */
const showLabelBody = (body: unknown): string => {
  const { name, associationTypeId } = isRecord(body) ? body : {};
  return String(name ?? associationTypeId ?? "");
};

/**
 * A request in short: `GET account`, `GET all`, `GET schemas`, `GET contacts/companies`, `GET contacts/companies/labels`,
 * `POST contacts/companies/labels decision_maker`, `PUT contacts/companies/labels 50`,
 * `DELETE contacts/companies/labels/50`, `POST contacts/companies/batch/update 279=5 USER_DEFINED 37=1`; to another
 * portal than the first, `222: GET account`.
 */
const showRequest = ({ method, path, requestBody, portalId }: JournalEntry, first: number): string => {
  const short = path.replace(/^\/account-info\/.*$/, "account").replace(roots, "");
  const body = short.endsWith("/labels") ? showLabelBody(requestBody) : showBatch(requestBody);
  const portal = portalId === undefined || portalId === first ? "" : `${portalId}: `;
  return `${portal}${method} ${short}${body === "" ? "" : ` ${body}`}`;
};

/** `decision_maker: contacts/companies 50 Decision maker | 51 Decided by`; a pair's own type has `-` for its texts. */
const showLabel = ({ name, from, to, typeId, label, inverseTypeId, inverseLabel }: Label): string =>
  `${name}: ${from}/${to} ${typeId} ${label ?? "-"} | ${inverseTypeId} ${inverseLabel ?? "-"}`;

const isWhole = (label: Partial<LabelInput>): label is LabelInput =>
  label.from !== undefined && label.to !== undefined && label.typeId !== undefined && label.label !== undefined;

const newLabel = (name: string, label: Partial<LabelInput>): LabelInput => {
  if (!isWhole(label)) throw new Error(`No label "${name}" stands, and a new one needs from, to, typeId and label`);
  return { ...label, name };
};

const keyOf = ({ from, to, category, typeId }: Omit<StandingLimit, "maxToObjectIds">): string =>
  `${from}/${to} ${typeText(category, typeId)}`;

/** `{ "contacts/companies 279": 5, "contacts/companies USER_DEFINED 37": 1 }` */
const showLimits = (limits: ReadonlyArray<StandingLimit>): Readonly<Record<string, number>> =>
  Object.fromEntries(limits.map((limit) => [keyOf(limit), limit.maxToObjectIds]));

/** Both sides of a label, as limits of it begin. */
const typesOf = ({ from, to, category, typeId, inverseTypeId }: Label): ReadonlyArray<string> => [
  keyOf({ from, to, category, typeId }),
  keyOf({ from: to, to: from, category, typeId: inverseTypeId }),
];

const typeOfKind = (kind: Kind): string => `pulumi-nodejs:dynamic/hubspot:${kind}`;

const limitOf = (key: string, maxToObjectIds: number): StandingLimit => {
  const [, from = "", to = "", category = "HUBSPOT_DEFINED", typeId] =
    /^(\S+?)\/(\S+) (?:(\S+) )?(\d+)$/.exec(key) ?? [];
  return { from, to, category, typeId: Number(typeId), maxToObjectIds };
};

/** Limits as a portal has them at the start, from the way in which a story shows them. */
export const standing = (limits: Readonly<Record<string, number>>): ReadonlyArray<StandingLimit> =>
  Object.entries(limits).map(([key, maxToObjectIds]) => limitOf(key, maxToObjectIds));

const configurationOf = (sandbox: Sandbox): Readonly<Record<string, ConfigValue>> => ({
  "hubspot:accessToken": { secret: sandbox.token },
  "hubspot:baseUrl": sandbox.url,
});

const tell = (sandbox: Sandbox, stack: Stack, printed: Array<string>, end: Story["end"]): Story => {
  const step = async (run: Promise<Run>): Promise<Step> => {
    const before = sandbox.requests().length;
    const done = await run;
    printed.push(done.output);
    const requests = sandbox.requests(before).map((entry) => showRequest(entry, sandbox.portalId));
    return { ...done, told: { code: done.code, summary: summaryOf(done.output), requests } };
  };
  const portal = (portalId: number) => {
    const found = sandbox.state().portals.find((one) => one.portalId === portalId);
    if (found === undefined) throw new Error(`The sandbox has no portal ${portalId}`);
    return found;
  };
  const settings = (portalId: number, changed: Partial<PortalInput>): void => {
    const portals = sandbox.state().portals;
    sandbox.setState({ portals: portals.map((one) => (one.portalId === portalId ? { ...one, ...changed } : one)) });
  };
  const story: Story = {
    sandbox,
    stack,
    program: (source) => stack.program(source),
    preview: (...flags) => step(stack.preview(...flags)),
    up: (...flags) => step(stack.up(...flags)),
    refresh: (...flags) => step(stack.refresh(...flags)),
    destroy: (...flags) => step(stack.destroy(...flags)),
    run: (...args) => step(stack.run(...args)),
    limits: (portalId = sandbox.portalId) => showLimits(portal(portalId).limits),
    labels: (portalId = sandbox.portalId) => portal(portalId).labels.map(showLabel),
    meanwhile: (changes, portalId = sandbox.portalId) => {
      const limits = Object.entries({ ...showLimits(portal(portalId).limits), ...changes }).flatMap(([key, max]) =>
        max === undefined ? [] : [limitOf(key, max)],
      );
      settings(portalId, { limits });
    },
    relabel: (changes, portalId = sandbox.portalId) => {
      const { labels, limits } = portal(portalId);
      const isGone = ({ name }: Label): boolean => name in changes && changes[name] === undefined;
      const gone = labels.filter(isGone).flatMap(typesOf);
      const made = Object.entries(changes).flatMap(([name, change]) =>
        change === undefined || labels.some((label) => label.name === name) ? [] : [newLabel(name, change)],
      );
      settings(portalId, {
        labels: [
          ...labels.filter((label) => !isGone(label)).map((label) => ({ ...label, ...changes[label.name] })),
          ...made,
        ],
        limits: limits.filter((limit) => !gone.includes(keyOf(limit))),
      });
    },
    resources: async (...kinds) => {
      const types = (kinds.length === 0 ? (["AssociationConfiguration"] as const) : kinds).map(typeOfKind);
      return Object.fromEntries(
        (await stack.resources())
          .filter(({ type }) => types.includes(type))
          .map((resource) => [nameOf(resource.urn), resource]),
      );
    },
    resource: async (name) => {
      const found = (await story.resources("AssociationConfiguration", "AssociationLabel"))[name];
      if (found === undefined) throw new Error(`The state has no resource "${name}"`);
      return found;
    },
    outputs: () => stack.outputs(),
    bookmark: async () => {
      const [state, portals] = [await stack.exported(), sandbox.state()];
      return async () => {
        await stack.import(state);
        sandbox.setState(portals);
      };
    },
    end,
  };
  return story;
};

async function* evidenceOf(sandbox: Sandbox, stack: Stack, except: ReadonlyArray<string>): AsyncGenerator<Evidence> {
  yield journalOf(sandbox);
  yield* stack.evidence(except);
}

interface Begun {
  readonly printed: Array<string>;
  readonly end: () => Promise<void>;
}

/** Gives the function that begins a story, whose end is somebody else's care. */
const beginning = (begun: Array<Begun>): ((options?: StoryOptions) => Promise<Story>) => {
  return async (options = {}) => {
    const {
      program = "",
      beside,
      portal = {},
      others = [],
      config = {},
      env = () => ({}),
      mayHoldCredentials,
      ...more
    } = options;
    const own = (): Promise<Sandbox> => openSandbox({ portals: [{ portalId: 111, ...portal }, ...others], ...more });
    const sandbox = beside?.sandbox ?? (await own());
    const printed: Array<string> = [];
    const closing: Array<() => Promise<void>> = beside === undefined ? [sandbox.close] : [];
    const end = (): Promise<void> => closeAll(closing.splice(0));
    begun.push({ printed, end });
    const stack = await newStack({
      program,
      config: config === null ? {} : { ...configurationOf(sandbox), ...config },
      env: env(sandbox),
    });
    closing.unshift(
      stack.stop,
      () =>
        expectNoLeak([...secretsOf(sandbox), ...stack.secrets()], evidenceOf(sandbox, stack, mayHoldCredentials ?? [])),
      stack.cleanup,
    );
    return tell(sandbox, stack, printed, end);
  };
};

/**
 * Gives the function that begins a story, and sees to its end after each test of the suite. A test that fails shows
 * what its commands printed.
 */
export const stories = (): ((options?: StoryOptions) => Promise<Story>) => {
  const begun: Array<Begun> = [];
  afterEach(async function () {
    const ending = begun.splice(0);
    if (this.currentTest?.state === "failed") ending.forEach(({ printed }) => console.error(printed.join("\n")));
    await closeAll(ending.map(({ end }) => end));
  });
  return beginning(begun);
};

/**
 * The same for a story that the tests of a suite tell together, one step after another: it is begun in the suite's
 * `before`, and ends after its last test. Once a test has failed, those behind it are skipped, since each goes on from
 * where the one before came to.
 */
export const chapters = (): ((options?: StoryOptions) => Promise<Story>) => {
  const begun: Array<Begun> = [];
  let failed = false;
  beforeEach(function () {
    if (failed) this.skip();
  });
  afterEach(function () {
    failed ||= this.currentTest?.state === "failed";
    const steps = begun.flatMap(({ printed }) => printed.splice(0));
    if (this.currentTest?.state === "failed") console.error(steps.join("\n"));
  });
  after(() => closeAll(begun.splice(0).map(({ end }) => end)));
  return beginning(begun);
};

/** A step that must end well. */
export const ok = async (step: Promise<Step>): Promise<Step> => {
  const done = await step;
  expect(done.code, done.output).to.equal(0);
  return done;
};

/** A step that must not. */
export const failed = async (step: Promise<Step>): Promise<Step> => {
  const done = await step;
  expect(done.code, done.output).not.to.equal(0);
  return done;
};

/** How many requests there were of each kind, whatever their pair and body: for many resources at once. */
export const tally = (requests: ReadonlyArray<string>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const request of requests) {
    const kind = request
      .replace(/^(\w+) (?!schemas)[^ /]+\/[^ /]+(?=$| |\/)/, "$1 pair")
      .replace(/(batch\/\w+|pair\/labels).*$/, "$1");
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};
