/** Reads the bodies of requests. Keys that HubSpot does not know are no problem to it, so fields are read one by one. */
import type { Cursor } from "./reader";
import { complain, isRecord } from "./reader";

/** The document in a body; nothing where it is no JSON. */
export const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** The place of a field that may be absent. */
export const optionalField = (cursor: Cursor, key: string): Cursor => ({
  value: isRecord(cursor.value) ? cursor.value[key] : undefined,
  path: cursor.path === "" ? key : `${cursor.path}.${key}`,
  problems: cursor.problems,
});

/** The place of a field that must be there. */
export const field = (cursor: Cursor, key: string): Cursor => {
  const place = optionalField(cursor, key);
  if (place.value === undefined) complain(cursor, `Some required fields were not set: [${key}]`);
  return place;
};
