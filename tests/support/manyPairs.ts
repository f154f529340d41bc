/** A portal with as many directed pairs as a test wants, each with a limit of 1 on its own association. */
import type { LabelInput, PortalInput, StandingLimit } from "../../sandbox";

const objects = Array.from({ length: 18 }, (_, i) => ({ objectTypeId: `2-${100 + i}`, name: `thing${i}` }));

/** Custom objects, each of them paired with each: 306 directed pairs. */
const labels: ReadonlyArray<LabelInput> = objects.flatMap((to, j) =>
  objects.slice(0, j).map((from, i) => {
    const typeId = 1_000 + 2 * (j * objects.length + i);
    return { from: from.name, to: to.name, typeId, label: null };
  }),
);

export const standingLimits = (count: number): ReadonlyArray<StandingLimit> =>
  labels
    .flatMap(({ from, to, typeId }) => [
      { from, to, category: "USER_DEFINED", typeId, maxToObjectIds: 1 },
      { from: to, to: from, category: "USER_DEFINED", typeId: typeId + 1, maxToObjectIds: 1 },
    ])
    .slice(0, count);

export const portalWith = (limits: ReadonlyArray<StandingLimit>): Omit<PortalInput, "portalId"> => ({
  objectTypes: objects,
  labels,
  limits,
});

/** The id of one of these objects, as programs name it. */
export const idOf = (name: string): string => objects.find((object) => object.name === name)?.objectTypeId ?? name;
