/**
 * Create and update are one thing: look at what stands, bring it to what is declared, and keep what is true. What
 * stands is read from the portal, so that a half-done change heals; but a read may lag behind writes, so what the state
 * does not confirm is sent again.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import * as TE from "fp-ts/TaskEither";
import { findType, hasType, limitsOfRows, pairOfInputs, sameType, without } from "../associationType";
import type { Failure } from "../failure";
import { isApplied } from "../limits/outcome";
import { overwritten } from "../limits/overwritten";
import type { PairState, Step, Wanted } from "../limits/plan";
import { plan } from "../limits/plan";
import { restorable } from "../limits/restore";
import { unlabeledIn } from "../limits/selector";
import type { AssociationType, ConfigurationInputs, Limit, LimitRow, Pair } from "../model";
import type { Confirmed, Portal } from "../portal";
import { failedOn } from "../portal";
import type { Context } from "../portals";
import type { Run } from "./apply";
import { apply } from "./apply";
import type { Declared } from "./declared";
import { limitsOf } from "./declared";
import type { Meaning } from "./meaning";
import { meaning } from "./meaning";
import { outputsOf } from "./outputs";
import { homeAt } from "./home";
import { locatedPair } from "./place";
import type { Interrupted, Saved } from "./resource";
import type { State } from "./state";
import { numberInState } from "./state";

/** A pair on its way from what the state and the portal say to what a program says. */
export interface Transition {
  /** As the program names it. */
  readonly named: Pair;
  /** As the portal knows it. */
  readonly pair: Pair;
  /** The pair's own association type, where it is known. */
  readonly unlabeled: O.Option<AssociationType>;
  readonly inputs: ConfigurationInputs;
  readonly declared: ReadonlyArray<Declared>;
  readonly old: O.Option<State>;
  /** What the portal has of the types that matter here: all of the pair where it is authoritative. */
  readonly rows: ReadonlyArray<LimitRow>;
  /** Types that the resource looked after and no longer declares. */
  readonly leaving: ReadonlyArray<AssociationType>;
  /** Limits of an authoritative pair that nobody declares. */
  readonly strays: ReadonlyArray<LimitRow>;
}

const interrupted = (failure: Failure): Interrupted => ({ failure, kept: O.none });

/**
 * Brings one pair to what its inputs say. Without an old state this is a create, which always sends its batch.
 * @param place the pair as HubSpot is asked for it, as far as check has found it
 */
export const converge = (
  context: Context,
  id: string,
  place: Pair,
  inputs: ConfigurationInputs,
  old: O.Option<State>,
): TE.TaskEither<Interrupted, Saved> =>
  pipe(
    TE.Do,
    TE.bind("portal", () => TE.fromEither(context.portal)),
    TE.bind("confirmed", ({ portal }) =>
      portal.confirmed(
        pipe(
          old,
          O.chain(({ portalId }) => portalId),
        ),
      ),
    ),
    TE.bind("pair", ({ portal, confirmed }) => locatedPair(portal, confirmed, place)),
    TE.chainFirstEitherK(({ pair }) => ofOneResource(context, pair, old)),
    TE.bind("types", ({ portal, confirmed, pair }) => meaning(context, portal, confirmed, pair, inputs, old)),
    TE.mapLeft(interrupted),
    TE.chain(({ portal, confirmed, pair, types }) =>
      portal.exclusively(
        pair,
        pipe(
          observe(portal, confirmed, pair, types, inputs, old),
          TE.chainFirstEitherK(refuseOthers),
          TE.mapLeft(interrupted),
          TE.chain((transition) => carryOut(context, portal, confirmed, id, transition)),
        ),
      ),
    ),
  );

/** A check that could not learn what a custom object's name means has let a second resource of its pair pass. */
const ofOneResource = ({ claims }: Context, pair: Pair, old: O.Option<State>): E.Either<Failure, void> => {
  const failures = O.isSome(old) ? [] : claims.contested(pair);
  return failures.length > 0 ? E.left({ _tag: "InvalidInputs", failures }) : E.right(undefined);
};

const observe = (
  portal: Portal,
  confirmed: Confirmed,
  pair: Pair,
  { declared, rows: types }: Meaning,
  inputs: ConfigurationInputs,
  old: O.Option<State>,
): TE.TaskEither<Failure, Transition> => {
  const unlabeled = unlabeledIn(pair, types);
  const wanted = declared.map(({ type }) => type);
  const managed = O.isSome(old) ? old.value.resolved : [];
  const dropped = without(managed, wanted);
  return pipe(
    inputs.authoritative
      ? confirmed.pairLimits(pair)
      : confirmed.standing(pair, [
          ...wanted,
          ...dropped,
          ...without(RA.fromOption(unlabeled), [...wanted, ...dropped]),
        ]),
    TE.bimap(failedOn(portal, pair), (rows): Transition => {
      const isThere = (type: AssociationType): boolean => !confirmed.types.isGone(pair, type);
      const strays = inputs.authoritative ? without(rows, [...wanted, ...dropped]).filter(isThere) : [];
      const named = pairOfInputs(inputs);
      return { named, pair, unlabeled, inputs, declared, old, rows, leaving: dropped.filter(isThere), strays };
    }),
  );
};

/** `onCreate: "fail"` holds at the moment of the create too, not just when it was previewed. */
const refuseOthers = ({ named: pair, inputs, declared, old, rows, strays }: Transition): E.Either<Failure, void> => {
  if (O.isSome(old) || inputs.onCreate === "adopt") return E.right(undefined);
  const standing = overwritten(rows, limitsOf(declared), strays);
  return standing.length === 0 ? E.right(undefined) : E.left({ _tag: "AlreadyThere", pair, standing });
};

const carryOut = (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  id: string,
  transition: Transition,
): TE.TaskEither<Interrupted, Saved> => {
  const { named, pair, unlabeled, leaving, strays } = transition;
  const standing: PairState = { unlabeled, limits: limitsOfRows(transition.rows) };
  const steps = stepsFor(transition, standing);
  return pipe(
    TE.fromTask<Run, never>(
      apply(confirmed, context.runtime, { pair, standing: standing.limits, steps, leaving: [...leaving, ...strays] }),
    ),
    TE.chain((run) => {
      const home = homeAt(portal.access, confirmed.portalId, named, pair);
      const saved: Saved = { id, outputs: outputsOf(transition, run, home) };
      return run.outcomes.every(isApplied)
        ? TE.right(saved)
        : TE.left(broken(portal, run, standing, transition, saved));
    }),
  );
};

const stepsFor = (transition: Transition, standing: PairState): ReadonlyArray<Step> =>
  plan(standing, wantedOf(transition, standing), confirmedIn(transition.old, standing.limits));

/** The limits that a read shows as the state has them; a create knows of none, and states all of its own. */
export const confirmedIn = (old: O.Option<State>, standing: ReadonlyArray<Limit>): ReadonlyArray<Limit> =>
  standing.filter((limit) => O.isSome(old) && numberInState(old.value, limit) === limit.maxToObjectIds);

/** A limit that leaves goes back to what stood before it, unless the pair shall have nothing that is not declared. */
const wantedOf = ({ inputs, declared, old, leaving, strays }: Transition, standing: PairState): Wanted => {
  const limits = limitsOf(declared);
  const restored =
    inputs.onDelete === "restore" && !inputs.authoritative
      ? restorable(standing, leaving, limits, remembered(old, leaving))
      : [];
  const limited = strays.filter((stray) => hasType(standing.limits, stray));
  return { limits: [...limits, ...restored], dropped: [...without(leaving, restored), ...limited] };
};

/** The values that these types had before they were managed. */
export const remembered = (old: O.Option<State>, types: ReadonlyArray<AssociationType>): ReadonlyArray<Limit> =>
  O.isSome(old) ? old.value.previous.filter((limit) => hasType(types, limit)) : [];

/** What went wrong, and what of it the state must keep: nothing, if nothing was applied. */
const broken = (
  portal: Portal,
  run: Run,
  standing: PairState,
  { named: pair, declared }: Transition,
  saved: Saved,
): Interrupted => {
  const nothing = run.outcomes.every(({ _tag }) => _tag === "Rejected" || _tag === "NotApplied");
  const objectLimit = pipe(
    standing.unlabeled,
    O.filter((own) => !declared.some(({ type }) => sameType(type, own))),
    O.chain((own) => O.fromNullable(findType(run.standing, own))),
  );
  if (
    nothing &&
    O.isSome(run.stopped) &&
    run.outcomes.every(({ _tag }) => _tag === "NotApplied") &&
    O.isNone(objectLimit)
  ) {
    return interrupted(failedOn(portal, pair)(run.stopped.value));
  }
  return {
    failure: {
      _tag: nothing ? "NothingApplied" : "PartlyApplied",
      pair,
      outcomes: run.outcomes,
      stopped: run.stopped,
      objectLimit,
    },
    kept: nothing ? O.none : O.some(saved),
  };
};
