/** `HUBSPOT_DEBUG=1`: one line for each request, on stderr, and nothing secret in it. */
import { expect } from "chai";
import { scenes } from "./support/scene";
import { checked, succeeded, unlabeled } from "./support/values";

const pair = "contacts/companies";
const inputs = checked(pair, [unlabeled(5)]);
const configurations = "/crm/associations/v4/definitions/configurations";
const batch = `POST ${configurations}/${pair}/batch/update`;

describe("HUBSPOT_DEBUG", () => {
  const begin = scenes();
  const lines = (printed: string): ReadonlyArray<string> =>
    printed
      .trim()
      .split("\n")
      .map((line) => line.replace(/\d+ ms/, "N ms").replace(/correlationId \S+/, "correlationId ID"));

  it("1 prints each request: method, path, status, time, attempt, correlation id", async () => {
    const { sandbox, host } = await begin({ env: { HUBSPOT_DEBUG: "1" } });
    const busy = { status: 503, body: { correlationId: "c-1" } };
    sandbox.faults([
      { match: { method: "POST" }, fault: busy },
      { match: { method: "POST" }, fault: "reset" },
    ]);
    succeeded(await host.create(inputs));
    expect(lines(host.printed())).to.deep.equal(
      [
        "GET /account-info/v3/details 200 N ms attempt 1",
        `GET ${configurations}/all 200 N ms attempt 1`,
        `${batch} 503 N ms attempt 1 correlationId ID`,
        `${batch} Unanswered (the connection broke (ECONNRESET)) N ms attempt 2`,
        `${batch} 200 N ms attempt 3`,
      ].map((line) => `hubspot-associations: ${line}`),
    );
    expect(host.printed()).not.to.contain(sandbox.token);
  });

  for (const [what, env] of [
    ["not set", {}],
    ["0", { HUBSPOT_DEBUG: "0" }],
  ] as const) {
    it(`${what} prints nothing`, async () => {
      const { host } = await begin({ env });
      succeeded(await host.create(inputs));
      expect(host.printed()).to.equal("");
    });
  }
});
