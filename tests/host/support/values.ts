/** Inputs, outputs and answers as tests of the provider process write and compare them. */
import { expect } from "chai";
import type { Failed, Properties } from "../harness";
import { declared } from "../../support/inputs";
import { providerText } from "../harness";

export { declared, ofLabel, ofType, unlabeled } from "../../support/inputs";

/** How the engine says that a value is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What check makes of them. */
export const checked = (pair: string, limits: unknown, more: Properties = {}): Properties =>
  declared(pair, limits, { authoritative: false, onCreate: "adopt", onDelete: "restore", ...more });

/** What the process adds to all properties that it returns. */
export const text = { __provider: providerText() };

/** The outcome of a call that must have succeeded. */
export const succeeded = <A extends object>(outcome: A | Failed): A => {
  if ("error" in outcome) throw new Error(`The call failed: ${JSON.stringify(outcome)}`);
  return outcome;
};

/** Outputs without the times of the last batch, which must be there, in order and in ISO 8601. */
export const withoutTimes = (outputs: Properties): Properties => {
  const { requestedAt, startedAt, completedAt, ...rest } = outputs;
  const times = [requestedAt, startedAt, completedAt].map(String);
  for (const time of times) expect(time).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect([...times].sort()).to.deep.equal(times);
  return rest;
};

/** A message whose correlation id, which the portal makes up, is replaced by `ID`. */
export const withoutCorrelationId = (message: string): string =>
  message.replace(/correlationId [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "correlationId ID");

/** The error of a call that must have failed, without its correlation id. */
export const messageOf = (outcome: object | undefined): string => {
  if (outcome === undefined || !("error" in outcome)) throw new Error(`No error: ${JSON.stringify(outcome)}`);
  return withoutCorrelationId(String(outcome.error));
};

/** A value without the homes that check has noted, at whichever depth: what people see of it. */
export const withoutHomes = <A>(value: A): A => {
  const plain: A = JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === "__home" ? undefined : each)));
  return plain;
};
