// @ts-check
/**
 * `npm run test:mutation`: changes the pure files in small ways (a `<` for a `<=`, a condition that is always true) and
 * counts the changes that make no test fail. Ends with a score for each folder, and with 1 where one is below the
 * least that is wanted. `npm run test:mutation -- provider/limits` does one folder. What did not change since the last
 * time is not tried again; `--force` tries everything.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { run } from "./lib/processes.mjs";
import { duration, sayOnStderr } from "./lib/progress.mjs";
import { root } from "./lib/root.mjs";
import { groups } from "./mutation/groups.mjs";
import { folder, optionsFile, reportFile, strykerOptions } from "./mutation/options.mjs";
import { percent, scores, survivors, table } from "./mutation/scores.mjs";
import { prepareRepository } from "./setup.mjs";

/** @typedef {import("./mutation/groups.mjs").Group} Group */

const leastPercent = 85;
const survivorsFile = path.posix.join(folder, "survivors.txt");
const concurrency = Number(
  process.env["PULUMI_HUBSPOT_ASSOCIATIONS_MUTATION_JOBS"] ?? Math.min(2, availableParallelism()),
);

/** Properties have few runs, with the same cases each time; no setting of the user's for a portal reaches a test. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(HUBSPOT|PULUMI)_/.test(name))),
  PULUMI_HUBSPOT_ASSOCIATIONS_EXACT_RUNS: "20",
};

/**
 * @param {Group} group
 * @param {ReadonlyArray<string>} flags
 * @returns {Promise<import("./mutation/scores.mjs").Report>}
 */
const tried = async (group, flags) => {
  const start = Date.now();
  sayOnStderr(`${group.name} …`);
  await writeFile(
    path.join(root, optionsFile(group)),
    JSON.stringify(strykerOptions(group, concurrency), undefined, 2),
  );
  await rm(path.join(root, reportFile(group)), { force: true });
  const stryker = path.join("node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const { code, output } = await run(process.execPath, [stryker, "run", optionsFile(group), ...flags], {
    cwd: root,
    env: environment,
  });
  if (code !== 0) throw new Error(`Stryker failed for ${group.name}:\n${output}`);
  sayOnStderr(`${group.name}: done in ${duration(Date.now() - start)}`);
  return JSON.parse(await readFile(path.join(root, reportFile(group)), "utf8"));
};

/** @param {ReadonlyArray<string>} args */
const main = async (args) => {
  const names = args.filter((arg) => !arg.startsWith("-"));
  const flags = args.filter((arg) => arg.startsWith("-"));
  const strange = names.find((name) => !groups.some((group) => group.name === name));
  if (strange !== undefined) {
    throw new Error(`${strange} is none of the folders: ${groups.map(({ name }) => name).join(", ")}`);
  }
  await prepareRepository(sayOnStderr);
  await mkdir(path.join(root, folder), { recursive: true });
  /** @type {Array<import("./mutation/scores.mjs").Report>} */
  const reports = [];
  for (const group of groups) {
    if (names.length === 0 || names.includes(group.name)) reports.push(await tried(group, flags));
  }
  const all = scores(reports);
  await writeFile(path.join(root, survivorsFile), `${survivors(reports).join("\n\n")}\n`);
  console.log(table(all));
  console.log(`\nWhat no test noticed is in ${survivorsFile}`);
  const low = all.filter((score) => percent(score) < leastPercent).map((score) => score.folder);
  if (low.length > 0) console.log(`Below ${leastPercent} %: ${low.join(", ")}`);
  process.exitCode = low.length > 0 ? 1 : 0;
};

main(process.argv.slice(2)).catch((error) => {
  sayOnStderr(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
