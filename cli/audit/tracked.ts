/** What HubSpot's limits tracking says of a portal, with object types by their portable names. */
import type { RecordLimits } from "../../provider/hubspot/tracking";
import type { Pair } from "../../provider/model";
import type { LeftOut } from "../portal/content";

/** How many labels a directed pair has, of the most that it can have. */
export interface LabelUse extends Pair {
  readonly labels: number;
  readonly most: number;
}

/** Which records of a directed pair are at their limit or near it. */
export interface RecordUse extends Pair, RecordLimits {}

export interface Tracked {
  readonly labels: ReadonlyArray<LabelUse>;
  /** The pairs that HubSpot reports, and those that were asked for. */
  readonly records: ReadonlyArray<RecordUse>;
  /** What HubSpot did not tell, with the reason. */
  readonly leftOut: ReadonlyArray<LeftOut>;
}

/** HubSpot's "Limits tracking" guide: from so much of a limit on, a record is near it. */
const nearPercentage = 80;

/** The least number that is near a limit. */
export const nearFrom = (limit: number): number => Math.ceil((limit * nearPercentage) / 100);
