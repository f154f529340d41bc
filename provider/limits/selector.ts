/** From the way a program names a limit's association type to the type itself, without a portal or with what it has. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { sameType, showType, typeKey } from "../associationType";
import { unlabeledTypeOf } from "../catalogue";
import type { AssociationType, LimitInput, LimitRow, LimitSelector, Pair } from "../model";
import { byNearness } from "../nearest";

export const byId = (type: AssociationType): LimitSelector => ({ _tag: "ById", type });
export const byLabel = (label: string): LimitSelector => ({ _tag: "ByLabel", label });
export const unlabeled: LimitSelector = { _tag: "Unlabeled" };

export const selectorOf = (limit: LimitInput): LimitSelector =>
  "unlabeled" in limit
    ? unlabeled
    : "label" in limit
      ? byLabel(limit.label)
      : byId({ category: limit.category, typeId: limit.typeId });

/** The type that a selector means on this pair; none where only a portal can tell. */
export const resolve = (pair: Pair, selector: LimitSelector): O.Option<AssociationType> => {
  switch (selector._tag) {
    case "ById":
      return O.some(selector.type);
    case "ByLabel":
      return O.none;
    case "Unlabeled":
      return unlabeledTypeOf(pair);
  }
};

export const resolveLimit = (pair: Pair, limit: LimitInput): O.Option<AssociationType> =>
  resolve(pair, selectorOf(limit));

/** What people see of a text: HubSpot shows labels as they were typed, and nobody types capitals alike everywhere. */
export const plainText = (text: string): string => text.trim().toLowerCase();

export const sameText = (a: string, b: string): boolean => plainText(a) === plainText(b);

/** Those rows that show a text; where none shows it as it is written, those that do in other capitals. */
export const showing = <A extends { readonly label?: string }>(
  rows: ReadonlyArray<A>,
  text: string,
): ReadonlyArray<A> => {
  const exactly = rows.filter(({ label }) => label === text);
  return exactly.length > 0 ? exactly : rows.filter(({ label }) => label !== undefined && sameText(label, text));
};

/** A selector as text: two that are equal mean the same on a pair. */
export const selectorKey = (pair: Pair, selector: LimitSelector): string =>
  pipe(
    resolve(pair, selector),
    O.match(() => (selector._tag === "ByLabel" ? `label ${plainText(selector.label)}` : "unlabeled"), typeKey),
  );

/** A selector as a program writes it. */
export const showSelector = (selector: LimitSelector): string => {
  switch (selector._tag) {
    case "ById":
      return showType(selector.type);
    case "ByLabel":
      return `"${selector.label}"`;
    case "Unlabeled":
      return "unlabeled: true";
  }
};

/** Why a selector means nothing on a pair. */
export type Unresolved =
  | { readonly _tag: "NoSuchLabel"; readonly label: string; readonly labels: ReadonlyArray<string> }
  | { readonly _tag: "NoUnlabeled" }
  | { readonly _tag: "Ambiguous"; readonly types: ReadonlyArray<LimitRow> };

/**
 * The type that a selector means, given all the types that the portal has on the pair.
 * @param rows the pair's association types, HubSpot's own among them, in the direction of the pair
 */
export const resolveIn = (
  pair: Pair,
  rows: ReadonlyArray<LimitRow>,
  selector: LimitSelector,
): E.Either<Unresolved, AssociationType> => {
  const known = resolve(pair, selector);
  if (O.isSome(known)) return E.right(known.value);
  const found = selector._tag === "ByLabel" ? showing(rows, selector.label) : unlabeledRows(rows);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return E.right({ category: only.category, typeId: only.typeId });
  if (only !== undefined) return E.left({ _tag: "Ambiguous", types: found });
  return E.left(
    selector._tag === "ByLabel"
      ? { _tag: "NoSuchLabel", label: selector.label, labels: labelsOf(rows) }
      : { _tag: "NoUnlabeled" },
  );
};

/** The texts of rows, each once. */
const labelsOf = (rows: ReadonlyArray<LimitRow>): ReadonlyArray<string> => [
  ...new Set(rows.flatMap(({ label }) => (label === undefined ? [] : [label]))),
];

/** A custom object's own association is the portal's: the one without a label that people's labels came along with. */
const unlabeledRows = (rows: ReadonlyArray<LimitRow>): ReadonlyArray<LimitRow> => {
  const all = rows.filter(({ label }) => label === undefined);
  const own = all.filter(({ category }) => category === "USER_DEFINED");
  return own.length > 0 ? own : all;
};

/** The pair's unlabeled type: from HubSpot's list, or else from what the portal has there, where that is known. */
export const unlabeledIn = (pair: Pair, rows: O.Option<ReadonlyArray<LimitRow>>): O.Option<AssociationType> =>
  pipe(
    unlabeledTypeOf(pair),
    O.alt(() =>
      pipe(
        rows,
        O.chain((known) => O.fromEither(resolveIn(pair, known, unlabeled))),
      ),
    ),
  );

/** Whether a type is the pair's unlabeled one, the "object" limit that labels' limits must stay within. */
export const isUnlabeled = (own: O.Option<AssociationType>, type: AssociationType): boolean =>
  pipe(
    own,
    O.exists((unlabeledType) => sameType(unlabeledType, type)),
  );

/** In words, what is wrong with a selector, and the way out. */
export const showUnresolved = (pair: Pair, unresolved: Unresolved): string => {
  const here = `${pair.from} to ${pair.to}`;
  switch (unresolved._tag) {
    case "NoSuchLabel":
      return `the portal has no label "${unresolved.label}" from ${here}; ${
        unresolved.labels.length === 0
          ? "it has none there, so make the label first"
          : `this pair has ${byNearness(unresolved.label, unresolved.labels)
              .map((label) => `"${label}"`)
              .join(", ")}`
      }`;
    case "NoUnlabeled":
      return `the portal has no unlabeled association from ${here} yet; HubSpot makes it along with the first label of the pair`;
    case "Ambiguous":
      return `this means ${unresolved.types.map(showType).join(" and ")} from ${here}; write { category, typeId, maxToObjectIds } to say which`;
  }
};
