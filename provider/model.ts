/**
 * The vocabulary: what a pair, an association type and a limit are, in HubSpot's own words.
 * It knows nothing of HTTP or of Pulumi, and has no code to run.
 */

/** The categories HubSpot documents. Answers may hold others; programs may not. */
export type AssociationCategory = "HUBSPOT_DEFINED" | "INTEGRATOR_DEFINED" | "USER_DEFINED" | "WORK";

/** A directed pair of object types in normalized names: how many `to` records one `from` record may have. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

/** One way in which two records can be associated, named as HubSpot names it. */
export interface AssociationType {
  readonly category: string;
  readonly typeId: number;
}

/** At most `maxToObjectIds` records of the `to` type for each record of the `from` type. */
export interface Limit extends AssociationType {
  readonly maxToObjectIds: number;
}

/** What the portal says of one association type. No `userEnforcedMaxToObjectIds` means no limit ("many"). */
export interface LimitRow extends AssociationType {
  readonly label?: string;
  readonly userEnforcedMaxToObjectIds?: number;
}

/** How a limit names its association type. */
export type LimitSelector =
  | { readonly _tag: "ById"; readonly type: AssociationType }
  | { readonly _tag: "ByLabel"; readonly label: string }
  | { readonly _tag: "Unlabeled" };

/** A limit in a program, by the association type's own category and id. */
export interface LimitById {
  /** An {@link AssociationCategory} in a program; what is read from a portal may be newer. */
  readonly category: string;
  readonly typeId: number;
  readonly maxToObjectIds: number;
}

/** A limit in a program on the pair's own, unlabeled association, on any portal. */
export interface LimitUnlabeled {
  readonly unlabeled: true;
  readonly maxToObjectIds: number;
}

/** A limit in a program on the label that shows this text in the direction of the pair, on any portal. */
export interface LimitByLabel {
  readonly label: string;
  readonly maxToObjectIds: number;
}

/** A limit as a program writes it: exactly one selector, and the number. */
export type LimitInput = LimitById | LimitByLabel | LimitUnlabeled;

/** What to do with a limit that already stands with another value when a resource is created. */
export type OnCreate = "adopt" | "fail";

/** What a destroyed resource leaves behind: what stood before it came, or no limit at all. */
export type OnDelete = "restore" | "purge";

/** The inputs of an `AssociationConfiguration`, after check: names normalized, defaults filled in. */
export interface ConfigurationInputs {
  readonly fromObjectType: string;
  readonly toObjectType: string;
  readonly limits: ReadonlyArray<LimitInput>;
  readonly authoritative: boolean;
  readonly onCreate: OnCreate;
  readonly onDelete: OnDelete;
}

export type BatchStatus = "CANCELED" | "COMPLETE" | "PENDING" | "PROCESSING";

/** One error of a batch, as HubSpot words it. Every field is optional on the wire. */
export interface BatchError {
  readonly category?: string;
  readonly message?: string;
  readonly status?: string;
  readonly subCategory?: string;
  readonly id?: string;
  readonly context?: Readonly<Record<string, ReadonlyArray<string>>>;
}

/** What HubSpot answered to the last batch of a resource. */
export interface LastBatch {
  readonly status?: BatchStatus;
  /** When HubSpot took the batch in, ISO 8601. */
  readonly requestedAt?: string;
  /** When HubSpot began with the batch, ISO 8601. */
  readonly startedAt?: string;
  /** When HubSpot was done with the batch, ISO 8601. */
  readonly completedAt?: string;
  readonly links?: Readonly<Record<string, string>>;
  readonly numErrors?: number;
  readonly errors?: ReadonlyArray<BatchError>;
}

/** The outputs of an `AssociationConfiguration`, its inputs included. */
export interface ConfigurationOutputs extends ConfigurationInputs, LastBatch {
  /** The association type of each element of `limits`, in the same order. */
  readonly resolved: ReadonlyArray<AssociationType>;
  /** What stands now for the managed limits. */
  readonly results: ReadonlyArray<LimitRow>;
  /** Limits of an authoritative pair that nobody declared. */
  readonly others: ReadonlyArray<LimitRow>;
  /** The value each managed type had when it was first managed; a type that is missing here had none. */
  readonly previous: ReadonlyArray<Limit>;
  readonly portalId: number;
  readonly fromObjectTypeId?: string;
  readonly toObjectTypeId?: string;
}

/** What becomes of a label when its resource is destroyed: it goes, and records lose it, or it stays in the portal. */
export type LabelOnDelete = "delete" | "keep";

/** The inputs of an `AssociationLabel`. Without `inverseLabel` both sides say the same. */
export interface LabelInputs {
  readonly fromObjectType: string;
  readonly toObjectType: string;
  /** HubSpot's internal name, unique in the portal. */
  readonly name: string;
  readonly label: string;
  readonly inverseLabel?: string;
  readonly onCreate: OnCreate;
  /** Without it, a label that was made goes and one that was adopted stays. */
  readonly onDelete?: LabelOnDelete;
}

/** The outputs of an `AssociationLabel`, its inputs included. */
export interface LabelOutputs extends LabelInputs {
  readonly typeId: number;
  /** The id for the other direction, which belongs to the mirrored pair; of a label that is its own inverse, the same. */
  readonly inverseTypeId: number;
  readonly category: string;
  /** Whether the label stood in the portal before the resource came. */
  readonly adopted: boolean;
  readonly portalId: number;
  readonly fromObjectTypeId?: string;
  readonly toObjectTypeId?: string;
}
