/**
 * What a portal holds of labels and limits, as the command reads it and as a snapshot file keeps it. Object types go by
 * their portable names: HubSpot's own by the plural, such as `contacts`, a custom object by its plain name, such as `car`.
 */
import type { CustomObject } from "../../provider/customObjects";
import type { Limit, Pair } from "../../provider/model";

/**
 * A label that people made, from the side that is written first. Between records of one object type, a label that says
 * the same on both sides is one association type: then both ids are the same.
 */
export interface PortalLabel extends Pair {
  /** HubSpot's internal name; none where the portal does not tell it. */
  readonly name?: string;
  readonly typeId: number;
  /** What a record of `from` calls one of `to`. */
  readonly label: string;
  /** The id in the direction of the mirrored pair. */
  readonly inverseTypeId: number;
  readonly inverseLabel: string;
}

/**
 * What a limit's association type is called on any portal: the pair's own, a label by its text, or, where neither is
 * enough (HubSpot's own types, and texts that mean two types), only its category and id.
 */
export type Naming = "unlabeled" | "label" | "id";

/** A limit that stands: a record of `from` has at most `maxToObjectIds` records of `to` under this association type. */
export interface PortalLimit extends Pair, Limit {
  readonly naming: Naming;
  /** The text that people see, where the type has one. */
  readonly label?: string;
}

/** Something that stands in the portal and that is not among the rest, with the reason. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** The labels and limits of a portal, each list in an order that does not depend on ids. */
export interface PortalContent {
  readonly portalId: number;
  /** `STANDARD`, `SANDBOX`, `DEVELOPER_TEST` or `APP_DEVELOPER`, as HubSpot's account details say. */
  readonly accountType?: string;
  readonly customObjects: ReadonlyArray<CustomObject>;
  readonly labels: ReadonlyArray<PortalLabel>;
  readonly limits: ReadonlyArray<PortalLimit>;
  readonly leftOut: ReadonlyArray<LeftOut>;
}
