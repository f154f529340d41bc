/**
 * The shapes HubSpot answers in. Unknown extra fields pass, null means absent, and what is vital and missing is an
 * error with its path.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";
import type { BatchError, BatchStatus, LimitRow } from "../model";
import type { BatchAnswer } from "../limits/outcome";

const optional = <C extends t.Mixed>(codec: C): t.UnionC<[C, t.NullC, t.UndefinedC]> =>
  t.union([codec, t.null, t.undefined]);

/** Leaves out what is null or undefined, which HubSpot uses for the same thing as an absent field. */
type Present<A> = { readonly [K in keyof A]?: NonNullable<A[K]> };
const present = <A extends object>(fields: A): Present<A> =>
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

const words = (value: unknown): ReadonlyArray<string> =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");

const batchError = (wire: t.TypeOf<typeof WireBatchError>): BatchError => ({
  ...present({ category: wire.category, message: wire.message, status: wire.status, id: wire.id }),
  ...(typeof wire.subCategory === "string" ? { subCategory: wire.subCategory } : {}),
  ...(wire.context == null
    ? {}
    : { context: Object.fromEntries(Object.entries(wire.context).map(([key, value]) => [key, words(value)])) }),
});

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
  ...(wire.errors == null ? {} : { errors: wire.errors.map(batchError) }),
  results: wire.results.map(row),
});

const WireRows = t.type({ results: t.array(WireRow) });
const WireAccount = t.intersection([t.type({ portalId: t.Int }), t.partial({ accountType: optional(t.string) })]);

/** Which portal a token belongs to. */
export interface Account {
  readonly portalId: number;
  readonly accountType?: string;
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

const decodeWith =
  <W, A>(codec: t.Type<W, unknown>, read: (wire: W) => A): Decode<A> =>
  (json) =>
    pipe(codec.decode(json), E.bimap(at, read));

export const decodeRows = decodeWith(WireRows, ({ results }) => results.map(row));
export const decodeBatch = decodeWith(WireBatch, batchAnswer);
export const decodeAccount = decodeWith(WireAccount, ({ portalId, accountType }): Account => ({
  portalId,
  ...present({ accountType }),
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
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Reads field by field what is there: every one is optional, and a strange one must not hide the others. */
export const readErrorBody = (json: unknown): ErrorBody => {
  const { message, category, correlationId, policyName, context, errors } = fields(json);
  const contexts = [context, ...(Array.isArray(errors) ? errors.map((error) => fields(error)["context"]) : [])];
  return {
    ...present({
      message: text(message),
      category: text(category),
      correlationId: text(correlationId),
      policyName: text(policyName),
    }),
    scopes: contexts
      .map(fields)
      .flatMap(({ requiredGranularScopes, requiredScopes }) => [
        ...words(requiredGranularScopes),
        ...words(requiredScopes),
      ]),
  };
};
