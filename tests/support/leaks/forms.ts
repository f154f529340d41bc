/**
 * The forms in which a secret may be found: as it is, escaped, encoded, or encoded after it was escaped, whatever
 * stands before and after it.
 */

/** One form of a secret: what it is called, and the texts of which each shows the secret. */
export interface Form {
  readonly form: string;
  readonly texts: ReadonlyArray<string>;
}

type Write = (text: string) => string;

const json: Write = (text) => JSON.stringify(text).slice(1, -1);

/** Go writes JSON that may stand in HTML. */
const go: Write = (text) =>
  text.replace(/[<>&]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

const form: Write = (text) => new URLSearchParams({ "": text }).toString().slice(1);

const lowerPercent: Write = (text) => text.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase());

/** Escaping, character by character: part of a secret becomes part of its form. */
const escapings: Readonly<Record<string, ReadonlyArray<Write>>> = {
  "as it is": [(text) => text],
  "JSON-escaped": [json, (text) => json(text).replaceAll("/", "\\/"), (text) => text.replaceAll("\\", "\\\\")],
  "JSON-escaped as Go does": [(text) => go(json(text))],
  "JSON-escaped twice": [(text) => json(json(text)), (text) => go(json(json(text))), (text) => json(go(json(text)))],
  "URL-encoded": [encodeURIComponent, encodeURI].flatMap((write) => [write, (text) => lowerPercent(write(text))]),
  "form-encoded": [form, (text) => lowerPercent(form(text))],
};

/**
 * Base64 packs three bytes into four characters, so what a text becomes depends on how many bytes stand before it. Of
 * each of the three ways, these are the characters that depend on the text alone.
 */
const base64 = (encoding: "base64" | "base64url"): ReadonlyArray<Write> =>
  [0, 1, 2].map((before) => (text) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const encoded = bytes.toString(encoding).replace(/=+$/, "");
    return encoded.slice([0, 2, 3][before], bytes.length % 3 === 0 ? undefined : -1);
  });

const hex: Write = (text) => Buffer.from(text).toString("hex");

const encodings: Readonly<Record<string, ReadonlyArray<Write>>> = {
  base64: base64("base64"),
  base64url: base64("base64url"),
  hex: [hex, (text) => hex(text).toUpperCase()],
};

/** What the forms are called. */
export const formNames: ReadonlyArray<string> = [...Object.keys(escapings), ...Object.keys(encodings)];

/** All forms of a text. A text that one form leaves as another does stands in the first of them alone. */
export const formsOf = (text: string): ReadonlyArray<Form> => {
  const known = new Set<string>();
  const fresh = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
    texts.filter((each) => !known.has(each) && known.add(each));
  const escaped = Object.entries(escapings).map(([name, writes]) => ({
    form: name,
    texts: fresh(writes.map((write) => write(text))),
  }));
  const plain = escaped.flatMap(({ texts }) => texts);
  const encoded = Object.entries(encodings).map(([name, writes]) => ({
    form: name,
    texts: fresh(plain.flatMap((each) => writes.map((write) => write(each)))),
  }));
  return [...escaped, ...encoded].filter(({ texts }) => texts.length > 0);
};
