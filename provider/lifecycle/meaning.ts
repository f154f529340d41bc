/**
 * What the limits of a program mean on the portal at the moment of a create or update: labels become types. A label that
 * another resource of the run is about to make is waited for.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import * as TE from "fp-ts/TaskEither";
import { hasType } from "../associationType";
import { hasCustomObject } from "../customObjects";
import type { Failure } from "../failure";
import type { InputFailure } from "../fields";
import { brokenOnPortal } from "../limits/rules";
import type { Unresolved } from "../limits/selector";
import { resolve, resolveIn, selectorOf, showUnresolved, unlabeledIn } from "../limits/selector";
import type { AssociationType, ConfigurationInputs, LimitInput, LimitRow, Pair } from "../model";
import type { Confirmed, Portal } from "../portal";
import { failedOn } from "../portal";
import type { Context } from "../portals";
import type { Declared } from "./declared";
import { isToCome } from "./resolution";
import type { State } from "./state";
import { listen, mostWaits } from "./waiting";

export interface Meaning {
  readonly declared: ReadonlyArray<Declared>;
  /** The types of the pair, where somebody needed them. */
  readonly rows: O.Option<ReadonlyArray<LimitRow>>;
}

export const meaning = (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  pair: Pair,
  inputs: ConfigurationInputs,
  old: O.Option<State>,
): TE.TaskEither<Failure, Meaning> =>
  needsTypes(pair, inputs, old)
    ? pipe(() => resolved(context, portal, confirmed, pair, inputs))
    : TE.right({ declared: declaredIn(pair, O.none, inputs.limits), rows: O.none });

/**
 * Labels need the list of the pair's types. So do two limits or more on a pair with a custom object, where HubSpot's own
 * list does not say which of them is the pair's.
 */
const needsTypes = (pair: Pair, inputs: ConfigurationInputs, old: O.Option<State>): boolean => {
  const offline = inputs.limits.map((limit) => resolve(pair, selectorOf(limit)));
  const types = RA.compact(offline);
  const managed = O.isSome(old) ? old.value.resolved : [];
  const leaving = managed.filter((type) => !hasType(types, type));
  return types.length < offline.length || (hasCustomObject(pair) && types.length + leaving.length > 1);
};

interface Missing {
  readonly index: number;
  readonly limit: LimitInput;
  readonly unresolved: Unresolved;
}

const resolved = async (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  pair: Pair,
  inputs: ConfigurationInputs,
): Promise<E.Either<Failure, Meaning>> => {
  for (let waits = 0; ; waits++) {
    const news = listen(context);
    const answer = await confirmed.typesOf(pair)();
    if (E.isLeft(answer)) return E.left(failedOn(portal, pair)(answer.left));
    const rows = answer.right;
    const missing = missingIn(pair, rows, inputs.limits);
    const isWaitedFor =
      missing.length > 0
        ? missing.every(({ unresolved }) => isToCome(context, pair, unresolved))
        : goes(context, pair, rows, inputs.limits);
    if (!isWaitedFor || waits === mostWaits) return settled(context, pair, inputs, rows, missing);
    await news();
  }
};

/** Whether a label that stands is deleted in this run and made anew, and has not been yet. */
const goes = (
  { claims }: Context,
  pair: Pair,
  rows: ReadonlyArray<LimitRow>,
  limits: ReadonlyArray<LimitInput>,
): boolean =>
  declaredIn(pair, O.some(rows), limits).some(
    ({ input, type }) =>
      "label" in input && claims.labels.remake(pair, input.label) && !claims.labels.holds(pair, type.typeId),
  );

const missingIn = (
  pair: Pair,
  rows: ReadonlyArray<LimitRow>,
  limits: ReadonlyArray<LimitInput>,
): ReadonlyArray<Missing> =>
  limits.flatMap((limit, index) => {
    const type = resolveIn(pair, rows, selectorOf(limit));
    return E.isLeft(type) ? [{ index, limit, unresolved: type.left }] : [];
  });

const settled = (
  context: Context,
  pair: Pair,
  { limits, fromObjectType, toObjectType }: ConfigurationInputs,
  rows: ReadonlyArray<LimitRow>,
  missing: ReadonlyArray<Missing>,
): E.Either<Failure, Meaning> => {
  const named = { from: fromObjectType, to: toObjectType };
  const declared = declaredIn(pair, O.some(rows), limits);
  const failures: ReadonlyArray<InputFailure> = [
    ...missing.map(({ index, limit, unresolved }) => ({
      path: `limits[${index}].${"label" in limit ? "label" : "unlabeled"}`,
      problem: isToCome(context, pair, unresolved)
        ? `${showUnresolved(named, unresolved)}; an AssociationLabel of this program declares one that is not made yet, so name it in dependsOn`
        : showUnresolved(named, unresolved),
    })),
    ...(missing.length > 0 ? [] : brokenOnPortal(unlabeledIn(pair, O.some(rows)), declared.map(asLimit))),
  ];
  return failures.length > 0 ? E.left({ _tag: "InvalidInputs", failures }) : E.right({ declared, rows: O.some(rows) });
};

const asLimit = ({ input, type }: Declared, i: number): Parameters<typeof brokenOnPortal>[1][number] => ({
  path: `limits[${i}]`,
  selector: selectorOf(input),
  maxToObjectIds: O.some(input.maxToObjectIds),
  type,
});

const declaredIn = (
  pair: Pair,
  rows: O.Option<ReadonlyArray<LimitRow>>,
  limits: ReadonlyArray<LimitInput>,
): ReadonlyArray<Declared> =>
  limits.flatMap((input) => {
    const type = pipe(
      resolveIn(pair, O.isSome(rows) ? rows.value : [], selectorOf(input)),
      O.fromEither,
      O.map((known: AssociationType): Declared => ({ input, type: known })),
    );
    return RA.fromOption(type);
  });
