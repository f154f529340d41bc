/** Object schemas: the portal's custom object types, and the one place that tells the names of association types. */
import { associationTypes } from "../data";
import { directions } from "./associationTypes";
import type { Handler } from "./call";
import { unknownObjectType } from "./errors";
import type { Label, PortalState, StandingLimit } from "./model";
import type { ObjectType } from "./objectTypes";
import { findInPath, findObjectType, labelsOf } from "./objectTypes";
import type { Store } from "./store";

/** What HubSpot shows as the limit of a type that has none. */
const noLimit = 500_000;

/** An association type in one direction, and the one of the other direction, if that is known. */
interface NamedType {
  readonly name: string;
  readonly fromObjectTypeId: string;
  readonly toObjectTypeId: string;
  readonly category: string;
  readonly typeId: number;
  readonly inverseTypeId?: number | undefined;
}

type LimitOf = (fromId: string, toId: string, category: string, typeId: number | undefined) => number | undefined;

const idOf = (portal: PortalState, name: string): string => findObjectType(portal, name)?.objectTypeId ?? name;

const limitsById = (portal: PortalState): LimitOf => {
  const key = ({ from, to, category, typeId }: Omit<StandingLimit, "maxToObjectIds">): string =>
    [from, to, category, typeId].join("/");
  const limits = new Map(
    portal.limits.map((limit) => [
      key({ ...limit, from: idOf(portal, limit.from), to: idOf(portal, limit.to) }),
      limit.maxToObjectIds,
    ]),
  );
  return (from, to, category, typeId) =>
    typeId === undefined ? undefined : limits.get(key({ from, to, category, typeId }));
};

/** One direction of a type, with the limit of each side. Schemas do not tell its category. */
const toAssociation = ({ name, fromObjectTypeId, toObjectTypeId, category, ...ids }: NamedType, limitOf: LimitOf) => {
  const maxTo = limitOf(fromObjectTypeId, toObjectTypeId, category, ids.typeId);
  const maxFrom = limitOf(toObjectTypeId, fromObjectTypeId, category, ids.inverseTypeId);
  return {
    id: String(ids.typeId),
    name,
    fromObjectTypeId,
    toObjectTypeId,
    cardinality: "ONE_TO_MANY",
    inverseCardinality: "ONE_TO_MANY",
    maxToObjectIds: maxTo ?? noLimit,
    maxFromObjectIds: maxFrom ?? noLimit,
    hasUserEnforcedMaxToObjectIds: maxTo !== undefined,
    hasUserEnforcedMaxFromObjectIds: maxFrom !== undefined,
  };
};

/** HubSpot's own types, under names that are made here like those of its clients: `CONTACT_TO_COMPANY_PRIMARY`. */
const hubSpotDefined: ReadonlyArray<NamedType> = associationTypes.flatMap((type) => {
  const { fromObjectTypeId, toObjectTypeId, typeId, inverseTypeId, qualifier = {} } = type;
  if (fromObjectTypeId === undefined || toObjectTypeId === undefined) return [];
  const words = [type.from, "to", type.to, qualifier.from, qualifier.to].filter((word) => word !== undefined);
  const name = words.join("_").replaceAll(" ", "_").toUpperCase();
  return [{ name, fromObjectTypeId, toObjectTypeId, category: "HUBSPOT_DEFINED", typeId, inverseTypeId }];
});

/** Both directions of a label. */
const namedTypes = (portal: PortalState, label: Label): ReadonlyArray<NamedType> =>
  directions(label).map(({ from, to, category, typeId }) => ({
    name: label.name,
    fromObjectTypeId: idOf(portal, from),
    toObjectTypeId: idOf(portal, to),
    category,
    typeId,
    inverseTypeId: typeId === label.typeId ? label.inverseTypeId : label.typeId,
  }));

const isCustom = ({ objectTypeId }: ObjectType): boolean => objectTypeId.startsWith("2-");

const byObjectType = (labels: ReadonlyArray<Label>): ReadonlyMap<string, ReadonlyArray<Label>> => {
  const groups = new Map<string, Label[]>();
  for (const label of labels)
    for (const name of new Set([label.from, label.to])) {
      const group = groups.get(name) ?? [];
      group.push(label);
      groups.set(name, group);
    }
  return groups;
};

/** What a portal's schemas say, by object type. There are no properties. */
const schemasOf = (store: Store, portal: PortalState) => {
  const limitOf = limitsById(portal);
  const labels = byObjectType(portal.labels);
  const { late } = store.memory(portal.portalId);
  const own = store.state().switches.schemaAssociations === "all" ? hubSpotDefined : [];
  return (type: ObjectType) => {
    const shown = (labels.get(type.name) ?? []).filter(({ name }) => isCustom(type) || !late.isNew(name));
    const types = [
      ...own.filter((one) => [one.fromObjectTypeId, one.toObjectTypeId].includes(type.objectTypeId)),
      ...shown.flatMap((label) => namedTypes(portal, label)),
    ];
    return {
      id: type.objectTypeId,
      objectTypeId: type.objectTypeId,
      fullyQualifiedName: type.nameInMessages,
      name: isCustom(type) ? type.name : type.nameInMessages,
      labels: labelsOf(type),
      archived: false,
      allowsSensitiveProperties: false,
      requiredProperties: [],
      searchableProperties: [],
      secondaryDisplayProperties: [],
      properties: [],
      associations: types.map((one) => toAssociation(one, limitOf)),
    };
  };
};

/** `GET /crm-object-schemas/{version}/schemas`: custom object types only. */
export const readSchemas: Handler = (store, { portal }) => {
  const schemaOf = schemasOf(store, portal);
  const types = portal.objectTypes.flatMap(({ objectTypeId }) => findObjectType(portal, objectTypeId) ?? []);
  return { status: 200, body: { results: types.map(schemaOf) } };
};

/** `GET /crm-object-schemas/{version}/schemas/{objectType}`: standard object types too. */
export const readSchema: Handler = (store, { portal, parameters }) => {
  const { objectType: spelling = "" } = parameters;
  const type = findInPath(portal, spelling, store.state().switches);
  return type === undefined ? unknownObjectType(spelling) : { status: 200, body: schemasOf(store, portal)(type) };
};
