/** What a program says to an `AssociationModel`: plain data, which can also come from the stack's configuration. */
import type * as pulumi from "@pulumi/pulumi";
import type { LabelOnDelete, OnCreate, OnDelete } from "../../provider/model";
import type { ObjectTypeName } from "../objectTypeName";

/** How many records may be associated, in both directions, counted for one association type. */
export interface ModelNumbers {
  /**
   * How many records of `toObjectType` one record of `fromObjectType` may have: a whole number from 1 to 2147483647
   * (HubSpot's own settings page stops at 10000).
   *
   * @default no limit is declared
   */
  readonly maxToObjectIds?: number | undefined;
  /**
   * How many records of `fromObjectType` one record of `toObjectType` may have: a whole number from 1 to 2147483647.
   * Between records of one object type HubSpot keeps one number for both ways, except for a label with two texts: there
   * only `maxToObjectIds` may be written.
   *
   * @default no limit is declared
   */
  readonly maxFromObjectIds?: number | undefined;
}

/**
 * A label that the model makes: an {@link AssociationLabel}. `maxToObjectIds` limits `label`, how many `toObjectType`
 * records one `fromObjectType` record may have under it; `maxFromObjectIds` limits `inverseLabel`, the other way round.
 */
export interface MadeLabel extends ModelNumbers {
  /**
   * HubSpot's internal name: unique in the portal, without hyphens, not beginning with a digit. HubSpot cannot change
   * it, so another one replaces the label, and records lose it.
   */
  readonly name: string;
  /** What people read on a record of `fromObjectType`, for example "Decision maker". It can be changed at any time. */
  readonly label: string;
  /**
   * What people read on a record of `toObjectType`, for example "Decided by". It can be changed at any time.
   *
   * @default the same text as `label`
   */
  readonly inverseLabel?: string | undefined;
  /**
   * What to do where a label with this text stands already: `"fail"` refuses, `"adopt"` takes it over.
   *
   * @default "fail"
   */
  readonly onCreate?: OnCreate | undefined;
  /**
   * What happens to the label when it leaves the model: `"delete"` deletes it, and records lose it; `"keep"` leaves it
   * in the portal.
   *
   * @default "delete" for a label that the model made, "keep" for one that it adopted
   */
  readonly onDelete?: LabelOnDelete | undefined;
}

/**
 * A label that stands in the portal anyway, HubSpot's own ("Primary") or one made by hand: it is only limited, and needs
 * at least one of the two numbers. It has no `name`; that makes the difference.
 */
export interface ExistingLabel extends ModelNumbers {
  readonly name?: never;
  /** The label's text as it is read on a record of `fromObjectType`. */
  readonly label: string;
  /**
   * The label's text as it is read on a record of `toObjectType`.
   *
   * @default the same text as `label`
   */
  readonly inverseLabel?: string | undefined;
  readonly onCreate?: never;
  readonly onDelete?: never;
}

/** A label that the model makes (it has a `name`), or one that stands there anyway. */
export type ModelLabel = MadeLabel | ExistingLabel;

/**
 * Two object types and how their records may be associated. There is one entry for a pair, whichever way round it is
 * written. The numbers are those of the pair as a whole, whatever the label; HubSpot wants no label's above them.
 */
export interface ModelAssociation extends ModelNumbers {
  /** The object type from whose side the entry is read. */
  readonly fromObjectType: ObjectTypeName;
  /** The object type on the other side. It may be the same one. */
  readonly toObjectType: ObjectTypeName;
  /**
   * Labels of the pair, made or only limited; at most 50 made ones. The entry may be turned round with them: the same
   * two object types, the other way, are the same labels.
   *
   * @default none
   */
  readonly labels?: ReadonlyArray<ModelLabel> | undefined;
  /**
   * Whether the model speaks for the whole pair: `true` resets every other limit, in both directions, to "many".
   *
   * @default false
   */
  readonly authoritative?: boolean | undefined;
  /**
   * What to do where a limit stands already: `"adopt"` takes it over and says which value changes, `"fail"` refuses
   * where the value is another one.
   *
   * @default "adopt"
   */
  readonly onCreate?: OnCreate | undefined;
  /**
   * What is left behind when a limit goes: `"restore"` puts back the value that stood before, `"purge"` goes back to
   * "many".
   *
   * @default "restore"
   */
  readonly onDelete?: OnDelete | undefined;
}

/** What a program says of the associations of a portal. */
export interface AssociationModelArgs {
  /** One entry for each pair of object types, in any order. */
  readonly associations: ReadonlyArray<ModelAssociation>;
  /**
   * Takes over resources that were declared singly, without a parent, before there was the model: from the resource's
   * key in the model, `<from>/<to>` for limits (`contacts/companies`) or a label's `name`, to the logical name it had.
   *
   * @default none
   */
  readonly aliases?: Readonly<Record<string, string | pulumi.Alias>> | undefined;
}
