/** Inputs, outputs and answers as tests of the provider process write and compare them. */
import { expect } from "chai";
import type { Failed, Properties } from "../harness";
import { providerText } from "../harness";

/** How the engine says that a value is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A limit on the pair's own association. */
export const unlabeled = (maxToObjectIds: unknown): Properties => ({ unlabeled: true, maxToObjectIds });

/** A limit on one of HubSpot's own association types. */
export const ofType = (typeId: unknown, maxToObjectIds: unknown): Properties => ({
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});

/** A limit on one of the portal's own labels. */
export const ofLabel = (typeId: unknown, maxToObjectIds: unknown): Properties => ({
  category: "USER_DEFINED",
  typeId,
  maxToObjectIds,
});

/** Inputs as a program writes them, for a pair such as `contacts/companies`. */
export const declared = (pair: string, limits: unknown, more: Properties = {}): Properties => {
  const [fromObjectType, toObjectType] = pair.split("/");
  return { fromObjectType, toObjectType, limits, ...more };
};

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
