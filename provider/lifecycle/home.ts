/** Where a resource lives, as its state says. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
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
