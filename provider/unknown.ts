/** How the engine says "not known yet" to check and diff, when an input is another resource's future output. */

/** The sentinel of Pulumi's resource protocol; it stands in place of any value, of whatever type. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const isUnknown = (value: unknown): boolean => value === UNKNOWN;
