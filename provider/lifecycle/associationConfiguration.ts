/** The life of an `AssociationConfiguration`: the limits of one directed pair of object types. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { findType, justType, limitsOfRows, showPair, without } from "../associationType";
import { unlabeledTypeOf } from "../catalogue";
import type { Failure } from "../failure";
import { sameMeaning } from "../limits/compare";
import { readInputs } from "../limits/inputs";
import { isApplied } from "../limits/outcome";
import { plan } from "../limits/plan";
import { restorable } from "../limits/restore";
import { brokenRules } from "../limits/rules";
import type { AssociationType, ConfigurationInputs, LimitRow, Pair } from "../model";
import { normalizeObjectType, objectTypeIdOf } from "../objectTypes";
import type { Confirmed, Portal } from "../portal";
import type { Context } from "../portals";
import { apply } from "./apply";
import { check } from "./check";
import { converge, failedOn, ownUnlabeled, remembered } from "./converge";
import { resultsOf } from "./outputs";
import type { Diff, Found, Interrupted, Properties, Resource } from "./resource";
import type { State } from "./state";
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

/** Pure. What is not known yet is a change, never a replacement. */
const diff = ({ portalId }: Context, olds: Properties, news: Properties): Diff => {
  const old = readState(olds);
  const { declared } = readInputs(news);
  if (O.isNone(old)) return { changes: true, replaces: [] };
  const movedPortal = O.isSome(portalId) && O.isSome(old.value.portalId) && portalId.value !== old.value.portalId.value;
  const replaces = [
    ...(O.isSome(declared.from) && declared.from.value !== old.value.fromObjectType ? ["fromObjectType"] : []),
    ...(O.isSome(declared.to) && declared.to.value !== old.value.toObjectType ? ["toObjectType"] : []),
    ...(movedPortal ? ["portalId"] : []),
  ];
  const unchanged = pipe(
    knownInputs(declared),
    O.exists((now) => sameMeaning(old.value, now) && !(now.authoritative && old.value.others.length > 0)),
  );
  return { changes: replaces.length > 0 || !unchanged, replaces };
};

/** Reads what the state manages, under the state's own selectors and in its order. */
const refresh = (context: Context, id: string, properties: Properties): TE.TaskEither<Failure, Found> =>
  pipe(
    TE.fromEither(stateOf(properties)),
    TE.chain((state) =>
      pipe(
        TE.fromEither(context.portal),
        TE.chain((portal) =>
          pipe(
            portal.confirmed(state.portalId),
            TE.chain((confirmed) => pipe(rowsOf(confirmed, state), TE.mapLeft(failedOn(portal, state.pair)))),
          ),
        ),
        TE.map((rows) => found(id, properties, state, rows)),
      ),
    ),
  );

const stateOf = (properties: Properties): E.Either<Failure, State> =>
  pipe(
    readState(properties),
    E.fromOption((): Failure => {
      const { failures } = readInputs(inputsOf(properties));
      return { _tag: "InvalidInputs", failures };
    }),
  );

const rowsOf = (portal: Confirmed, { pair, authoritative, resolved }: State): ReturnType<Confirmed["pairLimits"]> =>
  authoritative ? portal.pairLimits(pair) : portal.standing(pair, resolved);

const found = (id: string, properties: Properties, state: State, rows: ReadonlyArray<LimitRow>): Found => {
  const standing = limitsOfRows(rows);
  const still = state.resolved.flatMap((type, i) => {
    const now = findType(standing, type)?.maxToObjectIds;
    const input = state.limits[i];
    return now === undefined || input === undefined ? [] : [{ type, input: { ...input, maxToObjectIds: now } }];
  });
  if (state.resolved.length > 0 && !state.authoritative && still.length === 0) return O.none;
  const limits = still.map(({ input, type }) => ({ ...justType(type), maxToObjectIds: input.maxToObjectIds }));
  const outputs = {
    ...properties,
    limits: still.map(({ input }) => input),
    resolved: still.map(({ type }) => justType(type)),
    results: resultsOf(limits, [...rows, ...state.results]),
    others: state.authoritative ? resultsOf(without(standing, limits), rows) : [],
  };
  return O.some({ id, outputs, inputs: inputsOf(outputs) });
};

const inputsOf = (outputs: Properties): Properties =>
  Object.fromEntries(
    ["fromObjectType", "toObjectType", "limits", "authoritative", "onCreate", "onDelete"].flatMap((key) =>
      outputs[key] === undefined ? [] : [[key, outputs[key]]],
    ),
  );

/** A `.get`: all that the pair has, from its id alone. */
const get = (context: Context, id: string): TE.TaskEither<Failure, Found> =>
  pipe(
    TE.fromEither(pairOfId(id)),
    TE.chain((pair) =>
      pipe(
        TE.fromEither(context.portal),
        TE.chain((portal) =>
          pipe(
            portal.confirmed(O.none),
            TE.chain((confirmed) =>
              pipe(
                confirmed.pairLimits(pair),
                TE.bimap(failedOn(portal, pair), (rows) => ({ rows, portalId: confirmed.portalId })),
              ),
            ),
          ),
        ),
        TE.chainEitherK(({ rows, portalId }) => existing(pair, rows, portalId)),
      ),
    ),
  );

const pairOfId = (id: string): E.Either<Failure, Pair> => {
  const [from, to, ...rest] = id.split("/").map(normalizeObjectType);
  return from !== undefined && to !== undefined && rest.length === 0 && E.isRight(from) && E.isRight(to)
    ? E.right({ from: from.right, to: to.right })
    : E.left({
        _tag: "InvalidInputs",
        failures: [
          {
            path: "id",
            problem: `"${id}" is no id of an AssociationConfiguration; write <from>/<to>, for example contacts/companies`,
          },
        ],
      });
};

const existing = (pair: Pair, rows: ReadonlyArray<LimitRow>, portalId: number): E.Either<Failure, Found> => {
  const limits = limitsOfRows(rows);
  if (limits.length === 0) {
    return E.left({
      _tag: "NotThere",
      pair,
      problem: `the configuration does not exist: portal ${portalId} has no limit on this pair`,
    });
  }
  const inputs = {
    fromObjectType: pair.from,
    toObjectType: pair.to,
    limits,
    authoritative: false,
    onCreate: "adopt",
    onDelete: "restore",
  };
  const ids = {
    ...pipe(objectTypeIdOf(pair.from), O.match(() => ({}), (fromObjectTypeId) => ({ fromObjectTypeId }))),
    ...pipe(objectTypeIdOf(pair.to), O.match(() => ({}), (toObjectTypeId) => ({ toObjectTypeId }))),
  }; // prettier-ignore
  return E.right(
    O.some({
      id: showPair(pair),
      inputs,
      outputs: {
        ...inputs,
        resolved: limits.map(justType),
        results: resultsOf(limits, rows),
        others: [],
        previous: [],
        portalId,
        ...ids,
      },
    }),
  );
};

/** Puts back what stood before, or nothing, by `onDelete`; but not where another resource of the run now declares it. */
const remove = (context: Context, properties: Properties): TE.TaskEither<Failure, void> =>
  pipe(
    TE.fromEither(stateOf(properties)),
    TE.chain((state) =>
      pipe(
        TE.fromEither(context.portal),
        TE.chain((portal) => portal.exclusively(state.pair, removeFrom(context, portal, state))),
      ),
    ),
  );

const removeFrom = (context: Context, portal: Portal, state: State): TE.TaskEither<Failure, void> => {
  const { pair, resolved, previous, onDelete } = state;
  const before = onDelete === "restore" ? previous : [];
  return pipe(
    portal.confirmed(state.portalId),
    TE.chain((confirmed) => {
      const types = [...resolved, ...without(before, resolved)].filter((type) => !context.claims.holds(pair, type));
      if (types.length === 0) return TE.right(undefined);
      return pipe(
        confirmed.standing(pair, [...types, ...without(ownUnlabeled(pair), types)]),
        TE.mapLeft(failedOn(portal, pair)),
        TE.chain((rows) => takeAway(context, portal, confirmed, state, types, rows)),
      );
    }),
  );
};

const takeAway = (
  context: Context,
  portal: Portal,
  confirmed: Confirmed,
  state: State,
  all: ReadonlyArray<AssociationType>,
  rows: ReadonlyArray<LimitRow>,
): TE.TaskEither<Failure, void> => {
  const { pair, onDelete, authoritative, resolved } = state;
  const standing = limitsOfRows(rows);
  // What somebody has set since on a type that is no longer looked after is theirs.
  const types = authoritative ? all : without(all, without(standing, resolved));
  const now = { unlabeled: unlabeledTypeOf(pair), limits: standing };
  const limits = onDelete === "restore" ? restorable(now, types, [], remembered(O.some(state), types)) : [];
  const steps = plan(now, { limits, dropped: without(types, limits).map(justType) });
  return pipe(
    TE.fromTask<Awaited<ReturnType<ReturnType<typeof apply>>>, Failure>(
      apply(confirmed, context.runtime, { pair, standing, steps, leaving: types }),
    ),
    TE.filterOrElse(
      ({ outcomes, stopped }) =>
        outcomes.every(isApplied) || (O.isSome(stopped) && stopped.value._tag === "UnknownObjectType"),
      ({ outcomes, stopped }): Failure =>
        O.isSome(stopped) && outcomes.every(({ _tag }) => _tag === "NotApplied")
          ? failedOn(portal, pair)(stopped.value)
          : { _tag: "NothingApplied", pair, outcomes, stopped, objectLimit: O.none },
    ),
    TE.map(() => undefined),
  );
};
