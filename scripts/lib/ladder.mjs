// @ts-check
/**
 * Trying one way after another until one works, and saying at the end why none did.
 */

/**
 * @template A
 * @typedef {object} Rung
 * @property {string} name such as "the PATH"
 * @property {() => Promise<{ readonly found: A } | { readonly why: string }>} attempt what it yields, or why nothing
 */

/**
 * Climbs down the rungs in order; those after the one that worked are not attempted. An attempt that rejects is one
 * that did not work.
 * @template A
 * @param {ReadonlyArray<Rung<A>>} rungs
 * @returns {Promise<{ readonly found: A } | { readonly whys: ReadonlyArray<string> }>}
 */
export const firstThatWorks = async (rungs) => {
  /** @type {string[]} */
  const whys = [];
  for (const { name, attempt } of rungs) {
    const result = await attempt().catch((error) => ({ why: error instanceof Error ? error.message : String(error) }));
    if ("found" in result) return result;
    whys.push(`${name}: ${result.why}`);
  }
  return { whys };
};
