/** The one thing everything below the calls does: send a request, get a reply or an error. */
import type { TaskEither } from "fp-ts/TaskEither";
import type { Secret } from "../secret";
import type { Call, HubSpotError } from "./error";

/** A request has a path, never a URL, so that a token goes to one origin only. */
export interface Request {
  readonly call: Call;
  /** A body to send as JSON. */
  readonly json?: unknown;
  /** A body to send as a form; what it holds is secret as a whole. */
  readonly form?: Secret;
  /** The access token it bears; asking for one bears none. */
  readonly bearer?: Secret;
  /** How many times it is sent by now, from 1. */
  readonly attempt?: number;
}

export interface Reply {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
}

export type Send = (request: Request) => TaskEither<HubSpotError, Reply>;

/** The way to a portal, given the time that a whole request may take. */
export type Wire = (timeoutMs: number) => Send;
