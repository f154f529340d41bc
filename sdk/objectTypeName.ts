/** Object types as a program writes them, and the one spelling they are brought to. */
import { objectTypes } from "./objectTypes";

/** The plural names of HubSpot's own object types, for example `contacts`. */
export type StandardObjectTypeName = (typeof objectTypes)[number]["name"];

/**
 * An object type: HubSpot's own in any spelling (`contacts`, `Contact`, `0-1`), or a custom object by its plain name
 * (`car`), its full name (`p1234567_car`) or its id (`2-1234567`). An editor completes HubSpot's own names.
 */
export type ObjectTypeName = StandardObjectTypeName | (string & Record<never, never>);

const names: ReadonlyMap<string, string> = new Map(
  objectTypes.flatMap(({ objectTypeId, name, singular }) =>
    [objectTypeId, name, singular].map((spelling) => [spelling, name] as const),
  ),
);

/** The plural names of HubSpot's own object types. */
export const standardObjectTypes: ReadonlySet<string> = new Set(objectTypes.map(({ name }) => name));

/** HubSpot's plural name for any spelling of its own object types. Everything else stays as it is written, trimmed. */
export const normalizedObjectType = (spelling: string): string => {
  const trimmed = spelling.trim();
  const plain = trimmed.toLowerCase();
  return names.get(plain) ?? names.get(plain.replace(/[\s-]+/g, "_")) ?? trimmed;
};
