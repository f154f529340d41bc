/** A suite that plays the cases of a matrix, most of which wait, all at once, and says how they ended. */
import { expect } from "chai";
import type { Case, Ending } from "./cases";
import { allEndings, casesOfRequest } from "./cases";
import type { Operation } from "./operations";
import type { Start } from "./play";
import { play, startOf } from "./play";
import type { Processes } from "./processes";
import { startProcesses } from "./processes";
import { inTurn, within } from "./turns";

export interface Group {
  readonly name: string;
  readonly cases: ReadonlyArray<Case>;
}

/** All that can happen to some requests of an operation, by their indices. */
export const groupsOf = (operation: Operation, indices: ReadonlyArray<number>): ReadonlyArray<Group> =>
  indices.map((index) => ({
    name: `${operation.name}, at request ${index + 1} of ${operation.requests.length} (${operation.requests[index]})`,
    cases: casesOfRequest(operation, index),
  }));

/** Most of the time all of them wait, and what does not wait must not keep the others from their turn. */
const atOnce = 250;

/** Far beyond what all tries and looks of a case can take. */
const longestMs = 300_000;

const plural: Readonly<Record<Ending, string>> = {
  done: "done",
  "clean error": "clean errors",
  "partial failure": "partial failures healed",
  uncertain: "uncertain errors healed",
};

/** Declares the suite. `least` is how many cases it has at the least. */
export const playedAtOnce = (name: string, groups: ReadonlyArray<Group>, least: number): void => {
  const cases = groups.flatMap((group) => group.cases);

  describe(name, function () {
    this.timeout(600_000);
    const endings: Array<Ending> = [];
    let processes: Processes;
    let problems: ReadonlyMap<Case, Promise<ReadonlyArray<string>>>;

    before(async () => {
      processes = await startProcesses(2);
      const starts = new Map<Operation, Start>();
      for (const operation of new Set(cases.map((example) => example.operation)))
        starts.set(operation, await startOf(processes, operation));
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
      const longFirst = [
        ...cases.filter(({ waits }) => waits === true),
        ...cases.filter(({ waits }) => waits !== true),
      ];
      problems = new Map(longFirst.map((example) => [example, turn(() => problemsOf(example))]));
    });
    after(async () => {
      await processes.stop();
      const counts = allEndings
        .map((ending) => ({ ending, count: endings.filter((each) => each === ending).length }))
        .filter(({ count }) => count > 0)
        .map(({ ending, count }) => `${count} ${plural[ending]}`);
      console.log(`${name.replace(/^the /, "")}: ${cases.length} cases: ${counts.join(", ")}`);
    });

    const problemsIn = async (some: ReadonlyArray<Case>): Promise<ReadonlyArray<string>> =>
      (await Promise.all(some.map((example) => problems.get(example)))).flatMap(
        (each) => each ?? ["it was not played"],
      );

    for (const group of groups)
      it(`ends well: ${group.name} (${group.cases.length} cases)`, async () => {
        expect(await problemsIn(group.cases)).to.deep.equal([]);
      });

    it(`has ${least} cases and more, and prints nothing beside its messages`, async () => {
      await problemsIn(cases);
      expect(cases.length).to.be.at.least(least);
      expect(processes.printed()).to.match(/^(: \n)*$/);
    });
  });
};
