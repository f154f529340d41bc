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

/** Whether one of these resources depends on this one. */
export const isNeeded = ({ name, serial }: Held, by: State): boolean =>
  by.some((other) => other.serial !== serial && other.dependsOn.includes(name));

/** Resources to delete, in an order in which dependents go first. */
export const deletions = (toDelete: State): State => {
  const order: Held[] = [];
  let left = toDelete;
  while (left.length > 0) {
    const next = left.find((held) => !isNeeded(held, left));
    if (next === undefined) throw new Error(`these depend on each other: ${left.map(({ name }) => name).join(", ")}`);
    order.push(next);
    left = left.filter((held) => held !== next);
  }
  return order;
};
