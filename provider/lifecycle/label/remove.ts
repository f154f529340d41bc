/** Delete of a label: both directions go, and records lose it; one that was adopted stays, unless said otherwise. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { Failure } from "../../failure";
import type { Pair } from "../../model";
import type { Confirmed, Portal } from "../../portal";
import { failedOn } from "../../portal";
import type { Context } from "../../portals";
import { opened } from "../../portals";
import { placeInState } from "../home";
import type { Properties } from "../resource";
import { isAboutLabel } from "./change";
import { isGone, noteGone } from "./sides";
import type { LabelState } from "./state";
import { labelStateOf } from "./state";

export const removeLabel = (context: Context, properties: Properties): TE.TaskEither<Failure, void> =>
  pipe(
    TE.fromEither(labelStateOf(properties)),
    TE.chain((state) => (staysInPortal(state) ? TE.right(undefined) : removeFrom(context, state))),
  );

const staysInPortal = ({ onDelete, adopted }: LabelState): boolean =>
  (onDelete ?? (adopted ? "keep" : "delete")) === "keep";

const removeFrom = (context: Context, state: LabelState): TE.TaskEither<Failure, void> => {
  const pair = placeInState(state);
  return pipe(
    opened(context, state.portalId),
    TE.chain(({ portal, confirmed }) =>
      // Another resource of the run has taken it over, after a renaming for example.
      context.claims.labels.holds(pair, state.typeId)
        ? TE.right(undefined)
        : pipe(
            deleteFrom(portal, confirmed, pair, state.typeId),
            TE.map(() => noteGone(context, confirmed, pair, state)),
            (deletion) => portal.exclusively(pair, deletion),
          ),
    ),
  );
};

/** A label that is gone already counts as done, and so does one that was deleted though the answer was lost. */
const deleteFrom =
  (portal: Portal, confirmed: Confirmed, pair: Pair, typeId: number): TE.TaskEither<Failure, void> =>
  async () => {
    const answer = await confirmed.deleteLabel(pair, typeId)();
    if (E.isRight(answer)) return answer;
    if (!isAboutLabel(answer.left) && !answer.left.mayHaveTakenEffect) {
      return E.left(failedOn(portal, pair)(answer.left));
    }
    return (await isGone(confirmed, pair, typeId)()) ? E.right(undefined) : E.left(failedOn(portal, pair)(answer.left));
  };
