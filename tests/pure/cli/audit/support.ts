/** What the tests of `audit` share: contents of portals. */
import type { PortalContent, PortalLimit } from "../../../../cli/portal/content";
import type { RecordLimits } from "../../../../provider/hubspot/tracking";
import type { RecordUse, Tracked } from "../../../../cli/audit/tracked";

export const car = { objectTypeId: "2-7", fullyQualifiedName: "p111_car", name: "car" };

export const content = (more: Partial<PortalContent> = {}): PortalContent => ({
  portalId: 111,
  customObjects: [car],
  labels: [],
  limits: [],
  leftOut: [],
  ...more,
});

/** `contacts/companies`, as a pair. */
export const pairOf = (words: string): { readonly from: string; readonly to: string } => {
  const [from = "", to = ""] = words.split("/");
  return { from, to };
};

/** A limit of a pair itself, or of a label of it. */
export const limit = (pair: string, maxToObjectIds: number, label?: string): PortalLimit => ({
  ...pairOf(pair),
  ...(label === undefined
    ? { category: "HUBSPOT_DEFINED", typeId: 279, naming: "unlabeled" }
    : { category: "USER_DEFINED", typeId: 36, naming: "label", label }),
  maxToObjectIds,
});

export const tracked = (more: Partial<Tracked> = {}): Tracked => ({ labels: [], records: [], leftOut: [], ...more });

/** Records of a pair; no samples where none are given. */
export const use = (pair: string, limit: number, more: Partial<RecordLimits> = {}): RecordUse => ({
  ...pairOf(pair),
  limit,
  atLimit: 0,
  nearLimit: 0,
  atLimitSamples: [],
  nearLimitSamples: [],
  ...more,
});
