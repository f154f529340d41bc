/**
 * What the resources of this run declare: a directed pair belongs to one of them. The engine creates what replaces a
 * resource before it deletes the old one, so a delete must know that another resource now owns the limit it would
 * remove. Labels and custom objects are compared as the portal has them, as far as the process has learnt of it.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { samePair, sameType, showPair } from "./associationType";
import { claimIndex } from "./claimIndex";
import type { CustomObject } from "./customObjects";
import { locatePair } from "./customObjects";
import type { LabelClaims } from "./labelClaims";
import { newLabelClaims } from "./labelClaims";
import type { InputFailure } from "./fields";
import type { SelectedLimit } from "./limits/rules";
import { resolve, resolveIn, selectorKey } from "./limits/selector";
import type { AssociationType, LimitSelector, Pair } from "./model";
import type { Known } from "./portal";

export interface Claim {
  /** As the program names it. */
  readonly pair: Pair;
  /** As check has found it. */
  readonly place: Pair;
  readonly limits: ReadonlyArray<SelectedLimit>;
  readonly authoritative: boolean;
  /** Whether the engine will check the same resource again as a replacement: then this one cannot contradict. */
  readonly provisional: boolean;
}

export interface Claims {
  /** Notes a claim, unless another resource has the pair. */
  readonly declare: (claim: Claim) => ReadonlyArray<InputFailure>;
  /** What a claim contradicts by what is known now. */
  readonly contradictions: (claim: Claim) => ReadonlyArray<InputFailure>;
  /** What is wrong with a located pair that two resources turn out to declare, once it is known what their names mean. */
  readonly contested: (pair: Pair) => ReadonlyArray<InputFailure>;
  /** Whether a resource of this run declares the type of a located pair, or speaks for the whole pair. */
  readonly holds: (pair: Pair, type: AssociationType) => boolean;
  /** Whether resources of this run name types of a located pair in a way that only the portal explains. */
  readonly nameLabels: (pair: Pair) => boolean;
  readonly labels: LabelClaims;
}

/** The same resource, checked twice, declares alike: the engine does that where it replaces it. */
const isSame = (a: Claim, b: Claim): boolean =>
  samePair(a.pair, b.pair) &&
  a.authoritative === b.authoritative &&
  a.limits.length === b.limits.length &&
  a.limits.every((limit, i) => {
    const other = b.limits[i];
    return (
      other !== undefined &&
      selectorKey(a.pair, limit.selector) === selectorKey(b.pair, other.selector) &&
      O.toUndefined(limit.maxToObjectIds) === O.toUndefined(other.maxToObjectIds)
    );
  });

/** The pair is another resource's, which may name it in another way. */
const declaredTwice = ({ pair }: Claim, other: Claim): InputFailure => {
  const as = samePair(pair, other.pair) ? "" : ` (as ${showPair(other.pair)})`;
  return {
    path: "limits",
    problem: `another resource of this program declares ${showPair(pair)} too${as}; put all its limits into one resource`,
  };
};

/** Nothing was learnt of a portal. */
const none: ReadonlyArray<CustomObject> = [];
const nothing: Known = { customObjects: () => none, typesOf: () => O.none };

export const newClaims = (known: Known = nothing): Claims => {
  const claims = claimIndex<Claim>(known.customObjects, ({ place }, custom) => [showPair(locatePair(custom, place))]);
  const located = (pair: Pair): Pair => locatePair(known.customObjects(), pair);
  const typeOf = (pair: Pair, selector: LimitSelector): O.Option<AssociationType> =>
    pipe(
      resolve(pair, selector),
      O.alt(() =>
        pipe(
          known.typesOf(pair),
          O.chain((rows) => O.fromEither(resolveIn(pair, rows, selector))),
        ),
      ),
    );
  /** The claims on a located pair. */
  const of = (pair: Pair): ReadonlyArray<Claim> => claims.at(showPair(pair));

  const contradictions: Claims["contradictions"] = (claim) =>
    claim.provisional
      ? []
      : of(located(claim.place))
          .filter((other) => !other.provisional && !isSame(claim, other))
          .map((other) => declaredTwice(claim, other));

  return {
    declare: (claim) => {
      const failures = contradictions(claim);
      if (failures.length === 0) claims.add(claim);
      return failures;
    },
    contradictions,
    contested: (pair) => {
      const [first, ...others] = of(pair).filter(({ provisional }) => !provisional);
      const other = first === undefined ? undefined : others.find((each) => !isSame(first, each));
      return first === undefined || other === undefined ? [] : [declaredTwice(other, first)];
    },
    holds: (pair, type) =>
      of(pair).some(
        ({ authoritative, limits }) =>
          authoritative ||
          limits.some(({ selector }) =>
            pipe(
              typeOf(pair, selector),
              O.exists((own) => sameType(own, type)),
            ),
          ),
      ),
    nameLabels: (pair) =>
      of(pair).some(({ limits }) => limits.some(({ selector }) => O.isNone(typeOf(pair, selector)))),
    labels: newLabelClaims(known.customObjects),
  };
};
