/**
 * The resource for one label of a pair of object types. It only describes: the provider does the work, in Pulumi's
 * provider process.
 */
import type * as pulumi from "@pulumi/pulumi";
import type { LabelOnDelete, LabelOutputs, OnCreate } from "../provider/model";
import type { ExistingResourceOptions, OutputNames, Outputs } from "./dynamicResource";
import { DynamicResource } from "./dynamicResource";
import { noteLabel } from "./labelsOfProgram";

/** What a program says about one label. */
export interface AssociationLabelArgs {
  /**
   * The object type on whose records `label` is read: HubSpot's name in any spelling (`contacts`, `contact`, `CONTACT`)
   * or its id (`0-1`); for a custom object its id (`2-1234567`), its full name (`p1234567_car`) or its plain name
   * (`car`). Another one replaces the label: the old one is deleted first, and records lose it.
   */
  readonly fromObjectType: pulumi.Input<string>;
  /** The object type on the other side, written in the same ways. Another one replaces the label likewise. */
  readonly toObjectType: pulumi.Input<string>;
  /**
   * HubSpot's internal name: unique in the portal, without hyphens, not beginning with a digit, for example
   * `decision_maker`. HubSpot cannot change it, so another one replaces the label: the old one is deleted first, and
   * records lose it.
   */
  readonly name: pulumi.Input<string>;
  /** What people read from the `from` side, for example "Decision maker". It can be changed at any time. */
  readonly label: pulumi.Input<string>;
  /**
   * What people read from the `to` side, for example "Decided by". It can be changed at any time.
   *
   * @default the same text as `label`
   */
  readonly inverseLabel?: pulumi.Input<string> | undefined;
  /**
   * What to do where a label with this text stands already when the resource is created: `"fail"` refuses, `"adopt"`
   * takes it over and says which texts change.
   *
   * @default "fail": deleting a label loses the associations that carry it, so none is taken over by accident
   */
  readonly onCreate?: pulumi.Input<OnCreate> | undefined;
  /**
   * What happens to the label when the resource goes: `"delete"` deletes it in HubSpot, and records lose it; `"keep"`
   * leaves it in the portal.
   *
   * @default "delete" for a label that this resource made, "keep" for one that it adopted
   */
  readonly onDelete?: pulumi.Input<LabelOnDelete> | undefined;
}

const outputNames: OutputNames<LabelOutputs> = {
  fromObjectType: undefined,
  toObjectType: undefined,
  name: undefined,
  label: undefined,
  inverseLabel: undefined,
  onCreate: undefined,
  onDelete: undefined,
  typeId: undefined,
  inverseTypeId: undefined,
  category: undefined,
  adopted: undefined,
  portalId: undefined,
  fromObjectTypeId: undefined,
  toObjectTypeId: undefined,
};

/**
 * A label that people can put on the associations between two object types. One resource makes both of its sides:
 * `typeId` is its association type from `fromObjectType` to `toObjectType`, `inverseTypeId` the one in the other
 * direction; each can have a limit of its own, in the {@link AssociationConfiguration} of its direction. The id is
 * `<from>/<to>/<typeId>`, for example `contacts/companies/37`.
 *
 * Deleting or replacing a label takes it off every record that carries it, and HubSpot cannot bring that back.
 * `protect: true` among the resource options is the guard against it.
 *
 * Source: HubSpot's "Associations schema API", association labels
 * (`POST /crm/associations/v4/{fromObjectType}/{toObjectType}/labels`).
 *
 * @example
 * ```ts
 * import * as hubspot from "pulumi-hubspot-associations";
 *
 * const decisionMaker = new hubspot.AssociationLabel("decision-maker", {
 *   fromObjectType: "contacts",
 *   toObjectType: "companies",
 *   name: "decision_maker",
 *   label: "Decision maker",
 *   inverseLabel: "Decided by",
 * }, { protect: true });
 *
 * new hubspot.AssociationConfiguration("contact-to-company", {
 *   fromObjectType: "contacts",
 *   toObjectType: "companies",
 *   limits: [{ category: "USER_DEFINED", typeId: decisionMaker.typeId, maxToObjectIds: 2 }],
 * });
 * ```
 */
export class AssociationLabel extends DynamicResource implements Outputs<LabelOutputs> {
  /** The object type on whose records `label` is read, in HubSpot's normalized name. */
  declare readonly fromObjectType: pulumi.Output<string>;
  /** The object type on the other side, in HubSpot's normalized name. */
  declare readonly toObjectType: pulumi.Output<string>;
  /** HubSpot's internal name. */
  declare readonly name: pulumi.Output<string>;
  /** What people read from the `from` side. After a refresh: as it stands. */
  declare readonly label: pulumi.Output<string>;
  /** What people read from the `to` side; nothing where both sides have one text. After a refresh: as it stands. */
  declare readonly inverseLabel: pulumi.Output<string | undefined>;
  declare readonly onCreate: pulumi.Output<OnCreate>;
  declare readonly onDelete: pulumi.Output<LabelOnDelete | undefined>;
  /** HubSpot's number of the label from `fromObjectType` to `toObjectType`. It differs from portal to portal. */
  declare readonly typeId: pulumi.Output<number>;
  /** HubSpot's number of the label in the other direction, from `toObjectType` to `fromObjectType`. */
  declare readonly inverseTypeId: pulumi.Output<number>;
  /** Who defined both types; `USER_DEFINED` for every label that people or programs made. */
  declare readonly category: pulumi.Output<string>;
  /** Whether the label stood in the portal before the resource came. */
  declare readonly adopted: pulumi.Output<boolean>;
  /** The portal (HubSpot account) that the label is in. */
  declare readonly portalId: pulumi.Output<number>;
  /** HubSpot's id of the `from` type, for example `0-1`. */
  declare readonly fromObjectTypeId: pulumi.Output<string | undefined>;
  /** HubSpot's id of the `to` type, for example `0-2`. */
  declare readonly toObjectTypeId: pulumi.Output<string | undefined>;

  constructor(name: string, args: AssociationLabelArgs, opts?: pulumi.CustomResourceOptions);
  /** Reads instead of managing; see {@link AssociationLabel.get}. */
  constructor(name: string, args: undefined, opts: ExistingResourceOptions);
  constructor(name: string, args?: AssociationLabelArgs, opts?: pulumi.CustomResourceOptions) {
    super("AssociationLabel", name, outputNames, args, opts);
    if (args !== undefined) noteLabel(this, args);
  }

  /**
   * Reads a label that stands in the portal, and manages nothing. It is read anew in each preview and each `up`.
   *
   * @param id - `<from>/<to>/<typeId>`, for example `contacts/companies/37`.
   * @throws At preview, when the portal has no such label.
   *
   * @example
   * ```ts
   * const champion = hubspot.AssociationLabel.get("champion", "contacts/companies/37");
   * export const text = champion.label;
   * ```
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AssociationLabel {
    return new AssociationLabel(name, undefined, { ...opts, id });
  }
}
