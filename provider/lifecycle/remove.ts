/** Delete: the portal goes back to what it was, as far as it is ours to say. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { justType, limitsOfRows, without } from "../associationType";
import { unlabeledTypeOf } from "../catalogue";
import type { Failure } from "../failure";
import { isApplied } from "../limits/outcome";
import { plan } from "../limits/plan";
import { restorable } from "../limits/restore";
import { ownUnlabeled } from "../limits/selector";
import type { AssociationType, LimitRow } from "../model";
import type { Confirmed, Portal } from "../portal";
import { failedOn } from "../portal";
import type { Context } from "../portals";
import type { Run } from "./apply";
import { apply } from "./apply";
import { remembered } from "./converge";
import type { Properties } from "./resource";
import type { State } from "./state";
import { stateOf } from "./state";

/** Puts back what stood before, or nothing, by `onDelete`; but not where another resource of the run now declares it. */
export const remove = (context: Context, properties: Properties): TE.TaskEither<Failure, void> =>
  pipe(
    TE.fromEither(stateOf(properties)),
    TE.chain((state) =>
      pipe(
        TE.fromEither(context.portal),
        TE.chain((portal) => portal.exclusively(state.pair, removeFrom(context, portal, state))),
      ),
    ),
  );

const removeFrom = (context: Context, portal: Portal, state: State): TE.TaskEither<Failure, void> => {
  const { pair, resolved, previous, onDelete } = state;
  const before = onDelete === "restore" ? previous : [];
  return pipe(
    portal.confirmed(state.portalId),
    TE.chain((confirmed) => {
      const types = [...resolved, ...without(before, resolved)].filter((type) => !context.claims.holds(pair, type));
      if (types.length === 0) return TE.right(undefined);
      return pipe(
        confirmed.standing(pair, [...types, ...without(ownUnlabeled(pair), types)]),
        TE.mapLeft(failedOn(portal, pair)),
        TE.chain((rows) => takeAway(context, portal, confirmed, state, types, rows)),
      );
    }),
  );
};

const takeAway = (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  state: State,
  all: ReadonlyArray<AssociationType>,
  rows: ReadonlyArray<LimitRow>,
): TE.TaskEither<Failure, void> => {
  const { pair, onDelete, authoritative, resolved } = state;
  const standing = limitsOfRows(rows);
  // What somebody has set since on a type that is no longer looked after is theirs.
  const types = authoritative ? all : without(all, without(standing, resolved));
  const now = { unlabeled: unlabeledTypeOf(pair), limits: standing };
  const limits = onDelete === "restore" ? restorable(now, types, [], remembered(O.some(state), types)) : [];
  const steps = plan(now, { limits, dropped: without(types, limits).map(justType) });
  return pipe(
    TE.fromTask<Run, Failure>(apply(confirmed, context.runtime, { pair, standing, steps, leaving: types })),
    TE.filterOrElse(
      ({ outcomes, stopped }) =>
        outcomes.every(isApplied) || (O.isSome(stopped) && stopped.value._tag === "UnknownObjectType"),
      ({ outcomes, stopped }): Failure =>
        O.isSome(stopped) && outcomes.every(({ _tag }) => _tag === "NotApplied")
          ? failedOn(portal, pair)(stopped.value)
          : { _tag: "NothingApplied", pair, outcomes, stopped, objectLimit: O.none },
    ),
    TE.map(() => undefined),
  );
};
