/**
 * What the resources of this run declare. The engine creates what replaces a resource before it deletes the old one,
 * so a delete must know that another resource now owns the limit it would remove. Labels and custom objects are
 * compared as the portal has them, as far as the process has learnt of it.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { sameType, showPair, typeKey } from "./associationType";
import { showNamed } from "./catalogue";
import { claimIndex } from "./claimIndex";
import type { CustomObject } from "./customObjects";
import { locatePair, namesCustomObject } from "./customObjects";
import type { LabelClaims } from "./labelClaims";
import { newLabelClaims } from "./labelClaims";
import type { InputFailure } from "./fields";
import type { SelectedLimit } from "./limits/rules";
import { resolve, resolveIn, selectorKey, showSelector } from "./limits/selector";
import type { AssociationType, LimitSelector, Pair } from "./model";
import type { Known } from "./portal";

export interface Claim {
  /** As the program names it. */
  readonly pair: Pair;
  readonly limits: ReadonlyArray<SelectedLimit>;
  readonly authoritative: boolean;
  /** Whether the engine will check the same resource again as a replacement: then this one cannot contradict. */
  readonly provisional: boolean;
}

export interface Claims {
  /** Notes a claim, unless it contradicts another resource's. */
  readonly declare: (claim: Claim) => ReadonlyArray<InputFailure>;
  /** What a claim contradicts by what is known now. */
  readonly contradictions: (claim: Claim) => ReadonlyArray<InputFailure>;
  /** Whether a resource of this run declares the type of a located pair. */
  readonly holdsType: (pair: Pair, type: AssociationType) => boolean;
  /** Whether a resource of this run declares the type, or speaks for its whole pair. */
  readonly holds: (pair: Pair, type: AssociationType) => boolean;
  /** Whether resources of this run name custom objects in a way that only the portal explains. */
  readonly nameCustomObjects: () => boolean;
  /** Whether resources of this run name types of a located pair in a way that only the portal explains. */
  readonly nameLabels: (pair: Pair) => boolean;
  readonly labels: LabelClaims;
}

const numberOf = ({ maxToObjectIds }: SelectedLimit): number | undefined => O.toUndefined(maxToObjectIds);

/** Nothing was learnt of a portal. */
const none: ReadonlyArray<CustomObject> = [];
const nothing: Known = { customObjects: () => none, typesOf: () => O.none };

export const newClaims = (known: Known = nothing): Claims => {
  const claims = claimIndex<Claim>(known.customObjects, ({ pair }, custom) => [showPair(locatePair(custom, pair))]);
  let nameCustomObjects = false;
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
  const keyOf = (pair: Pair, selector: LimitSelector): string =>
    pipe(
      typeOf(pair, selector),
      O.match(() => selectorKey(pair, selector), typeKey),
    );
  const show = (pair: Pair, selector: LimitSelector): string =>
    selector._tag === "ByLabel"
      ? showSelector(selector)
      : pipe(
          typeOf(pair, selector),
          O.match(() => showSelector(selector), showNamed),
        );
  /** The claims on a located pair. */
  const of = (pair: Pair): ReadonlyArray<Claim> => claims.at(showPair(pair));
  const add = (claim: Claim): void => {
    claims.add(claim);
    nameCustomObjects ||= namesCustomObject(claim.pair);
  };

  /** The same type with another number. */
  const otherNumbers = (claim: Claim, other: Claim): ReadonlyArray<InputFailure> => {
    const pair = located(claim.pair);
    return claim.limits.flatMap((limit) => {
      const key = keyOf(pair, limit.selector);
      const theirs = other.limits.find(({ selector }) => keyOf(pair, selector) === key);
      const [mine, others] = [numberOf(limit), theirs === undefined ? undefined : numberOf(theirs)];
      return mine === undefined || others === undefined || mine === others
        ? []
        : [
            {
              path: limit.path,
              problem: `${show(pair, limit.selector)} of ${showPair(claim.pair)} is ${mine} here and ${others} in another resource of this program; declare it once`,
            },
          ];
    });
  };

  const sameLimits = (a: Claim, b: Claim): boolean => {
    const pair = located(a.pair);
    const keys = new Set(b.limits.map(({ selector }) => keyOf(pair, selector)));
    return a.limits.length === b.limits.length && a.limits.every(({ selector }) => keys.has(keyOf(pair, selector)));
  };

  /** One resource speaks for the whole pair, and another one names it. The same resource checked twice declares alike. */
  const wholePair = (claim: Claim, other: Claim): ReadonlyArray<InputFailure> => {
    const same = claim.authoritative === other.authoritative && sameLimits(claim, other);
    return (claim.authoritative || other.authoritative) && !same
      ? [
          {
            path: claim.authoritative ? "authoritative" : "limits",
            problem: claim.authoritative
              ? `true claims all of ${showPair(claim.pair)}, and another resource of this program names that pair too; put all its limits into one resource`
              : `another resource of this program claims all of ${showPair(claim.pair)} (authoritative: true); move these limits there`,
          },
        ]
      : [];
  };

  const contradictions: Claims["contradictions"] = (claim) =>
    claim.provisional
      ? []
      : of(located(claim.pair))
          .filter((other) => other !== claim && !other.provisional)
          .flatMap((other) => [...wholePair(claim, other), ...otherNumbers(claim, other)]);

  const holdsType: Claims["holdsType"] = (pair, type) =>
    of(pair).some(({ limits }) =>
      limits.some(({ selector }) =>
        pipe(
          typeOf(pair, selector),
          O.exists((own) => sameType(own, type)),
        ),
      ),
    );

  return {
    declare: (claim) => {
      const failures = contradictions(claim);
      if (failures.length === 0) add(claim);
      return failures;
    },
    contradictions,
    holdsType,
    holds: (pair, type) => holdsType(pair, type) || of(pair).some(({ authoritative }) => authoritative),
    nameCustomObjects: () => nameCustomObjects,
    nameLabels: (pair) =>
      of(pair).some(({ limits }) => limits.some(({ selector }) => O.isNone(typeOf(pair, selector)))),
    labels: newLabelClaims(known.customObjects),
  };
};
