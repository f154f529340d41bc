/** What the limits that are declared mean on the portal, and what is to be said of those that mean nothing there. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { findType, hasType, mirrored, showPair, showType } from "../associationType";
import type { Claim } from "../claims";
import type { Answer } from "../hubspot/calls";
import type { HubSpotError } from "../hubspot/error";
import type { ResolvedLimit, SelectedLimit } from "../limits/rules";
import type { Unresolved } from "../limits/selector";
import { resolveIn, showing, showUnresolved } from "../limits/selector";
import type { AssociationType, LimitRow, Pair } from "../model";
import type { Confirmed } from "../portal";
import type { Context } from "../portals";

/** The limits of a resource, and those of them that it did not name before. */
export interface DeclaredLimits {
  readonly claim: Claim;
  readonly limits: ReadonlyArray<SelectedLimit>;
  readonly added: ReadonlyArray<SelectedLimit>;
}

export type Rows = ReadonlyArray<LimitRow>;

/** A type that people made, named by its id. */
export const isOwn = ({ selector }: SelectedLimit): boolean =>
  selector._tag === "ById" && selector.type.category === "USER_DEFINED";

/** What the declared limits mean on the portal. */
export interface Resolution {
  readonly limits: ReadonlyArray<ResolvedLimit>;
  readonly failures: ReadonlyArray<string>;
  readonly warnings: ReadonlyArray<string>;
}

/** The other direction is asked for only where something is not found in this one. */
export const resolution = (
  context: Context,
  confirmed: Confirmed,
  pair: Pair,
  types: O.Option<Rows>,
  { claim: { pair: named }, limits, added }: DeclaredLimits,
): Answer<Resolution> => {
  const rows = O.isSome(types) ? types.value : [];
  const read = limits.map((limit) => ({ limit, type: resolveIn(named, rows, limit.selector) }));
  const isMissing = (limit: SelectedLimit): boolean =>
    added.includes(limit) &&
    pipe(
      resolveIn(named, rows, limit.selector),
      E.match(
        (unresolved) => !isToCome(context, pair, unresolved),
        (type) => isOwn(limit) && !hasType(rows, type),
      ),
    );
  const missing = limits.filter(isMissing);
  return pipe(
    missing.length === 0 ? TE.right<HubSpotError, Rows>([]) : confirmed.typesOf(mirrored(pair)),
    TE.map((mirror) => ({
      limits: read.flatMap(({ limit, type }) => (E.isRight(type) ? [{ ...limit, type: type.right }] : [])),
      failures: missing.map((limit) => showMissing(named, rows, mirror, limit)),
      warnings: read.flatMap(({ limit, type }) =>
        E.isRight(type) ? otherCapitals(named, limit, rows, type.right) : [],
      ),
    })),
  );
};

/** Whether a label of this run makes it. */
export const isToCome = ({ claims }: Context, pair: Pair, unresolved: Unresolved): boolean => {
  switch (unresolved._tag) {
    case "NoSuchLabel":
      return claims.labels.show(pair, unresolved.label);
    case "NoUnlabeled":
      return claims.labels.shownOn(pair).length > 0;
    case "Ambiguous":
      return false;
  }
};

const otherCapitals = (
  pair: Pair,
  { path, selector }: SelectedLimit,
  rows: Rows,
  type: AssociationType,
): ReadonlyArray<string> => {
  const label = findType(rows, type)?.label;
  return selector._tag !== "ByLabel" || label === undefined || label === selector.label
    ? []
    : [`${showPair(pair)}: ${path}.label: "${selector.label}" is taken to mean "${label}", as the portal writes it`];
};

const showRow = (row: LimitRow): string => `${row.typeId}${row.label === undefined ? "" : ` ("${row.label}")`}`;

const showMissing = (pair: Pair, rows: Rows, mirror: Rows, { path, selector }: SelectedLimit): string => {
  const problem = resolveIn(pair, rows, selector);
  const other = `of the other direction, ${pair.to} to ${pair.from}`;
  if (E.isRight(problem)) {
    const type = problem.right;
    const there = findType(mirror, type);
    const list = rows.filter(({ category }) => category === "USER_DEFINED").map(showRow);
    return [
      `${path}.typeId: the portal has no ${showType(type)} between ${pair.from} and ${pair.to}`,
      ...(there === undefined ? [] : [`${showRow(there)} is ${other}`]),
      list.length === 0 ? "it has none there, so make the label first" : `this pair has ${list.join(", ")}`,
    ].join("; ");
  }
  const field = selector._tag === "ByLabel" ? "label" : "unlabeled";
  const there = selector._tag === "ByLabel" ? showing(mirror, selector.label)[0] : undefined;
  return `${path}.${field}: ${showUnresolved(pair, problem.left)}${there === undefined ? "" : `; "${there.label}" is ${other}`}`;
};
