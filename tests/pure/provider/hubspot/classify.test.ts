import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import type { Now } from "../../../../provider/hubspot/classify";
import {
  classified,
  correlationIdOf,
  decoded,
  empty,
  errorOf,
  isDailyQuotaSpent,
  retryAfter,
} from "../../../../provider/hubspot/classify";
import { decodeRows } from "../../../../provider/hubspot/codecs";
import type { Call, HubSpotError } from "../../../../provider/hubspot/error";
import type { Reply } from "../../../../provider/hubspot/send";

const get: Call = { method: "GET", path: "/x", doing: "reading all limits" };
const post: Call = { method: "POST", path: "/x", doing: "setting limits of contacts to companies" };
const date = new Date("2025-06-01T12:00:00Z");
const now: Now = { date, endOfDay: undefined };

const reply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  header: (name) => headers[name] ?? null,
  text: typeof body === "string" ? body : JSON.stringify(body),
});

const error =
  (call: Call, status: number, body: unknown, headers?: Readonly<Record<string, string>>) => (): HubSpotError =>
    errorOf(call, reply(status, body, headers), now);

const correlationId = "aeb5f871-7f07-4993-9211-075dc63e7cbf";

describe("an error body, as recorded", () => {
  const table: ReadonlyArray<readonly [string, () => HubSpotError, Partial<HubSpotError> & Record<string, unknown>]> = [
    [
      "unknown object type",
      error(get, 400, { status: "error", message: "Unable to infer object type from: widgets", correlationId }),
      {
        _tag: "UnknownObjectType",
        call: get,
        message: "Unable to infer object type from: widgets",
        correlationId,
        mayHaveTakenEffect: false,
      },
    ],
    [
      "unknown object type, without a correlationId",
      error(post, 400, { status: "error", message: "Unable to infer object type from: widgets" }),
      {
        _tag: "UnknownObjectType",
        call: post,
        message: "Unable to infer object type from: widgets",
        mayHaveTakenEffect: false,
      },
    ],
    [
      "expired token",
      error(get, 401, {
        status: "error",
        message: "The OAuth token used to make this call expired 5 minute(s) ago.",
        correlationId,
        category: "EXPIRED_AUTHENTICATION",
        context: { "expire time": ["2025-06-01T11:55:00.000Z"] },
      }),
      {
        _tag: "Unauthorized",
        call: get,
        message: "The OAuth token used to make this call expired 5 minute(s) ago.",
        correlationId,
        category: "EXPIRED_AUTHENTICATION",
        mayHaveTakenEffect: false,
      },
    ],
    [
      "invalid token",
      error(get, 401, {
        status: "error",
        message: "Authentication credentials not found.",
        category: "INVALID_AUTHENTICATION",
      }),
      {
        _tag: "Unauthorized",
        call: get,
        message: "Authentication credentials not found.",
        category: "INVALID_AUTHENTICATION",
        mayHaveTakenEffect: false,
      },
    ],
    [
      "missing scopes, in the errors",
      error(get, 403, {
        status: "error",
        message: "This app hasn't been granted all required scopes to make this call.",
        correlationId,
        errors: [
          {
            message: "One or more of the following scopes are required.",
            context: { requiredGranularScopes: ["crm.objects.contacts.read", "crm.objects.companies.read"] },
          },
        ],
        links: { scopes: "https://developers.hubspot.com/scopes" },
        category: "MISSING_SCOPES",
      }),
      {
        _tag: "MissingScopes",
        call: get,
        message: "This app hasn't been granted all required scopes to make this call.",
        correlationId,
        scopes: ["crm.objects.contacts.read", "crm.objects.companies.read"],
        mayHaveTakenEffect: false,
      },
    ],
    [
      "missing scopes, in the context",
      error(get, 403, { category: "MISSING_SCOPES", context: { requiredScopes: ["crm.schemas.custom.read"] } }),
      { _tag: "MissingScopes", call: get, scopes: ["crm.schemas.custom.read"], mayHaveTakenEffect: false },
    ],
    [
      "missing scopes that are not named",
      error(get, 403, { category: "MISSING_SCOPES" }),
      { _tag: "MissingScopes", call: get, scopes: [], mayHaveTakenEffect: false },
    ],
    [
      "403 for another reason",
      error(get, 403, { message: "This account is suspended", category: "BANNED" }),
      {
        _tag: "Refused",
        call: get,
        status: 403,
        message: "This account is suspended",
        category: "BANNED",
        mayHaveTakenEffect: false,
      },
    ],
    [
      "the rolling quota",
      error(post, 429, {
        status: "error",
        message: "You have reached your ten_secondly_rolling limit.",
        errorType: "RATE_LIMIT",
        correlationId,
        policyName: "TEN_SECONDLY_ROLLING",
      }),
      {
        _tag: "RateLimited",
        call: post,
        policy: "TEN_SECONDLY_ROLLING",
        message: "You have reached your ten_secondly_rolling limit.",
        correlationId,
        mayHaveTakenEffect: false,
      },
    ],
    [
      "the quota of a second, with Retry-After",
      error(get, 429, { policyName: "SECONDLY" }, { "retry-after": "2" }),
      { _tag: "RateLimited", call: get, policy: "SECONDLY", retryAfterMs: 2000, mayHaveTakenEffect: false },
    ],
    [
      "a quota without a policy",
      error(get, 429, ""),
      { _tag: "RateLimited", call: get, policy: "no policy named", mayHaveTakenEffect: false },
    ],
    [
      "the quota of the day",
      error(get, 429, { message: "You have reached your daily limit.", policyName: "DAILY", correlationId }),
      {
        _tag: "DailyQuotaSpent",
        call: get,
        message: "You have reached your daily limit.",
        correlationId,
        mayHaveTakenEffect: false,
      },
    ],
    [
      "locked",
      error(post, 423, { message: "Locked" }),
      { _tag: "Unavailable", call: post, status: 423, message: "Locked", mayHaveTakenEffect: false },
    ],
    [
      "migrating",
      error(post, 477, { message: "Migration in progress" }, { "retry-after": "86400" }),
      {
        _tag: "Unavailable",
        call: post,
        status: 477,
        message: "Migration in progress",
        retryAfterMs: 86_400_000,
        mayHaveTakenEffect: false,
      },
    ],
    [
      "a gateway that gives up a write, in HTML: it may have taken effect",
      error(post, 504, "<html><title>504</title></html>"),
      { _tag: "Unavailable", call: post, status: 504, mayHaveTakenEffect: true },
    ],
    [
      "a gateway that gives up a read",
      error(get, 502, "<html>"),
      { _tag: "Unavailable", call: get, status: 502, mayHaveTakenEffect: false },
    ],
    [
      "the 51st label",
      error(post, 437, { message: "Too many labels", correlationId }),
      {
        _tag: "Refused",
        call: post,
        status: 437,
        message: "Too many labels",
        correlationId,
        mayHaveTakenEffect: false,
      },
    ],
    [
      "a duplicate label",
      error(post, 400, {
        status: "error",
        message: "label exists",
        category: "VALIDATION_ERROR",
        subCategory: "AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL",
      }),
      {
        _tag: "Refused",
        call: post,
        status: 400,
        message: "label exists",
        category: "VALIDATION_ERROR",
        mayHaveTakenEffect: false,
      },
    ],
    ["nothing at all", error(get, 404, ""), { _tag: "Refused", call: get, status: 404, mayHaveTakenEffect: false }],
    ["null", error(get, 404, "null"), { _tag: "Refused", call: get, status: 404, mayHaveTakenEffect: false }],
    [
      "a redirect, which a token must not follow",
      error(get, 302, "", { location: "https://elsewhere.example" }),
      {
        _tag: "Unreadable",
        call: get,
        status: 302,
        problem: "it redirects, and a token must not follow",
        mayHaveTakenEffect: false,
      },
    ],
    [
      "fields that are null",
      error(get, 400, { message: null, category: null, correlationId: null, context: null, errors: null }),
      { _tag: "Refused", call: get, status: 400, mayHaveTakenEffect: false },
    ],
    [
      "fields of strange types, which do not hide the others",
      error(get, 400, {
        message: "no",
        correlationId,
        category: 5,
        context: ["x"],
        errors: ["a text", { context: "x" }, { context: { requiredScopes: "not a list" } }],
      }),
      { _tag: "Refused", call: get, status: 400, message: "no", correlationId, mayHaveTakenEffect: false },
    ],
    [
      "control characters and far too many words",
      error(get, 400, { message: `\u001b[31mred\u202e\r\n${"x".repeat(1000)}` }),
      { _tag: "Refused", call: get, status: 400, message: `[31mred ${"x".repeat(492)}`, mayHaveTakenEffect: false },
    ],
  ];
  for (const [what, actual, expected] of table) {
    it(what, () => expect(actual()).to.deep.equal(expected));
  }

  it("of a spent day tells when the portal's day ends, where that is known", () => {
    const endOfDay = new Date("2025-06-02T04:00:00Z");
    expect(errorOf(get, reply(429, { policyName: "DAILY" }), { date, endOfDay })).to.deep.equal({
      _tag: "DailyQuotaSpent",
      call: get,
      mayHaveTakenEffect: false,
      until: endOfDay,
    });
  });

  it("goes by the status first, and by its words only where the status leaves it open", () => {
    const tag = (status: number, body: unknown) => error(get, status, body)()._tag;
    expect([
      tag(503, { policyName: "DAILY" }),
      tag(403, { context: { requiredScopes: ["crm.schemas.custom.read"] } }),
      tag(404, { message: "Unable to infer object type from: widgets" }),
      tag(400, { message: "Broken: Unable to infer object type from: widgets" }),
      tag(300, ""),
      tag(400, ""),
    ]).to.deep.equal(["Unavailable", "MissingScopes", "Refused", "Refused", "Unreadable", "Refused"]);
  });

  it("to a write may stand for something that was done, unless the server behind the gateway was not reached", () => {
    const done = (status: number) => error(post, status, "")().mayHaveTakenEffect;
    expect([500, 524].map(done)).to.deep.equal([true, true]);
    expect([521, 523, 525, 526].map(done)).to.deep.equal([false, false, false, false]);
    expect(error(get, 500, "")()._tag).to.equal("Unavailable");
  });
});

describe("a reply that the day's quota is spent", () => {
  it("is a 429 with that policy, and nothing else", () => {
    const spent = (status: number, body: unknown): boolean => isDailyQuotaSpent(reply(status, body));
    expect([
      spent(429, { policyName: "DAILY" }),
      spent(429, { policyName: "SECONDLY" }),
      spent(429, ""),
      spent(403, { policyName: "DAILY" }),
    ]).to.deep.equal([true, false, false, false]);
  });
});

describe("the id for HubSpot's support", () => {
  const header = { "x-hubspot-correlation-id": "of-header" };

  it("is that of an error's body, else of the header", () => {
    expect([
      correlationIdOf(reply(400, { correlationId }, header)),
      correlationIdOf(reply(400, {}, header)),
      correlationIdOf(reply(200, { correlationId }, header)),
      correlationIdOf(reply(200, { correlationId })),
    ]).to.deep.equal([correlationId, "of-header", "of-header", undefined]);
  });

  it("is a short word: what looks otherwise is none", () => {
    const ids = ["", "of\u001bheader", "two words", "[secret]", "https://x/y", "a=b", "a".repeat(65)];
    for (const id of ids) {
      const strange = { "x-hubspot-correlation-id": id };
      expect(correlationIdOf(reply(200, {}, strange)), id).to.equal(undefined);
      expect(correlationIdOf(reply(400, { correlationId: id })), id).to.equal(undefined);
    }
    expect(correlationIdOf(reply(400, { correlationId: "a".repeat(64) }))).to.equal("a".repeat(64));
  });
});

describe("Retry-After", () => {
  const table: ReadonlyArray<readonly [string | null, number | undefined]> = [
    [null, undefined],
    ["", undefined],
    ["  ", undefined],
    ["0", undefined],
    ["0.249", undefined],
    ["0.25", 250],
    ["1e308", undefined],
    ["NaN", undefined],
    ["2", 2000],
    ["1.5", 1500],
    ["-3", undefined],
    ["-Infinity", undefined],
    ["Sun, 01 Jun 2025 12:00:30 GMT", 30_000],
    ["Sun, 01 Jun 2025 11:00:00 GMT", undefined],
    ["soon", undefined],
    ["Infinity", undefined],
  ];
  for (const [header, ms] of table) {
    it(`${header === null ? "that is absent" : `"${header}"`} is ${ms === undefined ? "none" : `${ms} ms`}`, () =>
      expect(retryAfter(header, date)).to.equal(ms));
  }
});

describe("a reply", () => {
  const classify = (status: number) => classified(() => now)(() => TE.right(reply(status, "{}")))({ call: get })();

  it("passes with any 2xx, whatever its body says", async () => {
    for (const status of [200, 201, 204, 207, 299])
      expect(E.isRight(await classify(status)), `${status}`).to.equal(true);
  });

  it("is an error with anything else", async () => {
    for (const status of [199, 300, 304, 400, 500])
      expect(await classify(status), `${status}`).to.deep.equal(E.left(error(get, status, "{}")()));
  });

  const unreadable = (call: Call, status: number, problem: string): unknown =>
    E.left({ _tag: "Unreadable", call, status, problem, mayHaveTakenEffect: call.method !== "GET" });

  it("that cannot be read says why", () => {
    const read = (text: string, call = get): unknown => decoded(call, decodeRows)(reply(200, text));
    expect(read("")).to.deep.equal(unreadable(get, 200, "its body is empty"));
    expect(read("  \n")).to.deep.equal(unreadable(get, 200, "its body is empty"));
    expect(read("<!doctype html>")).to.deep.equal(unreadable(get, 200, "it is HTML, not JSON"));
    expect(read("\n <html>")).to.deep.equal(unreadable(get, 200, "it is HTML, not JSON"));
    expect(read('{"results":<')).to.deep.equal(unreadable(get, 200, "it is broken JSON"));
    expect(read("x<")).to.deep.equal(unreadable(get, 200, "it is broken JSON"));
    expect(read('{"results":')).to.deep.equal(unreadable(get, 200, "it is broken JSON"));
    expect(read("{}")).to.deep.equal(unreadable(get, 200, '"results" is missing or of another type'));
  });

  it("that should be empty is what it should where there is nothing but space", () => {
    expect([empty(post)(reply(204, "")), empty(post)(reply(204, " \n"))]).to.deep.equal([
      E.right(undefined),
      E.right(undefined),
    ]);
    expect(empty(post)(reply(200, "<html>"))).to.deep.equal(unreadable(post, 200, "it has a body where none belongs"));
  });

  it("to a write that cannot be read may stand for something that was done", () => {
    expect(decoded(post, decodeRows)(reply(201, "{}"))).to.deep.equal(
      unreadable(post, 201, '"results" is missing or of another type'),
    );
  });
});
