/** Where a pair is on a portal, and what the limits of a program mean there. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { locate, namesCustomObject } from "../customObjects";
import type { Failure } from "../failure";
import type { InputFailure } from "../fields";
import type { Pair } from "../model";
import type { Confirmed, Portal } from "../portal";
import { failedOn } from "../portal";

/** `p`, a portal's id and a name: HubSpot takes it as it is. */
const isFullName = (name: string): boolean => /^p\d+_/i.test(name);

/**
 * A pair as it is asked for: custom objects that are named become ids, by the portal's schemas, which are read once.
 */
export const locatedPair = (portal: Portal, confirmed: Confirmed, pair: Pair): TE.TaskEither<Failure, Pair> => {
  if (!namesCustomObject(pair)) return TE.right(pair);
  return pipe(
    confirmed.customObjects,
    TE.matchE(
      (error): TE.TaskEither<Failure, Pair> =>
        // A token that may not read schemas still reads and writes limits, where the names need no explanation.
        error._tag === "MissingScopes" && namedInFull(pair) ? TE.right(pair) : TE.left(failedOn(portal, pair)(error)),
      (custom) => {
        const from = locate(custom, pair.from);
        const to = locate(custom, pair.to);
        return E.isRight(from) && E.isRight(to)
          ? TE.right({ from: from.right, to: to.right })
          : TE.left({
              _tag: "InvalidInputs",
              failures: [...problemOf("fromObjectType", from), ...problemOf("toObjectType", to)],
            });
      },
    ),
  );
};

const namedInFull = ({ from, to }: Pair): boolean =>
  [from, to].every((side) => isFullName(side) || !namesCustomObject({ from: side, to: side }));

const problemOf = (path: string, located: E.Either<string, string>): ReadonlyArray<InputFailure> =>
  E.isLeft(located) ? [{ path, problem: located.left }] : [];

/** The pair of a state: where the state says that it is, for the ids of custom objects do not change. */
export const placeInState = ({
  pair,
  fromObjectTypeId,
  toObjectTypeId,
}: {
  readonly pair: Pair;
  readonly fromObjectTypeId: O.Option<string>;
  readonly toObjectTypeId: O.Option<string>;
}): Pair => ({
  from: sideInState(pair.from, fromObjectTypeId),
  to: sideInState(pair.to, toObjectTypeId),
});

const sideInState = (name: string, id: O.Option<string>): string =>
  namesCustomObject({ from: name, to: name })
    ? pipe(
        id,
        O.getOrElse(() => name),
      )
    : name;
