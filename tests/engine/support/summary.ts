/**
 * What a preview, up, refresh or destroy says at its end that it did, as numbers.
 */

const line = /^\s+(?:[-+~>=<]+\s*)?(\d+) (to \w+|unchanged|created|updated|deleted|replaced|read|imported|\w+)\b/;

/**
 * The counts under `Resources:`, the last ones where a command printed several:
 * `{ created: 3, unchanged: 1 }`, in a preview `{ "to create": 3 }`. Empty where there are none.
 */
export const summaryOf = (output: string): Readonly<Record<string, number>> => {
  const start = output.lastIndexOf("\nResources:");
  if (start === -1) return {};
  const lines = output
    .slice(start + 1)
    .split("\n")
    .slice(1);
  const end = lines.findIndex((text) => !line.test(text));
  const counts = (end === -1 ? lines : lines.slice(0, end)).flatMap((text) => {
    const [, count, what] = line.exec(text) ?? [];
    return count === undefined || what === undefined ? [] : [[what, Number(count)] as const];
  });
  return Object.fromEntries(counts);
};
