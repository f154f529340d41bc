/**
 * Every fault on every request of a label's life, and of a limit that names a label by its text. Each case ends as done,
 * as a clean error with nothing written, or as an error that says what is not certain: a label is never kept in part.
 * Once the fault is over, the next command brings the portal to what the program says, and a destroy to what it was.
 */
import { unreachableCases } from "../support/faultMatrix/cases";
import { refusedCases } from "../support/faultMatrix/labelCases";
import { labelOperations, limitByText } from "../support/faultMatrix/labelOperations";
import { groupsOf } from "../support/faultMatrix/groups";
import { faultMatrix } from "./support/faultMatrix";

const operations = [...labelOperations, limitByText];

faultMatrix(
  "the fault matrix of labels",
  [
    ...operations.flatMap((operation) => groupsOf(operation, [...operation.requests.keys()])),
    { name: "any operation where the portal cannot be reached", cases: operations.flatMap(unreachableCases) },
    { name: "any label that HubSpot refuses", cases: refusedCases },
  ],
  1_060,
);
