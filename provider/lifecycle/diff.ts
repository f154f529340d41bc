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
import type { LimitInput } from "../model";
import type { Context } from "../portals";
import { isNewId, isOther, livesElsewhere, livesWhereItShould, objectsOf } from "./home";
import { decidedByState } from "./identity";
import { placeInState } from "./place";
import type { Diff, Properties } from "./resource";
import type { State } from "./state";
import { knownInputs, readState } from "./state";

/** What is not known yet is a change, never a replacement. */
export const diff = (context: Context, olds: Properties, news: Properties): E.Either<Failure, Diff> => {
  const old = readState(olds);
  const { declared } = readInputs(news);
  return pipe(
    livesWhereItShould(context, old),
    E.chain(() => decidedByState(context, old, declared, "stays")),
    E.map(() => difference(context, old, declared)),
  );
};

const difference = (context: Context, old: O.Option<State>, declared: DeclaredInputs): Diff => {
  const { portalId } = context;
  if (O.isNone(old)) return { changes: true, replaces: [] };
  const movedPortal = livesElsewhere(portalId, old.value);
  const { from, to } = objectsOf(context, old.value);
  const replaces = [
    ...(isOther(from, declared.from) ? ["fromObjectType"] : []),
    ...(isOther(to, declared.to) ? ["toObjectType"] : []),
    ...(movedPortal ? ["portalId"] : []),
  ];
  const unchanged = pipe(
    knownInputs(declared),
    O.exists(
      (now) =>
        sameMeaning(selectionIn(old.value), old.value, now) &&
        !(now.authoritative && old.value.others.length > 0) &&
        !now.limits.some(isRemade(context, old.value)),
    ),
  );
  const isIdNew = isNewId(old.value, declared.from, declared.to);
  return { changes: replaces.length > 0 || isIdNew || !unchanged, replaces };
};

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
