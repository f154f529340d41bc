/**
 * States that earlier releases have written, with this release on the real engine: their programs preview without a
 * change, and a destroy leaves the portals as the programs say. `tests/lifecycle/earlierStates.test.ts` does more with
 * the same states, without a launch.
 */
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import { startSandbox } from "../../sandbox";
import { closeAll } from "../support/closeAll";
import type { EarlierState } from "../support/earlierStates";
import { beyondPreview, earlierStates, seen } from "../support/earlierStates";
import { expectNoLeak } from "../support/leaks/expectNoLeak";
import { secretsOf } from "../support/sandbox";
import type { Run, Stack } from "./harness";
import { newStack, summaryOf } from "./harness";
import { nameOf } from "./support/state";

const good = async (running: Promise<Run>): Promise<Run> => {
  const run = await running;
  expect(run.code, run.output).to.equal(0);
  return run;
};

describe("a state of an earlier release", () => {
  const open: Array<() => Promise<void>> = [];
  afterEach(() => closeAll(open.splice(0).reverse()));

  const begin = async ({ file, faults, config, state }: EarlierState): Promise<readonly [Sandbox, Stack]> => {
    const sandbox = await startSandbox({ seed: file("after.json") });
    open.push(sandbox.close);
    sandbox.faults(faults);
    const stack = await newStack({ config: config(sandbox.url) });
    open.push(stack.cleanup);
    await copyFile(file("index.js"), path.join(stack.dir, "index.js"));
    await stack.import(state(sandbox.url));
    return [sandbox, stack];
  };

  for (const earlier of earlierStates) {
    it(`(${earlier.name}) previews without a change, and a destroy leaves what the program says`, async () => {
      const [sandbox, stack] = await begin(earlier);
      const resources = (await stack.resources()).filter(({ urn }) => nameOf(urn) !== "default");

      const preview = await good(stack.preview("--expect-no-changes"));
      expect(summaryOf(preview.output)).to.deep.equal({ unchanged: resources.length });
      expect(beyondPreview(sandbox.requests())).to.deep.equal([]);

      await good(stack.destroy());
      expect(seen(sandbox.state())).to.deep.equal(earlier.left());
      const made = sandbox.requests().filter(({ method, path: asked }) => method === "POST" && /\/labels$/.test(asked));
      expect(made).to.deep.equal([]);
      await expectNoLeak([...secretsOf(sandbox), ...stack.secrets()], stack.evidence());
    });
  }
});
