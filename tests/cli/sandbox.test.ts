import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ask, started } from "../http/sandbox/helper";
import { configurations, hubSpotDefined, isObject } from "../pure/sandbox/helper";
import { keptOutput } from "../support/commandIo";
import type { Ended } from "./support/run";
import { run } from "./support/run";

interface Running {
  readonly url: string;
  readonly token: string;
  /** Stops it; tells what it has said. */
  readonly stop: () => Promise<Ended>;
}

const running = async (...args: ReadonlyArray<string>): Promise<Running> => {
  const kept = keptOutput();
  const [stop, firstLine] = [signal<void>(), signal<string>()];
  const write = (text: string): Promise<void> => {
    firstLine.give(text);
    return kept.write(text);
  };
  const ended = run(["sandbox", "--port", "0", ...args], {
    stdout: { ...kept, write },
    stopped: () => stop.given,
  });
  const failed = ended.then(({ stderr }): never => {
    throw new Error(`It ended at once: ${stderr}`);
  });
  const line: unknown = JSON.parse(await Promise.race([firstLine.given, failed]));
  if (!isObject(line)) throw new Error(`No object: ${kept.text()}`);
  return {
    url: String(line["url"]),
    token: String(line["accessToken"]),
    stop: async () => {
      failed.catch(() => undefined);
      stop.give();
      return { ...(await ended), stdout: kept.text() };
    },
  };
};

/** Something that is waited for. */
function signal<A>(): { readonly given: Promise<A>; readonly give: (value: A) => void } {
  let give: (value: A) => void = () => undefined;
  const given = new Promise<A>((resolve) => (give = resolve));
  return { given, give };
}

describe("the sandbox command", () => {
  it("prints one line of JSON and how to use it, serves, and serves no longer once it is stopped", async () => {
    const sandbox = await running("--plan", "free");
    const account = await ask(sandbox, "GET", "/account-info/v3/details");
    expect([account.status, account.headers.get("x-hubspot-ratelimit-max")]).to.deep.equal([200, "100"]);
    const { url } = sandbox;
    expect(await sandbox.stop()).to.deep.equal({
      code: 0,
      stdout: `{"url":"${url}","portalId":4242424,"accessToken":"sandbox-token-4242424"}\n`,
      stderr:
        `HubSpot sandbox: portal 4242424 at ${url}. To use it:\n` +
        `  export HUBSPOT_BASE_URL=${url} HUBSPOT_ACCESS_TOKEN=sandbox-token-4242424\n` +
        "Stop it with Ctrl+C.\n",
    });
    expect(await ask(sandbox, "GET", "/account-info/v3/details").catch(() => "nobody there")).to.equal("nobody there");
  });

  it("can be stopped by whoever reads its first line, however soon", async () => {
    const order: string[] = [];
    const kept = keptOutput();
    const write = (text: string): Promise<void> => {
      order.push("prints");
      return kept.write(text);
    };
    const stopped = (): Promise<void> => {
      order.push("can be stopped");
      return Promise.resolve();
    };
    expect((await run(["sandbox", "--port", "0"], { stdout: { ...kept, write }, stopped })).code).to.equal(0);
    expect(order).to.deep.equal(["can be stopped", "prints"]);
  });

  it("stops with the end of standard input only if asked to", async () => {
    const asked: boolean[] = [];
    const stopped = async (endOfStdinCounts: boolean): Promise<void> => void asked.push(endOfStdinCounts);
    for (const more of [[], ["--exit-on-stdin-end"]]) await run(["sandbox", "--port", "0", ...more], { stopped });
    expect(asked).to.deep.equal([false, true]);
  });

  it("keeps its state in a file, from one run to the next", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
    const data = join(folder, "data.json");
    const states: unknown[] = [];
    for (const inputs of [[hubSpotDefined(279, 5)], [hubSpotDefined(1, 1)]]) {
      const sandbox = await running("--data", data);
      await ask(sandbox, "POST", `${configurations}/contacts/companies/batch/update`, { inputs });
      states.push((await ask(sandbox, "GET", `${configurations}/all`)).body);
      await sandbox.stop();
    }
    expect(existsSync(data)).to.equal(true);
    rmSync(folder, { recursive: true });
    const unlabeled = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 };
    const primary = { ...hubSpotDefined(1), label: "Primary", userEnforcedMaxToObjectIds: 1 };
    expect(states).to.deep.equal([{ results: [unlabeled] }, { results: [primary, unlabeled] }]);
  });

  it("ends with 2 where the port is taken", async () => {
    const { port } = new URL((await started()).url);
    expect(await run(["sandbox", "--port", port])).to.deep.equal({
      code: 2,
      stdout: "",
      stderr: `error: Port ${port} is taken. Choose another with --port; 0 finds a free one\n`,
    });
  });
});
