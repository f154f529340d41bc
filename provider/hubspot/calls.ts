/** HubSpot's calls as this provider uses them, over anything that can send a request. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { BatchAnswer } from "../limits/outcome";
import type { AssociationType, Limit, LimitRow, Pair } from "../model";
import { decoded } from "./classify";
import { decodeAccount, decodeBatch, decodeRows } from "./codecs";
import type { Account, Decode } from "./codecs";
import type { Call, HubSpotError } from "./error";
import type { ApiVersion } from "./paths";
import { paths } from "./paths";
import type { Send } from "./send";

export type Answer<A> = TE.TaskEither<HubSpotError, A>;

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
}

const get = (path: string, doing: string): Call => ({ method: "GET", path, doing });
const post = (path: string, doing: string): Call => ({ method: "POST", path, doing });

export const calls = (version: ApiVersion, send: Send): HubSpot => {
  const at = paths(version);
  const ask = <A>(call: Call, decode: Decode<A>, json?: unknown): Answer<A> =>
    pipe(send({ call, ...(json === undefined ? {} : { json }) }), TE.chainEitherK(decoded(call, decode)));
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
  };
};
