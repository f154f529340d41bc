/** How many labels each directed pair has, of the most that it may have. */
import type { Pair } from "./associationTypes";
import { directions } from "./associationTypes";
import type { Call, Handler } from "./call";
import { unknownObjectType } from "./errors";
import { mostLabels } from "./labelRules";
import type { Label } from "./model";
import { describeObjectType, findInPath } from "./objectTypes";
import { userDefined } from "./pairLabels";
import type { Reply } from "./reply";
import type { SandboxSwitches } from "./switches";

interface LabeledPair extends Pair {
  readonly allLabels: string[];
}

/** Every directed pair that has a label of the portal's own. */
const labeledPairs = (labels: ReadonlyArray<Label>): ReadonlyArray<LabeledPair> => {
  const pairs = new Map<string, LabeledPair>();
  for (const { from, to, category, label } of labels.flatMap(directions)) {
    if (category !== userDefined || label === null) continue;
    const key = `${from}/${to}`;
    const pair = pairs.get(key) ?? { from, to, allLabels: [] };
    pair.allLabels.push(label);
    pairs.set(key, pair);
  }
  return [...pairs.values()];
};

/** The two filters of a query, by the names of the object types; each may be absent. */
const filtersIn = ({ portal, query }: Call, switches: SandboxSwitches): Partial<Pair> | Reply => {
  const filters: { from?: string; to?: string } = {};
  for (const [side, key] of [
    ["from", "fromObjectTypeId"],
    ["to", "toObjectTypeId"],
  ] as const) {
    const spelling = query.get(key);
    if (spelling === null) continue;
    const type = findInPath(portal, spelling, switches);
    if (type === undefined) return unknownObjectType(spelling);
    filters[side] = type.name;
  }
  return filters;
};

/** `GET /crm/v3/limits/associations/labels`, of all pairs, or of those of `fromObjectTypeId` and `toObjectTypeId`. */
export const readLabelUsage: Handler = (store, call) => {
  const { portal } = call;
  const filters = filtersIn(call, store.state().switches);
  if ("status" in filters) return filters;
  const counted = [...portal.labels, ...store.memory(portal.portalId).late.lingering()];
  const results = labeledPairs(counted)
    .filter(({ from, to }) => from === (filters.from ?? from) && to === (filters.to ?? to))
    .map(({ from, to, allLabels }) => ({
      fromObjectType: describeObjectType(portal, from),
      toObjectType: describeObjectType(portal, to),
      allLabels,
      usage: allLabels.length,
      limit: mostLabels,
      percentage: (allLabels.length * 100) / mostLabels,
    }));
  return { status: 200, body: { results } };
};
