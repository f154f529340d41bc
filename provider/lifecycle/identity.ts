/**
 * Whether a program means the object types of the state, which it may write in another way. Where that cannot be told
 * from the names, the portal's list of custom objects tells it. Where that list cannot be had, the check fails: nothing
 * is replaced on a guess.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { mirrored, samePair } from "../associationType";
import type { CustomObject } from "../customObjects";
import { isSameName, locate, locatePair } from "../customObjects";
import type { Failure } from "../failure";
import { renderFailure } from "../failure";
import { happened } from "../hubspot/error";
import { showFailure } from "../limits/rules";
import type { Pair } from "../model";
import { isCustomName } from "../objectTypes";
import type { Context } from "../portals";
import type { Whereabouts } from "./home";
import { objectsOf } from "./home";
import type { Checked, Properties } from "./resource";

/** A custom object's name in the program that may mean an id of the state. */
interface Undecided {
  readonly path: string;
  readonly name: string;
  readonly id: string;
}

/** Whether a label may also be written from its other side. */
export type Turning = "turns" | "stays";

const isCustomId = (name: string): boolean => !isCustomName(name) && /^[1-9]\d*-/.test(name);

const mayName = (name: string, id: string): boolean => isCustomName(name) && isCustomId(id);

/** Each side of a pair as the state and the program write it. */
const sides = (before: Pair, now: Pair): ReadonlyArray<Undecided> => [
  { path: "fromObjectType", name: now.from, id: before.from },
  { path: "toObjectType", name: now.to, id: before.to },
];

const waysToWrite = (pair: Pair, turning: Turning): ReadonlyArray<Pair> =>
  turning === "turns" ? [pair, mirrored(pair)] : [pair];

/** The names of `now` that may mean ids of `before`; none where other words tell that it is the same pair or another. */
const undecided = (before: Pair, now: Pair, turning: Turning): ReadonlyArray<Undecided> => {
  const ways = waysToWrite(before, turning)
    .map((pair) => sides(pair, now))
    .filter((way) => way.every(({ name, id }) => isSameName(name, id) || mayName(name, id) || mayName(id, name)));
  if (ways.some((way) => way.every(({ name, id }) => isSameName(name, id)))) return [];
  return ways.map((way) => way.filter(({ name, id }) => mayName(name, id))).find((open) => open.length > 0) ?? [];
};

/** Names that the portal does not have: what the state has does not make room for them. */
const unknownNames = (open: ReadonlyArray<Undecided>, custom: ReadonlyArray<CustomObject>): ReadonlyArray<string> =>
  open.flatMap(({ path, name }) => {
    const located = locate(custom, name);
    return E.isLeft(located) ? [showFailure({ path, problem: located.left })] : [];
  });

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
 * the state has the name and the program the id, the state itself mostly has the answer, so nothing fails here where the
 * portal gives none.
 */
const decideIdentity = (
  { portal }: Context,
  before: O.Option<Pair>,
  now: Pair,
  turning: Turning,
): O.Option<T.Task<ReadonlyArray<string>>> => {
  if (O.isNone(before) || E.isLeft(portal)) return O.none;
  const open = undecided(before.value, now, turning);
  const isKnownByState = open.length === 0 && undecided(now, before.value, turning).length > 0;
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
        (custom) => unknownNames(open, custom),
      ),
    ),
  );
};

/** Goes on with a check once it is decided which object types the program means; where it cannot be, the check fails. */
export const onceDecided = (
  context: Context,
  before: O.Option<Pair>,
  now: Pair,
  turning: Turning,
  inputs: Properties,
  goOn: () => T.Task<Checked>,
): T.Task<Checked> =>
  pipe(
    decideIdentity(context, before, now, turning),
    O.match(
      goOn,
      T.chain((failures) => (failures.length > 0 ? T.of({ inputs, failures }) : goOn())),
    ),
  );

/**
 * Decides the identity where the program writes an id, once the state is there to be asked: what it does not know, and the portal did
 * not tell, is a failure.
 */
export const decidedByState = (
  context: Pick<Context, "portal">,
  old: O.Option<Whereabouts>,
  declared: { readonly from: O.Option<string>; readonly to: O.Option<string> },
  turning: Turning,
): E.Either<Failure, void> => {
  if (O.isNone(old) || O.isNone(declared.from) || O.isNone(declared.to)) return E.right(undefined);
  const { from, to } = objectsOf(context, old.value);
  const now = { from: declared.from.value, to: declared.to.value };
  const open = undecided(now, { from: from.name, to: to.name }, turning).filter(({ name }) =>
    [from, to].some((side) => side.name === name && O.isNone(side.objectTypeId)),
  );
  return open.length === 0
    ? E.right(undefined)
    : E.left({
        _tag: "InvalidInputs",
        failures: open.map(({ name, id }) => ({
          path: now.from === id ? "fromObjectType" : "toObjectType",
          problem: `whether "${id}" is the "${name}" of the state cannot be decided, because neither the state nor the portal tells the id of "${name}"; nothing was changed; run again with a token that may read schemas, or write "${name}"`,
        })),
      });
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
  turning: Turning,
): Properties => {
  if (O.isNone(before)) return normalized;
  const isSame = meansSame(context);
  const old = waysToWrite(before.value, turning).find((pair) => isSame(pair, now));
  const isOther = old !== undefined && undecided(old, now, "stays").length > 0;
  return isOther ? { ...normalized, fromObjectType: old.from, toObjectType: old.to } : normalized;
};
