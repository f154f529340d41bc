// @ts-check
/** Putting a fault into a source: one snippet, within one declaration, so that it is clear what is broken. */

/**
 * @typedef {object} Place
 * @property {string} file
 * @property {string} symbol the top-level declaration in which the snippet stands
 * @property {string} snippet which stands there exactly once
 * @property {string} instead
 */

const declaration = /^(?:export )?(?:abstract )?(?:const|let|function|class|interface|type) (\w+)/;

/**
 * The lines of a top-level declaration, up to the next one.
 * @param {ReadonlyArray<string>} lines
 * @param {string} symbol
 * @returns {{ readonly from: number, readonly to: number } | undefined} `to` not included
 */
const linesOf = (lines, symbol) => {
  const from = lines.findIndex((line) => declaration.exec(line)?.[1] === symbol);
  if (from === -1) return undefined;
  const next = lines.findIndex((line, i) => i > from && declaration.test(line));
  return { from, to: next === -1 ? lines.length : next };
};

/**
 * The source with the fault in it.
 * @param {string} source
 * @param {Place} place
 * @returns {{ readonly planted: string } | { readonly problem: string }}
 */
export const plant = (source, { symbol, snippet, instead }) => {
  const lines = source.split("\n");
  const found = linesOf(lines, symbol);
  if (found === undefined) return { problem: `${symbol} is not declared there` };
  const own = lines.slice(found.from, found.to).join("\n");
  const times = own.split(snippet).length - 1;
  if (times !== 1) return { problem: `its snippet stands in ${symbol} ${times} times` };
  const planted = own.split(snippet).join(instead);
  return { planted: [...lines.slice(0, found.from), planted, ...lines.slice(found.to)].join("\n") };
};
