/**
 * What a lower limit would violate, as far as limits tracking can tell. It counts the records at or near the present
 * limit and names some of them, and says nothing of any other record. Pure.
 */
import { samePair } from "../../provider/associationType";
import type { RecordSample } from "../../provider/hubspot/tracking";
import type { PortalContent, PortalLimit } from "../portal/content";
import { labelsAbove, ownLimitOf } from "./findings";
import type { Supposition } from "./supposition";
import type { RecordUse, Tracked } from "./tracked";
import { nearFrom } from "./tracked";

/** How many records have more than the supposed limit. */
export interface Violations {
  readonly atLeast: number;
  /** Absent where any number of other records may have more, too. */
  readonly atMost?: number;
  /** HubSpot reports a record from so many associated records on. */
  readonly reportedFrom: number;
  /** Some records that certainly have more. */
  readonly samples: ReadonlyArray<RecordSample>;
}

/** A limit that is supposed, and what it would do. */
export interface Supposed extends Supposition {
  /** What stands now for the pair or for the label; absent where there is no limit. */
  readonly present?: number;
  /** Whether it is lower than what stands: if not, it violates nothing that is not violated now. */
  readonly isLower: boolean;
  /** The labels that may have more than the pair then could: HubSpot refuses such a limit. */
  readonly labelsAbove: ReadonlyArray<PortalLimit>;
  /** The pair's limit where it is below the one that is supposed for a label: HubSpot refuses that too. */
  readonly pairLimit?: number;
  /** Absent where HubSpot did not tell anything of the pair. */
  readonly violations?: Violations;
}

/** Records that have more than `limit`, whichever label their associations have. */
const moreThan = (limit: number, use: RecordUse): Violations => {
  const reportedFrom = nearFrom(use.limit);
  const usedMore = use.nearLimitSamples.filter(({ usage }) => usage !== undefined && usage > limit);
  // Whether `nearLimit` counts those at the limit too, HubSpot does not say: what is said holds either way.
  const nearOnly = usedMore.filter(({ usage = 0 }) => usage < use.limit);
  const atLimit = limit < use.limit ? use.atLimit : 0;
  const allNear = limit < reportedFrom ? use.nearLimit : 0;
  const notMore = use.nearLimitSamples.filter(
    ({ usage }) => usage !== undefined && (usage <= limit || usage >= use.limit),
  );
  const samples = [...(limit < use.limit ? use.atLimitSamples : []), ...usedMore];
  return {
    atLeast: Math.max(allNear, atLimit + nearOnly.length),
    ...(limit >= reportedFrom - 1 ? { atMost: use.atLimit + use.nearLimit - notMore.length } : {}),
    reportedFrom,
    samples: samples.filter(({ objectId }, i) => samples.findIndex((other) => other.objectId === objectId) === i),
  };
};

/** Of one label, limits tracking tells only what follows from all associations of the pair together. */
const ofOneLabel = ({ atMost, reportedFrom }: Violations): Violations => ({
  atLeast: 0,
  ...(atMost === undefined ? {} : { atMost }),
  reportedFrom,
  samples: [],
});

const presentLimit = (content: PortalContent, supposition: Supposition): number | undefined =>
  supposition.label === undefined
    ? ownLimitOf(content, supposition)
    : content.limits.find((limit) => samePair(limit, supposition) && limit.label === supposition.label)?.maxToObjectIds;

export const suppose =
  (content: PortalContent, { records }: Tracked) =>
  (supposition: Supposition): Supposed => {
    const { label, limit } = supposition;
    const present = presentLimit(content, supposition);
    const use = records.find((pair) => samePair(pair, supposition));
    const pairLimit = label === undefined ? undefined : ownLimitOf(content, supposition);
    const isLower = present === undefined || limit < present;
    const violations = use === undefined || !isLower ? undefined : moreThan(limit, use);
    return {
      ...supposition,
      ...(present === undefined ? {} : { present }),
      isLower,
      labelsAbove: label === undefined ? labelsAbove(content, supposition, limit) : [],
      ...(pairLimit === undefined || limit <= pairLimit ? {} : { pairLimit }),
      ...(violations === undefined ? {} : { violations: label === undefined ? violations : ofOneLabel(violations) }),
    };
  };
