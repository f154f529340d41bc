/**
 * Which of the values that stood before may come back when limits go. HubSpot refuses a label's limit above the pair's
 * own: a value that this does not allow any more cannot come back, and its type goes to no limit instead.
 */
import * as O from "fp-ts/Option";
import { sameType, without } from "../associationType";
import type { AssociationType, Limit } from "../model";
import type { PairState } from "./plan";

/**
 * @param standing what the pair has now
 * @param leaving the types that go
 * @param declared the limits that stay
 * @param before the values that types which go had
 */
export const restorable = (
  { unlabeled, limits }: PairState,
  leaving: ReadonlyArray<AssociationType>,
  declared: ReadonlyArray<Limit>,
  before: ReadonlyArray<Limit>,
): ReadonlyArray<Limit> => {
  const isObject = (limit: Limit): boolean => O.exists((type: AssociationType) => sameType(type, limit))(unlabeled);
  const most = [...declared, ...before, ...without(limits, leaving)].find(isObject)?.maxToObjectIds ?? Infinity;
  return before.filter((limit) => isObject(limit) || limit.maxToObjectIds <= most);
};
