// @ts-check
/**
 * The official release of the Pulumi CLI, by way of Pulumi's own npm package `pulumi`. That package is pinned by the
 * hash in `tools/pulumi-cli/release/package-lock.json`; it runs Pulumi's install script, which gets the release from
 * pulumi.com over https and checks nothing else. It is told to use a folder of ours instead of the user's Pulumi home.
 */
import { copyFile, mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { npmCommand, run, tail } from "./processes.mjs";
import { withProgress } from "./progress.mjs";
import { pinnedVersion, programs } from "./pulumiPrograms.mjs";
import { root } from "./root.mjs";

const source = "https://get.pulumi.com/install.sh";

/** Where there is no way to the open internet, that shall take seconds, not the time-outs of npm and curl. */
const isReachable = () =>
  fetch(source, { method: "HEAD", signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

/**
 * @param {string} making
 * @param {(pid: number) => void} onStart
 */
const download = async (making, onStart) => {
  const installer = path.join(making, "installer");
  await mkdir(installer);
  for (const file of ["package.json", "package-lock.json"]) {
    await copyFile(path.join(root, "tools", "pulumi-cli", "release", file), path.join(installer, file));
  }
  const npm = npmCommand(process.env);
  const args = [...npm.args, "ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const installed = await run(npm.command, args, { cwd: installer, onStart, timeout: 120_000 });
  if (installed.code !== 0) throw new Error(`npm ci failed:\n${tail(installed.output)}`);
  const env = { ...process.env, PULUMI_HOME: making, PULUMI_VERSION: pinnedVersion, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const command = path.join(installer, "node_modules", "pulumi", "run.js");
  const got = await run(process.execPath, [command, "version"], { env, cwd: installer, onStart, timeout: 900_000 });
  if (got.code !== 0) throw new Error(`the download failed:\n${tail(got.output)}`);
  for (const program of Object.values(programs)) {
    await rename(path.join(making, "versions", pinnedVersion, "bin", program), path.join(making, "bin", program));
  }
};

/**
 * @param {string} making its `bin` is filled
 * @param {import("./progress.mjs").Say} say
 * @param {(pid: number) => void} onStart
 */
export const downloadRelease = async (making, say, onStart) => {
  if (!(await isReachable())) throw new Error("get.pulumi.com cannot be reached");
  const what = `Downloading the Pulumi CLI v${pinnedVersion}`;
  await withProgress(say, what, () => download(making, onStart));
};
