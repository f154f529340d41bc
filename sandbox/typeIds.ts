/**
 * Which ids new association types of a portal get. HubSpot counts them for each portal apart and never gives one
 * twice; here each portal counts from a number of its own, so that the same label has another id elsewhere.
 */
import type { PortalState } from "./model";

/** Portals whose ids are less than 99,991 apart begin at different numbers, a hundred or more apart. */
const firstTypeId = (portalId: number): number => 100 * (1 + (portalId % 99_991));

/** The first of `count` ids in a row that are free in a portal, whatever was seeded there. */
export const freeTypeId = (
  { portalId, nextTypeId, labels }: Pick<PortalState, "portalId" | "nextTypeId" | "labels">,
  count: 1 | 2,
): number => {
  const taken = new Set(labels.flatMap((label) => [label.typeId, label.inverseTypeId]));
  let typeId = nextTypeId ?? firstTypeId(portalId);
  while (taken.has(typeId) || taken.has(typeId + count - 1)) typeId += 1;
  return typeId;
};
