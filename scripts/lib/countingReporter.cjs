/**
 * A mocha reporter: mocha's own `spec`, and the numbers written to the file of the option `counts`, so that a run of
 * several suites can add them up. Works with `--parallel` too, since reporters live in mocha's main process.
 */
const { writeFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(options.reporterOptions.counts, JSON.stringify({ passes, failures, pending }));
    });
  }
}

module.exports = CountingReporter;
