/** How many labels each directed pair has, of the most that it may have. */
import { directions } from "./associationTypes";
import type { Handler } from "./call";
import { mostLabels } from "./labelRules";
import { describeObjectType } from "./objectTypes";
import { userDefined } from "./pairLabels";

/**
 * `GET /crm/v3/limits/associations/labels`: every directed pair that has a label of the portal's own. HubSpot counts a
 * deleted label for some 40 seconds more; here it is gone at once.
 */
export const readLabelUsage: Handler = (_store, { portal }) => {
  const rows = portal.labels
    .flatMap(directions)
    .filter(({ category, label }) => category === userDefined && label !== null);
  const pairs = new Map(rows.map(({ from, to }) => [`${from}/${to}`, { from, to }]));
  const results = [...pairs.values()].map((pair) => {
    const allLabels = rows.flatMap(({ from, to, label }) => (from === pair.from && to === pair.to ? [label] : []));
    return {
      fromObjectType: describeObjectType(portal, pair.from),
      toObjectType: describeObjectType(portal, pair.to),
      allLabels,
      usage: allLabels.length,
      limit: mostLabels,
      percentage: (allLabels.length * 100) / mostLabels,
    };
  });
  return { status: 200, body: { results } };
};
