/** From the way a program names a limit's association type to the type itself, as far as that needs no portal. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import { sameType } from "../associationType";
import { unlabeledTypeOf } from "../catalogue";
import type { AssociationType, LimitInput, LimitSelector, Pair } from "../model";

export const byId = (type: AssociationType): LimitSelector => ({ _tag: "ById", type });
export const unlabeled: LimitSelector = { _tag: "Unlabeled" };

export const selectorOf = (limit: LimitInput): LimitSelector =>
  "unlabeled" in limit ? unlabeled : byId({ category: limit.category, typeId: limit.typeId });

/** The type that a selector means on this pair; none where only a portal could tell. */
export const resolve = (pair: Pair, selector: LimitSelector): O.Option<AssociationType> =>
  selector._tag === "ById" ? O.some(selector.type) : unlabeledTypeOf(pair);

export const resolveLimit = (pair: Pair, limit: LimitInput): O.Option<AssociationType> =>
  resolve(pair, selectorOf(limit));

/** Whether a type is the pair's unlabeled one, the "object" limit that labels' limits must stay within. */
export const isUnlabeled = (pair: Pair, type: AssociationType): boolean =>
  pipe(
    unlabeledTypeOf(pair),
    O.exists((own) => sameType(own, type)),
  );

/** The pair's unlabeled type, as a list; empty where HubSpot's list has none. */
export const ownUnlabeled = (pair: Pair): ReadonlyArray<AssociationType> => RA.fromOption(unlabeledTypeOf(pair));
