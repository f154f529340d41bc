/**
 * One bounded look at the portal, so that a preview says what stands there and what HubSpot would refuse. What the portal
 * answers can fail a check; that it does not answer cannot.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import type { Failure } from "../failure";
import { renderFailure } from "../failure";
import { isDefinite, renderHubSpotError } from "../hubspot/error";
import type { Confirmed, Portal } from "../portal";
import type { Context } from "../portals";

/** What a look found. */
export interface Sight {
  readonly failures: ReadonlyArray<string>;
  readonly warnings: ReadonlyArray<string>;
}

const unanswered = new WeakSet<Portal>();

/** Looks, says what is to be said, and gives the failures. */
export const glimpse = (
  context: Context,
  see: (portal: Portal, confirmed: Confirmed) => TE.TaskEither<Failure, Sight>,
): T.Task<ReadonlyArray<string>> => {
  if (!context.mayLook) return T.of([]);
  if (E.isLeft(context.portal)) return T.of(renderFailure(context.portal.left));
  const portal = context.portal.right;
  if (unanswered.has(portal)) return T.of([]);
  return pipe(
    portal.glimpsed,
    TE.chain((confirmed) => see(portal, confirmed)),
    TE.matchE(
      (failure) => inSpite(context, portal, failure),
      ({ failures, warnings }) =>
        pipe(
          warnings,
          T.traverseSeqArray((warning) => context.runtime.warn(warning)),
          T.map(() => failures),
        ),
    ),
  );
};

/** A portal that does not answer is told once; what it does answer, or what is wrong with us, is a failure. */
export const inSpite = (context: Context, portal: Portal, failure: Failure): T.Task<ReadonlyArray<string>> => {
  if (failure._tag !== "HubSpotFailed" || isDefinite(failure.error)) return T.of(renderFailure(failure));
  if (unanswered.has(portal)) return T.of([]);
  unanswered.add(portal);
  return pipe(
    context.runtime.warn(
      `the portal could not be looked at, so what stands there is not shown; ${renderHubSpotError(failure.error)}`,
    ),
    T.map(() => []),
  );
};
