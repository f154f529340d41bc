/** Programs of association configurations, one line for each resource. */
import type { AssociationConfigurationArgs, AssociationLimit } from "../../../sdk";

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
