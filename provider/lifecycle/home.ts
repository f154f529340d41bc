/** Where a resource lives, as its state says. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { KnownObject } from "../customObjects";
import { isSameObject, locate } from "../customObjects";
import type { Failure } from "../failure";
import { isCustomName } from "../objectTypes";
import type { Context } from "../portals";

/** A preview, too, tells of another portal's token, as soon as that can be known. */
export const livesWhereItShould = (
  { portal }: Context,
  old: O.Option<{ readonly portalId: O.Option<number> }>,
): E.Either<Failure, void> =>
  pipe(
    O.Do,
    O.apS("open", O.fromEither(portal)),
    O.apS(
      "portalId",
      pipe(
        old,
        O.chain(({ portalId }) => portalId),
      ),
    ),
    O.match(
      () => E.right(undefined),
      ({ open, portalId }) => open.livesIn(portalId),
    ),
  );

/** Where a state says that its resource is. */
export interface Whereabouts {
  readonly fromObjectType: string;
  readonly toObjectType: string;
  readonly fromObjectTypeId: O.Option<string>;
  readonly toObjectTypeId: O.Option<string>;
  readonly portalId: O.Option<number>;
}

/**
 * Both sides of the state's pair, as a new spelling is compared with them. A token that may not read schemas leaves a
 * state without the id of a custom object: then what the process has learnt of the portal tells it.
 */
export const objectsOf = (
  { portal }: Pick<Context, "portal">,
  { fromObjectType, toObjectType, fromObjectTypeId, toObjectTypeId, portalId }: Whereabouts,
): { readonly from: KnownObject; readonly to: KnownObject } => {
  const custom = E.isRight(portal) ? portal.right.known.customObjects() : [];
  const known = (name: string, id: O.Option<string>): KnownObject => ({
    name,
    objectTypeId: pipe(
      id,
      O.alt(() => (isCustomName(name) ? O.fromEither(locate(custom, name)) : O.none)),
    ),
    portalId,
  });
  return { from: known(fromObjectType, fromObjectTypeId), to: known(toObjectType, toObjectTypeId) };
};

/** Whether a program writes an id that the state has not got yet for its object type. */
export const isNewId = (state: Whereabouts, from: O.Option<string>, to: O.Option<string>): boolean =>
  [
    { name: state.fromObjectType, id: state.fromObjectTypeId, now: from },
    { name: state.toObjectType, id: state.toObjectTypeId, now: to },
  ].some(({ name, id, now }) => O.isNone(id) && O.isSome(now) && isCustomName(name) && !isCustomName(now.value));

/** Whether a program means another object type than the state has. */
export const isOther = (known: KnownObject, declared: O.Option<string>): boolean =>
  O.isSome(declared) && !isSameObject(known, declared.value);

/** Whether the configuration means another portal than the state's. */
export const livesElsewhere = (configured: O.Option<number>, { portalId }: Pick<Whereabouts, "portalId">): boolean =>
  O.isSome(configured) && O.isSome(portalId) && configured.value !== portalId.value;
