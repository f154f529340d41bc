/**
 * What the state says of an `AssociationConfiguration`. It may have been written by any release, so every output may be
 * missing.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import * as t from "io-ts";
import { pairOfInputs, sameType } from "../associationType";
import type { Failure } from "../failure";
import type { DeclaredInputs, DeclaredLimit } from "../limits/inputs";
import { readInputs } from "../limits/inputs";
import { resolveLimit } from "../limits/selector";
import type { AssociationType, ConfigurationInputs, Limit, LimitInput, LimitRow, LimitSelector, Pair } from "../model";
import type { Home } from "./home";
import { readHome } from "./home";
import type { Properties } from "./resource";

export interface State extends ConfigurationInputs {
  readonly pair: Pair;
  readonly resolved: ReadonlyArray<AssociationType>;
  readonly results: ReadonlyArray<LimitRow>;
  readonly others: ReadonlyArray<LimitRow>;
  readonly previous: ReadonlyArray<Limit>;
  readonly portalId: O.Option<number>;
  readonly home: O.Option<Home>;
  readonly fromObjectTypeId: O.Option<string>;
  readonly toObjectTypeId: O.Option<string>;
  /** The outputs that HubSpot's last batch gave, as they are. */
  readonly last: Properties;
}

const lastBatchKeys = ["status", "requestedAt", "startedAt", "completedAt", "links", "numErrors", "errors"];

const Type = t.type({ category: t.string, typeId: t.number });
const Limits = t.readonlyArray(t.intersection([Type, t.type({ maxToObjectIds: t.number })]));
const Rows = t.readonlyArray(
  t.intersection([Type, t.partial({ label: t.string, userEnforcedMaxToObjectIds: t.number })]),
);

const read = <A>(codec: t.Type<A, unknown>, value: unknown, missing: A): A =>
  pipe(
    codec.decode(value),
    E.getOrElse(() => missing),
  );

const input = ({ selector, maxToObjectIds }: DeclaredLimit): O.Option<LimitInput> =>
  pipe(
    O.Do,
    O.apS("selector", selector),
    O.apS("maxToObjectIds", maxToObjectIds),
    O.map(({ selector: known, maxToObjectIds: max }) => limitOf(known, max)),
  );

const limitOf = (selector: LimitSelector, maxToObjectIds: number): LimitInput => {
  switch (selector._tag) {
    case "ById":
      return { ...selector.type, maxToObjectIds };
    case "ByLabel":
      return { label: selector.label, maxToObjectIds };
    case "Unlabeled":
      return { unlabeled: true, maxToObjectIds };
  }
};

/** The inputs, where all of them are known. */
export const knownInputs = (declared: DeclaredInputs): O.Option<ConfigurationInputs> =>
  pipe(
    O.Do,
    O.apS("fromObjectType", declared.from),
    O.apS("toObjectType", declared.to),
    O.apS("limits", pipe(declared.limits, O.chain(O.traverseArray(O.chain(input))))),
    O.apS("authoritative", declared.authoritative),
    O.apS("onCreate", declared.onCreate),
    O.apS("onDelete", declared.onDelete),
  );

const text = O.fromPredicate((value: unknown): value is string => typeof value === "string");

/** Whether these are the outputs of a resource of ours, and not just the id that a `.get` starts from. */
export const isOwn = (properties: Properties): boolean =>
  properties["resolved"] !== undefined || properties["limits"] !== undefined;

/** Reads outputs; none where they do not even hold the inputs. */
export const readState = (properties: Properties): O.Option<State> =>
  pipe(
    knownInputs(readInputs(properties).declared),
    O.map((inputs): State => {
      const pair = pairOfInputs(inputs);
      const resolvable = RA.compact(inputs.limits.map((limit) => resolveLimit(pair, limit)));
      return {
        ...inputs,
        pair,
        resolved: read<ReadonlyArray<AssociationType>>(t.readonlyArray(Type), properties["resolved"], resolvable),
        results: read(Rows, properties["results"], []),
        others: read(Rows, properties["others"], []),
        previous: read(Limits, properties["previous"], []),
        portalId: pipe(
          properties["portalId"],
          O.fromPredicate((id): id is number => typeof id === "number"),
        ),
        home: readHome(properties),
        fromObjectTypeId: text(properties["fromObjectTypeId"]),
        toObjectTypeId: text(properties["toObjectTypeId"]),
        last: Object.fromEntries(Object.entries(properties).filter(([key]) => lastBatchKeys.includes(key))),
      };
    }),
  );

/** The number that the state has for a type. */
export const numberInState = ({ resolved, limits }: State, type: AssociationType): number | undefined =>
  limits[resolved.findIndex((own) => sameType(own, type))]?.maxToObjectIds;

/** Reads outputs of ours, or says what is wrong with them. */
export const stateOf = (properties: Properties): E.Either<Failure, State> =>
  pipe(
    readState(properties),
    E.fromOption((): Failure => {
      const { failures } = readInputs(inputsOf(properties));
      return { _tag: "InvalidInputs", failures };
    }),
  );

/** The inputs among the outputs. */
export const inputsOf = (outputs: Properties): Properties =>
  Object.fromEntries(
    ["fromObjectType", "toObjectType", "limits", "authoritative", "onCreate", "onDelete"].flatMap((key) =>
      outputs[key] === undefined ? [] : [[key, outputs[key]]],
    ),
  );
