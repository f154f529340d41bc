/**
 * The resource for the association limits of one directed pair of object types. It only describes: the provider does
 * the work, in Pulumi's provider process.
 */
import * as pulumi from "@pulumi/pulumi";
import type {
  AssociationType,
  BatchError,
  BatchStatus,
  ConfigurationOutputs,
  Limit,
  LimitInput,
  LimitRow,
  OnCreate,
  OnDelete,
} from "../provider/model";
import type { AssociationLimit } from "./associationLimit";
import type { ExistingResourceOptions, OutputNames, Outputs } from "./dynamicResource";
import { DynamicResource } from "./dynamicResource";
import { labelsNamedIn } from "./labelsOfProgram";
import { lastTransformation } from "./lastTransformation";
import { takePair } from "./pairsOfProgram";
import { providerOf } from "./thisRun";

/** What a program says about one directed pair. */
export interface AssociationConfigurationArgs {
  /**
   * The object type whose records are counted for: HubSpot's name in any spelling (`contacts`, `contact`, `CONTACT`) or
   * its id (`0-1`); for a custom object its id (`2-1234567`), its full name (`p1234567_car`) or its plain name (`car`).
   * Another one replaces the resource.
   */
  readonly fromObjectType: pulumi.Input<string>;
  /** The object type whose records are counted, written in the same ways. Another one replaces the resource. */
  readonly toObjectType: pulumi.Input<string>;
  /**
   * The limits to hold, in any order; no association type twice. Where one names a label by its text, the resource comes
   * after those {@link AssociationLabel}s with that text that the program has declared before it.
   */
  readonly limits: pulumi.Input<ReadonlyArray<pulumi.Input<AssociationLimit>>>;
  /**
   * Whether this resource speaks for the whole pair: `true` resets every other limit of the pair to "many", `false`
   * leaves limits alone that are not named.
   *
   * @default false
   */
  readonly authoritative?: pulumi.Input<boolean> | undefined;
  /**
   * What to do where a limit stands already when the resource is created: `"adopt"` takes it over and says which value
   * changes, `"fail"` refuses where the value is another one.
   *
   * @default "adopt"
   */
  readonly onCreate?: pulumi.Input<OnCreate> | undefined;
  /**
   * What is left behind when the resource, or a limit in it, goes: `"restore"` puts back the value that stood before it
   * was first managed (`previous`), `"purge"` goes back to "many" whatever stood there.
   *
   * @default "restore"
   */
  readonly onDelete?: pulumi.Input<OnDelete> | undefined;
}

const outputNames: OutputNames<ConfigurationOutputs> = {
  fromObjectType: undefined,
  toObjectType: undefined,
  limits: undefined,
  authoritative: undefined,
  onCreate: undefined,
  onDelete: undefined,
  resolved: undefined,
  results: undefined,
  others: undefined,
  previous: undefined,
  portalId: undefined,
  fromObjectTypeId: undefined,
  toObjectTypeId: undefined,
  status: undefined,
  requestedAt: undefined,
  startedAt: undefined,
  completedAt: undefined,
  links: undefined,
  numErrors: undefined,
  errors: undefined,
};

/** Takes the pair for the resource, and lets the labels come first that its limits name by their texts. */
const takePlace: pulumi.ResourceTransformation = ({ name, props, opts }) => {
  const provider = providerOf(opts);
  const sides = takePair(name, provider, props);
  const dependsOn = labelsNamedIn(props["limits"], props, provider);
  return {
    props: { ...props, ...sides },
    opts: dependsOn.length === 0 ? opts : pulumi.mergeOptions(opts, { dependsOn }),
  };
};

const inItsPlace = (opts: pulumi.CustomResourceOptions = {}): pulumi.CustomResourceOptions => ({
  ...opts,
  transformations: [...(opts.transformations ?? []), lastTransformation(takePlace)],
});

/**
 * How many records of one object type may be associated with one record of another: the limits of one *directed* pair.
 * The other direction has limits of its own, in a resource of its own. Under one provider, all limits of a directed pair
 * stand in one resource. The id is `<from>/<to>`, for example `contacts/companies`.
 *
 * Source: HubSpot's "Associations schema API", association limits
 * (`POST /crm/associations/v4/definitions/configurations/{from}/{to}/batch/update`).
 *
 * @throws pulumi.RunError where another resource of the program has the pair already, under the same provider.
 *
 * @example
 * ```ts
 * import * as hubspot from "pulumi-hubspot-associations";
 *
 * new hubspot.AssociationConfiguration("contact-to-company", {
 *   fromObjectType: "contacts",
 *   toObjectType: "companies",
 *   limits: [
 *     { unlabeled: true, maxToObjectIds: 5 },
 *     { ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 },
 *   ],
 * });
 * ```
 */
export class AssociationConfiguration extends DynamicResource implements Outputs<ConfigurationOutputs> {
  /** The object type counted for, in HubSpot's normalized name. */
  declare readonly fromObjectType: pulumi.Output<string>;
  /** The object type counted, in HubSpot's normalized name. */
  declare readonly toObjectType: pulumi.Output<string>;
  /** The limits as declared, in the program's order. After a refresh: as they stand. */
  declare readonly limits: pulumi.Output<ReadonlyArray<LimitInput>>;
  declare readonly authoritative: pulumi.Output<boolean>;
  declare readonly onCreate: pulumi.Output<OnCreate>;
  declare readonly onDelete: pulumi.Output<OnDelete>;
  /** The association type behind each element of `limits`, in the same order. */
  declare readonly resolved: pulumi.Output<ReadonlyArray<AssociationType>>;
  /** What the portal holds for the managed types, in HubSpot's own names. */
  declare readonly results: pulumi.Output<ReadonlyArray<LimitRow>>;
  /** Limits of an authoritative pair that nobody declared; the next `up` resets them. */
  declare readonly others: pulumi.Output<ReadonlyArray<LimitRow>>;
  /** The value that each managed type had when it was first managed. A type that is missing here had no limit. */
  declare readonly previous: pulumi.Output<ReadonlyArray<Limit>>;
  /** The portal (HubSpot account) that the limits were written to. */
  declare readonly portalId: pulumi.Output<number>;
  /** HubSpot's id of the `from` type, for example `0-1`. */
  declare readonly fromObjectTypeId: pulumi.Output<string | undefined>;
  /** HubSpot's id of the `to` type, for example `0-2`. */
  declare readonly toObjectTypeId: pulumi.Output<string | undefined>;
  /** How HubSpot said the last batch ended. */
  declare readonly status: pulumi.Output<BatchStatus | undefined>;
  /** When the last batch was asked for (ISO 8601). */
  declare readonly requestedAt: pulumi.Output<string | undefined>;
  /** When HubSpot began the last batch (ISO 8601). */
  declare readonly startedAt: pulumi.Output<string | undefined>;
  /** When HubSpot ended the last batch (ISO 8601). */
  declare readonly completedAt: pulumi.Output<string | undefined>;
  /** Links that HubSpot sent with the last batch. */
  declare readonly links: pulumi.Output<Readonly<Record<string, string>> | undefined>;
  /** How many errors HubSpot counted in the last batch. */
  declare readonly numErrors: pulumi.Output<number | undefined>;
  /** The errors of the last batch, in HubSpot's words. */
  declare readonly errors: pulumi.Output<ReadonlyArray<BatchError> | undefined>;

  constructor(name: string, args: AssociationConfigurationArgs, opts?: pulumi.CustomResourceOptions);
  /** Reads instead of managing; see {@link AssociationConfiguration.get}. */
  constructor(name: string, args: undefined, opts: ExistingResourceOptions);
  constructor(name: string, args?: AssociationConfigurationArgs, opts?: pulumi.CustomResourceOptions) {
    super("AssociationConfiguration", name, outputNames, args, args === undefined ? opts : inItsPlace(opts));
  }

  /**
   * Reads what stands for a pair, and manages nothing: its `results` hold every limit of the pair. It is read anew in
   * each preview and each `up`.
   *
   * @param id - `<from>/<to>`, for example `contacts/companies`.
   * @throws At preview, when the portal has no such pair.
   *
   * @example
   * ```ts
   * const pair = hubspot.AssociationConfiguration.get("as-it-is", "contacts/companies");
   * export const limits = pair.results;
   * ```
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AssociationConfiguration {
    return new AssociationConfiguration(name, undefined, { ...opts, id });
  }
}
