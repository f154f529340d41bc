/** Delete: the portal goes back to what it was, as far as it is ours to say. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import * as TE from "fp-ts/TaskEither";
import { limitsOfRows, without } from "../associationType";
import { hasCustomObject } from "../customObjects";
import type { Failure } from "../failure";
import type { HubSpotError } from "../hubspot/error";
import { isApplied } from "../limits/outcome";
import { plan } from "../limits/plan";
import { restorable } from "../limits/restore";
import { unlabeledIn } from "../limits/selector";
import type { AssociationType, LimitRow, Pair } from "../model";
import type { Confirmed, Portal } from "../portal";
import { failedOn } from "../portal";
import type { Context } from "../portals";
import type { Run } from "./apply";
import { apply } from "./apply";
import { confirmedIn, remembered } from "./converge";
import type { Properties } from "./resource";
import type { State } from "./state";
import { placeInState } from "./home";
import { stateOf } from "./state";

/** Puts back what stood before, or nothing, by `onDelete`; but not where another resource of the run now declares it. */
export const remove = (context: Context, properties: Properties): TE.TaskEither<Failure, void> =>
  pipe(
    TE.fromEither(stateOf(properties)),
    TE.chain((state) =>
      pipe(
        TE.fromEither(context.portal),
        TE.chain((portal) => portal.exclusively(placeInState(state), removeFrom(context, portal, state))),
      ),
    ),
  );

const removeFrom = (context: Context, portal: Portal, state: State): TE.TaskEither<Failure, void> => {
  const pair = placeInState(state);
  const { resolved, previous, onDelete } = state;
  const before = onDelete === "restore" ? previous : [];
  const all = [...resolved, ...without(before, resolved)];
  return pipe(
    portal.confirmed(state.portalId),
    TE.chain((confirmed) =>
      pipe(
        typesFor(context, confirmed, pair, all, before),
        TE.mapLeft(failedOn(portal, pair)),
        TE.chain((known) => {
          const types = all.filter((type) => !context.claims.holds(pair, type) && !confirmed.types.isGone(pair, type));
          if (types.length === 0) return TE.right(undefined);
          const unlabeled = unlabeledIn(pair, known);
          return pipe(
            confirmed.standing(pair, [...types, ...without(RA.fromOption(unlabeled), types)]),
            TE.mapLeft(failedOn(portal, pair)),
            TE.chain((rows) => takeAway(context, portal, confirmed, state, types, unlabeled, rows)),
          );
        }),
      ),
    ),
  );
};

/**
 * What the portal has on the pair, where that is needed: to know what other resources of the run mean by a label, and
 * which type is the pair's own where values come back that HubSpot compares with it. An object
 * type that is gone has nothing.
 */
const typesFor = (
  context: Context,
  confirmed: Confirmed,
  pair: Pair,
  types: ReadonlyArray<AssociationType>,
  before: ReadonlyArray<AssociationType>,
): TE.TaskEither<HubSpotError, O.Option<ReadonlyArray<LimitRow>>> => {
  const isCustom = hasCustomObject(pair);
  return pipe(
    types.length > 0 && ((isCustom && before.length > 0) || context.claims.nameLabels(pair))
      ? pipe(confirmed.typesOf(pair), TE.map(O.some))
      : TE.right(O.none),
    TE.orElse((error) => (error._tag === "UnknownObjectType" ? TE.right(O.none) : TE.left(error))),
  );
};

const takeAway = (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  state: State,
  all: ReadonlyArray<AssociationType>,
  unlabeled: O.Option<AssociationType>,
  rows: ReadonlyArray<LimitRow>,
): TE.TaskEither<Failure, void> => {
  const { onDelete, authoritative, resolved } = state;
  const pair = placeInState(state);
  const standing = limitsOfRows(rows);
  // What somebody has set since on a type that is no longer looked after is theirs.
  const types = authoritative ? all : without(all, without(standing, resolved));
  const now = { unlabeled, limits: standing };
  const limits = onDelete === "restore" ? restorable(now, types, [], remembered(O.some(state), types)) : [];
  const steps = plan(now, { limits, dropped: without(types, limits) }, confirmedIn(O.some(state), standing));
  return pipe(
    TE.fromTask<Run, Failure>(apply(confirmed, context.runtime, { pair, standing, steps, leaving: types })),
    TE.filterOrElse(
      ({ outcomes, stopped }) =>
        outcomes.every(isApplied) || (O.isSome(stopped) && stopped.value._tag === "UnknownObjectType"),
      ({ outcomes, stopped }): Failure =>
        O.isSome(stopped) && outcomes.every(({ _tag }) => _tag === "NotApplied")
          ? failedOn(portal, pair)(stopped.value)
          : { _tag: "NothingApplied", pair: state.pair, outcomes, stopped, objectLimit: O.none },
    ),
    TE.map(() => undefined),
  );
};
