/**
 * One portal, for all resources of the process: one connection pool, one limiter, one snapshot. HubSpot is
 * reached only by way of {@link Portal.confirmed}, so that nothing is read or written before the token is known to
 * belong to the portal that is meant.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { ReadonlyNonEmptyArray } from "fp-ts/ReadonlyNonEmptyArray";
import * as TE from "fp-ts/TaskEither";
import { samePair } from "./associationType";
import type { Configuration, Identity } from "./configuration";
import type { Failure } from "./failure";
import type { Account } from "./hubspot/codecs";
import type { Answer, HubSpot } from "./hubspot/calls";
import { calls } from "./hubspot/calls";
import { classified } from "./hubspot/classify";
import type { HubSpotError } from "./hubspot/error";
import { limited } from "./hubspot/rate";
import { retried } from "./hubspot/retry";
import { snapshot } from "./hubspot/snapshot";
import { transport } from "./hubspot/transport";
import type { BatchAnswer } from "./limits/outcome";
import { afterwards, inputsOf, isTold, readAnswer } from "./limits/outcome";
import type { Step } from "./limits/plan";
import type { AssociationType, Limit, LimitRow, Pair } from "./model";
import { once, queue, shared } from "./once";
import type { Runtime } from "./runtime";

/** What may be done on a portal once it is known to be the right one. */
export interface Confirmed {
  readonly portalId: number;
  /** What the portal has of these types of a pair; a row without a number has no limit. */
  readonly standing: (pair: Pair, types: ReadonlyArray<AssociationType>) => Answer<ReadonlyArray<LimitRow>>;
  /** All limits of a pair. */
  readonly pairLimits: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** The pair as it is at this moment. */
  readonly readAgain: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  readonly typesOf: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  readonly update: (pair: Pair, limits: ReadonlyNonEmptyArray<Limit>) => Answer<BatchAnswer>;
  readonly purge: (pair: Pair, types: ReadonlyNonEmptyArray<AssociationType>) => Answer<BatchAnswer>;
}

export interface Portal {
  readonly identity: Identity;
  readonly runtime: Runtime;
  /** Asks, once, which portal the token belongs to; another than the configured one or the state's is a failure. */
  readonly confirmed: (stateOf: O.Option<number>) => TE.TaskEither<Failure, Confirmed>;
  /** The same for a look: one attempt of at most ten seconds for each request. */
  readonly glimpsed: TE.TaskEither<Failure, Confirmed>;
  /** Runs what changes a pair one after another. */
  readonly exclusively: <A>(pair: Pair, task: () => Promise<A>) => () => Promise<A>;
}

/** A look must not hold up a preview. */
const glimpseSeconds = 10;

/** Reads that everybody shares are asked once; that they failed is remembered too, lest every resource waits as long. */
const askedOnce = (hubspot: HubSpot): HubSpot => {
  const labels: Array<{ readonly pair: Pair; readonly answer: Answer<ReadonlyArray<LimitRow>> }> = [];
  return {
    ...hubspot,
    account: once(hubspot.account),
    allLimits: once(hubspot.allLimits),
    labelsOf: (pair) => {
      const known = labels.find((entry) => samePair(entry.pair, pair));
      if (known !== undefined) return known.answer;
      const answer = once(hubspot.labelsOf(pair));
      labels.push({ pair, answer });
      return answer;
    },
  };
};

/** Wires one identity to the real HubSpot. */
export const openPortal = (
  configuration: Configuration,
  identity: Identity,
  userAgent: string,
  runtime: Runtime,
): Portal => {
  const wire = transport({ baseUrl: identity.baseUrl, authorization: `Bearer ${identity.accessToken}`, userAgent });
  const limiter = limited(runtime, configuration.requestsPerTenSeconds);
  const timeout = configuration.requestTimeoutSeconds;
  const patient = pipe(wire(timeout * 1000), limiter, classified, retried(runtime));
  const hasty = pipe(wire(Math.min(timeout, glimpseSeconds) * 1000), limiter, classified);
  return portal(
    configuration,
    identity,
    askedOnce(calls(configuration.apiVersion, patient)),
    askedOnce(calls(configuration.apiVersion, hasty)),
    runtime,
  );
};

/** A portal over any HubSpot. */
export const portal = (
  configuration: Configuration,
  identity: Identity,
  patient: HubSpot,
  hasty: HubSpot,
  runtime: Runtime,
): Portal => {
  const account = shared<HubSpotError, Account>();
  const reads = snapshot();
  const inTurn = queue();
  const { source } = identity;

  const confirm =
    (hubspot: HubSpot) =>
    (stateOf: O.Option<number>): TE.TaskEither<Failure, Confirmed> =>
      pipe(
        account.by(hubspot.account),
        TE.mapLeft((error): Failure => ({ _tag: "HubSpotFailed", pair: O.none, source, error })),
        TE.filterOrElse(isMeant(configuration.portalId), wrong("configuration", configuration.portalId)),
        TE.filterOrElse(isMeant(stateOf), wrong("state", stateOf)),
        TE.map(({ portalId }) => opened(hubspot, portalId)),
      );

  const isMeant =
    (expected: O.Option<number>) =>
    ({ portalId }: Account): boolean =>
      O.isNone(expected) || expected.value === portalId;

  const wrong =
    (expectedBy: "configuration" | "state", expected: O.Option<number>) =>
    ({ portalId: actual }: Account): Failure => ({
      _tag: "WrongPortal",
      source,
      actual,
      expected: O.isSome(expected) ? expected.value : actual,
      expectedBy,
    });

  const opened = (hubspot: HubSpot, portalId: number): Confirmed => ({
    portalId,
    standing: (pair, types) => reads.of(hubspot, pair, types),
    pairLimits: (pair) => reads.ofPair(hubspot, pair),
    readAgain: (pair) => reads.again(hubspot, pair),
    typesOf: hubspot.labelsOf,
    update: (pair, limits) => writing(pair, { _tag: "Update", limits }, hubspot.updateLimits(pair, limits)),
    purge: (pair, types) => writing(pair, { _tag: "Purge", types }, hubspot.purgeLimits(pair, types)),
  });

  /** Whatever came of it, the snapshot no longer knows these types, but for those of which the answer told. */
  const writing =
    (pair: Pair, step: Step, write: Answer<BatchAnswer>): Answer<BatchAnswer> =>
    async () => {
      const result = await write();
      const told = E.isRight(result) ? readAnswer(step, result.right).filter(isTold) : [];
      reads.wrote(pair, inputsOf(step), { types: told.map(({ input }) => input), limits: afterwards([], told) });
      return result;
    };

  return {
    identity,
    runtime,
    confirmed: confirm(patient),
    glimpsed: confirm(hasty)(O.none),
    exclusively: (pair, task) => inTurn(`${pair.from}/${pair.to}`, task),
  };
};

/** A call that failed for a pair, as a failure that knows whose token it was. */
export const failedOn =
  ({ identity }: Portal, pair: Pair) =>
  (error: HubSpotError): Failure => ({ _tag: "HubSpotFailed", pair: O.some(pair), source: identity.source, error });
