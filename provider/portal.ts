/**
 * One portal, for all resources of the process: one connection pool, one limiter, one snapshot. HubSpot is
 * reached only by way of {@link Portal.confirmed}, so that nothing is read or written before the token is known to
 * belong to the portal that is meant.
 */
import * as E from "fp-ts/Either";
import { identity as asItIs, pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { showPair } from "./associationType";
import type { Configuration, Identity } from "./configuration";
import type { Access } from "./credentials";
import { accessOf, secretsOf, showOrigin } from "./credentials";
import type { CustomObject } from "./customObjects";
import type { Failure } from "./failure";
import { accessTokens, bearing } from "./hubspot/accessTokens";
import type { Account, SchemaAssociation } from "./hubspot/codecs";
import { attended } from "./hubspot/attended";
import type { Answer, HubSpot, LabelChange, NewLabel } from "./hubspot/calls";
import { calls } from "./hubspot/calls";
import { classified } from "./hubspot/classify";
import { day } from "./hubspot/day";
import type { HubSpotError } from "./hubspot/error";
import { happened } from "./hubspot/error";
import { pairTypes } from "./hubspot/pairTypes";
import type { PairTypes } from "./hubspot/pairTypes";
import type { Quota } from "./hubspot/quota";
import { meter } from "./hubspot/quota";
import { masked } from "./hubspot/masked";
import { limited } from "./hubspot/rate";
import { retried } from "./hubspot/retry";
import type { Send, Wire } from "./hubspot/send";
import type { Tracking } from "./hubspot/tracking";
import type { Confirmation } from "./hubspot/snapshot";
import { snapshot } from "./hubspot/snapshot";
import { traced } from "./hubspot/traced";
import { spent } from "./hubspot/spent";
import { transport } from "./hubspot/transport";
import type { AssociationType, Limit, LimitRow, Pair } from "./model";
import { once, queue, shared } from "./once";
import type { Runtime } from "./runtime";

/** What may be done on a portal once it is known to be the right one. */
export interface Confirmed {
  readonly portalId: number;
  /** What the portal says of itself; a token may not be allowed to ask. */
  readonly account: Answer<Account>;
  /** Every limit of the portal as it was when first asked; rows name no object types. */
  readonly allLimits: Answer<ReadonlyArray<LimitRow>>;
  /** What the portal has of these types of a pair; a row without a number has no limit. */
  readonly standing: (pair: Pair, types: ReadonlyArray<AssociationType>) => Answer<ReadonlyArray<LimitRow>>;
  /** All limits of a pair. */
  readonly pairLimits: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** The pair as it is at this moment. */
  readonly readAgain: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** The association types of a pair, HubSpot's own among them. */
  readonly typesOf: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  readonly typesAgain: (pair: Pair) => Answer<ReadonlyArray<LimitRow>>;
  /** The custom object types of the portal. */
  readonly customObjects: Answer<ReadonlyArray<CustomObject>>;
  readonly associationsOf: (objectType: string) => Answer<ReadonlyArray<SchemaAssociation>>;
  readonly tracking: Tracking;
  readonly createLabel: (pair: Pair, label: NewLabel) => Answer<ReadonlyArray<LimitRow>>;
  readonly updateLabel: (pair: Pair, change: LabelChange) => Answer<void>;
  readonly deleteLabel: (pair: Pair, typeId: number) => Answer<void>;
  /** What HubSpot has confirmed of labels. */
  readonly types: Pick<PairTypes, "stands" | "gone" | "isGone" | "forget">;
  readonly update: (pair: Pair, limits: ReadonlyArray<Limit>) => ReturnType<HubSpot["updateLimits"]>;
  readonly purge: (pair: Pair, types: ReadonlyArray<AssociationType>) => ReturnType<HubSpot["purgeLimits"]>;
  /** HubSpot has said what came of a write: reads that lag behind it count no more. */
  readonly wrote: (pair: Pair, confirmations: ReadonlyArray<Confirmation>) => void;
}

/** What the process has learnt of a portal so far, to be had without asking. */
export interface Known {
  readonly customObjects: () => ReadonlyArray<CustomObject>;
  readonly typesOf: (pair: Pair) => O.Option<ReadonlyArray<LimitRow>>;
}

export interface Portal {
  readonly identity: Identity;
  readonly access: Access;
  readonly runtime: Runtime;
  readonly known: Known;
  /** The quota as the last answer told it. */
  readonly quota: () => O.Option<Quota>;
  /** Takes note that a resource of this run lives in a portal: what is created in this run must live there too. */
  readonly hasResourcesIn: (portalId: number) => void;
  /** Whether the configuration means this portal, as far as it says which one it means. */
  readonly isMeant: (portalId: number) => E.Either<Failure, void>;
  /** What is to be said where a resource of one portal comes under the token of another. */
  readonly wrongPortal: (actual: number, expected: number) => E.Either<Failure, never>;
  /** Asks, once, which portal the token belongs to; another than the configured one or the state's is a failure. */
  readonly confirmed: (stateOf: O.Option<number>) => TE.TaskEither<Failure, Confirmed>;
  /** The same for a look: one attempt of at most ten seconds for each request. */
  readonly glimpsed: TE.TaskEither<Failure, Confirmed>;
  /** Runs what changes a pair one after another, in both of its directions: a label belongs to both. */
  readonly exclusively: <A>(pair: Pair, task: () => Promise<A>) => () => Promise<A>;
}

/** A look must not hold up a preview. */
const glimpseSeconds = 10;

/** Reads that everybody shares are asked once; that they failed is remembered too, lest every resource waits as long. */
const askedOnce = (hubspot: HubSpot): HubSpot => ({
  ...hubspot,
  account: once(hubspot.account),
  allLimits: once(hubspot.allLimits),
  customObjects: once(hubspot.customObjects),
  tracking: { ...hubspot.tracking, labeledPairs: once(hubspot.tracking.labeledPairs) },
});

/** A look does not ask again for the types of a pair that could not be read. */
const impatient = (hubspot: HubSpot): HubSpot => {
  const failed = new Map<string, HubSpotError>();
  return {
    ...hubspot,
    labelsOf: (pair) => async () => {
      const before = failed.get(showPair(pair));
      if (before !== undefined) return E.left(before);
      const answer = await hubspot.labelsOf(pair)();
      if (E.isLeft(answer)) failed.set(showPair(pair), answer.left);
      return answer;
    },
  };
};

/** Wires one identity to HubSpot, by HTTP unless it is told another wire. */
export const openPortal = (
  configuration: Configuration,
  identity: Identity,
  userAgent: string,
  runtime: Runtime,
  wire: Wire = transport({ baseUrl: identity.baseUrl, userAgent }),
): Portal => {
  const { apiVersion, requestsPerTenSeconds, requestTimeoutSeconds } = configuration;
  const today = day(runtime.date);
  runtime.mask.hide(secretsOf(identity.credentials));
  const tokens = accessTokens(identity.credentials, runtime);
  const unlessSpent = spent(runtime);
  const limiter = limited(runtime, requestsPerTenSeconds);
  const classify = classified(() => ({ date: runtime.date(), endOfDay: today.end() }));
  const again = retried(runtime);
  const { metered, latest } = meter();

  /** Asking for an access token takes nothing from the portal's quota, so it passes no limiter. */
  const hubspot = (timeoutSeconds: number, patience: (send: Send) => Send): HubSpot => {
    const out = pipe(wire(timeoutSeconds * 1000), masked(runtime), traced(runtime), attended(runtime));
    const grant = pipe(out, classify, patience);
    const api = calls(
      apiVersion,
      pipe(out, metered, unlessSpent, limiter, unlessSpent, classify, bearing(tokens, grant), patience),
    );
    return askedOnce({
      ...api,
      account: pipe(
        api.account,
        TE.chainFirstIOK((account) => () => today.learn(account)),
      ),
    });
  };
  return portal(
    configuration,
    identity,
    hubspot(requestTimeoutSeconds, again),
    impatient(hubspot(Math.min(requestTimeoutSeconds, glimpseSeconds), asItIs)),
    runtime,
    latest,
  );
};

/** A portal over any HubSpot. */
export const portal = (
  configuration: Configuration,
  identity: Identity,
  patient: HubSpot,
  hasty: HubSpot,
  runtime: Runtime,
  quota: Portal["quota"] = () => O.none,
): Portal => {
  const account = shared<HubSpotError, Account>();
  const reads = snapshot();
  const types = pairTypes();
  const schemas = shared<HubSpotError, ReadonlyArray<CustomObject>>();
  let customObjects: ReadonlyArray<CustomObject> = [];
  const inTurn = queue();
  const { origin } = identity;
  /** The portal in which resources of this run live already. */
  let home: O.Option<number> = O.none;

  const confirm =
    (hubspot: HubSpot) =>
    (stateOf: O.Option<number>): TE.TaskEither<Failure, Confirmed> =>
      pipe(
        account.by(hubspot.account),
        TE.map(({ portalId }) => portalId),
        TE.orElse(onTrust),
        TE.chainFirstEitherK(isMeant),
        TE.chainFirstEitherK(isExpected("state", stateOf)),
        // What has no portal yet must come to where the others are; what has one is where it is.
        TE.chainFirstEitherK((portalId) => isExpected("stack", O.isSome(stateOf) ? O.none : home)(portalId)),
        TE.map((portalId) => opened(hubspot, portalId)),
      );

  /** A token that may not ask whose it is: then the configuration's word counts, and without one nothing goes on. */
  const onTrust = (error: HubSpotError): TE.TaskEither<Failure, number> => {
    if (error._tag !== "MissingScopes") return TE.left({ _tag: "HubSpotFailed", pair: O.none, origin, error });
    if (O.isNone(configuration.portalId)) return TE.left({ _tag: "UnknownPortal", origin, error });
    const trusted = configuration.portalId.value;
    return pipe(
      TE.fromTask(
        runtime.warn(
          `the token of ${showOrigin(origin)} may not ask which portal it belongs to, because ${happened(error)}; portalId ${trusted} is taken on trust, and a token of another portal would not be noticed`,
        ),
      ),
      TE.map(() => trusted),
    );
  };

  const isExpected =
    (expectedBy: "configuration" | "state" | "stack", expected: O.Option<number>) =>
    (portalId: number): E.Either<Failure, void> =>
      O.isNone(expected) || expected.value === portalId
        ? E.right(undefined)
        : E.left({ _tag: "WrongPortal", origin, actual: portalId, expected: expected.value, expectedBy });

  const isMeant = isExpected("configuration", configuration.portalId);

  const opened = (hubspot: HubSpot, portalId: number): Confirmed => ({
    portalId,
    account: hubspot.account,
    allLimits: hubspot.allLimits,
    standing: (pair, types) => reads.of(hubspot, pair, types),
    pairLimits: (pair) => reads.ofPair(hubspot, pair),
    readAgain: (pair) => reads.again(hubspot, pair),
    typesOf: (pair) => types.of(hubspot, pair),
    typesAgain: (pair) => types.again(hubspot, pair),
    customObjects: pipe(
      schemas.by(hubspot.customObjects),
      TE.map((found) => (customObjects = found)),
    ),
    associationsOf: hubspot.associationsOf,
    tracking: hubspot.tracking,
    createLabel: hubspot.createLabel,
    updateLabel: hubspot.updateLabel,
    deleteLabel: hubspot.deleteLabel,
    types,
    update: (pair, limits) => writing(pair, limits, hubspot.updateLimits(pair, limits)),
    purge: (pair, types) => writing(pair, types, hubspot.purgeLimits(pair, types)),
    wrote: reads.confirmed,
  });

  /** Whatever came of it, the snapshot no longer knows these types. */
  const writing =
    <A>(pair: Pair, types: ReadonlyArray<AssociationType>, write: Answer<A>): Answer<A> =>
    async () => {
      const result = await write();
      reads.wrote(pair, types);
      return result;
    };

  return {
    identity,
    access: accessOf(identity.credentials, origin),
    runtime,
    known: { customObjects: () => customObjects, typesOf: types.known },
    quota,
    hasResourcesIn: (portalId) => {
      if (O.isNone(home)) home = O.some(portalId);
    },
    isMeant,
    wrongPortal: (actual, expected) => E.left({ _tag: "WrongPortal", origin, actual, expected, expectedBy: "state" }),
    confirmed: confirm(patient),
    glimpsed: confirm(hasty)(O.none),
    exclusively: ({ from, to }, task) => inTurn([from, to].sort().join("/"), task),
  };
};

/** A call that failed for a pair, as a failure that knows whose token it was. */
export const failedOn =
  ({ identity: { origin } }: Portal, pair: Pair) =>
  (error: HubSpotError): Failure => ({ _tag: "HubSpotFailed", pair: O.some(pair), origin, error });
