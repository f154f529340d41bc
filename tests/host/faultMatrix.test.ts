/**
 * Every fault on the first, the middle and the last request of every operation. Each case ends as done, as a clean error
 * with nothing written, or as a partial failure that the state knows of; and once the fault is over, the next command
 * brings the portal to what the program says, and a destroy to what it was.
 */
import { expect } from "chai";
import type { Case, Ending } from "./support/faultMatrix/cases";
import { casesOfRequest, lateCases, mixedCases, unreachableCases } from "./support/faultMatrix/cases";
import type { Operation } from "./support/faultMatrix/operations";
import { operations } from "./support/faultMatrix/operations";
import type { Start } from "./support/faultMatrix/play";
import { play, startOf } from "./support/faultMatrix/play";
import type { Processes } from "./support/faultMatrix/processes";
import { startProcesses } from "./support/faultMatrix/processes";
import { inTurn, within } from "./support/faultMatrix/turns";

interface Group {
  readonly name: string;
  readonly cases: ReadonlyArray<Case>;
}

const firstMiddleLast = ({ requests }: Operation): ReadonlyArray<number> => [
  ...new Set([0, Math.floor(requests.length / 2), requests.length - 1]),
];

const groups: ReadonlyArray<Group> = [
  ...operations.flatMap((operation) =>
    firstMiddleLast(operation).map((index) => ({
      name: `${operation.name}, at request ${index + 1} of ${operation.requests.length} (${operation.requests[index]})`,
      cases: casesOfRequest(operation, index),
    })),
  ),
  { name: "any operation where the portal cannot be reached", cases: unreachableCases },
  { name: "any change that shows late", cases: lateCases },
  { name: "any change with a label that is not there", cases: mixedCases },
];

const cases = groups.flatMap((group) => group.cases);

/** Most of the time all of them wait, and what does not wait must not keep the others from their turn. */
const atOnce = 250;

/** Far beyond what all tries and looks of a case can take. */
const longestMs = 300_000;

describe("the fault matrix", function () {
  this.timeout(600_000);
  const endings: Array<Ending> = [];
  let processes: Processes;
  let problems: ReadonlyMap<Case, Promise<ReadonlyArray<string>>>;

  before(async () => {
    processes = await startProcesses(2);
    const starts = new Map<Operation, Start>();
    for (const operation of operations) starts.set(operation, await startOf(processes, operation));
    const problemsOf = async (example: Case): Promise<ReadonlyArray<string>> => {
      const { operation, trouble } = example;
      const start = starts.get(operation);
      if (start === undefined) throw new Error(`${operation.name} has no start`);
      try {
        endings.push(await within(longestMs, play(processes, start, example)));
        return [];
      } catch (error) {
        return [`${operation.name}, ${trouble}: ${error instanceof Error ? error.message : String(error)}`];
      }
    };
    const turn = inTurn(atOnce);
    const longFirst = [...cases.filter(({ waits }) => waits === true), ...cases.filter(({ waits }) => waits !== true)];
    problems = new Map(longFirst.map((example) => [example, turn(() => problemsOf(example))]));
  });
  after(async () => {
    await processes.stop();
    const count = (ending: Ending): number => endings.filter((each) => each === ending).length;
    console.log(
      `fault matrix: ${cases.length} cases: ${count("done")} done, ${count("clean error")} clean errors, ` +
        `${count("partial failure")} partial failures healed`,
    );
  });

  const problemsIn = async (some: ReadonlyArray<Case>): Promise<ReadonlyArray<string>> =>
    (await Promise.all(some.map((example) => problems.get(example)))).flatMap((each) => each ?? ["it was not played"]);

  for (const group of groups)
    it(`ends well: ${group.name} (${group.cases.length} cases)`, async () => {
      expect(await problemsIn(group.cases)).to.deep.equal([]);
    });

  it("has 300 cases and more, and prints nothing beside its messages", async () => {
    await problemsIn(cases);
    expect(cases.length).to.be.at.least(300);
    expect(processes.printed()).to.match(/^(: \n)*$/);
  });
});
