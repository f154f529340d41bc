/** One bounded look at the portal for a label that is new: what stands there already, and whether there is room. */
import { pipe } from "fp-ts/function";
import type * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { showPair, mirrored } from "../../associationType";
import type { Failure } from "../../failure";
import { renderFailure, showLabel } from "../../failure";
import type { LabelClaim } from "../../labelClaims";

import { showing } from "../../limits/selector";
import type { LabelInputs, LimitRow, Pair } from "../../model";
import type { Confirmed, Portal } from "../../portal";
import { failedOn } from "../../portal";
import type { Context } from "../../portals";
import type { Sight } from "../glimpse";
import { glimpse } from "../glimpse";
import { locatedPair } from "../place";
import { ofDeclaredKind } from "./kind";

/** HubSpot's "Associations schema API" guide: a pair has so many labels, a paired one counts once. */
export const mostLabels = 50;

/** Says what is to be said, and gives the failures. */
export const lookForLabel = (
  context: Context,
  place: Pair,
  claim: LabelClaim,
  inputs: LabelInputs,
): T.Task<ReadonlyArray<string>> =>
  glimpse(context, (portal, confirmed) => see(context, portal, confirmed, place, claim, inputs));

const see = (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  place: Pair,
  claim: LabelClaim,
  inputs: LabelInputs,
): TE.TaskEither<Failure, Sight> =>
  pipe(
    locatedPair(portal, confirmed, place),
    TE.chain((pair) =>
      pipe(
        TE.Do,
        TE.bind("rows", () => confirmed.typesOf(pair)),
        TE.bind("mirror", ({ rows }) =>
          inputs.onCreate === "adopt" && standingLabel(rows, inputs.label) !== undefined
            ? confirmed.typesOf(mirrored(pair))
            : TE.right<never, ReadonlyArray<LimitRow>>([]),
        ),
        TE.mapLeft(failedOn(portal, pair)),
        TE.chainFirst(({ rows }) => {
          const standing = adopted(context, pair, inputs, rows);
          return standing === undefined
            ? TE.right(undefined)
            : ofDeclaredKind(portal, confirmed, pair, inputs, standing, rows);
        }),
        TE.map(({ rows, mirror }) => sight(context, pair, claim, inputs, rows, mirror)),
      ),
    ),
  );

/** A label that people made and that shows this text. */
export const standingLabel = (rows: ReadonlyArray<LimitRow>, text: string): LimitRow | undefined =>
  showing(rows.filter(isOfPeople), text)[0];

/** The label that is taken over; none where the one that shows the text is leaving it in this run. */
const adopted = (
  { claims }: Context,
  pair: Pair,
  { label, onCreate }: LabelInputs,
  rows: ReadonlyArray<LimitRow>,
): LimitRow | undefined =>
  onCreate === "adopt" && !claims.labels.leave(pair, label) ? standingLabel(rows, label) : undefined;

export const isOfPeople = ({ category }: LimitRow): boolean => category === "USER_DEFINED";

const sight = (
  context: Context,
  pair: Pair,
  claim: LabelClaim,
  { label, onCreate }: LabelInputs,
  rows: ReadonlyArray<LimitRow>,
  mirror: ReadonlyArray<LimitRow>,
): Sight => {
  const standing = standingLabel(rows, label);
  // The label that is replaced stands until the old one has gone; so does one that gets another text in this run.
  const leaves = standing !== undefined && context.claims.labels.leave(pair, label);
  if (standing !== undefined && !leaves) {
    return onCreate === "fail"
      ? { failures: renderFailure({ _tag: "LabelThere", pair: claim.pair, label: standing }), warnings: [] }
      : { failures: [], warnings: [adopts(claim, standing, mirror)] };
  }
  const full = leaves ? undefined : tooMany(context, pair, rows);
  return { failures: full === undefined ? [] : [`${showPair(claim.pair)}: ${full}`], warnings: [] };
};

const adopts = (claim: LabelClaim, standing: LimitRow, mirror: ReadonlyArray<LimitRow>): string => {
  const changes = [
    ...(standing.label === claim.label ? [] : [`it then reads "${claim.label}"`]),
    ...(showing(mirror.filter(isOfPeople), claim.inverseLabel).length > 0
      ? []
      : [`its other side then reads "${claim.inverseLabel}"`]),
  ];
  const what = `${showPair(claim.pair)}: the label ${showLabel(standing)} stands in the portal and is taken over`;
  return [what, ...changes].join("; ");
};

/** Whether the labels that stand and those that this run adds are more than a pair can have. */
const tooMany = (context: Context, pair: Pair, rows: ReadonlyArray<LimitRow>): string | undefined => {
  const standing = rows.filter((row) => isOfPeople(row) && row.label !== undefined);
  // Between records of one object type the list shows both sides of a paired label: it has half as many at least.
  const least = pair.from === pair.to ? Math.ceil(standing.length / 2) : standing.length;
  const added = context.claims.labels.shownOn(pair).filter(({ text }) => showing(standing, text).length === 0);
  const names = new Set(added.map(({ name }) => name));
  return least + names.size <= mostLabels
    ? undefined
    : `HubSpot allows ${mostLabels} labels for a pair, the portal has ${least} there, and this program adds ${names.size}; delete some first`;
};
