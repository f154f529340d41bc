/** What a program asks of a lookup, read field by field, so that every mistake is told at once and by its field. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import type { Fields, InputFailure } from "./fields";
import { lefts, objectType, strangeKeys } from "./fields";
import { byLabel, unlabeled } from "./limits/selector";
import type { LimitSelector, Pair } from "./model";

export type ReadArguments<A> = E.Either<ReadonlyArray<InputFailure>, A>;

/** What every lookup is about: a directed pair, in normalized names. */
export interface Asked {
  readonly pair: Pair;
}

/** Which of its association types is asked for. */
export interface AskedType extends Asked {
  readonly selector: LimitSelector;
}

const pairKeys = ["fromObjectType", "toObjectType"];
const selectorKeys = ["label", "unlabeled"];
const ways = "write the label's text as label, or unlabeled: true for the pair's own association";

const fieldsOf = (args: unknown): Fields => ({ ...(typeof args === "object" ? args : {}) });

const fail = (path: string, problem: string): ReadonlyArray<InputFailure> => [{ path, problem }];

/** The object types are read, and normalized, as those of a resource are. */
const pairOf = ({ fromObjectType, toObjectType }: Fields): ReadArguments<Pair> => {
  const from = objectType("fromObjectType", fromObjectType);
  const to = objectType("toObjectType", toObjectType);
  return E.isRight(from) && E.isRight(to)
    ? E.right({ from: from.right, to: to.right })
    : E.left([...lefts(from), ...lefts(to)]);
};

const selectorOf = ({ label, unlabeled: own }: Fields): ReadArguments<LimitSelector> => {
  if (label !== undefined && own !== undefined) {
    return E.left(fail("label", "stands beside unlabeled; keep one of the two"));
  }
  if (own !== undefined) {
    return own === true
      ? E.right(unlabeled)
      : E.left(fail("unlabeled", `${JSON.stringify(own)} names no association type; ${ways}`));
  }
  if (label === undefined) return E.left(fail("label", `missing; ${ways}`));
  return typeof label === "string" && label.trim() !== ""
    ? E.right(byLabel(label))
    : E.left(fail("label", `${JSON.stringify(label)} is no label; ${ways}`));
};

export const readPair = (args: unknown): ReadArguments<Asked> => {
  const fields = fieldsOf(args);
  const strange = strangeKeys("", fields, pairKeys);
  if (strange.length > 0) return E.left(strange);
  return pipe(
    pairOf(fields),
    E.map((pair) => ({ pair })),
  );
};

export const readTyped = (args: unknown): ReadArguments<AskedType> => {
  const fields = fieldsOf(args);
  // A strange key is most likely a misspelt one: then its absence is not told as well.
  const strange = strangeKeys("", fields, [...pairKeys, ...selectorKeys]);
  if (strange.length > 0) return E.left(strange);
  const pair = pairOf(fields);
  const selector = selectorOf(fields);
  return E.isRight(pair) && E.isRight(selector)
    ? E.right({ pair: pair.right, selector: selector.right })
    : E.left([...lefts(pair), ...lefts(selector)]);
};
