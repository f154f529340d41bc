/**
 * An existing portal brought in: generate, install, compile, import, a preview without changes, one change by hand, and
 * back to where the portal was. From a seed, with the command and the package as they are built.
 */
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "chai";
import type { JournalEntry, Sandbox } from "../../../sandbox";
import { startSandbox } from "../../../sandbox";
import type { Packed } from "../../host/support/install";
import { pack } from "../../host/support/install";
import { closeAll } from "../../support/closeAll";
import { expectNoLeak } from "../../support/leaks/expectNoLeak";
import { secretsOf } from "../../support/sandbox";
import type { Run, Stack } from "../harness";
import { newStack, repository, summaryOf } from "../harness";
import type { Environment } from "./command";
import { start } from "./command";

export interface Brought {
  readonly sandbox: Sandbox;
  readonly stack: Stack;
  readonly env: Environment;
  /** The requests since the last time that this was asked. */
  readonly requests: () => ReadonlyArray<JournalEntry>;
  readonly standing: () => ReadonlyArray<string>;
}

export const good = async (running: Promise<Run>): Promise<Run> => {
  const run = await running;
  expect(run.code, run.output).to.equal(0);
  return run;
};

export const inFolder = (stack: Stack, name: string): string => path.join(stack.dir, name);

/** The program in which the first limit of 1 on a label has become 2. */
const changedByHand = (program: string): string => {
  const changed = program.replace(/(\{ label: "[^"]+", maxToObjectIds: )1( \})/, "$12$2");
  expect(changed).not.to.equal(program);
  return changed;
};

interface Expected {
  readonly seed: string;
  readonly by: "npm" | "hand";
  readonly resources: number;
  /** The requests of `generate`, at most. */
  readonly most: number;
}

export interface ExistingPortals {
  begin(seed: string): Promise<Brought>;
  generate(brought: Brought): Promise<Run>;
  /** The whole way, from a portal that nobody has declared to the same one again. */
  comesInAndIsLeft(expected: Expected): Promise<void>;
}

/** To be called in a suite, whose hooks it uses. */
export const existingPortals = (): ExistingPortals => {
  let packed: Packed;
  const open: Array<() => unknown> = [];
  before(async () => {
    packed = await pack();
  });
  after(() => packed.remove());
  afterEach(() => closeAll(open.splice(0).reverse()));

  const begin = async (seed: string): Promise<Brought> => {
    const sandbox = await startSandbox({ seed });
    const env = {
      HUBSPOT_ACCESS_TOKEN: sandbox.token,
      HUBSPOT_BASE_URL: sandbox.url,
      // A large import spends most of its time on writing the whole state after each resource.
      PULUMI_EXPERIMENTAL: "true",
      PULUMI_SKIP_CHECKPOINTS: "true",
    };
    const stack = await newStack({ project: "crm", env });
    open.push(sandbox.close, stack.cleanup);
    await Promise.all(["index.js", "Pulumi.yaml", "package.json"].map((name) => rm(inFolder(stack, name))));
    let last = 0;
    return {
      sandbox,
      stack,
      env: { ...process.env, ...env },
      requests: () => {
        const since = sandbox.requests(last);
        last = since.at(-1)?.n ?? last;
        return since;
      },
      standing: () => {
        const { labels = [], limits = [] } = sandbox.state().portals[0] ?? {};
        return [...labels, ...limits].map((one) => JSON.stringify(one)).sort();
      },
    };
  };

  const generate = ({ stack, env }: Brought): Promise<Run> =>
    start(
      process.execPath,
      [path.join(repository, "dist/cli/bin.js"), "generate", "--out", stack.dir, "--name", "crm"],
      stack.dir,
      env,
    ).done;

  const install = {
    /** As its README says, but for the package itself, which is not published yet. */
    npm: async ({ stack, env }: Brought): Promise<void> => {
      await rm(inFolder(stack, "node_modules"), { recursive: true });
      const args = ["install", "--no-save", "--prefer-offline", "--no-audit", "--no-fund", packed.tarball];
      await good(start("npm", args, stack.dir, env).done);
    },
    /** What `npm install` would put there, from the repository. */
    hand: async ({ stack }: Brought): Promise<void> => {
      await mkdir(inFolder(stack, "node_modules/@types"), { recursive: true });
      for (const name of ["typescript", "ts-node", "@types/node"])
        await symlink(path.join(repository, "node_modules", name), inFolder(stack, `node_modules/${name}`), "dir");
    },
  };

  const comesInAndIsLeft = async ({ seed, by, resources, most }: Expected): Promise<void> => {
    const brought = await begin(seed);
    const { sandbox, stack, requests, standing } = brought;
    const before = standing();

    const generated = await good(generate(brought));
    const asked = requests();
    expect(asked.length).to.be.at.most(most);
    expect(asked.filter(({ status, method }) => status !== 200 || method !== "GET")).to.deep.equal([]);
    if (seed === "large") expect(generated.stderr).to.match(/reading the portal: \d+ of \d+ requests/);
    const program = await readFile(inFolder(stack, "index.ts"), "utf8");

    await install[by](brought);
    const tsc = inFolder(stack, "node_modules/typescript/bin/tsc");
    await good(start(process.execPath, [tsc, "-p", "tsconfig.json"], stack.dir, brought.env).done);

    const flags = ["--file", "import.json", "--generate-code=false", "--protect=false", "--yes"];
    const imported = await good(stack.run("import", ...flags));
    expect(summaryOf(imported.output)).to.include({ imported: resources });
    const preview = await good(stack.preview("--expect-no-changes"));
    expect(summaryOf(preview.output)).to.deep.equal({ unchanged: resources + 1 });
    // What is imported has no home yet: each command asks whose the token is, and what its custom objects are.
    expect(requests().filter(({ path: asked }) => !/^\/(account-info|crm-object-schemas)\//.test(asked))).to.deep.equal(
      [],
    );

    const changed = changedByHand(program);
    await writeFile(inFolder(stack, "index.ts"), changed);
    const difference = await good(stack.preview("--diff"));
    expect(summaryOf(difference.output)).to.deep.equal({ "to update": 1, unchanged: resources });
    await good(stack.up());
    expect(requests().filter(({ method }) => method !== "GET").length).to.equal(1);
    expect(standing()).not.to.deep.equal(before);

    // What stands is what the file says, so there is nothing to overwrite in it.
    await good(generate(brought));
    expect(await readFile(inFolder(stack, "index.ts"), "utf8")).to.equal(changed);

    await good(stack.destroy());
    expect(standing()).to.deep.equal(before);
    await expectNoLeak([...secretsOf(sandbox), ...stack.secrets()], stack.evidence(["program/node_modules"]));
  };

  return { begin, generate, comesInAndIsLeft };
};
