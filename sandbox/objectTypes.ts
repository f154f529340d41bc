/** Which object type a spelling means in a portal: HubSpot takes names, singulars, ids and fully qualified names. */
import { objectTypes } from "../data";
import type { PortalState } from "./model";

/** An object type as the sandbox speaks of it. */
export interface ObjectType {
  readonly objectTypeId: string;
  /** The name in the state: the plural of a standard type, the plain name of a custom one. */
  readonly name: string;
  /** Such as `contact`; of a custom type the same as `name`. */
  readonly singular: string;
  /** The name in HubSpot's messages, such as `CONTACT`. For custom types this is the fully qualified name. */
  readonly nameInMessages: string;
}

/** Every word of a text with a capital letter. */
export const capitalized = (words: string): string => words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const standard: ReadonlyMap<string, ObjectType> = new Map(
  objectTypes.flatMap(({ objectTypeId, name, singular }) => {
    const type: ObjectType = { objectTypeId, name, singular, nameInMessages: singular.toUpperCase() };
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
      return { objectTypeId, name, singular: name, nameInMessages: fullyQualifiedName };
  }
  return undefined;
};

/** What people see as a type's name. The state keeps none for custom types, so theirs are made from the plain name. */
export const labelsOf = ({
  objectTypeId,
  name,
  singular,
}: ObjectType): { readonly singular: string; readonly plural: string } => ({
  singular: capitalized(singular.replaceAll("_", " ")),
  plural: capitalized((objectTypeId.startsWith("2-") ? `${name}s` : name).replaceAll("_", " ")),
});

/** An object type as limits tracking shows it. */
export const describeObjectType = (
  portal: Pick<PortalState, "portalId" | "objectTypes">,
  name: string,
): { readonly objectTypeId: string; readonly singularLabel: string; readonly pluralLabel: string } => {
  const type = findObjectType(portal, name);
  if (type === undefined) return { objectTypeId: name, singularLabel: name, pluralLabel: name };
  const { singular, plural } = labelsOf(type);
  return { objectTypeId: type.objectTypeId, singularLabel: singular, pluralLabel: plural };
};
