import { expect } from "chai";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { cacheFolder, inFolder, onPath, unusable } from "../../../scripts/lib/pulumi.mjs";
import { goToolchain } from "../../../scripts/lib/pulumiModules.mjs";
import { pinnedVersion } from "../../../scripts/lib/pulumiPrograms.mjs";
import { root } from "../../../scripts/lib/root.mjs";

describe("the Pulumi CLI", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "pulumi-ladder-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A folder with programs that are shell scripts. */
  const withPrograms = async (name: string, programs: Readonly<Record<string, string>>): Promise<string> => {
    await mkdir(path.join(folder, name));
    for (const [program, text] of Object.entries(programs)) {
      await writeFile(path.join(folder, name, program), `#!/bin/sh\n${text}\n`);
      await chmod(path.join(folder, name, program), 0o755);
    }
    return path.join(folder, name);
  };
  const hosts = { "pulumi-language-nodejs": "exit 0", "pulumi-resource-pulumi-nodejs": "exit 0" };

  it("is pinned to one version, in the Go modules, the release and here", async () => {
    const tools = path.join(root, "tools", "pulumi-cli");
    const goMod = await readFile(path.join(tools, "pulumi", "go.mod"), "utf8");
    const lock: unknown = JSON.parse(await readFile(path.join(tools, "release", "package-lock.json"), "utf8"));
    expect(/github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1]).to.equal(pinnedVersion);
    expect(lock).to.have.nested.property("packages.node_modules/pulumi.version", pinnedVersion);
    expect(unusable([3, Number(pinnedVersion.split(".")[1]), 0])).to.equal(undefined);
  });

  it("is kept in a folder of the user's, which a variable may name", () => {
    const own = "pulumi-hubspot-associations";
    expect(cacheFolder({}, "/home/ada")).to.equal(path.join("/home/ada", ".cache", own));
    expect(cacheFolder({ XDG_CACHE_HOME: "/caches" }, "/home/ada")).to.equal(path.join("/caches", own));
    const named = { XDG_CACHE_HOME: "/caches", PULUMI_HUBSPOT_ASSOCIATIONS_CACHE: "/mine" };
    expect(cacheFolder(named, "/home/ada")).to.equal("/mine");
    expect(cacheFolder({}, "")).to.equal(path.join(tmpdir(), own));
  });

  it("must be new enough, and of the major version that is known", () => {
    expect(unusable([3, 254, 0])).to.equal(undefined);
    expect(unusable([3, 253, 9])).to.equal("v3.253.9 is older than v3.254.0");
    expect(unusable([4, 0, 0])).to.equal("v4.0.0 is a newer major version");
    expect(unusable(undefined)).to.equal("its version cannot be read");
  });

  it("on the PATH is taken with its language host beside it", async () => {
    const bin = await withPrograms("bin", { pulumi: "echo v3.300.0", ...hosts });
    expect(await onPath({ PATH: ["/nowhere", bin].join(path.delimiter) })).to.deep.equal({ found: bin });
  });

  it("on the PATH is taken as a link to where its language host is", async () => {
    const real = await withPrograms("real", { pulumi: "echo v3.300.0", ...hosts });
    const bin = await withPrograms("bin", {});
    await symlink(path.join(real, "pulumi"), path.join(bin, "pulumi"));
    expect(await onPath({ PATH: bin })).to.deep.equal({ found: bin });
  });

  it("on the PATH is passed over when it is old, broken or alone", async () => {
    const bins = {
      none: {},
      old: { pulumi: "echo v3.100.0", ...hosts },
      broken: { pulumi: "echo no version set >&2; exit 126", ...hosts },
      alone: { pulumi: "echo v3.300.0" },
    };
    const whys: Array<unknown> = [];
    for (const [name, programs] of Object.entries(bins)) {
      whys.push(await onPath({ PATH: await withPrograms(name, programs) }));
    }
    const at = (name: string): string => path.join(folder, name, "pulumi");
    expect(whys).to.deep.equal([
      { why: "no pulumi there" },
      { why: `${at("old")}: v3.100.0 is older than v3.254.0` },
      { why: `${at("broken")}: its version cannot be read` },
      { why: `${at("alone")} comes without pulumi-language-nodejs` },
    ]);
  });

  it("in the cache is whole and works, or is not there", async () => {
    const good = await withPrograms("good", { pulumi: `echo v${pinnedVersion}`, ...hosts });
    const truncated = await withPrograms("truncated", { pulumi: "exit 1", ...hosts });
    const partial = await withPrograms("partial", { pulumi: `echo v${pinnedVersion}` });
    expect([await inFolder(good), await inFolder(truncated), await inFolder(partial)]).to.deep.equal([
      { found: good },
      { why: `${truncated} does not hold a working v${pinnedVersion}` },
      { why: `no pulumi-language-nodejs in ${partial}` },
    ]);
  });

  it("is built by the Go that is there, by a newer one that it fetches, or not at all", () => {
    expect(goToolchain([1, 26, 8])).to.deep.equal({ toolchain: "local" });
    expect(goToolchain([1, 22, 2])).to.deep.equal({ toolchain: "go1.25.11" });
    expect(goToolchain([1, 19, 8])).to.deep.equal({ why: "go 1.19.8 is older than 1.21.0" });
    expect(goToolchain(undefined)).to.deep.equal({ why: "there is no go on the PATH" });
  });
});
