/** Some cases for where all of them would take too long: each fault once, each operation, each way to be unreachable. */
import type { Case } from "./cases";
import { casesOfRequest, lateCases, mixedCases, unreachableCases } from "./cases";
import { refusedCases } from "./labelCases";
import { labelOperations, limitByText } from "./labelOperations";
import type { Operation } from "./operations";
import { operations } from "./operations";

const all: ReadonlyArray<Operation> = [...operations, ...labelOperations, limitByText];

/** What happens once at any request of an operation, from its last request on, since that is where the most is at stake. */
const onceIn = (operation: Operation): ReadonlyArray<Case> =>
  [...operation.requests.keys()]
    .reverse()
    .flatMap((index) => casesOfRequest(operation, index))
    .filter(({ trouble }) => trouble.endsWith(", once"));

const possible = new Map(all.map((operation) => [operation, onceIn(operation)]));

/** A fault by its name: the operations take turns, and each plays the next fault that it can and nobody has played. */
const eachFaultOnce = (): ReadonlyArray<Case> => {
  const troubles = [...new Set([...possible.values()].flat().map(({ trouble }) => trouble))];
  const turns = [...all];
  return troubles.flatMap((trouble) => {
    const can = (operation: Operation): Case | undefined =>
      possible.get(operation)?.find((example) => example.trouble === trouble);
    const operation = turns.find((each) => can(each) !== undefined);
    const example = operation === undefined ? undefined : can(operation);
    if (operation === undefined || example === undefined) return [];
    turns.push(...turns.splice(turns.indexOf(operation), 1));
    return [example];
  });
};

const withTrouble = (cases: ReadonlyArray<Case>, trouble: string): ReadonlyArray<Case> =>
  cases.filter((example) => example.trouble === trouble).slice(0, 1);

export const chosenCases: ReadonlyArray<Case> = [
  ...eachFaultOnce(),
  ...all.slice(0, 3).flatMap((operation, i) => unreachableCases(operation).slice(i, i + 1)),
  ...withTrouble(lateCases, "PENDING batches that show after a second"),
  ...withTrouble(lateCases, "reads that lag for long"),
  ...withTrouble(mixedCases, "a label that is not there, applyValid, 207"),
  ...withTrouble(refusedCases, "fifty labels"),
];

/** Every operation has at least one. */
export const notChosen: ReadonlyArray<string> = all
  .filter((operation) => !chosenCases.some((example) => example.operation === operation))
  .map(({ name }) => name);
