import { inspect } from "node:util";
import { expect } from "chai";
import { formNames } from "../../../support/leaks/forms";
import { searchFor } from "../../../support/leaks/search";
import { madeUp, shown } from "../../../support/leaks/secret";

const text = madeUp("token");
const secret = { what: "the token", text };

const formsIn = (printed: string | Buffer, what = text): ReadonlyArray<string> =>
  searchFor([{ what: "it", text: what }])({ where: "a log", bytes: Buffer.from(printed) }).map(({ form }) => form);

const json = JSON.stringify;
const goes = (value: string): string => value.replaceAll("&", "\\u0026");
const lower = (value: string): string => value.replace(/%../g, (escaped) => escaped.toLowerCase());

describe("the search for a secret", () => {
  const written: ReadonlyArray<readonly [form: string, written: string]> = [
    ["as it is", `a ${text}.`],
    ["as it is", `{"headers":{"authorization":["Bearer ${text}"]}}`],
    ["JSON-escaped", json({ accessToken: text })],
    ["JSON-escaped", json({ accessToken: text }).replaceAll("/", "\\/")],
    ["JSON-escaped", inspect({ accessToken: text })],
    ["JSON-escaped as Go does", goes(json({ accessToken: text }))],
    ["JSON-escaped twice", json({ plaintext: json(text) })],
    ["JSON-escaped twice", goes(json({ plaintext: json(text) }))],
    ["JSON-escaped twice", json({ plaintext: goes(json(text)) })],
    ["URL-encoded", `/oauth/v1/refresh-tokens/${encodeURIComponent(text)}/`],
    ["URL-encoded", lower(encodeURIComponent(text))],
    ["URL-encoded", encodeURI(`/${text}`)],
    ["form-encoded", new URLSearchParams({ grant_type: "refresh_token", refresh_token: text }).toString()],
    ["form-encoded", lower(new URLSearchParams({ refresh_token: text }).toString())],
  ];
  for (const [form, printed] of written) {
    it(`finds it ${form}: ${printed.replace(/[0-9a-f]{32}/, "…")}`, () => {
      // The half without special characters stands as it is in all of these.
      expect(formsIn(printed)).to.deep.equal([...new Set(["as it is", form])]);
    });
  }

  for (const encoding of ["base64", "base64url"] as const) {
    for (const before of ["", "a", "ab", "abc", "Bearer ", "client-1:"]) {
      for (const behind of ["", "x", "xy", "xyz"]) {
        it(`finds it in ${encoding} after "${before}" and before "${behind}"`, () => {
          const encoded = Buffer.from(before + text + behind).toString(encoding);
          expect(formsIn(`Authorization: Basic ${encoded}`)).to.contain(encoding);
        });
      }
    }
  }

  for (const before of ["", "a", "ab"]) {
    it(`finds what was escaped in what is encoded after "${before}"`, () => {
      const half = text.slice(text.length / 2);
      for (const escaped of [json(half), goes(json(half)), encodeURIComponent(half)]) {
        expect(escaped).not.to.contain(half);
        expect(formsIn(Buffer.from(before + escaped).toString("base64"))).to.deep.equal(["base64"]);
        expect(formsIn(Buffer.from(before + escaped).toString("hex"))).to.deep.equal(["hex"]);
      }
    });
  }

  it("finds it in hex, of small and of large letters", () => {
    const hex = Buffer.from(text).toString("hex");
    expect([formsIn(`<${hex}>`), formsIn(hex.toUpperCase())]).to.deep.equal([["hex"], ["hex"]]);
  });

  it("finds it among bytes that are no text, and at both ends", () => {
    const noise = Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256));
    for (const bytes of [
      Buffer.concat([noise, Buffer.from(text), noise]),
      Buffer.concat([noise, Buffer.from(text)]),
      Buffer.from(text),
    ])
      expect(formsIn(bytes)).to.deep.equal(["as it is"]);
  });

  it("finds half of it, where a line is cut off", () => {
    expect(formsIn(text.slice(0, -3))).to.deep.equal(["as it is"]);
    expect(formsIn(text.slice(3))).to.deep.equal(["as it is"]);
    expect(formsIn(Buffer.from(text).toString("base64").slice(0, -4))).to.deep.equal(["base64"]);
  });

  it("does not find its first letters, nor another secret, nor anything in nothing", () => {
    const others = Array.from({ length: 50 }, () => madeUp("token"));
    for (const innocent of [shown(secret), text.slice(0, 12), others.join("\n"), "", "abc"])
      expect(formsIn(innocent)).to.deep.equal([]);
  });

  it("tells which of many secrets it found, in which form, where it first stands", () => {
    const other = { what: "the refresh token", text: madeUp("refresh") };
    const absent = Array.from({ length: 50 }, () => ({ what: "another", text: madeUp() }));
    const plain = "twelve-bytes";
    const short = { what: "a short one", text: plain };
    const search = searchFor([...absent, secret, other, short, { what: "the short one again", text: plain }]);
    const printed = `ab ${plain} ${plain}; ${Buffer.from(other.text).toString("hex")}`;
    expect(search({ where: "its log", bytes: Buffer.from(printed) })).to.deep.equal([
      { secret: short, form: "as it is", where: "its log", at: 3 },
      { secret: other, form: "hex", where: "its log", at: 30 },
    ]);
  });

  it("refuses a secret that may stand anywhere", () => {
    for (const short of ["", "token", "eleven-byte"])
      expect(() => searchFor([{ what: "it", text: short }])).to.throw(
        `A secret of ${short.length} characters is too short to be searched for`,
      );
  });

  it("knows nine forms", () => {
    expect(formNames).to.deep.equal([
      "as it is",
      "JSON-escaped",
      "JSON-escaped as Go does",
      "JSON-escaped twice",
      "URL-encoded",
      "form-encoded",
      "base64",
      "base64url",
      "hex",
    ]);
  });
});
