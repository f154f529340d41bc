/** What the portal has answered, before it is put together. Object types go by their ids. */
import { showPair } from "../../provider/associationType";
import type { CustomObject } from "../../provider/customObjects";
import type { SchemaAssociation } from "../../provider/hubspot/codecs";
import type { LimitRow, Pair } from "../../provider/model";
import type { LeftOut } from "./content";

export interface Gathered {
  readonly portalId: number;
  readonly accountType?: string;
  readonly customObjects: ReadonlyArray<CustomObject>;
  /** Rows of the list of all limits, which name no pair. */
  readonly rows: ReadonlyArray<LimitRow>;
  /** The limits of pairs that were asked for themselves, by `from/to`: they count instead of the rows. */
  readonly pairRows: ReadonlyMap<string, ReadonlyArray<LimitRow>>;
  /** The association types of pairs, by `from/to`. */
  readonly types: ReadonlyMap<string, ReadonlyArray<LimitRow>>;
  /** What schemas say of association types: the only place that tells names. */
  readonly associations: ReadonlyArray<SchemaAssociation>;
  /** Whether labels are wanted; types are read for limits too. */
  readonly wantsLabels: boolean;
  /** Whether limits that cannot be placed may belong to what was asked for. */
  readonly isWhole: boolean;
  /** What could not be read. */
  readonly leftOut: ReadonlyArray<LeftOut>;
}

export const pairFromKey = (key: string): Pair => {
  const [from = "", to = ""] = key.split("/");
  return { from, to };
};

export const typesOf = ({ types }: Pick<Gathered, "types">, pair: Pair): ReadonlyArray<LimitRow> =>
  types.get(showPair(pair)) ?? [];
