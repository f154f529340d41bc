import { expect } from "chai";
import { doctorCommand, runDoctor } from "../../cli/doctor";
import type { Report } from "../../cli/doctor/report";
import type { CheckName, Mark } from "../../cli/doctor/result";
import { checkNames } from "../../cli/doctor/result";
import { Trouble } from "../../cli/trouble";
import type { Sandbox } from "../../sandbox";
import { approved } from "../support/approved";
import { started } from "../http/sandbox/helper";
import { machine } from "../pure/cli/doctor/helper";

const surroundings = { today: new Date("2026-11-24T12:00:00Z"), machine: Promise.resolve(machine) };

interface Ended {
  readonly stdout: string;
  readonly code: unknown;
}

/** Runs the command's action with nothing but these variables of a portal, and takes what it prints. */
const doctor = async (variables: Readonly<Record<string, string>>, argument?: string, json = false): Promise<Ended> => {
  const before = { env: { ...process.env }, write: process.stdout.write, exitCode: process.exitCode };
  for (const name of Object.keys(process.env)) if (name.startsWith("HUBSPOT_")) delete process.env[name];
  Object.assign(process.env, variables);
  let stdout = "";
  process.exitCode = undefined;
  process.stdout.write = (chunk: unknown, ...rest: ReadonlyArray<unknown>) => {
    stdout += String(chunk);
    for (const done of rest) if (typeof done === "function") done();
    return true;
  };
  try {
    await runDoctor(argument, { json }, surroundings);
    return { stdout, code: process.exitCode };
  } finally {
    process.stdout.write = before.write;
    process.exitCode = before.exitCode;
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before.env);
  }
};

const at = ({ url, token }: Pick<Sandbox, "url" | "token">): Readonly<Record<string, string>> => ({
  HUBSPOT_ACCESS_TOKEN: token,
  HUBSPOT_BASE_URL: url,
});

/** The checks with one of the marks, and how the command ended. */
const found = async (mark: Mark, variables: Readonly<Record<string, string>>) => {
  const { stdout, code } = await doctor(variables, undefined, true);
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
    expect(code).to.equal(undefined);
    approved("doctor/demo.txt", withoutPort(stdout, sandbox));
  });

  it("shows the same as JSON", async () => {
    const sandbox = await started({ seed: "demo" });
    const { stdout, code } = await doctor({ ...at(sandbox), HUBSPOT_PORTAL_ID: "4242424" }, undefined, true);
    expect(code).to.equal(undefined);
    approved("doctor/demo.json", withoutPort(stdout, sandbox));
  });

  it("reads the variables of the portal that is named", async () => {
    const { url, token } = await started({ seed: "demo" });
    const variables = { HUBSPOT_STAGING_ACCESS_TOKEN: token, HUBSPOT_STAGING_BASE_URL: url };
    const { stdout, code } = await doctor(variables, "staging");
    expect(code).to.equal(undefined);
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
    const sandbox = await started({ portals: [{ portalId: 111, tokens: [token] }] });
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
    const refused = await doctor({}, "./portal.json").catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Trouble);
    expect(String(refused)).to.equal(
      "Trouble: doctor looks at a live portal, and ./portal.json is a snapshot file; leave it out, or name a portal such as staging",
    );
  });

  it("has examples in its help", () => {
    let help = "";
    doctorCommand()
      .configureOutput({ writeOut: (text) => (help += text) })
      .outputHelp();
    for (const said of ["doctor [options] [portal]", "--json", "Exit code:", "Examples:"])
      expect(help).to.contain(said);
  });
});
