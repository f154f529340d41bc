/**
 * Whole lives of stacks: programs that change, a portal that is changed behind their back, faults and killed processes.
 * `PULUMI_HUBSPOT_ASSOCIATIONS_LIFE_RUNS` says how many, `…_SEED` which ones (the line at the end tells it), and
 * `…_PATH` goes to the one of a failure.
 */
import fc from "fast-check";
import { startSandbox } from "../../../sandbox";
import type { Counts } from "../support/commands";
import { end, lives } from "../support/commands";
import { newEngine } from "../support/engine";
import { newLife, standingOn } from "../support/life";
import { holdsTheRule } from "../../support/pairs";
import { pairs, portal, sandboxName, switches } from "../support/portal";
import { limitsOn } from "../support/stack";

const setting = (name: string): string | undefined => process.env[`PULUMI_HUBSPOT_ASSOCIATIONS_LIFE_${name}`];

const wholeNumber = (name: string, otherwise: number): number => {
  const text = setting(name);
  const number = Number(text);
  if (text === undefined) return otherwise;
  if (!Number.isInteger(number))
    throw new Error(`PULUMI_HUBSPOT_ASSOCIATIONS_LIFE_${name}: ${text} is no whole number`);
  return number;
};

const runs = wholeNumber("RUNS", 100);
const seed = wholeNumber("SEED", Date.now() % 2 ** 31);
/** Of a path, the first number is the run, the others its shrinking, which depends on what commands did: it is done anew. */
const path = setting("PATH")?.split(":")[0];

const counts: Counts & { lives: number } = { lives: 0, commands: 0, ups: 0, upsUnderFaults: 0, failedUps: 0, kills: 0 };

/** What stands before anything is declared, and how HubSpot behaves. */
const beginnings = fc.record({
  found: fc.tuple(...pairs.map((of) => limitsOn(of).filter((limits) => holdsTheRule(of.unlabeled, limits)))),
  chosen: fc
    .tuple(switches, fc.integer({ min: 0, max: 2 }))
    .map(([chosen, readsBehind]) => ({ ...chosen, readsBehind })),
});

describe("the life of a stack", () => {
  after(() => {
    const said = Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, n.toLocaleString("en")]));
    console.log(
      `  life: ${said["lives"]} runs, ${said["commands"]} commands, ${said["ups"]} ups of which ` +
        `${said["upsUnderFaults"]} under faults (${said["failedUps"]} failed), ${said["kills"]} kills; seed ${seed}`,
    );
  });

  it("has on the portal what the program says after each up that went well, and never touches the rest", async function () {
    this.timeout(runs * 10_000);
    await fc.assert(
      fc.asyncProperty(beginnings, lives(), async ({ found, chosen }, commands) => {
        const limits = pairs.flatMap(({ pair: { from, to } }, i) =>
          (found[i] ?? []).map((limit) => ({ from: sandboxName(from), to: sandboxName(to), ...limit })),
        );
        const sandbox = await startSandbox({
          portals: [{ ...portal, limits }],
          switches: chosen,
          quota: { max: 1_000_000 },
        });
        const life = newLife(newEngine(), () => standingOn(sandbox.state()));
        const lab = { sandbox, counts };
        counts.lives++;
        try {
          await fc.asyncModelRun(() => ({ model: life, real: lab }), commands);
          await end(life, lab);
        } finally {
          await sandbox.close();
        }
      }),
      { numRuns: runs, seed, ...(path === undefined ? {} : { path }) },
    );
  });
});
