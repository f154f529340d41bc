/** All that the small world needs of a HubSpot, so that it can run on another one: made with contents, asked, and looked at. */
import type { DirectSandbox, PortalState, StandingLimit } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";

/** What stands in a portal. */
export type Contents = PortalState;

/** The limits that reads still show, by portal. */
export type Shown = Readonly<Record<number, ReadonlyArray<StandingLimit>>>;

export interface HubSpot {
  readonly handle: DirectSandbox["handle"];
  readonly contents: () => ReadonlyArray<Contents>;
}

export interface Made {
  readonly portals: ReadonlyArray<Contents>;
  /** What reads of limits show, now and after each write, instead of what stands. @default what stands */
  readonly shown: Shown | undefined;
}

export type MakeHubSpot = (made: Made) => Promise<HubSpot>;

/** Longer than anything lasts here. */
const forEver = 2_000_000_000;

/** A custom object is asked for by its id. */
const pathOf = (portal: Contents, { from, to }: StandingLimit, operation: string): string => {
  const side = (name: string): string =>
    portal.objectTypes.find((object) => object.name === name)?.objectTypeId ?? name;
  return `/crm/associations/v4/definitions/configurations/${side(from)}/${side(to)}/batch/${operation}`;
};

const isSame = (a: StandingLimit, b: StandingLimit): boolean =>
  a.from === b.from && a.to === b.to && a.category === b.category && a.typeId === b.typeId;

/** The writes that lead from limits to others: what goes first, since a purge only relaxes. */
const writes = (
  from: ReadonlyArray<StandingLimit>,
  to: ReadonlyArray<StandingLimit>,
): ReadonlyArray<readonly [operation: string, limit: StandingLimit]> => [
  ...from.filter((limit) => !to.some((other) => isSame(other, limit))).map((limit) => ["purge", limit] as const),
  ...to
    .filter((limit) => !from.some((other) => isSame(other, limit) && other.maxToObjectIds === limit.maxToObjectIds))
    .map((limit) => ["update", limit] as const),
];

const bodyOf = (operation: string, { category, typeId, maxToObjectIds }: StandingLimit): string =>
  JSON.stringify({ inputs: [{ category, typeId, ...(operation === "update" ? { maxToObjectIds } : {}) }] });

/** The local sandbox. Where reads lag, it begins with what they show, and is brought to what stands. */
export const inSandbox: MakeHubSpot = async ({ portals, shown }) => {
  const before = (portal: Contents): ReadonlyArray<StandingLimit> => shown?.[portal.portalId] ?? portal.limits;
  const sandbox = createSandbox({
    portals: portals.map((portal) => ({ ...portal, limits: before(portal) })),
    switches: shown === undefined ? {} : { behindMilliseconds: forEver },
    quota: { max: 1_000_000 },
  });
  for (const portal of portals)
    for (const [operation, limit] of writes(before(portal), portal.limits)) {
      const outcome = await sandbox.handle({
        method: "POST",
        path: pathOf(portal, limit, operation),
        authorization: `Bearer ${portal.tokens[0]?.token ?? ""}`,
        contentType: "application/json",
        body: bodyOf(operation, limit),
      });
      if (outcome._tag !== "Answered" || outcome.status >= 300 || outcome.status === 207)
        throw new Error(`A portal cannot be brought to what stands: ${JSON.stringify(outcome)}`);
    }
  return { handle: sandbox.handle, contents: () => sandbox.state().portals };
};
