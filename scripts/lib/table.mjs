// @ts-check
/**
 * The table at the end of a run: for each step its tests, its time, and the processes that it has started.
 */
import { duration } from "./progress.mjs";

/**
 * @typedef {object} Cost
 * @property {number} milliseconds
 * @property {number | undefined} cpuSeconds of the step and all that it has started; unknown outside Linux
 * @property {number} processes
 * @property {number} pulumi those of them that are the Pulumi CLI
 */
/** @typedef {{ readonly name: string, readonly result: import("./results.mjs").Result, readonly cost: Cost }} Row */

/**
 * Reads what `countProcesses.cjs` has written: a line for each process, and the step's own processor time.
 * @param {string} lines
 * @returns {Omit<Cost, "milliseconds">}
 */
export const costOf = (lines) => {
  const all = lines.split("\n").filter((line) => line !== "");
  const [, cpu] = all.map((line) => /^cpu (\S+)$/.exec(line)).find((found) => found !== null) ?? [];
  const processes = all.filter((line) => !line.startsWith("cpu "));
  return {
    cpuSeconds: cpu === undefined ? undefined : Number(cpu),
    processes: processes.length,
    pulumi: processes.filter((name) => /^pulumi(\.exe)?$/.test(name)).length,
  };
};

/** @param {ReadonlyArray<Row>} rows */
export const launches = (rows) => rows.reduce((sum, { cost }) => sum + cost.pulumi, 0);

/**
 * @param {ReadonlyArray<Row>} rows
 * @returns {string}
 */
export const table = (rows) => {
  const cells = [
    ["level", "tests", "time", "CPU time", "processes", "pulumi"],
    ...rows.map(({ name, result: { passed, failed, pending = 0 }, cost }) => [
      name,
      [
        String(passed),
        ...(failed === 0 ? [] : [`${failed} failed`]),
        ...(pending === 0 ? [] : [`${pending} pending`]),
      ].join(", "),
      duration(cost.milliseconds),
      cost.cpuSeconds === undefined ? "–" : duration(cost.cpuSeconds * 1000),
      String(cost.processes),
      String(cost.pulumi),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return cells
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
    )
    .join("\n");
};
