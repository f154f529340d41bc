/** The life of an `AssociationLabel`: one label of a pair of object types, both of its sides. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Failure } from "../../failure";
import { knownLabelInputs, pairOfLabel, readLabelInputs } from "../../labels/inputs";
import type { LabelInputs } from "../../model";
import type { Context } from "../../portals";
import { objectsAt, placeOf, readHome, withoutHome } from "../home";
import type { Interrupted, Properties, Resource, Saved } from "../resource";
import { changeLabel } from "./change";
import { checkLabel } from "./check";
import { createLabel } from "./create";
import { diffLabel } from "./diff";
import { getLabel, refreshLabel } from "./read";
import { removeLabel } from "./remove";
import { isOwnLabel, labelStateOf } from "./state";

export const associationLabel = (context: Context): Resource => ({
  check: checkLabel(context),
  diff: (_id, olds, news) => diffLabel(context, olds, news),
  create: (inputs) =>
    pipe(
      TE.fromEither(decoded(inputs)),
      TE.chain((label) => createLabel(context, placeOf(objectsAt(pairOfLabel(label), readHome(inputs))), label)),
      whole,
    ),
  update: (id, olds, news) =>
    pipe(
      TE.Do,
      TE.bind("old", () => TE.fromEither(labelStateOf(olds))),
      TE.bind("label", () => TE.fromEither(decoded(news))),
      TE.chain(({ old, label }) => changeLabel(context, id, old, label, readHome(news))),
      whole,
    ),
  read: (id, properties) => (isOwnLabel(properties) ? refreshLabel(context, id, properties) : getLabel(context, id)),
  delete: (_id, properties) => removeLabel(context, properties),
});

/** A label is made, or changed, as a whole: of one that was not, the state keeps what it had. */
const whole = (saved: TE.TaskEither<Failure, Saved>): TE.TaskEither<Interrupted, Saved> =>
  pipe(
    saved,
    TE.mapLeft((failure) => ({ failure, kept: O.none })),
  );

/** Inputs that check has passed; they are read again, since a program may skip its preview. */
const decoded = (inputs: Properties): E.Either<Failure, LabelInputs> => {
  const { failures, declared } = readLabelInputs(withoutHome(inputs));
  return pipe(
    knownLabelInputs(declared),
    O.filter(() => failures.length === 0),
    E.fromOption((): Failure => ({ _tag: "InvalidInputs", failures })),
  );
};
