/** A server that means no good, or no longer answers, where the portal should be: the token stays, and nothing hangs. */
import { createServer } from "node:http";
import type { IncomingMessage, RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { hostileAnswers } from "../../sandbox";
import { closeAll } from "../support/closeAll";
import { madeUp } from "../support/leaks/secret";
import type { Host } from "./harness";
import { startHost } from "./harness";
import { configurationFor, scenes } from "./support/scene";
import { checked, declared, messageOf, ofLabel, succeeded, unlabeled } from "./support/values";

const pair = "contacts/companies";
const inputs = declared(pair, [unlabeled(5)]);
const whoseToken = "asking which portal the token belongs to";
const elsewhere = "check hubspot:baseUrl and any proxy in between";
const notSeen = "the portal could not be looked at, so what stands there is not shown";
const token = madeUp("token");

interface Server {
  readonly url: string;
  readonly requests: ReadonlyArray<Pick<IncomingMessage, "url" | "headers">>;
}

/** Servers and provider processes that end with the test. */
const servers = (): {
  readonly serve: (answer: RequestListener) => Promise<Server>;
  readonly hostAt: (url: string, more?: Readonly<Record<string, string>>) => Promise<Host>;
} => {
  const closing: Array<() => unknown> = [];
  afterEach(() => closeAll(closing.splice(0).reverse()));
  return {
    serve: (answer) =>
      new Promise((resolve) => {
        const requests: Array<Pick<IncomingMessage, "url" | "headers">> = [];
        const server = createServer((request, response) => {
          requests.push({ url: request.url, headers: request.headers });
          answer(request, response);
        });
        closing.push(() => (server.close(), server.closeAllConnections()));
        server.listen(0, "127.0.0.1", () => {
          const address = server.address();
          const port = typeof address === "object" && address !== null ? address.port : 0;
          resolve({ url: `http://127.0.0.1:${port}`, requests });
        });
      }),
    hostAt: async (url, more = {}) => {
      const host = await startHost({ config: { "hubspot:accessToken": token, "hubspot:baseUrl": url, ...more } });
      closing.push(() => host.stop());
      return host;
    },
  };
};

const reasons = async (host: Host): Promise<ReadonlyArray<string>> =>
  succeeded(await host.check({}, inputs)).failures.map(({ reason }) => reason);

describe("a server that sends the token elsewhere", () => {
  const { serve, hostAt } = servers();

  for (const status of [301, 302, 303, 307, 308]) {
    it(`by a ${status} is refused, and the other server gets no request`, async () => {
      const other = await serve((_request, response) => response.end('{"portalId":111}'));
      const first = await serve((_request, response) => {
        response.writeHead(status, { location: `${other.url}/account-info/v3/details` }).end();
      });
      const host = await hostAt(first.url);
      const message = `${whoseToken}: the answer (${status}) is not HubSpot's, because it redirects, and a token must not follow; ${elsewhere}`;
      expect(await reasons(host)).to.deep.equal([message]);
      expect(await host.create(checked(pair, [unlabeled(5)]))).to.deep.equal({ error: message, code: "UNKNOWN" });
      expect(other.requests).to.deep.equal([]);
      expect(first.requests.map(({ headers }) => headers.authorization)).to.deep.equal([
        `Bearer ${token}`,
        `Bearer ${token}`,
      ]);
    });
  }
});

describe("an answer without an end", () => {
  const { serve, hostAt } = servers();
  const tooLong = `${whoseToken}: the answer (200) is not HubSpot's, because it is longer than 16777216 bytes; ${elsewhere}`;

  it("is given up when it is longer than any of HubSpot's", async () => {
    const chunk = Buffer.alloc(1024 * 1024, " ");
    const server = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more).writeHead(200, { "content-type": "application/json" });
      more();
    });
    expect(await reasons(await hostAt(server.url))).to.deep.equal([tooLong]);
  });

  it("is given up when it is that only once it is unpacked", async () => {
    const packed = gzipSync(Buffer.alloc(17 * 1024 * 1024, " "));
    expect(packed.length).to.be.lessThan(100_000);
    const server = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(packed);
    });
    expect(await reasons(await hostAt(server.url))).to.deep.equal([tooLong]);
  });

  it("that comes in drips ends when the time for the request is up", async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 50);
      response.on("close", () => clearInterval(timer));
    });
    const host = await hostAt(server.url, { "hubspot:requestTimeoutSeconds": "1" });
    expect(await reasons(host)).to.deep.equal([]);
    expect(host.logged().map(({ message }) => message)).to.deep.equal([
      `${notSeen}; ${whoseToken}: no answer, because it took longer than 1 s; run again`,
    ]);
  });
});

describe("an answer that means harm", () => {
  const begin = scenes();

  it("by a hundred megabytes, plain or packed, costs little time and memory", async () => {
    for (const gzip of [false, true]) {
      const { host, sandbox } = await begin();
      succeeded(await host.check({}, inputs));
      const before = host.peakMemoryBytes();
      sandbox.faults([{ match: { path: "batch/update$" }, times: 9, fault: { huge: 100 * 1024 * 1024, gzip } }]);
      expect(messageOf(await host.create(checked(pair, [unlabeled(5)])))).to.contain(
        "the answer (200) is not HubSpot's, because it is longer than 16777216 bytes",
      );
      // What was read of it, once as bytes and once as text, and what the collector has not come to yet.
      expect(host.peakMemoryBytes() - before).to.be.below(150 * 1024 * 1024);
    }
  });

  for (const path of ["account-info", "/all$", "batch/update$"]) {
    it(`by lists within lists, to ${path}, is not HubSpot's`, async () => {
      const { host, sandbox, limits } = await begin();
      sandbox.faults([{ match: { path }, times: 9, fault: hostileAnswers.deeplyNested() }]);
      expect(messageOf(await host.create(checked(pair, [unlabeled(5)])))).to.match(
        /the answer \(200\) is not HubSpot's, because "(portalId|results\.0|results\.0\..*)" is missing or of another type/,
      );
      expect(limits()).to.deep.equal({});
    });
  }

  it("by keys that reach for prototypes is read for what it is, and pollutes nothing", async () => {
    const { host, sandbox } = await begin();
    sandbox.faults([{ match: { path: "batch/update$" }, fault: hostileAnswers.prototypeKeys() }]);
    const { properties } = succeeded(await host.create(checked(pair, [unlabeled(5)])));
    expect(properties["results"]).to.deep.equal([
      { category: "HUBSPOT_DEFINED", typeId: 279, userEnforcedMaxToObjectIds: 5 },
    ]);
    expect(JSON.stringify(properties)).not.to.contain("polluted");
    expect(succeeded(await host.read(pair, properties)).id).to.equal(pair);
  });

  it("by escapes for a terminal reaches no terminal", async () => {
    const { host, sandbox } = await begin();
    sandbox.faults([{ match: { path: "batch/update$" }, times: 9, fault: hostileAnswers.terminalEscapes() }]);
    expect(messageOf(await host.create(checked(pair, [unlabeled(5)])))).to.equal(
      "setting limits of contacts to companies: HubSpot refused (400); HubSpot says: [2J ]0;owned [31mall is well error: 1mlook here; correct what HubSpot names, then run again",
    );
  });

  it("by escapes within the errors of a batch does not either, nor in the state", async () => {
    const { host, sandbox } = await begin();
    const error = {
      message: "no\u001b[31m\r\nerror: way",
      context: { "type\u0007": ["0-279\u001b[2J"] },
      id: "\u009b1m",
    };
    const answer = { status: 207, body: { status: "COMPLETE", results: [], numErrors: 1, errors: [error] } };
    sandbox.faults([{ match: { path: "batch/update$" }, times: 9, fault: answer }]);
    const failed = await host.create(checked(pair, [unlabeled(5)]));
    expect(JSON.stringify(failed)).not.to.match(/\\u00(?:[01]|9b)/);
    expect(messageOf(failed)).to.contain("was refused by HubSpot: no [31m error: way");
  });

  it("by a token sent back in its words does not get it printed", async () => {
    const { host, sandbox } = await begin();
    const fault = { status: 400, body: { message: `who is ${sandbox.token}?` } };
    sandbox.faults([{ match: { path: "batch/update$" }, times: 9, fault }]);
    expect(messageOf(await host.create(checked(pair, [unlabeled(5)])))).to.contain("HubSpot says: who is [secret]?;");
  });
});

describe("a portal that does not answer", () => {
  const begin = scenes();
  const { hostAt } = servers();

  it("is waited for once, whatever the number of resources, and fails no preview", async () => {
    const { sandbox, nextHost, requests } = await begin();
    sandbox.faults([{ match: {}, times: 99, fault: "hang" }]);
    const host = await nextHost({ config: { ...configurationFor(sandbox), "hubspot:requestTimeoutSeconds": "1" } });
    const pairs = ["contacts/companies", "companies/contacts", "deals/contacts", "contacts/deals"];
    const answers = [
      ...(await Promise.all(pairs.map((each) => host.check({}, declared(each, [unlabeled(5)]))))),
      await host.check({}, declared("deals/companies", [unlabeled(5)])),
    ];
    expect(answers.map((answer) => succeeded(answer).failures)).to.deep.equal(answers.map(() => []));
    expect(host.logged().map(({ message }) => message)).to.deep.equal([
      `${notSeen}; ${whoseToken}: no answer, because it took longer than 1 s; run again`,
    ]);
    expect(requests()).to.deep.equal(["GET account"]);
  });

  it("to a question of one pair is not asked that of the next", async () => {
    const { sandbox, nextHost, requests } = await begin();
    sandbox.faults([{ match: { path: "/labels$" }, times: 99, fault: "hang" }]);
    const host = await nextHost({ config: { ...configurationFor(sandbox), "hubspot:requestTimeoutSeconds": "1" } });
    for (const each of ["contacts/companies", "companies/contacts", "deals/contacts"])
      expect(succeeded(await host.check({}, declared(each, [ofLabel(37, 5)]))).failures).to.deep.equal([]);
    expect(host.logged().map(({ message }) => message)).to.deep.equal([
      `${notSeen}; reading the association types of contacts to companies: no answer, because it took longer than 1 s; run again`,
    ]);
    expect(requests()).to.deep.equal(["GET account", "GET contacts/companies/labels"]);
  });

  it("one time out of two is asked again, and the create comes through", async () => {
    const { sandbox, nextHost, requests, limits } = await begin();
    sandbox.faults([{ match: { method: "POST" }, fault: "hang" }]);
    const host = await nextHost({ config: { ...configurationFor(sandbox), "hubspot:requestTimeoutSeconds": "1" } });
    expect(succeeded(await host.create(checked(pair, [unlabeled(5)]))).id).to.equal(pair);
    const batch = `POST ${pair}/batch/update`;
    expect(requests()).to.deep.equal(["GET account", "GET all", batch, batch]);
    expect(limits()).to.deep.equal({ "contacts/companies 279": 5 });
  });

  it("because nobody is there fails no preview, and a create says what to look at", async () => {
    const { sandbox } = await begin();
    const { url } = sandbox;
    await sandbox.close();
    const host = await hostAt(url);
    expect(await reasons(host)).to.deep.equal([]);
    const problem = `${whoseToken}: the portal cannot be reached, nobody answers there (ECONNREFUSED); check the network and hubspot:baseUrl, then run again`;
    expect(host.logged().map(({ message }) => message)).to.deep.equal([`${notSeen}; ${problem}`]);
    expect(await host.create(checked(pair, [unlabeled(5)]))).to.deep.equal({ error: problem, code: "UNKNOWN" });
    expect(host.printed()).to.equal("");
  });

  it("because its daily quota is spent fails no preview, and a create at once", async () => {
    const { sandbox, host, requests } = await begin();
    const body = { status: "error", message: "You have reached your daily limit.", policyName: "DAILY" };
    sandbox.faults([{ match: {}, times: 99, fault: { status: 429, body } }]);
    const problem = `${whoseToken}: the portal's daily quota of API calls is spent (429); HubSpot says: You have reached your daily limit; run again after midnight of the portal's time zone`;
    expect(await reasons(host)).to.deep.equal([]);
    expect(host.logged().map(({ message }) => message)).to.deep.equal([`${notSeen}; ${problem}`]);
    expect(await host.create(checked(pair, [unlabeled(5)]))).to.deep.equal({ error: problem, code: "UNKNOWN" });
    expect(requests(), "nothing more leaves").to.deep.equal(["GET account"]);
  });
});
