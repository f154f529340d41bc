/** The package as it is published: what is in it, what it exports, and that it works where npm or pnpm has put it. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "chai";
import itself from "../../package.json";
import type { Sandbox } from "../../sandbox";
import { closeAll } from "../support/closeAll";
import { openSandbox } from "../support/sandbox";
import type { Host } from "./harness";
import { repository, startHost } from "./harness";
import type { Packed } from "./support/install";
import { pack, run } from "./support/install";
import { configurationFor } from "./support/scene";
import { checked, declared, ofType, succeeded, text, unlabeled, withoutHomes } from "./support/values";

const pair = "contacts/companies";
const name = itself.name;

describe("the packed package", function () {
  this.timeout(300_000);
  let packed: Packed;
  before(async () => {
    packed = await pack();
  });
  after(() => packed.remove());

  it("holds what is compiled, the sources behind it, and the texts that belong to it", () => {
    const folders = packed.files.map((file) => file.replace(/^((dist\/)?[^/]+)\/.*$/, "$1"));
    expect([...new Set(folders)].sort()).to.deep.equal(
      [
        ...["cli", "data", "provider", "sandbox", "sdk"].flatMap((room) => [room, `dist/${room}`]),
        ...["CHANGELOG.md", "LICENSE", "README.md", "package.json"],
      ].sort(),
    );
  });

  it("has every source that its maps name", async () => {
    const files = new Set(packed.files);
    const maps = packed.files.filter((file) => file.endsWith(".map"));
    const missing = await Promise.all(
      maps.map(async (file) => {
        const { sources }: { readonly sources: ReadonlyArray<string> } = JSON.parse(
          await readFile(path.join(repository, file), "utf8"),
        );
        return sources
          .map((source) => path.posix.join(path.posix.dirname(file), source))
          .filter((each) => !files.has(each));
      }),
    );
    expect(maps.length).to.be.greaterThan(0);
    expect(missing.flat()).to.deep.equal([]);
  });

  for (const manager of ["npm", "pnpm"] as const) {
    describe(`installed by ${manager}`, () => {
      let project: string;
      before(async () => {
        project = await packed.install(manager);
      });

      it("gives out what it exports, and nothing else", async () => {
        const exported = ["", "/provider", "/sandbox", "/package.json"];
        const hidden = [
          "/sdk",
          "/cli",
          "/data",
          "/dist/sdk/index.js",
          "/provider/host",
          "/provider/index.js",
          "/README.md",
        ];
        const program = `
          const outcomes = ${JSON.stringify([...exported, ...hidden])}.map((subpath) => {
            try { return typeof require("${name}" + subpath); } catch (error) { return error.code; }
          });
          console.log(JSON.stringify(outcomes));`;
        const outcomes: unknown = JSON.parse(await run(project, process.execPath, "-e", program));
        expect(outcomes).to.deep.equal([
          ...exported.map(() => "object"),
          ...hidden.map(() => "ERR_PACKAGE_PATH_NOT_EXPORTED"),
        ]);
      });

      it("can be imported by name from an ECMAScript module", async () => {
        const program = `
          import { AssociationConfiguration, Provider, associationTypes } from "${name}";
          import { startSandbox } from "${name}/sandbox";
          import { v1 } from "${name}/provider";
          console.log([AssociationConfiguration, Provider, associationTypes, startSandbox, v1].map((each) => typeof each).join());`;
        expect(await run(project, process.execPath, "--input-type=module", "-e", program)).to.equal(
          "function,function,object,function,function\n",
        );
      });

      it("brings its command under both names", async () => {
        for (const command of ["pulumi-hubspot-associations", "hubspot-associations"])
          expect(await run(project, "npx", "--no-install", command, "--version")).to.equal(`${itself.version}\n`);
      });

      describe("in Pulumi's process", () => {
        let sandbox: Sandbox;
        let host: Host;
        let another: Host;
        before(async () => {
          const standing = {
            from: "contacts",
            to: "companies",
            category: "HUBSPOT_DEFINED",
            typeId: 279,
            maxToObjectIds: 50,
          };
          sandbox = await openSandbox({ portals: [{ portalId: 111, limits: [standing] }] });
          const start = (): Promise<Host> => startHost({ project, config: configurationFor(sandbox) });
          [host, another] = await Promise.all([start(), start()]);
        });
        after(() => closeAll([host.stop, another.stop, sandbox.close]));

        it("checks, warns, creates, compares, changes, reads and deletes", async () => {
          const limits = (): ReadonlyArray<number> =>
            (sandbox.state().portals[0]?.limits ?? []).map(({ maxToObjectIds }) => maxToObjectIds);
          const inputs = checked(pair, [unlabeled(5)]);
          const changed = checked(pair, [unlabeled(5), ofType(1, 1)]);
          expect(withoutHomes(await host.check({}, declared(pair, [unlabeled(5)])))).to.deep.equal({
            inputs: { ...inputs, ...text },
            failures: [],
          });
          expect(host.logged()).to.deep.equal([
            {
              severity: "WARNING",
              message:
                'contacts/companies: this changes what stands in the portal: HUBSPOT_DEFINED 279 ("Contact to company") from 50 to 5',
              ephemeral: false,
            },
          ]);
          const created = succeeded(await host.create(inputs));
          expect([created.id, limits()]).to.deep.equal([pair, [5]]);
          expect(succeeded(await host.diff(pair, created.properties, changed)).changes).to.equal("DIFF_SOME");
          const updated = succeeded(await host.update(pair, created.properties, changed));
          expect([...limits()].sort()).to.deep.equal([1, 5]);
          const read = succeeded(await host.read(pair, updated.properties));
          expect(withoutHomes(read)).to.deep.equal(
            withoutHomes({ id: pair, properties: updated.properties, inputs: { ...changed, ...text } }),
          );
          expect(succeeded(await host.diff(pair, read.properties, changed)).changes).to.equal("DIFF_NONE");
          // A destroy is a process of its own, in which no check has claimed the limits.
          expect(await another.delete(pair, read.properties)).to.equal(undefined);
          expect([limits(), host.printed(), another.printed()]).to.deep.equal([[50], "", ""]);
        });
      });
    });
  }

  describe("in a TypeScript program", () => {
    const program = `
      import * as hubspot from "${name}";
      import type { Sandbox } from "${name}/sandbox";
      import { startSandbox } from "${name}/sandbox";
      import { v1 } from "${name}/provider";

      export const configuration = new hubspot.AssociationConfiguration("a", {
        fromObjectType: "contacts",
        toObjectType: "companies",
        limits: [
          { unlabeled: true, maxToObjectIds: 5 },
          { ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 },
        ],
      });
      export const sandbox: Promise<Sandbox> = startSandbox({ portals: [{ portalId: 1 }] });
      export const provider = v1("AssociationConfiguration");
      // @ts-expect-error
      export const twoSelectors: hubspot.AssociationLimit = { unlabeled: true, typeId: 1, maxToObjectIds: 1 };
      // @ts-expect-error
      export const number: string = configuration.portalId;
    `;
    const resolutions = [
      { module: "node16", moduleResolution: "node16" },
      { module: "commonjs", moduleResolution: "node10" },
      { module: "preserve", moduleResolution: "bundler" },
    ];
    let project: string;
    before(async () => {
      project = await packed.install("npm");
      await writeFile(path.join(project, "program.ts"), program);
    });

    for (const resolution of resolutions) {
      it(`has its types, under strict and ${resolution.moduleResolution} resolution`, async () => {
        const compilerOptions = {
          ...resolution,
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: [],
          target: "es2022",
        };
        await writeFile(
          path.join(project, "tsconfig.json"),
          JSON.stringify({ compilerOptions, files: ["program.ts"] }),
        );
        const tsc = require.resolve("typescript/bin/tsc");
        expect(await run(project, process.execPath, tsc, "-p", "tsconfig.json")).to.equal("");
      });
    }
  });
});
