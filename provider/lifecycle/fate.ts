/**
 * What becomes of a resource as a whole, by the home that check has given it: whether it is the one of the state. It
 * asks no portal.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { samePair } from "../associationType";
import type { Failure } from "../failure";
import type { Pair } from "../model";
import type { Portal } from "../portal";
import type { Context } from "../portals";
import type { Home, Lived, Named, Turning } from "./home";
import { compared, comparedSides, named, objectsAt, objectsInState, openSides, otherSides, placedBy } from "./home";
import { notDecided } from "./identity";

export interface Fate {
  /** The inputs that make it another resource. */
  readonly replaces: ReadonlyArray<string>;
  /** Whether the one that comes is in another portal. */
  readonly moves: boolean;
  /** Whether a label is written from its other side now. */
  readonly isTurned: boolean;
  /** Whether the program writes the same object types in another way: then the state has to learn it. */
  readonly isRespelled: boolean;
}

const stays: Fate = { replaces: [], moves: false, isTurned: false, isRespelled: false };

/** A pair that is not known yet is a change, never a replacement. */
export const whatBecomes = (
  context: Context,
  old: Lived,
  declared: { readonly from: O.Option<string>; readonly to: O.Option<string> },
  home: O.Option<Home>,
  turning: Turning,
): E.Either<Failure, Fate> =>
  pipe(
    E.isRight(context.portal) ? goesElsewhere(context.portal.right, old, home) : E.right(false),
    E.chain((moves): E.Either<Failure, Fate> => {
      if (moves) return E.right({ ...stays, replaces: ["portalId"], moves });
      if (O.isNone(declared.from) || O.isNone(declared.to)) {
        return E.right({ ...stays, replaces: knownToBeOther(old, declared, turning) });
      }
      return inPlace(context, old, { from: declared.from.value, to: declared.to.value }, home, turning);
    }),
  );

/** Another portal is where a resource goes with another Provider; under the same one it is a mistake. */
const goesElsewhere = (portal: Portal, old: Lived, home: O.Option<Home>): E.Either<Failure, boolean> => {
  const lives = livesIn(old);
  if (O.isNone(lives)) return E.right(false);
  if (O.isNone(home)) {
    // Of a resource of another Provider, check may not have known enough to say where it goes.
    const isOfOther = O.isSome(old.home) && old.home.value.provider !== portal.access.provider;
    if (!isOfOther) portal.hasResourcesIn(lives.value);
    return E.right(false);
  }
  if (home.value.portalId === lives.value) {
    portal.hasResourcesIn(lives.value);
    return E.right(false);
  }
  return home.value.movedFrom === lives.value ? E.right(true) : portal.wrongPortal(home.value.portalId, lives.value);
};

/** The portal of a state. */
const livesIn = ({ portalId, home }: Lived): O.Option<number> =>
  pipe(
    portalId,
    O.alt(() =>
      pipe(
        home,
        O.map((known) => known.portalId),
      ),
    ),
  );

/** The one side that is known, where it is none of the state's. */
const knownToBeOther = (
  old: Lived,
  { from, to }: { readonly from: O.Option<string>; readonly to: O.Option<string> },
  turning: Turning,
): ReadonlyArray<string> => {
  const before = objectsInState(old);
  const isOther = (name: O.Option<string>, ...sides: ReadonlyArray<Named>): boolean =>
    O.isSome(name) && sides.every((side) => comparedSides(old.portalId, side, named(name.value)) === "Other");
  const either = turning === "turns" ? [before.from, before.to] : [];
  return [
    ...(isOther(from, before.from, ...either) ? ["fromObjectType"] : []),
    ...(isOther(to, before.to, ...either) ? ["toObjectType"] : []),
  ];
};

const inPlace = (
  { portal }: Context,
  old: Lived,
  pair: Pair,
  home: O.Option<Home>,
  turning: Turning,
): E.Either<Failure, Fate> => {
  // A token that may not read schemas left a state without ids; this process may have learnt them since.
  const before = placedBy(E.isRight(portal) ? portal.right.known.customObjects() : [], objectsInState(old));
  const now = objectsAt(pair, home);
  switch (compared(old.portalId, before, now, turning)) {
    case "Same":
      return E.right({ ...stays, isRespelled: !samePair(pair, old.pair) });
    case "Turned":
      return E.right({ ...stays, isTurned: true, isRespelled: true });
    case "Other":
      return E.right({ ...stays, replaces: otherSides(old.portalId, before, now) });
    case "Undecided":
      return E.left(notDecided(openSides(old.portalId, before, now, turning)));
  }
};
