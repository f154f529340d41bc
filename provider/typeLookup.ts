/** What a lookup finds on a portal: the association types of a pair, or the one that a label means there. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { findType, showPair, showType } from "./associationType";
import type { Failure } from "./failure";
import { locatedPair } from "./lifecycle/place";
import type { Unresolved } from "./limits/selector";
import { resolveIn, showing, showUnresolved } from "./limits/selector";
import type { AssociationCategory, AssociationType, LimitRow, LimitSelector, Pair } from "./model";
import type { Confirmed } from "./portal";
import { failedOn } from "./portal";
import type { Context } from "./portals";
import { opened } from "./portals";

/** All association types of a directed pair, as the portal lists them. */
export interface TypesOfPair {
  readonly fromObjectType: string;
  readonly toObjectType: string;
  readonly portalId: number;
  readonly types: ReadonlyArray<AssociationType & { readonly label?: string }>;
}

/** One association type, as a limit names it. */
export interface FoundType {
  readonly category: AssociationCategory;
  readonly typeId: number;
}

interface Listed {
  readonly confirmed: Confirmed;
  /** The pair as it is asked for. */
  readonly located: Pair;
  readonly rows: ReadonlyArray<LimitRow>;
}

const listed = (context: Context, pair: Pair): TE.TaskEither<Failure, Listed> =>
  pipe(
    opened(context, O.none),
    TE.chain(({ portal, confirmed }) =>
      pipe(
        locatedPair(portal, confirmed, pair),
        TE.chain((located) =>
          pipe(
            confirmed.typesOf(located),
            TE.bimap(failedOn(portal, pair), (rows) => ({ confirmed, located, rows })),
          ),
        ),
      ),
    ),
  );

export const typesOfPair = (context: Context, pair: Pair): TE.TaskEither<Failure, TypesOfPair> =>
  pipe(
    listed(context, pair),
    TE.map(({ confirmed: { portalId }, rows }) => ({
      fromObjectType: pair.from,
      toObjectType: pair.to,
      portalId,
      types: rows.map(({ category, typeId, label }) => ({
        category,
        typeId,
        ...(label === undefined ? {} : { label }),
      })),
    })),
  );

/** The type that a selector means, or why it means none. */
export const typeMeant = (
  context: Context,
  pair: Pair,
  selector: LimitSelector,
): TE.TaskEither<Failure, AssociationType> =>
  pipe(
    listed(context, pair),
    TE.chain(({ confirmed, located, rows }) =>
      pipe(
        TE.fromEither(resolveIn(pair, rows, selector)),
        TE.orElse((unresolved) =>
          TE.leftTask<Failure, AssociationType>(
            pipe(
              fromTheOtherSide(confirmed, located, unresolved),
              T.map((hint) => unanswerable(selector, `${showUnresolved(pair, unresolved)}${hint}`)),
            ),
          ),
        ),
        TE.chainFirstTaskK((type) => otherCapitals(context, pair, rows, selector, type)),
      ),
    ),
  );

const unanswerable = (selector: LimitSelector, problem: string): Failure => ({
  _tag: "InvalidInputs",
  failures: [{ path: selector._tag === "ByLabel" ? "label" : "unlabeled", problem }],
});

/** Where a text is read in the other direction. That is only a hint, so it is none where it cannot be asked for. */
const fromTheOtherSide =
  (confirmed: Confirmed, { from, to }: Pair, unresolved: Unresolved): T.Task<string> =>
  async () => {
    if (unresolved._tag !== "NoSuchLabel") return "";
    const mirrored = await confirmed.typesOf({ from: to, to: from })();
    const there = E.isRight(mirrored) ? showing(mirrored.right, unresolved.label)[0] : undefined;
    return there === undefined ? "" : `; "${there.label}" is of the other direction, ${to} to ${from}`;
  };

const otherCapitals =
  (
    { runtime }: Context,
    pair: Pair,
    rows: ReadonlyArray<LimitRow>,
    selector: LimitSelector,
    type: AssociationType,
  ): T.Task<void> =>
  async () => {
    const label = findType(rows, type)?.label;
    if (selector._tag !== "ByLabel" || label === undefined || label === selector.label) return;
    await runtime.warn(
      `getAssociationType ${showPair(pair)}: label: "${selector.label}" is taken to mean "${label}", as the portal writes it`,
    )();
  };

const categories: ReadonlyArray<AssociationCategory> = [
  "HUBSPOT_DEFINED",
  "INTEGRATOR_DEFINED",
  "USER_DEFINED",
  "WORK",
];

/** A portal may be ahead of this release, but a limit can only name what this release knows. */
export const nameable = (type: AssociationType): E.Either<ReadonlyArray<string>, FoundType> => {
  const category = categories.find((known) => known === type.category);
  return category === undefined
    ? E.left([`this is ${showType(type)}, of a category that limits cannot name; install a newer release`])
    : E.right({ category, typeId: type.typeId });
};
