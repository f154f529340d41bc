/** Reads how many associated records the records of a state have. */
import type { RecordUsage } from "./model";
import type { Cursor } from "./reader";
import { complainOfRepeats, integer, list, object, text } from "./reader";

const readRecord = (cursor: Cursor): RecordUsage["records"][number] => {
  const fields = object(cursor, ["objectId", "label", "associated"]);
  return {
    // The ids of records have outgrown an int32.
    objectId: integer(fields("objectId"), 1, undefined, Number.MAX_SAFE_INTEGER),
    ...(fields("label").value === undefined ? {} : { label: text(fields("label")) }),
    associated: integer(fields("associated"), 1),
  };
};

const readRecordUsage = (cursor: Cursor, readObjectType: (cursor: Cursor) => string): RecordUsage => {
  const fields = object(cursor, ["from", "to", "records"]);
  const records = list(fields("records"), readRecord, true);
  complainOfRepeats(
    fields("records"),
    records.map(({ objectId }) => String(objectId)),
    "the record",
  );
  return { from: readObjectType(fields("from")), to: readObjectType(fields("to")), records };
};

/** None where the state says nothing of records. */
export const readRecordUsages = (
  cursor: Cursor,
  readObjectType: (cursor: Cursor) => string,
): ReadonlyArray<RecordUsage> | undefined => {
  if (cursor.value === undefined) return undefined;
  const usages = list(cursor, (usage) => readRecordUsage(usage, readObjectType));
  complainOfRepeats(
    cursor,
    usages.map(({ from, to }) => `${from} to ${to}`),
    "the pair",
  );
  return usages;
};
