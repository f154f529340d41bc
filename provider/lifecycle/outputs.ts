/** What the state keeps after a create or an update: what is true on the portal, under the program's own selectors. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { findType, hasType, justType, limitsOfRows, without } from "../associationType";
import { isApplied, isUncertain, outcomeOf } from "../limits/outcome";
import type { AssociationType, LastBatch, Limit, LimitRow, Pair } from "../model";
import { objectTypeIdOf } from "../objectTypes";
import type { Run } from "./apply";
import type { Transition } from "./converge";
import type { Declared } from "./declared";
import { limitsOf } from "./declared";
import type { Home } from "./home";
import { homeKey } from "./home";
import type { Properties } from "./resource";
import { numberInState } from "./state";

const uncertainIn = (run: Run, type: AssociationType): boolean => {
  const outcome = outcomeOf(run.outcomes, type);
  return outcome !== undefined && isUncertain(outcome);
};

/** The number that stands now. What no answer tells of, and a read does not show, stands as the state has it: reads may lag. */
const standingNumber = (run: Run, old: Transition["old"], type: AssociationType): number | undefined => {
  const tag = outcomeOf(run.outcomes, type)?._tag;
  const isTold = tag === undefined || tag === "Applied" || tag === "Altered";
  const seen = findType(run.standing, type)?.maxToObjectIds;
  return seen === undefined && !isTold && O.isSome(old) ? numberInState(old.value, type) : seen;
};

const kept = ({ declared, leaving, old }: Transition, run: Run): ReadonlyArray<Declared> => [
  ...declared.flatMap(({ input, type }) => {
    // What is uncertain counts as asked, so that it stays looked after.
    const now = uncertainIn(run, type) ? input.maxToObjectIds : standingNumber(run, old, type);
    return now === undefined ? [] : [{ input: { ...input, maxToObjectIds: now }, type }];
  }),
  // What should have gone and did not is still looked after.
  ...leaving.flatMap((type) => {
    const outcome = outcomeOf(run.outcomes, type);
    const now = standingNumber(run, old, type);
    return outcome === undefined || isApplied(outcome) || now === undefined
      ? []
      : [{ input: { ...justType(type), maxToObjectIds: now }, type }];
  }),
];

/** What the managed types had before they were managed; remembered for as long as somebody may want it back. */
const previous = (
  { inputs, declared, leaving, old, rows, strays }: Transition,
  run: Run,
  still: ReadonlyArray<Declared>,
): ReadonlyArray<Limit> => {
  const before = O.isSome(old) ? old.value.previous : [];
  const managed = O.isSome(old) ? old.value.resolved : [];
  const wasAuthoritative = O.isSome(old) && old.value.authoritative;
  const ownTypes = [...declared, ...still].map(({ type }) => type);
  // A value that could not come back yet may do so on destroy.
  const waiting = inputs.onDelete === "restore" ? without(leaving, run.standing) : [];
  const gone = inputs.authoritative ? [] : without(managed, [...ownTypes, ...waiting]);
  const begun = [...declared.map(({ type }) => type), ...(wasAuthoritative ? [] : strays)];
  const found = limitsOfRows(rows).filter(
    (limit) => hasType(begun, limit) && !hasType(before, limit) && !hasType(managed, limit),
  );
  return [...without(before, gone), ...found];
};

/** The last batch as HubSpot answered it; without a batch, the one before. */
const lastBatch = (run: Run, old: Transition["old"]): LastBatch | Properties => {
  if (O.isSome(run.last)) {
    const { results: _results, ...last } = run.last.value;
    return last;
  }
  return O.isSome(old) ? old.value.last : {};
};

const optionalId = (key: "fromObjectTypeId" | "toObjectTypeId", name: string): Properties =>
  pipe(
    objectTypeIdOf(name),
    O.match(
      () => ({}),
      (id) => ({ [key]: id }),
    ),
  );

/** The ids of a pair's object types, where they are known without asking a portal. */
export const objectTypeIds = (pair: Pair): Properties => ({
  ...optionalId("fromObjectTypeId", pair.from),
  ...optionalId("toObjectTypeId", pair.to),
});

/** The rows of the managed limits, with HubSpot's own label where an answer told it. */
export const resultsOf = (limits: ReadonlyArray<Limit>, told: ReadonlyArray<LimitRow>): ReadonlyArray<LimitRow> =>
  limits.map((limit) => {
    const label = told.find((row) => row.label !== undefined && hasType([row], limit))?.label;
    return {
      ...justType(limit),
      ...(label === undefined ? {} : { label }),
      userEnforcedMaxToObjectIds: limit.maxToObjectIds,
    };
  });

/** All outputs, inputs included. */
export const outputsOf = (transition: Transition, run: Run, home: Home): Properties => {
  const { inputs, pair, old, rows } = transition;
  const still = kept(transition, run);
  const told = [...run.answered, ...rows];
  const limits = limitsOf(still);
  const certain = limits.flatMap((limit) => {
    const standing = uncertainIn(run, limit) ? findType(run.standing, limit) : limit;
    return standing === undefined ? [] : [standing];
  });
  const undeclared = inputs.authoritative ? without(run.standing, limits) : [];
  return {
    ...inputs,
    limits: still.map(({ input }) => input),
    resolved: still.map(({ type }) => justType(type)),
    results: resultsOf(certain, told),
    others: resultsOf(undeclared, told),
    previous: previous(transition, run, still),
    portalId: home.portalId,
    [homeKey]: home,
    ...objectTypeIds(pair),
    ...lastBatch(run, old),
  };
};
