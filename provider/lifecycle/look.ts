/**
 * One bounded look at the portal where something new is declared, so that a preview says which limits would change and
 * what HubSpot would refuse. What the portal answers can fail a check; that it does not answer cannot.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import type * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { hasType, limitsOfRows, showPair, showType, without } from "../associationType";
import type { Failure } from "../failure";
import { renderFailure, showOverwritten } from "../failure";
import type { Sight } from "./glimpse";
import { glimpse } from "./glimpse";
import type { Answer } from "../hubspot/calls";
import { overwritten } from "../limits/overwritten";
import type { ResolvedLimit } from "../limits/rules";
import { brokenOnPortal, showFailure } from "../limits/rules";
import { isUnlabeled, resolve, unlabeledIn } from "../limits/selector";
import type { AssociationType, OnCreate, Pair } from "../model";
import type { Confirmed, Portal } from "../portal";
import { failedOn } from "../portal";
import type { Context } from "../portals";
import { locatedPair } from "./place";
import type { DeclaredLimits, Resolution, Rows } from "./resolution";
import { isOwn, resolution } from "./resolution";

/** What is new about a resource. */
export interface News extends DeclaredLimits {
  /** Whether the resource becomes authoritative. */
  readonly takesWholePair: boolean;
  /** Whether the resource itself is new, or on another pair than before. */
  readonly isNew: boolean;
  readonly onCreate: OnCreate;
}

/** Says what is to be said, and gives the failures. */
export const look = (context: Context, place: Pair, news: News): T.Task<ReadonlyArray<string>> =>
  glimpse(context, (portal, confirmed) => see(context, portal, confirmed, place, news));

const see = (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  place: Pair,
  news: News,
): TE.TaskEither<Failure, Sight> =>
  pipe(
    locatedPair(portal, confirmed, place),
    TE.chain((pair) =>
      pipe(
        TE.Do,
        TE.bind("types", () => typesFor(confirmed, pair, news)),
        TE.bindW("resolution", ({ types }) => resolution(context, confirmed, pair, types, news)),
        TE.bindW("rows", ({ types, resolution: { limits } }) => rowsFor(confirmed, pair, types, limits, news)),
        TE.bimap(failedOn(portal, pair), ({ types, resolution: resolved, rows }) =>
          sight(context, pair, news, resolved, rows, types),
        ),
      ),
    ),
  );

/** All types of the pair, where a limit names one that only the portal explains. */
const typesFor = (confirmed: Confirmed, pair: Pair, { limits, added }: News): Answer<O.Option<Rows>> =>
  limits.some(({ selector }) => O.isNone(resolve(pair, selector))) || added.some(isOwn)
    ? pipe(confirmed.typesOf(pair), TE.map(O.some))
    : TE.right(O.none);

const rowsFor = (
  confirmed: Confirmed,
  pair: Pair,
  types: O.Option<Rows>,
  limits: ReadonlyArray<ResolvedLimit>,
  { takesWholePair }: News,
): Answer<Rows> => {
  const own = RA.fromOption(unlabeledIn(pair, types));
  const declared = limits.map(({ type }) => type);
  return takesWholePair
    ? confirmed.pairLimits(pair)
    : confirmed.standing(pair, [...declared, ...without(own, declared)]);
};

const sight = (
  context: Context,
  pair: Pair,
  { added, claim, takesWholePair, onCreate, isNew }: News,
  { limits, failures, warnings }: Resolution,
  rows: Rows,
  types: O.Option<Rows>,
): Sight => {
  const named = claim.pair;
  const own = unlabeledIn(pair, types);
  const isAdded = ({ path }: ResolvedLimit): boolean => added.some((limit) => limit.path === path);
  const wanted = RA.filterMap(({ type, maxToObjectIds }: ResolvedLimit) =>
    pipe(
      maxToObjectIds,
      O.map((max) => ({ ...type, maxToObjectIds: max })),
    ),
  )(limits.filter(isAdded));
  const declared = limits.map(({ type }) => type);
  const all = overwritten(rows, wanted, takesWholePair ? without(rows, declared) : []);
  const broken = [
    ...failures,
    ...[...brokenOnPortal(own, limits), ...context.claims.contradictions(claim)].map(showFailure),
  ];
  if (isNew && onCreate === "fail" && all.length > 0) {
    return {
      failures: [...broken, ...renderFailure({ _tag: "AlreadyThere", pair: named, standing: all })],
      warnings: [],
    };
  }
  return {
    failures: broken,
    warnings: [
      ...warnings,
      ...all.map((each) => `${showPair(named)}: this changes what stands in the portal: ${showOverwritten(each)}`),
      ...aboveStanding(named, own, rows, limits),
    ],
  };
};

/** HubSpot refuses a label's limit above the limit of the pair as a whole, also where that one is not declared. */
const aboveStanding = (
  named: Pair,
  own: O.Option<AssociationType>,
  rows: Rows,
  limits: ReadonlyArray<ResolvedLimit>,
): ReadonlyArray<string> => {
  const object = limitsOfRows(rows).find((limit) => isUnlabeled(own, limit));
  const declared = limits.map(({ type }) => type);
  if (object === undefined || hasType(declared, object)) return [];
  return limits.flatMap(({ path, type, maxToObjectIds }) =>
    O.isSome(maxToObjectIds) && maxToObjectIds.value > object.maxToObjectIds
      ? [
          `${showPair(named)}: HubSpot will refuse ${path} (${showType(type)} to ${maxToObjectIds.value}), because the pair as a whole is limited to ${object.maxToObjectIds} in the portal; raise that limit, or declare it with { unlabeled: true, … }`,
        ]
      : [],
  );
};
