/**
 * The credentials of this process, and texts without them. Whatever comes in, and whatever is said, passes here: a portal
 * or a proxy may send a credential back in a header or a body, and a program may have it in a name.
 */
import type { Secret } from "./secret";
import { hidden } from "./secret";

export interface Mask {
  /** From now on these stand in no text. */
  readonly hide: (secrets: ReadonlyArray<Secret>) => void;
  /** A text without any of them. */
  readonly over: (text: string) => string;
}

/** No credential is shorter; what is may stand anywhere by chance, and a text without it would say nothing. */
const shortest = 6;

/** The forms in which a text comes back from a header, a form or a JSON body. */
const formsOf = (text: string): ReadonlyArray<string> => {
  const json = JSON.stringify(text).slice(1, -1);
  const urls = [encodeURIComponent(text), encodeURI(text), new URLSearchParams({ "": text }).toString().slice(1)];
  const bytes = Buffer.from(text);
  const hex = bytes.toString("hex");
  return [
    ...[text, json, json.replaceAll("/", "\\/"), ...urls],
    ...urls.map((url) => url.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase())),
    ...[bytes.toString("base64").replace(/=+$/, ""), bytes.toString("base64url"), hex, hex.toUpperCase()],
  ];
};

/** JSON with its escapes as this process writes them, so that a text in it has one form; what is no JSON stays. */
const inOneForm = (text: string): string => {
  if (!text.includes("\\")) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
};

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** Longer forms first: a credential may begin as another one does. */
const anyOf = (forms: ReadonlySet<string>): RegExp =>
  new RegExp(
    [...forms]
      .sort((a, b) => b.length - a.length)
      .map(literally)
      .join("|"),
    "g",
  );

export const newMask = (): Mask => {
  const forms = new Set<string>();
  let pattern: RegExp | undefined;
  return {
    hide: (secrets) => {
      const texts = secrets.map(({ reveal }) => reveal()).filter(({ length }) => length >= shortest);
      for (const form of texts.flatMap(formsOf)) forms.add(form);
      if (forms.size > 0) pattern = anyOf(forms);
    },
    over: (text) => (pattern === undefined ? text : inOneForm(text).replace(pattern, hidden)),
  };
};
