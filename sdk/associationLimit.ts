/**
 * The limits of a pair as a program writes them: one selector that names the association type, and one number.
 */
import type * as pulumi from "@pulumi/pulumi";
import type { AssociationCategory } from "../provider/model";

interface MaxToObjectIds {
  /**
   * How many records of the `to` type one record of the `from` type may have under this association type: a whole
   * number from 1 to 2147483647 (HubSpot's own settings page stops at 10000). It acts on associations that are made
   * from now on; those that stand already stay.
   */
  readonly maxToObjectIds: pulumi.Input<number>;
}

/** A limit on the pair's own association, the one without a label. The same line works for every portal. */
export interface AssociationLimitUnlabeled extends MaxToObjectIds {
  readonly unlabeled: pulumi.Input<true>;
  readonly label?: never;
  readonly category?: never;
  readonly typeId?: never;
}

/**
 * A limit on the label that people read as this text, looked up in the direction of the pair: HubSpot's own ("Primary")
 * or one that people made. Ids of labels differ from portal to portal, texts need not: the same line works for every
 * portal that has the label.
 */
export interface AssociationLimitByLabel extends MaxToObjectIds {
  /** The label's text as it is read from the `from` type, for example "Decision maker". */
  readonly label: pulumi.Input<string>;
  readonly unlabeled?: never;
  readonly category?: never;
  readonly typeId?: never;
}

/**
 * A limit on the association type that HubSpot knows by this category and id. For HubSpot's own types the catalogue
 * {@link associationTypes} has both; the ids of other categories differ from portal to portal.
 */
export interface AssociationLimitById extends MaxToObjectIds {
  /** Who defined the type. Ids repeat across categories, so both are needed. */
  readonly category: pulumi.Input<AssociationCategory>;
  /** HubSpot's number of the type. It belongs to one direction of one pair. */
  readonly typeId: pulumi.Input<number>;
  readonly unlabeled?: never;
  readonly label?: never;
}

/**
 * One limit of a pair, with exactly one selector. An association type that is not named here is left alone, unless the
 * pair is `authoritative`.
 *
 * @example
 * ```ts
 * const limits: hubspot.AssociationLimit[] = [
 *   { unlabeled: true, maxToObjectIds: 5 },
 *   { label: "Decision maker", maxToObjectIds: 2 },
 *   { ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 },
 *   { category: "USER_DEFINED", typeId: 37, maxToObjectIds: 2 },
 * ];
 * ```
 */
export type AssociationLimit = AssociationLimitUnlabeled | AssociationLimitByLabel | AssociationLimitById;
