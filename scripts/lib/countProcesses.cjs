/**
 * Counts the programs that a step of `npm test` starts. Loaded into each of its Node processes by `NODE_OPTIONS`, it
 * writes a line with the program's name to the file of PULUMI_HUBSPOT_ASSOCIATIONS_PROCESSES for each process that Node
 * starts. A Node process that another program has started, such as Pulumi's language host, writes its own line. What
 * Pulumi starts besides is not seen. The step's own process adds the processor time of all of them when it ends.
 */
const { appendFileSync, readFileSync } = require("node:fs");
const { ChildProcess } = require("node:child_process");
const path = require("node:path");

const file = process.env["PULUMI_HUBSPOT_ASSOCIATIONS_PROCESSES"];
const runner = Number(process.env["PULUMI_HUBSPOT_ASSOCIATIONS_RUNNER"]);

/** @param {string} line */
const note = (line) => {
  try {
    appendFileSync(file, `${line}\n`);
  } catch {
    // The run has ended, and its folder is gone.
  }
};

/** @param {string} name */
const read = (name) => {
  try {
    return readFileSync(name, "utf8");
  } catch {
    return undefined;
  }
};

/** Whether Node has started this process; where there is no /proc to tell, it counts as so. */
const startedByNode = () => (read(`/proc/${process.ppid}/comm`) ?? "node").startsWith("node");

/** The seconds that this process and all that it has waited for have used, where /proc tells. */
const processorSeconds = () => {
  const fields = read("/proc/self/stat")
    ?.replace(/^.*\) /, "")
    .split(" ");
  // Fields 14 to 17 of proc(5), in ticks of a hundredth of a second.
  return fields?.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / 100, 0);
};

if (file !== undefined) {
  const spawn = ChildProcess.prototype.spawn;
  ChildProcess.prototype.spawn = function (options) {
    note(path.basename(options.file));
    return spawn.call(this, options);
  };
  if (!startedByNode()) note("node");
  if (process.ppid === runner) {
    process.once("exit", () => {
      const seconds = processorSeconds();
      if (seconds !== undefined) note(`cpu ${seconds.toFixed(1)}`);
    });
  }
}
