/** The life of an `AssociationConfiguration`: the limits of one directed pair of object types. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Failure } from "../failure";
import { readInputs } from "../limits/inputs";
import { pairOfInputs, showPair } from "../associationType";
import { brokenRules } from "../limits/rules";
import type { ConfigurationInputs, Pair } from "../model";
import type { Context } from "../portals";
import { check } from "./check";
import { converge } from "./converge";
import { diff } from "./diff";
import { placeNow, readHome, withoutHome } from "./home";
import { get, refresh } from "./read";
import { remove } from "./remove";
import type { Interrupted, Properties, Resource, Saved } from "./resource";
import { isJustRespelled, respelled } from "./respelled";
import type { State } from "./state";
import { isOwn, knownInputs, readState } from "./state";

export const associationConfiguration = (context: Context): Resource => ({
  check: check(context),
  diff: (_id, olds, news) => diff(context, olds, news),
  create: (inputs) => changed(context, showPair, inputs, O.none),
  update: (id, olds, news) => changed(context, () => id, news, readState(olds)),
  read: (id, properties) => (isOwn(properties) ? refresh(context, id, properties) : get(context, id)),
  delete: (_id, properties) => remove(context, properties),
});

const changed = (
  context: Context,
  idOf: (pair: Pair) => string,
  inputs: Properties,
  old: O.Option<State>,
): TE.TaskEither<Interrupted, Saved> =>
  pipe(
    TE.fromEither(decoded(inputs)),
    TE.mapLeft((failure): Interrupted => ({ failure, kept: O.none })),
    TE.chain((known) => {
      const [pair, home] = [pairOfInputs(known), readHome(inputs)];
      const id = idOf(pair);
      if (O.isSome(old) && isJustRespelled(context, old.value, known)) {
        return TE.right({ id, outputs: respelled(old.value, known, home) });
      }
      return converge(context, id, placeNow(old, pair, home), known, old);
    }),
  );

/** Inputs that check has passed; they are read again, since a program may skip its preview. */
const decoded = (inputs: Properties): E.Either<Failure, ConfigurationInputs> => {
  const { failures, declared } = readInputs(withoutHome(inputs));
  const wrong = [...failures, ...brokenRules(declared)];
  return pipe(
    knownInputs(declared),
    O.filter(() => wrong.length === 0),
    E.fromOption((): Failure => ({ _tag: "InvalidInputs", failures: wrong })),
  );
};
