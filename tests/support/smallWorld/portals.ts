/** The two portals that there are, and how each may be found. Every type id names one type of its portal. */
import type { PortalState } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import type { PortalInput } from "../../../sandbox";
import type { Contents } from "./hubSpot";

/** The portal that programs are about, and another one. */
export const own = 111;
export const other = 222;

/** The tokens of the portals; the first portal's is changed for another one at times. */
export const tokens = { own: "token-of-111", rotated: "new-token-of-111", other: "token-of-222" } as const;

const plain = (portalId: number): PortalInput =>
  portalId === own
    ? {
        portalId,
        tokens: [tokens.own, tokens.rotated],
        objectTypes: [{ objectTypeId: "2-123", name: "car" }],
        labels: [{ name: "contact_to_car", from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: null }],
        nextTypeId: 60,
      }
    : {
        portalId,
        tokens: [tokens.other],
        objectTypes: [{ objectTypeId: "2-456", name: "car" }],
        labels: [{ name: "contact_to_car", from: "contacts", to: "car", typeId: 70, inverseTypeId: 71, label: null }],
        nextTypeId: 80,
      };

/** What somebody else has made: a label with a limit, and limits on the pair and on another one. */
const lived = (portalId: number): PortalInput => {
  const portal = plain(portalId);
  const [unlabeled, owner] = portalId === own ? [50, 54] : [70, 74];
  const ofPair = { from: "contacts", to: "car", category: "USER_DEFINED" };
  const owned = { name: "owner", typeId: owner, inverseTypeId: owner + 1, label: "Owner", inverseLabel: "Owned by" };
  return {
    ...portal,
    labels: [...(portal.labels ?? []), { ...ofPair, ...owned }],
    limits: [
      { ...ofPair, typeId: unlabeled, maxToObjectIds: 9 },
      { ...ofPair, typeId: owner, maxToObjectIds: 4 },
      { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 3 },
    ],
  };
};

const asContents = (portals: ReadonlyArray<PortalInput>): ReadonlyArray<Contents> =>
  createSandbox({ portals }).state().portals;

/** How the portals are found: as they come, or with limits and a label of other people. */
export const foundPortals = {
  plain: asContents([plain(own), plain(other)]),
  lived: asContents([lived(own), lived(other)]),
} as const;

export type Found = keyof typeof foundPortals;

/** A type of a portal, as text. */
export const placeOf = (portalId: number, { category, typeId }: { category: string; typeId: number }): string =>
  `${portalId} ${category} ${typeId}`;

/** The numbers that stand in portals, by place. */
export const standingIn = (portals: ReadonlyArray<Contents>): ReadonlyMap<string, number> =>
  new Map(
    portals.flatMap(({ portalId, limits }) =>
      limits.map((limit) => [placeOf(portalId, limit), limit.maxToObjectIds] as const),
    ),
  );

/** The id that a portal has for an object type as a program writes it; none where it has no such object. */
export const objectIdIn = ({ portalId, objectTypes }: PortalState, written: string): string | undefined =>
  written === "companies"
    ? "0-2"
    : objectTypes.find(({ objectTypeId, name }) => [objectTypeId, name, `p${portalId}_${name}`].includes(written))
        ?.objectTypeId;

const isPair = (label: { from: string; to: string }): boolean => label.from === "contacts" && label.to === "car";

/** The types from contacts to cars that people or programs made. */
export const typesFromContacts = ({ labels }: Contents): ReadonlyArray<{ category: string; typeId: number }> =>
  labels.flatMap(({ category, typeId, inverseTypeId, ...label }) =>
    isPair(label) ? [{ category, typeId }] : [{ category, typeId: inverseTypeId }],
  );

/** The pair's own type from contacts to cars. */
export const unlabeledIn = (portal: Contents): number | undefined => {
  const found = portal.labels.find(({ label }) => label === null);
  return found === undefined ? undefined : isPair(found) ? found.typeId : found.inverseTypeId;
};

/** The label that programs make, by its name: its ids and texts, seen from contacts. */
export interface Driver {
  readonly typeId: number;
  readonly inverseTypeId: number;
  readonly label: string | null;
  readonly inverseLabel: string | null;
}

export const driverIn = ({ labels }: Contents): Driver | undefined => {
  const found = labels.find(({ name }) => name === "driver");
  if (found === undefined) return undefined;
  const { typeId, inverseTypeId, label, inverseLabel } = found;
  return isPair(found)
    ? { typeId, inverseTypeId, label, inverseLabel }
    : { typeId: inverseTypeId, inverseTypeId: typeId, label: inverseLabel, inverseLabel: label };
};

export const portalIn = (portals: ReadonlyArray<Contents>, portalId: number): Contents => {
  const found = portals.find((portal) => portal.portalId === portalId);
  if (found === undefined) throw new Error(`There is no portal ${portalId}`);
  return found;
};
