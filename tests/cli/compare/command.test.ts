import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { PortalContent } from "../../../cli/portal/content";
import { snapshotText } from "../../../cli/portal/file";
import type { PortalState } from "../../../sandbox";
import { started } from "../../http/sandbox/helper";
import type { Ended, Variables } from "../support/run";
import { run as runCommand, settingsOf } from "../support/run";
import { idLimit, label, labelLimit, portal, unlabeledLimit } from "../../pure/cli/compare/support/two";

/** The same portal as another one has it: with ids of its own. */
const elsewhere = ({
  objectTypes,
  labels,
  limits,
}: PortalState): Omit<PortalState, "tokens" | "accountType" | "plan"> => ({
  portalId: 333,
  objectTypes: objectTypes.map((type) => ({ ...type, objectTypeId: `${type.objectTypeId}9` })),
  labels: labels.map((label) => ({
    ...label,
    typeId: label.typeId + 5_000,
    inverseTypeId: label.inverseTypeId + 5_000,
  })),
  limits: limits.map((limit) =>
    limit.category === "USER_DEFINED" ? { ...limit, typeId: limit.typeId + 5_000 } : limit,
  ),
});

const before = portal(111, {
  accountType: "SANDBOX",
  customObjects: [{ objectTypeId: "2-1", fullyQualifiedName: "p111_car", name: "car" }],
  labels: [label("companies/contacts", 7, "Employee / Employer")],
  limits: [labelLimit("companies/contacts", 7, "Employee", 2), unlabeledLimit("contacts/companies", 279, 5)],
});

const after = portal(222, {
  labels: [label("contacts/companies", 17, "Employer / Staff", "employee_employer")],
  limits: [
    unlabeledLimit("contacts/companies", 279, 6),
    labelLimit("companies/contacts", 18, "Staff", 2),
    idLimit("contacts/companies", "HUBSPOT_DEFINED", 1, "Primary", 1),
  ],
  leftOut: [{ what: "the labels of deals/car", why: "the token lacks crm.objects.deals.read" }],
});

describe("the compare command", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "compare-"));
    const files: ReadonlyArray<readonly [string, PortalContent]> = [
      ["before.json", before],
      ["after.json", after],
      ["same.json", { ...before, portalId: 333 }],
    ];
    for (const [name, content] of files) writeFileSync(join(folder, name), snapshotText(content));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (words: ReadonlyArray<string>, env: Variables = {}): Promise<Ended> =>
    runCommand(["compare", ...words], { env, cwd: folder });

  it("ends with 1 where there are differences; the table goes to stdout, what cannot be compared to stderr", async () => {
    expect(await run(["before.json", "after.json"])).to.deep.equal({
      code: 1,
      stdout: `before.json (portal 111) compared with after.json (portal 222)

custom objects
  only in before.json  object  car

contacts/companies
  different            label   "Employer" / "Employee"                           inverse label "Employee" in before.json, "Staff" in after.json
  different            limit   contacts/companies unlabeled                      5 in before.json, 6 in after.json
  only in after.json   limit   contacts/companies HUBSPOT_DEFINED 1 ("Primary")  at most 1

4 differences: 1 only in before.json, 1 only in after.json, 2 different
`,
      stderr:
        "note: left out of after.json, so not compared: the labels of deals/car (the token lacks crm.objects.deals.read)\n",
    });
  });

  it("ends with 0 where there is none", async () => {
    expect(await run(["before.json", "same.json"])).to.deep.equal({
      code: 0,
      stdout:
        "before.json (portal 111) and same.json (portal 333) hold the same 1 custom object, 1 label and 2 limits\n",
      stderr: "",
    });
  });

  it("compares live portals; the second one, left out, is that of HUBSPOT_*", async () => {
    const staging = await started({ seed: "demo", quota: { max: 10_000 } });
    const [state] = staging.state().portals;
    if (state === undefined) throw new Error("A seed has a portal");
    const production = await started({ portals: [elsewhere(state)], quota: { max: 10_000 } });
    const settings = { ...settingsOf(staging, "STAGING"), ...settingsOf(production) };
    const equal = {
      code: 0,
      stdout:
        "staging (portal 4242424) and the portal (portal 333) hold the same 2 custom objects, 40 labels and 30 limits\n",
      stderr: "",
    };
    expect(await run(["staging"], settings)).to.deep.equal(equal);
    production.setState({
      portals: [{ ...elsewhere(state), limits: elsewhere(state).limits.slice(1) }],
    });
    expect(await run(["staging"], settings)).to.deep.equal({
      code: 1,
      stdout: `staging (portal 4242424) compared with the portal (portal 333)

contacts/contacts
  only in staging  limit  contacts/contacts "Manager"  at most 1

1 difference: 1 only in staging
`,
      stderr: "",
    });
  });

  it("ends with 2 where a side cannot be read, and says what to do", async () => {
    const { code, stdout, stderr } = await run(["before.json", "production"]);
    expect([code, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(/^error: no token: set HUBSPOT_PRODUCTION_ACCESS_TOKEN .*\n$/);
    expect(await run(["nowhere.json", "before.json"])).to.deep.equal({
      code: 2,
      stdout: "",
      stderr: "error: cannot read nowhere.json: there is no such file or folder; check the path\n",
    });
    expect((await run([])).code).to.equal(2);
  });

  it("prints JSON with both sides and every difference, as a snapshot has it", async () => {
    const { code, stdout } = await run(["before.json", "after.json", "--json"]);
    expect(code).to.equal(1);
    expect(JSON.parse(stdout)).to.deep.equal({
      first: {
        name: "before.json",
        portalId: 111,
        accountType: "SANDBOX",
        customObjects: 1,
        labels: 1,
        limits: 2,
        leftOut: [],
      },
      second: { name: "after.json", portalId: 222, customObjects: 0, labels: 1, limits: 3, leftOut: after.leftOut },
      differences: [
        { what: "customObject", found: "onlyInFirst", first: before.customObjects[0] },
        {
          what: "label",
          found: "different",
          first: {
            from: "contacts",
            to: "companies",
            name: "employee_employer",
            typeId: 8,
            label: "Employer",
            inverseTypeId: 7,
            inverseLabel: "Employee",
          },
          second: after.labels[0],
        },
        { what: "limit", found: "different", first: before.limits[1], second: after.limits[0] },
        { what: "limit", found: "onlyInSecond", second: after.limits[2] },
      ],
    });
  });

  it("prints JSON where there is no difference, too", async () => {
    const { code, stdout } = await run(["before.json", "same.json", "--json"]);
    const { first, second, differences } = JSON.parse(stdout);
    expect([code, first.portalId, second.portalId, differences]).to.deep.equal([0, 111, 333, []]);
  });
});
