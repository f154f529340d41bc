/** What there is to find in a portal's limits and in what limits tracking says of them. Pure. */
import { samePair } from "../../provider/associationType";
import type { RecordSample } from "../../provider/hubspot/tracking";
import type { AssociationType, Pair } from "../../provider/model";
import type { PortalContent, PortalLimit } from "../portal/content";
import { comparePairs } from "../portal/objectNames";
import type { Kind } from "./failOn";
import type { LabelUse, RecordUse, Tracked } from "./tracked";
import { nearFrom } from "./tracked";

/** `error`: cannot have been meant; `warning`: keeps people from working; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

interface Common extends Pair {
  readonly kind: Kind;
  readonly severity: Severity;
  /** Whether it counts for the exit code. */
  readonly counts: boolean;
}

/** Records of `from` have as many of `to` as they can, or nearly so. */
export interface RecordsFinding extends Common {
  readonly subject: "records";
  readonly kind: "at" | "near";
  /** What HubSpot counts against. */
  readonly limit: number;
  /** The pair's own limit, where it has one and HubSpot counts against another. */
  readonly ownLimit?: number;
  readonly records: number;
  /** Some of them, as HubSpot names them. */
  readonly samples: ReadonlyArray<RecordSample>;
}

/** A pair has as many labels as it can, or nearly so. */
export interface LabelsFinding extends Common {
  readonly subject: "labels";
  readonly kind: "at" | "near";
  readonly limit: number;
  readonly labels: number;
}

/** A label's limit is above that of its pair, which HubSpot does not allow. */
export interface LimitsFinding extends Common, AssociationType {
  readonly subject: "limits";
  readonly kind: "contradiction";
  readonly label?: string;
  readonly limit: number;
  readonly pairLimit: number;
}

export type Finding = RecordsFinding | LabelsFinding | LimitsFinding;

/** A limit of the pair itself: on its unlabeled association. */
export const ownLimitOf = (content: PortalContent, pair: Pair): number | undefined =>
  content.limits.find((limit) => limit.naming === "unlabeled" && samePair(limit, pair))?.maxToObjectIds;

/** The labels of a pair whose limit is above a limit of the pair. */
export const labelsAbove = (content: PortalContent, pair: Pair, limit: number): ReadonlyArray<PortalLimit> =>
  content.limits.filter(
    ({ naming, maxToObjectIds, ...of }) => naming !== "unlabeled" && samePair(of, pair) && maxToObjectIds > limit,
  );

type CountsOf = (kind: Kind) => boolean;

/** The first association reaches a limit of 1: that is what it is for, and nothing to act upon. */
const isMeant = (limit: number): boolean => limit === 1;

const ofRecords =
  (content: PortalContent, counts: CountsOf) =>
  (use: RecordUse): ReadonlyArray<RecordsFinding> => {
    const { from, to, limit } = use;
    const own = ownLimitOf(content, use);
    const common = {
      subject: "records" as const,
      from,
      to,
      limit,
      ...(own === undefined || own === limit ? {} : { ownLimit: own }),
    };
    const at: RecordsFinding = {
      ...common,
      kind: "at",
      severity: isMeant(limit) ? "info" : "warning",
      counts: counts("at") && !isMeant(limit),
      records: use.atLimit,
      samples: use.atLimitSamples,
    };
    const near: RecordsFinding = {
      ...common,
      kind: "near",
      severity: "info",
      counts: counts("near"),
      records: use.nearLimit,
      samples: use.nearLimitSamples,
    };
    return [at, near].filter(({ records }) => records > 0);
  };

const ofLabels =
  (counts: CountsOf) =>
  ({ from, to, labels, most }: LabelUse): ReadonlyArray<LabelsFinding> => {
    if (labels < nearFrom(most)) return [];
    const kind = labels < most ? "near" : "at";
    const severity = kind === "near" ? "info" : "warning";
    return [{ subject: "labels", from, to, kind, severity, counts: counts(kind), limit: most, labels }];
  };

const ofLimits = (content: PortalContent, counts: CountsOf): ReadonlyArray<LimitsFinding> =>
  content.limits
    .filter(({ naming }) => naming === "unlabeled")
    .flatMap((own) =>
      labelsAbove(content, own, own.maxToObjectIds).map(
        ({ category, typeId, label, maxToObjectIds }): LimitsFinding => ({
          subject: "limits",
          from: own.from,
          to: own.to,
          kind: "contradiction",
          severity: "error",
          counts: counts("contradiction"),
          category,
          typeId,
          ...(label === undefined ? {} : { label }),
          limit: maxToObjectIds,
          pairLimit: own.maxToObjectIds,
        }),
      ),
    );

const severities: ReadonlyArray<Severity> = ["error", "warning", "info"];

const compareFindings = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) || comparePairs(a, b);

/** All findings, the severest first; `failOn` says which of them count. */
export const findingsOf = (
  content: PortalContent,
  { labels, records }: Tracked,
  failOn: ReadonlyArray<Kind>,
): ReadonlyArray<Finding> => {
  const counts: CountsOf = (kind) => failOn.includes(kind);
  return [
    ...ofLimits(content, counts),
    ...records.flatMap(ofRecords(content, counts)),
    ...labels.flatMap(ofLabels(counts)),
  ].sort(compareFindings);
};
