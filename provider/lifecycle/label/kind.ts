/**
 * Between records of one object type a label is one association type, with one text for both sides, or two. HubSpot
 * cannot change that, so a label that is taken over must be of the kind that the program declares: else every later up
 * would delete and make it anew.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { findType, showType } from "../../associationType";
import type { Failure } from "../../failure";
import { isSymmetric, pairOfLabel } from "../../labels/inputs";
import type { LabelInputs, LimitRow, Pair } from "../../model";
import type { Confirmed, Portal } from "../../portal";
import { failedOn } from "../../portal";
import { sidesInSchema } from "./schema";
import { labelType } from "./state";

/** Asks the schema, which alone tells the sides of a label apart, and only between records of one object type. */
export const ofDeclaredKind = (
  portal: Portal,
  confirmed: Confirmed,
  pair: Pair,
  inputs: LabelInputs,
  standing: LimitRow,
  rows: ReadonlyArray<LimitRow>,
): TE.TaskEither<Failure, void> => {
  if (pair.from !== pair.to) return TE.right(undefined);
  const named = pairOfLabel(inputs);
  return pipe(
    confirmed.associationsOf(pair.from),
    TE.mapLeft(failedOn(portal, pair)),
    TE.chainEitherK((schema) =>
      pipe(
        sidesInSchema(schema, pair, standing.typeId),
        O.match(
          () => E.left<Failure, void>({ _tag: "NotThere", pair: named, problem: notTold(standing) }),
          ({ typeId, inverseTypeId }) => {
            const isOne = typeId === inverseTypeId;
            if (isOne === isSymmetric(pair, inputs)) return E.right(undefined);
            const inverse = isOne ? undefined : findType(rows, labelType(inverseTypeId))?.label;
            return isOne || inverse !== undefined
              ? E.left<Failure, void>({ _tag: "OtherKindOfLabel", pair: named, label: standing, inverse })
              : E.left<Failure, void>({ _tag: "NotThere", pair: named, problem: notShown(standing) });
          },
        ),
      ),
    ),
  );
};

const notTold = (standing: LimitRow): string =>
  `HubSpot does not tell yet whether the label "${standing.label ?? ""}" (${showType(standing)}) has one text or two; it may take some five minutes after it was made, so run this again`;

const notShown = (standing: LimitRow): string =>
  `the label "${standing.label ?? ""}" (${showType(standing)}) that stands in the portal has two texts, and this program gives it one, which HubSpot cannot change; HubSpot does not show the other text yet: write it as inverseLabel, or choose another text to make a label beside it`;
