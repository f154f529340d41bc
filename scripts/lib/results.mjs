// @ts-check
/**
 * What a run of all checks comes to, in numbers.
 */

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} [pending] tests that are known to fail, and not run
 */
/** @typedef {{ readonly passes: number, readonly failures: number, readonly pending: number }} Counts */

/**
 * A check that passes or fails as a whole.
 * @param {number} code its exit code
 * @returns {Result}
 */
export const checkResult = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * A mocha run. One that ends badly without naming a failed test (a file that does not load, a crash) is a failure of
 * its own; so is one in which no test ran.
 * @param {number} code its exit code
 * @param {Counts | undefined} counts what its reporter wrote, if it came to that
 * @returns {Result}
 */
export const mochaResult = (code, counts) => {
  const { passes, failures, pending } = counts ?? { passes: 0, failures: 0, pending: 0 };
  const unnamed = failures === 0 && (code !== 0 || passes === 0);
  const result = { passed: passes, failed: failures + (unnamed ? 1 : 0) };
  return pending === 0 ? result : { ...result, pending };
};

/**
 * @param {ReadonlyArray<Result>} results
 * @returns {Result}
 */
export const total = (results) =>
  results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });

/**
 * Whether a run as a whole is good: nothing failed, and something was there to pass.
 * @param {Result} result
 */
export const isGood = ({ passed, failed }) => failed === 0 && passed > 0;

/** @param {Result} result */
export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
