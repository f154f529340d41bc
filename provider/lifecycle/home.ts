/** Where a resource lives, as its state says. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { KnownObject } from "../customObjects";
import { isSameObject } from "../customObjects";
import type { Failure } from "../failure";
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
interface Whereabouts {
  readonly fromObjectType: string;
  readonly toObjectType: string;
  readonly fromObjectTypeId: O.Option<string>;
  readonly toObjectTypeId: O.Option<string>;
  readonly portalId: O.Option<number>;
}

/** Both sides of the state's pair, as a new spelling is compared with them. */
export const objectsOf = (state: Whereabouts): { readonly from: KnownObject; readonly to: KnownObject } => ({
  from: { name: state.fromObjectType, objectTypeId: state.fromObjectTypeId, portalId: state.portalId },
  to: { name: state.toObjectType, objectTypeId: state.toObjectTypeId, portalId: state.portalId },
});

/** Whether a program means another object type than the state has. */
export const isOther = (known: KnownObject, declared: O.Option<string>): boolean =>
  O.isSome(declared) && !isSameObject(known, declared.value);

/** Whether the configuration means another portal than the state's. */
export const livesElsewhere = (configured: O.Option<number>, { portalId }: Pick<Whereabouts, "portalId">): boolean =>
  O.isSome(configured) && O.isSome(portalId) && configured.value !== portalId.value;
