// @ts-check
/**
 * The Pulumi CLI from its Go modules, pinned with their sums in `tools/pulumi-cli`. Takes some four minutes, once.
 */
import { access, chmod, copyFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { run, tail } from "./processes.mjs";
import { withProgress } from "./progress.mjs";
import { pinnedVersion, programs } from "./pulumiPrograms.mjs";
import { root } from "./root.mjs";
import { isAtLeast, parseVersion } from "./versions.mjs";

/** The `go` line of the modules, and the first Go that fetches a newer one by itself. */
const neededGo = /** @type {const} */ ([1, 25, 11]);
const firstWithToolchains = /** @type {const} */ ([1, 21, 0]);

const modules = [
  { program: programs.pulumi, folder: "pulumi", command: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi" },
  {
    program: programs.languageHost,
    folder: "language-nodejs",
    command: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
  },
];

/**
 * Which toolchain to ask of the Go that is there, or why it will not do.
 * @param {import("./versions.mjs").Version | undefined} version
 * @returns {{ readonly toolchain: string } | { readonly why: string }}
 */
export const goToolchain = (version) => {
  if (version === undefined) return { why: "there is no go on the PATH" };
  if (isAtLeast(version, neededGo)) return { toolchain: "local" };
  return isAtLeast(version, firstWithToolchains)
    ? { toolchain: `go${neededGo.join(".")}` }
    : { why: `go ${version.join(".")} is older than ${firstWithToolchains.join(".")}` };
};

/** @param {string} folder */
const exists = (folder) =>
  access(folder).then(
    () => true,
    () => false,
  );

/**
 * Go's own caches: the user's where there are some, so that nothing is fetched or compiled twice; else folders of
 * ours that go away afterwards, since they hold two gigabytes that nobody asked for.
 * @param {string} own
 * @param {string} cwd
 */
const goCaches = async (own, cwd) => {
  // No such setting can be read where there is no home at all.
  const { code, output } = await run("go", ["env", "GOMODCACHE", "GOCACHE"], { cwd });
  const [modcache = "", cache = ""] = code === 0 ? output.trim().split(/\r?\n/) : [];
  const theirs = modcache !== "" && cache !== "" && (await exists(modcache)) && (await exists(cache));
  return theirs ? {} : { GOPATH: own, GOMODCACHE: path.join(own, "mod"), GOCACHE: path.join(own, "build") };
};

/**
 * @param {string} making its `bin` is filled
 * @param {string} cache for Go's caches, kept until a build has worked
 * @param {import("./progress.mjs").Say} say
 * @param {(pid: number) => void} onStart
 */
export const buildFromModules = async (making, cache, say, onStart) => {
  const tools = path.join(root, "tools", "pulumi-cli");
  const version = await run("go", ["version"], { cwd: making });
  const chosen = goToolchain(version.code === 0 ? parseVersion(version.output) : undefined);
  if ("why" in chosen) throw new Error(chosen.why);
  const own = path.join(cache, "go");
  await mkdir(path.join(making, "tmp"));
  const env = {
    ...process.env,
    ...(await goCaches(own, making)),
    GOTOOLCHAIN: chosen.toolchain,
    GOFLAGS: "-mod=readonly -modcacherw -trimpath -buildvcs=false",
    GOWORK: "off",
    GOOS: undefined,
    GOARCH: undefined,
    GO111MODULE: undefined,
    CGO_ENABLED: "0",
    GOTMPDIR: path.join(making, "tmp"),
  };
  const versionFlag = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pinnedVersion}`;
  const what = `Building the Pulumi CLI v${pinnedVersion} from its Go modules (some four minutes, only once)`;
  await withProgress(say, what, async () => {
    for (const { program, folder, command } of modules) {
      const args = ["build", "-ldflags", `-s -w ${versionFlag}`, "-o", path.join(making, "bin", program), command];
      const built = await run("go", args, { cwd: path.join(tools, folder), env, onStart });
      if (built.code !== 0) throw new Error(`go build failed:\n${tail(built.output)}`);
    }
  });
  const script = programs.dynamicProvider;
  const target = path.join(making, "bin", script);
  await copyFile(path.join(root, "node_modules", "@pulumi", "pulumi", script), target);
  await chmod(target, 0o755);
  await rm(own, { recursive: true, force: true });
};
