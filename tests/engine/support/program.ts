/** Programs of association configurations, one line for each resource. */
import { associationTypes, objectTypes } from "../../../data";
import type { AssociationConfigurationArgs, AssociationLimit } from "../../../sdk";

const nameOfObjectType = new Map(objectTypes.map((type) => [type.objectTypeId, type.name]));

/** The limits on the own associations of pairs of standard object types, as stories show them, by their pairs. */
const ownLimits: ReadonlyMap<string, string> = new Map(
  associationTypes
    .filter(({ qualifier }) => qualifier === undefined)
    .flatMap(({ typeId, ...ids }) => {
      const from = nameOfObjectType.get(ids.fromObjectTypeId ?? "");
      const to = nameOfObjectType.get(ids.toObjectTypeId ?? "");
      return from === undefined || to === undefined ? [] : [[`${from}/${to}`, `${from}/${to} ${typeId}`] as const];
    }),
);

/** The first pairs of standard object types that have an unlabeled association. */
export const pairs = (count: number): ReadonlyArray<string> => [...ownLimits.keys()].slice(0, count);

/** The limit on a pair's own association, as a story shows it: `contacts/companies 279`. */
export const ownLimit = (pair: string): string => ownLimits.get(pair) ?? pair;

/** A limit on the pair's own association. */
export const unlabeled = (maxToObjectIds: number): AssociationLimit => ({ unlabeled: true, maxToObjectIds });

/** A limit on one of HubSpot's own association types. */
export const ofType = (typeId: number, maxToObjectIds: number): AssociationLimit => ({
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});

/** A limit on one of the portal's own labels. */
export const ofLabel = (typeId: number, maxToObjectIds: number): AssociationLimit => ({
  category: "USER_DEFINED",
  typeId,
  maxToObjectIds,
});

/** What else may be said of a configuration; `options` is program text, such as `{ provider: staging }`. */
export interface More extends Omit<Partial<AssociationConfigurationArgs>, "limits"> {
  readonly options?: string;
}

/** A resource of the program: its name, its pair such as `contacts/companies`, and its limits. */
export const configuration = (
  name: string,
  pair: string,
  limits: ReadonlyArray<AssociationLimit>,
  { options, ...more }: More = {},
): string => {
  const [fromObjectType, toObjectType] = pair.split("/");
  const args = JSON.stringify({ fromObjectType, toObjectType, limits, ...more });
  return `new hubspot.AssociationConfiguration(${JSON.stringify(name)}, ${args}${options === undefined ? "" : `, ${options}`});\n`;
};
