import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { gzipSync } from "node:zlib";
import type { Call, HubSpotError } from "../../../provider/hubspot/error";
import type { Reply, Request } from "../../../provider/hubspot/send";
import { secret } from "../../../provider/secret";
import { transport } from "../../../provider/hubspot/transport";

const token = "secret-token";
const get: Call = { method: "GET", path: "/crm/x", doing: "reading" };
const post: Call = { method: "POST", path: "/crm/x", doing: "writing" };
const longEnough = 10_000;

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe("the transport", () => {
  let server: Server;
  let origin: string;
  let received: Received[];
  let connections: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeEach("a server on loopback", async () => {
    received = [];
    connections = 0;
    answer = (_request, response) => response.end("{}");
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += String(chunk)));
      request.on("end", () => {
        const { method, url, headers } = request;
        received.push({ method, url, headers, body });
        answer(request, response);
      });
    });
    server.on("connection", () => connections++);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  });
  const closed = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  afterEach("the server stops", closed);

  const open = (baseUrl = origin, timeoutMs = longEnough) => transport({ baseUrl, userAgent: "tests/1" })(timeoutMs);
  const send = (request: Request, timeoutMs?: number): Promise<E.Either<HubSpotError, Reply>> =>
    open(origin, timeoutMs)({ bearer: secret(token), ...request })();

  it("sends what is asked, with the token in one header and nowhere else", async () => {
    await send({ call: post, json: { inputs: [{ typeId: 1 }] } });
    await send({ call: get });
    const [wrote, read] = received;
    expect([wrote?.method, wrote?.url, wrote?.body]).to.deep.equal(["POST", "/crm/x", '{"inputs":[{"typeId":1}]}']);
    expect([read?.method, read?.url, read?.body]).to.deep.equal(["GET", "/crm/x", ""]);
    expect(wrote?.headers).to.include({
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      accept: "application/json",
      "user-agent": "tests/1",
    });
    expect(read?.headers).to.include({ authorization: `Bearer ${token}` });
    expect(read?.headers).not.to.have.property("content-type");
    for (const { url, body, headers } of received) {
      const { authorization: _authorization, ...others } = headers;
      expect(JSON.stringify([url, body, others])).not.to.contain(token);
    }
  });

  it("keeps to the base URL's own path", async () => {
    await open(`${origin}/a/prefix`)({ call: get })();
    expect(received.map(({ url }) => url)).to.deep.equal(["/a/prefix/crm/x"]);
  });

  it("gives status, headers and text as they are", async () => {
    answer = (_request, response) =>
      response.writeHead(429, { "X-HubSpot-RateLimit-Max": "190" }).end('{"message":"zu schnell – später"}');
    const reply = await send({ call: get });
    if (E.isLeft(reply)) throw new Error(JSON.stringify(reply.left));
    expect([
      reply.right.status,
      reply.right.text,
      reply.right.header("x-hubspot-ratelimit-max"),
      reply.right.header("retry-after"),
    ]).to.deep.equal([429, '{"message":"zu schnell – später"}', "190", null]);
  });

  it("does not follow a redirect", async () => {
    answer = (_request, response) => response.writeHead(307, { location: `${origin}/elsewhere` }).end();
    const reply = await send({ call: post, json: {} });
    expect(E.isRight(reply) && reply.right.status).to.equal(307);
    expect(received.map(({ url }) => url)).to.deep.equal(["/crm/x"]);
  });

  it("keeps its connections, for all time-outs together", async () => {
    const withTimeout = transport({ baseUrl: origin, userAgent: "tests/1" });
    for (const timeoutMs of [longEnough, 5_000, longEnough]) await withTimeout(timeoutMs)({ call: get })();
    expect([received.length, connections]).to.deep.equal([3, 1]);
  });

  const unanswered = (call: Call, why: string): unknown =>
    E.left({ _tag: "Unanswered", call, why, mayHaveTakenEffect: call.method !== "GET" });

  for (const call of [get, post]) {
    describe(`of a ${call.method}`, () => {
      const request: Request = call === get ? { call } : { call, json: {} };

      /** What comes of a request whose time is up at the moment that this tells. */
      const whenTimeIsUp = (when: (end: () => void) => void): Promise<unknown> => {
        const up = new AbortController();
        when(() => up.abort());
        const send = transport({ baseUrl: origin, userAgent: "tests/1" }, () => up.signal)(longEnough);
        return send({ bearer: secret(token), ...request })();
      };

      it("ends in time where nothing ever comes", async () => {
        const ended = await whenTimeIsUp((end) => {
          answer = end;
        });
        expect(ended).to.deep.equal(unanswered(call, "it took longer than 10 s"));
      });

      it("ends in time where the body only drips", async () => {
        const ended = await whenTimeIsUp((end) => {
          answer = (_request, response) => {
            response.writeHead(200);
            response.write(" ", () => response.write(" ", end));
          };
        });
        expect(ended).to.deep.equal(unanswered(call, "it took longer than 10 s"));
      });

      it("is lost where the connection is reset", async () => {
        answer = (_request, response) => response.socket?.resetAndDestroy();
        expect(await send(request)).to.deep.equal(unanswered(call, "the connection broke (ECONNRESET)"));
      });

      it("is lost where the answer breaks off", async () => {
        answer = (_request, response) => {
          response.writeHead(200, { "content-length": "100" });
          response.write("{", () => response.socket?.destroy());
        };
        expect(await send(request)).to.deep.equal(unanswered(call, "the connection broke (ECONNRESET)"));
      });

      const tooLong = E.left({
        _tag: "Unreadable",
        call,
        status: 200,
        problem: "it is longer than 16777216 bytes",
        mayHaveTakenEffect: call.method !== "GET",
      });

      it("reads no more than 16 MiB of an answer", async () => {
        answer = (_request, response) => response.end(Buffer.alloc(16 * 1024 * 1024 + 1, 0x20));
        expect(await send(request)).to.deep.equal(tooLong);
      });

      it("reads no more than that of a compressed answer, unpacked", async () => {
        const packed = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
        answer = (_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(packed);
        expect(await send(request)).to.deep.equal(tooLong);
      });

      it("was never sent where nobody listens", async () => {
        await closed();
        expect(await send(request)).to.deep.equal(
          E.left({ _tag: "Unreachable", call, because: "nobodyThere", why: "ECONNREFUSED", mayHaveTakenEffect: false }),
        );
      });

      it("was never sent where the other side speaks no TLS", async () => {
        const result = await open(origin.replace("http:", "https:"))(request)();
        expect(E.isLeft(result) && [result.left._tag, result.left.mayHaveTakenEffect]).to.deep.equal([
          "Unreachable",
          false,
        ]);
      });
    });
  }

  it("sends a form as such, without a token", async () => {
    await open()({ call: post, form: secret("grant_type=refresh_token&x=1") })();
    const [{ headers, body } = { headers: {}, body: "" }] = received;
    expect([headers["content-type"], headers.authorization, body]).to.deep.equal([
      "application/x-www-form-urlencoded",
      undefined,
      "grant_type=refresh_token&x=1",
    ]);
  });

  it("knows of a request that never left: a time-out before that did nothing", async () => {
    // The other side accepts, and never says a word of TLS.
    const silent = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const address = silent.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const result = await open(`https://127.0.0.1:${port}`, 100)({ call: post, json: {} })();
    silent.close();
    expect(result).to.deep.equal(
      E.left({
        _tag: "Unanswered",
        call: post,
        why: "no connection came about within 0.1 s",
        mayHaveTakenEffect: false,
      }),
    );
  });

  it("says no more than a name of a host that there is not", async () => {
    const result = await open("http://no-such-host.invalid")({ call: post, json: {} })();
    if (E.isRight(result) || result.left._tag !== "Unreachable") throw new Error(JSON.stringify(result));
    expect(result.left.mayHaveTakenEffect).to.equal(false);
    expect(["noSuchHost", "noNames"]).to.include(result.left.because);
  });

  it("never shows the token in an error", async () => {
    answer = (_request, response) => response.socket?.resetAndDestroy();
    const lost = await send({ call: post, json: {} });
    await closed();
    expect(JSON.stringify([lost, await send({ call: get })])).not.to.contain(token);
  });
});
