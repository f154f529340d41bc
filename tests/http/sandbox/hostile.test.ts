import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import type { Fault, JournalEntry, Sandbox } from "../../../sandbox";
import { hostileAnswers } from "../../../sandbox";
import { ask, started } from "./helper";
import { configurations, hubSpotDefined, isObject } from "../../pure/sandbox/helper";

const all = `${configurations}/all`;
const path = `${configurations}/contacts/companies/batch/update`;
const body = { inputs: [hubSpotDefined(279, 5)] };
const limit = { from: "contacts", to: "companies", ...hubSpotDefined(279, 5) };
const limits = (sandbox: Sandbox): unknown => sandbox.state().portals[0]?.limits;

const withFault = async (fault: Fault, times = 1): Promise<Sandbox> => {
  const sandbox = await started();
  sandbox.faults([{ match: {}, times, fault }]);
  return sandbox;
};

interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  /** How many pieces the body came in. */
  readonly pieces: number;
}

/** A client that decodes nothing. Rejects where the connection breaks. */
const raw = (sandbox: Sandbox, options: { readonly agent?: Agent; readonly method?: string } = {}): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${sandbox.token}` };
    const asked = request(`${sandbox.url}${options.method === "POST" ? path : all}`, { headers, ...options });
    asked.on("error", reject).on("response", (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece)).on("error", reject);
      response.on("end", () => {
        const { statusCode: status, headers } = response;
        resolve({ status, headers, bytes: Buffer.concat(pieces), pieces: pieces.length });
      });
    });
    asked.end(options.method === "POST" ? JSON.stringify(body) : undefined);
  });

const codeOf = (error: unknown): unknown => (isObject(error) || error instanceof Error ? Object(error).code : error);

/** The last entry of the journal, once its answer is over. */
const over = async (sandbox: Sandbox): Promise<Omit<JournalEntry, "milliseconds" | "at">> => {
  for (;;) {
    const [last] = sandbox.requests().slice(-1);
    if (last !== undefined && last.milliseconds !== null) {
      const { milliseconds: _, at: _at, ...rest } = last;
      return rest;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
};

describe("sandbox: a redirect", () => {
  for (const [status, fault] of [
    [302, hostileAnswers.redirect("https://elsewhere.example/x")],
    [307, hostileAnswers.redirect("https://elsewhere.example/x", 307)],
  ] as const)
    it(`is answered with ${status} and where to, and nothing takes effect`, async () => {
      const sandbox = await withFault(fault);
      const response = await fetch(`${sandbox.url}${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${sandbox.token}` },
        body: JSON.stringify(body),
        redirect: "manual",
      });
      const { headers } = response;
      expect([
        response.status,
        headers.get("location"),
        headers.get("content-type"),
        await response.text(),
      ]).to.deep.equal([status, "https://elsewhere.example/x", null, ""]);
      expect(limits(sandbox)).to.deep.equal([]);
    });

  it("leads a client that follows to another sandbox, whose journal shows it", async () => {
    const other = await started();
    const sandbox = await withFault(hostileAnswers.redirect(`${other.url}${all}`));
    await ask(sandbox, "GET", all);
    expect(other.requests().map(({ method, path }) => [method, path])).to.deep.equal([["GET", all]]);
  });
});

describe("sandbox: a drip", () => {
  it("is the right answer, in drops, after the write took effect", async () => {
    const sandbox = await withFault({ drip: { bytes: 40, everyMilliseconds: 2 } });
    const { status, headers, bytes, pieces } = await raw(sandbox, { method: "POST" });
    expect([status, headers["content-length"]]).to.deep.equal([200, String(bytes.length)]);
    const row = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 };
    expect(JSON.parse(bytes.toString())).to.deep.include({ status: "COMPLETE", results: [row] });
    expect(pieces).to.be.greaterThan(1);
    expect(limits(sandbox)).to.deep.equal([limit]);
    const portalId = sandbox.portalId;
    const entry = { n: 1, method: "POST", path, requestBody: body, portalId, status: 200, fault: "drip" };
    expect(await over(sandbox)).to.deep.equal(entry);
  });

  it("drops no faster than it is told", async () => {
    const sandbox = await withFault({ drip: { bytes: 1, everyMilliseconds: 3 } });
    const { bytes } = await raw(sandbox);
    expect(bytes.toString()).to.equal('{"results":[]}');
    await over(sandbox);
    expect(sandbox.requests()[0]?.milliseconds).to.be.at.least(14 * 2);
  });

  it("sends its head at once", async () => {
    const sandbox = await withFault({ drip: { bytes: 1, everyMilliseconds: 3_600_000 } });
    const response = await fetch(`${sandbox.url}${all}`, { headers: { authorization: `Bearer ${sandbox.token}` } });
    expect([response.status, response.headers.get("content-length")]).to.deep.equal([200, "14"]);
    const lost = response.text().catch(() => "lost");
    await sandbox.close();
    expect(await lost).to.equal("lost");
  });

  it("of no body is over at once", async () => {
    const sandbox = await started();
    const purge = `${configurations}/contacts/companies/batch/purge`;
    sandbox.faults([{ match: {}, fault: { drip: { bytes: 1, everyMilliseconds: 3_600_000 } } }]);
    expect((await ask(sandbox, "POST", purge, { inputs: [hubSpotDefined(279)] })).status).to.equal(204);
  });

  it("ends where nobody listens any more", async () => {
    const sandbox = await withFault({ drip: { bytes: 1, everyMilliseconds: 3_600_000 } });
    const give = new AbortController();
    const response = await fetch(`${sandbox.url}${all}`, {
      headers: { authorization: `Bearer ${sandbox.token}` },
      signal: give.signal,
    });
    give.abort();
    expect(await response.text().catch(() => "lost")).to.equal("lost");
    expect(await over(sandbox)).to.deep.include({ status: 200, fault: "drip" });
  });
});

describe("sandbox: a huge answer", () => {
  for (const bytes of [100, 162, 163, 164, 1_000, 76_000, 1_000_000])
    it(`of ${bytes} bytes is as long as it was asked for, and JSON`, async () => {
      const sandbox = await withFault({ huge: bytes });
      const answer = await raw(sandbox);
      const { results } = JSON.parse(answer.bytes.toString());
      expect([answer.status, answer.headers["content-length"], answer.bytes.length]).to.deep.equal([
        200,
        undefined,
        bytes,
      ]);
      const row = { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 };
      expect([results.length, results[0], results.at(-1)]).to.deep.equal([Math.floor((bytes - 13) / 75), row, row]);
    });

  it("stands instead of what was asked, and is not held in memory", async () => {
    const sandbox = await withFault({ huge: 2_000_000_000 });
    const before = process.memoryUsage().rss;
    const response = await fetch(`${sandbox.url}${path}`, { method: "POST", body: JSON.stringify(body) });
    const reader = response.body?.getReader();
    let read = 0;
    while (reader !== undefined && read < 20_000_000) read += (await reader.read()).value?.length ?? Infinity;
    await reader?.cancel();
    expect(process.memoryUsage().rss - before).to.be.below(400_000_000);
    expect(limits(sandbox)).to.deep.equal([]);
    const entry = { n: 1, method: "POST", path, requestBody: body, status: 200, fault: "huge" };
    expect(await over(sandbox)).to.deep.equal(entry);
  });

  it("is small on the wire where it is compressed, though nobody asked for that", async () => {
    const sandbox = await withFault({ huge: 10_000_000, gzip: true });
    const answer = await raw(sandbox);
    expect([answer.status, answer.headers["content-encoding"]]).to.deep.equal([200, "gzip"]);
    expect(answer.bytes.length).to.be.below(100_000);
    const inflated = gunzipSync(answer.bytes);
    expect(inflated.length).to.equal(10_000_000);
    expect(Object.keys(JSON.parse(inflated.toString()))).to.deep.equal(["results"]);
  });

  for (const gzip of [false, true])
    it(`ends where nobody listens any more${gzip ? ", compressed" : ""}`, async () => {
      const sandbox = await withFault({ huge: 2_000_000_000, gzip });
      const give = new AbortController();
      const response = await fetch(`${sandbox.url}${all}`, { signal: give.signal });
      give.abort();
      await response.text().catch(() => "lost");
      expect(await over(sandbox)).to.deep.include({ status: 200, fault: "huge" });
    });
});

describe("sandbox: a stale connection", () => {
  const twice = async (sandbox: Sandbox, agent: Agent): Promise<ReadonlyArray<unknown>> => {
    const outcomes = [];
    for (let i = 0; i < 2; i += 1)
      outcomes.push(await raw(sandbox, { agent, method: "POST" }).then(({ status }) => status, codeOf));
    agent.destroy();
    return outcomes;
  };

  it("breaks at the second request on it, and nothing takes effect", async () => {
    const sandbox = await withFault("stale");
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect((await raw(sandbox, { agent })).status).to.equal(200);
    expect(await raw(sandbox, { agent, method: "POST" }).catch(codeOf)).to.equal("ECONNRESET");
    expect(limits(sandbox)).to.deep.equal([]);
    expect(await over(sandbox)).to.deep.include({ n: 2, status: null, fault: "stale" });
    expect((await raw(sandbox, { agent, method: "POST" })).status).to.equal(200);
    agent.destroy();
  });

  it("waits for one: requests on connections of their own go through", async () => {
    const sandbox = await withFault("stale");
    expect(await twice(sandbox, new Agent({ keepAlive: false }))).to.deep.equal([200, 200]);
    expect(await twice(sandbox, new Agent({ keepAlive: true }))).to.deep.equal([200, "ECONNRESET"]);
    expect(await twice(sandbox, new Agent({ keepAlive: true }))).to.deep.equal([200, 200]);
  });
});

describe("sandbox: answers that mean harm", () => {
  const answered = async (fault: Fault) => {
    const sandbox = await withFault(fault);
    const { status, headers, bytes } = await raw(sandbox);
    return { status, type: headers["content-type"], text: bytes.toString() };
  };
  const type = "application/json;charset=utf-8";

  it("are nested as deeply as one likes", async () => {
    expect(await answered(hostileAnswers.deeplyNested(3))).to.deep.equal({
      status: 200,
      type,
      text: '{"results":[[[[]]]]}',
    });
    expect((await answered(hostileAnswers.deeplyNested())).text).to.have.length(14 + 200_000);
  });

  it("have keys that reach prototypes, around a right limit", async () => {
    const answer = await answered(hostileAnswers.prototypeKeys());
    expect([answer.status, answer.type]).to.deep.equal([200, type]);
    const parsed = JSON.parse(answer.text);
    expect(Object.keys(parsed)).to.deep.equal(["__proto__", "constructor", "results"]);
    expect(Object.getOwnPropertyDescriptor(parsed, "__proto__")?.value).to.deep.equal({ polluted: true });
    const [row] = parsed.results;
    expect(Object.keys(row)).to.deep.equal([
      ...["__proto__", "constructor"],
      ...["category", "typeId", "userEnforcedMaxToObjectIds"],
    ]);
    expect([row.category, row.typeId, row.userEnforcedMaxToObjectIds]).to.deep.equal(["HUBSPOT_DEFINED", 279, 5]);
  });

  it("write to the terminal", async () => {
    const answer = await answered(hostileAnswers.terminalEscapes());
    expect([answer.status, answer.type]).to.deep.equal([400, type]);
    const { message } = JSON.parse(answer.text);
    for (const sequence of ["\u001b[2J", "\u001b]0;", "\u0007", "\u009b", "\r\n", "\u0000", "\u0008"])
      expect(message).to.contain(sequence);
  });
});

describe("sandbox: the end", () => {
  it("leaves nothing that keeps a process running, whatever was under way", async () => {
    const program = `
      const { startSandbox } = require("./sandbox");
      const faults = [{ drip: { bytes: 1, everyMilliseconds: 1000 } }, { huge: 2000000000 },
        { huge: 2000000000, gzip: true }, { delay: 3600000 }, "hang"];
      (async () => {
        const sandbox = await startSandbox();
        sandbox.faults(faults.map((fault) => ({ match: {}, fault })));
        for (const { length } of faults.map((_, i) => faults.slice(0, i + 1))) {
          const { hostname, port } = new URL(sandbox.url);
          require("node:net").connect(port, hostname).on("error", () => {})
            .write("GET /account-info/v3/details HTTP/1.1\\r\\nhost: x\\r\\n\\r\\n");
          while (sandbox.requests().length < length) await new Promise((resolve) => setImmediate(resolve));
        }
        await sandbox.close();
        console.log("closed");
      })();
    `;
    const cwd = join(__dirname, "../../..");
    const child = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], { cwd, timeout: 30_000 });
    const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding("utf8").toArray());
    const [code]: ReadonlyArray<unknown> = await once(child, "close");
    expect([code, (await out)?.join(""), (await err)?.join("")]).to.deep.equal([0, "closed\n", ""]);
  });
});
