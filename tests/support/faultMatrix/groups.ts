/** The cases of a matrix in groups, and how they ended. */
import type { Case, Ending } from "./cases";
import { allEndings, casesOfRequest } from "./cases";
import type { OnGround } from "./ground";
import type { Operation } from "./operations";
import type { Start } from "./play";
import { play, startOf } from "./play";

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

const plural: Readonly<Record<Ending, string>> = {
  done: "done",
  "clean error": "clean errors",
  "partial failure": "partial failures healed",
  uncertain: "uncertain errors healed",
};

export interface Player {
  /** Plays a case; gives what did not hold. */
  readonly problemsOf: (example: Case) => Promise<ReadonlyArray<string>>;
  /** How the cases ended that have been played, such as `2 done, 1 clean errors`. */
  readonly told: () => string;
}

/** Plays cases, each on a ground of its own; the start of an operation is prepared once. */
export const newPlayer = (onGround: OnGround): Player => {
  const endings: Ending[] = [];
  const starts = new Map<Operation, Promise<Start>>();
  const prepared = (operation: Operation): Promise<Start> => {
    const start = starts.get(operation) ?? startOf(onGround, operation);
    starts.set(operation, start);
    return start;
  };
  return {
    problemsOf: async (example) => {
      const { operation, trouble } = example;
      try {
        endings.push(await play(onGround, await prepared(operation), example));
        return [];
      } catch (error) {
        return [`${operation.name}, ${trouble}: ${error instanceof Error ? error.message : String(error)}`];
      }
    },
    told: () =>
      allEndings
        .map((ending) => ({ ending, count: endings.filter((each) => each === ending).length }))
        .filter(({ count }) => count > 0)
        .map(({ ending, count }) => `${count} ${plural[ending]}`)
        .join(", "),
  };
};
