/** Reads bodies of requests: exactly the documented fields, of the documented kinds. */
import { Undocumented } from "./answer";
import type { Limit, TypeKey } from "./portal";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown, needed: ReadonlyArray<string>, optional: ReadonlyArray<string> = []): Fields => {
  if (!isFields(value)) throw new Undocumented(`a body or input that is no object: ${JSON.stringify(value)}`);
  for (const key of Object.keys(value))
    if (![...needed, ...optional].includes(key)) throw new Undocumented(`the key "${key}"`);
  for (const key of needed) if (!(key in value)) throw new Undocumented(`a body or input without "${key}"`);
  return value;
};

const textIn = (fields: Fields, key: string): string => {
  const value = fields[key];
  if (typeof value !== "string") throw new Undocumented(`"${key}": ${JSON.stringify(value)}, which is no text`);
  return value;
};

const numberIn = (fields: Fields, key: string): number => {
  const value = fields[key];
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > 2 ** 31 - 1)
    throw new Undocumented(`"${key}": ${JSON.stringify(value)}, which is no whole number from 1 to 2^31-1`);
  return value;
};

const categories = ["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"];

const typeIn = (fields: Fields): TypeKey => {
  const category = textIn(fields, "category");
  if (!categories.includes(category)) throw new Undocumented(`the category "${category}"`);
  return { category, typeId: numberIn(fields, "typeId") };
};

/** A batch names each type once; how many it may have is not known, and no pair has very many. */
const inputsIn = <A extends TypeKey>(body: unknown, read: (input: unknown) => A): ReadonlyArray<A> => {
  const { inputs } = fieldsOf(body, ["inputs"]);
  if (!Array.isArray(inputs) || inputs.length === 0) throw new Undocumented("a batch without inputs");
  const all = inputs.map(read);
  if (new Set(all.map(({ category, typeId }) => `${category} ${typeId}`)).size < all.length)
    throw new Undocumented("a batch that names a type twice");
  return all;
};

export const updatesIn = (body: unknown): ReadonlyArray<Omit<Limit, "from" | "to">> =>
  inputsIn(body, (input) => {
    const fields = fieldsOf(input, ["category", "typeId", "maxToObjectIds"]);
    return { ...typeIn(fields), maxToObjectIds: numberIn(fields, "maxToObjectIds") };
  });

export const purgesIn = (body: unknown): ReadonlyArray<TypeKey> =>
  inputsIn(body, (input) => typeIn(fieldsOf(input, ["category", "typeId"])));

/** Without a text for the inverse, both sides have the same one. */
interface Texts {
  readonly label: string;
  readonly inverseLabel: string;
  /** Whether the request has a text for the inverse. */
  readonly isGiven: boolean;
}

const textsIn = (fields: Fields): Texts => {
  const label = textIn(fields, "label");
  const isGiven = "inverseLabel" in fields;
  return { label, inverseLabel: isGiven ? textIn(fields, "inverseLabel") : label, isGiven };
};

export const newLabelIn = (body: unknown): Texts & { readonly name: string } => {
  const fields = fieldsOf(body, ["name", "label"], ["inverseLabel"]);
  return { name: textIn(fields, "name"), ...textsIn(fields) };
};

export const labelChangeIn = (body: unknown): Texts & { readonly typeId: number } => {
  const fields = fieldsOf(body, ["associationTypeId", "label"], ["inverseLabel"]);
  return { typeId: numberIn(fields, "associationTypeId"), ...textsIn(fields) };
};
