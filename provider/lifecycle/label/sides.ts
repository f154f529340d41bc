/** Both sides of a label on a portal: which ids it has there, and what has become of it. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { hasType, mirrored } from "../../associationType";
import type { Answer, LabelChange, LabelTexts } from "../../hubspot/calls";

import type { LimitRow, Pair } from "../../model";
import type { Confirmed } from "../../portal";
import type { Context } from "../../portals";
import type { Runtime } from "../../runtime";
import { isOfPeople } from "./look";
import { labelType } from "./state";

/** The ids of a label, from the pair's side and from the other one; one that is its own inverse has the same twice. */
export interface Sides {
  readonly typeId: number;
  readonly inverseTypeId: number;
}

type Rows = ReadonlyArray<LimitRow>;

/** Who makes labels shows no other text than theirs: the ids of the rows that show exactly these. */
const idsOf = (rows: Rows, text: string): ReadonlyArray<number> => [
  ...new Set(rows.filter((row) => isOfPeople(row) && row.label === text).map(({ typeId }) => typeId)),
];

/** The ids in the answer to a new label, where it tells which of them is which. */
export const sidesAnswered = (pair: Pair, { label, inverseLabel }: LabelTexts, rows: Rows): O.Option<Sides> => {
  const [forward, another] = idsOf(rows, label);
  const [inverse] = idsOf(rows, inverseLabel);
  if (forward === undefined || inverse === undefined) return O.none;
  if (label !== inverseLabel) return O.some({ typeId: forward, inverseTypeId: inverse });
  return pair.from === pair.to && another === undefined ? O.some({ typeId: forward, inverseTypeId: forward }) : O.none;
};

/** The ids of a label that stands, from the lists of the pair and of its mirror image. */
const sidesStanding = (confirmed: Confirmed, pair: Pair, texts: LabelTexts): Answer<O.Option<Sides>> =>
  pipe(
    TE.Do,
    TE.bind("rows", () => confirmed.typesAgain(pair)),
    TE.bind("mirror", ({ rows }) => (pair.from === pair.to ? TE.right(rows) : confirmed.typesAgain(mirrored(pair)))),
    TE.map(({ rows, mirror }) => {
      const [typeId] = idsOf(rows, texts.label);
      const [inverseTypeId] = idsOf(mirror, texts.inverseLabel);
      return typeId === undefined || inverseTypeId === undefined ? O.none : O.some({ typeId, inverseTypeId });
    }),
  );

/** After these waits a label whose answer was lost is looked for; reads may lag. */
const lostAfterMs = [0, 500, 1_000, 2_000];

/** Asks until there is an answer that says something; none where none does in time. */
const lookedFor =
  <A>(runtime: Runtime, ask: Answer<O.Option<A>>): Answer<O.Option<A>> =>
  async () => {
    for (const ms of lostAfterMs) {
      await runtime.sleep(ms)();
      const answer = await ask();
      if (E.isLeft(answer) || O.isSome(answer.right)) return answer;
    }
    return E.right(O.none);
  };

/** Looks for a label of which it is not known whether it has these texts; none where it does not show, or cannot be read. */
export const sidesFound = (
  confirmed: Confirmed,
  runtime: Runtime,
  pair: Pair,
  texts: LabelTexts,
): T.Task<O.Option<Sides>> =>
  pipe(
    lookedFor(runtime, sidesStanding(confirmed, pair, texts)),
    TE.getOrElse(() => T.of<O.Option<Sides>>(O.none)),
  );

/** Gives a label both texts. Where no answer says so, it has them if they show. */
export const giveTexts = (confirmed: Confirmed, runtime: Runtime, pair: Pair, change: LabelChange): Answer<void> =>
  pipe(
    confirmed.updateLabel(pair, change),
    TE.orElse((error) =>
      error.mayHaveTakenEffect
        ? pipe(
            TE.fromTask(sidesFound(confirmed, runtime, pair, change)),
            TE.chain((found) =>
              O.isSome(found) && found.value.typeId === change.typeId ? TE.right(undefined) : TE.left(error),
            ),
          )
        : TE.left(error),
    ),
  );

/** The other side of a label that has been given these texts; none where it does not show. */
export const inverseFound = (
  confirmed: Confirmed,
  runtime: Runtime,
  pair: Pair,
  typeId: number,
  { inverseLabel }: LabelTexts,
): Answer<O.Option<number>> =>
  lookedFor(
    runtime,
    pipe(
      confirmed.typesAgain(mirrored(pair)),
      TE.map((rows) => {
        const ids = idsOf(rows, inverseLabel);
        // Between records of one object type, both sides are in one list, and one that is its own inverse is there once.
        return O.fromNullable(ids.find((id) => pair.from !== pair.to || id !== typeId) ?? ids[0]);
      }),
    ),
  );

/** Takes note of a label as HubSpot has confirmed it, for everybody in the process. */
export const noteStanding = (
  { claims }: Context,
  confirmed: Confirmed,
  pair: Pair,
  { typeId, inverseTypeId }: Sides,
  { label, inverseLabel }: LabelTexts,
): void => {
  confirmed.types.stands(pair, [{ ...labelType(typeId), label }]);
  confirmed.types.stands(mirrored(pair), [{ ...labelType(inverseTypeId), label: inverseLabel }]);
  claims.labels.take(pair, typeId);
  claims.labels.take(mirrored(pair), inverseTypeId);
  claims.labels.happened();
};

/** Takes note that a label has gone, and its limits with it. */
export const noteGone = (
  { claims }: Context,
  confirmed: Confirmed,
  pair: Pair,
  { typeId, inverseTypeId }: Sides,
): void => {
  confirmed.types.gone(pair, [labelType(typeId)]);
  confirmed.types.gone(mirrored(pair), [labelType(inverseTypeId)]);
  confirmed.wrote(pair, [{ ...labelType(typeId), maxToObjectIds: O.none }]);
  confirmed.wrote(mirrored(pair), [{ ...labelType(inverseTypeId), maxToObjectIds: O.none }]);
  claims.labels.happened();
};

/** Whether a label shows no more in a list that is read anew; a list that cannot be read says nothing. */
export const isGone = (confirmed: Confirmed, pair: Pair, typeId: number): T.Task<boolean> =>
  pipe(
    confirmed.typesAgain(pair),
    TE.match(
      ({ _tag }) => _tag === "UnknownObjectType",
      (rows) => !hasType(rows, labelType(typeId)),
    ),
  );
