/** Object schemas: the portal's custom object types, and the one place that tells the names of labels. */
import { directions, sameType } from "./associationTypes";
import type { Handler } from "./call";
import { unknownObjectType } from "./errors";
import type { Label, PortalState } from "./model";
import type { ObjectType } from "./objectTypes";
import { findObjectType, labelsOf } from "./objectTypes";

/** What HubSpot shows as the limit of a type that has none. */
const noLimit = 500_000;

type Direction = ReturnType<typeof directions>[number];

const limitOf = ({ limits }: PortalState, type: Direction): number | undefined =>
  limits.find((limit) => limit.from === type.from && limit.to === type.to && sameType(limit, type))?.maxToObjectIds;

const idOf = (portal: PortalState, name: string): string => findObjectType(portal, name)?.objectTypeId ?? name;

/** One direction of a label, with the limit of each side. */
const toAssociation = (portal: PortalState, name: string, type: Direction, inverse: Direction) => {
  const [maxTo, maxFrom] = [limitOf(portal, type), limitOf(portal, inverse)];
  return {
    id: String(type.typeId),
    name,
    fromObjectTypeId: idOf(portal, type.from),
    toObjectTypeId: idOf(portal, type.to),
    cardinality: "ONE_TO_MANY",
    inverseCardinality: "ONE_TO_MANY",
    maxToObjectIds: maxTo ?? noLimit,
    maxFromObjectIds: maxFrom ?? noLimit,
    hasUserEnforcedMaxToObjectIds: maxTo !== undefined,
    hasUserEnforcedMaxFromObjectIds: maxFrom !== undefined,
  };
};

const associationsOf = (portal: PortalState, label: Label): ReadonlyArray<ReturnType<typeof toAssociation>> => {
  const [forward, inverse] = directions(label);
  if (forward === undefined) return [];
  if (inverse === undefined) return [toAssociation(portal, label.name, forward, forward)];
  return [toAssociation(portal, label.name, forward, inverse), toAssociation(portal, label.name, inverse, forward)];
};

/** HubSpot lists its own association types too; here are those of the portal. There are no properties either. */
const schemaOf = (portal: PortalState, type: ObjectType) => ({
  id: type.objectTypeId,
  objectTypeId: type.objectTypeId,
  fullyQualifiedName: type.nameInMessages,
  name: type.objectTypeId.startsWith("2-") ? type.name : type.nameInMessages,
  labels: labelsOf(type),
  archived: false,
  requiredProperties: [],
  searchableProperties: [],
  properties: [],
  associations: portal.labels
    .filter(({ from, to }) => from === type.name || to === type.name)
    .flatMap((label) => associationsOf(portal, label)),
});

/** `GET /crm-object-schemas/{version}/schemas`: custom object types only. */
export const readSchemas: Handler = (_store, { portal }) => ({
  status: 200,
  body: {
    results: portal.objectTypes.flatMap(({ objectTypeId }) => {
      const type = findObjectType(portal, objectTypeId);
      return type === undefined ? [] : [schemaOf(portal, type)];
    }),
  },
});

/** `GET /crm-object-schemas/{version}/schemas/{objectType}`: standard object types too. */
export const readSchema: Handler = (_store, { portal, parameters }) => {
  const { objectType: spelling = "" } = parameters;
  const type = findObjectType(portal, spelling);
  return type === undefined ? unknownObjectType(spelling) : { status: 200, body: schemaOf(portal, type) };
};
