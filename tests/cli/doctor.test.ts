import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Report } from "../../cli/doctor/report";
import type { CheckName, Mark } from "../../cli/doctor/result";
import { checkNames } from "../../cli/doctor/result";
import type { Sandbox } from "../../sandbox";
import { approved } from "../support/approved";
import { testRuntime } from "../support/provider/runtime";
import { started } from "../http/sandbox/helper";
import { machine } from "../pure/cli/doctor/helper";
import type { Ended, Variables } from "./support/run";
import { run, settingsOf as at } from "./support/run";

/** A folder for which @pulumi/pulumi is installed. */
let folder: string;
before("install the SDK", () => {
  folder = mkdtempSync(join(tmpdir(), "doctor-"));
  mkdirSync(join(folder, "node_modules/@pulumi/pulumi"), { recursive: true });
  writeFileSync(join(folder, "node_modules/@pulumi/pulumi/package.json"), '{"version":"3.248.0"}');
});
after("remove it", () => rmSync(folder, { recursive: true }));

const doctor = (env: Variables, ...words: ReadonlyArray<string>): Promise<Ended> =>
  run(["doctor", ...words], {
    env,
    cwd: folder,
    time: { ...testRuntime(), date: () => new Date("2026-11-24T12:00:00Z") },
    node: machine.node,
    pulumi: () => Promise.resolve(machine.cli),
  });

/** The checks with one of the marks, and how the command ended. */
const found = async (mark: Mark, variables: Variables) => {
  const { stdout, code } = await doctor(variables, "--json");
  const report: Report = JSON.parse(stdout);
  const checks: ReadonlyArray<CheckName> = report.checks
    .filter((check) => check.mark === mark)
    .map(({ check }) => check);
  expect(report.checks.map(({ check }) => check)).to.deep.equal(checkNames);
  expect(stdout).not.to.contain(variables["HUBSPOT_ACCESS_TOKEN"] ?? "no token at all");
  return { checks, code };
};

const throughThePortal: ReadonlyArray<CheckName> = ["limits", "labels", "customObjects", "tracking"];

describe("doctor", () => {
  const withoutPort = (text: string, { url }: Sandbox): string => text.replaceAll(url, "http://127.0.0.1:<port>");

  it("shows every check of a portal that is fine", async () => {
    const sandbox = await started({ seed: "demo" });
    const { stdout, code } = await doctor({ ...at(sandbox), HUBSPOT_API_VERSION: "2026-09" });
    expect(code).to.equal(0);
    approved("doctor/demo.txt", withoutPort(stdout, sandbox));
  });

  it("shows the same as JSON", async () => {
    const sandbox = await started({ seed: "demo" });
    const { stdout, code } = await doctor({ ...at(sandbox), HUBSPOT_PORTAL_ID: "4242424" }, "--json");
    expect(code).to.equal(0);
    approved("doctor/demo.json", withoutPort(stdout, sandbox));
  });

  it("reads the variables of the portal that is named", async () => {
    const sandbox = await started({ seed: "demo" });
    const { stdout, code } = await doctor(at(sandbox, "STAGING"), "staging");
    expect(code).to.equal(0);
    expect(stdout)
      .to.contain("the token in HUBSPOT_STAGING_ACCESS_TOKEN")
      .and.to.contain("set HUBSPOT_STAGING_PORTAL_ID");
  });

  it("writes nothing, and asks for each thing once", async () => {
    const sandbox = await started({ seed: "demo" });
    await doctor(at(sandbox));
    expect(sandbox.requests().map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      "GET /account-info/v3/details",
      "GET /crm/associations/v4/definitions/configurations/all",
      "GET /crm/associations/v4/contacts/companies/labels",
      "GET /crm-object-schemas/v3/schemas",
      "GET /crm/v3/limits/associations/labels",
    ]);
  });

  it("finds the scopes that reading needs", async () => {
    const token = { token: "made-up-without-scopes", missingScopes: ["crm.objects.contacts.read"] };
    const sandbox = await started({
      portals: [{ portalId: 111, tokens: [token] }],
      switches: { missingScopeConcerns: "everything" },
    });
    expect(await found("problem", at(sandbox))).to.deep.equal({ checks: ["limits", "labels"], code: 1 });
    expect((await found("warning", at(sandbox))).checks).to.deep.equal([
      "apiVersion",
      "guard",
      "customObjects",
      "tracking",
    ]);
    expect((await doctor(at(sandbox))).stdout).to.contain("needs the scope crm.objects.contacts.read (403)");
  });

  it("goes on after one read that fails", async () => {
    const sandbox = await started({ seed: "demo" });
    sandbox.faults([{ match: { path: "/all$" }, times: 1, fault: { status: 503 } }]);
    expect(await found("problem", at(sandbox))).to.deep.equal({ checks: ["limits"], code: 1 });
  });

  it("finds a token that expired, and does not check what needs one", async () => {
    const token = { token: "made-up-and-expired", expired: true };
    const sandbox = await started({ portals: [{ portalId: 111, tokens: [token] }] });
    expect(await found("problem", at(sandbox))).to.deep.equal({ checks: ["token"], code: 1 });
    expect((await found("unknown", at(sandbox))).checks).to.deep.equal([
      "portal", ...throughThePortal, "writing", "quota", "dailyQuota",
    ]); // prettier-ignore
  });

  it("finds the token of another portal, and reads nothing of that", async () => {
    const sandbox = await started({ seed: "demo" });
    const wrong = { ...at(sandbox), HUBSPOT_PORTAL_ID: "111" };
    expect(await found("problem", wrong)).to.deep.equal({ checks: ["guard"], code: 1 });
    expect(sandbox.requests().map(({ path }) => path)).to.deep.equal(["/account-info/v3/details"]);
    expect((await found("unknown", wrong)).checks).to.deep.equal([...throughThePortal, "writing"]);
  });

  it("finds that nobody listens, and still tells the rest", async () => {
    const sandbox = await started();
    await sandbox.close();
    expect(await found("problem", at(sandbox))).to.deep.equal({ checks: ["connection"], code: 1 });
    expect((await found("ok", at(sandbox))).checks).to.deep.equal([
      "node", "package", "sdk", "cli", "settings", "credentials", "baseUrl", "ceiling",
    ]); // prettier-ignore
  });

  it("finds that the quota of the day is spent", async () => {
    const sandbox = await started({ dailyQuota: 0 });
    expect(await found("problem", at(sandbox))).to.deep.equal({ checks: ["dailyQuota"], code: 1 });
  });

  it("finds that there is no token", async () => {
    expect(await found("problem", {})).to.deep.equal({ checks: ["credentials"], code: 1 });
  });

  it("finds a setting that is wrong", async () => {
    const wrong = { HUBSPOT_ACCESS_TOKEN: "made-up-token", HUBSPOT_BASE_URL: "http://hubspot.example" };
    expect(await found("problem", wrong)).to.deep.equal({ checks: ["settings"], code: 1 });
  });

  it("looks at no snapshot file", async () => {
    expect(await doctor({}, "./portal.json")).to.deep.equal({
      code: 2,
      stdout: "",
      stderr:
        "error: doctor looks at a live portal, and ./portal.json is a snapshot file; leave it out, or name a portal such as staging\n",
    });
  });
});
