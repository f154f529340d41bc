// @ts-check
/**
 * Which Pulumi CLI is meant: the versions, and the names of its programs.
 */

/** What is downloaded or built. `tools/pulumi-cli` names the same version. */
export const pinnedVersion = "3.259.0";

/** The first CLI whose import files take outputs, which a dynamic resource needs. */
export const minimumVersion = /** @type {import("./versions.mjs").Version} */ ([3, 254, 0]);

const windows = process.platform === "win32";

/** The three programs by their file names: the CLI, the language host, the script that starts dynamic providers. */
export const programs = windows
  ? {
      pulumi: "pulumi.exe",
      languageHost: "pulumi-language-nodejs.exe",
      dynamicProvider: "pulumi-resource-pulumi-nodejs.cmd",
    }
  : {
      pulumi: "pulumi",
      languageHost: "pulumi-language-nodejs",
      dynamicProvider: "pulumi-resource-pulumi-nodejs",
    };
