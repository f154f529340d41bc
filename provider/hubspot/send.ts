/** The one thing everything below the calls does: send a request, get a reply or an error. */
import type { TaskEither } from "fp-ts/TaskEither";
import type { Call, HubSpotError } from "./error";

/** A request has a path, never a URL, so that a token goes to one origin only. */
export interface Request {
  readonly call: Call;
  readonly json?: unknown;
}

export interface Reply {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

export type Send = (request: Request) => TaskEither<HubSpotError, Reply>;
