/** What must hold between the inputs of one resource, as far as it is known without asking a portal. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import { sameType, showPair } from "../associationType";
import { belongsElsewhere, entryOf, showNamed, typesOfPair, unlabeledTypeOf } from "../catalogue";
import type { HubSpotDefinedType } from "../../data";
import type { AssociationType, Pair } from "../model";
import { isStandard } from "../objectTypes";
import type { DeclaredInputs, DeclaredLimit, InputFailure } from "./inputs";
import { isUnlabeled, resolve } from "./selector";

/** A declared limit whose type is known; its number may still be unknown. */
export interface ResolvedLimit {
  readonly path: string;
  readonly type: AssociationType;
  readonly maxToObjectIds: O.Option<number>;
}

export const pairOf = (declared: DeclaredInputs): O.Option<Pair> =>
  pipe(O.Do, O.apS("from", declared.from), O.apS("to", declared.to));

const knownLimits = (declared: DeclaredInputs): ReadonlyArray<DeclaredLimit> =>
  pipe(
    declared.limits,
    O.match(() => [], RA.compact),
  );

/** The declared limits whose types are known on this pair. */
export const resolvedLimits = (pair: Pair, declared: DeclaredInputs): ReadonlyArray<ResolvedLimit> =>
  pipe(
    knownLimits(declared),
    RA.filterMap(({ path, selector, maxToObjectIds }) =>
      pipe(
        selector,
        O.chain((known) => resolve(pair, known)),
        O.map((type) => ({ path, type, maxToObjectIds })),
      ),
    ),
  );

const listedAs = (entry: HubSpotDefinedType): string => `HUBSPOT_DEFINED ${entry.typeId} is "${entry.label}"`;

const elsewhere = (pair: Pair, { path, type }: ResolvedLimit): ReadonlyArray<InputFailure> =>
  pipe(
    entryOf(type),
    O.filter((entry) => belongsElsewhere(entry, pair)),
    O.map((entry) => ({
      path: `${path}.typeId`,
      problem: `${listedAs(entry)}, not ${pair.from} to ${pair.to}; ${meant(pair, entry)}`,
    })),
    RA.fromOption,
  );

/** What to write instead: the inverse type, or the one of the same kind, or one of those that the pair has. */
const meant = (pair: Pair, entry: HubSpotDefinedType): string => {
  const own = typesOfPair(pair);
  const inverse = own.find(({ typeId }) => typeId === entry.inverseTypeId);
  const reversed = typesOfPair({ from: pair.to, to: pair.from }).includes(entry);
  const sameKind = own.find(
    ({ qualifier }) => qualifier?.to === entry.qualifier?.from && qualifier?.from === entry.qualifier?.to,
  );
  const named = inverse ?? (reversed ? sameKind : undefined);
  if (named !== undefined) return `write ${named.typeId} ("${named.label}")`;
  const list = own.map(({ typeId, label }) => `${typeId} ("${label}")`).join(", ");
  return list === ""
    ? "write the category and typeId of a type that the portal itself has there"
    : `this pair has ${list}`;
};

const unresolvable = (pair: Pair, declared: DeclaredInputs): ReadonlyArray<InputFailure> =>
  knownLimits(declared)
    .filter(
      ({ selector }) => O.isSome(selector) && selector.value._tag === "Unlabeled" && O.isNone(unlabeledTypeOf(pair)),
    )
    .map(({ path }) => ({
      path: `${path}.unlabeled`,
      problem:
        isStandard(pair.from) && isStandard(pair.to)
          ? `HubSpot publishes no unlabeled association for ${showPair(pair)}; name its type by category and typeId`
          : `the unlabeled association of ${showPair(pair)} is known between HubSpot's own object types only; name its type by category (USER_DEFINED for a custom object) and typeId`,
    }));

const twice = (limits: ReadonlyArray<ResolvedLimit>): ReadonlyArray<InputFailure> =>
  limits.flatMap(({ path, type }, i) => {
    const first = limits.findIndex((other) => sameType(other.type, type));
    return first < i
      ? [
          {
            path,
            problem: `${showNamed(type)} stands in ${limits[first]?.path} already; remove one of the two`,
          },
        ]
      : [];
  });

/** HubSpot refuses a label's limit above the pair's object limit; HubSpot's guide "Set limits on associations". */
const aboveObjectLimit = (pair: Pair, limits: ReadonlyArray<ResolvedLimit>): ReadonlyArray<InputFailure> => {
  const object = limits.find(({ type }) => isUnlabeled(pair, type));
  if (object === undefined || O.isNone(object.maxToObjectIds)) return [];
  const most = object.maxToObjectIds.value;
  return limits.flatMap(({ path, type, maxToObjectIds }) =>
    O.isSome(maxToObjectIds) && maxToObjectIds.value > most
      ? [
          {
            path: `${path}.maxToObjectIds`,
            problem: `${maxToObjectIds.value} for ${showNamed(type)} is more than the ${most} that ${object.path} allows for the pair as a whole; lower it, or raise ${object.path}`,
          },
        ]
      : [],
  );
};

const nothingDeclared = (declared: DeclaredInputs): ReadonlyArray<InputFailure> =>
  pipe(
    O.Do,
    O.apS("limits", declared.limits),
    O.apS("authoritative", declared.authoritative),
    O.filter(({ limits, authoritative }) => limits.length === 0 && !authoritative),
    O.match(
      () => [],
      () => [
        {
          path: "limits",
          problem: "[] declares nothing; add a limit, or set authoritative: true so that the pair has none",
        },
      ],
    ),
  );

/** Everything that is wrong between inputs that are each right. */
export const brokenRules = (declared: DeclaredInputs): ReadonlyArray<InputFailure> => [
  ...nothingDeclared(declared),
  ...pipe(
    pairOf(declared),
    O.match(
      () => [],
      (pair): ReadonlyArray<InputFailure> => {
        const limits = resolvedLimits(pair, declared);
        return [
          ...unresolvable(pair, declared),
          ...limits.flatMap((limit) => elsewhere(pair, limit)),
          ...twice(limits),
          ...aboveObjectLimit(pair, limits),
        ];
      },
    ),
  ),
];

/** One line for the engine, which prints nested property names badly. */
export const showFailure = ({ path, problem }: InputFailure): string => `${path}: ${problem}`;
