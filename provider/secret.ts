/**
 * A credential that cannot be printed, serialized or logged by accident: whoever needs the text says so, and there are
 * three such places: the request that carries it, the digest by which configurations are told apart, and the mask that
 * takes it out of texts.
 */
import { inspect } from "node:util";

export interface Secret {
  /** The text itself. Never to be put into a message, an output, or anything that is kept. */
  readonly reveal: () => string;
}

export const hidden = "[secret]";
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
