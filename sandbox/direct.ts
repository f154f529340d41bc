/** A sandbox that is asked without a socket: a request is a value, and so is what becomes of it. */
import type { Backend, Course } from "./course";
import { take } from "./course";
import { controlRoot } from "./control";
import type { Encoded } from "./encode";
import { encode } from "./encode";
import type { Reply } from "./reply";
import { addressOf } from "./request";

/** A request as a client makes it. */
export interface DirectRequest {
  readonly method: string;
  /** From the first slash on, with its query if it has one. */
  readonly path: string;
  /** Such as `Bearer sandbox-token-111`. @default none */
  readonly authorization?: string | undefined;
  /** @default none */
  readonly contentType?: string | undefined;
  /** @default none */
  readonly body?: string | undefined;
}

/** The connection that a request comes on. */
export interface DirectConnection {
  /** Whether a request before was answered on it. @default false */
  readonly keptAlive?: boolean;
  /** How many requests are under way, this one included. @default 1 */
  readonly underWay?: number;
  /** For how many milliseconds the client waits; an answer that would take longer to begin is never sent. @default for ever */
  readonly patience?: number;
}

/** What becomes of a request. Whatever it was to do is done when this comes. */
export type Outcome =
  | {
      readonly _tag: "Answered";
      readonly status: number;
      /** By their names in small letters. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** For how long the client has to wait for the whole of it. Nobody waits here. */
      readonly milliseconds: number;
    }
  /** An answer of so many bytes, which nobody wants to hold. */
  | { readonly _tag: "Huge"; readonly status: number; readonly bytes: number }
  /** The connection was lost: `truncate` in the middle of an answer, else before there was any. */
  | { readonly _tag: "Lost"; readonly by: "reset" | "close" | "truncate"; readonly tookEffect: boolean }
  /** No answer ever comes. */
  | { readonly _tag: "Hanging" };

const answeredBy = ({ status, headers, bytes }: Encoded, milliseconds = 0): Outcome => ({
  _tag: "Answered",
  status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: bytes.toString("utf8"),
  milliseconds,
});

const outcomeOf = (course: Course): Outcome => {
  switch (course._tag) {
    case "Reply":
      if (course.how === "truncated") return { _tag: "Lost", by: "truncate", tookEffect: true };
      return answeredBy(encode(course.reply, course.how === "raw"));
    case "Late":
      return answeredBy(encode(course.reply, false), course.milliseconds);
    case "Held":
      return answeredBy(encode(course.reply, false));
    case "Drops": {
      const encoded = encode(course.reply, false);
      const { bytes, everyMilliseconds } = course.drip;
      return answeredBy(encoded, Math.ceil(encoded.bytes.length / bytes) * everyMilliseconds);
    }
    case "Huge":
      return { _tag: "Huge", status: 200, bytes: course.fault.huge };
    case "NoAnswer":
      return { _tag: "Lost", by: course.by, tookEffect: course.tookEffect };
    case "Silence":
      return { _tag: "Hanging" };
  }
};

/** What the journal says of it: nothing where no answer ever comes. */
const statusOf = (course: Course, patience: number): number | null | undefined => {
  if (course._tag === "Silence" || (course._tag === "Late" && course.milliseconds >= patience)) return undefined;
  if (course._tag === "NoAnswer") return null;
  return course._tag === "Huge" ? 200 : course.reply.status;
};

const wentWrong = (error: unknown): Reply => ({ status: 500, body: { error: String(error) } });

/** Handles a request as the server does. The journal has its status, and its end, at once. */
export const handleDirectly =
  (backend: Backend) =>
  async (
    request: DirectRequest,
    { keptAlive = false, underWay = 1, patience = Infinity }: DirectConnection = {},
  ): Promise<Outcome> => {
    const { method, authorization, contentType, body = "" } = request;
    const address = addressOf(request.path);
    if (address.path.startsWith(controlRoot)) return answeredBy(encode(backend.control(method, address, body), false));
    try {
      const { course, over } = take(
        backend,
        { method, ...address, authorization, contentType, body },
        { keptAlive, underWay: () => underWay },
      );
      if (course._tag === "Held") await new Promise<void>((resolve) => void backend.held.hold(resolve));
      const status = statusOf(course, patience);
      if (status !== undefined) over(status);
      return outcomeOf(course);
    } catch (error) {
      return answeredBy(encode(wentWrong(error), false));
    }
  };
