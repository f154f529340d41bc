// @ts-check
/**
 * What the quickstart tells, stage by stage, and what must be true at the end of each.
 */
import { isDeepStrictEqual } from "node:util";
import { summary } from "./page.mjs";
import { readable } from "./readable.mjs";

/** What people in the company had set by hand before the program came. */
export const asFound = [
  { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 10 },
  { from: "deals", to: "contacts", category: "HUBSPOT_DEFINED", typeId: 3, maxToObjectIds: 20 },
];

/** What a colleague changes by hand after the program's first `up`. */
const byHand = [
  { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 50 },
  { from: "companies", to: "contacts", category: "HUBSPOT_DEFINED", typeId: 2, maxToObjectIds: 7 },
];

/** A stage did something else than its heading says. */
export class StoryError extends Error {}

/**
 * @param {boolean} holds
 * @param {string} expected
 */
const expectThat = (holds, expected) => {
  if (!holds) throw new StoryError(`This should not have happened. Expected: ${expected}.`);
};

/** @typedef {ReturnType<typeof import("./page.mjs").newPage>} Page */
/** @typedef {Awaited<ReturnType<typeof import("./portal.mjs").startPortal>>} Portal */
/** @typedef {Awaited<ReturnType<typeof import("./stack.mjs").newStack>>} Stack */
/** @typedef {{ readonly page: Page, readonly portal: Portal, readonly stack: Stack }} Scene */

/**
 * Shows a Pulumi command, what it printed, and what it asked of the portal.
 * @param {Scene} scene
 * @param {ReadonlyArray<string>} args
 */
const showPulumi = async ({ page, portal, stack }, args) => {
  const before = (await portal.requests()).length;
  page.command(`pulumi ${args.join(" ")}`);
  const { code, output } = await stack.pulumi(args);
  page.output(code === 0 ? readable(output) : output.trim());
  const requests = await portal.requests(before);
  page.requests(requests);
  expectThat(code === 0, `"pulumi ${args[0]}" to succeed; it ended with code ${code}`);
  return { output, requests, batches: requests.filter(({ method }) => method !== "GET") };
};

/** @param {Scene} scene */
export const configure = async ({ page, portal, stack }) => {
  page.stage(`A HubSpot portal on this machine: number ${portal.portalId} at ${portal.url}`);
  page.text("Nothing leaves this machine. Somebody has set limits in the portal by hand before:");
  page.limits("The portal as it was found:", await portal.limits());

  page.stage("A stack, and the portal's access token in its configuration, encrypted");
  /** @type {ReadonlyArray<readonly [args: ReadonlyArray<string>, input?: string]>} */
  const commands = [
    [["stack", "init", stack.name]],
    [["config", "set", "hubspot:baseUrl", portal.url]],
    [["config", "set", "hubspot:portalId", String(portal.portalId)]],
    [["config", "set", "--secret", "hubspot:accessToken"], portal.accessToken],
  ];
  for (const [args, input] of commands) {
    page.command(`pulumi ${args.join(" ")}${input === undefined ? "" : "   # reads the token from its input"}`);
    const { code, output } = await stack.pulumi(args, input);
    page.output(code === 0 ? "" : output);
    expectThat(code === 0, `"pulumi ${args.join(" ")}" to succeed; it ended with code ${code}`);
  }
};

/**
 * From the first preview to the repair of a drift.
 * @param {Scene} scene
 */
export const live = async (scene) => {
  const { page, portal } = scene;
  page.stage("Preview: what would change, and what stands in the portal already");
  page.text(
    "Nothing is written. The warning names a limit that stands with another value: somebody's 10 would become 5.",
  );
  const preview = await showPulumi(scene, ["preview"]);
  expectThat(preview.requests.length > 0 && preview.batches.length === 0, "reads, and nothing written");

  page.stage("Up: one batch for each pair of object types");
  page.text("Limits that the program does not name, here of deals → contacts, stay as they are.");
  const up = await showPulumi(scene, ["up", "--yes", "--skip-preview"]);
  const declared = await portal.limits();
  page.limits("The portal now:", declared);
  const targets = new Set(up.batches.map(({ path }) => path));
  expectThat(targets.size > 0 && targets.size === up.batches.length, "one batch for each pair");
  expectThat(!isDeepStrictEqual(declared, asFound), "limits to be written");

  page.stage("Up again: nothing has changed, so nothing is asked of HubSpot");
  const again = await showPulumi(scene, ["up", "--yes", "--skip-preview", "--expect-no-changes"]);
  expectThat(again.requests.length === 0, `no request; there were ${summary(again.requests)}`);

  page.stage("Meanwhile, a colleague changes two limits in HubSpot's settings");
  page.text("One that the program names, and one that is new, of a pair that the program calls authoritative.");
  const before = (await portal.requests()).length;
  for (const limit of byHand) await portal.setLimit(limit);
  page.requests(await portal.requests(before));
  const drifted = await portal.limits();
  page.limits("The portal now:", drifted);
  expectThat(!isDeepStrictEqual(drifted, declared), "the portal to differ from the program");

  page.stage("Refresh: the drift shows, found with a few reads for the whole portal");
  page.text(
    "`limits` has the value that was changed; `others` is what nobody declared. (Unchanged values are not shown.)",
  );
  const refresh = await showPulumi(scene, ["refresh", "--yes", "--skip-preview", "--diff"]);
  expectThat(refresh.requests.length > 0 && refresh.batches.length === 0, "reads, and nothing written");
  expectThat(/~ \d+ updated/.test(refresh.output), "resources to be updated in the state");

  page.stage("Up: the portal is again as the program says");
  const repair = await showPulumi(scene, ["up", "--yes", "--skip-preview"]);
  const repaired = await portal.limits();
  page.limits("The portal now:", repaired);
  expectThat(repair.batches.length > 0 && isDeepStrictEqual(repaired, declared), "the declared limits to stand again");
};

/** @param {Scene} scene */
export const end = async (scene) => {
  const { page, portal } = scene;
  page.stage("Destroy: the portal is left as it was found");
  page.text("The 10 comes back, and the limits that came with the program go.");
  await showPulumi(scene, ["destroy", "--yes", "--skip-preview"]);
  const left = await portal.limits();
  page.limits("The portal now:", left);
  expectThat(isDeepStrictEqual(left, asFound), "the limits that stood before the first up, and no others");
};
