/**
 * Every fault on the first, the middle and the last request of every operation. Each case ends as done, as a clean error
 * with nothing written, or as a partial failure that the state knows of; and once the fault is over, the next command
 * brings the portal to what the program says, and a destroy to what it was.
 */
import { lateCases, mixedCases, unreachableCases } from "../support/faultMatrix/cases";
import type { Operation } from "../support/faultMatrix/operations";
import { operations } from "../support/faultMatrix/operations";
import { groupsOf } from "../support/faultMatrix/groups";
import { faultMatrix } from "./support/faultMatrix";

const firstMiddleLast = ({ requests }: Operation): ReadonlyArray<number> => [
  ...new Set([0, Math.floor(requests.length / 2), requests.length - 1]),
];

faultMatrix(
  "the fault matrix",
  [
    ...operations.flatMap((operation) => groupsOf(operation, firstMiddleLast(operation))),
    { name: "any operation where the portal cannot be reached", cases: operations.flatMap(unreachableCases) },
    { name: "any change that shows late", cases: lateCases },
    { name: "any change with a label that is not there", cases: mixedCases },
  ],
  1_041,
);
