import { expect } from "chai";
import * as E from "fp-ts/Either";
import { accessTokens, bearing } from "../../../../provider/hubspot/accessTokens";
import type { Call, HubSpotError } from "../../../../provider/hubspot/error";
import type { Reply, Send } from "../../../../provider/hubspot/send";
import { secret } from "../../../../provider/secret";
import type { TestRuntime } from "../../../support/provider/runtime";
import { testRuntime } from "../../../support/provider/runtime";

const call: Call = { method: "GET", path: "/x", doing: "reading" };
const asking: Call = { method: "POST", path: "/oauth/v1/token", doing: "asking for an access token" };
const oauth = {
  _tag: "OAuth",
  clientId: secret("client"),
  clientSecret: secret("s&cret"),
  refreshToken: secret("refresh"),
} as const;
const ok: Reply = { status: 200, header: () => null, text: "{}" };
const expired: HubSpotError = {
  _tag: "Unauthorized",
  call,
  category: "EXPIRED_AUTHENTICATION",
  mayHaveTakenEffect: false,
};
const unknownToken: HubSpotError = { ...expired, category: "INVALID_AUTHENTICATION" };
const down: HubSpotError = { _tag: "Unavailable", call: asking, status: 503, mayHaveTakenEffect: true };

/** OAuth that gives the tokens a1, a2 … and a portal that answers with what a test says. */
const scene = (runtime: TestRuntime, expiresInSeconds = 1_800) => {
  const asked: string[] = [];
  const bore: string[] = [];
  const grants: HubSpotError[] = [];
  const refusals: HubSpotError[] = [];
  const grant: Send =
    ({ form, bearer }) =>
    async () => {
      asked.push(form?.reveal() ?? "no form");
      expect(bearer).to.equal(undefined);
      const number = asked.length;
      await runtime.sleep(100)();
      const refusal = grants.shift();
      if (refusal !== undefined) return E.left(refusal);
      return E.right({ ...ok, text: JSON.stringify({ access_token: `a${number}`, expires_in: expiresInSeconds }) });
    };
  const send: Send =
    ({ bearer }) =>
    async () => {
      bore.push(bearer?.reveal() ?? "nothing");
      await runtime.sleep(1)();
      const refusal = refusals.shift();
      return refusal === undefined ? E.right(ok) : E.left(refusal);
    };
  const request = bearing(accessTokens(oauth, runtime), grant)(send)({ call });
  return { request, asked, bore, grants, refusals };
};

describe("a configured access token", () => {
  it("is sent with every request, and what the portal says of it is final", async () => {
    const bore: Array<string | undefined> = [];
    const tokens = accessTokens({ _tag: "AccessToken", accessToken: secret("t") }, testRuntime());
    const never: Send = () => () => Promise.reject(new Error("OAuth was asked"));
    const request = bearing(
      tokens,
      never,
    )(({ bearer }) => async () => {
      bore.push(bearer?.reveal());
      return E.left(expired);
    })({ call });
    expect([await request(), await request()]).to.deep.equal([E.left(expired), E.left(expired)]);
    expect(bore).to.deep.equal(["t", "t"]);
  });
});

describe("an access token from OAuth", () => {
  it("is asked for once, whoever waits for it, with the credentials in a form", async () => {
    const { request, asked, bore } = scene(testRuntime());
    await Promise.all([request(), request(), request()]);
    await request();
    expect(asked).to.deep.equal([
      "grant_type=refresh_token&client_id=client&client_secret=s%26cret&refresh_token=refresh",
    ]);
    expect(bore).to.deep.equal(["a1", "a1", "a1", "a1"]);
  });

  it("is renewed a minute before it expires", async () => {
    const runtime = testRuntime();
    const { request, bore } = scene(runtime);
    await request();
    runtime.pass(1_739_000);
    await request();
    runtime.pass(1_000);
    await Promise.all([request(), request()]);
    expect(bore).to.deep.equal(["a1", "a1", "a2", "a2"]);
  });

  it("of a short life is renewed when nine tenths of it are over", async () => {
    const runtime = testRuntime();
    const { request, bore } = scene(runtime, 10);
    await request();
    runtime.pass(8_890);
    await request();
    runtime.pass(110);
    await request();
    expect(bore).to.deep.equal(["a1", "a1", "a2"]);
  });

  it("that the portal calls expired is renewed once for all, and each request sent once more", async () => {
    const { request, asked, bore, refusals } = scene(testRuntime());
    refusals.push(expired, expired, expired);
    expect(await Promise.all([request(), request(), request()])).to.deep.equal([E.right(ok), E.right(ok), E.right(ok)]);
    expect([asked.length, bore]).to.deep.equal([2, ["a1", "a1", "a1", "a2", "a2", "a2"]]);
  });

  it("is not renewed twice for one request, nor where the portal does not call it expired", async () => {
    const { request, bore, refusals } = scene(testRuntime());
    refusals.push(expired, expired, unknownToken);
    expect(await request()).to.deep.equal(E.left(expired));
    expect(await request()).to.deep.equal(E.left(unknownToken));
    expect(bore).to.deep.equal(["a1", "a2", "a2"]);
  });

  for (const [status, error] of [
    [400, { _tag: "Refused", call: asking, status: 400, message: "no", correlationId: "c", mayHaveTakenEffect: false }],
    [401, { _tag: "Unauthorized", call: asking, message: "no", correlationId: "c", mayHaveTakenEffect: false }],
  ] as ReadonlyArray<readonly [number, HubSpotError]>) {
    it(`that is refused with ${status} is refused for good: nobody asks again`, async () => {
      const { request, asked, bore, grants } = scene(testRuntime());
      grants.push(error);
      const refused = E.left({
        _tag: "NotGranted",
        call: asking,
        status,
        message: "no",
        correlationId: "c",
        mayHaveTakenEffect: false,
      });
      expect(await Promise.all([request(), request()])).to.deep.equal([refused, refused]);
      expect(await request()).to.deep.equal(refused);
      expect([asked.length, bore]).to.deep.equal([1, []]);
    });
  }

  it("that cannot be had for now fails those who wait for it, and is asked for anew by the next", async () => {
    const { request, asked, grants } = scene(testRuntime());
    grants.push(down);
    const failed = E.left({ ...down, mayHaveTakenEffect: false });
    expect(await Promise.all([request(), request()])).to.deep.equal([failed, failed]);
    expect(await request()).to.deep.equal(E.right(ok));
    expect(asked.length).to.equal(2);
  });

  it("that is still good serves on where its renewal fails for now", async () => {
    const runtime = testRuntime();
    const { request, bore, grants } = scene(runtime);
    await request();
    runtime.pass(1_745_000);
    grants.push(down);
    expect(await request()).to.deep.equal(E.right(ok));
    runtime.pass(60_000);
    grants.push(down);
    expect(await request()).to.deep.equal(E.left({ ...down, mayHaveTakenEffect: false }));
    expect(bore).to.deep.equal(["a1", "a1"]);
  });

  it("of a kind that no header can carry is not taken", async () => {
    const grant: Send = () => async () =>
      E.right({ ...ok, text: JSON.stringify({ access_token: "a\r\nx: y", expires_in: 5 }) });
    const never: Send = () => () => Promise.reject(new Error("sent"));
    expect(await bearing(accessTokens(oauth, testRuntime()), grant)(never)({ call })()).to.deep.equal(
      E.left({
        _tag: "Unreadable",
        call: asking,
        status: 200,
        problem: '"access_token" is missing or of another type',
        mayHaveTakenEffect: false,
      }),
    );
  });
});
