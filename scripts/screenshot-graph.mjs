// @ts-check
/**
 * `node scripts/screenshot-graph.mjs`: the picture of the sandbox's demo portal as Chromium shows it, light and dark, into
 * `docs/images/`. Takes the approved SVG, which a test holds to what `graph --format svg` writes.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./lib/processes.mjs";
import { root } from "./lib/root.mjs";

const browsers = ["chromium", "chromium-browser", "google-chrome"];
/** As Chromium counts them. */
const schemes = { light: 1, dark: 0 };

const picture = path.join(root, "tests/approved/graph/demo.svg");

/** @param {ReadonlyArray<string>} args */
const browse = async (args) => {
  for (const browser of browsers) {
    if ((await run(browser, args, { timeout: 60_000 })).code === 0) return;
  }
  throw new Error(`None of ${browsers.join(", ")} runs. On Debian: apt-get install chromium fonts-dejavu`);
};

const [, width = "", height = ""] = /width="([\d.]+)" height="([\d.]+)"/.exec(await readFile(picture, "utf8")) ?? [];

for (const [scheme, number] of Object.entries(schemes)) {
  const file = path.join(root, `docs/images/graph-${scheme}.png`);
  await browse([
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    `--blink-settings=preferredColorScheme=${number}`,
    `--window-size=${Math.ceil(Number(width))},${Math.ceil(Number(height))}`,
    `--screenshot=${file}`,
    pathToFileURL(picture).href,
  ]);
  console.log(file);
}
