/**
 * What the resources of this run declare. The engine creates what replaces a resource before it deletes the old one,
 * so a delete must know that another resource now owns the limit it would remove.
 */
import * as O from "fp-ts/Option";
import { samePair, sameType, showPair } from "./associationType";
import { showNamed } from "./catalogue";
import type { ResolvedLimit } from "./limits/rules";
import type { InputFailure } from "./limits/inputs";
import type { AssociationType, Pair } from "./model";

export interface Claim {
  readonly pair: Pair;
  readonly limits: ReadonlyArray<ResolvedLimit>;
  readonly authoritative: boolean;
  /** Whether the engine will check the same resource again as a replacement: then this one cannot contradict. */
  readonly provisional: boolean;
}

export interface Claims {
  /** Notes a claim, unless it contradicts another resource's. */
  readonly declare: (claim: Claim) => ReadonlyArray<InputFailure>;
  /** Whether a resource of this run declares the type. */
  readonly holdsType: (pair: Pair, type: AssociationType) => boolean;
  /** Whether a resource of this run declares the type, or speaks for its whole pair. */
  readonly holds: (pair: Pair, type: AssociationType) => boolean;
}

const numberOf = ({ maxToObjectIds }: ResolvedLimit): number | undefined => O.toUndefined(maxToObjectIds);

/** The same type with another number. */
const contradictions = (claim: Claim, other: Claim): ReadonlyArray<InputFailure> =>
  claim.limits.flatMap((limit) => {
    const theirs = other.limits.find(({ type }) => sameType(type, limit.type));
    const [mine, others] = [numberOf(limit), theirs === undefined ? undefined : numberOf(theirs)];
    return mine === undefined || others === undefined || mine === others
      ? []
      : [
          {
            path: limit.path,
            problem: `${showNamed(limit.type)} of ${showPair(claim.pair)} is ${mine} here and ${others} in another resource of this program; declare it once`,
          },
        ];
  });

const sameLimits = (a: Claim, b: Claim): boolean =>
  a.limits.length === b.limits.length &&
  a.limits.every(({ type }) => b.limits.some((other) => sameType(other.type, type)));

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

export const newClaims = (): Claims => {
  const claims: Claim[] = [];
  const of = (pair: Pair): ReadonlyArray<Claim> => claims.filter((claim) => samePair(claim.pair, pair));
  const holdsType: Claims["holdsType"] = (pair, type) =>
    of(pair).some(({ limits }) => limits.some((limit) => sameType(limit.type, type)));
  return {
    declare: (claim) => {
      const failures = claim.provisional
        ? []
        : of(claim.pair)
            .filter(({ provisional }) => !provisional)
            .flatMap((other) => [...wholePair(claim, other), ...contradictions(claim, other)]);
      if (failures.length === 0) claims.push(claim);
      return failures;
    },
    holdsType,
    holds: (pair, type) => holdsType(pair, type) || of(pair).some(({ authoritative }) => authoritative),
  };
};
