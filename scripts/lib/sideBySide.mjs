// @ts-check
/**
 * Several tasks at a time, whose output reads as if they had run one after another.
 */

/** @typedef {(text: string | Buffer) => void} Write */

/**
 * Runs the tasks, at most `limit` at a time. The first one's output passes as it comes, that of a later one is kept
 * until those before it have ended. Results are in the order of the tasks.
 * @template A
 * @param {number} limit
 * @param {ReadonlyArray<(write: Write) => Promise<A>>} tasks which do not reject
 * @param {Write} write
 * @returns {Promise<ReadonlyArray<A>>}
 */
export const sideBySide = async (limit, tasks, write) => {
  /** @type {Array<{ kept: Array<string | Buffer>, ended: boolean }>} */
  const outputs = tasks.map(() => ({ kept: [], ended: false }));
  let front = 0;
  const flush = () => {
    for (let output = outputs[front]; output !== undefined; output = outputs[++front]) {
      output.kept.splice(0).forEach(write);
      if (!output.ended) return;
    }
  };
  /** @type {A[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; ; i = next++) {
      const [task, output] = [tasks[i], outputs[i]];
      if (task === undefined || output === undefined) return;
      results[i] = await task((text) => {
        output.kept.push(text);
        flush();
      });
      output.ended = true;
      flush();
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
};
