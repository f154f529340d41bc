/**
 * What a program can ask of a portal: which association types a pair has, and which one a label means. It is asked in
 * the program's own process; what that takes is loaded when the first lookup is made.
 */
import * as pulumi from "@pulumi/pulumi";
import type { TaskEither } from "fp-ts/TaskEither";
import type * as Portals from "../provider/lookups";
import type { AssociationCategory } from "../provider/model";
import type { Provider } from "./provider";
import { settingKeys } from "./providerSettings";
import { programError } from "./programError";

/** Whom to ask. */
export interface LookupOptions {
  /**
   * The portal to ask, and with which credentials.
   *
   * @default the stack's `hubspot:` configuration, else the `HUBSPOT_` variables of the environment, as for resources
   */
  readonly provider?: Provider | undefined;
}

/** The directed pair that a lookup is about. */
export interface PairArgs {
  /**
   * HubSpot's name in any spelling (`contacts`, `contact`, `CONTACT`) or its id (`0-1`); for a custom object its id
   * (`2-1234567`), its full name (`p1234567_car`) or its plain name (`car`).
   */
  readonly fromObjectType: string;
  /** Written in the same ways. */
  readonly toObjectType: string;
}

/** Asks for the type with a label. */
export interface LabelSelectorArgs {
  /** The text that the portal shows in the direction of the pair; HubSpot's own labels too (`Primary`). */
  readonly label: string;
  readonly unlabeled?: never;
}

/** Asks for the pair's own type, the one without a label. */
export interface UnlabeledSelectorArgs {
  readonly unlabeled: true;
  readonly label?: never;
}

/** One association type of a directed pair, by its label or as the one without. */
export type AssociationTypeArgs = PairArgs & (LabelSelectorArgs | UnlabeledSelectorArgs);

/** The same as {@link PairArgs}, where a value may be an output. */
export interface PairInputs {
  readonly fromObjectType: pulumi.Input<string>;
  readonly toObjectType: pulumi.Input<string>;
}

/** The same as {@link LabelSelectorArgs}, where the value may be an output. */
export interface LabelSelectorInputs {
  readonly label: pulumi.Input<string>;
  readonly unlabeled?: never;
}

/** The same as {@link UnlabeledSelectorArgs}, where the value may be an output. */
export interface UnlabeledSelectorInputs {
  readonly unlabeled: pulumi.Input<true>;
  readonly label?: never;
}

/** The same as {@link AssociationTypeArgs}, where values may be outputs. */
export type AssociationTypeInputs = PairInputs & (LabelSelectorInputs | UnlabeledSelectorInputs);

/** An association type as the portal lists it. */
export interface PairAssociationType {
  /** An {@link AssociationCategory}; a portal that is ahead of this release may say another word. */
  readonly category: string;
  /** HubSpot's number of the type, in the direction of the pair. */
  readonly typeId: number;
  /** The text that people see; the pair's own association has none. */
  readonly label?: string;
}

/** All association types of a directed pair. */
export interface AssociationTypes {
  /** In HubSpot's normalized name. */
  readonly fromObjectType: string;
  /** In HubSpot's normalized name. */
  readonly toObjectType: string;
  /** The portal (HubSpot account) that was asked. */
  readonly portalId: number;
  /** HubSpot's own types among them, in the portal's order; empty where the pair has none. */
  readonly types: ReadonlyArray<PairAssociationType>;
}

/**
 * One association type, with just what names it in a limit, as the entries of {@link associationTypes} do. It has no
 * label, since a limit may not have one beside its `typeId`.
 */
export interface FoundAssociationType {
  readonly category: AssociationCategory;
  /** HubSpot's number of the type, in the direction of the pair. It differs from portal to portal. */
  readonly typeId: number;
}

/** Reads one key of a configuration. */
type Configured = (key: string) => unknown;
/** One of the lookups, before anybody has been asked. */
type Question<A> = (lookups: Portals.Lookups) => (configured: Configured, args: unknown) => TaskEither<string, A>;

/** A program under Pulumi's Automation API shares its process with other runs, which may have other portals. */
const runs = new WeakMap<object, Portals.Lookups>();
const noRun = {};

const ofThisRun = (): Portals.Lookups => {
  const run = pulumi.runtime.getMonitor() ?? noRun;
  const known = runs.get(run);
  if (known !== undefined) return known;
  const { newLookups }: typeof Portals = require("../provider/lookups");
  const lookups = newLookups((message) => () => pulumi.log.warn(message));
  runs.set(run, lookups);
  return lookups;
};

const stackConfiguration: Configured = (key) => pulumi.runtime.getConfig(key);

/**
 * What an explicit provider was made with, by the names of the configuration. That its token is secret does not make the
 * answer secret, which holds nothing of it; and nobody else gets hold of this.
 */
const configurationOf = (provider: Provider): pulumi.Output<Configured> => {
  const settings = settingKeys.map((key) => [`hubspot:${key}`, provider[key]]);
  const all = pulumi.output({ ...Object.fromEntries(settings), "hubspot:provider": provider.name });
  return pulumi.unsecret(all).apply(
    (values): Configured =>
      (key) =>
        values[key],
  );
};

/** The same by now: in a preview, what the provider was made with may be the future outputs of other resources. */
const configuredBy = async (provider: Provider): Promise<Configured> => {
  let configured: Configured = (key) => (key === "hubspot:provider" ? provider.name : pulumi.runtime.unknownValue);
  // Whether an output is secret is known once its value is, and an unknown value is not passed on.
  await pulumi.isSecret(configurationOf(provider).apply((known) => void (configured = known)));
  return configured;
};

const answered = async <A>(task: TaskEither<string, A>): Promise<A> => {
  const answer = await task();
  if (answer._tag === "Left") throw programError(answer.left);
  return answer.right;
};

/** A value that would have to be waited for, which only JavaScript lets through. */
const outputAmong = (args: object): string | undefined =>
  Object.entries(args ?? {}).find(([, value]) => pulumi.Output.isInstance(value) || value instanceof Promise)?.[0];

const now = async <A>(name: string, question: Question<A>, args: object, { provider }: LookupOptions): Promise<A> => {
  const output = outputAmong(args);
  if (output !== undefined) {
    throw programError(`${name}: ${output}: this is an output; use ${name}Output, which waits for its value`);
  }
  const ask = question(ofThisRun());
  return answered(ask(provider === undefined ? stackConfiguration : await configuredBy(provider), args));
};

const later = <A>(question: Question<A>, args: object, { provider }: LookupOptions): pulumi.Output<A> => {
  const ask = question(ofThisRun());
  const configuration = provider === undefined ? pulumi.output(stackConfiguration) : configurationOf(provider);
  return pulumi
    .all([pulumi.output(args), configuration])
    .apply(([known, configured]) => answered(ask(configured, known)));
};

const types: Question<AssociationTypes> = ({ getAssociationTypes }) => getAssociationTypes;
const type: Question<FoundAssociationType> = ({ getAssociationType }) => getAssociationType;

/**
 * Looks up all association types of a directed pair, HubSpot's own and the labels of the portal's people. It asks the
 * portal, in previews too, whatever `hubspot:previewChecks` says; within one run of the program each pair is asked once.
 * That holds under `pulumi.runtime.setMocks` as well: give tests a `hubspot:baseUrl` of the sandbox.
 *
 * Source: HubSpot's "Associations schema API" (`GET /crm/associations/v4/{from}/{to}/labels`).
 *
 * @returns A promise that is rejected with a `pulumi.RunError` where an argument is wrong, the portal has no such object
 * type, the configuration names no credentials or another portal than theirs, HubSpot does not accept them or does not
 * answer, or a value of the provider is not known in a preview: then use {@link getAssociationTypesOutput}. In a program
 * that does not catch it, the message ends the run.
 *
 * @example
 * ```ts
 * const { types } = await hubspot.getAssociationTypes({ fromObjectType: "contacts", toObjectType: "companies" });
 * const labels = types.flatMap(({ label }) => (label === undefined ? [] : [label]));
 * ```
 */
export const getAssociationTypes = (args: PairArgs, opts: LookupOptions = {}): Promise<AssociationTypes> =>
  now("getAssociationTypes", types, args, opts);

/**
 * The same as {@link getAssociationTypes}, where the arguments and what the provider was made with may be outputs. In a
 * preview in which one of them is not known, the result is not known either, and nothing is asked. The result is secret
 * only if an argument is. A failure ends the run.
 *
 * @example
 * ```ts
 * const found = hubspot.getAssociationTypesOutput({ fromObjectType: "contacts", toObjectType: config.require("object") });
 * export const portalId = found.portalId;
 * ```
 */
export const getAssociationTypesOutput = (
  args: PairInputs,
  opts: LookupOptions = {},
): pulumi.Output<AssociationTypes> => later(types, args, opts);

/**
 * Looks up which association type a label means on the portal, or which one is the pair's own. A label is found in other
 * capitals too, with a warning. It asks the portal as {@link getAssociationTypes} does, and shares its answers; for the
 * own association of two of HubSpot's object types nobody is asked, since it is the same on every portal.
 *
 * A limit that names its `label` needs no lookup: this is for what needs the id itself.
 *
 * @returns A promise that is rejected as that of {@link getAssociationTypes} is; also where the pair has no such label
 * (the message names those that it has, the nearest first), where two types have this label, or where the pair has no
 * own association yet.
 *
 * @example
 * ```ts
 * const pair = { fromObjectType: "contacts", toObjectType: "companies" };
 * const champion = await hubspot.getAssociationType({ ...pair, label: "Champion" });
 * new hubspot.AssociationConfiguration("contact-to-company", { ...pair, limits: [{ ...champion, maxToObjectIds: 1 }] });
 * ```
 */
export const getAssociationType = (
  args: AssociationTypeArgs,
  opts: LookupOptions = {},
): Promise<FoundAssociationType> => now("getAssociationType", type, args, opts);

/**
 * The same as {@link getAssociationType}, where the arguments and what the provider was made with may be outputs. In a
 * preview in which one of them is not known, the result is not known either, and nothing is asked. The result is secret
 * only if an argument is. A failure ends the run.
 *
 * @example
 * ```ts
 * const staging = new hubspot.Provider("staging", { accessToken: config.requireSecret("stagingToken") });
 * const pair = { fromObjectType: "contacts", toObjectType: "companies" };
 * const { category, typeId } = hubspot.getAssociationTypeOutput({ ...pair, label: "Champion" }, { provider: staging });
 * new hubspot.AssociationConfiguration(
 *   "contact-to-company",
 *   { ...pair, limits: [{ category, typeId, maxToObjectIds: 1 }] },
 *   { provider: staging },
 * );
 * ```
 */
export const getAssociationTypeOutput = (
  args: AssociationTypeInputs,
  opts: LookupOptions = {},
): pulumi.Output<FoundAssociationType> => later(type, args, opts);
