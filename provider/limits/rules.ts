/** What must hold between the inputs of one resource, as far as it is known without asking a portal. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import { mirrored, typeKey } from "../associationType";
import { belongsElsewhere, entryOf, showNamed, typesOfPair, unlabeledTypeOf } from "../catalogue";
import type { HubSpotDefinedType } from "../../data";
import type { AssociationType, LimitSelector, Pair } from "../model";
import type { InputFailure } from "../fields";
import type { DeclaredInputs } from "./inputs";
import { isUnlabeled, resolve, selectorKey, showSelector } from "./selector";

/** A declared limit whose selector is known; its number may still be unknown. */
export interface SelectedLimit {
  readonly path: string;
  readonly selector: LimitSelector;
  readonly maxToObjectIds: O.Option<number>;
}

/** A declared limit whose type is known on the portal. */
export interface ResolvedLimit extends SelectedLimit {
  readonly type: AssociationType;
}

export const pairOf = (declared: DeclaredInputs): O.Option<Pair> =>
  pipe(O.Do, O.apS("from", declared.from), O.apS("to", declared.to));

/** The declared limits whose selectors are known. */
export const selectedLimits = (declared: DeclaredInputs): ReadonlyArray<SelectedLimit> =>
  pipe(
    declared.limits,
    O.match(() => [], RA.compact),
    RA.filterMap(({ path, selector, maxToObjectIds }) =>
      pipe(
        selector,
        O.map((known) => ({ path, selector: known, maxToObjectIds })),
      ),
    ),
  );

/** A selector for messages: a type with the name that HubSpot's list has for it, a label by its text. */
const showSelected = (pair: Pair, selector: LimitSelector): string =>
  pipe(
    resolve(pair, selector),
    O.match(
      () => showSelector(selector),
      (type) => showNamed(type),
    ),
  );

const listedAs = (entry: HubSpotDefinedType): string => `HUBSPOT_DEFINED ${entry.typeId} is "${entry.label}"`;

const elsewhere = (pair: Pair, { path, selector }: SelectedLimit): ReadonlyArray<InputFailure> =>
  pipe(
    selector._tag === "ById" ? entryOf(selector.type) : O.none,
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
  const reversed = typesOfPair(mirrored(pair)).includes(entry);
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

const twice = <A extends SelectedLimit>(
  limits: ReadonlyArray<A>,
  keyOf: (limit: A) => string,
  show: (limit: A) => string,
): ReadonlyArray<InputFailure> =>
  limits.flatMap((limit, i) => {
    const first = limits.findIndex((other) => keyOf(other) === keyOf(limit));
    return first < i
      ? [
          {
            path: limit.path,
            problem: `${show(limit)} stands in ${limits[first]?.path} already; remove one of the two`,
          },
        ]
      : [];
  });

/** Whether a limit is on the pair's own association, as far as that is known without a portal. */
const isOnPair = (pair: Pair, selector: LimitSelector): boolean =>
  selector._tag === "Unlabeled" || (selector._tag === "ById" && isUnlabeled(unlabeledTypeOf(pair), selector.type));

/** HubSpot refuses a label's limit above the pair's object limit; HubSpot's guide "Set limits on associations". */
const aboveObjectLimit = <A extends SelectedLimit>(
  limits: ReadonlyArray<A>,
  isObject: (limit: A) => boolean,
  show: (limit: A) => string,
): ReadonlyArray<InputFailure> => {
  const object = limits.find(isObject);
  if (object === undefined || O.isNone(object.maxToObjectIds)) return [];
  const most = object.maxToObjectIds.value;
  return limits.flatMap((limit) =>
    O.isSome(limit.maxToObjectIds) && limit.maxToObjectIds.value > most
      ? [
          {
            path: `${limit.path}.maxToObjectIds`,
            problem: `${limit.maxToObjectIds.value} for ${show(limit)} is more than the ${most} that ${object.path} allows for the pair as a whole; lower it, or raise ${object.path}`,
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
        const limits = selectedLimits(declared);
        const show = ({ selector }: SelectedLimit): string => showSelected(pair, selector);
        return [
          ...limits.flatMap((limit) => elsewhere(pair, limit)),
          ...twice(limits, ({ selector }) => selectorKey(pair, selector), show),
          ...aboveObjectLimit(limits, ({ selector }) => isOnPair(pair, selector), show),
        ];
      },
    ),
  ),
];

/** What is wrong between limits once the portal has told what they mean, and which type is the pair's own. */
export const brokenOnPortal = (
  own: O.Option<AssociationType>,
  limits: ReadonlyArray<ResolvedLimit>,
): ReadonlyArray<InputFailure> => {
  const show = ({ type, selector }: ResolvedLimit): string =>
    selector._tag === "ByLabel" ? `${showSelector(selector)} (${showNamed(type)})` : showNamed(type);
  return [
    ...twice(limits, ({ type }) => typeKey(type), show),
    ...aboveObjectLimit(limits, ({ type }) => isUnlabeled(own, type), show),
  ];
};

/** One line for the engine, which prints nested property names badly. */
export const showFailure = ({ path, problem }: InputFailure): string => `${path}: ${problem}`;
