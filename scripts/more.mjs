// @ts-check
/**
 * `npm run test:more`: what takes longer than anybody waits for, run before a larger change is done: faults that are
 * planted, and mutation testing. Both run even where one fails.
 */
import { run } from "./lib/processes.mjs";
import { checkResult, isGood, lastLine, total } from "./lib/results.mjs";
import { root } from "./lib/root.mjs";

const results = [];
for (const script of ["scripts/plantedFaults.mjs", "scripts/mutation.mjs"]) {
  console.log(`\n=== ${script}`);
  const { code } = await run(process.execPath, [script], { cwd: root, onOutput: (part) => process.stdout.write(part) });
  results.push(checkResult(code));
}
const result = total(results);
console.log(`\n${lastLine(result)}`);
process.exitCode = isGood(result) ? 0 : 1;
