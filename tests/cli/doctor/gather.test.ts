import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import * as O from "fp-ts/Option";
import { cliOf, gather, sdkFrom } from "../../../cli/doctor/gather";
import { started } from "../../http/sandbox/helper";
import { commandIo } from "../../support/commandIo";
import { settingsOf } from "../support/run";

let folder: string;
beforeEach("make a folder", () => (folder = mkdtempSync(path.join(tmpdir(), "doctor-"))));
afterEach("remove it", () => rmSync(folder, { recursive: true }));

describe("the SDK of a folder", () => {
  const install = (where: string, manifest: string): void => {
    const at = path.join(where, "node_modules/@pulumi/pulumi");
    mkdirSync(at, { recursive: true });
    writeFileSync(path.join(at, "package.json"), manifest);
  };
  const deep = () => path.join(folder, "a/b");

  it("is the nearest one upwards", () => {
    expect(sdkFrom(deep())).to.deep.equal(O.none);
    install(folder, '{"version":"3.216.0"}');
    expect(sdkFrom(deep())).to.deep.equal(O.some("3.216.0"));
    install(path.join(folder, "a"), '{"version":"3.248.0"}');
    expect(sdkFrom(deep())).to.deep.equal(O.some("3.248.0"));
  });

  it("is not what cannot be read", () => {
    install(folder, "{");
    expect(sdkFrom(deep())).to.deep.equal(O.none);
  });
});

describe("the Pulumi CLI of a PATH", () => {
  const script = (text: string): void => {
    const file = path.join(folder, "pulumi");
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
  };

  it("is missing", async () => expect(await cliOf({ PATH: folder })).to.deep.equal({ _tag: "Missing" }));

  it("does not work", async () => {
    script("exit 3");
    expect(await cliOf({ PATH: folder })).to.deep.equal({ _tag: "Broken", why: "it ends with 3" });
  });
});

describe("what takes long", () => {
  it("gives a sign of life before each step", async () => {
    const sandbox = await started();
    const signs: string[] = [];
    const io = commandIo({ env: settingsOf(sandbox, "STAGING") });
    await gather(io, "STAGING", { update: (text) => void signs.push(text) });
    expect(signs).to.deep.equal([
      "reading limits",
      "reading labels",
      "reading custom objects",
      "reading limits tracking",
      "asking the Pulumi CLI for its version",
    ]);
  });
});
