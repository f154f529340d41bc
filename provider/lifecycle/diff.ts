/** Diff: whether a program says something else than the state does, by meaning. It asks no portal. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Failure } from "../failure";
import { sameMeaning } from "../limits/compare";
import type { DeclaredInputs } from "../limits/inputs";
import { readInputs } from "../limits/inputs";
import type { Context } from "../portals";
import type { Diff, Properties } from "./resource";
import type { State } from "./state";
import { knownInputs, readState } from "./state";

/** What is not known yet is a change, never a replacement. */
export const diff = (context: Context, olds: Properties, news: Properties): E.Either<Failure, Diff> => {
  const old = readState(olds);
  return pipe(
    livesWhereItShould(context, old),
    E.map(() => difference(context.portalId, old, readInputs(news).declared)),
  );
};

/** A preview, too, tells of another portal's token, as soon as that can be known. */
const livesWhereItShould = ({ portal }: Context, old: O.Option<State>): E.Either<Failure, void> =>
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

const difference = (portalId: O.Option<number>, old: O.Option<State>, declared: DeclaredInputs): Diff => {
  if (O.isNone(old)) return { changes: true, replaces: [] };
  const movedPortal = O.isSome(portalId) && O.isSome(old.value.portalId) && portalId.value !== old.value.portalId.value;
  const replaces = [
    ...(O.isSome(declared.from) && declared.from.value !== old.value.fromObjectType ? ["fromObjectType"] : []),
    ...(O.isSome(declared.to) && declared.to.value !== old.value.toObjectType ? ["toObjectType"] : []),
    ...(movedPortal ? ["portalId"] : []),
  ];
  const unchanged = pipe(
    knownInputs(declared),
    O.exists((now) => sameMeaning(old.value, now) && !(now.authoritative && old.value.others.length > 0)),
  );
  return { changes: replaces.length > 0 || !unchanged, replaces };
};
