/**
 * Typed access to the facts about HubSpot that this package carries: its standard object types and the association
 * types it defines itself. Facts only, no behaviour.
 */
import associationTypesFile from "./association-types.json";
import objectTypesFile from "./object-types.json";

/** A standard HubSpot object type ("Object type ID values" in HubSpot's documentation). */
export interface StandardObjectType {
  /** Such as `0-1`. */
  readonly objectTypeId: string;
  /** The plural that HubSpot's paths use, such as `line_items`. */
  readonly name: string;
  /** Such as `line_item`. */
  readonly singular: string;
}

/** One directed, HubSpot-defined association type; its category is always `HUBSPOT_DEFINED`. */
export interface HubSpotDefinedType {
  /** Unique among the HubSpot-defined types of every portal. */
  readonly typeId: number;
  /** The singular in HubSpot's words, with spaces, such as `line item`. */
  readonly from: string;
  /** The singular in HubSpot's words, with spaces, such as `line item`. */
  readonly to: string;
  /** HubSpot's description of the type, such as `Contact to primary company`. */
  readonly label: string;
  /** Absent where that side is no standard object type, such as `payment link`. */
  readonly fromObjectTypeId?: string;
  /** Absent where that side is no standard object type, such as `conversation`. */
  readonly toObjectTypeId?: string;
  /** What sets the type apart from the pair's unlabeled one, by side: `primary`, `billing`, `parent`, … */
  readonly qualifier?: { readonly from?: string; readonly to?: string };
  /** The same association seen from the other side. Derived from the names: a hint, not a fact. */
  readonly inverseTypeId?: number;
}

/** HubSpot's standard object types, by ascending id. */
export const objectTypes: ReadonlyArray<StandardObjectType> = objectTypesFile.types;

/** The association types that HubSpot defines on every portal, by ascending id. */
export const associationTypes: ReadonlyArray<HubSpotDefinedType> = associationTypesFile.types;
