/** What the tests of `audit` share: contents of portals, made by hand or from a seed. */
import type { PortalContent, PortalLimit } from "../../../../cli/portal/content";
import type { RecordLimits } from "../../../../provider/hubspot/tracking";
import type { RecordUse, Tracked } from "../../../../cli/audit/tracked";
import type { PortalState } from "../../../../sandbox";
import { typesOf } from "../../../../sandbox/associationTypes";

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

/** The content of a sandbox's portal, as the command reads it from a live one. */
export const contentOfState = ({ portalId, objectTypes, labels, limits }: PortalState): PortalContent => ({
  portalId,
  customObjects: objectTypes.map(({ objectTypeId, name }) => ({
    objectTypeId,
    fullyQualifiedName: `p${portalId}_${name}`,
    name,
  })),
  labels: labels.flatMap(({ name, from, to, typeId, label, inverseTypeId, inverseLabel }) =>
    label === null || inverseLabel === null ? [] : [{ name, from, to, typeId, label, inverseTypeId, inverseLabel }],
  ),
  limits: limits.map((standing) => {
    const type = typesOf(labels, standing).find(
      ({ category, typeId }) => category === standing.category && typeId === standing.typeId,
    );
    const label = type?.label ?? null;
    return label === null
      ? { ...standing, naming: "unlabeled" }
      : { ...standing, naming: standing.category === "USER_DEFINED" ? "label" : "id", label };
  }),
  leftOut: [],
});
