/**
 * Which portal a resource lives in, and which object types the program means: decided once, by check, and then kept in
 * the resource's home. What cannot be decided is a failure; nothing is replaced or deleted on a guess.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { locate } from "../customObjects";
import type { CustomObject } from "../customObjects";
import type { Failure } from "../failure";
import { renderFailure } from "../failure";
import type { InputFailure } from "../fields";
import { happened } from "../hubspot/error";
import { showFailure } from "../limits/rules";
import type { Pair } from "../model";
import type { Portal } from "../portal";
import type { Context } from "../portals";
import { inSpite } from "./glimpse";
import { isCustomName } from "../objectTypes";
import type { Home, Objects, OpenSide, Turning, Verdict } from "./home";
import {
  compared,
  homeAt,
  idCarried,
  isOnSameWord,
  isSpelledAlike,
  objectsAt,
  objectsOf,
  openSides,
  placedBy,
  placeOf,
  withIds,
} from "./home";
import type { NamedSide } from "./place";
import { notNamedInFull } from "./place";

/** What a resource was, by its old inputs. */
export interface Before {
  readonly pair: Pair;
  readonly home: O.Option<Home>;
}

/** What check has decided. */
export interface Identity {
  /** The pair as HubSpot is asked for it, as far as that is known. */
  readonly place: Pair;
  /** None where no portal has told it; then create finds out. */
  readonly home: O.Option<Home>;
  /** Whether the resource was of the same object types before. */
  readonly verdict: Verdict;
}

/** Left are the failures of the check. */
type Decided<A> = TE.TaskEither<ReadonlyArray<string>, A>;

export const decide = (context: Context, before: O.Option<Before>, now: Pair, turning: Turning): Decided<Identity> =>
  pipe(
    whichPortal(context, before),
    TE.chain((where) => whichObjects(context, before, now, turning, where)),
  );

interface Where {
  readonly portalId: O.Option<number>;
  /** The old home, where the resource stays in its portal. */
  readonly stays: O.Option<Home>;
  /** Whether the portal has said that the credentials are its own. */
  readonly isConfirmed: boolean;
  /** The portal that the resource leaves for the one of another Provider. */
  readonly movedFrom: O.Option<number>;
}

const asBefore = (stays: O.Option<Home>): Where => ({
  portalId: pipe(
    stays,
    O.map(({ portalId }) => portalId),
  ),
  stays,
  isConfirmed: false,
  movedFrom: O.none,
});

/** The same credentials of the same Provider are of the same portal; others are asked for theirs, once for all. */
const whichPortal = (context: Context, before: O.Option<Before>): Decided<Where> => {
  const old = pipe(
    before,
    O.chain(({ home }) => home),
  );
  if (E.isLeft(context.portal)) return TE.right(asBefore(old));
  const portal = context.portal.right;
  if (O.isSome(old) && isOnSameWord(old.value, portal.access)) {
    return pipe(
      portal.isMeant(old.value.portalId),
      TE.fromEither,
      TE.bimap(renderFailure, () => asBefore(old)),
    );
  }
  const isOfOther = O.isSome(old) && old.value.provider !== portal.access.provider;
  return pipe(
    portal.glimpsed,
    TE.chainEitherK(({ portalId }): E.Either<Failure, Where> => {
      const isAnother = O.isSome(old) && old.value.portalId !== portalId;
      if (isAnother && !isOfOther) return portal.wrongPortal(portalId, old.value.portalId);
      const movedFrom = isAnother ? O.some(old.value.portalId) : O.none;
      return E.right({ portalId: O.some(portalId), stays: isAnother ? O.none : old, isConfirmed: true, movedFrom });
    }),
    TE.orElse((failure) => {
      if (isOfOther) return TE.left(showUnmoved(failure));
      return pipe(
        failuresOf(context, portal, failure),
        TE.map(() => asBefore(old)),
      );
    }),
  );
};

/** What stands against going on, where a portal has not told what was asked: nothing, if it just did not answer. */
const failuresOf = (context: Context, portal: Portal, failure: Failure): Decided<void> => {
  if (failure._tag === "WrongPortal") return TE.left(renderFailure(failure));
  if (!context.mayLook) return TE.right(undefined);
  return pipe(
    inSpite(context, portal, failure),
    T.map((failures) => (failures.length > 0 ? E.left(failures) : E.right(undefined))),
  );
};

const showUnmoved = (failure: Failure): ReadonlyArray<string> =>
  failure._tag === "HubSpotFailed"
    ? [
        `whether its hubspot.Provider means the portal where this resource lives cannot be decided, because ${happened(failure.error)}; nothing was changed; run again`,
      ]
    : renderFailure(failure);

const whichObjects = (
  context: Context,
  before: O.Option<Before>,
  now: Pair,
  turning: Turning,
  where: Where,
): Decided<Identity> => {
  const carried = (name: string): string | undefined =>
    pipe(
      O.Do,
      O.apS("old", before),
      O.apS("home", where.stays),
      O.chain(({ old, home }) => idCarried(home, old.pair, name)),
      O.toUndefined,
    );
  const known = objectsOf(now, { fromObjectTypeId: carried(now.from), toObjectTypeId: carried(now.to) });
  const old = pipe(
    before,
    O.filter(() => O.isNone(where.movedFrom)),
    O.map(({ pair }) => objectsAt(pair, where.stays)),
  );
  const verdictBy = (custom: ReadonlyArray<CustomObject>): Verdict =>
    O.isNone(old) ? "Other" : compared(where.portalId, placedBy(custom, old.value), placedBy(custom, known), turning);
  const identity = (custom: ReadonlyArray<CustomObject>): Identity => {
    const place = placeOf(placedBy(custom, known));
    return { place, home: homeOf(context, where, now, place), verdict: verdictBy(custom) };
  };

  const isOpen = verdictBy([]) === "Undecided" || (namesWithoutId(known).length > 0 && !isKept(before, where, now));
  if (!isOpen || E.isLeft(context.portal)) return TE.right(identity([]));
  const portal = context.portal.right;
  return pipe(
    customObjects(portal),
    TE.matchE(
      (failure) =>
        pipe(
          unanswered(
            context,
            portal,
            O.isNone(old) ? [] : openSides(where.portalId, old.value, known, turning),
            known,
            O.isSome(old) ? O.some(verdictBy([])) : O.none,
            failure,
          ),
          // Names that nobody has explained are asked for again, unless the token may not ask.
          TE.map(() => (isScopeMissing(failure) ? identity([]) : { ...identity([]), home: O.none })),
        ),
      (custom) => {
        const unknown = namesWithoutId(known).flatMap(({ path, name }) => {
          const located = locate(custom, name);
          return E.isLeft(located) ? [showFailure({ path, problem: located.left })] : [];
        });
        const isTold = context.mayLook || O.isSome(old);
        return unknown.length > 0 && isTold ? TE.left(unknown) : TE.right(identity(custom));
      },
    ),
  );
};

/** Custom objects of the program whose id is not known. */
const namesWithoutId = ({ from, to }: Objects): ReadonlyArray<NamedSide> => [
  ...(O.isNone(from.id) ? [{ path: "fromObjectType", name: from.name }] : []),
  ...(O.isNone(to.id) ? [{ path: "toObjectType", name: to.name }] : []),
];

/** Names that were asked for before, in vain: a token that may not read schemas is not asked for them each time. */
const isKept = (before: O.Option<Before>, { stays, isConfirmed }: Where, now: Pair): boolean =>
  O.isSome(before) && O.isSome(stays) && !isConfirmed && isSpelledAlike(before.value.pair, now);

type HubSpotFailed = Extract<Failure, { readonly _tag: "HubSpotFailed" }>;

const isScopeMissing = (failure: Failure): failure is HubSpotFailed =>
  failure._tag === "HubSpotFailed" && failure.error._tag === "MissingScopes";

/** What follows from HubSpot's answer, or from none; any other failure speaks for itself. */
const showBecauseOf = (
  failure: Failure,
  problems: (why: string) => ReadonlyArray<InputFailure>,
): ReadonlyArray<string> =>
  failure._tag === "HubSpotFailed" ? problems(happened(failure.error)).map(showFailure) : renderFailure(failure);

/** What follows where the custom objects cannot be had: a failure, unless all is decided without them. */
const unanswered = (
  context: Context,
  portal: Portal,
  open: ReadonlyArray<OpenSide>,
  known: Objects,
  verdict: O.Option<Verdict>,
  failure: Failure,
): Decided<void> => {
  // Where the program writes the id and the state the name, the state's outputs mostly have the id: diff sees them.
  const names = open.filter(({ now }) => isCustomName(now));
  if (names.length > 0) {
    return TE.left(showBecauseOf(failure, (why) => names.map((side) => undecided(side, why))));
  }
  // A name that may be mistyped takes nothing away.
  if (O.isSome(verdict) && verdict.value === "Other") {
    return TE.left(showBecauseOf(failure, (why) => namesWithoutId(known).map((side) => notLookedUp(side, why))));
  }
  if (isScopeMissing(failure)) {
    const { error } = failure;
    // What is in the state already has its id there, or a name that does without.
    if (O.isSome(verdict) || !context.mayLook) return TE.right(undefined);
    return pipe(
      portal.glimpsed,
      TE.mapLeft(renderFailure),
      TE.chainEitherK(({ portalId }) => {
        const failures = notNamedInFull(portalId, namesWithoutId(known), error);
        return failures.length > 0 ? E.left(failures.map(showFailure)) : E.right(undefined);
      }),
    );
  }
  return failuresOf(context, portal, failure);
};

const notLookedUp = ({ path, name }: NamedSide, why: string): InputFailure => ({
  path,
  problem: `whether the portal has a custom object "${name}" cannot be told, because ${why}, and this resource would be replaced; nothing was changed; run again, or write the object's id`,
});

const undecided = ({ path, now, old }: OpenSide, why: string): InputFailure => ({
  path,
  problem: `whether "${now}" is the "${old}" of the state cannot be decided, because ${why}; nothing was changed; run again, or write "${old}"`,
});

/** What diff says where the ids of the state decide nothing either. */
export const notDecided = (open: ReadonlyArray<OpenSide>): Failure => ({
  _tag: "InvalidInputs",
  failures: open.map((side) =>
    undecided(side, "neither the state nor the portal tells the id that goes with the name"),
  ),
});

const homeOf = ({ portal }: Context, where: Where, now: Pair, place: Pair): O.Option<Home> => {
  if (where.isConfirmed && O.isSome(where.portalId) && E.isRight(portal)) {
    const home = homeAt(portal.right.access, where.portalId.value, now, place);
    return O.some(O.isSome(where.movedFrom) ? { ...home, movedFrom: where.movedFrom.value } : home);
  }
  return pipe(
    where.stays,
    O.map((home) => withIds(home, now, place)),
  );
};

/** All custom objects of the portal. */
const customObjects = (portal: Portal): TE.TaskEither<Failure, ReadonlyArray<CustomObject>> =>
  pipe(
    portal.glimpsed,
    TE.chain((confirmed) =>
      pipe(
        confirmed.customObjects,
        TE.mapLeft((error): Failure => ({
          _tag: "HubSpotFailed",
          pair: O.none,
          origin: portal.identity.origin,
          error,
        })),
      ),
    ),
  );
