/** The bodies of requests about labels: what makes one, and what changes its texts. */
import { field, optionalField, parsed } from "./body";
import type { Cursor, Read } from "./reader";
import { complain, integer, readDocument, text } from "./reader";

/** What both sides of a label say; `null` on both for a pair's unlabeled type. */
export interface LabelTexts {
  readonly label: string | null;
  readonly inverseLabel: string | null;
}

export interface NewLabel extends LabelTexts {
  readonly name: string;
}

export interface LabelChange {
  readonly typeId: number;
  readonly label: string;
  readonly inverseLabel: string;
}

/** Neither HubSpot's documentation nor a recorded answer names the longest label: this number is the sandbox's own. */
const longestLabel = 255;

const requiredText = (cursor: Cursor, key: string, empty: "allowed" | "refused"): string => {
  const place = field(cursor, key);
  return place.value === undefined || (place.value === "" && empty === "allowed") ? "" : text(place);
};

const checkLength = (place: Cursor): void => {
  const length = typeof place.value === "string" ? place.value.length : 0;
  if (length > longestLabel) complain(place, `a label has at most ${longestLabel} characters, not ${length}`);
};

/** Without a text of its own, the other side says the same. */
const readInverse = (cursor: Cursor, label: string): string => {
  const place = optionalField(cursor, "inverseLabel");
  checkLength(place);
  return place.value === undefined || place.value === null ? label : text(place);
};

const readName = (cursor: Cursor): string => {
  const name = requiredText(cursor, "name", "refused");
  if (/^\d|-/.test(name))
    complain(optionalField(cursor, "name"), "a name has no hyphens and does not begin with a digit");
  return name;
};

/** Reads the body that makes a label. An empty label asks for the unlabeled type of a pair alone. */
export const readNewLabel = (body: string): Read<NewLabel> =>
  readDocument(parsed(body), (cursor) => {
    const name = readName(cursor);
    const label = requiredText(cursor, "label", "allowed");
    checkLength(optionalField(cursor, "label"));
    if (label === "") return { name, label: null, inverseLabel: null };
    return { name, label, inverseLabel: readInverse(cursor, label) };
  });

/** Reads the body that changes a label: without `inverseLabel` it overwrites both sides. */
export const readLabelChange = (body: string): Read<LabelChange> =>
  readDocument(parsed(body), (cursor) => {
    const typeId = integer(field(cursor, "associationTypeId"), 0);
    const label = requiredText(cursor, "label", "refused");
    checkLength(optionalField(cursor, "label"));
    return { typeId, label, inverseLabel: readInverse(cursor, label) };
  });
