/**
 * A credential that cannot be printed, serialized or logged by accident: whoever needs the text says so, and there are
 * two such places, the request that carries it and the digest by which configurations are told apart.
 */
import { inspect } from "node:util";

export interface Secret {
  /** The text itself. Never to be put into a message, an output, or anything that is kept. */
  readonly reveal: () => string;
}

const hidden = "[secret]";
const hide = (): string => hidden;

/** In a template, in JSON, and in what `console` or a debugger prints, it reads `[secret]`. */
export const secret = (text: string): Secret =>
  Object.freeze({
    reveal: () => text,
    toString: hide,
    toJSON: hide,
    [Symbol.toPrimitive]: hide,
    [inspect.custom]: hide,
  });

/** The forms in which a text comes back from a header, a form or a JSON body. */
const formsOf = (text: string): ReadonlyArray<string> => [
  JSON.stringify(text).slice(1, -1),
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString("base64").replace(/=+$/, ""),
];

/** JSON with its escapes as this process writes them, so that a text in it has one form; what is no JSON stays. */
const inOneForm = (body: string): string => {
  if (!body.includes("\\")) return body;
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
};

/** A body from outside without these secrets, should somebody have sent them back. */
export const withoutSecrets = (secrets: ReadonlyArray<Secret>, body: string): string =>
  secrets
    .flatMap(({ reveal }) => formsOf(reveal()))
    .reduce((rest, form) => rest.replaceAll(form, hidden), inOneForm(body));
