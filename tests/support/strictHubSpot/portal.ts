/** What a portal holds, as a plain value, and which association types a pair of object types has by it. */
import { associationTypes } from "../../../data";

/** Two object types, in one direction, by their ids. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

export interface CustomObject {
  /** Such as `2-1`. */
  readonly objectTypeId: string;
  /** Such as `car`. */
  readonly name: string;
}

/**
 * A type that is the portal's own, `USER_DEFINED`, with both of its sides: a label, or the plain association of a pair
 * with a custom object, which shows no text. One that is its own inverse has one id.
 */
export interface OwnType extends Pair {
  readonly name: string;
  readonly typeId: number;
  readonly label: string | null;
  readonly inverseTypeId: number;
  readonly inverseLabel: string | null;
}

export interface TypeKey {
  readonly category: string;
  readonly typeId: number;
}

export interface Limit extends Pair, TypeKey {
  readonly maxToObjectIds: number;
}

export interface Contents {
  readonly customObjects: ReadonlyArray<CustomObject>;
  readonly ownTypes: ReadonlyArray<OwnType>;
  readonly limits: ReadonlyArray<Limit>;
}

export interface Portal extends Contents {
  readonly portalId: number;
  /** The next id that is free; an id does not come twice. A new portal counts from 1. */
  readonly nextTypeId: number;
}

/** An association type as one directed pair has it. */
export interface PairType extends Pair, TypeKey {
  /** What lists show; null for the plain association. */
  readonly label: string | null;
  /** What schemas call it. */
  readonly name: string;
}

export const mirrored = ({ from, to }: Pair): Pair => ({ from: to, to: from });
export const samePair = (a: Pair, b: Pair): boolean => a.from === b.from && a.to === b.to;
export const sameType = (a: TypeKey, b: TypeKey): boolean => a.category === b.category && a.typeId === b.typeId;

const isCustom = (objectTypeId: string): boolean => objectTypeId.startsWith("2-");
export const hasCustomObject = ({ from, to }: Pair): boolean => isCustom(from) || isCustom(to);

/** Recorded texts of HubSpot's own labels. What lists show of the others is not known: here, their description. */
const recordedTexts: ReadonlyMap<number, string> = new Map([
  [1, "Primary"],
  [2, "Contact with Primary Company"],
  [6, "Deal with Primary Company"],
  [930, "Billing Contact"],
  [931, "Billing Contact"],
]);

/** What HubSpot defines on every portal; types with a side that is no object type of this API have no part here. */
const ofHubSpot: ReadonlyArray<PairType> = associationTypes.flatMap(
  ({ typeId, fromObjectTypeId: from, toObjectTypeId: to, label, qualifier }) =>
    from === undefined || to === undefined
      ? []
      : [
          {
            from,
            to,
            category: "HUBSPOT_DEFINED",
            typeId,
            label: qualifier === undefined ? null : (recordedTexts.get(typeId) ?? label),
            name: label.toLowerCase().replace(/[^a-z]+/g, "_"),
          },
        ],
);

/** The directions of a type of the portal's own: one where it is its own inverse. */
export const sidesOf = ({ from, to, name, typeId, label, inverseTypeId, inverseLabel }: OwnType) => {
  const side = { from, to, category: "USER_DEFINED", typeId, label, name };
  const inverse = { ...side, from: to, to: from, typeId: inverseTypeId, label: inverseLabel };
  return typeId === inverseTypeId ? [side] : [side, inverse];
};

export const allTypes = ({ ownTypes }: Contents): ReadonlyArray<PairType> => [
  ...ofHubSpot,
  ...ownTypes.flatMap(sidesOf),
];

export const typesOf = (contents: Contents, pair: Pair): ReadonlyArray<PairType> =>
  allTypes(contents).filter((type) => samePair(type, pair));

export const limitOf = ({ limits }: Contents, type: Pair & TypeKey): number | undefined =>
  limits.find((limit) => samePair(limit, type) && sameType(limit, type))?.maxToObjectIds;

/** Adds a type of the portal's own under the next ids. */
export const withOwnType = (
  portal: Portal,
  type: Omit<OwnType, "typeId" | "inverseTypeId">,
  isOwnInverse: boolean,
): { readonly portal: Portal; readonly added: OwnType } => {
  const typeId = portal.nextTypeId;
  const added = { ...type, typeId, inverseTypeId: isOwnInverse ? typeId : typeId + 1 };
  return {
    portal: { ...portal, ownTypes: [...portal.ownTypes, added], nextTypeId: added.inverseTypeId + 1 },
    added,
  };
};

/** Adds the plain association of a pair: between records of one type it is its own inverse. */
export const withPlain = (portal: Portal, { from, to }: Pair, name: string): ReturnType<typeof withOwnType> =>
  withOwnType(portal, { from, to, name, label: null, inverseLabel: null }, from === to);

/** A pair with a custom object has a plain association; where it is missing, it is added under a name of HubSpot's. */
export const withPlainAlong = (portal: Portal, pair: Pair): Portal =>
  !hasCustomObject(pair) || typesOf(portal, pair).some(({ label }) => label === null)
    ? portal
    : withPlain(portal, pair, `plain_${portal.nextTypeId}`).portal;
