/** Which pair a limit belongs to: rows of the list of all limits do not say. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { samePair, showPair, typeKey } from "../../provider/associationType";
import { entryOf } from "../../provider/catalogue";
import type { AssociationType, LimitRow, Pair } from "../../provider/model";
import type { Gathered } from "./gathered";
import { pairFromKey } from "./gathered";

type Facts = Pick<Gathered, "types" | "associations">;

/** A limit with its pair. */
export interface Placed {
  readonly pair: Pair;
  readonly row: LimitRow;
}

const catalogued = (type: AssociationType): O.Option<Pair> =>
  pipe(
    entryOf(type),
    O.chain(({ fromObjectTypeId: from, toObjectTypeId: to }) =>
      from === undefined || to === undefined ? O.none : O.some({ from, to }),
    ),
  );

/** Each pair once. */
export const distinct = (pairs: ReadonlyArray<Pair>): ReadonlyArray<Pair> => [
  ...new Map(pairs.map((pair) => [showPair(pair), pair])).values(),
];

/** The pairs that have an association type. */
export type PairsOf = (type: AssociationType) => ReadonlyArray<Pair>;

/**
 * Finds pairs by HubSpot's own list, else by the lists of labels that were read, else by schemas, which tell no category.
 */
export const pairsOf = ({ types, associations }: Facts): PairsOf => {
  const listed = new Map<string, Pair[]>();
  for (const [key, rows] of types)
    for (const row of rows) listed.set(typeKey(row), [...(listed.get(typeKey(row)) ?? []), pairFromKey(key)]);
  return (type) => {
    const own = catalogued(type);
    return O.isSome(own)
      ? [own.value]
      : (listed.get(typeKey(type)) ??
          distinct(
            associations
              .filter(({ typeId }) => typeId === type.typeId)
              .map(({ fromObjectTypeId, toObjectTypeId }) => ({ from: fromObjectTypeId, to: toObjectTypeId }))
              .filter((pair) => !isAnotherType(pair, type)),
          ));
  };
};

/** HubSpot's own type of the same number: a schema does not say which of the two it means. */
const isAnotherType = (pair: Pair, { category, typeId }: AssociationType): boolean =>
  category !== "HUBSPOT_DEFINED" &&
  pipe(
    catalogued({ category: "HUBSPOT_DEFINED", typeId }),
    O.exists((own) => samePair(own, pair)),
  );

/** The pairs that have to be asked themselves, since a row may be of one or another. */
export const doubtfulPairs = (find: PairsOf, rows: ReadonlyArray<LimitRow>): ReadonlyArray<Pair> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(typeKey(row), (counts.get(typeKey(row)) ?? 0) + 1);
  return distinct(
    rows.flatMap((row) => {
      const pairs = find(row);
      return pairs.length > 1 || (counts.get(typeKey(row)) ?? 0) > 1 ? pairs : [];
    }),
  );
};

/** Rows that no pair was found for. */
export const unplaced = (find: PairsOf, rows: ReadonlyArray<LimitRow>): ReadonlyArray<LimitRow> =>
  rows.filter((row) => find(row).length === 0);

/** Every row with its pair: what pairs say themselves, and else the rows of the whole that have just one. */
export const place = ({ rows, pairRows, ...facts }: Gathered): ReadonlyArray<Placed> => {
  const find = pairsOf(facts);
  return [
    ...[...pairRows].flatMap(([key, own]) => own.map((row) => ({ pair: pairFromKey(key), row }))),
    ...rows.flatMap((row) => {
      const [pair, another] = find(row);
      return pair === undefined || another !== undefined || pairRows.has(showPair(pair)) ? [] : [{ pair, row }];
    }),
  ];
};
