/** What the sandbox's tests share: a sandbox without a server, and a client that hides nothing. */
import { expect } from "chai";
import type { DirectSandbox, SandboxOptions } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";

/** A sandbox; rejects where its options are wrong. */
export const started = async (options?: SandboxOptions): Promise<DirectSandbox> => createSandbox(options);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON; undefined where it is empty. */
  readonly body: unknown;
}

/** A body as {@link Answer} has it. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text === "" ? undefined : text;
  }
};

/** Sends a request; a text is sent as it is, anything else as JSON. Rejects where no whole answer comes. */
export const ask = async (
  sandbox: Pick<DirectSandbox, "handle" | "token">,
  method: string,
  path: string,
  body?: unknown,
  { authorization, ...others }: Readonly<Record<string, string>> = { authorization: `Bearer ${sandbox.token}` },
): Promise<Answer> => {
  const outcome = await sandbox.handle({
    method,
    path,
    authorization,
    contentType: others["content-type"] ?? "application/json",
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  if (outcome._tag !== "Answered") throw new Error(JSON.stringify(outcome));
  return { status: outcome.status, headers: new Headers(outcome.headers), body: parsed(outcome.body) };
};

export const configurations = "/crm/associations/v4/definitions/configurations";

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The body of an error without its `correlationId`, which must be there. */
export const withoutCorrelationId = (body: unknown): unknown => {
  if (!isObject(body)) throw new Error(`No error body: ${JSON.stringify(body)}`);
  const { correlationId, ...rest } = body;
  expect(correlationId).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  return rest;
};

/** The body of a batch without its times, which must be there and in order. */
export const withoutTimes = (body: unknown): unknown => {
  if (!isObject(body)) throw new Error(`No batch: ${JSON.stringify(body)}`);
  const { requestedAt, startedAt, completedAt, ...rest } = body;
  const times = [requestedAt, startedAt, completedAt].map(String);
  for (const time of times) expect(time).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect([...times].sort()).to.deep.equal(times);
  return rest;
};

interface Type {
  readonly category: string;
  readonly typeId: number;
}

interface Limit extends Type {
  readonly maxToObjectIds: number;
}

/** A HubSpot-defined type, or a limit of it. */
export function hubSpotDefined(typeId: number): Type;
export function hubSpotDefined(typeId: number, maxToObjectIds: number): Limit;
export function hubSpotDefined(typeId: number, maxToObjectIds?: number): Type | Limit {
  const type = { category: "HUBSPOT_DEFINED", typeId };
  return maxToObjectIds === undefined ? type : { ...type, maxToObjectIds };
}

/** A user-defined type, or a limit of it. */
export function userDefined(typeId: number): Type;
export function userDefined(typeId: number, maxToObjectIds: number): Limit;
export function userDefined(typeId: number, maxToObjectIds?: number): Type | Limit {
  const type = { category: "USER_DEFINED", typeId };
  return maxToObjectIds === undefined ? type : { ...type, maxToObjectIds };
}
