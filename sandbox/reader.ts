/**
 * Reads unknown JSON and notes, with its path, everything that is wrong with it. What is wrong is read as some value
 * of the right type, so that reading goes on; nobody may use the result unless `problems` stayed empty.
 */

/** A place in a document. All places of one document share their `problems`. */
export interface Cursor {
  readonly value: unknown;
  /** Such as `portals[0].limits[2].typeId`; empty for the document itself. */
  readonly path: string;
  readonly problems: string[];
}

/** The outcome of reading a document. */
export type Read<A> =
  { readonly ok: true; readonly value: A } | { readonly ok: false; readonly problems: ReadonlyArray<string> };

export const complain = (cursor: Cursor, problem: string): void => {
  cursor.problems.push(cursor.path === "" ? problem : `${cursor.path}: ${problem}`);
};

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const expected = (cursor: Cursor, what: string): void =>
  complain(cursor, `expected ${what}, got ${show(cursor.value)}`);

/** Runs `read` over a whole document. */
export const readDocument = <A>(value: unknown, read: (cursor: Cursor) => A): Read<A> => {
  const problems: string[] = [];
  const result = read({ value, path: "", problems });
  return problems.length === 0 ? { ok: true, value: result } : { ok: false, problems };
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads an object that has no other keys than `keys`; gives the place of each. */
export const object = (cursor: Cursor, keys: ReadonlyArray<string>): ((key: string) => Cursor) => {
  const fields = isRecord(cursor.value) ? cursor.value : {};
  if (!isRecord(cursor.value)) expected(cursor, "an object");
  const at = (key: string): Cursor => ({
    value: fields[key],
    path: cursor.path === "" ? key : `${cursor.path}.${key}`,
    problems: cursor.problems,
  });
  for (const key of Object.keys(fields))
    if (!keys.includes(key)) complain(at(key), `there is no such key; known are ${keys.join(", ")}`);
  return at;
};

/** Reads a list, absent meaning empty unless `required`. */
export const list = <A>(cursor: Cursor, element: (cursor: Cursor) => A, required = false): ReadonlyArray<A> => {
  if (cursor.value === undefined && !required) return [];
  if (!Array.isArray(cursor.value)) {
    expected(cursor, "a list");
    return [];
  }
  const elements: ReadonlyArray<unknown> = cursor.value;
  return elements.map((value, i) => element({ value, path: `${cursor.path}[${i}]`, problems: cursor.problems }));
};

export const text = (cursor: Cursor, otherwise?: string): string => {
  if (typeof cursor.value === "string" && cursor.value !== "") return cursor.value;
  if (cursor.value === undefined && otherwise !== undefined) return otherwise;
  expected(cursor, "a text");
  return otherwise ?? "";
};

/** Reads a whole number from `min` to `max`, at first 2^31 − 1, which is what HubSpot's int32 fields hold. */
export const integer = (cursor: Cursor, min: number, otherwise?: number, max = 2 ** 31 - 1): number => {
  if (typeof cursor.value === "number" && Number.isInteger(cursor.value) && cursor.value >= min && cursor.value <= max)
    return cursor.value;
  if (cursor.value === undefined && otherwise !== undefined) return otherwise;
  expected(cursor, `a whole number from ${min} to ${max}`);
  return otherwise ?? min;
};

export const boolean = (cursor: Cursor, otherwise: boolean): boolean => {
  if (typeof cursor.value === "boolean") return cursor.value;
  if (cursor.value !== undefined) expected(cursor, "true or false");
  return otherwise;
};

export const oneOf = <A extends string | number>(cursor: Cursor, options: ReadonlyArray<A>, otherwise: A): A => {
  const found = options.find((option) => option === cursor.value);
  if (found !== undefined) return found;
  if (cursor.value !== undefined) expected(cursor, `one of ${options.join(", ")}`);
  return otherwise;
};

export const complainOfRepeats = (cursor: Cursor, keys: ReadonlyArray<string>, what: string): void => {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const key of keys) (seen.has(key) ? repeated : seen).add(key);
  for (const key of repeated) complain(cursor, `${what} ${key} stands there twice`);
};
