/**
 * How much some code does, counted and not timed, so that it is the same on every machine: how many elements the methods
 * of lists walk over, and how many texts are lowered, as whatever compares names does.
 */

const walks = ["every", "filter", "find", "flatMap", "forEach", "includes", "map", "reduce", "some"] as const;

/** Counts while the work goes on; whatever else the process does meanwhile counts, too. */
export const countedWork = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const undo: Array<() => void> = [];
  const watch = (of: object, method: string, cost: (self: unknown) => number): void => {
    const original = Object.getOwnPropertyDescriptor(of, method);
    const does: unknown = original?.value;
    if (original === undefined || typeof does !== "function") throw new Error(`There is no ${method}`);
    const value = function (this: unknown, ...args: ReadonlyArray<unknown>): unknown {
      count += cost(this);
      return Reflect.apply(does, this, args);
    };
    Object.defineProperty(of, method, { ...original, value });
    undo.push(() => void Object.defineProperty(of, method, original));
  };
  for (const walk of walks) watch(Array.prototype, walk, (list) => (Array.isArray(list) ? list.length : 0));
  watch(String.prototype, "toLowerCase", () => 1);
  try {
    await work();
  } finally {
    for (const step of undo) step();
  }
  return count;
};
