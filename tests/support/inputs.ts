/** Inputs as programs write them, and as checks give them. */
import type { Properties } from "./engine/hooks";

/** A limit on the pair's own association. */
export const unlabeled = (maxToObjectIds: unknown): Properties => ({ unlabeled: true, maxToObjectIds });

/** A limit on one of HubSpot's own association types. */
export const ofType = (typeId: unknown, maxToObjectIds: unknown): Properties => ({
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});

/** A limit on one of the portal's own labels. */
export const ofLabel = (typeId: unknown, maxToObjectIds: unknown): Properties => ({
  category: "USER_DEFINED",
  typeId,
  maxToObjectIds,
});

/** Inputs as a program writes them, for a pair such as `contacts/companies`. */
export const declared = (pair: string, limits: unknown, more: Properties = {}): Properties => {
  const [fromObjectType, toObjectType] = pair.split("/");
  return { fromObjectType, toObjectType, limits, ...more };
};

/** Inputs of contacts/companies as a check gives them, with every default. */
export const checked = (limits: unknown, more: Properties = {}): Properties => ({
  ...declared("contacts/companies", limits),
  authoritative: false,
  onCreate: "adopt",
  onDelete: "restore",
  ...more,
});
