/** HubSpot's calls as this provider uses them, over anything that can send a request. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { BatchAnswer } from "../limits/outcome";
import type { AssociationType, Limit, LimitRow, Pair } from "../model";
import { decoded, empty } from "./classify";
import type { CustomObject } from "../customObjects";
import { decodeAccount, decodeAssociations, decodeBatch, decodeRows, decodeSchemas } from "./codecs";
import type { Account, Decode, SchemaAssociation } from "./codecs";
import type { Call, HubSpotError } from "./error";
import type { ApiVersion } from "./paths";
import { paths } from "./paths";
import type { Send } from "./send";
import type { Tracking } from "./tracking";
import { tracking } from "./tracking";

export type Answer<A> = TE.TaskEither<HubSpotError, A>;

/** What both sides of a label say; HubSpot overwrites both whenever it changes one. */
export interface LabelTexts {
  readonly label: string;
  readonly inverseLabel: string;
}

export interface NewLabel {
  readonly name: string;
  readonly label: string;
  /** Without it both sides show the same text; between records of one object type the label is its own inverse then. */
  readonly inverseLabel?: string;
}

export interface LabelChange extends LabelTexts {
  /** The id in the direction of the pair. */
  readonly typeId: number;
}

/** One portal, seen through one token. */
export interface HubSpot {
  /** Which portal this is. */
  readonly account: Answer<Account>;
  /** Every limit of the portal; rows name no object types. */
  readonly allLimits: Answer<ReadonlyArray<LimitRow>>;
  /** The limits of one directed pair. */
  readonly limitsOf: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** The association types of one directed pair. */
  readonly labelsOf: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** Sets limits; also where none stands yet. */
  readonly updateLimits: (pair: Pair, limits: ReadonlyArray<Limit>) => Answer<BatchAnswer>;
  /** Puts types back to "many"; also where they are. */
  readonly purgeLimits: (pair: Pair, types: ReadonlyArray<AssociationType>) => Answer<BatchAnswer>;
  /**
   * Makes a label, both directions at once, and answers with every type that was made. Sent twice it makes one, since
   * its name is unique in the portal: the second one is refused.
   */
  readonly createLabel: (pair: Pair, label: NewLabel) => Answer<ReadonlyArray<LimitRow>>;
  readonly updateLabel: (pair: Pair, change: LabelChange) => Answer<void>;
  /** Deletes both directions, and the label on every record that carries it. */
  readonly deleteLabel: (pair: Pair, typeId: number) => Answer<void>;
  readonly customObjects: Answer<ReadonlyArray<CustomObject>>;
  /** The association types that the schema of an object type tells, in both directions. */
  readonly associationsOf: (objectType: string) => Answer<ReadonlyArray<SchemaAssociation>>;
  readonly tracking: Tracking;
}

const get = (path: string, doing: string): Call => ({ method: "GET", path, doing });
const post = (path: string, doing: string): Call => ({ method: "POST", path, doing });
const put = (path: string, doing: string): Call => ({ method: "PUT", path, doing });
const remove = (path: string, doing: string): Call => ({ method: "DELETE", path, doing });

export const calls = (version: ApiVersion, send: Send): HubSpot => {
  const at = paths(version);
  const ask = <A>(call: Call, decode: Decode<A>, json?: unknown): Answer<A> =>
    pipe(send({ call, ...(json === undefined ? {} : { json }) }), TE.chainEitherK(decoded(call, decode)));
  const tell = (call: Call, json?: unknown): Answer<void> =>
    pipe(send({ call, ...(json === undefined ? {} : { json }) }), TE.chainEitherK(empty(call)));
  const named = (pair: Pair): string => `${pair.from} to ${pair.to}`;
  return {
    account: ask(get(at.account, "asking which portal the token belongs to"), decodeAccount),
    allLimits: ask(get(at.allLimits, "reading the portal's limits"), decodeRows),
    limitsOf: (pair) => ask(get(at.limits(pair), `reading the limits of ${named(pair)}`), decodeRows),
    labelsOf: (pair) => ask(get(at.labels(pair), `reading the association types of ${named(pair)}`), decodeRows),
    updateLimits: (pair, limits) =>
      ask(post(at.updateLimits(pair), `setting limits of ${named(pair)}`), decodeBatch, {
        inputs: limits.map(({ category, typeId, maxToObjectIds }) => ({ category, typeId, maxToObjectIds })),
      }),
    purgeLimits: (pair, types) => {
      const call = post(at.purgeLimits(pair), `removing limits of ${named(pair)}`);
      return pipe(
        send({ call, json: { inputs: types.map(({ category, typeId }) => ({ category, typeId })) } }),
        TE.chainEitherK((reply) =>
          reply.text.trim() === ""
            ? E.right<HubSpotError, BatchAnswer>({ results: [] })
            : decoded(call, decodeBatch)(reply),
        ),
      );
    },
    createLabel: (pair, { name, label, inverseLabel }) =>
      ask(post(at.labels(pair), `making the label "${label}" of ${named(pair)}`), decodeRows, {
        name,
        label,
        inverseLabel,
      }),
    updateLabel: (pair, { typeId, label, inverseLabel }) =>
      tell(put(at.labels(pair), `changing the label ${typeId} of ${named(pair)} to "${label}"`), {
        associationTypeId: typeId,
        label,
        inverseLabel,
      }),
    deleteLabel: (pair, typeId) =>
      tell(remove(at.label(pair, typeId), `deleting the label ${typeId} of ${named(pair)}`)),
    customObjects: ask(get(at.schemas, "reading the portal's custom objects"), decodeSchemas),
    associationsOf: (objectType) =>
      ask(get(at.schema(objectType), `reading the schema of ${objectType}`), decodeAssociations),
    tracking: tracking(version, ask),
  };
};
