/**
 * One bounded look at the portal where something new is declared, so that a preview says which limits would change and
 * what HubSpot would refuse. What the portal answers can fail a check; that it does not answer cannot.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { findType, hasType, limitsOfRows, showPair, showType, without } from "../associationType";
import type { Failure } from "../failure";
import { renderFailure, showOverwritten } from "../failure";
import type { HubSpotError } from "../hubspot/error";
import { isDefinite, renderHubSpotError } from "../hubspot/error";
import { overwritten } from "../limits/overwritten";
import type { ResolvedLimit } from "../limits/rules";
import { isUnlabeled, ownUnlabeled } from "../limits/selector";
import type { LimitRow, OnCreate, Pair } from "../model";
import type { Confirmed, Portal } from "../portal";
import { failedOn } from "../portal";
import type { Context } from "../portals";

/** What is new about a resource. */
export interface News {
  readonly pair: Pair;
  /** All declared limits, and those of them that the resource did not name before. */
  readonly limits: ReadonlyArray<ResolvedLimit>;
  readonly added: ReadonlyArray<ResolvedLimit>;
  /** Whether the resource begins to speak for the whole pair. */
  readonly takesWholePair: boolean;
  /** Whether the resource itself is new. */
  readonly isNew: boolean;
  readonly onCreate: OnCreate;
}

/** What a look found. */
interface Sight {
  readonly failures: ReadonlyArray<string>;
  readonly warnings: ReadonlyArray<string>;
}

const unanswered = new WeakSet<Portal>();

/** Says what is to be said, and gives the failures. */
export const look = (context: Context, news: News): T.Task<ReadonlyArray<string>> => {
  if (!context.mayLook) return T.of([]);
  if (E.isLeft(context.portal)) return T.of(renderFailure(context.portal.left));
  const portal = context.portal.right;
  if (unanswered.has(portal)) return T.of([]);
  return pipe(
    portal.glimpsed,
    TE.chain((confirmed) => pipe(see(confirmed, news), TE.mapLeft(failedOn(portal, news.pair)))),
    TE.matchE(
      (failure) => inSpite(context, portal, failure),
      ({ failures, warnings }) =>
        pipe(
          warnings,
          T.traverseSeqArray((warning) => context.runtime.warn(warning)),
          T.map(() => failures),
        ),
    ),
  );
};

/** A portal that does not answer is told once; what it does answer, or what is wrong with us, is a failure. */
const inSpite = (context: Context, portal: Portal, failure: Failure): T.Task<ReadonlyArray<string>> => {
  if (failure._tag !== "HubSpotFailed" || isDefinite(failure.error)) return T.of(renderFailure(failure));
  if (unanswered.has(portal)) return T.of([]);
  unanswered.add(portal);
  return pipe(
    context.runtime.warn(
      `the portal could not be looked at, so what stands there is not shown; ${renderHubSpotError(failure.error)}`,
    ),
    T.map(() => []),
  );
};

const see = (portal: Confirmed, news: News): TE.TaskEither<HubSpotError, Sight> =>
  pipe(
    TE.Do,
    TE.bind("rows", () => rowsFor(portal, news)),
    TE.bind("types", () => ownTypes(portal, news)),
    TE.map(({ rows, types }) => sight(news, rows, types)),
  );

const rowsFor = (
  portal: Confirmed,
  { pair, limits, takesWholePair }: News,
): TE.TaskEither<HubSpotError, ReadonlyArray<LimitRow>> =>
  takesWholePair
    ? portal.pairLimits(pair)
    : portal.standing(pair, [...limits.map(({ type }) => type), ...ownUnlabeled(pair)]);

/** The portal's own types of a pair, and of the pair the other way round where a type may have been meant there. */
interface OwnTypes {
  readonly here: ReadonlyArray<LimitRow>;
  readonly mirrored: ReadonlyArray<LimitRow>;
}

/** The types named by their ids are asked for, where there are any; the other direction only where one is not here. */
const ownTypes = (portal: Confirmed, { pair, added }: News): TE.TaskEither<HubSpotError, OwnTypes> =>
  added.some(isOwn)
    ? pipe(
        TE.Do,
        TE.bind("here", () => portal.typesOf(pair)),
        TE.bind("mirrored", ({ here }) =>
          added.some((limit) => isOwn(limit) && !hasType(here, limit.type))
            ? portal.typesOf({ from: pair.to, to: pair.from })
            : TE.right([]),
        ),
      )
    : TE.right({ here: [], mirrored: [] });

const isOwn = ({ type }: ResolvedLimit): boolean => type.category === "USER_DEFINED";

const sight = (news: News, rows: ReadonlyArray<LimitRow>, types: OwnTypes): Sight => {
  const { pair, limits, added, takesWholePair, onCreate, isNew } = news;
  const wanted = RA.filterMap(({ type, maxToObjectIds }: ResolvedLimit) =>
    pipe(
      maxToObjectIds,
      O.map((max) => ({ ...type, maxToObjectIds: max })),
    ),
  )(added);
  const declared = limits.map(({ type }) => type);
  const all = overwritten(rows, wanted, takesWholePair ? without(rows, declared) : []);
  const missing = unknownTypes(pair, added, types);
  if (isNew && onCreate === "fail" && all.length > 0) {
    return { failures: [...missing, ...renderFailure({ _tag: "AlreadyThere", pair, standing: all })], warnings: [] };
  }
  return {
    failures: missing,
    warnings: [
      ...all.map((each) => `${showPair(pair)}: this changes what stands in the portal: ${showOverwritten(each)}`),
      ...aboveStanding(pair, rows, limits),
    ],
  };
};

const showOwn = (row: LimitRow): string => `${row.typeId}${row.label === undefined ? "" : ` ("${row.label}")`}`;

const unknownTypes = (
  pair: Pair,
  added: ReadonlyArray<ResolvedLimit>,
  { here, mirrored }: OwnTypes,
): ReadonlyArray<string> =>
  added
    .filter((limit) => isOwn(limit) && !hasType(here, limit.type))
    .map(({ path, type }) => {
      const list = here.filter(({ category }) => category === "USER_DEFINED").map(showOwn);
      const there = findType(mirrored, type);
      return [
        `${path}.typeId: the portal has no ${showType(type)} between ${pair.from} and ${pair.to}`,
        ...(there === undefined ? [] : [`${showOwn(there)} is of the other direction, ${pair.to} to ${pair.from}`]),
        list.length === 0 ? "it has none there, so make the label first" : `this pair has ${list.join(", ")}`,
      ].join("; ");
    });

/** HubSpot refuses a label's limit above the limit of the pair as a whole, also where that one is not declared. */
const aboveStanding = (
  pair: Pair,
  rows: ReadonlyArray<LimitRow>,
  limits: ReadonlyArray<ResolvedLimit>,
): ReadonlyArray<string> => {
  const object = limitsOfRows(rows).find((limit) => isUnlabeled(pair, limit));
  if (
    object === undefined ||
    hasType(
      limits.map(({ type }) => type),
      object,
    )
  )
    return [];
  return limits.flatMap(({ path, type, maxToObjectIds }) =>
    O.isSome(maxToObjectIds) && maxToObjectIds.value > object.maxToObjectIds
      ? [
          `${showPair(pair)}: HubSpot will refuse ${path} (${showType(type)} to ${maxToObjectIds.value}), because the pair as a whole is limited to ${object.maxToObjectIds} in the portal; raise that limit, or declare it with { unlabeled: true, … }`,
        ]
      : [],
  );
};
