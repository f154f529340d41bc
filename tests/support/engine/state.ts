/** What the engine's state holds of a stack. */
import type { Properties } from "./hooks";

/** A resource as the state holds it. */
export interface Held {
  /** Tells apart what had the same name one after another. */
  readonly serial: number;
  readonly name: string;
  readonly kind: string;
  /** The Provider that made it; `""` for the default one. */
  readonly provider: string;
  readonly dependsOn: ReadonlyArray<string>;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** Its last create or update was a partial failure. */
  readonly isPartial: boolean;
  /** Another of its name was created, and this one is to be deleted. */
  readonly isReplaced: boolean;
}

export type State = ReadonlyArray<Held>;

/**
 * Resources to delete, in groups of which each waits for the one before: who depends on another goes first, and nothing
 * within a group depends on anything in it.
 */
export const deletions = (goners: State): ReadonlyArray<State> => {
  const groups: State[] = [];
  let left = goners;
  while (left.length > 0) {
    const group = left.filter(({ name, serial }) =>
      left.every((other) => other.serial === serial || !other.dependsOn.includes(name)),
    );
    if (group.length === 0) throw new Error(`these depend on each other: ${left.map(({ name }) => name).join(", ")}`);
    groups.push(group);
    left = left.filter((each) => !group.includes(each));
  }
  return groups;
};
