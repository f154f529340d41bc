/** The package as users get it: packed to a tarball, and installed by a package manager into a project of its own. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { start } from "../../engine/support/command";
import sdk from "@pulumi/pulumi/package.json";
import { build, repository } from "../harness";

/** Runs a command to a good end, and gives what it printed on stdout. */
export const run = async (cwd: string, command: string, ...args: ReadonlyArray<string>): Promise<string> => {
  const { code, stdout, output } = await start(command, args, cwd, process.env).done;
  if (code !== 0) throw new Error(`${[command, ...args].join(" ")} ended with code ${code}:\n${output}`);
  return stdout;
};

export interface Packed {
  /** The files in it, relative to the package. */
  readonly files: ReadonlyArray<string>;
  /** The tarball itself. */
  readonly tarball: string;
  /** A project in which it is installed, together with Pulumi's SDK and nothing else; one for each package manager. */
  install(manager: "npm" | "pnpm"): Promise<string>;
  remove(): Promise<void>;
}

interface Listing {
  readonly filename: string;
  readonly files: ReadonlyArray<{ readonly path: string }>;
}

/** Packs the package as it stands in the repository. */
export const pack = async (): Promise<Packed> => {
  await build();
  const base = await mkdtemp(path.join(await realpath(tmpdir()), "packed-"));
  const printed = await run(repository, "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", base);
  const [listing]: ReadonlyArray<Listing> = JSON.parse(printed);
  if (listing === undefined) throw new Error(`npm pack told nothing: ${printed}`);
  const tarball = path.join(base, listing.filename);
  const wanted = [tarball, `@pulumi/pulumi@${sdk.version}`];
  const installInto = async (manager: "npm" | "pnpm"): Promise<string> => {
    const project = path.join(base, manager);
    await mkdir(project);
    await writeFile(path.join(project, "package.json"), JSON.stringify({ name: "program", private: true }));
    if (manager === "npm")
      await run(project, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", ...wanted);
    else await run(project, "npx", "--yes", "pnpm@10", "add", "--store-dir", path.join(base, "store"), ...wanted);
    return project;
  };
  const projects = new Map<string, Promise<string>>();
  return {
    tarball,
    files: listing.files.map((file) => file.path).sort(),
    install: (manager) => {
      const project = projects.get(manager) ?? installInto(manager);
      projects.set(manager, project);
      return project;
    },
    remove: () => rm(base, { recursive: true, force: true, maxRetries: 3 }),
  };
};
