/** What the schema of an object type tells of a label: its name, and which id its other side has. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { SchemaAssociation } from "../../hubspot/codecs";
import type { Pair } from "../../model";
import { objectTypeIdOf } from "../../objectTypes";
import type { Sides } from "./sides";

/**
 * Both directions of one label have one name. None where the schema does not tell the id yet, or tells it of two: a
 * number of people's may be one of HubSpot's as well.
 */
export const sidesInSchema = (
  schema: ReadonlyArray<SchemaAssociation>,
  { from, to }: Pair,
  typeId: number,
): O.Option<Sides & { readonly name: string }> => {
  const [fromId, toId] = [idOf(from), idOf(to)];
  const [own, another] = schema.filter(
    (entry) => entry.typeId === typeId && entry.fromObjectTypeId === fromId && entry.toObjectTypeId === toId,
  );
  const name = own?.name;
  if (name === undefined || another !== undefined) return O.none;
  const inverse = schema.find(
    (entry) =>
      entry.name === name &&
      entry.fromObjectTypeId === toId &&
      entry.toObjectTypeId === fromId &&
      (entry.typeId !== typeId || fromId !== toId),
  );
  return O.some({ name, typeId, inverseTypeId: inverse?.typeId ?? typeId });
};

const idOf = (name: string): string =>
  pipe(
    objectTypeIdOf(name),
    O.getOrElse(() => name),
  );
