/** What a program declares, resource by resource, and what may stand beside what. */
import fc from "fast-check";
import { hasType, sameType, typeKey } from "../../../provider/associationType";
import type { Properties } from "../../../provider/lifecycle/resource";
import type { AssociationType, Limit, Pair } from "../../../provider/model";
import type { Limits } from "../../support/pairs";
import { holdsTheRule } from "../../support/pairs";
import type { PairOfPortal, Wording } from "./portal";
import { customSpellings, pairs, worded, wordings } from "./portal";

/** One resource, as a program has it. */
export interface Declared {
  readonly of: PairOfPortal;
  readonly limits: Limits;
  readonly authoritative: boolean;
  readonly onDelete: "restore" | "purge";
  readonly writing: Writing;
}

/** How a program writes what it declares. */
export interface Writing {
  /** The custom object's name. */
  readonly custom: (typeof customSpellings)[number];
  /** How the limits name their types, one after another, and then from the beginning. */
  readonly wordings: ReadonlyArray<Wording>;
}

export const anyWriting: fc.Arbitrary<Writing> = fc.record({
  custom: fc.constantFrom(...customSpellings),
  wordings: fc.array(fc.constantFrom(...wordings), { minLength: 1, maxLength: 3 }),
});

export const showWriting = ({ custom, wordings: of }: Writing): string => `${custom}, ${of.join(" ")}`;

/** The resources of a program by their names. */
export type Program = ReadonlyMap<string, Declared>;

export const resourceNames = ["a", "b", "c", "d"] as const;

export const typesOf = ({ unlabeled, labels }: PairOfPortal): ReadonlyArray<AssociationType> => [unlabeled, ...labels];

/** A type of a pair, as text. */
export const keyOf = ({ from, to }: Pair, type: AssociationType): string => `${from}/${to} ${typeKey(type)}`;

/** A type of the portal: its pair, and its key. */
export interface Place {
  readonly of: PairOfPortal;
  readonly type: AssociationType;
  readonly key: string;
}

/** Every type on which a limit can stand in these tests. */
export const places: ReadonlyArray<Place> = pairs.flatMap((of) =>
  typesOf(of).map((type) => ({ of, type, key: keyOf(of.pair, type) })),
);

export const isObject = ({ of, type }: Place): boolean => sameType(of.unlabeled, type);

/**
 * Numbers for a pair's own type and its labels: mostly such that they fit, now and then such that a limit must cross
 * another.
 */
export const numberFor = (of: PairOfPortal, type: AssociationType): fc.Arbitrary<number> => {
  const [low, high] = [fc.integer({ min: 1, max: 4 }), fc.integer({ min: 4, max: 7 })];
  const [usual, unusual] = sameType(of.unlabeled, type) ? [high, low] : [low, high];
  return fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: unusual });
};

/** Some limits of a pair; to be taken only where they fit. */
export const limitsOn = (of: PairOfPortal): fc.Arbitrary<Limits> =>
  fc
    .subarray([...typesOf(of)])
    .chain((types) =>
      fc.tuple(
        ...types.map((type) => numberFor(of, type).map((maxToObjectIds): Limit => ({ ...type, maxToObjectIds }))),
      ),
    );

export const anyDeclared: fc.Arbitrary<Declared> = fc.constantFrom(...pairs).chain((of) =>
  fc
    .record({
      of: fc.constant(of),
      limits: limitsOn(of),
      authoritative: fc.oneof(
        { weight: 4, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      onDelete: fc.constantFrom<Declared["onDelete"]>("restore", "restore", "purge"),
      writing: anyWriting,
    })
    .filter(isSound),
);

/** What a check lets pass for one resource by itself. */
function isSound({ of, limits, authoritative }: Declared): boolean {
  return (limits.length > 0 || authoritative) && holdsTheRule(of.unlabeled, limits);
}

/** What checks let pass: one resource for each directed pair. */
export const isConsistent = (program: Program): boolean => {
  const all = [...program.values()];
  return all.every(isSound) && new Set(all.map(({ of }) => of)).size === all.length;
};

/** The inputs of a resource, as a program passes them. */
export const inputsOf = ({ of, limits, authoritative, onDelete, writing }: Declared): Properties => {
  const written = (name: string): string => (name === "2-123" ? writing.custom : name);
  return {
    fromObjectType: written(of.pair.from),
    toObjectType: written(of.pair.to),
    limits: limits.map((limit, i) => worded(of, limit, writing.wordings[i % writing.wordings.length] ?? "byId")),
    authoritative,
    onDelete,
  };
};

/** The number that a program declares for a place, if it does. */
export const numberIn = (program: Program, { of, type }: Place): number | undefined => {
  for (const declared of program.values()) {
    if (declared.of !== of) continue;
    const limit = declared.limits.find((candidate) => sameType(candidate, type));
    if (limit !== undefined) return limit.maxToObjectIds;
  }
  return undefined;
};

/** Whether a resource of the program is authoritative on the pair. */
export const isWhole = (program: Program, of: PairOfPortal): boolean =>
  [...program.values()].some((declared) => declared.of === of && declared.authoritative);

export const declares = ({ of, limits }: Declared, place: Place): boolean =>
  of === place.of && hasType(limits, place.type);
