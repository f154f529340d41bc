/**
 * Whether a program means the object types of the state, which it may write in another way. Where that cannot be told
 * from the names, the portal's list of custom objects tells it. Where that list cannot be had, the check fails: nothing
 * is replaced on a guess.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { mirrored, samePair } from "../associationType";
import { isSameName, locatePair } from "../customObjects";
import type { Failure } from "../failure";
import { renderFailure } from "../failure";
import { happened } from "../hubspot/error";
import { showFailure } from "../limits/rules";
import type { Pair } from "../model";
import { isCustomName } from "../objectTypes";
import type { Context } from "../portals";
import type { Properties } from "./resource";

/** A custom object's name in the program that may mean an id of the state. */
interface Undecided {
  readonly path: string;
  readonly name: string;
  readonly id: string;
}

const isCustomId = (name: string): boolean => !isCustomName(name) && /^[1-9]\d*-/.test(name);

/** The names of `now` that may mean ids of `before`, on either side: a label may be written from its other side. */
const undecided = (before: Pair, now: Pair): ReadonlyArray<Undecided> => {
  const [old, names] = [
    [before.from, before.to],
    [now.from, now.to],
  ];
  const id = old.find((side) => isCustomId(side) && !names.includes(side));
  if (id === undefined) return [];
  return [
    { path: "fromObjectType", name: now.from },
    { path: "toObjectType", name: now.to },
  ]
    .filter(({ name }) => isCustomName(name) && !old.some((side) => isSameName(side, name)))
    .map((each) => ({ ...each, id }));
};

const showUndecided = (all: ReadonlyArray<Undecided>, failure: Failure): ReadonlyArray<string> =>
  failure._tag === "HubSpotFailed"
    ? all.map(({ path, name, id }) =>
        showFailure({
          path,
          problem: `whether "${name}" is the "${id}" of the state cannot be decided, because ${happened(failure.error)}; nothing was changed; run again, or write "${id}"`,
        }),
      )
    : renderFailure(failure);

/**
 * Learns from the portal what the names alone do not decide, and gives the failures; no task where there is nothing to
 * learn. The portal is asked also where `previewChecks` is off, since a replacement could depend on the answer. Where
 * the state has the name and the program the id, the state itself has the answer, so nothing fails where the portal
 * gives none.
 */
export const decideIdentity = (
  { portal, mayLook }: Context,
  before: O.Option<Pair>,
  now: Pair,
): O.Option<T.Task<ReadonlyArray<string>>> => {
  if (O.isNone(before) || E.isLeft(portal)) return O.none;
  const open = undecided(before.value, now);
  const isKnownByState = open.length === 0 && mayLook && undecided(now, before.value).length > 0;
  if (open.length === 0 && !isKnownByState) return O.none;
  return O.some(
    pipe(
      portal.right.glimpsed,
      TE.chain((confirmed) =>
        pipe(
          confirmed.customObjects,
          TE.mapLeft((error): Failure => ({
            _tag: "HubSpotFailed",
            pair: O.none,
            origin: portal.right.identity.origin,
            error,
          })),
        ),
      ),
      TE.match(
        (failure) => (isKnownByState ? [] : showUndecided(open, failure)),
        () => [],
      ),
    ),
  );
};

/** Whether two pairs are the same one, as far as their names tell it and what has been learnt of the portal. */
export const meansSame =
  ({ portal }: Context) =>
  (a: Pair, b: Pair): boolean => {
    const custom = E.isRight(portal) ? portal.right.known.customObjects() : [];
    return (
      (isSameName(a.from, b.from) && isSameName(a.to, b.to)) || samePair(locatePair(custom, a), locatePair(custom, b))
    );
  };

/**
 * Inputs with the names of the state, where the program writes the same object types in another way: a diff asks no
 * portal. A label that is now written from its other side keeps the names of the state as well.
 */
export const inOldSpelling = (
  context: Context,
  before: O.Option<Pair>,
  now: Pair,
  normalized: Properties,
): Properties => {
  if (O.isNone(before)) return normalized;
  const isSame = meansSame(context);
  const old = [before.value, mirrored(before.value)].find((pair) => isSame(pair, now));
  const isOther = old !== undefined && undecided(old, now).length > 0;
  return isOther ? { ...normalized, fromObjectType: old.from, toObjectType: old.to } : normalized;
};
