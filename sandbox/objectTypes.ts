/** Which object type a spelling means in a portal: HubSpot takes names, singulars, ids and fully qualified names. */
import { objectTypes } from "../data";
import type { PortalState } from "./model";
import type { SandboxSwitches } from "./switches";

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

type Portal = Pick<PortalState, "portalId" | "objectTypes">;

const spellingsOf = ({ portalId, objectTypes }: Portal): ReadonlyMap<string, ObjectType> =>
  new Map(
    objectTypes.flatMap(({ objectTypeId, name }) => {
      const fullyQualifiedName = `p${portalId}_${name}`;
      const type: ObjectType = { objectTypeId, name, singular: name, nameInMessages: fullyQualifiedName };
      return [objectTypeId, name, fullyQualifiedName, `p_${name}`].map((spelling): [string, ObjectType] => [
        spelling.toLowerCase(),
        type,
      ]);
    }),
  );

/** A list of object types is never changed, only replaced: each is read once, as long as one portal has it. */
const read = new WeakMap<
  Portal["objectTypes"],
  { readonly portalId: number; readonly types: ReadonlyMap<string, ObjectType> }
>();

const customTypes = (portal: Portal): ReadonlyMap<string, ObjectType> => {
  const before = read.get(portal.objectTypes);
  if (before?.portalId === portal.portalId) return before.types;
  const types = spellingsOf(portal);
  read.set(portal.objectTypes, { portalId: portal.portalId, types });
  return types;
};

/** Finds an object type by any of its spellings, in any case; a custom one by its plain name too. */
export const findObjectType = (portal: Portal, spelling: string): ObjectType | undefined => {
  const wanted = spelling.toLowerCase();
  return standard.get(wanted) ?? customTypes(portal).get(wanted);
};

/** The same for a spelling in a path, where HubSpot takes no plain name of a custom object. */
export const findInPath = (
  portal: Portal,
  spelling: string,
  { plainCustomNames }: Pick<SandboxSwitches, "plainCustomNames">,
): ObjectType | undefined => {
  const type = findObjectType(portal, spelling);
  const isPlainName = type?.objectTypeId.startsWith("2-") && type.name.toLowerCase() === spelling.toLowerCase();
  return isPlainName && plainCustomNames === "refused" ? undefined : type;
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
  portal: Portal,
  name: string,
): { readonly objectTypeId: string; readonly singularLabel: string; readonly pluralLabel: string } => {
  const type = findObjectType(portal, name);
  if (type === undefined) return { objectTypeId: name, singularLabel: name, pluralLabel: name };
  const { singular, plural } = labelsOf(type);
  return { objectTypeId: type.objectTypeId, singularLabel: singular, pluralLabel: plural };
};
