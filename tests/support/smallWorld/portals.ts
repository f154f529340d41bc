/** The two portals that there are, and how each may be found. Every type id names one type of its portal. */
import type { PortalState } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import type { PortalInput } from "../../../sandbox";
import type { Contents } from "./hubSpot";

/** The portal that programs are about, and another one. */
export const own = 111;
export const other = 222;

/** The id of somebody else's label in the first portal, as programs write it. */
export const ownerId = 54;

/** The tokens of the portals; the first portal's is changed for another one at times. */
export const tokens = { own: "token-of-111", rotated: "new-token-of-111", other: "token-of-222" } as const;

const ofCars = { from: "contacts", to: "car", category: "USER_DEFINED" };

/** A custom object, its own association with contacts, and a label that somebody else has made. */
const plain = (portalId: number): PortalInput => {
  const isOwn = portalId === own;
  const label = (name: string, typeId: number, label: string | null, inverseLabel: string | null) => ({
    ...ofCars,
    ...{ name, typeId, inverseTypeId: typeId + 1, label, inverseLabel },
  });
  return {
    portalId,
    tokens: isOwn ? [tokens.own, tokens.rotated] : [tokens.other],
    objectTypes: [{ objectTypeId: isOwn ? "2-123" : "2-456", name: "car" }],
    labels: [
      label("contact_to_car", isOwn ? 50 : 70, null, null),
      label("owner", isOwn ? ownerId : ownerId + 20, "Owner", "Owned by"),
    ],
    nextTypeId: isOwn ? 60 : 80,
  };
};

/** With limits that somebody else has set, on both types and on another pair. */
const lived = (portalId: number): PortalInput => {
  const portal = plain(portalId);
  const [unlabeled = 0, owner = 0] = (portal.labels ?? []).map(({ typeId }) => typeId);
  return {
    ...portal,
    limits: [
      { ...ofCars, typeId: unlabeled, maxToObjectIds: 9 },
      { ...ofCars, typeId: owner, maxToObjectIds: 4 },
      { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 3 },
    ],
  };
};

const asContents = (portals: ReadonlyArray<PortalInput>): ReadonlyArray<Contents> =>
  createSandbox({ portals }).state().portals;

/** How the portals are found: without limits, or with limits of other people. */
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

const isOfPair = ({ from, to }: { from: string; to: string }): boolean =>
  isPair({ from, to }) || isPair({ from: to, to: from });

/** The types from contacts to cars that people or programs made. */
export const typesFromContacts = ({ labels }: Contents): ReadonlyArray<{ category: string; typeId: number }> =>
  labels
    .filter(isOfPair)
    .map(({ category, typeId, inverseTypeId, ...label }) =>
      isPair(label) ? { category, typeId } : { category, typeId: inverseTypeId },
    );

/** The pair's own type from contacts to cars. */
export const unlabeledIn = (portal: Contents): number | undefined => {
  const found = portal.labels.filter(isOfPair).find(({ label }) => label === null);
  return found === undefined ? undefined : isPair(found) ? found.typeId : found.inverseTypeId;
};

/** What people read of the label that programs make, from contacts or, among cars, from the one that leads. */
export const texts = {
  contacts: { label: "Driver", inverseLabel: "Driven by" },
  cars: { label: "Leads", inverseLabel: "Led by" },
} as const;

/** The label that programs make, by its name, seen from where `texts` see it. */
export interface Driver {
  readonly side: keyof typeof texts;
  readonly typeId: number;
  readonly inverseTypeId: number;
  readonly label: string | null;
  readonly inverseLabel: string | null;
}

/** A label between two object types, however it is written, as `texts` see it. */
export const straightened = <A extends Omit<Driver, "side"> & { readonly from: string; readonly to: string }>({
  from,
  to,
  typeId,
  inverseTypeId,
  label,
  inverseLabel,
}: A): Driver => {
  const side = [from, to].includes("contacts") ? "contacts" : "cars";
  const isStraight = side === "contacts" ? from === "contacts" : label !== texts.cars.inverseLabel;
  return isStraight
    ? { side, typeId, inverseTypeId, label, inverseLabel }
    : { side, typeId: inverseTypeId, inverseTypeId: typeId, label: inverseLabel, inverseLabel: label };
};

export const driverIn = ({ labels }: Contents): Driver | undefined => {
  const found = labels.find(({ name }) => name === "driver");
  return found === undefined ? undefined : straightened(found);
};

export const portalIn = (portals: ReadonlyArray<Contents>, portalId: number): Contents => {
  const found = portals.find((portal) => portal.portalId === portalId);
  if (found === undefined) throw new Error(`There is no portal ${portalId}`);
  return found;
};
