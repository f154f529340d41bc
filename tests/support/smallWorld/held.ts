/** What a stack's state says of its resources, by the outputs that are documented. */
import { isDeepStrictEqual } from "node:util";
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import type { Held, State } from "../engine/state";
import type { Contents } from "./hubSpot";
import type { Driver } from "./portals";
import { driverIn, placeOf, straightened, typesFromContacts } from "./portals";

const typed = t.type({ category: t.string, typeId: t.number });
const limit = t.intersection([typed, t.type({ maxToObjectIds: t.number })]);
const row = t.intersection([typed, t.partial({ userEnforcedMaxToObjectIds: t.number })]);

const limitsOutputs = t.type({
  portalId: t.number,
  toObjectType: t.string,
  toObjectTypeId: t.union([t.string, t.undefined]),
  limits: t.array(t.type({ maxToObjectIds: t.number })),
  resolved: t.array(typed),
  previous: t.array(limit),
  others: t.union([t.array(row), t.undefined]),
  authoritative: t.union([t.boolean, t.undefined]),
});

const labelOutputs = t.type({
  portalId: t.number,
  fromObjectType: t.string,
  toObjectType: t.string,
  fromObjectTypeId: t.union([t.string, t.undefined]),
  toObjectTypeId: t.union([t.string, t.undefined]),
  typeId: t.number,
  inverseTypeId: t.number,
  label: t.string,
  inverseLabel: t.union([t.string, t.undefined]),
});

/** A resource of the state. Numbers are by place. */
export type Facts =
  | {
      readonly kind: "limits";
      readonly held: Held;
      readonly portalId: number;
      /** The custom object's id, or how it is written where no id is known. */
      readonly object: string;
      readonly numbers: ReadonlyMap<string, number>;
      readonly previous: ReadonlyMap<string, number>;
      readonly others: ReadonlyMap<string, number>;
      readonly authoritative: boolean;
    }
  | {
      readonly kind: "label";
      readonly held: Held;
      readonly portalId: number;
      readonly object: string;
      readonly driver: Driver;
    };

const decoded = <A>(codec: t.Decoder<unknown, A>, held: Held): A => {
  const result = codec.decode(held.outputs);
  if (E.isRight(result)) return result.right;
  throw new Error(`The state of ${held.name} cannot be read: ${JSON.stringify(held.outputs)}`);
};

const read = (held: Held): Facts => {
  if (held.kind === "AssociationLabel") {
    const outputs = decoded(labelOutputs, held);
    const { label, inverseLabel = label, portalId, fromObjectType: from, toObjectType: to } = outputs;
    const object = to === "contacts" ? (outputs.fromObjectTypeId ?? from) : (outputs.toObjectTypeId ?? to);
    return { kind: "label", held, portalId, object, driver: straightened({ ...outputs, from, to, inverseLabel }) };
  }
  const { portalId, limits, resolved, previous, others = [], ...outputs } = decoded(limitsOutputs, held);
  return {
    kind: "limits",
    held,
    portalId,
    object: outputs.toObjectTypeId ?? outputs.toObjectType,
    numbers: new Map(
      resolved.flatMap((type, i) => {
        const number = limits[i]?.maxToObjectIds;
        return number === undefined ? [] : [[placeOf(portalId, type), number] as const];
      }),
    ),
    previous: new Map(previous.map((each) => [placeOf(portalId, each), each.maxToObjectIds])),
    others: new Map(others.map((each) => [placeOf(portalId, each), each.userEnforcedMaxToObjectIds ?? 0])),
    authoritative: outputs.authoritative ?? false,
  };
};

const known = new WeakMap<Held, Facts>();

export const factsOf = (held: Held): Facts => {
  const facts = known.get(held) ?? read(held);
  known.set(held, facts);
  return facts;
};

/** The places that the state names, one by one. */
export const namedBy = (state: State): ReadonlySet<string> =>
  new Set(
    state
      .map(factsOf)
      .flatMap((facts) => (facts.kind === "label" ? [] : [...facts.numbers.keys(), ...facts.previous.keys()])),
  );

/** The places that the state has something to say of: all of the pair where a resource is authoritative. */
export const managedBy = (state: State, portals: ReadonlyArray<Contents>): ReadonlySet<string> =>
  new Set(
    state.map(factsOf).flatMap((facts) => {
      if (facts.kind === "label") return [];
      const portal = portals.find(({ portalId }) => portalId === facts.portalId);
      const whole =
        facts.authoritative && portal?.objectTypes.some(({ objectTypeId }) => objectTypeId === facts.object);
      return [
        ...facts.numbers.keys(),
        ...facts.previous.keys(),
        ...(whole && portal !== undefined
          ? typesFromContacts(portal).map((type) => placeOf(facts.portalId, type))
          : []),
      ];
    }),
  );

/** Whether what the state says of a resource is what stands. */
export const isTrue = (
  facts: Facts,
  portals: ReadonlyArray<Contents>,
  standing: ReadonlyMap<string, number>,
): boolean => {
  const portal = portals.find(({ portalId }) => portalId === facts.portalId);
  if (portal === undefined) return false;
  if (facts.kind === "label") {
    const driver = driverIn(portal);
    return driver !== undefined && isDeepStrictEqual(driver, facts.driver);
  }
  const { numbers, others, authoritative, portalId } = facts;
  if ([...numbers].some(([place, number]) => standing.get(place) !== number)) return false;
  return (
    !authoritative ||
    typesFromContacts(portal)
      .map((type) => placeOf(portalId, type))
      .every((place) => numbers.has(place) || standing.get(place) === others.get(place))
  );
};
