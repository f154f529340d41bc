/** Where else a portal tells what it has: its account, the schemas of object types, limits tracking. */
import type { Answer } from "./answer";
import { describe } from "./objectTypes";
import type { PairType, Portal } from "./portal";
import { allTypes, limitOf, samePair, sidesOf } from "./portal";

export const account = ({ portalId }: Portal): Answer => ({
  status: 200,
  body: { portalId, accountType: "STANDARD", timeZone: "US/Eastern", uiDomain: "app.hubspot.com" },
});

const schemaOf = (portal: Portal, objectTypeId: string): object => {
  const { singular, plural, ...names } = describe(portal, objectTypeId);
  return { objectTypeId, ...names, labels: { singular, plural } };
};

export const customObjects = (portal: Portal): Answer => ({
  status: 200,
  body: { results: portal.customObjects.map(({ objectTypeId }) => schemaOf(portal, objectTypeId)) },
});

/** What an entry tells of the other direction is left out: which type that is, HubSpot's own do not say for sure. */
const associationOf = (portal: Portal, type: PairType): object => {
  const max = limitOf(portal, type);
  return {
    id: String(type.typeId),
    name: type.name,
    fromObjectTypeId: type.from,
    toObjectTypeId: type.to,
    maxToObjectIds: max ?? 500_000,
    hasUserEnforcedMaxToObjectIds: max !== undefined,
  };
};

export const schema = (portal: Portal, objectTypeId: string): Answer => ({
  status: 200,
  body: {
    ...schemaOf(portal, objectTypeId),
    associations: allTypes(portal)
      .filter(({ from, to }) => [from, to].includes(objectTypeId))
      .map((type) => associationOf(portal, type)),
  },
});

/** Every directed pair that has a label of the portal's own. */
export const labeledPairs = (portal: Portal): Answer => {
  const sides = portal.ownTypes.flatMap(sidesOf).filter(({ label }) => label !== null);
  const firsts = sides.filter((side, i) => sides.findIndex((other) => samePair(side, other)) === i);
  const tracked = (objectTypeId: string): object => {
    const { singular, plural } = describe(portal, objectTypeId);
    return { objectTypeId, singularLabel: singular, pluralLabel: plural };
  };
  return {
    status: 200,
    body: {
      results: firsts.map((first) => {
        const allLabels = sides.filter((side) => samePair(side, first)).map(({ label }) => label);
        const [usage, limit] = [allLabels.length, 50];
        const [fromObjectType, toObjectType] = [tracked(first.from), tracked(first.to)];
        return { fromObjectType, toObjectType, allLabels, usage, limit, percentage: (100 * usage) / limit };
      }),
    },
  };
};
