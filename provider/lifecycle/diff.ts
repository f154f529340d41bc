/** Diff: whether a program says something else than the state does, by meaning. It asks no portal. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Failure } from "../failure";
import { typeKey } from "../associationType";
import type { SelectionKey } from "../limits/compare";
import { sameMeaning } from "../limits/compare";
import type { DeclaredInputs } from "../limits/inputs";
import { readInputs } from "../limits/inputs";
import { byLabel, selectorKey, selectorOf } from "../limits/selector";
import type { ConfigurationInputs, LimitInput } from "../model";
import type { Context } from "../portals";
import type { Fate } from "./fate";
import { whatBecomes } from "./fate";
import { placeInState, readHome, withoutHome } from "./home";
import type { Diff, Properties } from "./resource";
import type { State } from "./state";
import { knownInputs, readState } from "./state";

/** What is not known yet is a change, never a replacement. */
export const diff = (context: Context, olds: Properties, news: Properties): E.Either<Failure, Diff> => {
  const { declared } = readInputs(withoutHome(news));
  return pipe(
    readState(olds),
    O.match(
      () => E.right<Failure, Diff>({ changes: true, replaces: [] }),
      (old) =>
        pipe(
          whatBecomes(context, old, declared, readHome(news), "stays"),
          E.map((fate) => difference(context, old, declared, fate)),
        ),
    ),
  );
};

const difference = (context: Context, old: State, declared: DeclaredInputs, { replaces, isRespelled }: Fate): Diff => {
  const unchanged = pipe(
    knownInputs(declared),
    O.exists((now) => isUnchanged(context, old, now)),
  );
  return { changes: replaces.length > 0 || isRespelled || !unchanged, replaces };
};

/** Whether a program says the same as the state, in whatever words. */
export const isUnchanged = (context: Context, old: State, now: ConfigurationInputs): boolean =>
  sameMeaning(selectionIn(old), old, now) &&
  !(now.authoritative && old.others.length > 0) &&
  !now.limits.some(isRemade(context, old));

/** What a limit selects, as the state knows it: its own labels stand for the types that they were resolved to. */
const selectionIn = ({ pair, limits, resolved, results }: State): SelectionKey => {
  const own = new Map<string, string>();
  for (const row of results) if (row.label !== undefined) own.set(selectorKey(pair, byLabel(row.label)), typeKey(row));
  limits.forEach((limit, i) => {
    const type = resolved[i];
    if (type !== undefined) own.set(selectorKey(pair, selectorOf(limit)), typeKey(type));
  });
  return (limit) => {
    const key = selectorKey(pair, selectorOf(limit));
    return own.get(key) ?? key;
  };
};

/** A label that is made anew in this run has another id afterwards, and no limit. */
const isRemade =
  ({ claims }: Context, state: State) =>
  (limit: LimitInput): boolean =>
    "label" in limit && claims.labels.remake(placeInState(state), limit.label);
