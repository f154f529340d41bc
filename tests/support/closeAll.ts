/** Ends one thing after another, all of them whatever becomes of each, and then throws what the first has thrown. */
export const closeAll = async (closing: ReadonlyArray<() => unknown>): Promise<void> => {
  const failures: Array<unknown> = [];
  for (const close of closing) {
    try {
      await close();
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
};
