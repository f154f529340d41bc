/**
 * The shapes HubSpot answers in. Unknown extra fields pass, null means absent, and what is vital and missing is an
 * error with its path.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";
import type { CustomObject } from "../customObjects";
import type { BatchError, BatchStatus, LimitRow } from "../model";
import type { BatchAnswer } from "../limits/outcome";
import type { Secret } from "../secret";
import { secret } from "../secret";

export const optional = <C extends t.Mixed>(codec: C): t.UnionC<[C, t.NullC, t.UndefinedC]> =>
  t.union([codec, t.null, t.undefined]);

/** Leaves out what is null or undefined, which HubSpot uses for the same thing as an absent field. */
export type Present<A> = { readonly [K in keyof A]?: NonNullable<A[K]> };
export const present = <A extends object>(fields: A): Present<A> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Present<A>;

const WireRow = t.intersection([
  t.type({ category: t.string, typeId: t.Int }),
  t.partial({ label: optional(t.string), userEnforcedMaxToObjectIds: optional(t.Int) }),
]);

const row = ({ category, typeId, label, userEnforcedMaxToObjectIds }: t.TypeOf<typeof WireRow>): LimitRow => ({
  category,
  typeId,
  ...present({ label, userEnforcedMaxToObjectIds }),
});

const WireBatchError = t.partial({
  category: optional(t.string),
  message: optional(t.string),
  status: optional(t.string),
  // An object in HubSpot's specification, a string in every recorded answer.
  subCategory: t.unknown,
  id: optional(t.string),
  context: optional(t.record(t.string, t.unknown)),
});

/** Words for people come from outside: no control characters, no more than a line or two. */
export const clean = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, 500);

/** HubSpot's are UUIDs; of what else may come in their place, nothing is taken that could be more than a word. */
export const correlationIdIn = (value: unknown): string | undefined =>
  typeof value === "string" && /^[\w.-]{1,64}$/.test(value) ? value : undefined;

const text = (value: unknown): string | undefined => (typeof value === "string" ? clean(value) : undefined);

/** No error of HubSpot's lists more than a few things, and a state has to hold it. */
const mostListed = 25;

const words = (value: unknown): ReadonlyArray<string> =>
  (Array.isArray(value) ? value : [value])
    .filter((item): item is string => typeof item === "string")
    .slice(0, mostListed)
    .map(clean);

const contextOf = (context: Readonly<Record<string, unknown>>): NonNullable<BatchError["context"]> =>
  Object.fromEntries(
    Object.entries(context)
      .filter(([key]) => key !== "__proto__")
      .slice(0, mostListed)
      .map(([key, value]) => [clean(key), words(value)]),
  );

const batchError = (wire: t.TypeOf<typeof WireBatchError>): BatchError => ({
  ...present({
    category: text(wire.category),
    message: text(wire.message),
    status: text(wire.status),
    subCategory: text(wire.subCategory),
    id: text(wire.id),
  }),
  ...(wire.context == null ? {} : { context: contextOf(wire.context) }),
});

/** One for each input of a batch, and a batch has no more than a pair has association types. */
const mostErrors = 1_000;

const WireStatus: t.Type<BatchStatus> = t.union([
  t.literal("CANCELED"),
  t.literal("COMPLETE"),
  t.literal("PENDING"),
  t.literal("PROCESSING"),
]);

const WireBatch = t.intersection([
  t.type({ results: t.array(WireRow) }),
  t.partial({
    status: optional(WireStatus),
    requestedAt: optional(t.string),
    startedAt: optional(t.string),
    completedAt: optional(t.string),
    links: optional(t.record(t.string, t.string)),
    numErrors: optional(t.Int),
    errors: optional(t.array(WireBatchError)),
  }),
]);

const batchAnswer = (wire: t.TypeOf<typeof WireBatch>): BatchAnswer => ({
  ...present({
    status: wire.status,
    requestedAt: wire.requestedAt,
    startedAt: wire.startedAt,
    completedAt: wire.completedAt,
    links: wire.links,
    numErrors: wire.numErrors,
  }),
  ...(wire.errors == null ? {} : { errors: wire.errors.slice(0, mostErrors).map(batchError) }),
  results: wire.results.map(row),
});

const WireRows = t.type({ results: t.array(WireRow) });
const WireAccount = t.intersection([
  t.type({ portalId: t.Int }),
  t.partial({
    accountType: optional(t.string),
    utcOffsetMilliseconds: optional(t.Int),
    timeZone: optional(t.string),
    uiDomain: optional(t.string),
  }),
]);

const WireSchema = t.type({ objectTypeId: t.string, fullyQualifiedName: t.string, name: t.string });
const WireSchemas = t.type({ results: t.array(WireSchema) });
const WireAssociations = t.type({
  associations: t.array(
    t.intersection([
      t.type({ id: t.string, fromObjectTypeId: t.string, toObjectTypeId: t.string }),
      t.partial({ name: optional(t.string) }),
    ]),
  ),
});

/** What an object type's schema says of one direction of an association type. */
export interface SchemaAssociation {
  readonly typeId: number;
  /** HubSpot's internal name, the same in both directions; nothing else tells it. */
  readonly name?: string;
  readonly fromObjectTypeId: string;
  readonly toObjectTypeId: string;
}

/** Which portal a token belongs to. */
export interface Account {
  readonly portalId: number;
  readonly accountType?: string;
  /** How far the portal's time zone is ahead of UTC at present. */
  readonly utcOffsetMilliseconds?: number;
  /** Such as `US/Eastern`. */
  readonly timeZone?: string;
  /** Where people see the portal, such as `app.hubspot.com`. */
  readonly uiDomain?: string;
}

/** What OAuth gives; of a token that no header could carry nothing is to be done. */
const WireGrant = t.type({
  access_token: t.refinement(t.string, (token) => /^[\x21-\x7e]+$/.test(token)),
  expires_in: t.number,
});

/** An access token, and how long it is good for. */
export interface Grant {
  readonly token: Secret;
  readonly expiresInSeconds: number;
}

/** Reads a JSON value, or says where it is not what was expected. */
export type Decode<A> = (json: unknown) => E.Either<string, A>;

const at = (errors: t.Errors): string => {
  const deepest = [...errors].sort((a, b) => b.context.length - a.context.length)[0];
  const context = deepest?.context ?? [];
  const path = context
    .filter(({ key }, i) => key !== "" && !isCombined(context[i - 1]?.type))
    .map(({ key }) => key)
    .join(".");
  return path === "" ? "the body has another shape" : `"${path}" is missing or of another type`;
};

/** io-ts numbers the members of an intersection or union; those numbers are no part of a path. */
const isCombined = (type: t.Decoder<never, unknown> | undefined): boolean =>
  type instanceof t.IntersectionType || type instanceof t.UnionType;

export const decodeWith =
  <W, A>(codec: t.Type<W, unknown>, read: (wire: W) => A): Decode<A> =>
  (json) =>
    pipe(codec.decode(json), E.bimap(at, read));

export const decodeRows = decodeWith(WireRows, ({ results }) => results.map(row));
export const decodeBatch = decodeWith(WireBatch, batchAnswer);
export const decodeAccount = decodeWith(
  WireAccount,
  ({ portalId, accountType, utcOffsetMilliseconds, timeZone, uiDomain }): Account => ({
    portalId,
    ...present({ accountType, utcOffsetMilliseconds, timeZone, uiDomain }),
  }),
);
export const decodeSchemas = decodeWith(WireSchemas, ({ results }) =>
  results.map(({ objectTypeId, fullyQualifiedName, name }): CustomObject => ({
    objectTypeId,
    fullyQualifiedName,
    name,
  })),
);
export const decodeAssociations = decodeWith(WireAssociations, ({ associations }) =>
  associations.map(({ id, name, fromObjectTypeId, toObjectTypeId }): SchemaAssociation => ({
    typeId: Number(id),
    fromObjectTypeId,
    toObjectTypeId,
    ...present({ name }),
  })),
);
export const decodeGrant = decodeWith(WireGrant, ({ access_token, expires_in }): Grant => ({
  token: secret(access_token),
  expiresInSeconds: expires_in,
}));

/** What an error body says. */
export interface ErrorBody {
  readonly message?: string;
  readonly category?: string;
  readonly correlationId?: string;
  readonly policyName?: string;
  readonly scopes: ReadonlyArray<string>;
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (t.UnknownRecord.is(value) ? value : {});

/** Reads field by field what is there: every one is optional, and a strange one must not hide the others. */
export const readErrorBody = (json: unknown): ErrorBody => {
  const { message, category, correlationId, policyName, context, errors } = fields(json);
  const contexts = [context, ...(Array.isArray(errors) ? errors.map((error) => fields(error)["context"]) : [])];
  return {
    ...present({
      message: text(message),
      category: text(category),
      correlationId: correlationIdIn(correlationId),
      policyName: text(policyName),
    }),
    scopes: contexts
      .map(fields)
      .flatMap(({ requiredGranularScopes, requiredScopes }) => [
        ...words(requiredGranularScopes),
        ...words(requiredScopes),
      ])
      .slice(0, mostListed),
  };
};
