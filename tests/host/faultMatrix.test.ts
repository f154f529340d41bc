/**
 * Each fault once, and each operation, in Pulumi's real host over gRPC: what crosses there is what counts. The lifecycle's
 * fault matrices play every fault on every operation.
 */
import { expect } from "chai";
import { startSandbox } from "../../sandbox";
import type { Case } from "../support/faultMatrix/cases";
import { chosenCases, notChosen } from "../support/faultMatrix/chosen";
import type { Missing, OnGround } from "../support/faultMatrix/ground";
import { newPlayer } from "../support/faultMatrix/groups";
import type { Process, Processes } from "./support/processes";
import { startProcesses } from "./support/processes";
import { configurationFor } from "./support/scene";
import { within } from "./support/within";

const places: Readonly<Record<Missing, (url: string) => string>> = {
  "nobody listens": () => "http://127.0.0.1:1",
  "no TLS": (url) => url.replace("http:", "https:"),
  "no such host": () => "https://portal.invalid",
};

/** Far beyond what all tries and looks of a case can take. */
const longestMs = 300_000;

const inTheHost =
  (processes: Processes): OnGround =>
  async (kind, portal, switches, work) => {
    const sandbox = await startSandbox({ portals: [portal], switches });
    const opened: Process[] = [];
    try {
      return await work({
        sandbox,
        url: sandbox.url,
        date: () => new Date(),
        next: async ({ requestTimeoutSeconds = 30, missing }) => {
          const process = await processes.next(
            {
              ...configurationFor(sandbox),
              "hubspot:previewChecks": "false",
              "hubspot:requestTimeoutSeconds": String(requestTimeoutSeconds),
              ...(missing === undefined ? {} : { "hubspot:baseUrl": places[missing](sandbox.url) }),
            },
            kind,
          );
          opened.push(process);
          return { hooks: () => process };
        },
      });
    } finally {
      for (const { close } of opened) close();
      await sandbox.close();
    }
  };

describe("each fault once, in Pulumi's host", function () {
  this.timeout(longestMs);
  let processes: Processes;
  /** Most of the time all of them wait, so they are played side by side. */
  let problems: ReadonlyMap<Case, Promise<ReadonlyArray<string>>>;

  before(async () => {
    processes = await startProcesses(2);
    const { problemsOf } = newPlayer(inTheHost(processes));
    problems = new Map(chosenCases.map((example) => [example, within(longestMs, problemsOf(example))]));
  });
  after(() => processes.stop());

  for (const example of chosenCases)
    it(`ends well: ${example.operation.name}, ${example.trouble}`, async () => {
      expect(await problems.get(example)).to.deep.equal([]);
    });

  it("has forty cases and more, of every operation, and prints nothing beside its messages", async () => {
    await Promise.all(problems.values());
    expect(chosenCases.length).to.be.at.least(40);
    expect(notChosen).to.deep.equal([]);
    expect(processes.printed()).to.match(/^(: \n)*$/);
  });
});
