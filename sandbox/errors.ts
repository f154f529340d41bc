/** HubSpot's error bodies, as they were recorded from live calls. */
import { randomUUID } from "node:crypto";
import type { AssociationType } from "./associationTypes";
import type { ObjectType } from "./objectTypes";
import type { Reply } from "./reply";

/** A directed pair of object types that HubSpot has recognised. */
export interface ResolvedPair {
  readonly from: ObjectType;
  readonly to: ObjectType;
}

const error = (
  status: number,
  message: string,
  rest: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ status, body: { status: "error", message, correlationId: randomUUID(), ...rest }, headers });

export const resourceNotFound = (): Reply => error(404, "resource not found");

/** No bearer token at all. */
export const credentialsNotFound = (): Reply =>
  error(
    401,
    "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
    { category: "INVALID_AUTHENTICATION" },
  );

const ago = (seconds: number): string => {
  const [count, unit] =
    seconds < 60 ? [seconds, "second"] : seconds < 86_400 ? [seconds / 60, "minute"] : [seconds / 86_400, "day"];
  return `${Math.floor(count)} ${unit}(s) ago`;
};

/** HubSpot says this of expired tokens, and of texts that are no token, as if they had expired in 1970. */
export const expiredToken = (expiredAt: Date, now: Date): Reply => {
  const seconds = Math.floor((now.getTime() - expiredAt.getTime()) / 1000);
  return error(401, `The OAuth token used to make this call expired ${ago(seconds)}.`, {
    category: "EXPIRED_AUTHENTICATION",
    context: { "expire time": [expiredAt.toISOString()] },
  });
};

/**
 * What `/oauth/v1/token` says no with: its errors have a `status` of their own. The body of `BAD_REFRESH_TOKEN` was
 * recorded by third parties, the other statuses are only named by them, with words of our own here; HubSpot's specification has
 * another shape, without `status`. So a client may depend on no field here, only on the 400.
 */
export const oauthRefused = (status: string, message: string): Reply => error(400, message, { status });

export const missingScopes = (scopes: ReadonlyArray<string>): Reply =>
  error(
    403,
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      errors: [
        {
          message: "One or more of the following scopes are required.",
          context: { requiredGranularScopes: scopes },
        },
      ],
      links: { scopes: "https://developers.hubspot.com/scopes" },
      category: "MISSING_SCOPES",
    },
  );

/** A quota is used up. */
export const rateLimited = (policyName: "TEN_SECONDLY_ROLLING" | "SECONDLY" | "DAILY"): Reply =>
  error(429, `You have reached your ${policyName.toLowerCase()} limit.`, { errorType: "RATE_LIMIT", policyName });

export const unknownObjectType = (spelling: string): Reply =>
  error(400, `Unable to infer object type from: ${spelling}`);

/** What the call does not allow. */
export const invalidInput = (message: string): Reply => error(400, message, { category: "VALIDATION_ERROR" });

/** A body that is no JSON, or not of the shape that the call wants. */
export const invalidBody = (problems: ReadonlyArray<string>): Reply =>
  invalidInput(`Invalid input JSON: ${problems.join("; ")}`);

/** One error of a batch. No index names the input: its type does, in `context.type`. */
export interface BatchError {
  readonly status: "error";
  readonly category: "VALIDATION_ERROR";
  readonly subCategory?: string;
  readonly message: string;
  readonly context: Readonly<Record<"type" | "fromObjectType" | "toObjectType", ReadonlyArray<string>>>;
}

type TypeKey = Pick<AssociationType, "category" | "typeId">;

/** HubSpot's numbers for who defined something, the same as those before the dash of an object type id. */
const definedBy: ReadonlyMap<string, number> = new Map([
  ["HUBSPOT_DEFINED", 0],
  ["INTEGRATOR_DEFINED", 1],
  ["USER_DEFINED", 2],
]);

const typeInMessages = ({ category, typeId }: TypeKey): string => `${definedBy.get(category) ?? 3}-${typeId}`;

const context = (type: TypeKey, { from, to }: ResolvedPair): BatchError["context"] => ({
  type: [typeInMessages(type)],
  fromObjectType: [from.nameInMessages],
  toObjectType: [to.nameInMessages],
});

/** The pair has no such association type. */
export const invalidAssociationType = (type: TypeKey, pair: ResolvedPair): BatchError => ({
  status: "error",
  category: "VALIDATION_ERROR",
  subCategory: "crm.associations.INVALID_ASSOCIATION_TYPE",
  message: `${typeInMessages(type)} is not a valid association type between ${pair.from.nameInMessages} and ${pair.to.nameInMessages}`,
  context: context(type, pair),
});

/** The pair's unlabeled limit would no longer be the greatest. The wording is the sandbox's own: none was recorded. */
export const labelAboveObjectLimit = (
  type: TypeKey,
  pair: ResolvedPair,
  label: { readonly label: string | null; readonly maxToObjectIds: number },
  objectLimit: number,
): BatchError => ({
  status: "error",
  category: "VALIDATION_ERROR",
  message: `The limit ${label.maxToObjectIds} of the label "${label.label ?? ""}" between ${pair.from.nameInMessages} and ${pair.to.nameInMessages} is too high for the object limit ${objectLimit}`,
  context: context(type, pair),
});

/** No type of that id between the two: the error of a batch, as an answer of its own. */
export const noSuchType = (type: TypeKey, pair: ResolvedPair): Reply => {
  const { status: _, message, ...rest } = invalidAssociationType(type, pair);
  return error(400, message, rest);
};

/** A type of HubSpot's own, or of an integration, that nobody may change or delete. The wording is the sandbox's own. */
export const notUserDefined = (type: TypeKey, { from, to }: ResolvedPair): Reply =>
  invalidInput(
    `${typeInMessages(type)} between ${from.nameInMessages} and ${to.nameInMessages} is ${type.category}: it can neither be changed nor deleted`,
  );

/** The name of another label of the portal. */
export const nameTaken = (name: string): Reply =>
  invalidInput(`Association definition named ${name} already exists for portal`);

/** A text that the pair has already. An empty one stands for the pair's unlabeled type. */
export const labelTaken = (label: string, { from, to }: ResolvedPair): Reply =>
  error(
    400,
    `Association definition label ${label === "" ? '""' : label} already exists on ObjectType pair ${from.objectTypeId}-${to.objectTypeId}`,
    { category: "VALIDATION_ERROR", subCategory: "AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL" },
  );

/** The 51st label of a pair. */
export const tooManyLabels = ({ from, to }: ResolvedPair): Reply =>
  error(437, `No more than 50 association types are allowed between ${from.objectTypeId} and ${to.objectTypeId}`, {
    category: "VALIDATION_ERROR",
  });

/** The unlabeled type goes last. */
export const labelsStillStand = (typeId: number): Reply =>
  invalidInput(`Definition with label still exists; Cannot delete unlabeled type with associationTypeId ${typeId}`);

/** A label that records bear. HubSpot's guide says that it has to be taken off them first; the wording is the sandbox's own. */
export const stillInUse = (label: string): Reply =>
  invalidInput(`The association label "${label}" is in use; remove it from all records before deleting it`);

/** A type that is deleted already, or never was. */
export const nothingToDelete = (): Reply => invalidInput("Unable to find objectTypeIds");
