/** The life of an `AssociationConfiguration`: the limits of one directed pair of object types. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Failure } from "../failure";
import { readInputs } from "../limits/inputs";
import { brokenRules } from "../limits/rules";
import type { ConfigurationInputs } from "../model";
import type { Context } from "../portals";
import { check } from "./check";
import { converge } from "./converge";
import { diff } from "./diff";
import { get, refresh } from "./read";
import { remove } from "./remove";
import type { Interrupted, Properties, Resource } from "./resource";
import { isOwn, knownInputs, readState } from "./state";

export const associationConfiguration = (context: Context): Resource => ({
  check: check(context),
  diff: (_id, olds, news) => diff(context, olds, news),
  create: (inputs) =>
    pipe(
      TE.fromEither(decoded(inputs)),
      TE.mapLeft((failure): Interrupted => ({ failure, kept: O.none })),
      TE.chain((known) => converge(context, known, O.none)),
    ),
  update: (_id, olds, news) =>
    pipe(
      TE.fromEither(decoded(news)),
      TE.mapLeft((failure): Interrupted => ({ failure, kept: O.none })),
      TE.chain((known) => converge(context, known, readState(olds))),
    ),
  read: (id, properties) => (isOwn(properties) ? refresh(context, id, properties) : get(context, id)),
  delete: (_id, properties) => remove(context, properties),
});

/** Inputs that check has passed; they are read again, since a program may skip its preview. */
const decoded = (inputs: Properties): E.Either<Failure, ConfigurationInputs> => {
  const { failures, declared } = readInputs(inputs);
  const wrong = [...failures, ...brokenRules(declared)];
  return pipe(
    knownInputs(declared),
    O.filter(() => wrong.length === 0),
    E.fromOption((): Failure => ({ _tag: "InvalidInputs", failures: wrong })),
  );
};
