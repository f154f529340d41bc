/** Read: a refresh of what a state manages, and a `.get` of what stands. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { findType, justType, limitsOfRows, showPair, without } from "../associationType";
import type { Failure } from "../failure";
import { sameText } from "../limits/selector";
import type { LimitInput, LimitRow, Pair } from "../model";
import { normalizeObjectType } from "../objectTypes";
import type { Confirmed } from "../portal";
import { failedOn } from "../portal";
import type { Context } from "../portals";
import { opened } from "../portals";
import { limitsOf } from "./declared";
import { objectTypeIds, resultsOf } from "./outputs";
import type { Home } from "./home";
import { atHome, homeInState, placeInState } from "./home";
import { locatedPair } from "./place";
import type { Found, Properties } from "./resource";
import type { State } from "./state";
import { inputsOf, stateOf } from "./state";

/** Reads what the state manages, under the state's own selectors and in its order. */
export const refresh = (context: Context, id: string, properties: Properties): TE.TaskEither<Failure, Found> =>
  pipe(
    TE.fromEither(stateOf(properties)),
    TE.chain((state) =>
      pipe(
        opened(context, state.portalId),
        TE.chain(({ portal, confirmed }) =>
          pipe(
            rowsOf(confirmed, state),
            TE.map((rows) => found(id, properties, state, rows, homeInState(portal.access, confirmed.portalId, state))),
            // An object type that is gone has taken its limits along; one of its name that was made since is another.
            TE.orElse((error) => (error._tag === "UnknownObjectType" ? TE.right(O.none) : TE.left(error))),
            TE.mapLeft(failedOn(portal, placeInState(state))),
          ),
        ),
      ),
    ),
  );

const rowsOf = (portal: Confirmed, state: State): ReturnType<Confirmed["pairLimits"]> =>
  state.authoritative ? portal.pairLimits(placeInState(state)) : portal.standing(placeInState(state), state.resolved);

/** A limit under its own selector, as it stands; a label that was renamed in the portal shows its new text. */
const asItStands = (input: LimitInput, maxToObjectIds: number, label: string | undefined): LimitInput =>
  "label" in input && label !== undefined && !sameText(input.label, label)
    ? { label, maxToObjectIds }
    : { ...input, maxToObjectIds };

const found = (id: string, properties: Properties, state: State, rows: ReadonlyArray<LimitRow>, home: Home): Found => {
  const standing = limitsOfRows(rows);
  const still = state.resolved.flatMap((type, i) => {
    const now = findType(standing, type)?.maxToObjectIds;
    const input = state.limits[i];
    return now === undefined || input === undefined
      ? []
      : [{ type, input: asItStands(input, now, findType(rows, type)?.label) }];
  });
  if (state.resolved.length > 0 && !state.authoritative && still.length === 0) return O.none;
  const limits = limitsOf(still);
  const outputs = {
    ...properties,
    limits: still.map(({ input }) => input),
    resolved: still.map(({ type }) => justType(type)),
    // HubSpot's answer to an update tells no label: one that the state does not know is no drift.
    results: resultsOf(limits, [...rows.filter((row) => findType(state.results, row)?.label), ...state.results]),
    others: state.authoritative ? resultsOf(without(standing, limits), rows) : [],
  };
  return O.some(atHome({ id, outputs, inputs: inputsOf(outputs) }, home));
};

/** A `.get`: all that the pair has, from its id alone. */
export const get = (context: Context, id: string): TE.TaskEither<Failure, Found> =>
  pipe(
    TE.fromEither(pairOfId(id)),
    TE.chain((pair) =>
      pipe(
        opened(context, O.none),
        TE.bind("place", ({ portal, confirmed }) => locatedPair(portal, confirmed, pair)),
        TE.bind("rows", ({ portal, confirmed, place }) =>
          pipe(confirmed.pairLimits(place), TE.mapLeft(failedOn(portal, place))),
        ),
        TE.chainEitherK(({ rows, confirmed, place }) => existing(pair, place, rows, confirmed.portalId)),
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

const existing = (
  pair: Pair,
  place: Pair,
  rows: ReadonlyArray<LimitRow>,
  portalId: number,
): E.Either<Failure, Found> => {
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
        ...objectTypeIds(place),
      },
    }),
  );
};
