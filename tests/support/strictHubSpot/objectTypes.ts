/** Which object type a name in a path means. */
import { objectTypes } from "../../../data";
import type { Portal } from "./portal";

/** HubSpot's own by plural and singular in any case, custom ones by `p<portal>_name` and `p_name`, all by their ids. */
export const objectTypeId = ({ customObjects, portalId }: Portal, name: string): string | undefined => {
  const lower = name.toLowerCase();
  const standard = objectTypes.find((type) => [type.objectTypeId, type.name, type.singular].includes(lower));
  // Whether another case of a custom object's name is taken is not known: here it is not.
  const custom = customObjects.find((type) =>
    [type.objectTypeId, `p${portalId}_${type.name}`, `p_${type.name}`].includes(name),
  );
  return (standard ?? custom)?.objectTypeId;
};

/** What limits tracking and schemas call an object type. */
export const describe = (
  { customObjects, portalId }: Portal,
  id: string,
): {
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly singular: string;
  readonly plural: string;
} => {
  const custom = customObjects.find(({ objectTypeId }) => objectTypeId === id);
  if (custom !== undefined) {
    const { name } = custom;
    return { name, fullyQualifiedName: `p${portalId}_${name}`, singular: name, plural: `${name}s` };
  }
  const { name: plural = id, singular = id } = objectTypes.find((type) => type.objectTypeId === id) ?? {};
  const name = singular.toUpperCase();
  return { name, fullyQualifiedName: name, singular, plural };
};
