/** Which object type a spelling means in a portal: HubSpot takes names, singulars, ids and fully qualified names. */
import { objectTypes } from "../data";
import type { PortalState } from "./model";

/** An object type as the sandbox speaks of it. */
export interface ObjectType {
  readonly objectTypeId: string;
  /** The name in the state: the plural of a standard type, the plain name of a custom one. */
  readonly name: string;
  /** The name in HubSpot's messages, such as `CONTACT`. For custom types this is the fully qualified name. */
  readonly nameInMessages: string;
}

const standard: ReadonlyMap<string, ObjectType> = new Map(
  objectTypes.flatMap(({ objectTypeId, name, singular }) => {
    const type: ObjectType = { objectTypeId, name, nameInMessages: singular.toUpperCase() };
    return [objectTypeId, name, singular].map((spelling): [string, ObjectType] => [spelling, type]);
  }),
);

/** Finds an object type by any of its spellings, in any case. */
export const findObjectType = (
  portal: Pick<PortalState, "portalId" | "objectTypes">,
  spelling: string,
): ObjectType | undefined => {
  const wanted = spelling.toLowerCase();
  const known = standard.get(wanted);
  if (known !== undefined) return known;
  for (const { objectTypeId, name } of portal.objectTypes) {
    const fullyQualifiedName = `p${portal.portalId}_${name}`;
    if ([objectTypeId, name, fullyQualifiedName].some((known) => known.toLowerCase() === wanted))
      return { objectTypeId, name, nameInMessages: fullyQualifiedName };
  }
  return undefined;
};
