/** Read of a label: a refresh of what a state has, and a `.get` of one that stands. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { findType, mirrored } from "../../associationType";
import type { Failure } from "../../failure";
import type { SchemaAssociation } from "../../hubspot/codecs";
import type { HubSpotError } from "../../hubspot/error";

import type { LabelInputs, LimitRow, Pair } from "../../model";
import { normalizeObjectType } from "../../objectTypes";
import type { Confirmed } from "../../portal";
import { failedOn } from "../../portal";
import type { Context } from "../../portals";
import { opened } from "../../portals";
import type { Home } from "../home";
import { atHome, homeInState, placeInState } from "../home";
import { locatedPair } from "../place";
import type { Found, Properties } from "../resource";
import { labelOutputs } from "./outputs";
import { sidesInSchema } from "./schema";
import type { LabelState } from "./state";
import { labelInputsOf, labelStateOf, labelType } from "./state";

type Rows = ReadonlyArray<LimitRow>;

/** Reads both sides of what the state has; a label that is in neither list is gone. */
export const refreshLabel = (context: Context, id: string, properties: Properties): TE.TaskEither<Failure, Found> =>
  pipe(
    TE.fromEither(labelStateOf(properties)),
    TE.chain((state) =>
      pipe(
        opened(context, state.portalId),
        TE.chain(({ portal, confirmed }) => {
          const pair = placeInState(state);
          const home = homeInState(portal.access, confirmed.portalId, state);
          return pipe(
            bothSides(confirmed, pair),
            TE.bimap(failedOn(portal, pair), (sides) => found(id, properties, state, sides, home)),
          );
        }),
      ),
    ),
  );

interface BothSides {
  readonly rows: Rows;
  readonly mirror: Rows;
}

/** An object type that is gone has taken its labels along. */
const bothSides = (confirmed: Confirmed, pair: Pair): TE.TaskEither<HubSpotError, BothSides> =>
  pipe(
    TE.Do,
    TE.bind("rows", () => confirmed.typesOf(pair)),
    TE.bind("mirror", ({ rows }) => (pair.from === pair.to ? TE.right(rows) : confirmed.typesOf(mirrored(pair)))),
    TE.orElse((error) =>
      error._tag === "UnknownObjectType"
        ? TE.right<HubSpotError, BothSides>({ rows: [], mirror: [] })
        : TE.left<HubSpotError, BothSides>(error),
    ),
  );

const found = (
  id: string,
  properties: Properties,
  state: LabelState,
  { rows, mirror }: BothSides,
  home: Home,
): Found => {
  const own = findType(rows, labelType(state.typeId));
  if (own === undefined) return O.none;
  const label = own.label ?? state.label;
  const inverse = findType(mirror, labelType(state.inverseTypeId))?.label ?? state.inverseLabel ?? label;
  const { inverseLabel: _before, ...others } = properties;
  const outputs = {
    ...others,
    label,
    ...(state.inverseLabel === undefined && inverse === label ? {} : { inverseLabel: inverse }),
  };
  return O.some(atHome({ id, outputs, inputs: labelInputsOf(outputs) }, home));
};

/** A `.get`: what the lists and the schema tell of an id. */
export const getLabel = (context: Context, id: string): TE.TaskEither<Failure, Found> =>
  pipe(
    TE.fromEither(addressOf(id)),
    TE.chain(({ pair, typeId }) =>
      pipe(
        opened(context, O.none),
        TE.bind("place", ({ portal, confirmed }) => locatedPair(portal, confirmed, pair)),
        TE.bind("read", ({ portal, confirmed, place }) =>
          pipe(readAll(confirmed, place), TE.mapLeft(failedOn(portal, place))),
        ),
        TE.chainEitherK(({ confirmed, place, read }) => existing(id, pair, place, typeId, read, confirmed.portalId)),
      ),
    ),
  );

interface Address {
  readonly pair: Pair;
  readonly typeId: number;
}

const addressOf = (id: string): E.Either<Failure, Address> => {
  const [from = "", to = "", typeId = "", ...rest] = id.split("/");
  const [known, other] = [normalizeObjectType(from), normalizeObjectType(to)];
  return E.isRight(known) && E.isRight(other) && /^\d+$/.test(typeId) && rest.length === 0
    ? E.right({ pair: { from: known.right, to: other.right }, typeId: Number(typeId) })
    : E.left({
        _tag: "InvalidInputs",
        failures: [
          {
            path: "id",
            problem: `"${id}" is no id of an AssociationLabel; write <from>/<to>/<typeId>, for example contacts/companies/37`,
          },
        ],
      });
};

interface Everything extends BothSides {
  readonly schema: ReadonlyArray<SchemaAssociation>;
}

const readAll = (confirmed: Confirmed, place: Pair): TE.TaskEither<HubSpotError, Everything> =>
  pipe(
    bothSides(confirmed, place),
    TE.bindTo("sides"),
    TE.bind("schema", () => confirmed.associationsOf(place.from)),
    TE.map(({ sides, schema }) => ({ ...sides, schema })),
  );

const existing = (
  id: string,
  pair: Pair,
  place: Pair,
  typeId: number,
  { rows, mirror, schema }: Everything,
  portalId: number,
): E.Either<Failure, Found> => {
  const notThere = (problem: string): E.Either<Failure, Found> => E.left({ _tag: "NotThere", pair, problem });
  const own = findType(rows, labelType(typeId));
  if (own?.label === undefined) {
    return notThere(`the label does not exist: portal ${portalId} has no label USER_DEFINED ${typeId} on this pair`);
  }
  const sides = sidesInSchema(schema, place, typeId);
  if (O.isNone(sides)) {
    return notThere(
      `HubSpot does not tell the name of the label USER_DEFINED ${typeId} yet; it may take some five minutes after it was made`,
    );
  }
  const { name, ...ids } = sides.value;
  const inverse = findType(mirror, labelType(ids.inverseTypeId))?.label ?? own.label;
  const inputs: LabelInputs = {
    fromObjectType: pair.from,
    toObjectType: pair.to,
    name,
    label: own.label,
    ...(inverse === own.label ? {} : { inverseLabel: inverse }),
    onCreate: "fail",
  };
  return E.right(O.some({ id, inputs: { ...inputs }, outputs: labelOutputs(inputs, place, ids, true, portalId) }));
};
