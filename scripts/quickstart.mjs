// @ts-check
/**
 * `npm run quickstart`: takes the program of examples/quickstart through its life against a HubSpot portal on this
 * machine, and says in plain words what happens. Needs no HubSpot account and no Pulumi login; a stage that does not do
 * what its heading says ends the run with code 1. Plain Node, since nothing may be installed yet.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { duration } from "./lib/progress.mjs";
import { root } from "./lib/root.mjs";
import { newPage, wantsColours } from "./quickstart/page.mjs";
import { isRunning, startPortal } from "./quickstart/portal.mjs";
import { folderOf, newStack, removeStack } from "./quickstart/stack.mjs";
import { StoryError, asFound, configure, end, live } from "./quickstart/story.mjs";
import { setup } from "./setup.mjs";

const usage = `npm run quickstart [-- --keep] [--stack NAME]

Takes the program in examples/quickstart through preview, up, drift, refresh and destroy,
against a HubSpot portal on this machine. All it writes is in .quickstart/ and Pulumi.quickstart.yaml.

  --keep         stop before the destroy, and leave portal and stack for playing on until Ctrl-C
  --stack NAME   call the stack, and the folder, so, for two at once; begins with quickstart
  --help         this text`;

/** @param {string} stackName */
const portalFile = (stackName) => path.join(folderOf(stackName), "portal.json");

/**
 * Ends with an error where this stack's quickstart is under way; else clears what one has left.
 * @param {string} stackName
 */
const startAfresh = async (stackName) => {
  /** @type {{ readonly url?: string }} */
  const { url } = await readFile(portalFile(stackName), "utf8").then(JSON.parse, () => ({}));
  if (url !== undefined && (await isRunning(url))) {
    throw new Error(`A quickstart is still running here, with its portal at ${url}. End it with Ctrl-C first.`);
  }
  await removeStack(stackName);
  await mkdir(folderOf(stackName), { recursive: true });
};

/**
 * Waits for Ctrl-C, with portal and stack at hand.
 * @param {import("./quickstart/story.mjs").Scene} scene
 */
const keep = async ({ page, portal, stack }) => {
  await writeFile(path.join(folderOf(stack.name), "env"), stack.shellCommands());
  page.done("Portal and stack are yours to play with, until Ctrl-C here.");
  page.text(`
In another terminal, in ${root}:
    . .${stack.name}/env    # "pulumi" in that terminal is then for this stack, and touches nothing of yours
    pulumi preview       # change examples/quickstart/index.ts, and preview again
    pulumi up
    curl ${portal.url}/__sandbox/state       # what stands in the portal
    curl ${portal.url}/__sandbox/requests    # what was asked of it`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(undefined));
  });
};

/** @param {{ readonly keep: boolean, readonly stack: string }} options */
const quickstart = async (options) => {
  const { path: searchPath } = await setup();
  const start = Date.now();
  const colours = wantsColours(process.stdout, process.env);
  const page = newPage(colours, (text) => void process.stdout.write(text));
  await startAfresh(options.stack);
  const seed = path.join(folderOf(options.stack), "seed.json");
  await writeFile(seed, JSON.stringify({ portals: [{ portalId: 4_242_424, limits: asFound }] }));
  const portal = await startPortal(seed);
  try {
    await writeFile(portalFile(options.stack), JSON.stringify({ url: portal.url }));
    const stack = await newStack(options.stack, { searchPath, colours });
    const scene = { page, portal, stack };
    await configure(scene);
    await live(scene);
    if (options.keep) {
      await keep(scene);
    } else {
      await end(scene);
      page.done(`That was the whole life of a stack, in ${duration(Date.now() - start)}.`);
      page.text("The program: examples/quickstart/index.ts. To play on: npm run quickstart -- --keep");
    }
  } finally {
    await portal.stop();
  }
  await removeStack(options.stack);
};

/** Throws an error that says what is wrong with the usage. */
const flags = () => {
  const { values } = parseArgs({
    options: {
      keep: { type: "boolean", default: false },
      stack: { type: "string", default: "quickstart" },
      help: { type: "boolean", default: false },
    },
  });
  if (/^quickstart[\w-]*$/.test(values.stack)) return values;
  throw new Error(`"${values.stack}" does not begin with quickstart, or has more than letters, digits and dashes`);
};

/** @returns {Promise<number>} the exit code */
const main = async () => {
  /** @type {ReturnType<typeof flags>} */
  let chosen;
  try {
    chosen = flags();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  if (chosen.help) {
    console.log(usage);
    return 0;
  }
  try {
    await quickstart(chosen);
    return 0;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    if (error instanceof StoryError) console.error(`What it left is in .${chosen.stack}/; the next run starts afresh.`);
    return 1;
  }
};

process.exitCode = await main();
