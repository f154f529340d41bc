// @ts-check
/**
 * The stack of the quickstart: the root project with a Pulumi home, a state and a passphrase of its own, so that
 * nothing of the user's is read or written.
 */
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { run } from "../lib/processes.mjs";
import { root } from "../lib/root.mjs";

/**
 * All that the quickstart keeps, but for the stack's configuration, which Pulumi wants beside Pulumi.yaml.
 * @param {string} name the stack's
 */
export const folderOf = (name) => path.join(root, `.${name}`);

/**
 * Removes what an earlier run has left.
 * @param {string} name the stack's
 */
export const removeStack = async (name) => {
  await rm(folderOf(name), { recursive: true, force: true });
  await rm(path.join(root, `Pulumi.${name}.yaml`), { force: true });
};

/** Variables of the user's that would change which portal is meant. */
const identity = ["ACCESS_TOKEN", "CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "PORTAL_ID", "BASE_URL"];

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * @param {string} name the stack's
 * @param {{ readonly searchPath: string, readonly colours: boolean }} options `searchPath` leads to the Pulumi CLI
 */
export const newStack = async (name, { searchPath, colours }) => {
  const folder = folderOf(name);
  const state = path.join(folder, "state");
  await mkdir(state, { recursive: true });

  const own = {
    PATH: searchPath,
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: "quickstart",
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  const inherited = Object.entries(process.env).filter(([variable]) => !/^(HUBSPOT|PULUMI)_/.test(variable));
  const env = { ...Object.fromEntries(inherited), ...own };

  return {
    name,

    /**
     * @param {ReadonlyArray<string>} args
     * @param {string} [input] what it reads from its standard input
     */
    pulumi: (args, input) =>
      run("pulumi", [...args, "--non-interactive", "--color", colours ? "always" : "never"], { cwd: root, env, input }),

    /** Shell commands after which `pulumi` means this stack. */
    shellCommands: () =>
      [
        `unset ${identity.map((name) => `HUBSPOT_${name}`).join(" ")}`,
        ...Object.entries(own).map(([variable, value]) => `export ${variable}=${quoted(value)}`),
        "",
      ].join("\n"),
  };
};
