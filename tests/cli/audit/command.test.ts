import { expect } from "chai";
import { exitCodes } from "../../../cli/trouble";
import type { Sandbox, StateInput } from "../../../sandbox";
import { startSandbox } from "../../../sandbox";
import { approved } from "../../support/approved";
import type { Ended, Variables } from "../support/run";
import { run as runCommand, settingsOf } from "../support/run";
import { smallPortal } from "../support/smallPortal";

const records = "/crm/v3/limits/associations/records";

describe("audit", () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: "demo", quota: { max: 10_000 } });
  });

  afterEach(() => sandbox.close());

  const run = (words: ReadonlyArray<string> = [], more: Variables = {}): Promise<Ended> =>
    runCommand(["audit", ...words], { env: { ...settingsOf(sandbox), ...more } });

  const asked = (): ReadonlyArray<string> => sandbox.requests().map(({ path }) => path);
  /** What was asked about records; the labels and limits of the portal are read as other commands do. */
  const askedOfRecords = (): ReadonlyArray<string> => asked().filter((path) => path.startsWith(records));

  const suppositions = [
    ...["--if", "contacts/companies=3", "--if", "contacts/companies=2", "--if", "contact/0-2=7"],
    ...["--if", "deals/contacts=16", "--if", "tickets/companies=1", "--if", "partner/deals=100"],
    ...["--if", 'contacts/companies:"Employer"=1', "--if", "deals/p4242424_partner:Sourcing partner=2"],
  ];

  it("says of demo what was approved, with what lower limits would violate", async () => {
    const { code, stdout, stderr } = await run(suppositions);
    approved("audit/demo.txt", stdout);
    expect([code, stderr]).to.deep.equal([exitCodes.findings, ""]);
  });

  it("says the same as JSON", async () => {
    const { code, stdout, stderr } = await run(["--json", ...suppositions]);
    approved("audit/demo.json", stdout);
    expect([code, stderr]).to.deep.equal([exitCodes.findings, ""]);
  });

  it("asks for object types with records at or near a limit, and for no pair but those that HubSpot reports", async () => {
    await run();
    expect(asked()).to.include("/crm/v3/limits/associations/labels");
    expect(askedOfRecords()).to.have.members([
      `${records}/from`,
      ...["0-1", "0-2", "0-3", "0-53", "0-162", "2-4801"].map((from) => `${records}/${from}/to`),
      ...["0-1/0-2", "0-2/0-1", "0-2/0-5", "0-3/0-1", "0-3/2-4802", "0-53/0-3", "0-162/0-2", "2-4801/0-2"].map(
        (pair) => `${records}/${pair}`,
      ),
    ]);
  });

  it("asks for a pair of --if once, whether HubSpot reports it or not", async () => {
    await run(["--if", "contacts/companies=3", "--if", "contacts/companies=2", "--if", "deals/tickets=5"]);
    expect(askedOfRecords().filter((path) => path.endsWith("/0-1/0-2"))).to.have.length(1);
    expect(askedOfRecords().filter((path) => path.endsWith("/0-3/0-5"))).to.have.length(1);
    expect(askedOfRecords()).to.have.length(16);
  });

  it("asks under the version that is configured", async () => {
    sandbox.setState({ portals: [smallPortal] });
    await run([], { HUBSPOT_API_VERSION: "2026-03" });
    expect(asked()).to.include.members([
      "/account-info/2026-03/details",
      `/crm/limits/2026-03/associations/records/from`,
    ]);
    expect(asked().filter((path) => !path.includes("/2026-03/"))).to.deep.equal([]);
  });

  // One record is at its limit, another near it, and no limits contradict each other.
  for (const [failOn, code] of [
    [["--fail-on", "none"], exitCodes.fine],
    [["--fail-on", "contradiction"], exitCodes.fine],
    [["--fail-on", "near"], exitCodes.findings],
    [["--fail-on", "contradiction, at"], exitCodes.findings],
    [["--fail-on", "contradiction", "--fail-on", "near"], exitCodes.findings],
  ] as const)
    it(`ends with ${code} for ${failOn.join(" ")}`, async () => {
      sandbox.setState({ portals: [smallPortal] });
      expect((await run(failOn)).code).to.equal(code);
    });

  it("finds nothing in a portal without records, labels and limits", async () => {
    sandbox.setState({ portals: [{ portalId: 5, tokens: [sandbox.token] }] });
    expect(await run()).to.deep.equal({
      stdout: [
        "Portal 5: 0 findings, of which 0 count for the exit code (--fail-on at, contradiction)",
        "",
        "No record and no pair's labels are at or near a limit, and no limits contradict each other.",
        "",
      ].join("\n"),
      stderr: "",
      code: exitCodes.fine,
    });
  });

  const denied = (path: string) => ({
    match: { path },
    times: 1_000,
    fault: {
      status: 403,
      body: { category: "MISSING_SCOPES", errors: [{ context: { requiredGranularScopes: ["crm.objects.x.read"] } }] },
    },
  });
  const why = "the access token needs the scope crm.objects.x.read (403)";

  it("goes on without what the token may not ask, and says so", async () => {
    sandbox.setState({ portals: [{ portalId: 5, tokens: [sandbox.token] }] } satisfies StateInput);
    sandbox.faults([denied("/records/from$"), denied("/limits/associations/labels$")]);
    const { stdout, stderr, code } = await run(["--if", "contacts/companies=3"]);
    expect({ stdout, code }).to.deep.equal({
      stdout: [
        "Portal 5: 0 findings, of which 0 count for the exit code (--fail-on at, contradiction)",
        "",
        "Nothing was found in what could be read.",
        "",
        "If contacts/companies had a limit of 3 (no limit now):",
        "  What it would violate cannot be known: HubSpot did not tell of this pair (see what is left out).",
        "",
        "Left out:",
        `  how many labels each pair has: ${why}`,
        `  records at or near their limit: ${why}`,
        "",
      ].join("\n"),
      code: exitCodes.fine,
    });
    expect(stderr).to.match(/^which pairs have labels is read from \d+ schemas, one request each, because .*\n$/);
    expect(askedOfRecords()).to.deep.equal([`${records}/from`]);
  });

  it("goes on without one object type or one pair that the token may not ask about", async () => {
    sandbox.faults([denied("/records/0-2/to$"), denied("/records/0-1/0-2$")]);
    const report = JSON.parse((await run(["--json"])).stdout);
    expect(report.leftOut).to.deep.equal([
      { what: "the records of companies at or near a limit", why },
      { what: "the records of contacts by their companies", why },
    ]);
    expect(report.findings.map(({ from, to }: Record<string, string>) => `${from}/${to}`)).to.deep.equal([
      "deals/partner",
      "contract/companies",
      "deals/contacts",
      "invoices/deals",
      "services/companies",
    ]);
  });

  it("ends with what went wrong where HubSpot cannot answer at all", async () => {
    sandbox.setState({ portals: [{ ...smallPortal, recordUsage: [] }] });
    sandbox.faults([{ match: { path: "/records/from$" }, times: 1, fault: { status: 400, body: { message: "No." } } }]);
    expect((await run()).code).to.equal(exitCodes.fine);
    sandbox.faults([
      {
        match: { path: "/records/from$" },
        times: 1,
        fault: { status: 429, body: { policyName: "DAILY", message: "You have reached your daily limit." } },
      },
    ]);
    const { stdout, stderr, code } = await run();
    expect([code, stdout]).to.deep.equal([exitCodes.trouble, ""]);
    expect(stderr).to.match(
      /^error: reading which records are at or near a limit: the portal's daily quota of API calls is spent \(429\)/,
    );
  });

  for (const [words, said] of [
    [
      ["./portal.json"],
      "audit asks HubSpot about records, which the snapshot file ./portal.json does not hold; leave PORTAL out for the portal of HUBSPOT_ACCESS_TOKEN, or write staging for that of HUBSPOT_STAGING_ACCESS_TOKEN",
    ],
    [
      ["staging"],
      "no token: set HUBSPOT_STAGING_ACCESS_TOKEN to that of a service key or private app; a snapshot file is named by its path, such as ./portal.json",
    ],
    [
      ["--fail-on", "all"],
      "option '--fail-on <kinds>' argument 'all' is invalid. Write some of at, near, contradiction, or none.",
    ],
    [["--fail-on", "none", "--fail-on", "at"], "option '--fail-on <kinds>' argument 'at' is invalid. none goes alone."],
    [
      ["--if", "contacts=3"],
      "option '--if <limit>' argument 'contacts=3' is invalid. Write a pair and a limit from 1 on, such as contacts/companies=3, or a label of it: \"contacts/companies:Decision maker=1\".",
    ],
    [
      ["--if", "contacts/companies=0"],
      "option '--if <limit>' argument 'contacts/companies=0' is invalid. Write a pair and a limit from 1 on, such as contacts/companies=3, or a label of it: \"contacts/companies:Decision maker=1\".",
    ],
    [
      ["--if", "contacts/partners=3"],
      '--if: "partners" is none of HubSpot\'s object types, and the portal has no custom object of that name; did you mean "partner"? Its custom objects are contract, partner',
    ],
    [
      ["--if", "contacts/companies:Desicion maker=3"],
      '--if: contacts/companies has no label "Desicion maker" that people made or limited; did you mean "Decision maker"?',
    ],
    [
      ["--if", "deals/tickets:Blocked deal=1"],
      '--if: deals/tickets has no label "Blocked deal" that people made or limited; it has "Blocking ticket"',
    ],
    [
      ["--if", "tickets/invoices:Main=1"],
      '--if: tickets/invoices has no label "Main" that people made or limited; leave the label out, or check the pair\'s direction',
    ],
  ] as const)
    it(`ends in one line that says what to do: ${words.join(" ")}`, async () => {
      const { code, stdout, stderr } = await run(words);
      expect([code, stdout]).to.deep.equal([exitCodes.trouble, ""]);
      expect(stderr.replace("\n(--help shows what there is)\n", "\n")).to.equal(`error: ${said}\n`);
    });
});
