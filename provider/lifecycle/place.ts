/** Where a pair is on a portal, and what the limits of a program mean there. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { locate, namesCustomObject } from "../customObjects";
import type { Failure } from "../failure";
import type { InputFailure } from "../fields";
import type { HubSpotError } from "../hubspot/error";
import { happened } from "../hubspot/error";
import type { Pair } from "../model";
import { isCustomName } from "../objectTypes";
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
      (error): TE.TaskEither<Failure, Pair> => {
        if (error._tag !== "MissingScopes") return TE.left(failedOn(portal, pair)(error));
        // A token that may not read schemas still reads and writes limits, where the names need no explanation.
        const failures = notNamedInFull(confirmed.portalId, namesIn(pair), error);
        return failures.length === 0 ? TE.right(pair) : TE.left({ _tag: "InvalidInputs", failures });
      },
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

/** A side of a pair as a program names it, and the input that does. */
export interface NamedSide {
  readonly path: string;
  readonly name: string;
}

const namesIn = ({ from, to }: Pair): ReadonlyArray<NamedSide> =>
  [
    { path: "fromObjectType", name: from },
    { path: "toObjectType", name: to },
  ].filter(({ name }) => isCustomName(name));

/** Names that only a schema explains, and how to do without. */
export const notNamedInFull = (
  portalId: number,
  names: ReadonlyArray<NamedSide>,
  error: HubSpotError,
): ReadonlyArray<InputFailure> =>
  names
    .filter(({ name }) => !isFullName(name))
    .map(({ path, name }) => ({
      path,
      problem: `"${name}" cannot be found among the portal's custom objects, because ${happened(error)}; add the scope to the service key or app in HubSpot, or write "p${portalId}_${name}" or the object's id`,
    }));

const problemOf = (path: string, located: E.Either<string, string>): ReadonlyArray<InputFailure> =>
  E.isLeft(located) ? [{ path, problem: located.left }] : [];
